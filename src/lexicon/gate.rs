//! The gate before all reading: the words without which nothing is told of anybody's fate.
//!
//! Most of what is written tells no toll. A claim needs a word that tells an outcome, so a text or sentence without one is
//! not read any further. The gate looks at letters alone and lets through more than is told, never less: of a word it
//! compares the letters up to an apostrophe or a letter that is not ASCII, of an expression one word.

use super::{Class, Entry, Lexicon};
use crate::claim::Victims;
use rustc_hash::{FxBuildHasher, FxHashSet};

/// The words that open the gate, by their first run of ASCII letters in lower case.
#[derive(Debug, Default)]
pub struct Gate {
    words: FxHashSet<Box<[u8]>>,
    /// Empty where all is let in.
    beginnings: Beginnings,
}

/// How words of a list begin: three letters refuse most words that are not in it, without a look at the list.
#[derive(Debug, Default)]
pub(super) struct Beginnings(Vec<bool>);

impl Gate {
    /// Lets everything in.
    pub(super) const OPEN: Gate =
        Gate { words: FxHashSet::with_hasher(FxBuildHasher), beginnings: Beginnings(Vec::new()) };

    pub(super) fn of(lexicon: &Lexicon) -> Gate {
        let mut gate = Gate::default();
        let mut names = vec![&[][..]; lexicon.entries.len()];
        for (word, id) in &lexicon.ids {
            names[id.0 as usize] = word;
            if tells(lexicon.entry(*id)) {
                gate.open_at(word);
            }
        }
        let longer =
            lexicon.expressions.iter().zip(&names).flat_map(|(longer, first)| longer.iter().map(move |e| (*first, e)));
        for (first, (rest, _)) in longer.filter(|(_, (_, whole))| tells(lexicon.entry(*whole))) {
            let words = || std::iter::once(first).chain(rest.iter().map(|word| word.as_bytes()));
            if !words().any(|w| gate.words.contains(first_letters(w))) {
                gate.open_at(words().max_by_key(|w| first_letters(w).len()).expect("an expression has words"));
            }
        }
        gate
    }

    fn open_at(&mut self, word: &[u8]) {
        let letters = first_letters(word);
        self.beginnings.add(letters);
        self.words.insert(letters.into());
    }

    /// Whether a text may tell of a fate: `false` only where no word of it does.
    pub fn lets_in(&self, text: &str) -> bool {
        if self.beginnings.0.is_empty() {
            return true;
        }
        let mut rest = text.as_bytes();
        while let Some(start) = rest.iter().position(u8::is_ascii_alphabetic) {
            rest = &rest[start..];
            let end = rest.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            if self.beginnings.has(word) && self.words.contains(word.to_ascii_lowercase().as_slice()) {
                return true;
            }
            rest = after;
        }
        false
    }
}

/// Whether a sentence must be read for this word: it tells an outcome by itself, or who attacks.
fn tells(entry: &Entry) -> bool {
    const HARM: &[Class] = &[Class::Harm, Class::Treated, Class::Hospital, Class::Deed, Class::Wound, Class::Suicide];
    entry.outcome.any() || entry.classes.any(HARM) || entry.victims == Some(Victims::Militants)
}

fn first_letters(word: &[u8]) -> &[u8] {
    let end = word.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(word.len());
    &word[..end]
}

impl Beginnings {
    /// How many letters are compared, and the bits of a letter of either case.
    const LETTERS: usize = 3;
    const BITS: usize = 5;

    pub(super) fn add(&mut self, word: &[u8]) {
        self.0.resize(1 << (Self::LETTERS * Self::BITS), false);
        self.0[Self::place(word)] = true;
    }

    /// Whether a word of the list may begin as this one does, in any case.
    pub(super) fn has(&self, word: &[u8]) -> bool {
        self.0.get(Self::place(word)).is_some_and(|&known| known)
    }

    fn place(word: &[u8]) -> usize {
        let letter = |i: usize| word.get(i).map_or(0, |b| usize::from(b & 0x1f));
        (0..Self::LETTERS).fold(0, |all, i| all << Self::BITS | letter(i))
    }
}
