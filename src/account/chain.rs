//! Who speaks: splits the claims of one document by source.
//!
//! Statements that are linked (a part to its whole, a repetition to what it repeats) are one chain and belong to one
//! source: the one of its latest total. "Two were killed, police said; a third died in hospital, the coroner said" is one
//! account, not two.

use super::value::Value;
use crate::{
    claim::{Claim, Role},
    policy::Words,
    source::Sources,
};
use std::collections::{BTreeMap, HashMap};

/// The claims of one document by origin, in the order of the text; `None` where the text itself speaks.
pub(super) fn split<'a>(
    claims: &[&'a Claim],
    sources: &Sources,
    words: &Words,
) -> Vec<(Option<&'a str>, Vec<&'a Claim>)> {
    let chains = chains(claims);
    let mut named: BTreeMap<String, (&str, Vec<&Claim>)> = BTreeMap::new();
    let mut text: Vec<Vec<&Claim>> = Vec::new();
    for chain in chains {
        match origin(&chain) {
            Some(name) => named.entry(sources.key(name)).or_insert_with(|| (name, Vec::new())).1.extend(chain),
            None => text.push(chain),
        }
    }
    // What a text with one named source says besides, it has from there, unless it contradicts it.
    if let [(_, (_, said))] = named.iter_mut().collect::<Vec<_>>().as_mut_slice() {
        let (rival, same): (Vec<_>, Vec<_>) = text.into_iter().partition(|chain| contradicts(chain, said, words));
        said.extend(same.into_iter().flatten());
        text = rival;
    }
    let mut parts: Vec<(Option<&str>, Vec<&Claim>)> =
        named.into_values().map(|(name, said)| (Some(name), said)).collect();
    if !text.is_empty() {
        parts.push((None, text.into_iter().flatten().collect()));
    }
    let mut parts = fold_details(parts);
    for (_, said) in &mut parts {
        said.sort_unstable_by(|a, b| (a.start, a.end, &a.claim).cmp(&(b.start, b.end, &b.claim)));
    }
    parts
}

/// Sources that only add to or detail what others put in numbers tell the same story: they join the latest account before
/// them that counts the same outcome, or the first that counts at all. Where nobody counts, all of it is one story.
fn fold_details<'a>(mut parts: Vec<(Option<&'a str>, Vec<&'a Claim>)>) -> Vec<(Option<&'a str>, Vec<&'a Claim>)> {
    let counts = |c: &&Claim| c.role == Role::Total && !c.implied;
    parts.sort_by_key(|(_, said)| said.iter().map(|c| c.start).min());
    let (mut whole, detail): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(_, said)| said.iter().any(&counts));
    for (origin, said) in detail {
        let first = said.iter().map(|c| c.start).min();
        let outcome = said.first().map(|c| c.outcome);
        let same = whole.iter().rposition(|(_, w)| {
            w.iter().any(|c| counts(c) && Some(c.outcome) == outcome) && w.iter().map(|c| c.start).min() <= first
        });
        match same.or((!whole.is_empty()).then_some(0)) {
            Some(i) => whole[i].1.extend(said),
            None => whole.push((origin, said)),
        }
    }
    whole
}

/// Whether a chain gives another number for what somebody else states.
fn contradicts(chain: &[&Claim], said: &[&Claim], words: &Words) -> bool {
    let totals = |of: &'_ [&Claim]| -> Vec<usize> {
        of.iter().enumerate().filter(|(_, c)| c.role == Role::Total && !c.implied).map(|(i, _)| i).collect()
    };
    totals(chain).iter().any(|&i| {
        totals(said).iter().any(|&j| {
            let (a, b) = (chain[i], said[j]);
            let range = |c| Value::of(c, words).range;
            a.outcome == b.outcome
                && a.victims == b.victims
                && range(a).zip(range(b)).is_some_and(|(a, b)| a.meet(b).is_none())
        })
    })
}

/// The source of a chain: that of its latest total, else the latest that is named; where nobody is, the outlet it was taken
/// from ("Reuters said 14 were killed").
fn origin<'a>(chain: &[&'a Claim]) -> Option<&'a str> {
    let latest = |who: fn(&'a Claim) -> Option<&'a str>| {
        let all = || chain.iter().rev();
        all().filter(|c| c.role == Role::Total).find_map(|c| who(c)).or_else(|| all().find_map(|c| who(c)))
    };
    latest(|c| c.origin.as_deref()).or_else(|| latest(|c| c.via.as_deref()))
}

/// The chains of linked claims, in the order of their first claim.
fn chains<'a>(claims: &[&'a Claim]) -> Vec<Vec<&'a Claim>> {
    let place: HashMap<&str, usize> = claims.iter().enumerate().map(|(i, c)| (c.claim.as_str(), i)).collect();
    let mut root: Vec<usize> = (0..claims.len()).collect();
    for (i, claim) in claims.iter().enumerate() {
        for link in [&claim.within, &claim.repeats].into_iter().flatten() {
            if let Some(&j) = place.get(link.as_str()) {
                let (a, b) = (find(&root, i), find(&root, j));
                root[a.max(b)] = a.min(b);
            }
        }
    }
    let mut chains: BTreeMap<usize, Vec<&Claim>> = BTreeMap::new();
    for (i, claim) in claims.iter().enumerate() {
        chains.entry(find(&root, i)).or_default().push(claim);
    }
    chains.into_values().collect()
}

fn find(root: &[usize], mut i: usize) -> usize {
    while root[i] != i {
        i = root[i];
    }
    i
}
