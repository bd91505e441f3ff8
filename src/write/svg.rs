//! The accounts of one finding as ranges on one scale: open ends drawn open, the range over all, where most meet.

use super::{html::escape, words};
use crate::{
    range::Range,
    report::{Basis, Cell, Finding, Incident},
};

/// Pixels for the names of the accounts.
const NAMES: f64 = 230.0;
/// Pixels for the numbers.
const SCALE: f64 = 340.0;
/// Pixels behind the highest number: an open end runs into it.
const BEHIND: f64 = 180.0;
/// The height of an account.
const ROW: f64 = 24.0;

/// The plot of a finding as an SVG element that stands by itself; `None` where no account gives a number.
///
/// What it shows is said in its description too, for those who do not see it.
pub fn finding(incident: &Incident, finding: &Finding) -> Option<String> {
    let rows = rows(incident, finding);
    if rows.is_empty() {
        return None;
    }
    let scale = Scale::of(&rows);
    let height = ROW * (rows.len() as f64 + 1.5);
    let what = format!("{}: {}", words::outcome(finding.outcome), finding.display);
    let described: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.name, row.figure)).collect();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" data-generator=\"tollbook\" viewBox=\"0 0 {} {height}\"><title>{}</title><desc>{}</desc>",
        NAMES + SCALE + BEHIND,
        escape(&what),
        escape(&described.join("; ")),
    );
    if let (Some(low), true) = (finding.low, rows.len() > 1) {
        out.push_str(&scale.block("hull", Range::new(low, finding.high)?, height));
    }
    if finding.agree > 1 {
        finding.bands.iter().for_each(|band| out.push_str(&scale.block("band", *band, height)));
    }
    for (n, row) in rows.iter().enumerate() {
        scale.row(&mut out, row, ROW * (n as f64 + 0.75));
    }
    scale.axis(&mut out, height - ROW * 0.9);
    out.push_str("</svg>");
    Some(out)
}

/// What one account gives.
struct Row<'a> {
    name: &'a str,
    range: Range,
    /// The figure as it is written beside the mark.
    figure: String,
    apart: bool,
    /// What it gave before.
    before: Vec<Range>,
}

fn rows<'a>(incident: &'a Incident, finding: &Finding) -> Vec<Row<'a>> {
    let row = |name: &'a str, cell: &Cell| {
        Some(Row {
            name,
            range: cell.range?,
            figure: match cell.basis {
                Basis::Vague => cell.said.clone(),
                _ => cell.range?.to_string(),
            },
            apart: words::is_apart(cell, finding),
            before: cell.history.iter().filter_map(|h| h.range).collect(),
        })
    };
    let cells = incident.accounts.iter().filter_map(|account| {
        let cell = account.cells.iter().find(|c| c.outcome == finding.outcome && c.victims == finding.victims)?;
        row(&account.name, cell)
    });
    cells.collect()
}

/// From numbers to pixels.
struct Scale {
    highest: u64,
}

impl Scale {
    /// From nobody to the highest number that anybody names.
    fn of(rows: &[Row]) -> Scale {
        let all = rows.iter().flat_map(|row| row.before.iter().chain([&row.range]));
        Scale { highest: all.map(|r| r.high().unwrap_or(r.low())).max().unwrap_or(1).max(1) }
    }

    fn x(&self, n: u64) -> f64 {
        NAMES + SCALE * n as f64 / self.highest as f64
    }

    /// The right end of a range; one that is open runs to the edge.
    fn end(&self, range: Range) -> f64 {
        range.high().map_or(NAMES + SCALE + 40.0, |high| self.x(high))
    }

    /// A stretch from top to bottom.
    fn block(&self, class: &str, range: Range, height: f64) -> String {
        let (from, to) = (self.x(range.low()) - 4.0, self.end(range) + 4.0);
        format!(
            "<rect class=\"{class}\" x=\"{from:.1}\" y=\"0\" width=\"{:.1}\" height=\"{:.1}\"/>",
            to - from,
            height - ROW
        )
    }

    fn row(&self, out: &mut String, row: &Row, y: f64) {
        let sign = if row.apart { "≠ " } else { "" };
        out.push_str(&format!("<text x=\"0\" y=\"{:.1}\">{}</text>", y + 4.0, escape(&short(row.name))));
        for old in &row.before {
            // An open end that was given up is only hinted at: what counts now must stand out.
            let from = self.x(old.low());
            let to = old.high().map_or(from + 12.0, |high| self.x(high));
            out.push_str(&format!(
                "<g class=\"old\"><title>before: {old}</title><path d=\"M{from:.1} {y:.1}H{to:.1}\"/>\
                 <circle cx=\"{from:.1}\" cy=\"{y:.1}\" r=\"3\"/></g>"
            ));
        }
        let (from, to) = (self.x(row.range.low()), self.end(row.range));
        match row.range.high() {
            Some(high) if high == row.range.low() => {
                out.push_str(&format!("<circle class=\"dot\" cx=\"{from:.1}\" cy=\"{y:.1}\" r=\"5\"/>"));
            }
            Some(_) => out.push_str(&format!("<path class=\"bar\" d=\"M{from:.1} {y:.1}H{to:.1}\"/>")),
            None => {
                let (top, bottom, tip) = (y - 6.0, y + 6.0, to + 10.0);
                out.push_str(&format!("<path class=\"open\" d=\"M{from:.1} {y:.1}H{to:.1}\"/>"));
                out.push_str(&format!(
                    "<path class=\"head\" d=\"M{to:.1} {top:.1}L{tip:.1} {y:.1}L{to:.1} {bottom:.1}Z\"/>"
                ));
            }
        }
        let (anchor, x) = if row.range.is_open() { ("end", from - 8.0) } else { ("start", to + 8.0) };
        let (anchor, x) = if x < NAMES + 20.0 && anchor == "end" { ("start", to + 14.0) } else { (anchor, x) };
        out.push_str(&format!(
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{sign}{}</text>",
            y + 4.0,
            escape(&row.figure)
        ));
    }

    /// The scale beneath: nobody, and the highest number named.
    fn axis(&self, out: &mut String, y: f64) {
        let (from, to) = (NAMES, NAMES + SCALE);
        out.push_str(&format!("<path class=\"axis\" d=\"M{from} {y:.1}H{to}\"/>"));
        for n in [0, self.highest] {
            let x = self.x(n);
            out.push_str(&format!(
                "<text class=\"soft\" x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{n}</text>",
                y + 15.0
            ));
        }
    }
}

/// As much of a name as there is room for.
fn short(name: &str) -> String {
    const ROOM: usize = 30;
    if name.chars().count() <= ROOM {
        return name.to_owned();
    }
    name.chars().take(ROOM - 1).chain(['…']).collect()
}
