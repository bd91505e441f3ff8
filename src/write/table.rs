//! The comparison table: a block for each incident, a row for each source's account, a column for each outcome.
//!
//! Disagreement is told by a sign (≠) and in words, never by colour.

use super::{fold::wrapped, sheet::Sheet, totals, words};
use crate::{
    claim::{Claim, Outcome, Victims},
    report::{Account, Cell, Finding, Incident, Report},
};

/// The table of a report in lines of at most `width` columns.
pub fn report(report: &Report, width: usize) -> String {
    let blocks = report.told().map(|incident| block(incident, width));
    let silent = words::silent(report, width);
    let blocks = blocks.chain((!silent.is_empty()).then_some(silent));
    let mut out = blocks.collect::<Vec<_>>().join("\n");
    let totals = totals::table(std::slice::from_ref(report), width);
    if !totals.is_empty() {
        out.push_str(&format!("\n{totals}"));
    }
    let aside = words::aside(&report.set_aside);
    if !aside.is_empty() {
        out.push_str(&format!("\n{}", wrapped(&format!("Of no incident, set aside: {aside}"), width, 2)));
    }
    out
}

/// Rows of cells, the first row above a rule.
pub fn plain(rows: impl IntoIterator<Item = Vec<String>>, width: usize) -> String {
    let mut sheet = Sheet::default();
    for (at, row) in rows.into_iter().enumerate() {
        sheet.row(row);
        if at == 0 {
            sheet.rule();
        }
    }
    sheet.render(width)
}

/// The claims, two lines each: what is said, and the sentence it stands in.
pub fn claims(out: &mut Vec<u8>, claims: &mut dyn Iterator<Item = &Claim>) {
    for claim in claims {
        let reading = claim.figure.literal().map_or_else(|| claim.figure.to_string(), |r| r.to_string());
        let said = claim.origin.as_deref().map(|o| format!(", {o}")).unwrap_or_default();
        let role = format!("{}, {}", claim.role, claim.status);
        let head = format!("{} {} {}: “{}”{said} ({role})", claim.outcome, claim.victims, reading, claim.phrase);
        out.extend(format!("{}\n  {}:{} {}\n", head, claim.document, claim.start, claim.sentence).into_bytes());
    }
}

fn block(incident: &Incident, width: usize) -> String {
    let outcomes: Vec<Outcome> =
        Outcome::ALL.iter().copied().filter(|o| incident.findings.iter().any(|f| f.outcome == *o)).collect();
    let mut sheet = Sheet::default();
    sheet.head(std::iter::once(String::new()).chain(outcomes.iter().map(|o| words::outcome(*o).to_owned())).collect());
    for account in &incident.accounts {
        account_rows(&mut sheet, incident, account, &outcomes, (width * 2 / 5).max(16));
    }
    sheet.rule();
    let all = |o: Outcome| incident.findings.iter().find(move |f| f.outcome == o && f.victims == Victims::All);
    let mut foot = |label: &str, cell: fn(&Finding) -> String| {
        let cells = outcomes.iter().map(|o| all(*o).map(cell).unwrap_or_default());
        sheet.row(std::iter::once(label.to_owned()).chain(cells).collect());
    };
    foot("low–high", |f| f.display.clone());
    foot("most accounts meet at", words::meeting);
    foot("best", |f| f.best.map_or("–".to_owned(), |n| n.to_string()));
    foot("verdict", |f| words::verdict(f.verdict).to_owned());
    for victims in groups(incident.findings.iter().map(|f| f.victims)) {
        let find = |o: &Outcome| incident.findings.iter().find(|f| f.outcome == *o && f.victims == victims);
        let cells = outcomes.iter().map(|o| find(o).map(group_finding).unwrap_or_default());
        sheet.row(std::iter::once(format!("  {}", words::group(victims))).chain(cells).collect());
    }
    format!("{}\n{}{}", wrapped(&words::heading(incident), width, 2), sheet.render(width), notes(incident, width))
}

/// The row of an account, and one for each group that it names.
fn account_rows(sheet: &mut Sheet, incident: &Incident, account: &Account, outcomes: &[Outcome], width: usize) {
    let row = |label: String, victims: Victims| {
        let cells = outcomes.iter().map(|o| {
            let cell = account.cells.iter().find(|c| c.outcome == *o && c.victims == victims);
            let finding = incident.findings.iter().find(|f| f.outcome == *o && f.victims == victims);
            cell.map(|c| figure(c, finding)).unwrap_or_default()
        });
        std::iter::once(label).chain(cells).collect()
    };
    sheet.row(row(words::account(account, width), Victims::All));
    for victims in groups(account.cells.iter().map(|c| c.victims)) {
        sheet.row(row(format!("  {}", words::group(victims)), victims));
    }
}

/// Every group but `all`, each once, in the order of the row format.
fn groups(victims: impl Iterator<Item = Victims>) -> Vec<Victims> {
    let mut groups: Vec<Victims> = victims.filter(|v| *v != Victims::All).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

/// A cell of an account: the sign of one that is apart, the figure, and what it replaced.
fn figure(cell: &Cell, finding: Option<&Finding>) -> String {
    let apart = finding.is_some_and(|f| words::is_apart(cell, f));
    let was: Vec<&str> = cell.history.iter().map(|h| h.said.as_str()).collect();
    let was = if was.is_empty() { String::new() } else { format!(" (was {})", was.join(", ")) };
    format!("{}{}{was}", if apart { "≠ " } else { "" }, words::said(cell))
}

fn group_finding(finding: &Finding) -> String {
    match finding.accounts {
        0 | 1 => finding.display.clone(),
        n => format!("{}, {} of {n} meet", finding.display, finding.agree),
    }
}

/// What the figures alone do not show, beneath them.
fn notes(incident: &Incident, width: usize) -> String {
    let lines: Vec<String> = words::notes(incident).iter().map(|n| wrapped(&format!("  {n}"), width, 4)).collect();
    if lines.is_empty() { String::new() } else { format!("\n{}", lines.concat()) }
}
