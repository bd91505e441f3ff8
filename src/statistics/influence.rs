//! Which source sets low and high, and what would be left without it.

use crate::{
    claim::{Outcome, Victims},
    range::Range,
    report::Report,
};
use std::collections::BTreeMap;

/// One source over the incidents on which another speaks too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Influence {
    /// Its name.
    pub name: String,
    /// On how many such incidents it speaks.
    pub incidents: usize,
    /// On how many it alone sets the lowest number.
    pub sets_low: usize,
    /// By how much the lows would rise in sum without it.
    pub low_rises: u64,
    /// On how many it alone sets the highest number, or alone leaves it open.
    pub sets_high: usize,
    /// By how much the highs would fall in sum without it, where they are bounded with it and without it.
    pub high_falls: u64,
    /// On how many it alone leaves high open.
    pub opens: usize,
}

/// Every source, those that set the most ends first.
pub fn influence(report: &Report, outcome: Outcome) -> Vec<Influence> {
    let mut by_name: BTreeMap<&str, Influence> = BTreeMap::new();
    for incident in &report.incidents {
        let ranges: Vec<(&str, Range)> = incident
            .accounts
            .iter()
            .filter_map(|a| {
                let cell = a.cells.iter().find(|c| c.outcome == outcome && c.victims == Victims::All)?;
                Some((a.name.as_str(), cell.range?))
            })
            .collect();
        for (at, (name, own)) in ranges.iter().enumerate() {
            let others = ranges.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, (_, range))| *range);
            let Some(rest) = others.reduce(Range::hull) else { continue };
            let found = by_name.entry(name).or_default();
            found.incidents += 1;
            if own.low() < rest.low() {
                found.sets_low += 1;
                found.low_rises = found.low_rises.saturating_add(rest.low() - own.low());
            }
            match (own.high(), rest.high()) {
                (Some(high), Some(left)) if high > left => {
                    found.sets_high += 1;
                    found.high_falls = found.high_falls.saturating_add(high - left);
                }
                (None, Some(_)) => {
                    found.sets_high += 1;
                    found.opens += 1;
                }
                _ => {}
            }
        }
    }
    let named = by_name.into_iter().map(|(name, found)| Influence { name: name.to_owned(), ..found });
    let mut all: Vec<Influence> = named.collect();
    all.sort_by_key(|i| std::cmp::Reverse(i.sets_low + i.sets_high));
    all
}
