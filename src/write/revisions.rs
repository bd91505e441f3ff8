//! The figures that one source gave of one outcome, over time: how a toll grew, and where it was taken back.

use super::{escape::escape, svg::short, words};
use crate::{
    claim::seconds,
    range::Range,
    report::{Account, Finding, Incident},
};

/// Pixels across, as the plots of ranges have it.
const WIDTH: f64 = 420.0;
/// Room at each side, so that the figures of the first and last day are whole.
const SIDE: f64 = 24.0;
/// The height of one source: its name, the figures, and the marks.
const STRIP: f64 = 104.0;
/// The least room between two figures that are both written out.
const APART: f64 = 36.0;

/// One strip for each source that gave more than one dated figure, as an SVG element; `None` where none did.
pub fn finding(incident: &Incident, finding: &Finding) -> Option<String> {
    let strips: Vec<Strip> = incident.accounts.iter().filter_map(|account| Strip::of(account, finding)).collect();
    let times = || strips.iter().flat_map(|s| s.points.iter().map(|p| p.time));
    let (first, last) = (times().min()?, times().max()?);
    let x = |time: i64| SIDE + (WIDTH - 2.0 * SIDE) * (time - first) as f64 / (last - first).max(1) as f64;
    let described: Vec<String> = strips.iter().map(Strip::described).collect();
    let foot = STRIP * strips.len() as f64;
    let mut out = format!(
        "<svg role=\"img\" viewBox=\"0 0 {WIDTH} {}\"><title>{}: revisions</title><desc>{}</desc>",
        foot + 20.0,
        words::outcome(finding.outcome),
        escape(&described.join("; ")),
    );
    for (n, strip) in strips.iter().enumerate() {
        strip.draw(&mut out, STRIP * n as f64, x);
    }
    out.push_str(&format!(
        "<text class=\"soft\" x=\"0\" y=\"{y}\">{}</text><text class=\"soft end\" x=\"{WIDTH}\" y=\"{y}\">{}</text></svg>",
        escape(&day(&strips, first)),
        escape(&day(&strips, last)),
        y = foot + 14.0,
    ));
    Some(out)
}

/// The day of a point, as its claim has it.
fn day(strips: &[Strip], time: i64) -> String {
    let found = strips.iter().flat_map(|s| &s.points).find(|p| p.time == time);
    found.map(|p| words::date(p.at)).unwrap_or_default()
}

struct Strip<'a> {
    name: &'a str,
    points: Vec<Point<'a>>,
}

struct Point<'a> {
    time: i64,
    at: &'a str,
    range: Range,
    said: &'a str,
}

impl<'a> Strip<'a> {
    fn of(account: &'a Account, finding: &Finding) -> Option<Strip<'a>> {
        let cell = account.cells.iter().find(|c| c.outcome == finding.outcome && c.victims == finding.victims)?;
        let point = |at: Option<&'a str>, range: Option<Range>, said: &'a str| {
            at.and_then(|at| Some(Point { time: seconds(at)?, at, range: range?, said }))
        };
        let before = cell.history.iter().filter_map(|h| point(h.at.as_deref(), h.range, &h.said));
        let points: Vec<Point> = before.chain(point(account.at.as_deref(), cell.range, &cell.said)).collect();
        (points.len() > 1).then_some(Strip { name: &account.name, points })
    }

    fn described(&self) -> String {
        let told: Vec<String> = self.points.iter().map(|p| format!("{} on {}", p.said, words::date(p.at))).collect();
        format!("{}: {}", self.name, told.join(", then "))
    }

    fn draw(&self, out: &mut String, top: f64, x: impl Fn(i64) -> f64) {
        let highest = self.points.iter().map(|p| p.range.high().unwrap_or(p.range.low())).max().unwrap_or(1).max(1);
        let y = |n: u64| top + STRIP - 8.0 - (STRIP - 62.0) * n as f64 / highest as f64;
        out.push_str(&format!("<text x=\"0\" y=\"{:.0}\">{}</text>", top + 15.0, escape(&short(self.name, 54))));
        out.push_str(&format!("<path class=\"axis\" d=\"M0 {:.0}H{WIDTH}\"/>", y(0)));
        let mut line = String::new();
        for p in &self.points {
            // A figure stands until the next one: the line runs level, then steps.
            let step = if line.is_empty() { "M" } else { "H" };
            let (x, y) = (x(p.time), y(p.range.low()));
            line.push_str(&if step == "M" { format!("M{x:.0} {y:.0}") } else { format!("H{x:.0}V{y:.0}") });
        }
        out.push_str(&format!("<path class=\"step\" d=\"{line}\"/>"));
        let mut free = f64::MAX;
        // From the newest back: where there is no room for all, it is the newest that is written out.
        for p in self.points.iter().rev() {
            let (x, low) = (x(p.time), y(p.range.low()));
            let high = p.range.high().map_or(low - 14.0, &y);
            let end = if p.range.is_open() { "open" } else { "bar" };
            out.push_str("<g>");
            out.push_str(&format!("<title>{}, {}</title>", escape(p.said), escape(&words::date(p.at))));
            if high < low {
                out.push_str(&format!("<path class=\"thin {end}\" d=\"M{x:.0} {low:.0}V{high:.0}\"/>"));
            }
            out.push_str(&format!("<circle class=\"dot\" cx=\"{x:.0}\" cy=\"{low:.0}\" r=\"4\"/>"));
            if x <= free {
                let (x, anchor) = match x {
                    x if x < APART => (0.0, "start"),
                    x if x > WIDTH - APART => (WIDTH, "end"),
                    x => (x, "mid"),
                };
                out.push_str(&format!(
                    "<text x=\"{x:.0}\" y=\"{:.0}\" class=\"{anchor}\">{}</text>",
                    high.min(low) - 7.0,
                    escape(p.said)
                ));
                free = x - APART;
            }
            out.push_str("</g>");
        }
    }
}
