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
    /// The scale that was written last, with what it multiplied; gone as soon as more is written.
    scaled: Option<(u128, u128)>,
}

/// The highest number that is read; everything is checked against it before it can overflow.
const HIGHEST: u128 = u64::MAX as u128;

impl Building {
    pub(super) const EMPTY: Building =
        Building { total: 0, below_total: u128::MAX, group: None, decimals: 0, below_group: 0, scaled: None };

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
        let Some(group) = self.group else {
            // "a thousand million", or a scale alone: "thousand".
            let (times, base) = if self.is_empty() { (1, 0) } else { (self.scaled?.0, self.scaled?.1) };
            let alone = base == 0 || self.total == times * base;
            let factor = if base == 0 { 1 } else { self.total };
            if !alone {
                return None;
            }
            let product = factor.checked_mul(scale).filter(|&n| n <= HIGHEST)?;
            (self.total, self.below_total, self.scaled) = (product, free_below(scale), Some((factor, scale)));
            return Some(self);
        };
        let unit = power(self.decimals)?;
        let product = group.checked_mul(scale)?;
        if !product.is_multiple_of(unit) || product / unit >= self.below_total || product / unit > HIGHEST {
            return None;
        }
        let product = product / unit;
        if scale < 1000 {
            // "Hundred" and "dozen" stay in their group: "two hundred thousand".
            if group / unit >= 100 && scale == 100 {
                return None;
            }
            (self.group, self.below_group) = (Some(product), free_below(scale));
        } else {
            (self.total, self.group, self.below_total) = (self.total + product, None, free_below(scale));
        }
        self.scaled = (unit == 1).then_some((group, scale));
        self.decimals = 0;
        Some(self)
    }

    /// Adds half a unit: of the group ("two and a half" million) or of the last scale ("a million and a half").
    pub(super) fn half(mut self) -> Option<Building> {
        if let Some(group) = self.group.filter(|_| self.decimals == 0 && self.scaled.is_none()) {
            (self.group, self.decimals) = (Some(group * 10 + 5), 1);
            return Some(self);
        }
        let (_, scale) = self.scaled?;
        let half = scale / 2;
        match self.group {
            Some(group) => (self.group, self.below_group) = (Some(group + half), 1),
            None => (self.total, self.below_total) = (self.total + half, 1),
        }
        self.scaled = None;
        Some(self)
    }

    /// The number, where it is whole and not too large.
    pub(super) fn value(&self) -> Option<u64> {
        if self.decimals > 0 || self.is_empty() {
            return None;
        }
        u64::try_from(self.total + self.group.unwrap_or(0)).ok()
    }

    /// Whether digits behind the point wait for a scale.
    pub(super) fn is_fraction(&self) -> bool {
        self.decimals > 0
    }

    /// Whether a scale was written last.
    pub(super) fn ends_in_scale(&self) -> bool {
        self.scaled.is_some()
    }

    /// What a single scale multiplies, and that scale: (3, 100) for "three hundred", nothing for "three hundred ten".
    /// "Two to three hundred" shares it.
    pub(super) fn product(&self) -> Option<(u64, u64)> {
        let (times, scale) = self.scaled?;
        let whole = self.total + self.group.unwrap_or(0);
        (times.checked_mul(scale)? == whole).then_some(())?;
        Some((times.try_into().ok()?, scale.try_into().ok()?))
    }
}

/// The zeros that a scale leaves free: none for a dozen.
fn free_below(scale: u128) -> u128 {
    if power(scale.ilog10()) == Some(scale) { scale } else { 1 }
}

fn power(decimals: u32) -> Option<u128> {
    10u128.checked_pow(decimals)
}
