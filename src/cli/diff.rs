//! `tollbook diff OLD NEW`: what appeared, vanished, rose and fell between two runs or two sets of claims.

use super::{Done, Format, Sources, Target, gather::gather, output, reconciling::Reading};
use crate::{
    claim::{Outcome, Victims},
    error::Error,
    report::{Finding, Report},
    write,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

const EXAMPLES: &str = "\
Examples:
  tollbook diff before.csv after.csv                two sets of claims, or of findings
  tollbook diff before/ after/ --policy gtd         two folders of reports";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// Documents, claims or findings as they were
    #[arg(value_name = "OLD")]
    old: String,
    /// The same as they are
    #[arg(value_name = "NEW")]
    new: String,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    target: Target,
}

/// What became of one finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Change {
    Appeared,
    Vanished,
    Rose,
    Fell,
    Widened,
    Narrowed,
    Verdict,
}

/// A change as a row.
#[derive(Serialize)]
struct Row<'a> {
    change: Change,
    incident: &'a str,
    outcome: Outcome,
    victims: Victims,
    old: Option<&'a str>,
    old_low: Option<u64>,
    old_best: Option<u64>,
    old_high: Option<u64>,
    new: Option<&'a str>,
    new_low: Option<u64>,
    new_best: Option<u64>,
    new_high: Option<u64>,
}

const COLUMNS: &[&str] = &[
    "change", "incident", "outcome", "victims", "old", "old_low", "old_best", "old_high", "new", "new_low", "new_best",
    "new_high",
];

pub(super) fn run(args: &Args) -> Result<Done, Error> {
    let read = |path: &str| args.reading.report(&gather(&Sources::of(path))?);
    let (old, new) = (read(&args.old)?, read(&args.new)?);
    let rows = rows(&old, &new);
    let mut bytes = Vec::new();
    match output::format(&args.target) {
        Format::Table => rows.iter().for_each(|row| bytes.extend(line(row).into_bytes())),
        Format::Jsonl => rows.iter().for_each(|row| write::jsonl::line(&mut bytes, row)),
        _ => {
            write::csv::header(&mut bytes, COLUMNS);
            write::csv::rows(&mut bytes, rows.iter());
        }
    }
    let mut out = output::open(&args.target)?;
    out.write(&bytes)?;
    out.finish()?;
    Ok(if rows.is_empty() { Done::Clean } else { Done::Found })
}

type Key<'a> = (&'a str, Victims, Outcome);

fn rows<'a>(old: &'a Report, new: &'a Report) -> Vec<Row<'a>> {
    let (old, new) = (by_key(old), by_key(new));
    let keys: BTreeSet<&Key> = old.keys().chain(new.keys()).collect();
    let row = |key: &&Key<'a>| {
        let (was, is) = (old.get(*key).copied(), new.get(*key).copied());
        Some(Row {
            change: change(was, is)?,
            incident: key.0,
            outcome: key.2,
            victims: key.1,
            old: was.map(|f| f.display.as_str()),
            old_low: was.and_then(|f| f.low),
            old_best: was.and_then(|f| f.best),
            old_high: was.and_then(|f| f.high),
            new: is.map(|f| f.display.as_str()),
            new_low: is.and_then(|f| f.low),
            new_best: is.and_then(|f| f.best),
            new_high: is.and_then(|f| f.high),
        })
    };
    keys.iter().filter_map(row).collect()
}

fn by_key(report: &Report) -> BTreeMap<Key<'_>, &Finding> {
    let findings = report.incidents.iter().flat_map(|i| i.findings.iter().map(move |f| (i.id.as_str(), f)));
    findings.map(|(id, f)| ((id, f.victims, f.outcome), f)).collect()
}

/// `None` where nothing changed. Best speaks first; without one on both sides, the ends of the range do.
fn change(was: Option<&Finding>, is: Option<&Finding>) -> Option<Change> {
    let (was, is) = match (was, is) {
        (None, None) => return None,
        (None, Some(_)) => return Some(Change::Appeared),
        (Some(_), None) => return Some(Change::Vanished),
        (Some(was), Some(is)) => (was, is),
    };
    let open = |high: Option<u64>| high.unwrap_or(u64::MAX);
    let best = was.best.zip(is.best).filter(|(was, is)| was != is);
    let low = (was.low.unwrap_or(0), is.low.unwrap_or(0));
    let high = (open(was.high), open(is.high));
    match (best, low.1.cmp(&low.0), high.1.cmp(&high.0)) {
        (Some((was, is)), ..) => Some(if is > was { Change::Rose } else { Change::Fell }),
        (_, std::cmp::Ordering::Equal, std::cmp::Ordering::Equal) => {
            (was.verdict != is.verdict || was.display != is.display).then_some(Change::Verdict)
        }
        (_, low, high) if low.is_ge() && high.is_ge() => Some(Change::Rose),
        (_, low, high) if low.is_le() && high.is_le() => Some(Change::Fell),
        (_, low, _) => Some(if low.is_lt() { Change::Widened } else { Change::Narrowed }),
    }
}

fn line(row: &Row) -> String {
    let word = match row.change {
        Change::Appeared => "appeared",
        Change::Vanished => "vanished",
        Change::Rose => "rose",
        Change::Fell => "fell",
        Change::Widened => "widened",
        Change::Narrowed => "narrowed",
        Change::Verdict => "verdict",
    };
    let shown = |text: Option<&str>, best: Option<u64>| match (text, best) {
        (Some(text), Some(best)) if text != best.to_string() => format!("{text} (best {best})"),
        (Some(text), _) => text.to_owned(),
        (None, _) => "–".to_owned(),
    };
    let (old, new) = (shown(row.old, row.old_best), shown(row.new, row.new_best));
    format!("{word:<10}{}: {} {}: {old} → {new}\n", row.incident, row.outcome, row.victims)
}
