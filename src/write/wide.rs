//! One row an incident: `killed_low, killed_best, killed_high, killed_verdict, injured_low …`, groups as
//! `children_killed_low …`.

use super::csv;
use crate::{
    claim::{Outcome, Victims},
    report::{Flat, Incident, Report},
};
use std::collections::BTreeSet;

/// Adds the table with its header. Killed and injured have their columns even where nothing is said of them, so that
/// tables of different data stack.
pub fn report(out: &mut Vec<u8>, report: &Report) {
    reports(out, std::slice::from_ref(report));
}

/// Adds the table of several policies: a row an incident and policy, under one header.
pub fn reports(out: &mut Vec<u8>, reports: &[Report]) {
    let kinds = kinds(reports);
    csv::header(out, &columns(&kinds).iter().map(String::as_str).collect::<Vec<_>>());
    let incidents = reports.iter().flat_map(|r| r.incidents.iter().map(move |i| (r, i)));
    csv::rows(out, incidents.map(|(report, incident)| row(&kinds, report, incident)));
}

/// Who suffered what in any incident.
pub(super) type Kinds = BTreeSet<(Victims, Outcome)>;

pub(super) fn kinds(reports: &[Report]) -> Kinds {
    let mut kinds = BTreeSet::from([(Victims::All, Outcome::Killed), (Victims::All, Outcome::Injured)]);
    kinds.extend(reports.iter().flat_map(|r| &r.incidents).flat_map(|i| &i.findings).map(|f| (f.victims, f.outcome)));
    kinds
}

/// The names of the columns, in order.
pub(super) fn columns(kinds: &Kinds) -> Vec<String> {
    let mut header: Vec<String> = ["incident", "place", "event_date"].map(str::to_owned).into();
    for (victims, outcome) in kinds {
        let name = match victims {
            Victims::All => outcome.name().to_owned(),
            group => format!("{group}_{outcome}"),
        };
        header.extend(["low", "best", "high", "verdict"].map(|part| format!("{name}_{part}")));
    }
    header.extend(["accounts", "policy"].map(str::to_owned));
    header
}

/// The fields of an incident, in the order of the columns.
pub(super) fn row(kinds: &Kinds, report: &Report, incident: &Incident) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    let mut row = vec![incident.id.clone(), text(&incident.place), text(&incident.event_date)];
    for (victims, outcome) in kinds {
        match incident.findings.iter().find(|f| f.victims == *victims && f.outcome == *outcome) {
            Some(f) => row.extend([number(f.low), number(f.best), number(f.high), f.verdict.to_string()]),
            None => row.extend([const { String::new() }; 4]),
        }
    }
    row.extend([incident.accounts.len().to_string(), report.policy.clone()]);
    row
}

/// Adds the header of a table of one outcome.
pub fn flat_header(out: &mut Vec<u8>, outcome: Outcome) {
    let mut header = vec!["incident".to_owned(), "place".to_owned(), "event_date".to_owned()];
    for kind in flat_kinds(outcome) {
        header.extend(["low", "best", "high", "verdict"].map(|part| format!("{kind}_{part}")));
    }
    header.extend(["accounts", "policy"].map(str::to_owned));
    csv::header(out, &header.iter().map(String::as_str).collect::<Vec<_>>());
}

/// Adds the rows of a large plain table, as [`report`] would.
pub fn flat(out: &mut Vec<u8>, rows: &[Flat], outcome: Outcome, policy: &str) {
    let place = flat_kinds(outcome).iter().position(|k| *k == outcome).unwrap_or(0);
    let after = flat_kinds(outcome).len() - 1 - place;
    for row in rows {
        field(out, row.incident);
        out.extend_from_slice(b",,");
        out.resize(out.len() + 4 * place, b',');
        for number in [row.low, row.best, row.high] {
            out.push(b',');
            if let Some(n) = number {
                digits(out, n);
            }
        }
        out.push(b',');
        out.extend_from_slice(row.verdict.name().as_bytes());
        out.resize(out.len() + 4 * after, b',');
        out.push(b',');
        digits(out, row.accounts as u64);
        out.push(b',');
        field(out, policy);
        out.push(b'\n');
    }
}

/// The outcomes that have columns in a table of one.
fn flat_kinds(outcome: Outcome) -> Vec<Outcome> {
    BTreeSet::from([Outcome::Killed, Outcome::Injured, outcome]).into_iter().collect()
}

fn field(out: &mut Vec<u8>, text: &str) {
    if text.bytes().any(|b| matches!(b, b',' | b'"' | b'\n' | b'\r')) {
        out.push(b'"');
        out.extend(text.replace('"', "\"\"").into_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

fn digits(out: &mut Vec<u8>, number: u64) {
    use std::io::Write;
    write!(out, "{number}").expect("memory does not fail");
}
