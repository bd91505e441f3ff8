//! The toll of a longer period against the incidents in it: spread over them, or what it adds to what is recorded.
//!
//! What comes out is derived. It never enters a comparison of sources as a claim of its own.

mod cover;

pub use cover::{Covered, Recorded, covered};

use crate::range::Range;

/// A total over `parts` incidents, as even as whole numbers allow: what is left over goes one by one to the first (the
/// ACLED Codebook spreads so, its first day taking the rest; the GTD Codebook distributes without saying how evenly).
/// Lower and upper ends are spread each by itself, and an open end stays open in every part. Empty for no parts.
///
/// ```
/// use tollbook::{period::spread, range::Range};
///
/// let lows: Vec<u64> = spread(Range::exact(14), 4).iter().map(|r| r.low()).collect();
/// assert_eq!(lows, [4, 4, 3, 3]);
/// ```
pub fn spread(total: Range, parts: usize) -> Vec<Range> {
    let share = |n: u64, part: usize| n / parts as u64 + u64::from((part as u64) < n % parts as u64);
    let of = |part| {
        let low = share(total.low(), part);
        Range::new(low, total.high().map(|high| share(high, part))).unwrap_or(Range::exact(low))
    };
    (0..parts).map(of).collect()
}

/// What is in a cumulative total and not to be added.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Absorbed {
    /// The share who were fighters, least and most: 0 to 1.
    pub fighters: (f64, f64),
    /// Deaths of other causes that the total has too.
    pub background: u64,
    /// Deaths that are recorded incident by incident already: an open end leaves nothing that is sure to be added.
    pub recorded: Range,
}

/// What a cumulative total adds to what is recorded: never below nobody (Iraq Body Count, note x334: fighters, background
/// and what is recorded are taken from it). The most fighters give the minimum, the fewest the maximum. `None` where a
/// share is no share.
///
/// ```
/// use tollbook::{period::{Absorbed, absorb}, range::Range};
///
/// let had = Absorbed { fighters: (0.02, 0.04), background: 60, recorded: Range::exact(120) };
/// assert_eq!(absorb(Range::exact(500), &had), Range::closed(300, 310));
/// ```
pub fn absorb(total: Range, had: &Absorbed) -> Option<Range> {
    let (least, most) = had.fighters;
    if !(0.0..=1.0).contains(&least) || !(0.0..=1.0).contains(&most) || least > most {
        return None;
    }
    let rest = |civilians: f64| (civilians as u64).saturating_sub(had.background);
    // A share of people is rounded away from a claim to know more: down for the minimum, up for the maximum. A hair is taken
    // off first, since 500 less 4 % is 480 and not a little more.
    const HAIR: f64 = 1e-6;
    let low = rest((total.low() as f64 * (1.0 - most) + HAIR).floor());
    let high = total.high().map(|high| rest((high as f64 * (1.0 - least) - HAIR).ceil()));
    Some(Range::new(low, high)?.minus(had.recorded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert_eq, proptest};

    #[test]
    fn worked_totals() {
        for (total, parts, expected) in
            [(12, 3, vec![4, 4, 4]), (13, 3, vec![5, 4, 4]), (1, 3, vec![1, 0, 0]), (14, 4, vec![4, 4, 3, 3])]
        {
            let found: Vec<u64> = spread(Range::exact(total), parts).iter().filter_map(|r| r.point()).collect();
            assert_eq!(found, expected, "{total} over {parts}");
        }
        assert_eq!(spread(Range::open(5), 2), [Range::open(3), Range::open(2)]);
        assert!(spread(Range::exact(5), 0).is_empty());
    }

    #[test]
    fn nothing_below_nobody_and_no_false_ceiling() {
        let had = Absorbed { fighters: (0.0, 0.0), background: 60, recorded: Range::exact(120) };
        assert_eq!(absorb(Range::exact(100), &had), Some(Range::ZERO));
        assert_eq!(absorb(Range::open(500), &had), Some(Range::open(320)));
        assert_eq!(absorb(Range::exact(5), &Absorbed { fighters: (0.5, 0.1), ..had }), None);
        let unsure = Absorbed { recorded: Range::closed(100, 130).unwrap(), ..had };
        assert_eq!(absorb(Range::exact(500), &unsure), Range::closed(310, 340));
        assert_eq!(absorb(Range::exact(500), &Absorbed { recorded: Range::open(100), ..had }), Range::closed(0, 340));
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_total(low in 0u64..5000, more in 0u64..500, parts in 1usize..40) {
            let total = Range::closed(low, low + more).unwrap();
            let sum = spread(total, parts).into_iter().reduce(Range::plus);
            prop_assert_eq!(sum, Some(total));
        }
    }
}
