//! A finding as a row: the same names in every format.

use super::{Finding, Incident, Report};
use serde::Serialize;

/// The names of the columns, in order.
pub const COLUMNS: &[&str] = &[
    "incident",
    "place",
    "event_date",
    "outcome",
    "victims",
    "low",
    "best",
    "high",
    "high_open",
    "display",
    "verdict",
    "agree",
    "accounts",
    "conflicting_pairs",
    "gap",
    "gap_factor",
    "spread_factor",
    "reports",
    "outlets",
    "origins",
    "low_by",
    "high_by",
    "policy",
    "reason",
];

/// A finding as a row. Blank stands for not known, never for zero.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row<'a> {
    incident: &'a str,
    place: Option<&'a str>,
    event_date: Option<&'a str>,
    outcome: &'static str,
    victims: &'static str,
    low: Option<u64>,
    best: Option<u64>,
    high: Option<u64>,
    high_open: Option<bool>,
    display: &'a str,
    verdict: &'static str,
    agree: usize,
    accounts: usize,
    conflicting_pairs: Option<usize>,
    gap: Option<u64>,
    gap_factor: Option<f64>,
    spread_factor: Option<f64>,
    reports: usize,
    outlets: usize,
    origins: usize,
    low_by: Option<&'a str>,
    high_by: Option<&'a str>,
    policy: &'a str,
    reason: &'a str,
}

impl Report {
    /// Every finding as a row, in order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.incidents.iter().flat_map(|i| i.findings.iter().map(|f| row(&self.policy, i, f)))
    }
}

fn row<'a>(policy: &'a str, incident: &'a Incident, f: &'a Finding) -> Row<'a> {
    let m = &f.measures;
    Row {
        incident: &incident.id,
        place: incident.place.as_deref(),
        event_date: incident.event_date.as_deref(),
        outcome: f.outcome.name(),
        victims: f.victims.name(),
        low: f.low,
        best: f.best,
        high: f.high,
        high_open: f.low.map(|_| f.high.is_none()),
        display: &f.display,
        verdict: f.verdict.name(),
        agree: f.agree,
        accounts: f.accounts,
        conflicting_pairs: m.conflicting_pairs,
        gap: m.conflicting_pairs.map(|_| m.gap),
        gap_factor: m.gap_factor.map(round),
        spread_factor: m.spread_factor.map(round),
        reports: f.reports,
        outlets: f.outlets,
        origins: f.origins,
        low_by: f.low_by.as_deref(),
        high_by: f.high_by.as_deref(),
        policy,
        reason: &f.reason,
    }
}

/// Four decimals: a factor of two reports is not known more closely.
fn round(factor: f64) -> f64 {
    (factor * 10_000.0).round() / 10_000.0
}
