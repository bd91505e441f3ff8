//! Which sources give more than which others.

use crate::{
    claim::{Outcome, Victims},
    report::Report,
};
use std::collections::BTreeMap;

/// Two sources over the incidents on which both give a number above 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The first source.
    pub first: String,
    /// The second.
    pub second: String,
    /// On how many incidents.
    pub incidents: usize,
    /// The median of the logarithms of first over second: above 0 where the first gives more.
    pub median_log_ratio: f64,
    /// How often the first gives more, of those that differ.
    pub more: usize,
    /// Those that differ.
    pub differ: usize,
    /// Wilson's interval of 95 % for the share of `more`; assumes incidents that are independent.
    pub interval: Option<(f64, f64)>,
}

/// The pairs of sources with at least `least` incidents in common, the most first.
pub fn pairs(report: &Report, outcome: Outcome, least: usize) -> Vec<Pair> {
    let mut ratios: BTreeMap<(&str, &str), Vec<f64>> = BTreeMap::new();
    for incident in &report.incidents {
        let numbers: Vec<(&str, u64)> = incident
            .accounts
            .iter()
            .filter_map(|a| {
                let cell = a.cells.iter().find(|c| c.outcome == outcome && c.victims == Victims::All)?;
                Some((a.name.as_str(), cell.point.filter(|&n| n > 0)?))
            })
            .collect();
        for (i, (first, a)) in numbers.iter().enumerate() {
            for (second, b) in &numbers[i + 1..] {
                let (names, ratio) = if first <= second {
                    ((*first, *second), (*a as f64 / *b as f64).ln())
                } else {
                    ((*second, *first), (*b as f64 / *a as f64).ln())
                };
                ratios.entry(names).or_default().push(ratio);
            }
        }
    }
    let mut found: Vec<Pair> = ratios
        .into_iter()
        .filter(|(_, r)| r.len() >= least.max(1))
        .map(|((first, second), mut r)| {
            r.sort_unstable_by(f64::total_cmp);
            let (more, differ) = (r.iter().filter(|x| **x > 0.0).count(), r.iter().filter(|x| **x != 0.0).count());
            let middle = r.len() / 2;
            let median = if r.len().is_multiple_of(2) { f64::midpoint(r[middle - 1], r[middle]) } else { r[middle] };
            Pair {
                first: first.to_owned(),
                second: second.to_owned(),
                incidents: r.len(),
                median_log_ratio: median,
                more,
                differ,
                interval: wilson(more, differ),
            }
        })
        .collect();
    found.sort_unstable_by(|a, b| {
        b.incidents.cmp(&a.incidents).then_with(|| (&a.first, &a.second).cmp(&(&b.first, &b.second)))
    });
    found
}

/// Wilson's score interval of 95 %.
fn wilson(hits: usize, of: usize) -> Option<(f64, f64)> {
    const Z: f64 = 1.959_963_984_540_054;
    if of == 0 {
        return None;
    }
    let (n, p) = (of as f64, hits as f64 / of as f64);
    let middle = p + Z * Z / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    Some(((middle - half) / scale, (middle + half) / scale))
}
