//! The tolls of longer periods: what each adds to the incidents in it, or its share for each. None of it is a claim.

use super::csv;
use crate::{claim::Claim, period::Covered, range::Range};
use std::fmt::Write;

/// What each toll adds, as a table for the screen or as rows with a header.
pub fn adds(tolls: &[(&Covered<'_>, Range)], table: bool) -> Vec<u8> {
    if table {
        let told = |(covered, adds): &(&Covered<'_>, Range)| match covered.incidents.len() {
            0 => head(covered),
            _ => format!("{}  adds {adds} to what is recorded\n", head(covered)),
        };
        return tolls.iter().map(told).collect::<String>().into_bytes();
    }
    let mut out = Vec::new();
    csv::header(
        &mut out,
        &[
            "claim",
            "incident",
            "source",
            "place",
            "period",
            "outcome",
            "victims",
            "total_low",
            "total_high",
            "incidents",
            "joined",
            "recorded_low",
            "recorded_high",
            "no_figure",
            "adds_low",
            "adds_high",
        ],
    );
    let row = |(covered, adds): &(&Covered<'_>, Range)| {
        let (toll, recorded) = (covered.toll, covered.recorded());
        let joined = match covered.incidents.len() {
            0 => "",
            _ if covered.declared => "within",
            _ => "place and time",
        };
        (
            (
                toll.claim.clone(),
                toll.incident.clone(),
                source(toll).to_owned(),
                toll.place.clone(),
                toll.event_date.clone(),
            ),
            (toll.outcome, toll.victims, covered.range.low(), covered.range.high(), covered.incidents.len(), joined),
            (recorded.sum.low(), recorded.sum.high(), recorded.no_figure, adds.low(), adds.high()),
        )
    };
    csv::rows(&mut out, tolls.iter().map(row));
    out
}

/// The share of each incident in each toll, as a table for the screen or as rows with a header. A row has the role of a toll
/// of a longer period, so that it is set aside where it is read again.
pub fn spread(tolls: &[(&Covered<'_>, Vec<Range>)], table: bool) -> Vec<u8> {
    let mut out = Vec::new();
    if table {
        for (covered, shares) in tolls {
            out.extend_from_slice(head(covered).as_bytes());
            let lines = covered.incidents.iter().zip(shares).map(|(i, share)| format!("  {share:>8}  {}\n", i.id));
            out.extend_from_slice(lines.collect::<String>().as_bytes());
        }
        return out;
    }
    csv::header(
        &mut out,
        &["incident", "place", "event_date", "outcome", "victims", "role", "low", "high", "derived_from", "source"],
    );
    let rows = tolls.iter().flat_map(|(covered, shares)| {
        let toll = covered.toll;
        covered.incidents.iter().zip(shares).map(move |(i, share)| {
            let (what, whom) = (toll.outcome, toll.victims);
            let figure = ("cumulative", share.low(), share.high(), &toll.claim, source(toll));
            ((&i.id, &i.place, &i.event_date, what, whom), figure)
        })
    });
    csv::rows(&mut out, rows);
    out
}

/// The toll and the incidents it covers, in two lines.
fn head(covered: &Covered<'_>) -> String {
    let (toll, recorded) = (covered.toll, covered.recorded());
    let mut text = String::new();
    let about =
        [toll.place.as_deref(), toll.event_date.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let about = if about.is_empty() { toll.incident.as_deref().unwrap_or(&toll.claim) } else { &about };
    let by = if covered.declared { "by within" } else { "by place and time" };
    let _ = writeln!(text, "{about} · {} {}: {} ({})", toll.outcome, toll.victims, covered.range, source(toll));
    let _ = match covered.incidents.len() {
        0 => writeln!(text, "  covers no incident that is known: name it in “within” of their claims"),
        n => writeln!(text, "  covers {n}, {by}: {} recorded, {} without a figure", recorded.sum, recorded.no_figure),
    };
    text
}

fn source(claim: &Claim) -> &str {
    claim.origin.as_deref().or(claim.outlet.as_deref()).unwrap_or(&claim.document)
}
