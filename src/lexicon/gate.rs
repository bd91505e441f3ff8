//! The gate before all reading: the words without which nothing is told of anybody's fate.
//!
//! Most of what is written tells no toll. A claim needs a word that tells an outcome, so a text or sentence without one is
//! not read any further. The gate looks at letters alone and lets through more than is told, never less: it compares runs of
//! ASCII letters, and takes whatever stands between two runs for what stands between the words of an expression.

use super::{
    Class, Entry, Lexicon, letters,
    short::{MIX, key},
};
use crate::claim::Victims;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The runs of letters that follow the first in a word or expression; none where that stands alone.
type Runs = Vec<Box<[u8]>>;

/// The words that open the gate, by the key of their first run of letters.
#[derive(Debug, Default)]
pub struct Gate {
    words: FxHashMap<u128, After>,
    beginnings: Beginnings,
    open: bool,
}

/// What may follow a first run of letters.
#[derive(Debug, Default)]
struct After {
    /// Nothing need follow.
    alone: bool,
    runs: Vec<Runs>,
    /// How the runs that follow next begin, a bit for some of these: "in" opens the gate before few words.
    seconds: u64,
}

/// Where a text may tell of a fate.
#[derive(Debug)]
pub struct Openings {
    /// First bytes, in order.
    at: Vec<usize>,
    all: bool,
}

/// How words of a list begin, a bit for each beginning: refuses most words that are not in it, without a look at the list.
#[derive(Debug, Default)]
struct Beginnings(Vec<u64>);

impl Gate {
    /// Lets everything in.
    pub(super) fn open() -> Gate {
        Gate { open: true, ..Gate::default() }
    }

    pub(super) fn of(lexicon: &Lexicon) -> Gate {
        let mut gate = Gate::default();
        lexicon.each_word(|first, id| {
            if tells(lexicon.entry(id)) {
                gate.open_at(first);
            }
            let longer = lexicon.expressions.with(id).map_or(&[][..], |longer| &longer.list);
            for (rest, _) in longer.iter().filter(|(_, whole)| tells(lexicon.entry(*whole))) {
                let words: Vec<&[u8]> = std::iter::once(first).chain(rest.written().map(str::as_bytes)).collect();
                gate.open_at(&words.join(&b' '));
            }
        });
        gate
    }

    fn open_at(&mut self, words: &[u8]) {
        let mut runs = runs(words);
        let Some(first) = runs.next() else { return };
        self.beginnings.add(beginning(words, first.start));
        let after = self.words.entry(key(&words[first])).or_default();
        let rest: Runs = runs.map(|run| Box::from(&words[run])).collect();
        match rest.first() {
            Some(next) => after.seconds |= second(beginning(next, 0)),
            None => after.alone = true,
        }
        after.runs.push(rest);
    }

    /// Where a text may tell of a fate: elsewhere no word of it does.
    pub fn openings(&self, text: &str) -> Openings {
        let text = text.as_bytes();
        let mut at = Vec::new();
        if !self.open {
            each_start(text, |start| {
                if self.beginnings.has(beginning(text, start)) && self.opens(&text[start..]) {
                    at.push(start);
                }
            });
        }
        Openings { at, all: self.open }
    }

    /// Whether the words that open the gate stand at the beginning of a text.
    fn opens(&self, text: &[u8]) -> bool {
        let Some(run) = runs(text).next() else { return false };
        let Some(after) = self.words.get(&key(&text[run.clone()])) else { return false };
        let text = &text[run.end..];
        let follow = |rest: &Runs| {
            let mut next = runs(text).map(|r| &text[r]);
            rest.iter().all(|word| next.next().is_some_and(|n| n.eq_ignore_ascii_case(word)))
        };
        let next = || text.iter().position(u8::is_ascii_alphabetic).map(|start| second(beginning(text, start)));
        after.alone || next().is_some_and(|next| after.seconds & next != 0) && after.runs.iter().any(follow)
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
        Class::Unsaved,
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

/// The first byte of every run of ASCII letters. Sixty-four bytes are looked at in one step: all of most texts is looked at
/// here and nowhere else.
fn each_start(text: &[u8], mut each: impl FnMut(usize)) {
    let (blocks, rest) = text.as_chunks::<64>();
    let mut last = [0; 64];
    last[..rest.len()].copy_from_slice(rest);
    let mut goes_on = 0;
    for (n, block) in blocks.iter().chain([&last]).enumerate() {
        let mut found = 0;
        for eight in block.as_chunks::<8>().0.iter().rev() {
            found = found << 8 | a_bit_each(letters::of(u64::from_le_bytes(*eight)));
        }
        let mut starts = found & !(found << 1 | goes_on);
        goes_on = found >> 63;
        while starts != 0 {
            each(64 * n + starts.trailing_zeros() as usize);
            starts &= starts - 1;
        }
    }
}

/// The highest bits of eight bytes, side by side.
#[inline]
fn a_bit_each(high: u64) -> u64 {
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The first eight letters of a run as a number, small and with zeros behind the last.
#[inline]
fn beginning(text: &[u8], start: usize) -> u64 {
    let from = &text[start..];
    let first = match from.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => from.iter().rev().fold(0, |all, b| all << 8 | u64::from(*b)),
    };
    letters::Run::at(first).key
}

/// The bit of [`After::seconds`] for a beginning.
fn second(beginning: u64) -> u64 {
    1 << (beginning.wrapping_mul(MIX) >> (u64::BITS - 6))
}

impl Beginnings {
    /// So many bits tell beginnings apart.
    const BITS: u32 = 16;

    fn add(&mut self, beginning: u64) {
        self.0.resize(1 << (Self::BITS - 6), 0);
        let (at, bit) = Self::place(beginning);
        self.0[at] |= bit;
    }

    /// Whether a word of the list may begin so.
    #[inline]
    fn has(&self, beginning: u64) -> bool {
        let (at, bit) = Self::place(beginning);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }

    #[inline]
    fn place(beginning: u64) -> (usize, u64) {
        let mixed = beginning.wrapping_mul(MIX) >> (u64::BITS - Self::BITS);
        ((mixed >> 6) as usize, 1 << (mixed & 63))
    }
}
