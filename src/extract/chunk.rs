//! Chunks of a sentence: noun phrases, verb groups, and what stands between them.

mod joined;
mod joints;
mod kinds;
mod merge;
mod verb;

use super::noun_phrase::{NounPhrase, Opening, Who, harm_suffered, joins_noun};
use super::word::{Sentence, Sort, Word};
use crate::claim::Outcome;
use crate::lexicon::{Class, Form, Lexicon, OutcomeVerb};
use joints::{JOINTS, joint};
pub use kinds::Kind;
use kinds::Kinds;
use merge::{ages, ages_of_several, counts, leaders, organisations, parents};
use verb::{may_open_group, verb_group};

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// A noun phrase: its place in [`Chunks::phrases`].
    Noun(usize),
    /// A verb group: its place in [`Chunks::verbs`].
    Verb(usize),
    /// A preposition: its word.
    Preposition(usize),
    /// "and", "as well as", "or": its word.
    And(usize),
    /// "but"
    But,
    /// A comma.
    Comma,
    /// A semicolon, colon or dash.
    Break,
    /// "when", "because": its word.
    Where(usize),
    /// "who": its word.
    Relative(usize),
    /// "including", "among them": its word.
    Including(usize),
    /// "of whom"
    Whom,
    /// "’s": what stands before owns what follows.
    Owner,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quotation mark.
    Quote,
    /// "dead", "in critical condition" after a noun, without a verb: its word.
    State(usize),
    /// An adverb or another word that nothing hangs on: its word.
    Other(usize),
}

/// How a verb group stands to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// "killed", "has killed", "kills"
    Active,
    /// "was killed"
    Passive,
    /// "killing"
    Ing,
    /// "to kill"
    Infinitive,
    /// "is", "was dead"
    Copula,
    /// A participle alone: "killed" after a noun and without an object.
    Bare,
}

/// A verb group. `first..end` are words of its sentence.
#[derive(Clone, Copy, Debug)]
pub struct VerbGroup {
    /// First word.
    pub first: usize,
    /// Word after the last.
    pub end: usize,
    /// How it stands to its subject.
    pub voice: Voice,
    /// Its verb of outcome: the strongest where several are joined ("shot and killed").
    pub outcome: Option<Joined>,
    /// The word of its main verb.
    pub main: usize,
    /// Whether its form says one (`false`) or several (`true`).
    pub plural: Option<bool>,
    /// "did not", "never"
    pub negated: bool,
    /// "would", "may"
    pub modal: bool,
    /// Has an auxiliary: "was", "has", "to".
    pub auxiliary: bool,
    /// "had been": earlier than the story.
    pub pluperfect: bool,
    /// "was dead": the word of the state.
    pub state: Option<usize>,
    /// "fatally", "to death"
    pub fatal: bool,
    /// "critically"
    pub nonfatal: bool,
}

impl VerbGroup {
    /// Whether its verb stands without an auxiliary: "killed", "later killed".
    pub fn alone(&self) -> bool {
        !self.auxiliary
    }

    /// Whether it may be a participle that says what was done to the noun before: "a man shot in Hull".
    pub fn suffered(&self) -> bool {
        self.outcome.is_some_and(|o| o.verb.transitive && matches!(o.verb.form, Form::Past | Form::Participle))
    }
}

/// The verbs of outcome of one group taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// What they tell together: "shot and killed" is killed, "killed or wounded" and "killing and injuring" stay together
    /// as casualties.
    pub verb: OutcomeVerb,
    /// The word of the deciding one.
    pub word: usize,
    /// A second outcome of another kind: "kidnapped and killed".
    pub also: Option<Outcome>,
    /// The word of the second fate that befell some beside the first: "killed and injured", but not "killed or injured".
    pub each: Option<usize>,
}

