//! Outlets that quote each other in a circle: whoever counted is not among them.

use super::{Fault, Rule};
use crate::{
    claim::{Claim, Outcome, Victims},
    source::fold,
};
use std::collections::{BTreeMap, BTreeSet};

/// Who takes a figure from whom, each by its folded name, with the names as said.
type Quotes<'a> = BTreeMap<String, BTreeMap<String, &'a str>>;

/// A fault for each incident, outcome and group where an outlet, by way of those it quotes, quotes itself.
pub(super) fn circles(claims: &[Claim]) -> Vec<Fault> {
    let mut by_key: BTreeMap<(&str, Outcome, Victims), Quotes> = BTreeMap::new();
    for claim in claims {
        let (Some(incident), Some(outlet), Some(origin)) = (&claim.incident, &claim.outlet, &claim.origin) else {
            continue;
        };
        // An outlet that says itself what it knows quotes nobody.
        let (from, to) = (fold(outlet), fold(origin));
        if from != to {
            let quotes = by_key.entry((incident, claim.outcome, claim.victims)).or_default();
            quotes.entry(from).or_default().insert(to, origin);
        }
    }
    let mut faults = Vec::new();
    for ((incident, outcome, victims), quotes) in by_key {
        let mut told = BTreeSet::new();
        for start in quotes.keys() {
            let Some(path) = back_to(start, &quotes) else { continue };
            let members: BTreeSet<&str> = path.iter().map(|(key, _)| *key).collect();
            if told.insert(members) {
                let names: Vec<&str> = path.iter().map(|(_, name)| *name).collect();
                let what = format!("{outcome} {victims}: {} quote each other in a circle", names.join(", "));
                faults.push(Fault { place: incident.to_owned(), rule: Rule::QuotesItself, what });
            }
        }
    }
    faults
}

/// A shortest way from a source over those it quotes back to itself.
fn back_to<'a>(start: &str, quotes: &'a Quotes) -> Option<Vec<(&'a str, &'a str)>> {
    let mut seen = BTreeSet::new();
    let mut ways: Vec<Vec<(&str, &str)>> = vec![Vec::new()];
    while !ways.is_empty() {
        let mut next = Vec::new();
        for way in ways {
            let at = way.last().map_or(start, |(key, _)| key);
            for (key, name) in quotes.get(at).into_iter().flatten() {
                let mut longer = way.clone();
                longer.push((key.as_str(), *name));
                if key == start {
                    return Some(longer);
                }
                if seen.insert(key.as_str()) {
                    next.push(longer);
                }
            }
        }
        ways = next;
    }
    None
}
