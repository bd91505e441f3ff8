//! The order of the rules that give a mention its role: the first that fits decides.
//!
//! A rule makes a draft, or holds that the mention tells of nobody anew, or leaves it to the next. What each is called, and an
//! example, stands in [`super::RULES`].

mod first;
mod number;
mod others;
mod place;

use super::super::noun_phrase::{Opening, Who};
use super::super::statement::{Ground, Item};
use super::{Figure, People, Role, Stand, Told};
use std::ops::ControlFlow;

/// A mention in its statement, and what was told before it.
pub(super) struct Case<'a> {
    pub(super) told: Told<'a>,
    pub(super) item: Item,
    /// It is one of several in a list.
    pub(super) listed: bool,
    /// The first draft of its statement.
    pub(super) first: usize,
    /// The item before it that is no part, which it may be a part of.
    pub(super) whole: Option<usize>,
}

impl Case<'_> {
    /// "Ann Lee and the other nurses", "and her guards": more than she, however many.
    fn and_the_others(&self) -> bool {
        let np = self.told.m.np;
        let rest =
            self.listed && (np.other || np.remaining || np.opening == Opening::Owner) && self.told.m.figure.is_none();
        rest && np.plural == Some(true) && np.who == Who::Person
    }
}

/// How many the people of a mention are.
pub(super) struct Count {
    pub(super) figure: Figure,
    pub(super) value: Option<u64>,
    /// One person described or named, not counted.
    pub(super) single: bool,
}

/// What a rule makes of a mention: a draft, `None` where it tells of nobody anew, or nothing yet.
type Ruling<T = ()> = ControlFlow<Option<usize>, T>;

/// The mention tells of nobody anew.
const NOBODY: Ruling = ControlFlow::Break(None);
/// The rule does not fit.
const PASS: Ruling = ControlFlow::Continue(());

/// The rules that need no number.
const UNCOUNTED: &[fn(&mut People, &Case) -> Ruling] = &[
    People::by_survivors,
    People::nobody,
    People::told_in_passing,
    People::tended,
    People::pointed_at,
    People::the_dead,
    People::multiple_deed,
    People::somebodys_body,
];

/// The rules that do.
const COUNTED: &[fn(&mut People, &Case, &Count) -> Ruling] = &[
    People::toll,
    People::other_or_longer,
    People::including,
    People::next_in_rows,
    People::named_before,
    People::the_one_before,
    People::of_them,
    People::the_remaining,
    People::nth,
    People::others,
    People::listed_before,
    People::listed,
    People::one,
    People::said_before,
    People::the_dead_again,
    People::beside_a_total,
    People::among_the_dead,
    People::among_the_hurt,
    People::number,
];

impl People {
    /// The draft of a mention, where it makes one or is told of by one.
    pub(super) fn resolve(&mut self, case: &Case) -> Option<usize> {
        let decided = |people: &mut People| -> Ruling {
            UNCOUNTED.iter().try_for_each(|rule| rule(people, case))?;
            let count = people.count(case)?;
            COUNTED.iter().try_for_each(|rule| rule(people, case, &count))
        };
        decided(self).break_value().flatten()
    }

    /// How many they are; a pronoun or the like where nothing says so.
    fn count(&mut self, case: &Case) -> Ruling<Count> {
        let m = case.told.m;
        let one = m.np.remaining && m.np.plural == Some(false);
        let several = || case.and_the_others().then_some(Figure::vague("plural"));
        // "the couple and their baby were killed", where nobody was told of before
        let first = self.groups.is_empty() && case.told.s.ground == Ground::Verb;
        let pair = || m.np.times.filter(|_| first && m.np.plural == Some(true)).map(|n| Figure::exact(n.into()));
        let implied = || self.implied(m.np).or_else(pair).or(one.then_some(Figure::exact(1))).or_else(several);
        let Some(figure) = m.figure.cloned().or_else(implied) else {
            return ControlFlow::Break(self.pronoun(case.told));
        };
        let value = figure.value();
        ControlFlow::Continue(Count { value, single: m.figure.is_none() && value == Some(1), figure })
    }

    /// Makes the draft.
    fn make(&mut self, case: &Case, count: &Count, stand: Stand) -> Ruling {
        ControlFlow::Break(Some(self.push(case.told, count.figure.clone(), stand)))
    }

    /// Whether a total is one person told of in a text that tells nothing twice.
    fn one_described(&self, total: usize) -> bool {
        !self.news && self.drafts[total].implied && self.drafts[total].role == Role::Total
    }
}
