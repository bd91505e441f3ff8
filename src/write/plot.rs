//! The accounts as ranges, drawn in letters: `●` one number, `├──┤` a range, `├──▶` one that nothing bounds above.

use super::words;
use crate::{
    claim::Victims,
    range::Range,
    report::{Finding, Incident, Report},
};
use unicode_width::UnicodeWidthStr;

/// The plots of every incident in lines of at most `width` columns.
pub fn report(report: &Report, width: usize) -> String {
    let incident = |i: &Incident| {
        let all = i.findings.iter().filter(|f| f.victims == Victims::All);
        format!("{}\n{}", words::heading(i), all.map(|f| finding(i, f, width)).collect::<String>())
    };
    let silent = Some(words::silent(report, width)).filter(|line| !line.is_empty());
    report.told().map(incident).chain(silent).collect::<Vec<_>>().join("\n")
}

fn finding(incident: &Incident, finding: &Finding, width: usize) -> String {
    let rows: Vec<(&str, Range, bool)> = incident
        .accounts
        .iter()
        .filter_map(|account| {
            let cell = account.cells.iter().find(|c| c.outcome == finding.outcome && c.victims == finding.victims)?;
            Some((account.name.as_str(), cell.range?, words::is_apart(cell, finding)))
        })
        .collect();
    let Some(highest) = rows.iter().map(|(_, r, _)| r.high().unwrap_or(r.low())).max() else { return String::new() };
    let names = rows.iter().map(|(name, ..)| name.width()).max().unwrap_or(0).min(width / 3);
    let room = width.saturating_sub(names + 20).max(10);
    let mut out = format!("\n  {}, 0 to {highest}\n", words::outcome(finding.outcome));
    for (name, range, apart) in rows {
        let sign = if apart { "≠" } else { " " };
        let line = line(range, highest, room);
        out.push_str(&format!("  {} {sign} {line} {range}\n", padded(name, names)));
    }
    out
}

/// One range on a scale of `room` columns; the last is for what goes beyond.
fn line(range: Range, highest: u64, room: usize) -> String {
    let at = |n: u64| (n as f64 / highest.max(1) as f64 * (room - 2) as f64).round() as usize;
    let from = at(range.low());
    let (to, end) = match range.high() {
        Some(high) => (at(high), '┤'),
        None => (room - 1, '▶'),
    };
    let mark = |n: usize| match n {
        n if n == from && range.point().is_some() => '●',
        n if n == to && n == from => {
            if range.is_open() {
                '▶'
            } else {
                '●'
            }
        }
        n if n == from => '├',
        n if n == to => end,
        n if from < n && n < to => '─',
        _ => '·',
    };
    (0..room).map(mark).collect()
}

/// A name in exactly so many columns.
fn padded(name: &str, width: usize) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if out.width() + c.to_string().width() > width {
            break;
        }
        out.push(c);
    }
    let fill = width - out.width();
    out + &" ".repeat(fill)
}

#[cfg(test)]
mod tests {
    use super::{line, padded};
    use crate::range::Range;

    #[test]
    fn ends_are_drawn_as_they_are() {
        assert_eq!(line(Range::exact(5), 10, 12), "·····●······");
        assert_eq!(line(Range::closed(2, 10).unwrap(), 10, 12), "··├───────┤·");
        assert_eq!(line(Range::open(10), 10, 12), "··········├▶");
        assert_eq!(line(Range::ZERO, 0, 12), "●···········");
    }

    #[test]
    fn names_fill_their_room_whatever_their_letters() {
        assert_eq!(padded("新华社", 5), "新华 ");
        assert_eq!(padded("ab", 4), "ab  ");
    }
}
