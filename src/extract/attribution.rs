//! Who said it: verbs of saying, "according to", and the outlet it was taken from.

mod speaker;

use super::chunk::{Chunk, Chunks, Kind, Voice};
use super::noun_phrase::{NounPhrase, Opening, Pronoun, Who};
use super::statement::{gives_number, speaker_alone};
use super::word::Sentence;
use crate::lexicon::{Class, Lexicon};
use crate::token::{Token, WordId};
use speaker::{issued_by, made_by, signed, speaker};
use std::ops::Range;

/// Who is said to have stated what a sentence says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The speaker, in the words of the text.
    pub origin: Option<String>,
    /// The outlet it was taken from.
    pub via: Option<String>,
    /// "unconfirmed reports", "officials had said earlier"
    pub doubtful: bool,
    /// The speaker is a pronoun: the one named before.
    pub carried: bool,
    /// The speaker is one person, whom "he" or "she" can mean.
    pub one: bool,
}

impl Attribution {
    /// Whether two speakers are named and are not the same; a capital at the head of a sentence makes no other speaker.
    pub(super) fn rivals(&self, other: &Attribution) -> bool {
        let pair = self.origin.as_ref().zip(other.origin.as_ref());
        pair.is_some_and(|(a, b)| !a.eq_ignore_ascii_case(b))
    }
}

/// Words before what someone speaks for: "the ministry of health", "a spokesman for the army".
const SPOKEN_FOR: &[Class] = &[Class::Of, Class::For];

