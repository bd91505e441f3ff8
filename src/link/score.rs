//! How much two tellings have in common: names, place and day, never the toll.

use super::{
    Rule,
    capitals::{in_small, is_loud},
    scene::Scene,
};
use crate::{
    date::Edtf,
    place::{Point, fold},
};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// A scene, laid out for comparison.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub scene: &'a Scene<'a>,
    /// Its names, by number, in order.
    pub names: Vec<u32>,
    /// What its names weigh together.
    own: f64,
    /// Where it may have been.
    pub points: Vec<Point>,
    /// The name of the place, folded; blank where none is told.
    pub place: String,
    /// The first and last day it may have been on, counted from year 0.
    pub event: Option<(i64, i64)>,
    /// The day of publication, counted alike.
    pub published: Option<i64>,
}

/// What two tellings have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Common {
    /// The part of the weight of their names that both have, from 0 to 1.
    pub names: f64,
    /// Days between what is told of; between publications where one of them tells no day.
    pub days: Option<i64>,
    /// Whether the days are those of what is told of.
    pub told: bool,
    /// Kilometres between the places; blank where one is not known.
    pub km: Option<f64>,
    /// Whether they tell of one kind of event, or one of them tells of none.
    pub kinds: bool,
    /// What it comes to.
    pub score: f64,
}

/// Compares tellings.
#[derive(Debug)]
pub(super) struct Scorer<'a> {
    pub rule: &'a Rule,
    pub sides: Vec<Side<'a>>,
    /// What each name weighs: the more, the fewer tellings have it.
    pub weight: Vec<f64>,
    /// The tellings that have each name, in order.
    pub holders: Vec<Vec<u32>>,
    /// The names by number.
    pub names: Vec<&'a str>,
}

/// How much of the longer telling counts in the weight that two can share.
const LONGER: f64 = 0.25;

impl<'a> Scorer<'a> {
    pub(super) fn of(scenes: &[&'a Scene<'a>], rule: &'a Rule) -> Scorer<'a> {
        let mut numbers: FxHashMap<Cow<'a, str>, u32> = FxHashMap::default();
        let (mut names, mut holders): (Vec<&str>, Vec<Vec<u32>>) = (Vec::new(), Vec::new());
        let mut sides: Vec<Side<'a>> = Vec::with_capacity(scenes.len());
        for (i, scene) in scenes.iter().enumerate() {
            let mut own: Vec<u32> = Vec::with_capacity(scene.names.len());
            for name in &scene.names {
                let number = *numbers.entry(in_small(name)).or_insert_with(|| {
                    names.push(name);
                    holders.push(Vec::new());
                    names.len() as u32 - 1
                });
                // Of two ways to write it, the one that does not cry is shown.
                if is_loud(names[number as usize]) {
                    names[number as usize] = name;
                }
                own.push(number);
            }
            own.sort_unstable();
            own.dedup();
            own.iter().for_each(|number| holders[*number as usize].push(i as u32));
            sides.push(Side {
                scene,
                names: own,
                own: 0.0,
                points: scene.points.clone(),
                place: scene.place.map(fold).unwrap_or_default(),
                event: scene.event_date.and_then(span),
                published: scene.published.and_then(day),
            });
        }
        let total = sides.len() as f64;
        let weight: Vec<f64> = holders.iter().map(|h| (1.0 + total / h.len() as f64).ln()).collect();
        // Added up in the order of the letters, which does not hang on the order of a set.
        let mut order: Vec<u32> = (0..names.len() as u32).collect();
        order.sort_unstable_by_key(|n| names[*n as usize]);
        let mut rank = vec![0u32; names.len()];
        order.iter().enumerate().for_each(|(at, n)| rank[*n as usize] = at as u32);
        for side in &mut sides {
            side.names.iter_mut().for_each(|n| *n = rank[*n as usize]);
            side.names.sort_unstable();
        }
        let sorted = |n: &u32| *n as usize;
        let weight: Vec<f64> = order.iter().map(|n| weight[sorted(n)]).collect();
        let names = order.iter().map(|n| names[sorted(n)]).collect();
        let holders = order.iter().map(|n| std::mem::take(&mut holders[sorted(n)])).collect();
        sides.iter_mut().for_each(|s| s.own = s.names.iter().map(|n| weight[*n as usize]).sum());
        Scorer { rule, sides, weight, holders, names }
    }

    /// The weight of names that two could share at most.
    pub(super) fn most(&self, a: usize, b: usize) -> f64 {
        // Of few names each is much: one town that two briefs share does not make them one. A row of a table has no more to say.
        let rows = self.sides[a].scene.row && self.sides[b].scene.row;
        let few = if rows { 0.0 } else { self.rule.weight.few * (1.0 + self.sides.len() as f64).ln() };
        let (a, b) = (self.sides[a].own.max(few), self.sides[b].own.max(few));
        (a.min(b).powf(1.0 - LONGER) * a.max(b).powf(LONGER)).max(f64::MIN_POSITIVE)
    }

    /// The names that both have, the heaviest first.
    pub(super) fn shared(&self, a: usize, b: usize) -> Vec<&'a str> {
        let mut both: Vec<u32> = both(&self.sides[a].names, &self.sides[b].names).collect();
        both.sort_unstable_by(|x, y| self.weight[*y as usize].total_cmp(&self.weight[*x as usize]).then(x.cmp(y)));
        both.into_iter().map(|n| self.names[n as usize]).collect()
    }

