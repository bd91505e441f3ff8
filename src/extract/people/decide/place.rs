//! Rules by where people stand: in a toll, in another incident, inside a number, among those told of before.

use super::super::super::noun_phrase::Opening;
use super::super::super::statement::Ground;
use super::super::another::apart;
use super::super::kind::{part_of_shot, related, supersedes};
use super::super::{Draft, Group, People, Stand};
use super::{Case, Count, NOBODY, PASS, Ruling};
use crate::claim::{Outcome, Role, Status, Victims};
use crate::figure::{Figure, Qualifier};
use std::ops::ControlFlow;

impl People {
    /// "The death toll rose to 13", which has those told of with it.
    pub(super) fn toll(&mut self, case: &Case, count: &Count) -> Ruling {
        let (s, m) = (case.told.s, case.told.m);
        if s.ground != Ground::Toll {
            return PASS;
        }
        let just = |g: &Group| g.outcome == s.outcome && g.draft < case.first && g.sentence + 1 >= m.sentence;
        if case.item.of && !self.groups.iter().any(just) {
            return NOBODY; // "put the number at 20", of what nobody knows
        }
        if case.item.part {
            return PASS;
        }
        let repeats = self.same(s.outcome, count.value, m);
        // "two more died, bringing the toll to 73", "found nine bodies and put the toll at 31": the toll has them
        let exact = |f: &Figure| f.qualifier == Qualifier::Exact;
        // "seven died, though some say eight": another's number of the same people, and no toll that has them
        let answers = case.item.of || m.by == m.bytes;
        let fewer = |d: &Draft| {
            let another = answers && d.said.origin != m.said.origin;
            exact(&d.figure)
                && exact(&count.figure)
                && !another
                && d.figure.value().is_some_and(|v| Some(v) < count.value)
                && !d.said.rivals(m.said)
        };
        let come = |d: &&mut Draft| {
            d.sentence == m.sentence && d.outcome == s.outcome && d.role == Role::Total && (d.more || fewer(d))
        };
        self.drafts.iter_mut().filter(come).for_each(|d| d.role = Role::Addition);
        if case.told.scope.revises && exact(&count.figure) {
            let higher = |d: &&mut Draft| {
                let total = d.outcome == s.outcome && d.role == Role::Total && !d.said.rivals(m.said);
                total && exact(&d.figure) && d.figure.value() > count.value
            };
            self.drafts.iter_mut().filter(higher).for_each(|d| d.status = Status::Uncertain); // it is withdrawn
        }
        let role = if case.told.scope.cumulative { Role::Cumulative } else { Role::Total };
        self.make(case, count, Stand { repeats, ..Stand::detail(role, None, "toll") })
    }

    /// Another incident, or a longer time, as the clause says.
    pub(super) fn other_or_longer(&mut self, case: &Case, count: &Count) -> Ruling {
        let scope = case.told.scope;
        let other = scope.dated && self.drafts.iter().any(|d| d.sentence < case.told.m.sentence);
        if !(scope.cumulative || scope.background || other) {
            return PASS;
        }
        let role = if scope.cumulative { Role::Cumulative } else { Role::Other };
        self.make(case, count, Stand::detail(role, None, "scope"))
    }

    /// "Including two children"
    pub(super) fn including(&mut self, case: &Case, count: &Count) -> Ruling {
        if !case.item.part {
            return PASS;
        }
        self.make(case, count, Stand::detail(Role::Part, case.whole, "including"))
    }

    /// "Homs: 3 killed" and then "Hama: 2 killed": those of another place of a list, beside those before or inside the
    /// total that heads it.
    pub(super) fn next_in_rows(&mut self, case: &Case, count: &Count) -> Ruling {
        let (m, outcome) = (case.told.m, case.told.s.outcome);
        let Some(row) = m.row.filter(|_| !case.item.of && m.group() != Victims::Perpetrators) else { return PASS };
        let told = |d: &Draft| d.outcome == outcome && d.repeats.is_none() && d.victims != Victims::Perpetrators;
        let before = |d: &&Draft| told(d) && d.row.is_some_and(|r| r != row);
        if self.drafts.iter().any(|d| told(d) && d.row == Some(row)) {
            return PASS;
        }
        let Some(last) = self.drafts.iter().rev().find(before).and_then(|d| d.row) else { return PASS };
        let Some(first) = self.drafts.iter().position(|d| told(d) && d.row == Some(last)) else { return PASS };
        let known = &self.drafts[first];
        let stand = match known.role {
            Role::Part => Stand::detail(Role::Part, known.within, "another place"),
            Role::Total | Role::Addition => Stand::new(Role::Addition, Some(self.root(first)), "another place"),
            _ => return PASS,
        };
        self.make(case, count, stand)
    }

    /// Someone known by name.
    pub(super) fn named_before(&mut self, case: &Case, count: &Count) -> Ruling {
        let Some(g) = self.by_name(case.told.m) else { return PASS };
        let Group { draft, outcome: known, victims, .. } = self.groups[g];
        let outcome = case.told.s.outcome;
        let stand = if known == outcome || supersedes(known, outcome) {
            Stand::again(Role::Part, draft, "name again")
        } else {
            Stand::new(Role::Total, Some(draft), "new outcome of one known")
        };
        let id = self.push(case.told, count.figure.clone(), stand);
        if self.drafts[id].victims == Victims::All {
            self.regroup(id, victims); // a name alone does not tell what was told of him before
        }
        ControlFlow::Break(Some(id))
    }