/// "The ministry" after "the ministry of health": the name said before in full.
pub fn fuller(names: &mut Vec<String>, said: &mut Attribution, lexicon: &Lexicon) {
    let Some(origin) = &mut said.origin else { return };
    let short = |full: &&String| {
        let begins = full.get(..origin.len()).is_some_and(|f| f.eq_ignore_ascii_case(origin));
        let rest = full.get(origin.len()..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
        begins && rest.split(' ').next().is_some_and(|w| lexicon.entry(lexicon.id(w)).classes.any(SPOKEN_FOR))
    };
    match names.iter().rfind(short) {
        Some(full) => origin.clone_from(full),
        None => names.push(origin.clone()),
    }
}

/// Without a word of these nobody is said to speak.
const SPEAK: &[Class] = &[Class::Speech, Class::Denial, Class::According, Class::Body, Class::Agency];

/// The speakers of the clauses of a sentence, where it sets clauses against each other: "some reports said 50, but the
/// governor said 17".
pub fn voices(text: &str, tokens: &[Token], sentence: &Sentence, chunks: &Chunks) -> Vec<(Range<usize>, Attribution)> {
    let parts = |c: &usize| {
        *c + 1 < chunks.list.len()
            && match chunks.list[*c] {
                Chunk::But => true,
                Chunk::Break if sentence.words[chunks.starts[*c]].is(';') => true,
                Chunk::Where(w) if sentence.words[w].has(Class::While) => true,
                // "with some reports saying eight had died"
                Chunk::Preposition(_) | Chunk::Other(_) | Chunk::Comma if saying(sentence, chunks, *c + 2) => true,
                // "the mayor said four died and the governor said five were hurt"
                Chunk::And(_) if matches!(chunks.list[*c + 1], Chunk::Noun(_)) => {
                    leads(sentence, chunks, &(*c + 1..chunks.list.len()))
                }
                // "police said seven, the hospital nine"
                _ => speaker_alone(sentence, chunks, *c + 1).is_some() || gives_number(sentence, chunks, *c + 1),
            }
    };
    if !sentence.classes.any(SPEAK) {
        return Vec::new();
    }
    let joints = chunks.runs([&[Kind::But, Kind::Break, Kind::Where, Kind::And, Kind::Comma]]);
    let with = chunks.runs([&[Kind::Preposition, Kind::Other], &[Kind::Noun], &[Kind::Verb]]);
    let mut ends: Vec<usize> = joints.chain(with).filter(parts).collect();
    if ends.is_empty() {
        return Vec::new();
    }
    ends.sort_unstable();
    ends.dedup(); // of a very long sentence each is asked twice
    let mut voices = Vec::new();
    let mut start = 0;
    for c in ends.into_iter().chain([chunks.list.len()]) {
        voices.push((start..c, attribution(text, tokens, sentence, chunks, start..c)));
        start = c;
    }
    // "police had earlier said 12, but now said nine": the same speaker, who is sure now
    for i in 1..voices.len() {
        let (before, after) = voices.split_at_mut(i);
        let ((_, earlier), (clause, said)) = (&before[i - 1], &mut after[0]);
        if earlier.doubtful
            && said.origin.is_none()
            && chunks.list[clause.clone()].iter().any(|k| chunks.is_speech(sentence, k))
        {
            said.origin.clone_from(&earlier.origin);
        }
    }
    // "four died; police said a fifth was missing": who speaks first in a clause says nothing of the one before
    let own =
        |i: usize| voices.get(i).is_some_and(|(clause, said)| said.origin.is_some() && leads(sentence, chunks, clause));
    let kept: Vec<bool> = voices
        .iter()
        .enumerate()
        .map(|(i, (_, said))| said.origin.is_some() || said.via.is_some() || !said.carried && own(i + 1))
        .collect();
    let mut kept = kept.into_iter();
    voices.retain(|_| kept.next() == Some(true));
    voices
}

/// Whether the verb at chunk `c` tells what the noun before it, behind "with" or a comma, says.
fn saying(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let with = |k: Chunk| match k {
        Chunk::Preposition(w) | Chunk::Other(w) => sentence.words[w].has(Class::With),
        k => k == Chunk::Comma,
    };
    let says = matches!(chunks.list.get(c), Some(&Chunk::Verb(v)) if chunks.verbs[v].voice == Voice::Ing
        && sentence.words[chunks.verbs[v].main].has(Class::Speech));
    says && c >= 2 && matches!(chunks.list[c - 1], Chunk::Noun(_)) && with(chunks.list[c - 2])
}

/// Whether a clause begins with its speaker, and what was said follows.
fn leads(sentence: &Sentence, chunks: &Chunks, clause: &Range<usize>) -> bool {
    let list = &chunks.list[clause.clone()];
    let list = if let [Chunk::Comma, rest @ ..] = list { rest } else { list };
    let verb = list.iter().position(|k| matches!(k, Chunk::Verb(_)));
    let says = |v: usize| chunks.is_speech(sentence, &list[v]);
    let quiet = |k: &Chunk| {
        matches!(
            k,
            Chunk::Noun(_) | Chunk::Preposition(_) | Chunk::Other(_) | Chunk::But | Chunk::Break | Chunk::Where(_)
        )
    };
    verb.is_some_and(|v| says(v) && list[..v].iter().all(quiet) && list.len() > v + 2)
}

/// Finds who said what stands in some chunks of a sentence.
pub fn attribution(
    text: &str,
    tokens: &[Token],
    sentence: &Sentence,
    chunks: &Chunks,
    clause: Range<usize>,
) -> Attribution {
    let mut found = Attribution::default();
    if !sentence.classes.any(SPEAK) {
        return found;
    }
    let words = &sentence.words;
    if let Some(n) = signed(sentence, chunks) {
        take(text, tokens, sentence, chunks, &chunks.phrases[n], &mut found);
    }
    // "the hospital nine", "according to police"
    let alone = chunks.runs([&[Kind::Noun], &[Kind::Bare]]).next().is_some();
    let where_asked = |kind, asked| if asked { kind } else { Kind::Verb };
    let [by, according] =
        [Kind::Preposition, Kind::Other].map(|kind| where_asked(kind, sentence.has(Class::According)));
    let speak = [Kind::Verb, where_asked(Kind::Noun, alone), by, according];
    for c in chunks.runs([&speak]).filter(|c| clause.contains(c)) {
        match chunks.list[c] {
            Chunk::Verb(v) => {
                let g = &chunks.verbs[v];
                if !words[g.main].any(&[Class::Speech, Class::Denial, Class::According]) {
                    continue;
                }
                // "denied that four had died"
                let denies =
                    words[g.main].has(Class::Denial) && matches!(chunks.list.get(c + 1), Some(Chunk::Where(_)));
                // "were put at 12", "claimed three lives"
                let put = words[g.first..g.main].iter().any(|w| w.any(&[Class::BeSingle, Class::BePlural]));
                let claimed = |np: &NounPhrase| {
                    let victim = words[g.main].has(Class::Costing) && np.opening == Opening::Owner; // "its third victim"
                    victim || words[np.head as usize].has(Class::Lives)
                };
                let lives = matches!(chunks.list.get(c + 1), Some(&Chunk::Noun(n)) if claimed(&chunks.phrases[n]));
                if saying(sentence, chunks, c)
                    && let Chunk::Noun(n) = chunks.list[c - 1]
                {
                    take(text, tokens, sentence, chunks, &chunks.phrases[n], &mut found);
                }
                // "AFP quoted doctors as saying", "quoting a doctor, the agency said"
                if words[g.main].has(Class::According)
                    && let Some(n) = cited(chunks, c + 1)
                {
                    take(text, tokens, sentence, chunks, &chunks.phrases[n], &mut found);
                }
                let says = words[g.main].has(Class::Speech) || denies;
                if !says || g.voice != Voice::Active || g.negated || put || lives {
                    continue;
                }
                // "had earlier put the toll at 12": what was said before what is known now
                found.doubtful |= g.pluperfect && sentence.has(Class::Early);
                if let Some(n) = speaker(sentence, chunks, c).filter(|n| !is_time(sentence, &chunks.phrases[*n])) {
                    let n = issued_by(sentence, chunks, n).unwrap_or(n);
                    take(text, tokens, sentence, chunks, &chunks.phrases[n], &mut found);
                }
                // "he told Al Jazeera"
                if let Some(Chunk::Noun(n)) = chunks.list.get(c + 1) {
                    let np = &chunks.phrases[*n];
                    if is_outlet(sentence, np) {
                        found.via.get_or_insert_with(|| words_of(text, tokens, sentence, np));
                    }
                }
            }
            Chunk::Noun(_) if let Some(n) = speaker_alone(sentence, chunks, c) => {
                take(text, tokens, sentence, chunks, &chunks.phrases[n], &mut found);
            }
            Chunk::Preposition(w) | Chunk::Other(w) if words[w].has(Class::According) => {
                if let Some(n) = cited(chunks, c + 1) {
                    let n = made_by(sentence, chunks, c + 1).unwrap_or(n);
                    take(text, tokens, sentence, chunks, &chunks.phrases[n], &mut found);
                }
            }
            _ => {}
        }
    }
    found
}

/// "Gaza's health ministry": the phrase at chunk `c`, past those who own it.
fn cited(chunks: &Chunks, mut c: usize) -> Option<usize> {
    while let Some([Chunk::Noun(_), Chunk::Owner, Chunk::Noun(_)]) = chunks.list.get(c..c + 3) {
        c += 2;
    }
    if let Some(&Chunk::Noun(n)) = chunks.list.get(c) { Some(n) } else { None }
}

fn take(text: &str, tokens: &[Token], sentence: &Sentence, chunks: &Chunks, np: &NounPhrase, found: &mut Attribution) {
    let number = np.who == Who::Bare && np.figure.is_some() || sentence.words[np.head as usize].has(Class::Counter);
    if np.pronoun == Some(Pronoun::Thing) || np.harm || np.count.is_some() || np.toll.is_some() || number {
        return;
    }
    found.doubtful |= sentence.words[np.first as usize..np.end as usize].iter().any(|w| w.has(Class::Possible));
    if np.pronoun.is_some() {
        found.carried = true;
        found.one |= np.plural == Some(false);
    } else if is_outlet(sentence, np) {
        found.via.get_or_insert_with(|| words_of(text, tokens, sentence, np));
    } else if found.origin.is_none() {
        found.origin = Some(words_of(text, tokens, sentence, &in_full(sentence, chunks, np)));
        let person = np.who == Who::Person || np.who == Who::Unknown && np.name.is_some() && !np.body;
        found.one = person && np.plural != Some(true);
    }
}

/// "the ministry of health", "a spokesman for the army": a speaker whom nothing tells apart but what they speak for. "The
/// prosecutor's office of Lima" is the prosecutor's office to others.
fn in_full(sentence: &Sentence, chunks: &Chunks, np: &NounPhrase) -> NounPhrase {
    let mut full = *np;
    let office = (np.body || np.opening != Opening::None) && np.head <= np.first + 1;
    let named = !office || sentence.words[np.head as usize].name && np.opening == Opening::None;
    let mut rest = chunks.phrases.iter().filter(|next| next.first > np.first);
    while let Some(next) = rest.next().filter(|next| !named && next.first == full.end + 1) {
        if !sentence.words[full.end as usize].any(SPOKEN_FOR) || next.figure.is_some() {
            break;
        }
        full.end = next.end;
    }
    full
}

/// "reported today"
fn is_time(sentence: &Sentence, np: &NounPhrase) -> bool {
    sentence.words[np.head as usize].any(&[Class::Day, Class::Weekday, Class::Month, Class::TimeUnit])
}

fn is_outlet(sentence: &Sentence, np: &NounPhrase) -> bool {
    sentence.words[np.first as usize..np.end as usize].iter().any(|w| w.has(Class::Agency))
}

/// The person that a sentence is about, by name: the "he" of the next one.
pub fn subject(text: &str, tokens: &[Token], sentence: &Sentence, chunks: &Chunks) -> Option<String> {
    let first =
        chunks.list.iter().find_map(|k| if let Chunk::Noun(n) = k { Some(&chunks.phrases[*n]) } else { None })?;
    let words = &sentence.words[first.first as usize..first.end as usize];
    let named = words.len() > 1 && words.iter().all(|w| w.name) && !words.iter().any(|w| w.has(Class::Thing));
    let person = named && first.plural != Some(true) && !sentence.headline;
    person.then(|| words_of(text, tokens, sentence, first))
}

/// Whether a sentence names an outlet.
pub fn names_outlet(text: &str, tokens: &[Token], lexicon: &Lexicon) -> bool {
    let agency = |at| lexicon.longest_where(text, tokens, at, |e| e.classes.has(Class::Agency)).is_some();
    (0..tokens.len()).any(|at| tokens[at].word != WordId::UNKNOWN && agency(at))
}

/// The outlet through which a sentence was heard that names none: the one that its speaker talks to in the sentences beside it
/// ("he told Al Jazeera"), or the one that the next of its paragraph credits. `outlet` gives who is said to have stated a
/// sentence that names an outlet.
pub fn heard_through(
    at: usize,
    said: &Attribution,
    paragraph: impl Fn(usize) -> Option<u32>,
    outlet: impl Fn(usize) -> Option<Attribution>,
) -> Option<String> {
    let same = |who: &Attribution| who.origin == said.origin || who.origin.is_none() && who.carried;
    let (goes_on, speaks) = (paragraph(at + 1) == paragraph(at), said.origin.is_some());
    let next = || outlet(at + 1).filter(|who| goes_on || same(who));
    let after = if goes_on || speaks { next() } else { None };
    let before = || at.checked_sub(1).filter(|_| said.carried && speaks).and_then(&outlet).filter(same);
    after.or_else(before)?.via
}

/// The words of a noun phrase as written.
pub fn words_of(text: &str, tokens: &[Token], sentence: &Sentence, np: &NounPhrase) -> String {
    let words = &sentence.words;
    let first = tokens[words[np.first as usize].first as usize].start as usize;
    let end = tokens[words[np.end as usize - 1].end as usize - 1].end as usize;
    text[first..end].split_whitespace().collect::<Vec<_>>().join(" ")
}
