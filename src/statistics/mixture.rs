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
    probabilities: Vec<f64>,
}

impl Mixture {
    /// The probability that the count lies in a range.
    pub fn within(&self, range: Range) -> f64 {
        self.probabilities.iter().enumerate().filter(|(t, _)| range.contains(*t as u64)).map(|(_, p)| p).sum()
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
    let probabilities: Vec<f64> = weights.iter().map(|w| w / sum).collect();
    let quantile = |q: f64| {
        let mut below = 0.0;
        probabilities.iter().position(|p| {
            below += p;
            below >= q
        })
    };
    let mode = probabilities.iter().enumerate().fold(0, |best, (t, p)| if *p > probabilities[best] { t } else { best });
    let at = |q| quantile(q).unwrap_or(most as usize) as u64;
    Some(Mixture { epsilon, most, mode: mode as u64, quantiles: [at(0.05), at(0.5), at(0.95)], probabilities })
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