/// The chunks of a sentence.
#[derive(Debug, Default)]
pub struct Chunks {
    /// In order.
    pub list: Vec<Chunk>,
    /// First word of each.
    pub starts: Vec<usize>,
    /// The noun phrases.
    pub phrases: Vec<NounPhrase>,
    /// The verb groups.
    pub verbs: Vec<VerbGroup>,
    kinds: Kinds,
}

impl Chunks {
    /// The places at which chunks of these kinds stand side by side, one of each set, from the first on. In a very long sentence
    /// they are not told apart: whoever asks looks at the chunks there.
    pub fn runs<const N: usize>(&self, run: [&[Kind]; N]) -> impl Iterator<Item = usize> + use<N> {
        self.kinds.runs(run)
    }

    /// The chunk of a noun phrase; `None` where another took it in.
    pub fn place_of(&self, phrase: usize) -> Option<usize> {
        self.phrases.get(phrase)?.chunk.map(usize::from)
    }

    /// Takes down what stands where.
    fn settle(&mut self) {
        self.kinds = Kinds::default();
        self.phrases.iter_mut().for_each(|np| np.chunk = None);
        for (at, chunk) in self.list.iter().enumerate() {
            self.kinds.add(*chunk);
            if let Chunk::Noun(n) = *chunk {
                self.phrases[n].chunk = Some(at as u16);
                self.kinds.add_phrase(&self.phrases[n]);
            }
        }
    }

    /// Whether a chunk is a verb of saying.
    pub fn is_speech(&self, sentence: &Sentence, chunk: &Chunk) -> bool {
        matches!(*chunk, Chunk::Verb(v) if sentence.words[self.verbs[v].main].has(Class::Speech))
    }

    /// Whether it is one that asserts what is said.
    pub fn says(&self, sentence: &Sentence, chunk: &Chunk) -> bool {
        let asserts = |v: usize| self.verbs[v].voice == Voice::Active && !self.verbs[v].negated;
        self.is_speech(sentence, chunk) && matches!(*chunk, Chunk::Verb(v) if asserts(v))
    }
}

const AUXILIARIES: &[Class] =
    &[Class::BeSingle, Class::BePlural, Class::Be, Class::HaveSingle, Class::Have, Class::Do, Class::Modal];

/// Cuts a sentence into chunks.
pub fn chunk(sentence: &Sentence, lexicon: &Lexicon) -> Chunks {
    let mut chunks = cut(sentence, lexicon);
    organisations(&mut chunks);
    parents(sentence, &mut chunks);
    leaders(sentence, &mut chunks);
    ages(sentence, &mut chunks);
    ages_of_several(sentence, &mut chunks);
    counts(sentence, &mut chunks);
    chunks
}

fn cut(sentence: &Sentence, lexicon: &Lexicon) -> Chunks {
    let words = &sentence.words;
    let most = words.len();
    let mut chunks = Chunks {
        list: Vec::with_capacity(most),
        starts: Vec::with_capacity(most),
        phrases: Vec::with_capacity(most / 3),
        verbs: Vec::with_capacity(most / 6),
        ..Chunks::default()
    };
    let mut at = 0;
    while at < words.len() {
        let w = &words[at];
        chunks.starts.push(at);
        let (chunk, end) = match w.sort {
            Sort::Mark(mark) => (of_mark(mark, at), at + 1),
            Sort::Possessive if !matches!(chunks.list.last(), Some(Chunk::Noun(_))) => (Chunk::Other(at), at + 1),
            Sort::Possessive if closes(words.get(at + 1)) => (Chunk::Quote, at + 1), // "killing six rebels’, it said"
            Sort::Possessive => (Chunk::Owner, at + 1),
            _ => read_words(sentence, &mut chunks, at, lexicon),
        };
        chunks.list.push(chunk);
        chunks.kinds.add(chunk);
        at = end;
    }
    chunks
}

/// Whether nothing that can be owned follows.
fn closes(next: Option<&Word>) -> bool {
    next.is_none_or(|w| {
        matches!(w.sort, Sort::Mark(',' | '.' | ';' | ':' | ')' | '’' | '”' | '"' | '?' | '!'))
            || w.has(Class::Preposition)
    })
}

