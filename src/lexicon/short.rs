//! Short words to their numbers: a word of up to sixteen bytes is a number itself, so that it is compared at once and
//! nothing else is looked at. Nearly all words of a text are short, and every one is looked up.

use crate::token::WordId;

/// How many bytes are a key.
pub(super) const SHORT: usize = 16;

/// The first bytes of a word in small ASCII letters, as a number; the same for one that goes on.
pub(super) fn key(word: &[u8]) -> u128 {
    let mut bytes = [0u8; SHORT];
    let length = word.len().min(SHORT);
    bytes[..length].copy_from_slice(&word[..length]);
    bytes.make_ascii_lowercase();
    u128::from_le_bytes(bytes)
}

/// Whether a word in small letters is short.
pub(super) fn fits(word: &[u8]) -> bool {
    word.len() <= SHORT && word.is_ascii()
}

/// The multiplier of Fx; the upper bits of the product depend on all of the key.
pub(super) const MIX: u64 = 0xf135_7aea_2e62_a9c5;

/// The numbers of short words, by open addressing. A slot is a fourth of a key, so that the processor keeps at hand what most
/// words of a text are looked up in.
#[derive(Debug)]
pub(super) struct Short {
    /// The number of a word and some bits of its key, which tell it from nearly all others; 0 is free.
    slots: Vec<u32>,
    /// The keys by the numbers of the words; 0 for a word that is not short.
    keys: Vec<u128>,
}

/// The bits of a slot that are a number.
const NUMBER: u32 = (1 << 20) - 1;

impl Default for Short {
    fn default() -> Short {
        Short::with(1 << 16)
    }
}

impl Short {
    /// For the few words of a table.
    pub(super) fn small() -> Short {
        Short::with(1 << 8)
    }

    /// At most three of four slots are taken. The first number is no word's.
    fn with(slots: usize) -> Short {
        let mut keys = Vec::with_capacity(slots / 8 * 5);
        keys.push(0);
        Short { slots: vec![0; slots], keys }
    }

    /// Adds the key of the next number, or 0; it is not found before it is entered.
    #[inline]
    pub(super) fn push(&mut self, key: u128) {
        self.keys.push(key);
        if self.keys.len() > self.slots.len() / 4 * 3 {
            self.grow();
        }
    }

    /// The number of the word with a key, which gets this one where it has none.
    #[inline]
    pub(super) fn enter(&mut self, key: u128, new: WordId) -> WordId {
        let (at, bits) = self.place(key);
        if self.slots[at] == 0 {
            self.slots[at] = bits | new.0;
        }
        WordId(self.slots[at] & NUMBER)
    }

    /// Enters the keys from a number on. A word that was known keeps its number: that, and the other, which is nothing then.
    pub(super) fn enter_from(&mut self, first: usize) -> Vec<(WordId, WordId)> {
        /// So many slots are fetched together, so that none is waited for alone.
        const AT_ONCE: usize = 16;
        let mut known = Vec::new();
        for first in (first..self.keys.len()).step_by(AT_ONCE) {
            let some = first..self.keys.len().min(first + AT_ONCE);
            let slots = self.keys[some.clone()].iter().map(|key| self.slots[self.first_place(*key).0]);
            std::hint::black_box(slots.fold(0, |all, slot| all | slot));
            known.extend(some.filter_map(|number| self.enter_numbered(number)));
        }
        known
    }

    fn enter_numbered(&mut self, number: usize) -> Option<(WordId, WordId)> {
        let (key, new) = (self.keys[number], WordId(number as u32));
        let id = if key == 0 { new } else { self.enter(key, new) };
        if id == new {
            return None;
        }
        self.keys[number] = 0;
        Some((id, new))
    }

    #[cold]
    fn grow(&mut self) {
        self.slots = vec![0; 2 * self.slots.len()];
        assert!(self.slots.len() <= NUMBER as usize, "a lexicon has not so many words");
        for number in 0..self.keys.len() {
            if self.keys[number] != 0 {
                self.enter(self.keys[number], WordId(number as u32));
            }
        }
    }

    /// The number of the word with a key.
    #[inline]
    pub(super) fn find(&self, key: u128) -> WordId {
        WordId(self.slots[self.place(key).0] & NUMBER)
    }

    /// Every word, in no order.
    pub(super) fn each(&self, mut each: impl FnMut(&[u8], WordId)) {
        for (number, key) in self.keys.iter().enumerate().filter(|(_, key)| **key != 0) {
            let bytes = key.to_le_bytes();
            each(&bytes[..SHORT - key.leading_zeros() as usize / 8], WordId(number as u32));
        }
    }

    /// Where a key stands, or would, and its bits in a slot.
    #[inline]
    fn place(&self, key: u128) -> (usize, u32) {
        let (mut at, bits) = self.first_place(key);
        loop {
            let slot = self.slots[at];
            if slot == 0 || slot & !NUMBER == bits && self.keys[(slot & NUMBER) as usize] == key {
                return (at, bits);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The same where nothing else stands there.
    #[inline]
    fn first_place(&self, key: u128) -> (usize, u32) {
        let mixed = ((key as u64).wrapping_mul(MIX).rotate_left(32) ^ (key >> 64) as u64).wrapping_mul(MIX);
        ((mixed >> 32) as usize & (self.slots.len() - 1), mixed as u32 & !NUMBER)
    }
}
