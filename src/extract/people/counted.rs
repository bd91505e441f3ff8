//! Whom a number, or a word without one, means of those counted before.

use super::decide::{Case, Count};
use super::kind::{supersedes, vague_kind};
use super::{Draft, Group, Mention, People};
use crate::claim::{Outcome, Victims};
use crate::figure::added_up;

impl People {
    /// "His children were shot" after "two children were killed": those counted before whom a word without a number
    /// means.
    pub(super) fn counted_before(&self, case: &Case, count: &Count) -> Option<usize> {
        let (m, outcome) = (case.told.m, case.told.s.outcome);
        let vague = m.figure.is_none() && count.value.is_none() && !m.np.other && m.group() != Victims::All;
        let told = |g: &Group| self.news || g.head == m.head;
        let fate = |known: Outcome| known == outcome || supersedes(known, outcome);
        let fits = |g: &&Group| {
            g.draft < case.first && g.value > Some(1) && fate(g.outcome) && g.victims == m.group() && told(g)
        };
        let known = self.groups.iter().rev().find(fits).map(|g| g.draft);
        // "two men and their friends" of four dead
        let among = || self.total_with_room(outcome, Some(1), case.first).filter(|_| self.news);
        known.or_else(among).filter(|_| vague)
    }

    /// "The three were shot" after "three were killed": the dead whom as many of the same were hit as.
    pub(super) fn dead_as_many(&self, outcome: Outcome, count: &Count, m: &Mention) -> Option<usize> {
        let value = count.value.filter(|&v| v > 1 && outcome == Outcome::Casualties && self.news && !m.np.other)?;
        let kin = |g: &Group| m.np.kin || g.kin;
        let alike = |g: &Group| g.victims == m.group() || vague_kind(m.group()) || kin(g);
        let dead = |g: &&Group| g.outcome == Outcome::Killed && g.value == Some(value) && g.sentence != m.sentence;
        let else_hit = |g: &Group| matches!(g.outcome, Outcome::Casualties | Outcome::Injured) && g.own;
        let known = self.groups.iter().rev().find(|g| dead(g) && alike(g))?;
        (!self.groups.iter().any(else_hit)).then_some(known.draft)
    }

    /// "All five had wounds" after two and three were found dead: as many as all the dead, of whom nobody lives.
    pub(super) fn all_the_dead(&self, outcome: Outcome, value: Option<u64>, m: &Mention) -> Option<usize> {
        let value = value.filter(|&v| v > 1 && (m.np.all || m.np.both))?;
        let hurt = |d: &Draft| matches!(d.outcome, Outcome::Injured | Outcome::Casualties) && d.counts();
        if !matches!(outcome, Outcome::Injured | Outcome::Casualties) || self.drafts.iter().any(hurt) {
            return None;
        }
        let dead = |d: &&Draft| d.outcome == Outcome::Killed && d.counts();
        let sum = added_up(self.drafts.iter().filter(dead).map(|d| d.figure.value()))?;
        self.drafts.iter().rposition(|d| dead(&d)).filter(|_| sum == value)
    }
}
