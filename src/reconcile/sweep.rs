//! Where accounts meet: one sort and one pass over whole numbers, and the measures of disagreement that fall out of it.

use crate::{
    range::Range,
    report::{Measures, Verdict},
};

/// What one account gives for one finding, in 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The lowest number.
    pub low: u64,
    /// The highest number, [`OPEN`] where nothing bounds it.
    pub high: u64,
    /// The number that stands for it, [`BLANK`] where none does.
    pub point: u64,
    /// The account.
    pub account: u32,
    /// See [`Entry::ROUNDED`], [`Entry::STALE`] and [`Entry::DERIVED`].
    pub flags: u32,
}

/// The upper end of an open range.
pub const OPEN: u64 = u64::MAX;
/// No number.
pub const BLANK: u64 = u64::MAX;

impl Entry {
    /// The point is a rounded one.
    pub const ROUNDED: u32 = 1;
    /// The account is too old to bear on best.
    pub const STALE: u32 = 2;
    /// The number is said by nobody: it is added up or taken away.
    pub const DERIVED: u32 = 4;

    /// The number that stands for it.
    pub fn point(&self) -> Option<u64> {
        (self.point != BLANK).then_some(self.point)
    }

    /// The upper end.
    pub fn high(&self) -> Option<u64> {
        (self.high != OPEN).then_some(self.high)
    }

    /// The range.
    pub fn range(&self) -> Range {
        Range::new(self.low, self.high()).unwrap_or(Range::exact(self.low))
    }
}

/// Buffers that are used again for every finding, and what the last sweep left in them.
#[derive(Debug, Default)]
pub struct Sweep {
    lows: Vec<u64>,
    highs: Vec<u64>,
    pub(super) points: Vec<u64>,
    /// The stretches that the most accounts share, all ties, in order; an open one ends at [`OPEN`].
    pub bands: Vec<(u64, u64)>,
    /// The largest number of accounts that share a value.
    pub most: usize,
}

impl Sweep {
    /// Finds the maximal runs of whole numbers that the most entries hold.
    ///
    /// ```
    /// use tollbook::reconcile::{Entry, Sweep};
    ///
    /// let entry = |low, high| Entry { low, high, point: u64::MAX, account: 0, flags: 0 };
    /// let mut sweep = Sweep::default();
    /// sweep.run(&[entry(13, u64::MAX), entry(10, 15), entry(14, 18), entry(41, u64::MAX), entry(0, 5)]);
    /// assert_eq!((sweep.most, sweep.bands.as_slice()), (3, &[(14, 15)][..]));
    /// ```
    pub fn run(&mut self, entries: &[Entry]) {
        self.lows.clear();
        self.highs.clear();
        self.bands.clear();
        self.most = 0;
        self.lows.extend(entries.iter().map(|e| e.low));
        self.highs.extend(entries.iter().map(|e| e.high));
        self.lows.sort_unstable();
        self.highs.sort_unstable();
        let (mut begun, mut ended) = (0, 0);
        while begun < self.lows.len() {
            let x = self.lows[begun];
            while begun < self.lows.len() && self.lows[begun] == x {
                begun += 1;
            }
            while self.highs[ended] < x {
                ended += 1;
            }
            let (held, end) = (begun - ended, self.highs[ended]);
            if held > self.most {
                self.most = held;
                self.bands.clear();
            }
            if held == self.most {
                // A run goes on where as many begin as have ended; the open end is never added to.
                match self.bands.last_mut() {
                    Some(last) if last.1 != OPEN && last.1 + 1 == x => last.1 = end,
                    _ => self.bands.push((x, end)),
                }
            }
        }
    }

    /// How the entries of the last run lie to each other.
    pub fn verdict(&self) -> Verdict {
        let n = self.lows.len();
        match self.most {
            0 => Verdict::None,
            _ if n == 1 => Verdict::Single,
            m if m == n && self.highs[0] == OPEN => Verdict::BoundsOnly,
            m if m == n => Verdict::Agree,
            m if 2 * m > n => Verdict::Majority,
            1 => Verdict::Conflict,
            _ => Verdict::Split,
        }
    }

    /// The measures of the entries of the last run, which are handed in again for their points.
    pub fn measures(&mut self, entries: &[Entry]) -> Measures {
        let n = self.lows.len();
        let (Some(&floor), Some(&ceiling)) = (self.lows.last(), self.highs.first()) else { return Measures::default() };
        self.points.clear();
        self.points.extend(entries.iter().filter_map(Entry::point));
        let apart = self.lows.iter().map(|low| self.highs.partition_point(|high| high < low)).sum();
        let extremes = self.points.iter().min().zip(self.points.iter().max());
        let ratio = |a: u64, b: u64| (b > 0).then(|| a as f64 / b as f64);
        Measures {
            conflicting_pairs: (n >= 2).then_some(apart),
            pairs: n * (n - 1) / 2,
            gap: if ceiling == OPEN { 0 } else { floor.saturating_sub(ceiling) },
            gap_factor: if floor > ceiling { ratio(floor, ceiling) } else { None },
            spread_factor: extremes.filter(|_| self.points.len() >= 2).and_then(|(&min, &max)| ratio(max, min)),
            floor: Some(floor),
            ceiling: (ceiling != OPEN).then_some(ceiling),
            highest_named: entries.iter().map(|e| e.high().unwrap_or(e.low)).max(),
        }
    }

    /// The median of the numbers, the lower middle one of an even count.
    pub(super) fn lower_median(&mut self) -> Option<u64> {
        let middle = self.points.len().checked_sub(1)? / 2;
        Some(*self.points.select_nth_unstable(middle).1)
    }
}
