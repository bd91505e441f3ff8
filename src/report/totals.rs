//! Sums over incidents, each with what it stands on.

use super::{Finding, Incident, Report};
use crate::claim::{Outcome, Victims};
use serde::Serialize;
use std::collections::BTreeSet;

/// The names of the columns of a total, in order.
pub const TOTAL_COLUMNS: &[&str] = &[
    "outcome",
    "all_lows",
    "best",
    "all_highs",
    "incidents",
    "stated",
    "no_figure",
    "no_best",
    "open_above",
    "documents",
    "documents_no_figure",
    "policy",
];

/// One outcome over all incidents.
///
/// Lows and highs added up are worst cases: every incident at its lowest, every one at its highest. They are no range that
/// the sum lies in with any stated chance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Total<'a> {
    /// What happened.
    pub outcome: Outcome,
    /// The sum of the lows.
    pub all_lows: u64,
    /// The sum of best, over the incidents that have one; blank where none has.
    pub best: Option<u64>,
    /// The sum of the highs; a figure that nothing bounds above goes in with the highest number anybody named, and is
    /// counted in `open_above`.
    pub all_highs: u64,
    /// All incidents of the report.
    pub incidents: usize,
    /// Those with a figure.
    pub stated: usize,
    /// Those without: nothing was said, or nothing that the policy takes for a number. They are not zero.
    pub no_figure: usize,
    /// Those with a figure but no best.
    pub no_best: usize,
    /// Those that nothing bounds above.
    pub open_above: usize,
    /// The documents that the figures stand in.
    pub documents: usize,
    /// All others that were read: they say nothing of this outcome, or nothing that counts.
    pub documents_no_figure: usize,
    /// The policy.
    pub policy: &'a str,
}

impl Report {
    /// A total for each outcome that any incident has, in the order of outcomes.
    pub fn totals(&self) -> Vec<Total<'_>> {
        let of_all =
            |i: &Incident| i.findings.iter().filter(|f| f.victims == Victims::All).map(|f| f.outcome).collect();
        let outcomes: BTreeSet<Outcome> = self.incidents.iter().flat_map(|i| -> Vec<Outcome> { of_all(i) }).collect();
        outcomes.into_iter().map(|outcome| self.total(outcome)).collect()
    }

    fn total(&self, outcome: Outcome) -> Total<'_> {
        let is = |o: Outcome, v: Victims| o == outcome && v == Victims::All;
        let found = self.incidents.iter().filter_map(|incident| {
            let finding = incident.findings.iter().find(|f| is(f.outcome, f.victims))?;
            Some((incident, finding)).filter(|(_, f)| f.low.is_some())
        });
        let (incidents, findings): (Vec<&Incident>, Vec<&Finding>) = found.unzip();
        let accounts = incidents.iter().flat_map(|i| &i.accounts);
        let bearing = accounts.filter(|a| a.cells.iter().any(|c| is(c.outcome, c.victims) && c.range.is_some()));
        let documents: BTreeSet<&str> = bearing.flat_map(|a| a.documents.iter().map(String::as_str)).collect();
        let sum =
            |value: fn(&Finding) -> Option<u64>| findings.iter().filter_map(|f| value(f)).reduce(u64::saturating_add);
        Total {
            outcome,
            all_lows: sum(|f| f.low).unwrap_or(0),
            best: sum(|f| f.best),
            all_highs: sum(|f| f.high.or(f.measures.highest_named.max(f.low))).unwrap_or(0),
            incidents: self.incidents.len(),
            stated: findings.len(),
            no_figure: self.incidents.len() - findings.len(),
            no_best: findings.iter().filter(|f| f.best.is_none()).count(),
            open_above: findings.iter().filter(|f| f.high.is_none()).count(),
            documents: documents.len(),
            documents_no_figure: self.documents.saturating_sub(documents.len()),
            policy: &self.policy,
        }
    }
}
