//! Short words to their numbers: a word of up to sixteen bytes is a number itself, so that it is compared at once and
//! nothing else is looked at. Nearly all words of a text are short, and every one is looked up.

use super::WordId;

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

/// The numbers of short words, by open addressing; the key of no word is free.
#[derive(Debug, Default)]
pub(super) struct Short {
    slots: Vec<(u128, WordId)>,
}

impl Short {
    /// All that are short of some words, which stand in small letters.
    pub(super) fn of<'a>(words: impl Iterator<Item = (&'a [u8], WordId)>) -> Short {
        let words: Vec<(u128, WordId)> =
            words.filter(|(w, _)| w.len() <= SHORT && w.is_ascii()).map(|(w, id)| (key(w), id)).collect();
        let mut short = Short { slots: vec![(0, WordId::UNKNOWN); (2 * words.len()).next_power_of_two()] };
        for (key, id) in words {
            let at = short.place(key);
            short.slots[at] = (key, id);
        }
        short
    }

    /// The number of the word with a key.
    pub(super) fn find(&self, key: u128) -> WordId {
        self.slots[self.place(key)].1
    }

    /// Where a key stands, or would.
    fn place(&self, key: u128) -> usize {
        // The multiplier of Fx; the upper bits of the product depend on all of the key.
        const MIX: u64 = 0xf135_7aea_2e62_a9c5;
        let mixed = ((key as u64).wrapping_mul(MIX).rotate_left(32) ^ (key >> 64) as u64).wrapping_mul(MIX);
        let mask = self.slots.len() - 1;
        let mut at = (mixed >> 32) as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }
}