    /// "The driver", "the kidnapped priest": who was told of before.
    pub(super) fn the_one_before(&mut self, case: &Case, count: &Count) -> Ruling {
        let m = case.told.m;
        let np = m.np;
        let new = np.name.is_some() || np.ordinal.is_some() || np.other || np.remaining;
        let definite = np.opening == Opening::Definite && !new;
        let taken = || self.drafts.iter().any(|d| d.outcome == Outcome::Abducted && d.bytes == m.bytes);
        if !count.single || !definite || taken() {
            return PASS;
        }
        // "the driver, the conductor and a passenger": those of one list are each someone else
        let mate = |g: &usize| case.listed && self.groups[*g].draft >= case.first;
        let known = self.antecedent(m, case.told.s.outcome).or_else(|| self.only_victim(case));
        // "a cyclist died. The truck driver was hurt": nobody who died
        let lives = |g: &Group| g.outcome == Outcome::Killed && case.told.s.outcome != g.outcome && apart(g, m);
        let Some(g) = known.filter(|g| !mate(g) && !lives(&self.groups[*g])) else { return PASS };
        ControlFlow::Break(self.again(case.told, g))
    }

    /// "The murder of the general" after a former minister was murdered: the one person of whom a deed was told.
    fn only_victim(&self, case: &Case) -> Option<usize> {
        let (s, m) = (case.told.s, case.told.m);
        let mut own = (0..self.groups.len()).filter(|&g| self.groups[g].own && self.groups[g].outcome == s.outcome);
        let g = own.next().filter(|_| s.ground == Ground::Count && !m.np.kin && own.next().is_none())?;
        let known = &self.groups[g];
        let sex = m.np.male.is_none() || known.male.is_none() || m.np.male == known.male;
        (sex && known.single && known.sentence < m.sentence).then_some(g)
    }

    /// "Two of them": some of those told of before, or, where nobody was, of others.
    pub(super) fn of_them(&mut self, case: &Case, count: &Count) -> Ruling {
        let (m, item, outcome) = (case.told.m, case.item, case.told.s.outcome);
        if !item.of {
            return PASS;
        }
        // "among the dead", "of them were killed"
        let among = case.told.s.ground == Ground::People || case.told.s.done && m.group() == Victims::All;
        let end = if case.listed { case.first } else { usize::MAX };
        let base = self.largest(outcome, count.value, among, end);
        let base = base.filter(|&b| item.inner.is_none() || b < case.first);
        // "four villagers and two of the attackers": the two are among nobody told of
        if case.listed && (m.group() == Victims::Perpetrators || base.is_none()) {
            return PASS;
        }
        let counted = |&t: &usize| m.figure.is_some() && !self.drafts[t].implied;
        if base.is_none()
            && let Some(total) = self.latest_total(outcome).filter(counted)
        {
            // "soldiers, four of whom were hurt": of people not told of before
            return self.make(case, count, Stand::new(Role::Addition, Some(total), "of others"));
        }
        if let Some(dead) = base.and_then(|hurt| self.dead_beside(outcome, hurt, item, m)) {
            return self.make(case, count, Stand::new(Role::Addition, Some(dead), "died of wounds"));
        }
        let same = base.is_some_and(|b| self.drafts[b].outcome == outcome);
        let shot = base.filter(|&b| self.drafts[b].outcome == Outcome::Casualties);
        let role = if same { Role::Part } else { part_of_shot(outcome, shot) };
        self.make(case, count, Stand::detail(role, base, "of them"))
    }

    /// "The other two", "the rest"
    pub(super) fn the_remaining(&mut self, case: &Case, count: &Count) -> Ruling {
        if !case.told.m.np.remaining {
            return PASS;
        }
        if case.and_the_others() {
            let outcome = case.told.s.outcome;
            let several = |g: &Group| g.draft < case.first && g.value.is_none_or(|v| v > 1);
            if let Some(total) = self.latest_own(outcome, several) {
                return self.make(case, count, Stand::detail(Role::Part, Some(total), "the others"));
            }
            if self.groups.iter().any(|g| several(g) && related(g.outcome, outcome)) {
                return NOBODY; // of those told of with another fate
            }
            let beside = (self.drafts.len() > case.first).then_some(case.first);
            return self.make(case, count, Stand::new(Role::Addition, beside, "the others"));
        }
        ControlFlow::Break(self.remaining(case.told, count.figure.clone()))
    }

    /// "A fifth victim" after four dead is one more; "the fifth victim" may be counted among dead and hurt.
    pub(super) fn nth(&mut self, case: &Case, _: &Count) -> Ruling {
        let (np, outcome) = (case.told.m.np, case.told.s.outcome);
        let Some(place) = np.ordinal else { return PASS };
        // "a third was hurt", and then "the third man"
        let again =
            |d: &Draft| d.ordinal == Some(place) && d.sentence < case.told.m.sentence && related(d.outcome, outcome);
        let known = self.drafts.iter().rposition(again).filter(|_| np.opening == Opening::Definite);
        if let Some(g) = known.and_then(|d| self.groups.iter().position(|g| g.draft == d)) {
            return ControlFlow::Break(self.again(case.told, g));
        }
        let holds =
            |&total: &usize| np.opening == Opening::Definite || self.drafts[total].figure.value() >= Some(place.into());
        let total = self.total_with_room(outcome, Some(1), usize::MAX).filter(holds);
        let dead = || self.dead_with_room(outcome, Some(1), usize::MAX).filter(holds);
        let stand = match total.or_else(|| self.within_shot(outcome, Some(2), case.told.m)).or_else(dead) {
            Some(total) => Stand::new(Role::Part, Some(total), "ordinal in a total"),
            None => Stand::new(Role::Addition, self.latest_total(outcome), "ordinal"),
        };
        ControlFlow::Break(Some(self.push(case.told, Figure::exact(1), stand)))
    }
}
