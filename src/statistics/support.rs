//! How the accounts support each band: Turnbull's estimate for ranges.

use crate::range::Range;

/// The estimate: bands with their shares, and its log-likelihood.
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    /// The innermost ranges, in order, each with its share of the accounts; the shares sum to 1.
    pub bands: Vec<(Range, f64)>,
    /// Log-likelihood.
    pub log_likelihood: f64,
}

const STEPS: usize = 100_000;

/// The shares that make the ranges most likely (Turnbull 1976, self-consistency). Assumes that accounts err independently,
/// which copies do not: hand in one range an origin. `None` of none.
///
/// ```
/// use tollbook::{range::Range, statistics::support};
///
/// let ranges = [Range::open(13), Range::closed(10, 15).unwrap(), Range::open(41)];
/// let found = support(&ranges).unwrap();
/// assert_eq!(found.bands[0].0, Range::closed(13, 15).unwrap());
/// ```
pub fn support(ranges: &[Range]) -> Option<Support> {
    let bands = innermost(ranges);
    if bands.is_empty() {
        return None;
    }
    let holds: Vec<Vec<bool>> = ranges.iter().map(|r| bands.iter().map(|b| r.covers(*b)).collect()).collect();
    let mut shares = vec![1.0 / bands.len() as f64; bands.len()];
    for _ in 0..STEPS {
        let gradient = gradient(&holds, &shares);
        let next: Vec<f64> = shares.iter().zip(&gradient).map(|(p, g)| p * g).collect();
        shares = next;
        // Karush, Kuhn and Tucker: at the best, no band would gain and every band with a share is at 1.
        let best = gradient.iter().zip(&shares).all(|(g, p)| *g <= 1.0 + 1e-9 && (*p < 1e-9 || (g - 1.0).abs() < 1e-9));
        if best {
            break;
        }
    }
    let log_likelihood = holds.iter().map(|h| held(h, &shares).ln()).sum();
    Some(Support { bands: bands.into_iter().zip(shares).collect(), log_likelihood })
}

fn held(holds: &[bool], shares: &[f64]) -> f64 {
    holds.iter().zip(shares).filter(|(h, _)| **h).map(|(_, p)| p).sum()
}

fn gradient(holds: &[Vec<bool>], shares: &[f64]) -> Vec<f64> {
    let each: Vec<f64> = holds.iter().map(|h| held(h, shares)).collect();
    let n = holds.len() as f64;
    (0..shares.len())
        .map(|j| holds.iter().zip(&each).filter(|(h, _)| h[j]).map(|(_, s)| 1.0 / s).sum::<f64>() / n)
        .collect()
}

/// Ranges from a lower end to the next upper end with no other end between: only there can a share lie.
fn innermost(ranges: &[Range]) -> Vec<Range> {
    let mut lows: Vec<u64> = ranges.iter().map(|r| r.low()).collect();
    lows.sort_unstable();
    lows.dedup();
    let next_high = |low: u64| {
        ranges.iter().map(|r| r.high()).filter(|h| h.is_none_or(|h| h >= low)).min_by_key(|h| h.unwrap_or(u64::MAX))
    };
    lows.iter()
        .enumerate()
        .filter_map(|(i, &low)| {
            let high = next_high(low)?;
            let between = lows.get(i + 1).is_some_and(|next| high.is_none_or(|h| *next <= h));
            if between { None } else { Range::new(low, high) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_accounts() {
        let closed = |a, b| Range::closed(a, b).unwrap();
        let ranges = [Range::open(13), closed(10, 15), closed(14, 18), Range::open(41), closed(0, 5)];
        let found = support(&ranges).unwrap();
        let bands: Vec<Range> = found.bands.iter().map(|b| b.0).collect();
        assert_eq!(bands, [closed(0, 5), closed(14, 15), Range::open(41)]);
        for ((_, share), expected) in found.bands.iter().zip([0.2, 0.533_333, 0.266_667]) {
            assert!((share - expected).abs() < 1e-6, "{share}");
        }
        assert!((found.log_likelihood + 4.411_555).abs() < 1e-6, "{}", found.log_likelihood);
    }
    /// A band that could have a share and gets none: the one beside it explains the same ranges and one more.
    #[test]
    fn a_band_without_a_share() {
        let closed = |a, b| Range::closed(a, b).unwrap();
        let ranges = [closed(10, 10), closed(10, 11), closed(11, 13), closed(12, 12), closed(12, 13), closed(13, 13)];
        let found = support(&ranges).unwrap();
        let third = 1.0 / 3.0;
        for ((band, share), (at, expected)) in
            found.bands.iter().zip([(10, third), (11, 0.0), (12, third), (13, third)])
        {
            assert!(*band == Range::exact(at) && (share - expected).abs() < 1e-6, "{band}: {share}");
        }
        assert_eq!(found.bands.len(), 4);
        assert!((found.log_likelihood + 5.205_379).abs() < 1e-6, "{}", found.log_likelihood);
        let holds: Vec<Vec<bool>> =
            ranges.iter().map(|r| found.bands.iter().map(|b| r.covers(b.0)).collect()).collect();
        let shares: Vec<f64> = found.bands.iter().map(|b| b.1).collect();
        for (gradient, expected) in gradient(&holds, &shares).iter().zip([1.0, 0.75, 1.0, 1.0]) {
            assert!((gradient - expected).abs() < 1e-6, "{gradient}");
        }
    }
}
