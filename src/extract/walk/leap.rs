//! Back from a predicate over what stands between, to the noun phrase that agrees with it.

mod noun;

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::item::Item;
use super::super::word::{Sentence, Sort};
use super::across::{
    behind_subject, dies, goes_on, listed, passive_like, past_time, relative_of_another, subject_inside, subjectless,
};
use super::around::{before_time, spelled_out};
use super::aside::{apposition, chained};
use super::back::{open_before, relative_before};
use super::onward::list_on;
use super::seen::{Seen, finish, parenthesis};
use super::{bare, gerund, plain};
use crate::lexicon::Class;

/// How often a leap may start again at another verb.
const LEAPS: usize = 4;

/// The people of the predicate at chunk `c`, `plural` where it says how many they are.
pub(super) fn leap(sentence: &Sentence, chunks: &Chunks, c: usize, plural: Option<bool>, depth: usize) -> Vec<Item> {
    let mut leap = Leap { sentence, chunks, c, plural, depth, seen: Seen::default(), relative: false, closed: None };
    let mut i = before_time(chunks, c).unwrap_or(c);
    while i > 0 {
        match leap.step(i - 1) {
            Step::On(before) => i = before,
            Step::Found(items) => return items,
        }
    }
    Vec::new()
}

/// A walk back from a predicate, and what was passed on the way.
struct Leap<'a> {
    sentence: &'a Sentence,
    chunks: &'a Chunks,
    /// The chunk of the predicate.
    c: usize,
    /// Whether it says one (`false`) or several (`true`).
    plural: Option<bool>,
    depth: usize,
    seen: Seen,
    /// A relative pronoun was passed.
    relative: bool,
    /// The commas around a parenthesis just passed.
    closed: Option<(usize, usize)>,
}

/// What a chunk has to say.
enum Step {
    /// Nothing: what stands before this one is next.
    On(usize),
    /// These are the people, or there are none.
    Found(Vec<Item>),
}

impl Step {
    const NOBODY: Step = Step::Found(Vec::new());
}

impl Leap<'_> {
    fn step(&mut self, i: usize) -> Step {
        let (sentence, chunks, c) = (self.sentence, self.chunks, self.c);
        let list = &chunks.list;
        match list[i] {
            Chunk::Other(_) | Chunk::Quote | Chunk::State(_) | Chunk::Preposition(_) => Step::On(i),
            Chunk::Owner => Step::On(i - 1), // the owner is part of the phrase that follows
            Chunk::Close => Step::On(open_before(list, i)),
            Chunk::Relative(_) => {
                self.relative = true;
                Step::On(i)
            }
            // "of whom two died", handled from the noun on the far side: "13, two of whom died"
            Chunk::Whom => match i.checked_sub(1).map(|p| list[p]) {
                Some(Chunk::Noun(n)) if chunks.phrases[n].figure.is_some() => {
                    Step::Found(vec![Item { of: true, ..plain(n) }])
                }
                _ => Step::On(i),
            },
            Chunk::Comma => self.comma(i),
            Chunk::And(_) | Chunk::But => self.conjunction(i),
            // "before being shot dead", "after setting himself alight"
            Chunk::Where(_) if i + 1 == c && subjectless(sentence, chunks, c) => {
                Step::Found(clause_subject(sentence, chunks, i, self.depth))
            }
            // "a boy hurt after shooting himself has died": no clause of its own
            Chunk::Where(_) if gerund(chunks, i + 1) => Step::On(i),
            Chunk::Where(_) => Step::NOBODY,
            Chunk::Break if i + 1 == c => self.dash(i),
            Chunk::Break => Step::On(i),
            Chunk::Including(_) | Chunk::Open => Step::NOBODY,
            Chunk::Verb(v) => self.verb(i, v),
            Chunk::Noun(n) => self.noun(i, n),
        }
    }

    fn comma(&mut self, i: usize) -> Step {
        let (sentence, chunks, c) = (self.sentence, self.chunks, self.c);
        if let Some(first) = listed(chunks, i).filter(|_| self.plural == Some(true)) {
            return self.found(list_on(sentence, chunks, first));
        }
        // a parenthesis between commas: skip to its opening comma, unless a list or a participle stands there
        if let Some(p) = apposition(chunks, i).filter(|&p| !(self.relative && chained(chunks, p, i))) {
            let p = spelled_out(sentence, chunks, p).unwrap_or(p);
            parenthesis(sentence, chunks, p, &mut self.seen);
            self.closed = Some((p, i));
            return Step::On(p);
        }
        let earlier = !self.relative && i + 1 == c && (!before_comma_is_subject(chunks, i) || goes_on(chunks, c));
        let earlier = if earlier { earlier_subject(sentence, chunks, i, self.plural, self.depth) } else { None };
        earlier.map_or(Step::On(i), Step::Found)
    }

    fn conjunction(&self, i: usize) -> Step {
        let Leap { sentence, chunks, plural, depth, .. } = *self;
        let and = matches!(chunks.list[i], Chunk::And(_)) && !self.relative;
        match relative_of_another(&chunks.list, i).filter(|_| and) {
            Some(who) => Step::On(who + 1), // "who was a clerk and a spy was killed"
            None => earlier_subject(sentence, chunks, i, plural, depth).map_or(Step::NOBODY, Step::Found),
        }
    }

    /// "five people – three tourists and two guides – were killed": the mark at chunk `i`, right before the predicate.
    fn dash(&mut self, i: usize) -> Step {
        let (sentence, chunks) = (self.sentence, self.chunks);
        let is_break = |&p: &usize| chunks.list[p] == Chunk::Break;
        let inside = (0..i).rev().find(|p| !is_break(p)).unwrap_or(0); // "--" is two marks
        let Some(open) = (0..inside).rev().take(14).find(is_break) else { return Step::NOBODY };
        parenthesis(sentence, chunks, open, &mut self.seen);
        let dash = |k: usize| matches!(sentence.words[chunks.starts[k]].sort, Sort::Mark('—' | '–' | '-'));
        if self.seen.parts.is_empty() && !(dash(open) && dash(i)) { Step::NOBODY } else { Step::On(open) }
    }

    fn verb(&self, i: usize, v: usize) -> Step {
        let (sentence, chunks) = (self.sentence, self.chunks);
        let g = &chunks.verbs[v];
        match g.voice {
            // "the driver of the car he struck died"
            _ if subject_inside(chunks, i) => Step::On(i - 1),
            // "a man driving a car was killed"
            Voice::Ing | Voice::Infinitive => Step::On(i),
            _ if sentence.words[g.first].has(Class::VerbIng) => Step::On(i), // "having", "being"
            _ if let Some(who) = relative_before(&chunks.list, i) => Step::On(who),
            Voice::Active | Voice::Bare if self.only_describes(i, v) => Step::On(i),
            // "was thrown from a train to his death", "were pulled out injured"
            _ if self.depth == 0 && (matches!(chunks.list[self.c], Chunk::State(_)) || self.ends_in(i, g.voice)) => {
                Step::Found(leap(sentence, chunks, i, g.plural, self.depth + 1))
            }
            Voice::Passive | Voice::Copula | Voice::Active | Voice::Bare => Step::NOBODY,
        }
    }

    /// "were pulled out injured": whether the predicate is how those came out of what was done to them at chunk `i`.
    fn ends_in(&self, i: usize, voice: Voice) -> bool {
        let adverbs = &self.chunks.list[i + 1..self.c];
        voice == Voice::Passive && bare(self.chunks, self.c) && adverbs.iter().all(|k| matches!(k, Chunk::Other(_)))
    }

    /// "a man armed with a knife was shot": whether the verb at chunk `i` says no more than what those before it were.
    fn only_describes(&self, i: usize, v: usize) -> bool {
        let (sentence, chunks, c) = (self.sentence, self.chunks, self.c);
        let (list, g) = (&chunks.list, &chunks.verbs[v]);
        let participle = g.outcome.is_none() && sentence.words[g.main].has(Class::VerbPast) || g.suffered();
        let behind = list.get(past_time(sentence, list, i + 1));
        let before = list[..i].iter().rfind(|k| !matches!(k, Chunk::Other(_)));
        g.alone()
            && participle
            && (i + 1 == c || matches!(behind, Some(Chunk::Preposition(_) | Chunk::Verb(_))))
            && matches!(before, Some(Chunk::Noun(_) | Chunk::Comma))
            && (passive_like(chunks, c) || dies(chunks, c))
    }

    fn found(&mut self, items: Vec<Item>) -> Step {
        Step::Found(finish(items, std::mem::take(&mut self.seen)))
    }
}

