//! The words that carry an outcome.

use crate::claim::Outcome;

/// The form of a verb that carries an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "kill"
    Base,
    /// "kills"
    Third,
    /// "shot", "killed": past and participle are one word.
    Past,
    /// "slain": participle only.
    Participle,
    /// "killing"
    Ing,
}

/// A verb that carries an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutcomeVerb {
    /// What it tells.
    pub outcome: Outcome,
    /// Its form.
    pub form: Form,
    /// Its object suffers it.
    pub transitive: bool,
    /// Its subject suffers it.
    pub intransitive: bool,
}

/// What a word tells of an outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutcomeWord {
    /// "killed"
    pub verb: Option<OutcomeVerb>,
    /// "dead" as a predicate
    pub adjective: Option<Outcome>,
    /// "deaths": each is one person
    pub count: Option<Outcome>,
    /// "death toll": a number follows
    pub toll: Option<Outcome>,
    /// "the wounded": the people themselves
    pub people: Option<Outcome>,
    /// "dead and wounded", joined from two words: there are some of each
    pub each: bool,
}

impl OutcomeWord {
    /// Whether it is a noun of an outcome.
    pub fn any_noun(&self) -> bool {
        self.count.is_some() || self.people.is_some()
    }

    /// Whether it tells anything.
    #[inline]
    pub fn any(&self) -> bool {
        // most words tell nothing: one choice is made for all
        self.verb.is_some()
            | self.adjective.is_some()
            | self.count.is_some()
            | self.toll.is_some()
            | self.people.is_some()
    }
}
