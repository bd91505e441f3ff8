//! What came out: every finding, and what lies behind it. Every output is written from a [`Report`].

mod row;
mod totals;

pub use row::{COLUMNS, Row};
pub use totals::{TOTAL_COLUMNS, Total};

use crate::{
    claim::{Outcome, Victims},
    place::Point,
    range::Range,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// All incidents under one policy, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The id of the policy.
    pub policy: String,
    /// What the policy rests on, in a line, for the foot of every output; it says so where a part is not read in the source.
    pub basis: String,
    /// The incidents.
    pub incidents: Vec<Incident>,
    /// How many documents were read, those without a figure among them.
    pub documents: usize,
    /// Claims of no incident that were set aside.
    pub set_aside: Vec<SetAside>,
}

impl Report {
    /// Incidents that came with documents in which nothing is said of them. Their toll is not known, which is not zero.
    pub fn silent(&self) -> impl Iterator<Item = &Incident> {
        self.incidents.iter().filter(|i| i.is_silent())
    }

    /// All others.
    pub fn told(&self) -> impl Iterator<Item = &Incident> {
        self.incidents.iter().filter(|i| !i.is_silent())
    }
}

impl Incident {
    fn is_silent(&self) -> bool {
        self.accounts.is_empty() && self.set_aside.is_empty()
    }
}

/// One incident: its findings, and who said what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incident {
    /// Its name.
    pub id: String,
    /// Where, as most claims say.
    pub place: Option<String>,
    /// Where on the globe, as most claims say.
    pub point: Option<Point>,
    /// When, as most claims say.
    pub event_date: Option<String>,
    /// The documents that report it or came as its own, in order; those without a figure too.
    pub documents: Vec<String>,
    /// What each source says, in the order of their names.
    pub accounts: Vec<Account>,
    /// One for each outcome and group, `all` first.
    pub findings: Vec<Finding>,
    /// Accounts that may be copies of one that none of them names: a hint, never acted upon.
    pub copies: Vec<Copies>,
    /// Claims that went into no account, each with its reason.
    pub set_aside: Vec<SetAside>,
}

/// One odd figure in several outlets that name no origin, within two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    /// What happened.
    pub outcome: Outcome,
    /// To whom.
    pub victims: Victims,
    /// The figure.
    pub figure: u64,
    /// The accounts, in the order of time.
    pub accounts: Vec<String>,
}

/// What one source says of one incident: the ranges that follow from all its claims together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// Who it is, for the screen: the origin as said, else the outlet, else the document.
    pub name: String,
    /// Who said it; `None` where an outlet speaks for itself.
    pub origin: Option<String>,
    /// The outlets it was taken from, in order.
    pub via: Vec<String>,
    /// Who published it, in order.
    pub outlets: Vec<String>,
    /// The documents it stands in, in order.
    pub documents: Vec<String>,
    /// When it was last heard of, as the claim has it.
    pub at: Option<String>,
    /// Every claim that it is made of, superseded ones too.
    pub claims: Vec<String>,
    /// What follows for each outcome and group.
    pub cells: Vec<Cell>,
    /// Where the source contradicts itself, in words.
    pub contradictions: Vec<String>,
    /// Too old to bear on `best` under the freshness asked for.
    pub stale: bool,
}

/// What one account gives for one outcome and one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What happened.
    pub outcome: Outcome,
    /// To whom.
    pub victims: Victims,
    /// What the figure is taken to mean; `None` where the policy gives no number.
    pub range: Option<Range>,
    /// The number that stands for it where one was said or follows from exact ones; never the end of a bound.
    pub point: Option<u64>,
    /// In short, as said: `13`, `40+`, `dozens`, `~50`.
    pub said: String,
    /// How it came to be.
    pub basis: Basis,
    /// When it was said, as the claim has it.
    pub at: Option<String>,
    /// The claims that it rests on.
    pub claims: Vec<String>,
    /// The figures of the same source that it replaced, the oldest first.
    pub history: Vec<Superseded>,
}

/// How a cell came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Said in so many words.
    Stated,
    /// "about" or "nearly": the number said stands for a rounded one.
    Rounded,
    /// Added up or taken away from stated figures, or told of named people one by one.
    Derived,
    /// A floor: only some of them are counted.
    Inside,
    /// Only a vague word.
    Vague,
    /// Follows from what is said of killed and injured together.
    Implied,
}

/// A figure that its own source has replaced.
#[derive(Clone, Debug, PartialEq)]
pub struct Superseded {
    /// In short, as said.
    pub said: String,
    /// What it was taken to mean.
    pub range: Option<Range>,
    /// When it was said, as the claim has it.
    pub at: Option<String>,
    /// The claims it rests on.
    pub claims: Vec<String>,
    /// The figure that came after it is lower.
    pub revised_down: bool,
}

/// A claim that went into no account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The claim.
    pub claim: String,
    /// Why.
    pub reason: Aside,
}

