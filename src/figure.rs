//! A number **as said**: its qualifier and its amount, before any policy takes it to mean something.
//!
//! "at least 13", "dozens", "between 20 and 30" and "nobody" are figures. [`Figure::literal`] gives the one reading that
//! the words themselves force; what is vague or rounded stays blank there, since only a policy may widen it.
//!
//! One grammar reads figures in prose ([`scan`], [`read_at`]) and in cells ([`read_cell`]); its words stand in the lexicon:
//!
//! ```text
//! figure    = qualifier* (range | number | quantity) behind?  |  nobody  |  unknown
//! range     = number (to | or | –) number  |  between number and number  |  from number to number
//! number    = digits | number words, with scales          "1,200", "1.2 million", "a hundred and ten", "half a dozen"
//! quantity  = a word without a number                      "several", "a few dozen", "tens of thousands"
//! behind    = "+" | after-qualifier                        "13+", "30 or more", "thirty-odd"
//! ```
//!
//! What looks like a figure and counts nothing is refused whole: "AK-47", "12-year-old", "5 %", "$3 million", "3:15".

mod amount;
mod cell;
mod digits;
mod error;
mod find;
mod line;
mod number;
mod phrase;
pub mod point;
mod qualifier;
mod said;
mod span;

pub use cell::{Cell, read_cell, read_cell_in};
pub use error::ReadFigureError;
pub use find::{Found, read_at, scan};
pub(crate) use line::is_hyphen;

use crate::range::Range;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The word that bounds or loosens an amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// The amount alone: "13".
    #[default]
    Exact,
    /// "at least 13", "13 or more", "13+".
    AtLeast,
    /// "more than 40", "over 40".
    MoreThan,
    /// "up to 5", "as many as 5", "no more than 5".
    AtMost,
    /// "fewer than 5", "under 5".
    FewerThan,
    /// "about 50", "some 50", "approximately 50".
    About,
    /// "nearly 50", "almost 50".
    Nearly,
    /// "10 to 15", "between 20 and 30".
    Between,
    /// "no", "nobody", "without".
    None,
}

/// How much was said.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// A number.
    Number(u64),
    /// Two ends, the lower first.
    Span(u64, u64),
    /// A word of quantity in lower case that is no number: "dozens", "several", "plural" for a bare plural.
    /// "unknown" where the words say that the number is not known: that is not none.
    Vague(String),
}

/// A number as said.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Figure {
    /// What bounds it.
    pub qualifier: Qualifier,
    /// How much.
    pub amount: Amount,
}

impl Figure {
    /// The number alone.
    pub const fn exact(n: u64) -> Figure {
        Figure { qualifier: Qualifier::Exact, amount: Amount::Number(n) }
    }

    /// A word of quantity.
    pub fn vague(word: &str) -> Figure {
        Figure { qualifier: Qualifier::Exact, amount: Amount::Vague(word.to_owned()) }
    }

    /// Nobody.
    pub const NOBODY: Figure = Figure { qualifier: Qualifier::None, amount: Amount::Number(0) };

    /// The literal reading: "at least 13" is 13 and up, "more than 40" is 41 and up, "up to 5" is 0 to 5.
    /// `None` for "about", "nearly" and every vague word, which only a policy can widen.
    ///
    /// ```
    /// use tollbook::figure::{Amount, Figure, Qualifier};
    /// use tollbook::range::Range;
    ///
    /// let figure = Figure { qualifier: Qualifier::MoreThan, amount: Amount::Number(40) };
    /// assert_eq!(figure.literal(), Some(Range::open(41)));
    /// assert_eq!(Figure::vague("dozens").literal(), None);
    /// ```
    pub fn literal(&self) -> Option<Range> {
        use Qualifier::*;
        match (self.qualifier, &self.amount) {
            (None, _) => Some(Range::ZERO),
            (About | Nearly, _) | (_, Amount::Vague(_)) => Option::None,
            (AtLeast, &(Amount::Number(n) | Amount::Span(n, _))) => Some(Range::open(n)),
            (MoreThan, &(Amount::Number(n) | Amount::Span(n, _))) => Some(Range::open(n.saturating_add(1))),
            (AtMost, &(Amount::Number(n) | Amount::Span(_, n))) => Range::closed(0, n),
            (FewerThan, &(Amount::Number(n) | Amount::Span(_, n))) => Range::closed(0, n.saturating_sub(1)),
            (Exact | Between, &Amount::Number(n)) => Some(Range::exact(n)),
            (Exact | Between, &Amount::Span(low, high)) => Range::closed(low, high),
        }
    }

