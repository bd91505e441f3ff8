//! The accounts of one finding as ranges on one scale: open ends drawn open, the range over all, where most meet.

use super::{escape::escape, words};
use crate::{
    range::Range,
    report::{Basis, Cell, Finding, Incident},
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Pixels across: little enough that the words stay of a size to read on a telephone.
const WIDTH: f64 = 420.0;
/// Where the scale begins: a dot at nobody needs room.
const FROM: f64 = 8.0;
/// Where the highest number stands.
const TO: f64 = WIDTH - 40.0;
/// Where an open end runs to.
const EDGE: f64 = WIDTH - 14.0;
/// The height of an account: its name with its figure, and the mark beneath.
const ROW: f64 = 38.0;
/// The scale beneath.
const AXIS: f64 = 22.0;

/// How the plots look, on a light screen and a dark one.
pub(super) const STYLE: &str = include_str!("../../data/report/plot.css");

/// The plot of a finding as a picture that needs no page around it; `None` where no account gives a number.
pub fn alone(incident: &Incident, finding: &Finding) -> Option<String> {
    let plot = self::finding(incident, finding)?;
    let (open, inside) = plot.strip_prefix("<svg ")?.split_once('>')?;
    let own = "xmlns=\"http://www.w3.org/2000/svg\" data-generator=\"tollbook\"";
    Some(format!("<svg {own} {open}><style>\n{STYLE}svg {{ background: var(--paper); }}\n</style>{inside}\n"))
}

/// The plot of a finding as an SVG element; `None` where no account gives a number.
///
/// What it shows is said in its description too, for those who do not see it.
pub fn finding(incident: &Incident, finding: &Finding) -> Option<String> {
    let rows = rows(incident, finding);
    if rows.is_empty() {
        return None;
    }
    let scale = Scale::of(&rows);
    let foot = ROW * rows.len() as f64 + 4.0;
    let what = format!("{}: {}", words::outcome(finding.outcome), finding.display);
    let described: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.name, row.figure)).collect();
    let mut out = format!(
        "<svg role=\"img\" viewBox=\"0 0 {WIDTH} {}\"><title>{}</title><desc>{}</desc>",
        foot + AXIS,
        escape(&what),
        escape(&described.join("; ")),
    );
    if let (Some(low), true) = (finding.low, rows.len() > 1) {
        out.push_str(&scale.block("hull", Range::new(low, finding.high)?, foot));
    }
    if finding.agree > 1 {
        finding.bands.iter().for_each(|band| out.push_str(&scale.block("band", *band, foot)));
    }
    for (n, row) in rows.iter().enumerate() {
        scale.row(&mut out, row, ROW * n as f64);
    }
    scale.axis(&mut out, foot);
    out.push_str("</svg>");
    Some(out)
}

/// As much of a name as `room` columns hold.
pub(super) fn short(name: &str, room: usize) -> String {
    if name.width() <= room {
        return name.to_owned();
    }
    let mut left = room.saturating_sub(1);
    let fits = name.chars().take_while(|c| {
        let rest = left.checked_sub(c.width().unwrap_or(0));
        left = rest.unwrap_or(0);
        rest.is_some()
    });
    fits.chain(['…']).collect()
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
        FROM + (TO - FROM) * n as f64 / self.highest as f64
    }

    /// The right end of a range; one that is open runs to the edge.
    fn end(&self, range: Range) -> f64 {
        range.high().map_or(EDGE, |high| self.x(high))
    }

    /// A stretch from top to bottom.
    fn block(&self, class: &str, range: Range, foot: f64) -> String {
        let (from, to) = (self.x(range.low()) - 4.0, self.end(range) + 4.0);
        format!("<rect class=\"{class}\" x=\"{from:.0}\" y=\"0\" width=\"{:.0}\" height=\"{foot:.0}\"/>", to - from)
    }

    fn row(&self, out: &mut String, row: &Row, top: f64) {
        let (line, y) = (top + 15.0, top + 27.0);
        let sign = if row.apart { "≠ " } else { "" };
        let figure = format!("{sign}{}", row.figure);
        // Two texts, so that a name written from right to left does not draw the figure along with it.
        out.push_str(&format!(
            "<text x=\"0\" y=\"{line:.0}\">{}</text><text class=\"figure\" x=\"{WIDTH}\" y=\"{line:.0}\">{}</text>",
            escape(&short(row.name, 54usize.saturating_sub(figure.width()))),
            escape(&figure)
        ));
        for old in &row.before {
            // An open end that was given up is only hinted at: what counts now must stand out.
            let from = self.x(old.low());
            let to = old.high().map_or(from + 12.0, |high| self.x(high));
            out.push_str(&format!(
                "<g class=\"old\"><title>before: {old}</title><path d=\"M{from:.0} {y:.0}H{to:.0}\"/>\
                 <circle cx=\"{from:.0}\" cy=\"{y:.0}\" r=\"3\"/></g>"
            ));
        }
        let (from, to) = (self.x(row.range.low()), self.end(row.range));
        match row.range.high() {
            Some(high) if high == row.range.low() => {
                out.push_str(&format!("<circle class=\"dot\" cx=\"{from:.0}\" cy=\"{y:.0}\" r=\"5\"/>"));
            }
            Some(_) => out.push_str(&format!("<path class=\"bar\" d=\"M{from:.0} {y:.0}H{to:.0}\"/>")),
            None => {
                let (above, below, tip) = (y - 6.0, y + 6.0, to + 10.0);
                out.push_str(&format!("<path class=\"open\" d=\"M{from:.0} {y:.0}H{to:.0}\"/>"));
                out.push_str(&format!(
                    "<path class=\"head\" d=\"M{to:.0} {above:.0}L{tip:.0} {y:.0}L{to:.0} {below:.0}Z\"/>"
                ));
            }
        }
    }

    /// The scale beneath: nobody, and the highest number named.
    fn axis(&self, out: &mut String, y: f64) {
        out.push_str(&format!("<path class=\"axis\" d=\"M{FROM} {y:.0}H{TO}\"/>"));
        for n in [0, self.highest] {
            let x = self.x(n);
            out.push_str(&format!("<text class=\"soft mid\" x=\"{x:.0}\" y=\"{:.0}\">{n}</text>", y + 16.0));
        }
    }
}
