//! The mean of a distribution of counts that makes the ranges most likely.

use crate::range::Range;
use statrs::function::{beta::checked_beta_reg, gamma::checked_gamma_ur};

/// How counts are thought to scatter about their mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Counts {
    /// Poisson.
    Poisson,
    /// Negative binomial of this size: the larger, the nearer to Poisson.
    NegativeBinomial(f64),
}

/// The most likely mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// The mean.
    pub mean: f64,
    /// Its log-likelihood.
    pub log_likelihood: f64,
}

/// Fits the mean to ranges that are thought independent. `None` where no finite mean is best: every range is open.
pub fn likelihood(ranges: &[Range], counts: Counts) -> Option<Fit> {
    let highest = ranges.iter().filter_map(|r| r.high()).max()?;
    let top = ranges.iter().map(|r| r.low()).max()?.max(highest) as f64 * 4.0 + 20.0;
    let value = |mean: f64| ranges.iter().map(|r| probability(*r, mean, counts).max(1e-300).ln()).sum::<f64>();
    // Several maxima are possible under conflict: begin at the best of a grid, then close in by the golden section.
    let step = top / 2000.0;
    let best = (1..=2000).map(|i| f64::from(i) * step).max_by(|a, b| value(*a).total_cmp(&value(*b)))?;
    let (mut low, mut high) = ((best - step).max(1e-9), best + step);
    let golden = (5f64.sqrt() - 1.0) / 2.0;
    for _ in 0..200 {
        let (a, b) = (high - golden * (high - low), low + golden * (high - low));
        if value(a) < value(b) { low = a } else { high = b }
    }
    let mean = f64::midpoint(low, high);
    Some(Fit { mean, log_likelihood: value(mean) })
}

fn probability(range: Range, mean: f64, counts: Counts) -> f64 {
    let below = range.low().checked_sub(1).map_or(0.0, |n| cumulative(n, mean, counts));
    range.high().map_or(1.0, |n| cumulative(n, mean, counts)) - below
}

fn cumulative(n: u64, mean: f64, counts: Counts) -> f64 {
    let n = n as f64 + 1.0;
    match counts {
        Counts::Poisson => checked_gamma_ur(n, mean).unwrap_or(0.0),
        Counts::NegativeBinomial(size) => checked_beta_reg(size, n, size / (size + mean)).unwrap_or(0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_ranges() {
        let ranges = [Range::open(13), Range::closed(10, 15).unwrap(), Range::closed(14, 18).unwrap()];
        for (counts, mean, log) in
            [(Counts::Poisson, 15.194_07, -1.790_189), (Counts::NegativeBinomial(10.0), 15.868_64, -2.605_195)]
        {
            let fit = likelihood(&ranges, counts).unwrap();
            assert!((fit.mean - mean).abs() < 1e-4 && (fit.log_likelihood - log).abs() < 1e-6, "{fit:?}");
        }
        assert_eq!(likelihood(&[Range::open(13), Range::open(41)], Counts::Poisson), None);
    }
}
