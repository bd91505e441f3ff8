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
    count: usize,
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

    /// At most three of four slots are taken.
    fn with(slots: usize) -> Short {
        Short { slots: vec![0; slots], keys: Vec::with_capacity(slots / 4 * 3), count: 0 }
    }

    /// The number of the word with a key, which gets this one where it has none.
    pub(super) fn enter(&mut self, key: u128, new: WordId) -> WordId {
        let (at, bits) = self.place(key);
        if self.slots[at] != 0 {
            return WordId(self.slots[at] & NUMBER);
        }
        assert!(new.0 <= NUMBER, "a lexicon has not so many words");
        self.slots[at] = bits | new.0;
        self.keys.resize(new.0 as usize, 0);
        self.keys.push(key);
        self.count += 1;
        if self.count > self.slots.len() / 4 * 3 {
            self.grow();
        }
        new
    }

    fn grow(&mut self) {
        self.slots = vec![0; 2 * self.slots.len()];
        for (number, key) in self.keys.iter().enumerate().filter(|(_, key)| **key != 0) {
            let (at, bits) = self.place(*key);
            self.slots[at] = bits | number as u32;
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
        let mixed = ((key as u64).wrapping_mul(MIX).rotate_left(32) ^ (key >> 64) as u64).wrapping_mul(MIX);
        let bits = mixed as u32 & !NUMBER;
        let mask = self.slots.len() - 1;
        let mut at = (mixed >> 32) as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 || slot & !NUMBER == bits && self.keys[(slot & NUMBER) as usize] == key {
                return (at, bits);
            }
            at = (at + 1) & mask;
        }
    }
}
