//! The sum over incidents, by drawing.

use super::Mixture;

/// The 5, 50 and 95 % points of the sum, from `draws` sums of one count an incident, each drawn from its mixture. Assumes
/// that incidents are independent: where one source errs in the same direction everywhere, the sum is less sure than this.
/// The same seed gives the same answer. `None` of no incidents or no draws.
///
/// ```
/// use tollbook::{range::Range, statistics::{mixture, sums}};
///
/// let sure = mixture(&[Range::exact(3)], 1e-9, 20).unwrap();
/// assert_eq!(sums(&[sure.clone(), sure], 100, 1), Some([6, 6, 6]));
/// ```
pub fn sums(incidents: &[Mixture], draws: usize, seed: u64) -> Option<[u64; 3]> {
    if incidents.is_empty() || draws == 0 {
        return None;
    }
    let mut state = seed;
    let mut sums: Vec<u64> = (0..draws)
        .map(|_| incidents.iter().fold(0u64, |sum, m| sum.saturating_add(m.quantile(uniform(&mut state)))))
        .collect();
    sums.sort_unstable();
    let at = |q: f64| sums[((draws as f64 * q).ceil() as usize).clamp(1, draws) - 1];
    Some([at(0.05), at(0.5), at(0.95)])
}

/// The next number between 0 and 1 (SplitMix64: Steele, Lea and Flood 2014).
fn uniform(state: &mut u64) -> f64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{range::Range, statistics::mixture};

    #[test]
    fn the_sum_of_one_is_that_one() {
        let closed = |a, b| Range::closed(a, b).unwrap();
        let ranges = [Range::open(13), closed(10, 15), closed(14, 18), Range::open(41), closed(0, 5)];
        let one = mixture(&ranges, 0.1, 200).unwrap();
        let [low, middle, high] = sums(std::slice::from_ref(&one), 10_000, 1).unwrap();
        assert!(low.abs_diff(2) <= 1 && middle.abs_diff(18) <= 1 && high.abs_diff(169) <= 4, "{low} {middle} {high}");
        assert_eq!(sums(&[one.clone(), one.clone()], 500, 7), sums(&[one.clone(), one], 500, 7));
    }
}
