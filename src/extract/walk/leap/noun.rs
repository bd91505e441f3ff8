//! Whether a noun phrase that the walk back comes to is who the predicate is of.

use super::super::super::chunk::{Chunk, Chunks, Voice};
use super::super::super::item::Item;
use super::super::super::noun_phrase::Who;
use super::super::across::{nobody, relative_of_another};
use super::super::around::{
    Around, around, bodies, body_of_members, described, named_members, one_of_them, says, told_before, who_they_are,
};
use super::super::back::{before_counted, past_brackets, relative_before};
use super::super::counted::{counted_of, one_of, some_of_group};
use super::super::seen::behind_parts;
use super::super::{list_back, participle, plain};
use super::{Leap, Step};
use crate::lexicon::Class;

impl Leap<'_> {
    pub(super) fn noun(&mut self, i: usize, n: usize) -> Step {
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
}

fn takes_object(chunks: &Chunks, v: usize) -> bool {
    let g = &chunks.verbs[v];
    matches!(g.voice, Voice::Active | Voice::Ing | Voice::Infinitive)
}

/// Before the word at chunk `i` that begins parts, and the comma that sets them off.
fn before_comma(list: &[Chunk], i: usize) -> usize {
    i - usize::from(i > 0 && list[i - 1] == Chunk::Comma)
}
