//! Who the people told of just before are, or some of them.

use super::super::scope::Scope;
use super::super::statement::{Item, Statement};
use super::{Group, Mention, People, REACH, Stand, Told};
use crate::claim::Role;
use crate::figure::{Figure, added_up};

impl People {
    /// "They were A, B and C": who the people of the toll told just before are, where there are as many; "among them were three
    /// children": some of them.
    pub(super) fn name(&mut self, s: &Statement, scope: Scope, mentions: &[(Item, Mention)]) {
        let count =
            |m: &Mention| m.figure.map_or_else(|| self.implied(m.np), |f| Some(f.clone())).and_then(|f| f.value());
        let sum = added_up(mentions.iter().map(|(_, m)| count(m)));
        let Some((item, first)) = mentions.first() else { return };
        let toll =
            if item.part { self.those_before(first.sentence, sum, item.of) } else { self.as_many(first.sentence, sum) };
        let Some(toll) = toll else { return };
        let (total, s) = (toll.draft, Statement { outcome: toll.outcome, ..s.clone() });
        for (_, m) in mentions {
            let figure = m.figure.cloned().or_else(|| self.implied(m.np)).unwrap_or(Figure::vague("some"));
            self.push(Told { s: &s, scope, m }, figure, Stand::detail(Role::Part, Some(total), "who they are"));
        }
    }

    /// The people told of last before a sentence, where they are so many.
    fn as_many(&self, sentence: usize, sum: Option<u64>) -> Option<&Group> {
        let toll = |g: &&Group| g.value == sum && g.sentence + REACH >= sentence && g.sentence < sentence;
        self.groups.iter().rev().find(toll).filter(|_| sum.is_some())
    }

    /// The people told of in the sentence before, where they are more and of one fate. Victims are also those told of further
    /// up, whose fate then is the same.
    fn those_before(&self, sentence: usize, sum: Option<u64>, victims: bool) -> Option<&Group> {
        let before = |g: &&Group| g.own && (g.sentence + 1 == sentence || victims && g.sentence < sentence);
        let most = self.groups.iter().filter(before).max_by_key(|g| g.value)?;
        let one_fate = self.groups.iter().filter(before).all(|g| g.outcome == most.outcome);
        let room = most.value.is_none() || most.value > sum;
        (one_fate && room && !most.single).then_some(most)
    }
}
