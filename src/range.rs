//! What a figure is taken to mean: whole numbers `low..=high`, the high end open where nothing bounds it.
//!
//! A range never becomes a number by itself: [`Range::point`] answers only where low and high are the same.
//!
//! ```
//! use tollbook::range::{Range, Relation};
//!
//! let police: Range = "13+".parse().unwrap();
//! let clinic = Range::closed(14, 18).unwrap();
//! assert_eq!(police.meet(clinic), Some(clinic));
//! assert_eq!(police.hull(clinic).to_string(), "13+");
//! assert_eq!(police.relation(clinic), Relation::Generalises);
//! ```

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Whole numbers from `low` to `high`, both included; `high` is `None` where nothing bounds it.
///
/// `low <= high` always holds: the fields are private and every constructor checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Range {
    low: u64,
    high: Option<u64>,
}

/// How two ranges lie to each other, in the five words the tables use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same range.
    Agree,
    /// The first lies inside the second.
    Refines,
    /// The first lies around the second.
    Generalises,
    /// They overlap, neither inside the other.
    Compatible,
    /// They share no whole number. Neighbours such as 40 and 41+ conflict too.
    Conflict,
}

impl Range {
    /// Nothing known: 0 and up.
    pub const ANY: Range = Range { low: 0, high: None };
    /// Nobody.
    pub const ZERO: Range = Range { low: 0, high: Some(0) };

    /// `low..=high`; `None` where `low > high`.
    pub const fn closed(low: u64, high: u64) -> Option<Range> {
        if low <= high { Some(Range { low, high: Some(high) }) } else { None }
    }

    /// `low` and up, without an upper bound.
    pub const fn open(low: u64) -> Range {
        Range { low, high: None }
    }

    /// One number.
    pub const fn exact(n: u64) -> Range {
        Range { low: n, high: Some(n) }
    }

    /// `low..=high`, open where `high` is `None`; `None` where `low > high`.
    pub const fn new(low: u64, high: Option<u64>) -> Option<Range> {
        match high {
            Some(h) => Range::closed(low, h),
            None => Some(Range::open(low)),
        }
    }

    /// The lowest number in it.
    pub const fn low(self) -> u64 {
        self.low
    }

    /// The highest number in it, `None` where it is open.
    pub const fn high(self) -> Option<u64> {
        self.high
    }

    /// Whether nothing bounds it above.
    pub const fn is_open(self) -> bool {
        self.high.is_none()
    }

    /// The number, where the range holds only one.
    pub fn point(self) -> Option<u64> {
        self.high.filter(|&h| h == self.low)
    }

    /// Whether `n` lies in it.
    pub fn contains(self, n: u64) -> bool {
        self.low <= n && self.high.is_none_or(|h| n <= h)
    }

    /// Whether every number of `other` lies in it.
    pub fn covers(self, other: Range) -> bool {
        self.low <= other.low && self.high.is_none_or(|h| other.high.is_some_and(|o| o <= h))
    }

    /// The numbers in both; `None` where they share none.
    pub fn meet(self, other: Range) -> Option<Range> {
        Range::new(self.low.max(other.low), least(self.high, other.high))
    }

    /// The smallest range around both.
    pub fn hull(self, other: Range) -> Range {
        Range { low: self.low.min(other.low), high: self.high.zip(other.high).map(|(a, b)| a.max(b)) }
    }

    /// The sum of a number from each; an end that would pass `u64::MAX` stays there.
    pub fn plus(self, other: Range) -> Range {
        Range {
            low: self.low.saturating_add(other.low),
            high: self.high.zip(other.high).map(|(a, b)| a.saturating_add(b)),
        }
    }

    /// What remains when a number of `part` is taken out of a number of `self`, never below nobody.
    pub fn minus(self, part: Range) -> Range {
        let low = part.high.map_or(0, |h| self.low.saturating_sub(h));
        let high = self.high.map(|h| h.saturating_sub(part.low));
        Range { low: high.map_or(low, |h| low.min(h)), high }
    }

    /// How many whole numbers lie strictly between two ranges that share none, plus one: 40 and 41+ are 1 apart.
    /// 0 where they meet.
    pub fn gap(self, other: Range) -> u64 {
        let apart = |below: Range, above: Range| below.high.map_or(0, |h| above.low.saturating_sub(h));
        apart(self, other).max(apart(other, self))
    }

    /// How the two lie to each other.
    pub fn relation(self, other: Range) -> Relation {
        if self == other {
            Relation::Agree
        } else if other.covers(self) {
            Relation::Refines
        } else if self.covers(other) {
            Relation::Generalises
        } else if self.meet(other).is_some() {
            Relation::Compatible
        } else {
            Relation::Conflict
        }
    }
}

/// The lower of two upper ends, an open one being above every number.
fn least(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// `13`, `13+`, `10–15`.
impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self.high {
            None => format!("{}+", self.low),
            Some(h) if h == self.low => h.to_string(),
            Some(h) => format!("{}–{h}", self.low),
        };
        f.pad(&text)
    }
}

/// Why a text is no range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseRangeError(String);

impl fmt::Display for ParseRangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is no range: write 13, 13+ or 10–15, the lower number first", self.0)
    }
}

impl std::error::Error for ParseRangeError {}

/// Reads what `Display` writes; a plain hyphen serves as well as the dash.
impl FromStr for Range {
    type Err = ParseRangeError;

    fn from_str(text: &str) -> Result<Range, ParseRangeError> {
        let number = |s: &str| s.trim().parse::<u64>().ok();
        let t = text.trim();
        let range = if let Some(low) = t.strip_suffix('+') {
            number(low).map(Range::open)
        } else if let Some((low, high)) = t.split_once(['–', '-']) {
            number(low).zip(number(high)).and_then(|(l, h)| Range::closed(l, h))
        } else {
            number(t).map(Range::exact)
        };
        range.ok_or_else(|| ParseRangeError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_do_not_meet() {
        assert_eq!(Range::exact(40).relation(Range::open(41)), Relation::Conflict);
        assert_eq!(Range::exact(40).gap(Range::open(41)), 1);
        assert_eq!(Range::closed(10, 12).unwrap().meet(Range::closed(12, 14).unwrap()), Some(Range::exact(12)));
    }

    #[test]
    fn five_words_for_pairs() {
        let range = |text: &str| text.parse::<Range>().unwrap();
        for (a, b, expected) in [
            ("13+", "14-18", Relation::Generalises),
            ("13+", "41+", Relation::Generalises),
            ("10-15", "14-18", Relation::Compatible),
            ("0-5", "13+", Relation::Conflict),
            ("40", "41+", Relation::Conflict),
            ("12", "10-15", Relation::Refines),
            ("7", "7", Relation::Agree),
            ("10+", "10-20", Relation::Generalises),
        ] {
            assert_eq!(range(a).relation(range(b)), expected, "{a} and {b}");
        }
        assert_eq!(range("0-5").gap(range("13+")), 8);
    }

    #[test]
    fn low_above_high_cannot_be_built() {
        assert_eq!(Range::closed(5, 4), None);
        assert!("15-10".parse::<Range>().is_err());
    }
}
