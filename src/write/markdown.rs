//! A table in Markdown, for notes and issues, and in wiki text.

use super::words;
use crate::report::{Finding, Incident, Report};

const HEAD: [&str; 8] = ["incident", "when", "outcome", "victims", "low–high", "best", "accounts", "verdict"];

/// The findings as a Markdown table.
pub fn report(report: &Report) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut out = line(&HEAD.map(str::to_owned)) + &line(&HEAD.map(|_| "---".to_owned()));
    for cells in rows(report) {
        out.push_str(&line(&cells.map(|cell| cell.replace('|', "\\|").replace('\n', " "))));
    }
    out
}

/// The findings as a sortable table of a MediaWiki page.
pub fn wiki(report: &Report) -> String {
    let mut out = format!("{{| class=\"wikitable sortable\"\n! {}\n", HEAD.join(" !! "));
    for cells in rows(report) {
        // A sign of markup in a name must not become markup.
        let cells = cells.map(|cell| format!("<nowiki>{}</nowiki>", cell.replace('<', "&lt;").replace('\n', " ")));
        out.push_str(&format!("|-\n| {}\n", cells.join(" || ")));
    }
    out.push_str("|}\n");
    out
}

fn rows(report: &Report) -> impl Iterator<Item = [String; 8]> + '_ {
    report.incidents.iter().flat_map(|i| i.findings.iter().map(move |f| row(i, f)))
}

fn row(incident: &Incident, finding: &Finding) -> [String; 8] {
    [
        incident.place.clone().unwrap_or_else(|| incident.id.clone()),
        incident.event_date.as_deref().map(words::date).unwrap_or_default(),
        words::outcome(finding.outcome).to_owned(),
        finding.victims.to_string(),
        finding.display.clone(),
        finding.best.map(|n| n.to_string()).unwrap_or_default(),
        format!("{} of {} meet", finding.agree, finding.accounts),
        words::verdict(finding.verdict).to_owned(),
    ]
}