fn before_comma_is_subject(chunks: &Chunks, i: usize) -> bool {
    i > 0 && matches!(chunks.list[i - 1], Chunk::Noun(_))
}

/// "was shot twice and died": the subject of the verb before the conjunction at `i`.
fn earlier_subject(
    sentence: &Sentence,
    chunks: &Chunks,
    i: usize,
    plural: Option<bool>,
    depth: usize,
) -> Option<Vec<Item>> {
    if depth >= LEAPS {
        return None;
    }
    let list = &chunks.list;
    for p in (0..i).rev() {
        match list[p] {
            Chunk::Verb(v) if !matches!(chunks.verbs[v].voice, Voice::Ing | Voice::Infinitive) => {
                let g = &chunks.verbs[v];
                // a plain verb needs a noun before it; what has an auxiliary, a relative or an outcome is one at any rate
                let plain =
                    g.alone() && g.voice == Voice::Active && g.outcome.is_none() && relative_before(list, p).is_none();
                if !plain || behind_subject(chunks, p) {
                    let items = leap(sentence, chunks, p, plural.or(g.plural), depth + 1);
                    let items: Vec<Item> = items.into_iter().filter(|i| !i.part).collect();
                    return (!items.is_empty()).then_some(items);
                }
            }
            Chunk::Break => return None,
            _ => {}
        }
    }
    None
}

/// "a child is dead after being shot": the subject of the clause before the conjunction at `i`, but nobody who only speaks.
fn clause_subject(sentence: &Sentence, chunks: &Chunks, i: usize, depth: usize) -> Vec<Item> {
    let predicate = (0..i).rev().find(|&p| match chunks.list[p] {
        Chunk::Verb(v) => !matches!(chunks.verbs[v].voice, Voice::Ing | Voice::Infinitive),
        Chunk::State(_) | Chunk::Break => true,
        _ => false,
    });
    let Some(p) = predicate.filter(|_| depth < LEAPS) else { return Vec::new() };
    match chunks.list[p] {
        Chunk::Verb(v) if !sentence.words[chunks.verbs[v].main].has(Class::Speech) => {
            leap(sentence, chunks, p, chunks.verbs[v].plural, depth + 1)
        }
        Chunk::State(_) => leap(sentence, chunks, p, None, depth + 1),
        _ => Vec::new(),
    }
}
