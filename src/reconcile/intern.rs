//! Names to numbers, each name kept once, in one piece of memory.

use rayon::prelude::*;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// The names seen, numbered in the order they came.
#[derive(Debug, Default)]
pub(super) struct Names {
    text: Vec<u8>,
    ends: Vec<u32>,
    /// Open addressing: the upper half of a hash and the number plus one; 0 is free.
    slots: Vec<u64>,
}

/// The hash of a name, the same in every run.
pub(super) fn hash(name: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(name);
    hasher.finish()
}

impl Names {
    /// The number of a name; `hash` is [`hash`] of it. `None` where there are more than four thousand million bytes of names.
    pub(super) fn number(&mut self, name: &[u8], hash: u64) -> Option<u32> {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let (mask, tag) = (self.slots.len() - 1, hash & !0xffff_ffff);
        let mut at = place(hash, mask);
        while self.slots[at] != 0 {
            let (slot, number) = (self.slots[at], (self.slots[at] as u32) - 1);
            if slot & !0xffff_ffff == tag && self.get(number) == name {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
        let number = u32::try_from(self.ends.len()).ok()?;
        self.text.extend_from_slice(name);
        self.ends.push(u32::try_from(self.text.len()).ok()?);
        self.slots[at] = tag | (u64::from(number) + 1);
        Some(number)
    }

    /// Looks where a name would be found, so that it lies near when it is asked for. The answer means nothing; many names
    /// are looked for at once, since none waits for another.
    pub(super) fn near(&self, hash: u64) -> u8 {
        if self.slots.is_empty() {
            return 0;
        }
        let slot = self.slots[place(hash, self.slots.len() - 1)];
        match (slot as u32).checked_sub(1) {
            Some(number) => self.get(number).first().copied().unwrap_or(0),
            None => 0,
        }
    }

    /// The numbers in the order of the names.
    pub(super) fn order(&self) -> Vec<u32> {
        // The first bytes as a number decide nearly always, without a look at the names.
        let key = |number: u32| {
            let mut first = [0u8; 16];
            let name = self.get(number);
            let some = name.len().min(16);
            first[..some].copy_from_slice(&name[..some]);
            (u128::from_be_bytes(first), number)
        };
        let mut keys: Vec<(u128, u32)> = (0..self.len() as u32).map(key).collect();
        keys.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| self.get(a.1).cmp(self.get(b.1))));
        keys.into_iter().map(|(_, number)| number).collect()
    }

    /// The name of a number.
    pub(super) fn get(&self, number: u32) -> &[u8] {
        let at = number as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.text[start..self.ends[at] as usize]
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1024);
        let mut slots = vec![0u64; size];
        for number in 0..self.ends.len() as u32 {
            let hash = hash(self.get(number));
            let mut at = place(hash, size - 1);
            while slots[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = hash & !0xffff_ffff | (u64::from(number) + 1);
        }
        self.slots = slots;
    }
}

/// The slot to begin at: the lower half of the hash, since the upper one is the tag.
fn place(hash: u64, mask: usize) -> usize {
    (hash ^ (hash >> 29)) as usize & mask
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_one_number() {
        let mut names = Names::default();
        let all: Vec<String> = (0..5000).map(|n| format!("name {n}")).collect();
        for round in 0..2 {
            for (n, name) in all.iter().enumerate() {
                assert_eq!(names.number(name.as_bytes(), hash(name.as_bytes())), Some(n as u32), "round {round}");
            }
        }
        assert_eq!((names.len(), names.get(4321)), (5000, &b"name 4321"[..]));
    }
}
