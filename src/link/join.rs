//! Texts that tell of one incident: joined by the rare names they share and the days between them, never by the toll.
//!
//! A name counts the more, the fewer texts of the run have it (inverse document frequency). Two texts are joined where
//! what they share is a large part of what the shorter one has; the join is by average over groups, so that one text
//! that mentions two incidents does not make them one. The order of the input changes nothing.

use super::scene::Scene;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// How much of the weight of names two groups must share, from 0 to 1.
const SHARED: f64 = 0.17;
/// Texts published further apart than this are about other incidents unless they share [`SHARED_LATE`].
const DAYS: i64 = 21;
const SHARED_LATE: f64 = 0.27;
/// A name in more texts than this tells no two apart.
const COMMON: usize = 60;
/// How much of a text is looked at, in bytes: what follows is often other news.
const LOOKED_AT: usize = 2500;

/// The scenes in groups, each of one incident: those of one key, and of those whose key is open the ones that are close. The
/// groups and what stands in them keep the order of the scenes.
pub(super) fn groups(scenes: &[Scene<'_>]) -> Vec<Vec<usize>> {
    let open: Vec<usize> = (0..scenes.len()).filter(|i| scenes[*i].open).collect();
    let root = join(&open.iter().map(|i| &scenes[*i]).collect::<Vec<_>>());
    let mut groups: BTreeMap<(&str, usize), Vec<usize>> = BTreeMap::new();
    for (i, scene) in scenes.iter().enumerate().filter(|(_, s)| !s.open) {
        groups.entry((scene.key, 0)).or_default().push(i);
    }
    for (at, i) in open.iter().enumerate() {
        let first = open[root[at]];
        groups.entry((scenes[first].key, 1 + first)).or_default().push(*i);
    }
    groups.into_values().collect()
}

/// For every scene the first of those of the same incident.
fn join(sorted: &[&Scene<'_>]) -> Vec<usize> {
    let names: Vec<&FxHashSet<&str>> = sorted.iter().map(|s| &s.names).collect();
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, set) in names.iter().enumerate() {
        set.iter().for_each(|n| holders.entry(n).or_default().push(i));
    }
    let total = sorted.len() as f64;
    let weight = |n: usize| (1.0 + total / n as f64).ln();
    let mut own = vec![0.0; sorted.len()];
    let mut shared: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for list in holders.values() {
        let w = weight(list.len());
        list.iter().for_each(|&i| own[i] += w);
        if list.len() > COMMON {
            continue;
        }
        for (k, &i) in list.iter().enumerate() {
            for &j in &list[k + 1..] {
                *shared.entry((i, j)).or_default() += w;
            }
        }
    }
    let days: Vec<Option<i64>> = sorted.iter().map(|s| s.published.and_then(day)).collect();
    let mut close: Vec<(f64, usize, usize)> = shared
        .iter()
        .map(|(&(i, j), &w)| {
            let late = days[i].zip(days[j]).is_some_and(|(a, b)| (a - b).abs() > DAYS);
            let part = w / own[i].min(own[j]).max(f64::MIN_POSITIVE);
            (if late { part * SHARED / SHARED_LATE } else { part }, i, j)
        })
        .filter(|&(part, ..)| part >= SHARED)
        .collect();
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    average(sorted, &close)
}

/// Joins the closest pairs first, two groups only where they are close on the average of all their pairs.
fn average(scenes: &[&Scene<'_>], close: &[(f64, usize, usize)]) -> Vec<usize> {
    let n = scenes.len();
    let pairs: FxHashMap<(usize, usize), f64> = close.iter().map(|&(s, i, j)| ((i, j), s)).collect();
    let mut root: Vec<usize> = (0..n).collect();
    let mut members: Vec<Vec<usize>> = (0..n).map(|i| vec![i]).collect();
    for &(_, i, j) in close {
        let (a, b) = (root[i].min(root[j]), root[i].max(root[j]));
        // What one text keeps apart stays so.
        let document = |i: &usize| scenes[*i].document;
        if a == b || members[a].iter().any(|x| members[b].iter().any(|y| document(x) == document(y))) {
            continue;
        }
        let mut sum = 0.0;
        for &x in &members[a] {
            for &y in &members[b] {
                sum += pairs.get(&(x.min(y), x.max(y))).copied().unwrap_or(0.0);
            }
        }
        if sum / (members[a].len() * members[b].len()) as f64 >= SHARED {
            let moved = std::mem::take(&mut members[b]);
            moved.iter().for_each(|&x| root[x] = a);
            members[a].extend(moved);
        }
    }
    root
}

/// The words of a text that are written with a capital where no sentence asks for one.
pub(super) fn names(text: &str) -> FxHashSet<&str> {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut found = FxHashSet::default();
    let mut starts = true;
    for word in text[..end].split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = bare.split(['’', '\'']).next().unwrap_or(bare);
        if !starts && bare.chars().count() > 2 && bare.starts_with(char::is_uppercase) {
            found.insert(bare);
        }
        starts = word.ends_with(['.', '!', '?', ':']) && bare.chars().count() > 3;
    }
    found
}

/// The day of an ISO date, counted from year 0.
fn day(published: &str) -> Option<i64> {
    let date: jiff::civil::Date = published.get(..10)?.parse().ok()?;
    let since = date.since(jiff::civil::date(1, 1, 1)).ok()?;
    Some(i64::from(since.get_days()))
}
