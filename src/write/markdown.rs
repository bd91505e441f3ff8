//! A table in Markdown, for notes and issues, and in wiki text.

use super::{totals, words};
use crate::report::{Finding, Incident, Report, Total};

const HEAD: [&str; 8] = ["incident", "when", "outcome", "victims", "low–high", "best", "accounts", "verdict"];

/// The findings in tables of Markdown, one for each policy with what it rests on, and the totals where there are several
/// incidents.
pub fn reports(reports: &[Report]) -> String {
    page(reports, markdown)
}

/// The totals in a table of Markdown.
pub fn totals(reports: &[Report]) -> String {
    sums(reports, markdown)
}

/// The findings in sortable tables of a MediaWiki page, with the totals as for [`reports`].
pub fn wiki(reports: &[Report]) -> String {
    page(reports, mediawiki)
}

/// The totals in a table of a MediaWiki page.
pub fn wiki_totals(reports: &[Report]) -> String {
    sums(reports, mediawiki)
}

/// A head and rows of as many cells, marked up.
type Table = fn(&[&str], &mut dyn Iterator<Item = Vec<String>>) -> String;

fn page(reports: &[Report], table: Table) -> String {
    let of = |report: &Report| {
        let findings = table(&HEAD, &mut rows(report).map(Vec::from));
        format!("{findings}\nPolicy {}: {}\n", report.policy, report.basis)
    };
    let mut parts: Vec<String> = reports.iter().map(of).collect();
    if reports.iter().any(|r| r.incidents.len() > 1) {
        parts.push(sums(reports, table));
    }
    parts.join("\n")
}

fn sums(reports: &[Report], table: Table) -> String {
    let head: Vec<&str> = ["outcome", "policy"].into_iter().chain(totals::HEAD).collect();
    let row = |total: &Total| {
        let outcome = words::outcome(total.outcome).to_owned();
        std::iter::once(outcome).chain(totals::row(total)).map(|cell| cell.trim().to_owned()).collect()
    };
    let sums = table(&head, &mut reports.iter().flat_map(Report::totals).map(|total| row(&total)));
    format!("{}\n\n{sums}", totals::WORST)
}

fn markdown(head: &[&str], rows: &mut dyn Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    let mut out = line(head) + &line(&head.iter().map(|_| "---").collect::<Vec<_>>());
    for cells in rows {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|").replace('\n', " ")).collect();
        out.push_str(&line(&cells.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    out
}

fn mediawiki(head: &[&str], rows: &mut dyn Iterator<Item = Vec<String>>) -> String {
    let mut out = format!("{{| class=\"wikitable sortable\"\n! {}\n", head.join(" !! "));
    for cells in rows {
        // A sign of markup in a name must not become markup.
        let plain = |c: char| c.is_alphanumeric() || " .,–+()".contains(c);
        let cell = |cell: &String| match cell.chars().all(plain) {
            true => cell.clone(),
            false => format!("<nowiki>{}</nowiki>", cell.replace('<', "&lt;").replace('\n', " ")),
        };
        out.push_str(&format!("|-\n| {}\n", cells.iter().map(cell).collect::<Vec<_>>().join(" || ")));
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
