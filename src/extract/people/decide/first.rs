//! Rules that need no number: nobody, those told of in passing, pronouns, deeds.

use super::super::super::noun_phrase::{Opening, Pronoun, Who};
use super::super::super::statement::Ground;
use super::super::kind::related;
use super::super::{Draft, Group, People, Stand};
use super::{Case, NOBODY, PASS, Ruling};
use crate::claim::{Outcome, Role, Victims};
use crate::figure::{Figure, Qualifier};
use std::ops::ControlFlow;

impl People {
    /// "No one was hurt"; "no one else was hurt" adds nobody to those told of.
    pub(super) fn nobody(&mut self, case: &Case) -> Ruling {
        let (s, m) = (case.told.s, case.told.m);
        let np = m.np;
        if np.pronoun == Some(Pronoun::Thing) {
            return NOBODY;
        }
        let none = np.nobody || s.nobody || m.figure.is_some_and(|f| f.qualifier == Qualifier::None);
        if s.negated {
            return NOBODY;
        }
        if !none {
            return PASS;
        }
        let beside = self.groups.iter().rev().find(|g| np.other && related(g.outcome, s.outcome)).map(|g| g.draft);
        // "six were hurt outside; nobody was hurt inside": nobody of some who are not named
        let hurt = |g: &&Group| {
            let hit = g.outcome == Outcome::Casualties && s.outcome == Outcome::Injured; // "none has bad injuries"
            let same = g.outcome == s.outcome || hit;
            g.own && same && g.value > Some(1) && g.victims != Victims::Perpetrators
        };
        let hurt = self
            .groups
            .iter()
            .rev()
            .find(hurt)
            .map(|g| g.draft)
            .filter(|&h| beside.is_none() && !self.drafts[h].said.rivals(m.said));
        if let Some(hurt) = hurt {
            return ControlFlow::Break(Some(self.push(
                case.told,
                Figure::NOBODY,
                Stand::detail(Role::Part, Some(hurt), "none"),
            )));
        }
        let role = if beside.is_some() { Role::Addition } else { Role::Total };
        ControlFlow::Break(Some(self.push(case.told, Figure::NOBODY, Stand::detail(role, beside, "none"))))
    }

    /// "No survivors", "only three survived": who died by who lives.
    pub(super) fn by_survivors(&mut self, case: &Case) -> Ruling {
        let thing = case.told.m.np.pronoun == Some(Pronoun::Thing);
        if thing || case.told.s.ground != Ground::Survived {
            PASS
        } else {
            ControlFlow::Break(self.survived(case.told))
        }
    }

    /// "A man was arrested in connection with the murder of a clerk" after the clerk; who died of the deed, told twice.
    pub(super) fn told_in_passing(&mut self, case: &Case) -> Ruling {
        let s = case.told.s;
        let attacker = || self.groups.iter().any(|g| g.outcome == s.outcome && g.victims == Victims::Perpetrators);
        let blamed = case.told.scope.blamed && self.told_of(case);
        if blamed || s.ground == Ground::Suicide && attacker() { NOBODY } else { PASS }
    }

    /// Whether anyone was told of before the statement who suffered the same.
    fn told_of(&self, case: &Case) -> bool {
        self.groups.iter().any(|g| g.outcome == case.told.s.outcome && g.draft < case.first)
    }

    /// The taken and the tended are mostly people told of before.
    pub(super) fn tended(&mut self, case: &Case) -> Ruling {
        let (s, m) = (case.told.s, case.told.m);
        let np = m.np;
        let one_more = np.other || np.ordinal.is_some() && np.opening == Opening::A; // "a second boy"
        // "the driver died and his passenger was taken to hospital"
        let told = |g: &Group| g.sentence == m.sentence && g.draft < case.first;
        let beside = !np.kin || self.groups.iter().any(told);
        let whose = np.opening == Opening::Owner && np.who == Who::Person && np.state.is_none() && beside;
        let one = m.figure.is_none() && np.plural == Some(false) && np.pronoun.is_none();
        let another = one && (one_more || whose || self.tended_beside(m, case.first));
        let taken = s.ground == Ground::Taken && s.outcome == Outcome::Casualties && !another;
        if !taken && s.ground != Ground::Condition {
            return PASS;
        }
        let Some(known) = self.told_before(m, s.outcome, case.first) else { return PASS };
        // "his passenger and the truck driver were taken to hospital": neither died
        let mate = self.drafts.get(case.first).is_some_and(|d| d.implied && d.role == Role::Addition);
        if one && mate && self.drafts[known].outcome == Outcome::Killed {
            return PASS;
        }
        // "46 were found dead and 16 others were taken to hospital": none of the dead
        if np.other && m.figure.is_some() && self.drafts[known].outcome == Outcome::Killed {
            return PASS;
        }
        let fewer = |f: &&Figure| f.value().is_some() && f.value() < self.drafts[known].figure.value();
        let Some(some) = m.figure.filter(fewer) else { return ControlFlow::Break(Some(known)) };
        let stand = Stand::detail(Role::Part, Some(known), "a condition of some");
        ControlFlow::Break(Some(self.push(case.told, some.clone(), stand)))
    }

    /// "he", "they"; "both were murdered" after each was told of.
    pub(super) fn pointed_at(&mut self, case: &Case) -> Ruling {
        let (s, m) = (case.told.s, case.told.m);
        let each = |g: &&Group| g.single && g.outcome == s.outcome && g.sentence < m.sentence;
        let stated = |d: &Draft| d.counts() && d.outcome == s.outcome && !d.implied;
        let both = m.np.both && m.np.who == Who::Bare && m.figure.is_none() && self.drafts.iter().any(stated);
        if both && self.groups.iter().filter(each).count() > 1 {
            return NOBODY;
        }
        if case.told.m.np.pronoun.is_none() { PASS } else { ControlFlow::Break(self.pronoun(case.told)) }
    }

    /// "The dead man", told of before as dead.
    pub(super) fn the_dead(&mut self, case: &Case) -> Ruling {
        let m = case.told.m;
        let dead = m.np.state == Some(Outcome::Killed) && m.np.opening == Opening::Definite;
        let known = || self.groups.iter().any(|g| g.outcome == Outcome::Killed);
        if dead && m.figure.is_none() && m.np.ordinal.is_none() && known() { NOBODY } else { PASS }
    }

    /// "A homicide", "a triple murder", "a double shooting": told of before wherever anyone was.
    pub(super) fn multiple_deed(&mut self, case: &Case) -> Ruling {
        let (s, m) = (case.told.s, case.told.m);
        let np = m.np;
        let deed = np.count.is_some() || np.times.is_some() && np.who == Who::Thing;
        if s.ground != Ground::Count || !deed || m.figure.is_some() {
            return PASS;
        }
        let times = u64::from(np.times.unwrap_or(1));
        let again = self.told_of(case) && (times == 1 || self.same(s.outcome, Some(times), m).is_some());
        if again && !np.other && np.ordinal.is_none() {
            return NOBODY;
        }
        if np.times.is_none() {
            return PASS;
        }
        let stand = Stand::new(Role::Total, None, "a multiple deed");
        ControlFlow::Break(Some(self.push(case.told, Figure::exact(times), stand)))
    }

    /// "His body": someone told of before.
    pub(super) fn somebodys_body(&mut self, case: &Case) -> Ruling {
        let m = case.told.m;
        let body = m.np.opening == Opening::Owner && m.np.state == Some(Outcome::Killed);
        if body && !m.np.described && m.figure.is_none() {
            return ControlFlow::Break(self.body(case.told));
        }
        PASS
    }
}
