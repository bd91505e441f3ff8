//! What a sentence tells of people, taken in: its statements in order, then whom else it speaks of.

use super::{
    attribution::Attribution,
    chunk::{Chunk, Chunks},
    noun_phrase::{NounPhrase, Opening, figure_of},
    parsed::Parsed,
    people::{self, Mention, People},
    row,
    scope::{self, Scope},
    speakers::Said,
    statement::{Ground, Item, Statement},
    word::{Sentence, Word},
};
use crate::{
    claim::{Outcome, Victims},
    lexicon::Class,
    token::{Kind, Token, WordId},
};

/// One sentence, as its people are taken in: what does not hang on whom the text told of before.
pub(super) struct Here<'a> {
    parsed: &'a Parsed<'a>,
    index: usize,
    sentence: &'a Sentence,
    chunks: &'a Chunks,
    /// A place opens it.
    placed: bool,
    /// The phrases that do the harm in it.
    doers: Vec<usize>,
    /// The tokens at which the labels of a list by place start in it.
    labels: Vec<u32>,
    /// What each of its statements is about.
    scopes: Vec<Scope>,
}

/// Takes in whom a sentence tells of.
pub(super) fn take(people: &mut People, here: &mut Here, said: &Said) {
    let Here { parsed, index, sentence, chunks, .. } = *here;
    if !parsed.is_row(index) {
        here.labels.iter_mut().for_each(|label| *label = known(people, parsed, *label));
    }
    // who is spoken of before a statement of the same sentence as its subject may be meant there
    let (mut noted, mut aside) = (0, None);
    for (statement, scope) in parsed.stated(index).iter().zip(&here.scopes) {
        for n in here.before(statement, noted) {
            people.note(here.mention(n, &said.who));
        }
        noted = noted.max(statement.chunk);
        let led = here.state(people, statement, *scope, said.at(statement.chunk));
        aside.get_or_insert(led);
    }
    if aside == Some(true) {
        people.aside = Some(index);
    }
    for &n in here.doers.iter().filter(|n| chunks.phrases[**n].name.is_some()) {
        people.blame(here.mention(n, &said.who));
    }
    let fights = sentence.has(Class::Attack);
    let further_down = is_read_on(parsed, index);
    for (n, np) in chunks.phrases.iter().enumerate() {
        let (titled, meant) = (people::titles_name(np) && here.named(np), further_down && people::can_be_meant(np));
        if titled {
            people.entitle(here.mention(n, &said.who));
        }
        if meant {
            let told = here.mention(n, &said.who);
            let attacks = told.attacks || fights && people::attacks(sentence, chunks, n);
            people.note(Mention { attacks, ..told });
        }
    }
}

/// Whether anything is stated so near behind a sentence that someone of it may be meant there.
fn is_read_on(parsed: &Parsed, index: usize) -> bool {
    // they may be counted with others of a sentence between
    const NEAR: usize = people::REACH + 1;
    (index + 1..parsed.spans.len()).take(NEAR).any(|behind| !parsed.stated(behind).is_empty())
}

/// A label that stood before: "Homs: two dead", and then "HOMS – Two people died".
fn known(people: &People, parsed: &Parsed, label: u32) -> u32 {
    if parsed.tokens[label as usize].kind != Kind::Word {
        return label; // the mark of an item
    }
    let written = |token: u32| &parsed.text[parsed.tokens[token as usize].range()];
    let same = |row: &u32| written(*row).eq_ignore_ascii_case(written(label));
    people.drafts.iter().filter_map(|d| d.row).find(same).unwrap_or(label)
}

