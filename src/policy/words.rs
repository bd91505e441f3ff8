//! The words of a policy: what each qualifier and each vague word is taken to mean.

use super::Mark;
use crate::{
    figure::{Amount, Figure, Qualifier},
    range::Range,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// How figures are read. Total: every qualifier has an answer, and every vague word that is not listed has `other`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Where it stands.
    pub citation: String,
    /// How well it is known.
    pub mark: Mark,
    at_least: Bound,
    more_than: Bound,
    at_most: Bound,
    fewer_than: Bound,
    about: Round,
    nearly: Round,
    between: Bound,
    /// What casualties, the dead not told from the wounded, give for the dead where no death is reported.
    #[serde(default)]
    pub casualties: Casualties,
    vague: BTreeMap<String, Answer>,
}

/// What is taken of a bound or a span.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Bound {
    /// The range that the words force.
    Literal,
    /// Its lower end alone.
    Low,
    /// Its upper end alone; blank where there is none.
    High,
    /// Its middle, the lower one of two.
    Mean,
    /// The number said, whatever the qualifier.
    Number,
    /// No number.
    Blank,
}

/// What is taken of a rounded number.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Round {
    /// A tenth to either side; for "nearly" below only.
    Tenth,
    /// The number said.
    Number,
    /// No number.
    Blank,
}

/// What is said of the dead by "casualties".
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Casualties {
    /// Anything from nobody to all of them.
    #[default]
    Open,
    /// Nobody.
    Zero,
    /// Nothing.
    Blank,
}

/// The answer for a vague word: a range, or blank.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(try_from = "String")]
struct Answer(Option<Range>);

impl TryFrom<String> for Answer {
    type Error = String;

    fn try_from(text: String) -> Result<Answer, String> {
        if text == "blank" {
            return Ok(Answer(None));
        }
        text.parse().map(|r| Answer(Some(r))).map_err(|e| format!("{e}, or blank"))
    }
}

/// What a figure is taken to mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The whole numbers it may stand for; `None` where the policy gives none.
    pub range: Option<Range>,
    /// The number that stands for it: never the end of a bound, unless the policy takes that end as the number.
    pub point: Option<u64>,
    /// The number is a rounded one.
    pub rounded: bool,
    /// Only a vague word was said.
    pub vague: bool,
}

impl Words {
    /// What a figure is taken to mean under this policy.
    pub fn read(&self, figure: &Figure) -> Reading {
        match (&figure.amount, figure.qualifier) {
            (_, Qualifier::None) => exact(Some(Range::ZERO)),
            (Amount::Vague(word), qualifier) => {
                let range = self.vague(word).and_then(|r| loosen(r, qualifier));
                Reading { range, point: range.and_then(Range::point), rounded: false, vague: true }
            }
            (&Amount::Number(n), Qualifier::About) => rounded(self.about, n, tenth(n), n),
            (&Amount::Number(n), Qualifier::Nearly) => {
                rounded(self.nearly, n, Range::closed(ceil(n, 9), n).unwrap_or(Range::exact(n)), n)
            }
            (&Amount::Span(low, high), Qualifier::About | Qualifier::Nearly) => {
                exact(self.take(self.between, Range::closed(low, high), low))
            }
            (amount, qualifier) => {
                let said = match *amount {
                    Amount::Number(n) | Amount::Span(n, _) => n,
                    Amount::Vague(_) => 0,
                };
                let bound = match (qualifier, amount) {
                    (Qualifier::AtLeast, _) => self.at_least,
                    (Qualifier::MoreThan, _) => self.more_than,
                    (Qualifier::AtMost, _) => self.at_most,
                    (Qualifier::FewerThan, _) => self.fewer_than,
                    (_, Amount::Span(..)) => self.between,
                    _ => Bound::Literal,
                };
                exact(self.take(bound, figure.literal(), said))
            }
        }
    }

    /// Whether every vague word has an answer.
    pub(super) fn is_total(&self) -> bool {
        self.vague.contains_key("other")
    }

    fn vague(&self, word: &str) -> Option<Range> {
        self.vague.get(word).or_else(|| self.vague.get("other")).and_then(|a| a.0)
    }

    fn take(&self, bound: Bound, literal: Option<Range>, said: u64) -> Option<Range> {
        let literal = literal?;
        match bound {
            Bound::Literal => Some(literal),
            Bound::Low => Some(Range::exact(literal.low())),
            Bound::High => literal.high().map(Range::exact),
            Bound::Mean => Some(literal.high().map_or(literal, |h| Range::exact(literal.low().midpoint(h)))),
            Bound::Number => Some(Range::exact(said)),
            Bound::Blank => None,
        }
    }
}

fn exact(range: Option<Range>) -> Reading {
    Reading { range, point: range.and_then(Range::point), rounded: false, vague: false }
}

fn rounded(how: Round, n: u64, range: Range, point: u64) -> Reading {
    let (range, point) = match how {
        Round::Tenth => (Some(range), Some(point)),
        Round::Number => (Some(Range::exact(n)), Some(n)),
        Round::Blank => (None, None),
    };
    Reading { range, point, rounded: true, vague: false }
}

/// "At least dozens" is open, "up to dozens" starts at nobody.
fn loosen(range: Range, qualifier: Qualifier) -> Option<Range> {
    match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => Some(Range::open(range.low())),
        Qualifier::AtMost | Qualifier::FewerThan => Range::new(0, range.high()),
        _ => Some(range),
    }
}

/// A tenth to either side, and never less than one up: 13 is 11–15, 0 is 0–1.
fn tenth(n: u64) -> Range {
    let low = u64::try_from(u128::from(n) * 9 / 10).unwrap_or(n);
    Range::closed(low, ceil(n, 11).max(n.saturating_add(1))).unwrap_or(Range::exact(n))
}

/// `tenths` tenths of `n`, rounded up.
fn ceil(n: u64, tenths: u128) -> u64 {
    u64::try_from((u128::from(n) * tenths).div_ceil(10)).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_is_a_tenth_to_either_side() {
        for (n, low, high) in
            [(0, 0, 1), (7, 6, 8), (13, 11, 15), (15, 13, 17), (40, 36, 44), (120, 108, 132), (1234, 1110, 1358)]
        {
            assert_eq!(tenth(n), Range::closed(low, high).unwrap());
        }
    }
}
