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
    /// Whether one of them begins with these three letters: most words are refused by that. Empty where all is let in.
    beginnings: Vec<bool>,
}

/// How many letters the beginning of a word has, and the bits of each.
const BEGINNING: usize = 3;
const BITS: usize = 5;

impl Gate {
    /// Lets everything in.
    pub(super) const OPEN: Gate = Gate { words: FxHashSet::with_hasher(FxBuildHasher), beginnings: Vec::new() };

    pub(super) fn of(lexicon: &Lexicon) -> Gate {
        let mut gate = Gate { words: FxHashSet::default(), beginnings: vec![false; 1 << (BEGINNING * BITS)] };
        let mut names = vec![""; lexicon.entries.len()];
        for (word, id) in &lexicon.ids {
            names[id.0 as usize] = word;
            if tells(lexicon.entry(*id)) {
                gate.open_at(word);
            }
        }
        let longer = lexicon.expressions.iter().flat_map(|(first, longer)| longer.iter().map(move |e| (first, e)));
        for (first, (rest, _)) in longer.filter(|(_, (_, whole))| tells(lexicon.entry(*whole))) {
            let words = || std::iter::once(names[first.0 as usize]).chain(rest.iter().map(AsRef::as_ref));
            if !words().any(|w| gate.words.contains(first_letters(w))) {
                gate.open_at(words().max_by_key(|w| first_letters(w).len()).expect("an expression has words"));
            }
        }
        gate
    }

    fn open_at(&mut self, word: &str) {
        let letters = first_letters(word);
        self.beginnings[beginning(letters)] = true;
        self.words.insert(letters.into());
    }

    /// Whether a text may tell of a fate: `false` only where no word of it does.
    pub fn lets_in(&self, text: &str) -> bool {
        if self.beginnings.is_empty() {
            return true;
        }
        let mut rest = text.as_bytes();
        while let Some(start) = rest.iter().position(u8::is_ascii_alphabetic) {
            rest = &rest[start..];
            let end = rest.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            if self.beginnings[beginning(word)] && self.words.contains(word.to_ascii_lowercase().as_slice()) {
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

fn first_letters(word: &str) -> &[u8] {
    let end = word.bytes().position(|b| !b.is_ascii_alphabetic()).unwrap_or(word.len());
    &word.as_bytes()[..end]
}

fn beginning(letters: &[u8]) -> usize {
    let code = |i: usize| letters.get(i).map_or(0, |b| usize::from(b & 0x1f));
    (0..BEGINNING).fold(0, |all, i| all << BITS | code(i))
}
