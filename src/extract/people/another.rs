//! Two single persons who plainly are not one: "a man was killed; a woman was shot".

use super::super::noun_phrase::Opening;
use super::kind::same_name;
use super::{Group, Mention, People};
use crate::claim::{Outcome, Role, Victims};

impl People {
    /// The latest of those told of one by one with one of these outcomes, where a person is plainly another than each of them.
    pub(super) fn another_than(&self, m: &Mention, outcomes: &[Outcome]) -> Option<usize> {
        let told = |g: &&Group| g.own && outcomes.contains(&g.outcome) && g.victims != Victims::Perpetrators;
        let other = |g: &Group| g.single && self.drafts[g.draft].implied && apart(g, m);
        let last = self.groups.iter().rev().find(told)?;
        self.groups.iter().filter(told).all(other).then_some(last.draft)
    }

    /// Those hit who stand beside others are no whole that the others are in.
    pub(super) fn set_beside(&mut self) {
        let within = |i: usize| self.drafts.iter().any(|d| d.within == Some(i) || d.repeats == Some(i));
        let hit = |i: &usize| self.drafts[*i].outcome == Outcome::Casualties && self.drafts[*i].role == Role::Total;
        let beside: Vec<usize> = (0..self.drafts.len()).filter(|i| hit(i) && !within(*i)).collect();
        beside.into_iter().for_each(|i| self.drafts[i].role = Role::Addition);
    }
}

/// Whether sex, age, name or one sentence tells a mention from someone told of before.
fn apart(g: &Group, m: &Mention) -> bool {
    let np = m.np;
    let years = |a: Option<u16>| a.filter(|&a| a > 0);
    let sex = np.male.zip(g.male).is_some_and(|(a, b)| a != b);
    let age = years(np.age).zip(years(g.age)).is_some_and(|(a, b)| a != b);
    let named = !m.names.is_empty() && !g.names.is_empty() && !same_name(&m.names, &g.names);
    let beside = g.sentence == m.sentence && (np.opening == Opening::A || !m.names.is_empty() && !g.names.is_empty());
    sex || age || named || beside
}
