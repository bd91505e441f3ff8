//! Two single persons who plainly are not one: "a man was killed; a woman was shot".

use super::super::noun_phrase::{Opening, Who};
use super::kind::{same_name, trade};
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

    /// Whether someone who is tended is plainly another than those told of before draft `before`.
    pub(super) fn tended_beside(&self, m: &Mention, before: usize) -> bool {
        let new = m.np.opening == Opening::A; // "the woman" may be she who did it
        let other = |g: &Group| match g.victims {
            _ if g.single && self.drafts[g.draft].implied => new && apart(g, m) || strange(g, m) || of_the_dead(g, m),
            Victims::Men | Victims::Women => {
                let man = g.victims == Victims::Men; // "two men died; a woman"
                new && g.outcome == Outcome::Killed && m.np.male == Some(!man)
            }
            _ => false,
        };
        let told = |g: &&Group| g.own && g.draft < before && g.victims != Victims::Perpetrators;
        let mut told = self.groups.iter().filter(told).peekable();
        told.peek().is_some() && told.all(other)
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
pub(super) fn apart(g: &Group, m: &Mention) -> bool {
    let np = m.np;
    let years = |a: Option<u16>| a.filter(|&a| a > 0);
    let sex = np.male.zip(g.male).is_some_and(|(a, b)| a != b);
    let age = years(np.age).zip(years(g.age)).is_some_and(|(a, b)| a != b);
    let named = !m.names.is_empty() && !g.names.is_empty() && !same_name(&m.names, &g.names);
    let beside = g.sentence == m.sentence && (np.opening == Opening::A || !m.names.is_empty() && !g.names.is_empty());
    sex || age || named || beside || strange(g, m)
}

/// "A cyclist died; the truck driver": another trade than that of someone dead.
pub(super) fn strange(g: &Group, m: &Mention) -> bool {
    let kin = m.np.kin && m.np.male.is_some() || g.kin; // a father may be a driver
    let other = m.head != g.head && g.names.is_empty() && g.outcome == Outcome::Killed && !kin;
    let both = (m.group(), g.victims) == (Victims::Other, Victims::Other);
    let told = |v: Victims| trade(v, false).is_some();
    // "the officer" may be the soldier, "an officer" is not he
    let differ = m.np.opening == Opening::A && m.group() != g.victims && told(m.group()) && told(g.victims);
    other && m.np.who == Who::Person && (both || differ)
}

/// "A man died; his passenger was taken to hospital": whoever is tended is not he.
pub(super) fn of_the_dead(g: &Group, m: &Mention) -> bool {
    let whose = m.np.opening == Opening::Owner && m.np.who == Who::Person && m.np.state.is_none();
    let person = matches!(m.group(), Victims::All | Victims::Other) && m.head != g.head && m.np.male.is_none();
    g.outcome == Outcome::Killed && whose && person
}