impl<'a> Here<'a> {
    /// A sentence; `placed` where a place opens it.
    pub(super) fn of(parsed: &'a Parsed<'a>, index: usize, placed: bool) -> Here<'a> {
        let ((sentence, chunks), stated) = (parsed.sentence(index), parsed.stated(index));
        let labels = match stated {
            [] => Vec::new(),
            _ if parsed.is_row(index) => vec![sentence.tokens.start as u32],
            _ => row::labels(sentence, parsed.tokens, parsed.lexicon.event()),
        };
        let doers = people::doers(sentence, chunks);
        let scopes = stated.iter().map(|statement| scope::scope(sentence, chunks, statement)).collect();
        Here { parsed, index, sentence, chunks, placed, doers, labels, scopes }
    }

    /// Whom a statement may mean of those spoken of before it in its sentence, from a chunk on.
    fn before(&self, statement: &Statement, from: usize) -> Vec<usize> {
        let Here { chunks, .. } = *self;
        let all = |i: &Item| {
            let np = &chunks.phrases[i.phrase];
            np.figure.is_none() && (np.all || np.pronoun.is_some() && np.plural == Some(true))
        };
        let points = statement.ground == Ground::Survived || statement.items.iter().any(all);
        let whom = people::subjects(chunks, from..statement.chunk);
        // "the only survivor of the 14 aboard"
        let behind = if matches!(chunks.list[statement.chunk], Chunk::Noun(_)) { 3 } else { 0 };
        let to = (statement.chunk + behind).min(chunks.list.len());
        let aboard = (from..to).filter_map(|c| match chunks.list[c] {
            // "sank with 120 aboard, and only 14 survived", "carried 31 people; all drowned"
            Chunk::Noun(n) if points && !statement.items.iter().any(|i| i.phrase == n) => Some(n),
            _ => None,
        });
        whom.chain(aboard).filter(|n| people::can_be_meant(&chunks.phrases[*n])).collect()
    }

    /// Whether a phrase stands right behind what was done to it.
    fn is_object(&self, n: usize) -> bool {
        let before = self.chunks.place_of(n).and_then(|c| c.checked_sub(1)).map(|c| self.chunks.list[c]);
        matches!(before, Some(Chunk::Verb(_)))
    }

    /// Takes in a statement; whether the sentence opens with it on another incident.
    fn state(&self, people: &mut People, statement: &Statement, mut scope: Scope, said: &Attribution) -> bool {
        let Here { sentence, chunks, .. } = *self;
        scope.is_possible(said.doubtful, "the source is called unsure");
        if people.tells_of(statement.outcome) && scope::long_ago(sentence, chunks, statement) {
            scope.is_background(true, "a year long before the text");
        }
        let own = || self.parsed.years_before(self.index);
        let dated = !sentence.years.is_empty() && !people.drafts.is_empty();
        if dated && scope::event_of_year(sentence, chunks, statement, &own()) {
            scope.is_background(true, "an event of another year");
        }
        let first = scope.cumulative && !people.tells_of(statement.outcome);
        if first && scope::so_far(sentence, self.parsed.tokens, self.parsed.lexicon.event()) {
            (scope.cumulative, scope.why) = (false, "");
        }
        let behind = people.drafts.first().is_some_and(|d| d.sentence < self.index);
        let dated =
            || scope::in_a_month(sentence) || scope::on_a_date(sentence, chunks, statement) && self.by_weekday(people);
        if behind && dated() && scope::brings_in(sentence, chunks, statement) {
            scope.is_background(true, "a date of its own");
        }
        scope.is_background(behind && self.goes_on_aside(people), "it goes on with another event");
        let mentions: Vec<_> =
            statement.items.iter().map(|item| (*item, self.suffers(people, statement, item, said))).collect();
        people.take(statement, scope, &mentions);
        let time = |w: &Word| w.any(&[Class::Background, Class::Month]); // "In May", "On 3 May", "Last month"
        scope.background && sentence.words.iter().take(3).any(time)
    }

    /// "Last month, a bomb went off in Ica. Ten died": whether the sentence, which tells no time of its own, goes on with one
    /// that opened on another event.
    fn goes_on_aside(&self, people: &People) -> bool {
        let Parsed { spans, tokens, text, lexicon, .. } = *self.parsed;
        let Some(before) = self.index.checked_sub(1).map(|b| &spans[b]) else { return false };
        let time = self.sentence.classes.any(&[Class::Weekday, Class::Day, Class::Background, Class::Month]);
        if time || before.paragraph != self.sentence.paragraph {
            return false;
        }
        let opens =
            || lexicon.longest_where(text, &tokens[before.tokens.clone()], 0, |e| e.classes.has(Class::Background));
        people.aside == Some(self.index - 1) || opens().is_some()
    }

    /// Whether the sentence that told first names its day by the weekday, as news do where it is of this week.
    fn by_weekday(&self, people: &People) -> bool {
        people.drafts.first().is_some_and(|d| self.parsed.sentence(d.sentence).0.has(Class::Weekday))
    }

    /// The mention of those whom a statement tells of.
    fn suffers<'s>(
        &'s self,
        people: &People,
        statement: &Statement,
        item: &Item,
        said: &'s Attribution,
    ) -> Mention<'s> {
        let Here { sentence, chunks, .. } = *self;
        let told = self.mention(item.phrase, said);
        let of_hurt = item.inner.is_some_and(|i| chunks.phrases[i].state == Some(Outcome::Injured));
        let beside = people::told_beside(sentence, chunks, item);
        let insider = told.attacks && told.np.plural == Some(false) && people.tells_of_victims(self.index);
        let of = Some(Victims::Perpetrators).filter(|_| insider).or(beside).or_else(|| people.title_of(&told.names));
        let object = told.np.first as usize > statement.word;
        let subject = match statement.chunk.checked_sub(1).map(|c| chunks.list[c]) {
            Some(Chunk::Noun(n)) => Some(&chunks.phrases[n]),
            _ => None,
        };
        let by_another = subject.is_some();
        let nth_deed = object
            && subject.is_some_and(|np| {
                np.ordinal.is_some()
                    || np.opening == Opening::Definite
                        && sentence.words[np.first as usize..np.head as usize].iter().any(|w| w.has(Class::RealTo))
            });
        let last = statement.each.unwrap_or(statement.word);
        let (first, last) = (statement.word.min(last), statement.word.max(last));
        let by = place(self.parsed.tokens, &sentence.words[first..=last]);
        // "the baker killed was Ann Lee": a name is the one whom the description tells of
        let described = item.inner.filter(|_| told.np.name.is_some() && !item.of);
        let head = described.map_or(told.head, |i| sentence.words[chunks.phrases[i].head as usize].id);
        Mention { of, of_hurt, acted_on: object && !by_another, nth_deed, by, head, ..told }
    }

    /// The mention of a noun phrase.
    fn mention<'s>(&'s self, n: usize, said: &'s Attribution) -> Mention<'s> {
        let Here { sentence, chunks, .. } = *self;
        let (np, words, tokens) = (&chunks.phrases[n], &sentence.words, self.parsed.tokens);
        let found = figure_of(sentence, np);
        let whole = place(tokens, &words[np.first as usize..np.end as usize]);
        let figure = found.and(np.figure).map(|f| place(tokens, &words[f as usize..=f as usize]));
        let first = words[np.first as usize].first;
        let row = self.labels.iter().rev().find(|label| **label <= first).copied();
        Mention {
            np,
            figure: found.map(|f| &f.figure),
            names: self.names(np),
            head: words.get(np.head as usize).map_or(WordId::UNKNOWN, |w| w.id),
            bytes: figure.unwrap_or_else(|| whole.clone()),
            whole,
            by: 0..0,
            sentence: self.index,
            of: None,
            of_hurt: false,
            said,
            headline: sentence.headline && sentence.paragraph == 0,
            line: sentence.headline && sentence.paragraph > 0,
            attacks: self.doers.contains(&n),
            placed: self.placed || row.is_some(),
            row,
            acted_on: self.is_object(n),
            nth_deed: false,
        }
    }

    /// Whether a name ends a phrase.
    fn named(&self, np: &NounPhrase) -> bool {
        let head = &self.sentence.words[np.head as usize];
        let kind = head.any(&[Class::Person, Class::Persons, Class::Thing, Class::Animal]);
        head.name & !kind & !self.sentence.titled
    }

    /// The run of names that ends a phrase: "Dutch reporter Cornell Lagrow" is called Cornell Lagrow.
    fn names(&self, np: &NounPhrase) -> Vec<String> {
        let words = &self.sentence.words[np.first as usize..=np.head as usize];
        if !self.named(np) {
            return Vec::new();
        }
        let run = words.iter().rev();
        let run = run.take_while(|w| w.name && !w.any(&[Class::Title, Class::Person]) || w.has(Class::NameSuffix));
        let written = |w: &Word| self.parsed.text[place(self.parsed.tokens, std::slice::from_ref(w))].to_lowercase();
        let mut names: Vec<String> = run.filter(|w| !w.has(Class::NameSuffix)).map(written).collect();
        names.reverse();
        names
    }
}

/// The bytes of some words.
fn place(tokens: &[Token], words: &[Word]) -> std::ops::Range<usize> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return 0..0 };
    tokens[first.first as usize].range().start..tokens[last.end as usize - 1].range().end
}