/// Why a claim went into no account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aside {
    /// Of a longer period.
    Cumulative,
    /// Of another incident.
    Background,
    /// Said not to be so.
    Denied,
    /// Feared or possible only.
    Uncertain,
    /// Said after the time that was asked for.
    Later,
    /// Of no incident.
    Unlinked,
    /// The policy does not use such a source or figure.
    Policy,
}

impl fmt::Display for Aside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Aside::Cumulative => "the toll of a longer period",
            Aside::Background => "of another incident",
            Aside::Denied => "denied",
            Aside::Uncertain => "feared or possible only",
            Aside::Later => "said after the time asked for",
            Aside::Unlinked => "linked to no incident",
            Aside::Policy => "not used by the policy",
        })
    }
}

/// How the accounts of a finding lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// One account alone.
    Single,
    /// All share a value and something bounds them above.
    Agree,
    /// All share values but nothing bounds them above.
    BoundsOnly,
    /// More than half share a value.
    Majority,
    /// Some share a value, but no more than half.
    Split,
    /// No two share a value.
    Conflict,
    /// No account gives a number.
    None,
}

impl Incident {
    /// How far the accounts of the most disputed finding are apart: the largest low over the smallest high, each with one
    /// added so that nobody has a place in it; 1 where all accounts meet.
    pub fn dispute(&self) -> f64 {
        let of = |f: &Finding| match (f.measures.floor, f.measures.ceiling) {
            (Some(floor), Some(ceiling)) if floor > ceiling => (floor as f64 + 1.0) / (ceiling as f64 + 1.0),
            _ => 1.0,
        };
        self.findings.iter().map(of).fold(1.0, f64::max)
    }
}

impl Verdict {
    /// The name in a row.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Single => "single",
            Verdict::Agree => "agree",
            Verdict::BoundsOnly => "bounds_only",
            Verdict::Majority => "majority",
            Verdict::Split => "split",
            Verdict::Conflict => "conflict",
            Verdict::None => "none",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// One outcome of one incident for one group, reconciled.
///
/// `low <= best <= high` wherever the values stand. `low` is blank only where no account gives a number under the
/// policy; `high` is blank where nothing bounds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What happened.
    pub outcome: Outcome,
    /// To whom.
    pub victims: Victims,
    /// The lowest number that stands.
    pub low: Option<u64>,
    /// The number that the policy takes, where it takes one.
    pub best: Option<u64>,
    /// The highest number that stands.
    pub high: Option<u64>,
    /// For the screen: `13`, `13+`, `10–15`, `dozens`.
    pub display: String,
    /// How the accounts lie to each other.
    pub verdict: Verdict,
    /// The largest number of accounts that share a value.
    pub agree: usize,
    /// The accounts that bear on it.
    pub accounts: usize,
    /// The measures of disagreement.
    pub measures: Measures,
    /// The stretches that the most accounts share, all ties.
    pub bands: Vec<Range>,
    /// Documents with a claim that bears on it.
    pub reports: usize,
    /// Outlets of those documents.
    pub outlets: usize,
    /// Different origins.
    pub origins: usize,
    /// The account that sets low.
    pub low_by: Option<String>,
    /// The account that sets high.
    pub high_by: Option<String>,
    /// The weakest basis of the accounts that bear on it: `Implied` says that none states it.
    pub basis: Basis,
    /// Why low, best and high are what they are, in words.
    pub reason: String,
    /// What a decision of the user replaced: low, best, high as reconciled.
    pub replaced: Option<(Option<u64>, Option<u64>, Option<u64>)>,
}

/// The measures of disagreement of one finding; blank where undefined.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    /// Pairs of accounts that share no value; blank for fewer than two accounts.
    pub conflicting_pairs: Option<usize>,
    /// All pairs.
    pub pairs: usize,
    /// The largest of the lows less the smallest of the highs, never below 0.
    pub gap: u64,
    /// The largest low over the smallest high, where they are disjoint and the latter is above 0.
    pub gap_factor: Option<f64>,
    /// The largest over the smallest of the exact figures; blank for fewer than two or where one is 0.
    pub spread_factor: Option<f64>,
    /// The largest of the lows.
    pub floor: Option<u64>,
    /// The smallest of the highs.
    pub ceiling: Option<u64>,
    /// The highest number that anybody named.
    pub highest_named: Option<u64>,
}

/// What is found of one incident of a large plain table: the columns of the wide layout and no more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flat<'a> {
    /// Its name.
    pub incident: &'a str,
    /// The lowest number that stands.
    pub low: Option<u64>,
    /// The number that the policy takes.
    pub best: Option<u64>,
    /// The highest number that stands.
    pub high: Option<u64>,
    /// How the accounts lie to each other.
    pub verdict: Verdict,
    /// How many there are.
    pub accounts: usize,
}
