//! How the figures of each source went over time: 11, then 13, then 12.

use super::{csv, words};
use crate::{
    range::Range,
    report::{Account, Cell, Incident, Report},
};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// The names of the columns.
const COLUMNS: &[&str] =
    &["incident", "account", "outcome", "victims", "step", "at", "said", "low", "high", "change", "claims"];

/// One figure of one source, in its place among those before and after it.
#[derive(Serialize)]
struct Step<'a> {
    incident: &'a str,
    account: &'a str,
    outcome: &'static str,
    victims: &'static str,
    step: usize,
    at: Option<&'a str>,
    said: &'a str,
    low: Option<u64>,
    high: Option<u64>,
    change: &'static str,
    claims: String,
}

/// Adds every figure of every source, the earliest first, with a header. `change` is `first`, `up`, `down`, or `other`
/// where the figure is neither: a bound that became a number, a range that grew narrower.
pub fn rows(out: &mut Vec<u8>, report: &Report) {
    csv::header(out, COLUMNS);
    let cells = report.incidents.iter().flat_map(|i| i.accounts.iter().map(move |a| (i, a)));
    csv::rows(out, cells.flat_map(|(i, a)| a.cells.iter().flat_map(move |c| steps(i, a, c))));
}

fn steps<'a>(incident: &'a Incident, account: &'a Account, cell: &'a Cell) -> Vec<Step<'a>> {
    let mut before: Option<u64> = None;
    let mut step = 0;
    figures(cell)
        .map(|(at, said, range, claims)| {
            let now = range.map(Range::low);
            let change = match (before, now) {
                _ if step == 0 => "first",
                (Some(a), Some(b)) if b > a => "up",
                (Some(a), Some(b)) if b < a => "down",
                _ => "other",
            };
            (before, step) = (now, step + 1);
            Step {
                incident: &incident.id,
                account: &account.name,
                outcome: cell.outcome.name(),
                victims: cell.victims.name(),
                step,
                at,
                said,
                low: now,
                high: range.and_then(Range::high),
                change,
                claims: claims.join("; "),
            }
        })
        .collect()
}

/// When, as said, as taken, and from which claims.
type Figure<'a> = (Option<&'a str>, &'a str, Option<Range>, &'a [String]);

/// Every figure of a cell, the one that stands last.
fn figures(cell: &Cell) -> impl Iterator<Item = Figure<'_>> {
    let before = cell.history.iter().map(|h| (h.at.as_deref(), h.said.as_str(), h.range, h.claims.as_slice()));
    before.chain(std::iter::once((cell.at.as_deref(), cell.said.as_str(), cell.range, cell.claims.as_slice())))
}

/// The figures that were revised, a bar each, in lines of at most `width` columns; ▼ marks one that is lower than the
/// one before it.
pub fn plot(report: &Report, width: usize) -> String {
    let incident = |incident: &Incident| {
        let cells = incident.accounts.iter().flat_map(|a| a.cells.iter().map(move |c| (a, c)));
        let revised: String =
            cells.filter(|(_, c)| !c.history.is_empty()).map(|(a, c)| bars(incident, a, c, width)).collect();
        if revised.is_empty() { revised } else { format!("{}\n{revised}\n", words::heading(incident)) }
    };
    report.incidents.iter().map(incident).collect()
}

fn bars(incident: &Incident, account: &Account, cell: &Cell, width: usize) -> String {
    let steps = steps(incident, account, cell);
    let most = steps.iter().filter_map(|s| s.low).max().unwrap_or(0).max(1);
    let when: Vec<String> = steps.iter().map(|s| s.at.map_or("–".to_owned(), words::moment)).collect();
    let (first, second) = (widest(when.iter()), widest(steps.iter().map(|s| s.said)));
    let room = width.saturating_sub(first + second + 10).clamp(8, 60);
    let group = if cell.victims.name() == "all" { String::new() } else { format!("{} ", cell.victims) };
    let mut out = format!("\n  {}: {group}{}\n", account.name, words::outcome(cell.outcome));
    for (step, when) in steps.iter().zip(&when) {
        let bar = step.low.map_or(0, |n| (n as f64 / most as f64 * room as f64).round() as usize);
        let sign = if step.change == "down" { " ▼" } else { "" };
        let pad = |text: &str, to: usize| format!("{text}{}", " ".repeat(to.saturating_sub(text.width())));
        let line = format!("    {}  {}  {}{sign}", pad(when, first), pad(step.said, second), "█".repeat(bar));
        out.push_str(&format!("{}\n", line.trim_end()));
    }
    out
}

fn widest(texts: impl Iterator<Item = impl AsRef<str>>) -> usize {
    texts.map(|t| t.as_ref().width()).max().unwrap_or(0)
}