    /// The names that more than half of some have, the heaviest first.
    pub(super) fn most_shared(&self, sides: &[usize]) -> Vec<&'a str> {
        const TOLD: usize = 3;
        let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
        sides.iter().flat_map(|i| &self.sides[*i].names).for_each(|n| *counts.entry(*n).or_default() += 1);
        let mut names: Vec<u32> = counts.into_iter().filter(|(_, n)| 2 * n > sides.len()).map(|(n, _)| n).collect();
        names.sort_unstable_by(|x, y| self.weight[*y as usize].total_cmp(&self.weight[*x as usize]).then(x.cmp(y)));
        names.into_iter().take(TOLD).map(|n| self.names[n as usize]).collect()
    }

    pub(super) fn compare(&self, i: usize, j: usize) -> Common {
        let (a, b) = (&self.sides[i], &self.sides[j]);
        let Rule { near, apart, late, weight, .. } = self.rule;
        let names: f64 = both(&a.names, &b.names).map(|n| self.weight[n as usize]).sum::<f64>() / self.most(i, j);
        let told = a.event.zip(b.event).map(|(a, b)| (a.0 - b.1).max(b.0 - a.1).max(0));
        let published = a.published.zip(b.published).map(|(a, b)| (a - b).abs());
        let (days, km) = (told.or(published), kilometres(a, b));
        let rows = a.scene.row && b.scene.row;
        let (most_days, most_km) = if rows { (Some(near.days), Some(near.km)) } else { (apart.days, apart.km) };
        let beyond = told.zip(most_days).is_some_and(|(d, most)| d > most)
            || km.zip(most_km).is_some_and(|(km, most)| km > most);
        let is_near = |yes: bool| f64::from(u8::from(yes));
        let sum = weight.names * names
            + weight.place * is_near(km.is_some_and(|km| km <= near.km))
            + weight.day * is_near(days.is_some_and(|d| d <= near.days));
        let factor = if published.is_some_and(|d| d > late.days) { late.factor } else { 1.0 };
        let (one, other) = (a.scene.kinds, b.scene.kinds);
        let kinds = one == 0 || other == 0 || one & other != 0;
        let factor = factor * if kinds { 1.0 } else { weight.other_kind };
        let score = if beyond { 0.0 } else { sum * factor };
        Common { names, days, told: told.is_some(), km, kinds, score }
    }
}

/// The numbers that two sorted lists share.
fn both<'n>(a: &'n [u32], b: &'n [u32]) -> impl Iterator<Item = u32> + 'n {
    let mut rest = b;
    a.iter().copied().filter(move |n| {
        while rest.first().is_some_and(|first| first < n) {
            rest = &rest[1..];
        }
        rest.first() == Some(n)
    })
}

/// The least that the places can be apart; 0 where one name is all that is known of both.
fn kilometres(a: &Side<'_>, b: &Side<'_>) -> Option<f64> {
    let all = a.points.iter().flat_map(|p| b.points.iter().map(|q| p.kilometres(*q)));
    all.min_by(f64::total_cmp).or_else(|| (!a.place.is_empty() && a.place == b.place).then_some(0.0))
}

/// The first and last day of a date, counted from year 0; none for a date that is open at an end.
fn span(text: &str) -> Option<(i64, i64)> {
    let (first, last) = text.parse::<Edtf>().ok()?.span();
    Some((count(first?)?, count(last?)?))
}

/// The day of an ISO date, counted from year 0.
fn day(published: &str) -> Option<i64> {
    count(published.get(..10)?.parse().ok()?)
}

fn count(date: jiff::civil::Date) -> Option<i64> {
    let since = date.since(jiff::civil::date(1, 1, 1)).ok()?;
    Some(i64::from(since.get_days()))
}
