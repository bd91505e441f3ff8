//! A number on its way through the tally: its range, the number that stands for it, and the claims that it rests on.

use crate::{
    claim::Claim,
    policy::{Reading, Words},
    range::Range,
    report::{Basis, Superseded},
};

/// What is known of one outcome of one group, so far.
#[derive(Clone, Debug)]
pub(super) struct Value<'a> {
    pub(super) range: Option<Range>,
    pub(super) point: Option<u64>,
    pub(super) basis: Basis,
    /// Where it spans several figures of one time: how wide each of them is.
    pub(super) spans: Option<u64>,
    /// In short, as said; `None` for what was added up.
    pub(super) said: Option<String>,
    pub(super) at: Option<&'a str>,
    pub(super) claims: Vec<&'a str>,
    pub(super) history: Vec<Superseded>,
}

impl<'a> Value<'a> {
    /// What one claim says.
    pub(super) fn of(claim: &'a Claim, words: &Words) -> Value<'a> {
        let Reading { range, point, rounded, vague } = words.read(&claim.figure);
        // Of a range, the source's own best stands for it.
        let point = claim.best.filter(|&b| range.is_some_and(|r| r.contains(b))).or(point);
        let open = range.is_none_or(Range::is_open);
        let basis = match () {
            () if vague && open => Basis::Vague,
            () if claim.implied => Basis::Derived,
            () if rounded => Basis::Rounded,
            () => Basis::Stated,
        };
        let said = Some(claim.figure.to_string());
        Value {
            range,
            point,
            basis,
            spans: None,
            said,
            at: claim.at(),
            claims: vec![&claim.claim],
            history: Vec::new(),
        }
    }

    /// A range that nobody said, from what `rests` rests on.
    pub(super) fn follows(range: Range, point: Option<u64>, basis: Basis, rests: &[&Value<'a>]) -> Value<'a> {
        let mut claims: Vec<&str> = rests.iter().flat_map(|v| v.claims.iter().copied()).collect();
        claims.sort_unstable();
        claims.dedup();
        let at = rests.iter().filter_map(|v| v.at).max();
        Value { range: Some(range), point, basis, spans: None, said: None, at, claims, history: Vec::new() }
    }

    /// The range, or anything where the policy gives none.
    pub(super) fn or_any(&self) -> Range {
        self.range.unwrap_or(Range::ANY)
    }

    /// How many numbers it leaves open.
    pub(super) fn width(&self) -> u64 {
        let range = self.or_any();
        self.spans.unwrap_or(range.high().unwrap_or(u64::MAX) - range.low())
    }

    /// The sum with another; vague words keep the sum vague.
    pub(super) fn plus(&self, other: &Value<'a>) -> Value<'a> {
        let basis = self.basis.max(other.basis).max(Basis::Derived);
        let point = self.point.zip(other.point).map(|(a, b)| a.saturating_add(b));
        // A vague word beside a number: the number stands as a floor.
        let basis =
            if basis == Basis::Vague && self.basis.min(other.basis) < Basis::Vague { Basis::Inside } else { basis };
        let mut sum = Value::follows(self.or_any().plus(other.or_any()), point, basis, &[self, other]);
        sum.history = self.history.clone();
        sum
    }

    /// Whether a number was said, not only a vague word or a silence.
    pub(super) fn is_number(&self) -> bool {
        self.range.is_some() && self.basis < Basis::Vague
    }

    /// Whether it is nobody, for certain.
    pub(super) fn is_zero(&self) -> bool {
        self.range == Some(Range::ZERO)
    }

    /// What is kept of it once it is replaced.
    pub(super) fn superseded(&self, by: &Value) -> Superseded {
        let low = |v: &Value| v.range.map(Range::low);
        let (old, new) = (self.point.or(low(self)), by.point.or(low(by)));
        Superseded {
            said: self.said.clone().or_else(|| self.range.map(|r| r.to_string())).unwrap_or_default(),
            range: self.range,
            at: self.at.map(str::to_owned),
            claims: self.claims.iter().map(|&c| c.to_owned()).collect(),
            revised_down: new < old,
        }
    }
}

/// The sum of some; `None` of none.
pub(super) fn sum<'a>(values: &[Value<'a>]) -> Option<Value<'a>> {
    let (first, rest) = values.split_first()?;
    Some(rest.iter().fold(first.clone(), |sum, v| sum.plus(v)))
}