fn of_mark(mark: char, at: usize) -> Chunk {
    match mark {
        ',' => Chunk::Comma,
        '&' => Chunk::And(at),
        ';' | ':' | '—' | '–' | '…' => Chunk::Break,
        '(' | '[' => Chunk::Open,
        ')' | ']' => Chunk::Close,
        '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»' => Chunk::Quote,
        _ => Chunk::Other(at),
    }
}

fn read_words(sentence: &Sentence, chunks: &mut Chunks, at: usize, lexicon: &Lexicon) -> (Chunk, usize) {
    let words = &sentence.words;
    let w = &words[at];
    if w.sort == Sort::Word && !w.plain {
        if w.any(JOINTS)
            && let Some(joint) = joint(words, at, chunks)
        {
            return (joint, at + 1);
        }
        // "off-duty guard shot" begins with no preposition
        if w.has(Class::Preposition) && !w.has(Class::To) && !joins_noun(words, at) {
            return (Chunk::Preposition(at), at + 1);
        }
        if may_open_group(w)
            && !harm_suffered(words, at)
            && let Some(group) = verb_group(sentence, at, chunks)
        {
            let end = group.end;
            chunks.verbs.push(group);
            return (Chunk::Verb(chunks.verbs.len() - 1), end);
        }
        if w.has(Class::Where) {
            // "since 2004" goes with its clause, "since the war began" is one
            let time = |n: &Word| n.sort == Sort::Digits || n.any(&[Class::Month, Class::Weekday]);
            let early = |n: &&Word| n.has(Class::Early) || n.is('-');
            let year = w.has(Class::Cumulative) && words[at + 1..].iter().find(|n| !early(n)).is_some_and(time);
            return (if year { Chunk::Preposition(at) } else { Chunk::Where(at) }, at + 1);
        }
        if w.any(&[Class::Fatal, Class::Nonfatal]) && w.outcome.adjective.is_none() {
            return (Chunk::Other(at), at + 1);
        }
        if w.has(Class::To) {
            return (Chunk::Preposition(at), at + 1);
        }
        if w.outcome.adjective.is_some() && !noun_phrase_better(sentence, at, lexicon) {
            return (Chunk::State(at), at + 1);
        }
    }
    if let Some(mut np) = NounPhrase::read(sentence, at, lexicon).filter(|np| np.end as usize > at) {
        if matches!(chunks.list.last(), Some(Chunk::Owner))
            && let [.., Chunk::Noun(owner), _] = chunks.list[..]
        {
            np.opening = Opening::Owner;
            np.first = chunks.phrases[owner].first;
            np.share |= chunks.phrases[owner].share; // "a third of Europe's population"
            np.male = np.male.filter(|_| np.name.is_none());
            named_after(sentence, &chunks.phrases[owner], &mut np);
        }
        np.chunk = Some(chunks.list.len() as u16);
        chunks.kinds.add_phrase(&np);
        chunks.phrases.push(np);
        return (Chunk::Noun(chunks.phrases.len() - 1), np.end as usize);
    }
    (Chunk::Other(at), at + 1)
}

/// "Five New People's Army rebels": an owner that is a name with a number or "a" before it is part of what they are called.
fn named_after(sentence: &Sentence, owner: &NounPhrase, np: &mut NounPhrase) {
    let called = |at: u16| sentence.words[at as usize].name;
    let name = owner.name.is_some() && called(owner.head) && np.name == Some(owner.end + 1);
    if name && np.figure.is_none() && np.who == Who::Person && !np.kin {
        (np.figure, np.opening) = (owner.figure, owner.opening);
    }
}

/// "wounded soldiers said": the adjective belongs to a noun.
fn noun_phrase_better(sentence: &Sentence, at: usize, lexicon: &Lexicon) -> bool {
    NounPhrase::read(sentence, at, lexicon).is_some_and(|np| np.end as usize > at + 1 && np.is_people())
}
