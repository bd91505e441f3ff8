//! A number being built, one word at a time.
//!
//! One rule keeps it sound: *digits may be written only onto free zeros*. "Twenty" leaves one zero free and takes "six";
//! "sixty" leaves one and cannot take "fifteen"; "two thousand" leaves three.

/// A number being built.
#[derive(Clone, Copy, Debug)]
pub(super) struct Building {
    /// What a scale of a thousand or more has closed.
    total: u128,
    /// The zeros that are free below `total`, as a power of ten: 1000 for three.
    below_total: u128,
    /// What the next such scale will multiply, in units of `10^-decimals`.
    group: Option<u128>,
    decimals: u32,
    /// The zeros that are free below `group`.
    below_group: u128,
    /// The scale that was written last, or the product of the last ones; gone as soon as more is written.
    scaled: Option<u128>,
    /// Whether all that is written is one product.
    is_single: bool,
}

/// The highest number that is read; everything is checked against it before it can overflow.
const HIGHEST: u128 = u64::MAX as u128;

impl Building {
    pub(super) const EMPTY: Building = Building {
        total: 0,
        below_total: u128::MAX,
        group: None,
        decimals: 0,
        below_group: 0,
        scaled: None,
        is_single: false,
    };

    /// Whether nothing has been written.
    pub(super) fn is_empty(&self) -> bool {
        self.group.is_none() && self.below_total == u128::MAX
    }

    /// Writes a number word onto the free zeros. `None` where they do not suffice.
    pub(super) fn word(mut self, n: u64) -> Option<Building> {
        let n = u128::from(n);
        match self.group {
            _ if self.decimals > 0 => return None,
            None if n < self.below_total && (n > 0 || self.is_empty()) => self.group = Some(n),
            Some(g) if 0 < n && n < self.below_group => self.group = Some(g + n),
            _ => return None,
        }
        self.below_group = if n >= 20 && n.is_multiple_of(10) { 10 } else { 1 };
        self.scaled = None;
        Some(self)
    }

    /// Writes digits, the last `decimals` of them behind the point: only where a group begins.
    pub(super) fn digits(mut self, digits: u128, decimals: u32) -> Option<Building> {
        let whole = digits / power(decimals)?;
        if self.group.is_some() || whole >= self.below_total {
            return None;
        }
        (self.group, self.decimals, self.below_group, self.scaled) = (Some(digits), decimals, 1, None);
        Some(self)
    }

    /// Appends a digit behind the point.
    pub(super) fn decimal(mut self, digit: u64) -> Option<Building> {
        let group = self.group?.checked_mul(10)?.checked_add(u128::from(digit))?;
        (self.group, self.decimals) = (Some(group), self.decimals + 1);
        (group <= HIGHEST && digit < 10).then_some(self)
    }

    /// Multiplies by a scale. `None` where the product does not fit the free zeros or is no whole number.
    pub(super) fn scale(mut self, scale: u64) -> Option<Building> {
        let scale = u128::from(scale);
        let scales = self.scaled.unwrap_or(1).checked_mul(scale)?;
        let Some(group) = self.group else {
            // A scale alone, or upon another: "thousand", "two thousand million".
            let factor = match (self.is_empty(), self.scaled) {
                (true, _) => 1,
                (false, Some(_)) if self.is_single => self.total,
                _ => return None,
            };
            self.total = factor.checked_mul(scale).filter(|&n| n <= HIGHEST)?;
            (self.below_total, self.scaled, self.is_single) = (free_below(scale), Some(scales), true);
            return Some(self);
        };
        let unit = power(self.decimals)?;
        let product = group.checked_mul(scale).filter(|n| n.is_multiple_of(unit))? / unit;
        if product >= self.below_total || product > HIGHEST || (scale == 100 && group / unit >= 100) {
            return None;
        }
        self.is_single = self.total == 0;
        if scale < 1000 {
            // "Hundred" and "dozen" stay in their group: "two hundred thousand".
            (self.group, self.below_group) = (Some(product), free_below(scale));
        } else {
            (self.total, self.group, self.below_total) = (self.total + product, None, free_below(scale));
        }
        (self.scaled, self.decimals) = (Some(scales), 0);
        Some(self)
    }

    /// Adds half a unit: of the group ("two and a half" million) or of the last scale ("a million and a half").
    pub(super) fn half(mut self) -> Option<Building> {
        if let Some(group) = self.group.filter(|_| self.decimals == 0 && self.scaled.is_none()) {
            (self.group, self.decimals) = (Some(group * 10 + 5), 1);
            return Some(self);
        }
        let half = self.scaled? / 2;
        match self.group {
            Some(group) => (self.group, self.below_group) = (Some(group + half), 1),
            None => (self.total, self.below_total) = (self.total + half, 1),
        }
        self.scaled = None;
        Some(self)
    }

    /// The number and the unit it is in: (12, 10) for "1.2". Nothing where it is too large, or has a fraction and a
    /// scale both.
    pub(super) fn value(&self) -> Option<(u64, u64)> {
        if self.is_empty() || (self.decimals > 0 && self.total > 0) {
            return None;
        }
        Some((u64::try_from(self.total + self.group.unwrap_or(0)).ok()?, power(self.decimals)?.try_into().ok()?))
    }

    /// Whether a scale was written last.
    pub(super) fn ends_in_scale(&self) -> bool {
        self.scaled.is_some()
    }

    /// The scale, where the number is one product: 100 for "three hundred", nothing for "three hundred ten". "Two to
    /// three hundred" shares it.
    pub(super) fn only_scale(&self) -> Option<u64> {
        u64::try_from(self.scaled.filter(|_| self.is_single)?).ok()
    }
}

/// The zeros that a scale leaves free: none for a dozen.
fn free_below(scale: u128) -> u128 {
    if power(scale.ilog10()) == Some(scale) { scale } else { 1 }
}

fn power(decimals: u32) -> Option<u128> {
    10u128.checked_pow(decimals)
}
