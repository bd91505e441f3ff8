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

/// The numbers of short words, by open addressing; the key of no word is free.
#[derive(Debug)]
pub(super) struct Short {
    keys: Vec<u128>,
    ids: Vec<WordId>,
    count: usize,
}

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

    fn with(slots: usize) -> Short {
        Short { keys: vec![0; slots], ids: vec![WordId::UNKNOWN; slots], count: 0 }
    }

    /// The number of the word with a key, which gets this one where it has none.
    pub(super) fn enter(&mut self, key: u128, new: WordId) -> WordId {
        let at = self.place(key);
        if self.keys[at] == key {
            return self.ids[at];
        }
        (self.keys[at], self.ids[at]) = (key, new);
        self.count += 1;
        if self.count * 4 > self.keys.len() * 3 {
            let small = std::mem::replace(self, Short::with(2 * self.keys.len()));
            let words = small.keys.into_iter().zip(small.ids).filter(|(key, _)| *key != 0);
            words.for_each(|(key, id)| {
                self.enter(key, id);
            });
        }
        new
    }

    /// The number of the word with a key.
    pub(super) fn find(&self, key: u128) -> WordId {
        self.ids[self.place(key)]
    }

    /// Every word, in no order.
    pub(super) fn each(&self, mut each: impl FnMut(&[u8], WordId)) {
        for (key, id) in self.keys.iter().zip(&self.ids).filter(|(key, _)| **key != 0) {
            let bytes = key.to_le_bytes();
            each(&bytes[..SHORT - key.leading_zeros() as usize / 8], *id);
        }
    }

    /// Where a key stands, or would.
    fn place(&self, key: u128) -> usize {
        let mixed = ((key as u64).wrapping_mul(MIX).rotate_left(32) ^ (key >> 64) as u64).wrapping_mul(MIX);
        let mask = self.keys.len() - 1;
        let mut at = (mixed >> 32) as usize & mask;
        while self.keys[at] != key && self.keys[at] != 0 {
            at = (at + 1) & mask;
        }
        at
    }
}
