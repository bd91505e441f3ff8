//! A later figure of the same source replaces an earlier one, as far as it says as much.

use super::{sums::Sums, value::Value};
use crate::{
    claim::{Outcome, Victims, seconds},
    range::Range,
    report::Basis,
};
use std::collections::btree_map::Entry;

/// Adds what a later document says to what the source said before.
pub(super) fn later<'a>(before: &mut Sums<'a>, after: Sums<'a>, contradictions: &mut Vec<String>) {
    for (key, value) in after.cells {
        match before.cells.entry(key) {
            Entry::Vacant(entry) => drop(entry.insert(value)),
            Entry::Occupied(mut entry) => {
                let old = entry.get().clone();
                let time = |v: &Value| v.at.and_then(seconds);
                let as_good = rank(&old) == rank(&value) && old.is_number();
                entry.insert(if as_good && time(&old) == time(&value) {
                    beside(old, value, key, contradictions)
                } else {
                    replace(old, value)
                });
            }
        }
    }
    before.others = after.others.or(before.others.take());
    before.died_of_wounds = after.died_of_wounds.or(before.died_of_wounds.take());
}

/// Of two values of one time the narrower stands; of two as narrow nobody can tell which came later, so the stretch that
/// they span does, and the contradiction is told.
fn beside<'a>(
    old: Value<'a>,
    new: Value<'a>,
    (outcome, victims): (Outcome, Victims),
    contradictions: &mut Vec<String>,
) -> Value<'a> {
    let (before, after) = (old.or_any(), new.or_any());
    if before == after {
        return replace(old, new);
    }
    let (first, second) = (old.width(), new.width());
    let (mut stands, other) = if second < first { (new, old) } else { (old, new) };
    if first == second {
        contradictions.push(format!("{before} and {after} {outcome} {victims} at one time"));
        stands.range = Some(before.hull(after));
        stands.point = None;
        stands.spans = Some(first);
        stands.said = None;
    }
    stands.claims.extend(other.claims);
    stands.claims.sort_unstable();
    stands.claims.dedup();
    if stands.history.is_empty() {
        stands.history = other.history;
    }
    stands
}

/// Of an earlier and a later value of one source, the one that stands, with the other in its history or its claims.
pub(super) fn replace<'a>(old: Value<'a>, new: Value<'a>) -> Value<'a> {
    let weaker = rank(&new) > rank(&old);
    // "At least 13" after "13" takes nothing back, nor does the same again.
    let no_news = old.range == new.range
        || (rank(&new) == rank(&old)
            && new.or_any().covers(old.or_any())
            && old.range.map(Range::low) == new.range.map(Range::low));
    if weaker || no_news {
        let mut kept = old;
        kept.claims.extend(new.claims);
        kept.claims.sort_unstable();
        kept.claims.dedup();
        if no_news {
            kept.at = kept.at.max(new.at);
            kept.basis = kept.basis.min(new.basis);
        }
        return kept;
    }
    let mut stands = new;
    let mut history = old.history.clone();
    // A vague word that gives way to a number is no earlier figure.
    if old.is_number() {
        history.push(old.superseded(&stands));
    } else {
        stands.claims.extend(old.claims);
    }
    history.append(&mut stands.history);
    stands.history = history;
    stands
}

/// How much a value says: stated numbers before sums, sums before floors, and vague words last.
fn rank(value: &Value) -> u8 {
    match value.basis {
        _ if value.range.is_none() => 5,
        Basis::Stated | Basis::Rounded => 0,
        Basis::Derived => 1,
        Basis::Inside => 2,
        Basis::Vague => 3,
        Basis::Implied => 4,
    }
}
