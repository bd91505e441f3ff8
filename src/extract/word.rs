//! Words of a sentence: expressions joined, figures and ages found, each with its classes.

mod ages;
mod casing;
mod dates;
mod fates;
mod join;
mod members;

use crate::figure::{self, Found};
use crate::lexicon::{Class, Classes, Lexicon, OutcomeWord};
use crate::token::{Token, WordId};
use ages::ages;
use casing::title_case;
pub use casing::{Casing, casing};
use dates::dates;
use fates::join_fates;
use join::Joiner;
use std::ops::Range;

/// What a word is to the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A word or expression.
    Word,
    /// A figure: its place in [`Sentence::figures`].
    Figure(u16),
    /// "12-year-old": years where given in digits.
    Age(u16),
    /// "8th": the place in a row.
    Place(u32),
    /// Digits that are no figure.
    Digits,
    /// "’s"
    Possessive,
    /// One mark.
    Mark(char),
}

/// A word, expression, figure or mark.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// First token.
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    /// What it is.
    pub sort: Sort,
    /// Its lexicon entry.
    pub id: WordId,
    /// Its classes.
    pub classes: Classes,
    /// What it tells of an outcome.
    pub outcome: OutcomeWord,
    /// Written as a name: a capital where the sentence does not ask for one.
    pub name: bool,
    /// A noun, an adjective or an unknown word that is nothing else: most words are so, and little need be asked of them.
    pub plain: bool,
    /// Its entry tells more than classes and outcome: a group, a body that people serve in, a place in a row, how many times.
    pub more: bool,
}

/// The classes of words that are plain.
const PLAIN: &[Class] = &[
    Class::Person,
    Class::Persons,
    Class::Crowd,
    Class::Animal,
    Class::Thing,
    Class::Several,
    Class::Adjective,
    Class::Member,
    Class::Kin,
    Class::Male,
    Class::Female,
];

impl Word {
    /// Whether it has the class.
    #[inline]
    pub fn has(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether it has any of the classes.
    #[inline]
    pub fn any(&self, classes: &[Class]) -> bool {
        self.classes.any(classes)
    }

    /// "opened fire", "stormed into": a verb of several words.
    pub fn opens_fire(&self) -> bool {
        self.has(Class::Attack) && self.end - self.first > 1
    }

    /// Whether it is this mark.
    pub fn is(&self, mark: char) -> bool {
        self.sort == Sort::Mark(mark)
    }
}

/// A sentence ready for the grammar.
#[derive(Debug, Default)]
pub struct Sentence {
    /// Its tokens, as places in the document's list.
    pub tokens: Range<usize>,
    /// Its words.
    pub words: Vec<Word>,
    /// All the classes that they have.
    pub classes: Classes,
    /// Its figures.
    pub figures: Vec<Found>,
    /// A headline, caption or heading: no mark ends it.
    pub headline: bool,
    /// The paragraph it stands in.
    pub paragraph: u32,
    /// Written As Titles Are: a capital is no name.
    pub titled: bool,
    /// The year of publication.
    pub year: Option<u64>,
    /// The words that are years, and which.
    pub years: Vec<(usize, u64)>,
}

impl Sentence {
    /// Whether one of its words has the class: most have few, and what asks for one need not look for it.
    #[inline]
    pub fn has(&self, class: Class) -> bool {
        self.classes.has(class)
    }
}

/// Joins the tokens of a sentence to words.
pub fn words(text: &str, all: &[Token], range: Range<usize>, casing: Casing, lexicon: &Lexicon) -> Sentence {
    let tokens = &all[range.clone()];
    let figures = figure::scan(text, tokens, lexicon);
    let titled = casing == Casing::Usual && title_case(tokens);
    let numbered = !figures.is_empty();
    let mut joiner = Joiner {
        text,
        tokens,
        start: range.start,
        casing,
        titled,
        lexicon,
        // lists of few sizes: memory that was given back is soon used again
        words: Vec::with_capacity(tokens.len().next_power_of_two()),
        figures,
        fates: Vec::new(),
        numbered,
    };
    joiner.join();
    let Joiner { mut words, figures, fates, numbered, .. } = joiner;
    fates.into_iter().rev().for_each(|at| join_fates(&mut words, at, &figures));
    let mut years = Vec::new();
    if numbered {
        ages(&mut words, &figures);
        years = dates(&mut words, &figures);
    }
    let mut classes = Classes::default();
    for word in &mut words {
        word.plain = (word.sort == Sort::Word) & word.classes.are_all_of(PLAIN) & !word.outcome.any();
        classes = classes.and(word.classes);
    }
    Sentence { tokens: range, words, classes, figures, titled, years, ..Sentence::default() }
}
