//! Rules for others and for the members of a list.

use super::super::super::noun_phrase::Opening;
use super::super::kind::supersedes;
use super::super::{Group, People, Stand};
use super::{Case, Count, PASS, Ruling};
use crate::claim::{Outcome, Role};
use std::ops::ControlFlow;

impl People {
    /// "Three others were hurt": beside those told of, among a total that has room for them, or told of before.
    pub(super) fn others(&mut self, case: &Case, count: &Count) -> Ruling {
        let (s, m, value) = (case.told.s, case.told.m, count.value);
        let outcome = s.outcome;
        if !m.np.other || count.single && m.figure.is_some() {
            return PASS;
        }
        let in_sentence = self.groups.iter().any(|g| g.sentence == m.sentence && g.outcome == outcome);
        if let Some(r) = self.same(outcome, value, m).filter(|_| !in_sentence) {
            return self.make(case, count, Stand::again(Role::Addition, r, "others again"));
        }
        if let Some(whole) = self.beside_part(m, outcome, value, case.listed.then_some(case.first)) {
            return self.make(case, count, Stand::detail(Role::Part, Some(whole), "others of the same"));
        }
        let contrast = self.drafts.iter().any(|d| d.sentence == m.sentence && d.outcome != outcome);
        if contrast && let Some(id) = self.one_by_one(case.told, &count.figure) {
            return ControlFlow::Break(Some(id));
        }
        // a vague word ("others were hurt") is no toll that a number is added to
        let known = self.latest_total(outcome).filter(|&k| self.drafts[k].sentence != m.sentence);
        if let Some(known) = known.filter(|_| self.news && contrast && value.is_none()) {
            return self.make(case, count, Stand::detail(Role::Part, Some(known), "some of those known"));
        }
        // "the two other victims" of three are two of them
        let whole = || self.latest_total(outcome).filter(|&t| self.drafts[t].figure.value() > value);
        if let Some(total) = whole().filter(|_| m.np.both || m.np.opening == Opening::Definite) {
            return self.make(case, count, Stand::detail(Role::Part, Some(total), "others in a total"));
        }
        let around = || self.around_others(outcome, value, in_sentence);
        if !case.told.scope.later
            && let Some(total) = around()
        {
            return self.make(case, count, Stand::new(Role::Part, Some(total), "others in a total"));
        }
        let hurt = self.total_with_room(Outcome::Injured, value, usize::MAX);
        let hurt = hurt.filter(|&h| outcome == Outcome::Casualties && self.drafts[h].figure.value() == value);
        if let Some(hurt) = hurt {
            return self.make(case, count, Stand::again(Role::Part, hurt, "the hurt again"));
        }
        let counts = |g: &Group| g.value.is_some() || g.sentence == m.sentence;
        // "his clerks and fellow drivers were killed"
        let mates = || (case.listed && self.drafts.len() > case.first).then_some(case.first);
        let base = self.latest_own(outcome, counts).map(|b| self.root(b)).or_else(|| self.beside_dead(outcome, m));
        let base = base.or_else(mates);
        let role = if base.is_some() { Role::Addition } else { Role::Total };
        self.make(case, count, Stand::new(role, base, "others"))
    }

    /// One of a list who was told of before it.
    pub(super) fn listed_before(&mut self, case: &Case, count: &Count) -> Ruling {
        let (m, outcome) = (case.told.m, case.told.s.outcome);
        if !case.listed || !count.single {
            return PASS;
        }
        let before = |&g: &usize| {
            let Group { draft, outcome: known, .. } = self.groups[g];
            draft < case.first && (known == outcome || outcome == Outcome::Casualties && supersedes(known, outcome))
        };
        let Some(g) = self.same_person(m, outcome, case.told.s.ground).filter(before) else { return PASS };
        let draft = self.groups[g].draft;
        self.learn(g, m);
        self.make(case, count, Stand::again(Role::Part, draft, "listed again"))
    }

    /// One of a list: told of before it, among a total given above, or one more.
    pub(super) fn listed(&mut self, case: &Case, count: &Count) -> Ruling {
        let (s, m, first, value) = (case.told.s, case.told.m, case.first, count.value);
        let outcome = s.outcome;
        if !case.listed {
            return PASS;
        }
        // whoever says it tells of the same list where one of it was told of before
        let retold = self.drafts.get(first..).is_some_and(|list| list.iter().any(|d| d.repeats.is_some()));
        if let Some(r) = self.same_said(outcome, value, m, retold).filter(|&r| r < first) {
            return self.make(case, count, Stand::again(Role::Addition, r, "listed again"));
        }
        // "two also died": more than a total of whom nobody was told of yet
        let more = |t: usize| s.also && !self.news && self.drafts[t].told == 0;
        let hit = outcome == Outcome::Casualties;
        let hurt = || self.total_with_room(Outcome::Injured, value, first).filter(|_| hit);
        let dead = || self.dead_with_room(outcome, value, first).filter(|_| !m.np.other);
        let total = self.total_with_room(outcome, value, first).filter(|&t| !more(t));
        if let Some(total) = total.or_else(hurt).or_else(dead) {
            return self.make(case, count, Stand::detail(Role::Part, Some(total), "listed under a total"));
        }
        // "shot his wife and children" after two children were counted
        if let Some(known) = self.counted_before(case, count) {
            return self.make(case, count, Stand::detail(Role::Part, Some(known), "some of those known"));
        }
        let base = (self.drafts.len() > first).then_some(first);
        let more = self.total_before(first, outcome).filter(|&t| s.also || self.one_described(t));
        self.make(case, count, Stand::new(Role::Addition, more.or(base), "listed"))
    }
}
