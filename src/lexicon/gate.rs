//! The gate before all reading: the words without which nothing is told of anybody's fate.
//!
//! Most of what is written tells no toll. A claim needs a word that tells an outcome, so a text or sentence without one is
//! not read any further. The gate looks at letters alone and lets through more than is told, never less: it compares runs of
//! ASCII letters, and takes whatever stands between two runs for what stands between the words of an expression.

use super::{Class, Entry, Lexicon, short::key};
use crate::claim::Victims;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The runs of letters that follow the first in a word or expression; none where that stands alone.
type Runs = Vec<Box<[u8]>>;

/// The words that open the gate, by the key of their first run of letters.
#[derive(Debug, Default)]
pub struct Gate {
    words: FxHashMap<u128, Vec<Runs>>,
    beginnings: Beginnings,
    open: bool,
}

/// Where a text may tell of a fate.
#[derive(Debug)]
pub struct Openings {
    /// First bytes, in order.
    at: Vec<usize>,
    all: bool,
}

/// How words of a list begin: three letters and the length refuse most words that are not in it, without a look at the list.
#[derive(Debug, Default)]
struct Beginnings(Vec<u16>);

impl Gate {
    /// Lets everything in.
    pub(super) fn open() -> Gate {
        Gate { open: true, ..Gate::default() }
    }

    pub(super) fn of(lexicon: &Lexicon) -> Gate {
        let mut gate = Gate::default();
        let mut names = vec![&[][..]; lexicon.entries.len()];
        for (word, id) in &lexicon.ids {
            names[id.0 as usize] = word;
            if tells(lexicon.entry(*id)) {
                gate.open_at(word);
            }
        }
        let longer = lexicon
            .expressions
            .iter()
            .zip(&names)
            .flat_map(|(longer, first)| longer.list.iter().map(move |e| (*first, e)));
        for (first, (rest, _)) in longer.filter(|(_, (_, whole))| tells(lexicon.entry(*whole))) {
            let words: Vec<&[u8]> = std::iter::once(first).chain(rest.written().map(str::as_bytes)).collect();
            gate.open_at(&words.join(&b' '));
        }
        gate
    }

    fn open_at(&mut self, words: &[u8]) {
        let mut runs = runs(words).map(|run| Box::from(&words[run]));
        let Some(first): Option<Box<[u8]>> = runs.next() else { return };
        self.beginnings.add(&first);
        self.words.entry(key(&first)).or_default().push(runs.collect());
    }

    /// Where a text may tell of a fate: elsewhere no word of it does.
    pub fn openings(&self, text: &str) -> Openings {
        let text = text.as_bytes();
        let opens = |run: &Range<usize>| self.beginnings.has(&text[run.clone()]) && self.opens(text, run.clone());
        let at = if self.open { Vec::new() } else { runs(text).filter(opens).map(|run| run.start).collect() };
        Openings { at, all: self.open }
    }

    fn opens(&self, text: &[u8], run: Range<usize>) -> bool {
        let follow = |rest: &Runs| {
            let mut next = runs(&text[run.end..]).map(|r| &text[run.end..][r]);
            rest.iter().all(|word| next.next().is_some_and(|n| n.eq_ignore_ascii_case(word)))
        };
        self.words.get(&key(&text[run.clone()])).is_some_and(|rests| rests.iter().any(follow))
    }
}

impl Openings {
    /// Whether there are none.
    pub fn none(&self) -> bool {
        !self.all && self.at.is_empty()
    }

    /// Their first bytes, in order; `None` where all of the text is one.
    pub fn places(&self) -> Option<&[usize]> {
        (!self.all).then_some(&self.at)
    }

    /// Whether there is one among these bytes of the text.
    pub fn within(&self, bytes: Range<usize>) -> bool {
        self.all || self.at.get(self.at.partition_point(|at| *at < bytes.start)).is_some_and(|at| *at < bytes.end)
    }
}

/// Whether a sentence must be read for this word: it tells an outcome by itself, or who attacks.
fn tells(entry: &Entry) -> bool {
    const HARM: &[Class] = &[
        Class::Harm,
        Class::Treated,
        Class::Hospital,
        Class::Deed,
        Class::Wound,
        Class::Suicide,
        Class::Prisoner,
        Class::Survive,
    ];
    entry.outcome.any() || entry.classes.any(HARM) || entry.victims == Some(Victims::Militants)
}

/// The runs of ASCII letters of a text.
fn runs(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].iter().position(u8::is_ascii_alphabetic)?;
        at = text[start..].iter().position(|b| !b.is_ascii_alphabetic()).map_or(text.len(), |n| start + n);
        Some(start..at)
    })
}

impl Beginnings {
    /// How many letters are compared, and the bits of a letter of either case.
    const LETTERS: usize = 3;
    const BITS: usize = 5;

    fn add(&mut self, word: &[u8]) {
        self.0.resize(1 << (Self::LETTERS * Self::BITS), 0);
        self.0[Self::place(word)] |= Self::length(word);
    }

    /// Whether a word of the list may be this one, in any case.
    #[inline]
    fn has(&self, word: &[u8]) -> bool {
        self.0.get(Self::place(word)).is_some_and(|lengths| lengths & Self::length(word) != 0)
    }

    /// A bit for each length, the last for all that are longer.
    fn length(word: &[u8]) -> u16 {
        1 << word.len().min(15)
    }

    fn place(word: &[u8]) -> usize {
        let letter = |i: usize| word.get(i).map_or(0, |b| usize::from(b & 0x1f));
        (0..Self::LETTERS).fold(0, |all, i| all << Self::BITS | letter(i))
    }
}
