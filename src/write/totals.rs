//! Sums over incidents, for the foot of a table: each says what it stands on.

use super::{csv, fold::wrapped, jsonl, sheet::Sheet, words};
use crate::report::{Report, TOTAL_COLUMNS, Total};

/// The heads of the columns behind the first.
pub(super) const HEAD: [&str; 8] =
    ["all lows", "best", "all highs", "incidents", "no figure", "no best", "open above", "documents"];

/// What a total is not.
pub(super) const WORST: &str = "Totals: lows and highs added up are worst cases, not a range of the sum";

/// The totals under each policy, in lines of at most `width` columns; empty where there is one incident or none.
pub fn table(reports: &[Report], width: usize) -> String {
    if reports.iter().all(|r| r.incidents.len() < 2) {
        return String::new();
    }
    let all: Vec<Total> = reports.iter().flat_map(Report::totals).collect();
    let mut outcomes: Vec<_> = all.iter().map(|t| t.outcome).collect();
    outcomes.sort_unstable();
    outcomes.dedup();
    let mut sheet = Sheet::default();
    for outcome in outcomes {
        sheet.head(std::iter::once(words::outcome(outcome)).chain(HEAD).map(str::to_owned).collect());
        for total in all.iter().filter(|t| t.outcome == outcome) {
            sheet.row(row(total));
        }
    }
    format!("{}\n{}", wrapped(WORST, width, 2), sheet.render(width))
}

/// A total as texts: its policy first.
pub(super) fn row(total: &Total) -> Vec<String> {
    let highs = if total.open_above > 0 { format!("{}+", total.all_highs) } else { total.all_highs.to_string() };
    vec![
        format!("  {}", total.policy),
        total.all_lows.to_string(),
        total.best.map_or("–".to_owned(), |n| n.to_string()),
        highs,
        format!("{} of {}", total.stated, total.incidents),
        total.no_figure.to_string(),
        total.no_best.to_string(),
        total.open_above.to_string(),
        format!("{} of {}", total.documents, total.documents + total.documents_no_figure),
    ]
}

/// Adds the totals as CSV, a row each for outcome and policy, with their header.
pub fn rows(out: &mut Vec<u8>, reports: &[Report]) {
    csv::header(out, TOTAL_COLUMNS);
    csv::rows(out, reports.iter().flat_map(Report::totals));
}

/// Adds the totals, a JSON object a line.
pub fn lines(out: &mut Vec<u8>, reports: &[Report]) {
    reports.iter().flat_map(Report::totals).for_each(|total| jsonl::line(out, &total));
}
