//! The same claims under several policies, side by side: what the choice of rule does.

use super::{fold::wrapped, sheet::Sheet, totals, words};
use crate::{
    claim::{Outcome, Victims},
    report::{Finding, Incident, Report},
};
use std::collections::BTreeSet;

/// Incidents that are shown one by one; of more, only the totals.
const SHOWN: usize = 20;

/// A table for each incident with a row a policy, and the totals under each where there are several incidents.
pub fn reports(reports: &[Report], width: usize) -> String {
    let Some(first) = reports.first() else { return String::new() };
    let mut blocks = Vec::new();
    if first.told().count() <= SHOWN {
        blocks.extend(first.told().map(|incident| block(incident, reports, width)));
    }
    blocks.extend(Some(words::silent(first, width)).filter(|text| !text.is_empty()));
    blocks.extend(Some(totals::table(reports, width)).filter(|text| !text.is_empty()));
    let foot: Vec<String> =
        reports.iter().map(|r| wrapped(&format!("  {}: {}", r.policy, r.basis), width, 4)).collect();
    format!("{}\n{}", blocks.join("\n"), foot.concat())
}

fn block(incident: &Incident, reports: &[Report], width: usize) -> String {
    let mut sheet = Sheet::default();
    let outcomes = outcomes(reports, |i| i.id == incident.id);
    for outcome in &outcomes {
        sheet.head([words::outcome(*outcome), "low", "best", "high", ""].map(str::to_owned).into());
        for report in reports {
            let found = report.incidents.iter().find(|i| i.id == incident.id).and_then(|i| of_all(i, *outcome));
            let cells = match found {
                Some(f) => [number(f.low), number(f.best), high(f), f.reason.clone()],
                None => ["–", "–", "–", ""].map(str::to_owned),
            };
            sheet.row(std::iter::once(format!("  {}", report.policy)).chain(cells).collect());
        }
    }
    format!("{}\n{}", wrapped(&words::heading(incident), width, 2), sheet.render(width))
}

fn outcomes(reports: &[Report], wanted: impl Fn(&Incident) -> bool) -> BTreeSet<Outcome> {
    let incidents = reports.iter().flat_map(|r| &r.incidents).filter(|i| wanted(i));
    incidents.flat_map(|i| &i.findings).filter(|f| f.victims == Victims::All).map(|f| f.outcome).collect()
}

fn of_all(incident: &Incident, outcome: Outcome) -> Option<&Finding> {
    incident.findings.iter().find(|f| f.outcome == outcome && f.victims == Victims::All)
}

fn number(n: Option<u64>) -> String {
    n.map_or("–".to_owned(), |n| n.to_string())
}

fn high(finding: &Finding) -> String {
    match (finding.low, finding.high) {
        (Some(_), None) => "open".to_owned(),
        (_, high) => number(high),
    }
}
