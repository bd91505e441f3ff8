//! What the count may be where each account is right with a given probability and tells nothing otherwise.

use crate::range::Range;

/// The distribution of the count, summed up.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    /// The chance that an account is wrong, as given.
    pub epsilon: f64,
    /// The largest count thought possible, as given.
    pub most: u64,
    /// The most probable count, the smallest of those that tie.
    pub mode: u64,
    /// The counts below which 5, 50 and 95 % of the probability lie.
    pub quantiles: [u64; 3],
    /// The probability of each count and all below it.
    cumulative: Vec<f64>,
}

impl Mixture {
    /// The probability that the count lies in a range.
    pub fn within(&self, range: Range) -> f64 {
        let up_to = |t: u64| self.cumulative[t.min(self.most) as usize];
        if range.low() > self.most {
            return 0.0;
        }
        up_to(range.high().unwrap_or(self.most)) - range.low().checked_sub(1).map_or(0.0, up_to)
    }

    /// The smallest count that has at least `q` of the probability at and below it.
    pub fn quantile(&self, q: f64) -> u64 {
        (self.cumulative.partition_point(|p| *p < q) as u64).min(self.most)
    }
}

/// Weighs every count T from 0 to `most` by a prior of 1/(T+1), and by `1 - epsilon` for each account that holds it,
/// `epsilon` for each that does not. Assumes independent accounts; widens under conflict. `None` where the parameters
/// are no probability or leave nothing.
pub fn mixture(ranges: &[Range], epsilon: f64, most: u64) -> Option<Mixture> {
    if !(epsilon > 0.0 && epsilon < 1.0) || most > 10_000_000 {
        return None;
    }
    let weight = |t: u64| {
        let held = ranges.iter().filter(|r| r.contains(t)).count() as f64;
        let log = held * (1.0 - epsilon).ln() + (ranges.len() as f64 - held) * epsilon.ln();
        log - ((t + 1) as f64).ln()
    };
    let logs: Vec<f64> = (0..=most).map(weight).collect();
    let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = logs.iter().map(|l| (l - top).exp()).collect();
    let sum: f64 = weights.iter().sum();
    let mode = weights.iter().enumerate().fold(0, |best, (t, w)| if *w > weights[best] { t } else { best });
    let mut below = 0.0;
    let cumulative = weights
        .iter()
        .map(|w| {
            below += w / sum;
            below
        })
        .collect();
    let mut found = Mixture { epsilon, most, mode: mode as u64, quantiles: [0; 3], cumulative };
    found.quantiles = [0.05, 0.5, 0.95].map(|q| found.quantile(q));
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_accounts() {
        let closed = |a, b| Range::closed(a, b).unwrap();
        let ranges = [Range::open(13), closed(10, 15), closed(14, 18), Range::open(41), closed(0, 5)];
        let found = mixture(&ranges, 0.1, 200).unwrap();
        assert_eq!((found.mode, found.quantiles), (14, [2, 18, 169]));
        assert!((found.within(closed(14, 15)) - 0.344_857).abs() < 1e-6);
    }
}