    /// So many times the figure; a vague word stays.
    pub(crate) fn times(&self, n: u64) -> Figure {
        let amount = match self.amount {
            Amount::Number(one) => Amount::Number(one.saturating_mul(n)),
            Amount::Span(low, high) => Amount::Span(low.saturating_mul(n), high.saturating_mul(n)),
            Amount::Vague(ref word) => Amount::Vague(word.clone()),
        };
        Figure { qualifier: self.qualifier, amount }
    }

    /// The number said, where there was one.
    pub fn value(&self) -> Option<u64> {
        match self.amount {
            Amount::Number(n) => Some(n),
            Amount::Span(low, _) => Some(low),
            Amount::Vague(_) => Option::None,
        }
    }

    /// The vague word, where there was one.
    pub fn vague_word(&self) -> Option<&str> {
        match &self.amount {
            Amount::Vague(word) => Some(word),
            _ => Option::None,
        }
    }
}

/// The sum of numbers, where each is known; as high as numbers go where it is beyond them.
pub(crate) fn added_up(mut numbers: impl Iterator<Item = Option<u64>>) -> Option<u64> {
    numbers.try_fold(0u64, |sum, n| Some(sum.saturating_add(n?)))
}

impl Qualifier {
    /// Every qualifier, in the order of the row format.
    pub const ALL: [Qualifier; 9] = [
        Qualifier::Exact,
        Qualifier::AtLeast,
        Qualifier::MoreThan,
        Qualifier::AtMost,
        Qualifier::FewerThan,
        Qualifier::About,
        Qualifier::Nearly,
        Qualifier::Between,
        Qualifier::None,
    ];

    /// The name in a row.
    pub const fn name(self) -> &'static str {
        match self {
            Qualifier::Exact => "exact",
            Qualifier::AtLeast => "at_least",
            Qualifier::MoreThan => "more_than",
            Qualifier::AtMost => "at_most",
            Qualifier::FewerThan => "fewer_than",
            Qualifier::About => "about",
            Qualifier::Nearly => "nearly",
            Qualifier::Between => "between",
            Qualifier::None => "none",
        }
    }
}

impl fmt::Display for Qualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Qualifier {
    type Err = ();

    fn from_str(text: &str) -> Result<Qualifier, ()> {
        Qualifier::ALL.into_iter().find(|q| q.name() == text).ok_or(())
    }
}

/// In short, as a table cell shows it: `13`, `13+`, `≤5`, `~50`, `10–15`, `dozens`, `0`.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Qualifier::*;
        let amount = match &self.amount {
            Amount::Number(n) => n.to_string(),
            Amount::Span(low, high) => format!("{low}–{high}"),
            Amount::Vague(word) => word.clone(),
        };
        let text = match (self.qualifier, &self.amount) {
            (None, _) => "0".to_owned(),
            (MoreThan, Amount::Number(n)) => format!("{}+", n.saturating_add(1)),
            (AtLeast, Amount::Vague(_)) => format!("≥ {amount}"),
            (MoreThan, _) => format!("> {amount}"),
            (AtLeast, _) => format!("{amount}+"),
            (AtMost, _) => format!("≤{amount}"),
            (FewerThan, _) => format!("<{amount}"),
            (About, _) => format!("~{amount}"),
            (Nearly, _) => format!("<~{amount}"),
            (Exact | Between, _) => amount,
        };
        f.pad(&text)
    }
}
