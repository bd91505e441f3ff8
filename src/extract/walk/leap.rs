//! Back from a predicate over what stands between, to the noun phrase that agrees with it.

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::item::Item;
use super::super::noun_phrase::Who;
use super::super::word::{Sentence, Sort};
use super::across::{
    clause_subject, dies, earlier_subject, goes_on, listed, nobody, passive_like, past_time, relative_of_another,
    subject_inside, subjectless,
};
use super::around::{
    Around, around, before_time, bodies, body_of_members, described, named_members, one_of_them, says, spelled_out,
    told_before, who_they_are,
};
use super::aside::{apposition, chained};
use super::back::{before_counted, open_before, past_brackets, relative_before};
use super::counted::{counted_of, one_of, some_of_group};
use super::onward::list_on;
use super::seen::{Seen, behind_parts, finish, parenthesis};
use super::{gerund, list_back, participle, plain};
use crate::lexicon::Class;

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
            // "was thrown from a train to his death"
            _ if matches!(chunks.list[self.c], Chunk::State(_)) && self.depth == 0 => {
                Step::Found(leap(sentence, chunks, i, g.plural, self.depth + 1))
            }
            Voice::Passive | Voice::Copula | Voice::Active | Voice::Bare => Step::NOBODY,
        }
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

    fn noun(&mut self, i: usize, n: usize) -> Step {
        let (sentence, chunks, c) = (self.sentence, self.chunks, self.c);
        if i + 1 == c && nobody(sentence, &chunks.phrases[n]) {
            return Step::Found(vec![plain(n)]);
        }
        if let Some(members) = who_they_are(sentence, chunks, i, c) {
            return Step::Found(members);
        }
        if i + 1 == c
            && self.depth == 0
            && participle(sentence, chunks, c)
            && let Some(items) = one_of(sentence, chunks, i)
        {
            return self.found(items);
        }
        let around = around(sentence, chunks, i);
        if self.is_antecedent(i, n) || self.is_beside(i, n, &around) {
            if let Some(Around::Smaller(end)) = around {
                let parts = list_back(sentence, chunks, end, None).0;
                self.seen.parts.extend(parts.into_iter().map(|i| Item { part: true, ..i }));
            }
            // "the 13 people who lost their lives", "leaving three civilians wounded"
            return self.found(list_back(sentence, chunks, i, self.plural).0);
        }
        self.hangs(i, n).unwrap_or_else(|| self.list(i, n))
    }

    /// "six nuns, two of them Poles, who were killed": whether the relative pronoun that was passed is of the noun at chunk `i`.
    fn is_antecedent(&self, i: usize, n: usize) -> bool {
        let np = &self.chunks.phrases[n];
        let after = self.closed.filter(|(open, _)| *open == i + 1).map_or(i + 1, |(_, close)| close);
        let next = self.chunks.list[after..self.c].iter().find(|k| !matches!(k, Chunk::Comma | Chunk::Other(_)));
        self.relative
            && matches!(next, Some(Chunk::Relative(_)))
            && np.may_be_people()
            && (np.is_people() || np.name.is_some() || np.figure.is_some())
            && !body_of_members(self.sentence, self.chunks, i)
    }

    /// Whether the predicate is a participle that belongs to the noun at chunk `i`, right before it, even inside a phrase ("the
    /// name of the man killed"), but not past people ("three members of a family killed").
    fn is_beside(&self, i: usize, n: usize, around: &Option<Around>) -> bool {
        let (sentence, chunks) = (self.sentence, self.chunks);
        let (list, np) = (&chunks.list, &chunks.phrases[n]);
        // "with two still missing"
        let next = list[i + 1..self.c].iter().all(|k| matches!(k, Chunk::Other(_)));
        // "six farmers including a child killed": the participle is of all
        let part = matches!(around, Some(Around::Larger));
        let inside = || match (i.checked_sub(2).map(|p| list[p]), i.checked_sub(1).map(|p| list[p])) {
            // "15 dead with seven people missing": beside them, and not inside
            (Some(Chunk::Noun(_)), Some(Chunk::Preposition(w))) if sentence.words[w].has(Class::With) => false,
            (Some(Chunk::Noun(_)), Some(Chunk::Preposition(_)))
                if some_of_group(sentence, chunks, i - 1, n).is_some() =>
            {
                true
            }
            (Some(Chunk::Noun(outer)), Some(Chunk::Preposition(_))) => {
                let people = np.is_people() || np.plural == Some(true) && np.name.is_some(); // "of the Jesuits"
                !people || chunks.phrases[outer].is_people() || chunks.phrases[outer].figure.is_some()
            }
            (_, Some(Chunk::Preposition(_))) => !np.is_people(),
            _ => false,
        };
        next && participle(sentence, chunks, self.c) && np.may_be_people() && !part && !inside()
    }

    /// Where the noun at chunk `i` hangs on what stands before it: "of two men", "including a child", "who drove a van".
    fn hangs(&mut self, i: usize, n: usize) -> Option<Step> {
        let (sentence, chunks) = (self.sentence, self.chunks);
        let list = &chunks.list;
        let own = if i >= 2 && list[i - 1] == Chunk::Owner { i - 2 } else { i };
        let p = past_brackets(list, own.checked_sub(1)?);
        match list[p] {
            Chunk::Preposition(w) => {
                // "the bodies of two men were found": of-phrases under a counting head are the people
                let of = sentence.words[w].has(Class::Of);
                let Some(counted) = counted_of(sentence, chunks, p, n).filter(|_| of) else { return Some(Step::On(p)) };
                Some(match one_of_them(sentence, chunks, p) {
                    Some(name) => self.found(vec![Item { inner: Some(n), ..plain(name) }]),
                    None => self.found(before_counted(sentence, chunks, p, counted, self.plural)),
                })
            }
            Chunk::Including(_) => {
                self.seen.parts.insert(0, Item { part: true, ..plain(n) });
                Some(Step::On(before_comma(list, p)))
            }
            Chunk::Whom => Some(self.found(vec![Item { of: true, ..plain(n) }])),
            // "confirmed the crash, saying 11 died": what is said is a clause
            Chunk::Verb(v) if says(sentence, chunks, v) => None,
            Chunk::Verb(v) if takes_object(chunks, v) => {
                if let Some(who) = relative_of_another(list, p).filter(|_| !self.relative) {
                    return Some(Step::On(who + 1)); // "who tried to move the bomb was killed"
                }
                let open = matches!(chunks.verbs[v].voice, Voice::Ing | Voice::Infinitive);
                let goes_on = open || relative_before(list, p).is_some();
                Some(if goes_on { Step::On(p + 1) } else { self.found(vec![plain(n)]) })
            }
            _ => None,
        }
    }

    /// The list that ends with the noun at chunk `i`.
    fn list(&mut self, i: usize, n: usize) -> Step {
        let Leap { sentence, chunks, plural, relative, .. } = *self;
        let (list, np) = (&chunks.list, &chunks.phrases[n]);
        let (mut items, start) = list_back(sentence, chunks, i, plural);
        let before = start.checked_sub(1).map(|b| list[b]);
        if matches!(before, Some(Chunk::Including(_))) {
            if items.len() > 1 && told_before(list, start - 1) {
                // "were killed, including two nurses, and six were hurt": only the last begin a clause
                return self.found(items.into_iter().rev().take(1).collect());
            }
            self.seen.beside.extend(behind_parts(list, i, &mut items));
            self.seen.parts.splice(0..0, items.into_iter().map(|item| Item { part: true, ..item }));
            return Step::On(before_comma(list, start - 1));
        }
        let joined = plural == Some(false) && matches!(before, Some(Chunk::And(_)));
        if let Some(who) = relative_of_another(list, start).filter(|_| joined && !relative) {
            return Step::On(who + 1); // "who was a clerk and a friend was killed"
        }
        if items.len() > 1
            && start > 1
            && matches!(before, Some(Chunk::Preposition(w)) if sentence.words[w].has(Class::Of))
            && matches!(list[start - 2], Chunk::Noun(h) if bodies(&chunks.phrases[h]))
        {
            return self.found(items);
        }
        if matches!(before, Some(Chunk::Preposition(_))) && start < i {
            return Step::On(start - 1);
        }
        let disagrees = plural == Some(true)
            && items.len() == 1
            && (np.plural == Some(false) || np.who == Who::Unknown && np.plural.is_none())
            && np.figure.is_none()
            && !np.both;
        if disagrees && matches!(before, Some(Chunk::Comma)) {
            return Step::On(start - 1); // "supporters from a village, West district were": a place of theirs
        }
        if !np.may_be_people() && items.len() == 1 {
            // a thing cannot have suffered it: look on, but not past a clause
            let of_another = relative_of_another(list, i).filter(|_| !relative);
            return match of_another {
                _ if np.who == Who::Animal => Step::NOBODY,
                Some(who) => Step::On(who + 1),
                None if i + 1 == self.c && !relative => Step::NOBODY,
                None => Step::On(i),
            };
        }
        let items = match plural {
            Some(true) => named_members(sentence, chunks, items, start),
            _ => described(chunks, items, start),
        };
        self.found(items)
    }

    fn found(&mut self, items: Vec<Item>) -> Step {
        Step::Found(finish(items, std::mem::take(&mut self.seen)))
    }
}

/// Before the word at chunk `i` that begins parts, and the comma that sets them off.
fn before_comma(list: &[Chunk], i: usize) -> usize {
    i - usize::from(i > 0 && list[i - 1] == Chunk::Comma)
}

pub(super) fn takes_object(chunks: &Chunks, v: usize) -> bool {
    let g = &chunks.verbs[v];
    matches!(g.voice, Voice::Active | Voice::Ing | Voice::Infinitive)
}

pub(super) fn before_comma_is_subject(chunks: &Chunks, i: usize) -> bool {
    i > 0 && matches!(chunks.list[i - 1], Chunk::Noun(_))
}
