//! Which tellings are worth comparing: those that share a rare name, and those of one place and time.

use super::score::{Scorer, Side};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// A name in more tellings than this leads to none of them.
const COMMON: usize = 60;
/// Of many tellings of one place and time, how many that follow each are compared with it.
const NEXT: usize = 12;
/// Of all that two tellings must share, the part that rare names must make up before the rest is looked at.
const RARE: f64 = 0.25;
/// Cells are no smaller, in kilometres.
const CELL_KM: f64 = 10.0;

/// Pairs whose score is at least `least`, each once, the smaller place first: the closest first.
pub(super) fn pairs(scorer: &Scorer<'_>, least: f64) -> Vec<(f64, u32, u32)> {
    let mut by_place: Vec<Vec<u32>> = vec![Vec::new(); scorer.sides.len()];
    for (i, j) in of_one_place(scorer) {
        by_place[i as usize].push(j);
    }
    let mut pairs: Vec<(f64, u32, u32)> = (0..scorer.sides.len())
        .into_par_iter()
        .flat_map_iter(|i| {
            let mut others = by_names(scorer, i, least);
            others.extend(&by_place[i]);
            others.sort_unstable();
            others.dedup();
            let scored = others.into_iter().filter_map(|j| {
                let (a, b) = (&scorer.sides[i].scene, &scorer.sides[j as usize].scene);
                // What one voice keeps apart stays so.
                let score = if a.teller == b.teller { 0.0 } else { scorer.compare(i, j as usize).score };
                (score > 0.0 && score >= least).then_some((score, i as u32, j))
            });
            scored.collect::<Vec<_>>()
        })
        .collect();
    pairs.par_sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs
}

/// Those after `i` that share rare names with it.
fn by_names(scorer: &Scorer<'_>, i: usize, least: f64) -> Vec<u32> {
    let weight = scorer.rule.weight;
    if weight.names <= 0.0 {
        return Vec::new();
    }
    // What the place or the day alone can add is not asked of the names; those of one place and day are found by these.
    let share = RARE * (least - weight.place.max(weight.day)).max(0.0) / weight.names;
    let mut sums: FxHashMap<u32, f64> = FxHashMap::default();
    for &name in &scorer.sides[i].names {
        let holders = &scorer.holders[name as usize];
        if holders.len() <= COMMON {
            let after = holders.partition_point(|h| *h as usize <= i);
            holders[after..].iter().for_each(|j| *sums.entry(*j).or_default() += scorer.weight[name as usize]);
        }
    }
    sums.into_iter().filter(|(j, sum)| *sum >= share * scorer.most(i, *j as usize)).map(|(j, _)| j).collect()
}

/// Where and when, coarsely: a place by its cube of space or by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Cell<'a> {
    Space([i32; 3], i64),
    Name(&'a str, i64),
}

/// Pairs of one place and time, or of places and times beside each other.
fn of_one_place(scorer: &Scorer<'_>) -> Vec<(u32, u32)> {
    let near = scorer.rule.near;
    let (km, days) = (near.km.max(CELL_KM), near.days.max(1));
    let mut cells: FxHashMap<Cell<'_>, Vec<u32>> = FxHashMap::default();
    for (i, side) in scorer.sides.iter().enumerate() {
        for cell in own(side, km, days) {
            cells.entry(cell).or_default().push(i as u32);
        }
    }
    let when = |i: &u32| (scorer.sides[*i as usize].published, *i);
    cells.par_iter_mut().for_each(|(_, list)| list.sort_unstable_by_key(when));
    let mut pairs: Vec<(u32, u32)> = cells
        .par_iter()
        .flat_map_iter(|(cell, list)| {
            let inside = list.iter().enumerate().flat_map(|(at, i)| list[at + 1..].iter().take(NEXT).map(|j| (*i, *j)));
            let beside = beside(*cell).into_iter().filter_map(|next| cells.get(&next)).flat_map(|others| {
                list.iter().flat_map(|i| {
                    let from = others.partition_point(|j| when(j) < when(i));
                    let around = from.saturating_sub(NEXT / 2)..(from + NEXT / 2).min(others.len());
                    others[around].iter().map(|j| (*i, *j))
                })
            });
            inside.chain(beside).collect::<Vec<_>>()
        })
        .filter(|(i, j)| i != j)
        .map(|(i, j)| (i.min(j), i.max(j)))
        .collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// The cells of a telling: one for each point where it may have been.
fn own<'a>(side: &'a Side<'_>, km: f64, days: i64) -> Vec<Cell<'a>> {
    let Some(day) = side.event.map(|e| e.0).or(side.published).map(|d| d.div_euclid(days + 1)) else {
        return Vec::new();
    };
    if side.points.is_empty() {
        return if side.place.is_empty() { Vec::new() } else { vec![Cell::Name(&side.place, day)] };
    }
    let space = |n: f64| (n * 6_371.0 / km).floor() as i32;
    let cell = |p: &crate::place::Point| {
        let (north, east) = (p.latitude().to_radians(), p.longitude().to_radians());
        Cell::Space([north.cos() * east.cos(), north.cos() * east.sin(), north.sin()].map(space), day)
    };
    side.points.iter().map(cell).collect()
}

/// The cells beside one, each pair of neighbours from one side only.
fn beside(cell: Cell<'_>) -> Vec<Cell<'_>> {
    match cell {
        Cell::Name(name, day) => vec![Cell::Name(name, day + 1)],
        Cell::Space([x, y, z], day) => {
            let steps = (0..81).map(|n| [n % 3 - 1, n / 3 % 3 - 1, n / 9 % 3 - 1, n / 27 - 1]);
            let forward = steps.filter(|step| step.iter().rev().find(|s| **s != 0).is_some_and(|s| *s > 0));
            forward.map(|[a, b, c, d]| Cell::Space([x + a, y + b, z + c], day + i64::from(d))).collect()
        }
    }
}
