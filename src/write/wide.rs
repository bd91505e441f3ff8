//! One row an incident: `killed_low, killed_best, killed_high, killed_verdict, injured_low …`, groups as
//! `children_killed_low …`.

use super::csv;
use crate::{
    claim::{Outcome, Victims},
    report::Report,
};
use std::collections::BTreeSet;

/// Adds the table with its header. Killed and injured have their columns even where nothing is said of them, so that
/// tables of different data stack.
pub fn report(out: &mut Vec<u8>, report: &Report) {
    let mut kinds = BTreeSet::from([(Victims::All, Outcome::Killed), (Victims::All, Outcome::Injured)]);
    kinds.extend(report.incidents.iter().flat_map(|i| &i.findings).map(|f| (f.victims, f.outcome)));
    let mut header: Vec<String> = ["incident", "place", "event_date"].map(str::to_owned).into();
    for (victims, outcome) in &kinds {
        let name = match victims {
            Victims::All => outcome.name().to_owned(),
            group => format!("{group}_{outcome}"),
        };
        header.extend(["low", "best", "high", "verdict"].map(|part| format!("{name}_{part}")));
    }
    header.extend(["accounts", "policy"].map(str::to_owned));
    csv::header(out, &header.iter().map(String::as_str).collect::<Vec<_>>());
    csv::rows(
        out,
        report.incidents.iter().map(|incident| {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
            let mut row = vec![incident.id.clone(), text(&incident.place), text(&incident.event_date)];
            for (victims, outcome) in &kinds {
                match incident.findings.iter().find(|f| f.victims == *victims && f.outcome == *outcome) {
                    Some(f) => row.extend([number(f.low), number(f.best), number(f.high), f.verdict.to_string()]),
                    None => row.extend([const { String::new() }; 4]),
                }
            }
            row.extend([incident.accounts.len().to_string(), report.policy.clone()]);
            row
        }),
    );
}
