//! Words of a sentence: expressions joined, figures and ages found, each with its classes.

mod ages;
mod casing;
mod dates;
mod fates;
mod members;

use crate::figure::{self, Found};
use crate::lexicon::{Class, Classes, Entry, Lexicon, OutcomeWord, Part};
use crate::token::{Case, Kind, Token, WordId};
use ages::{age, ages, shared_age};
pub use casing::{Casing, casing};
use casing::{capitals, title_case};
use dates::dates;
use fates::{join_fates, joins_fates};
use members::members;
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
    let mut figures = figure::scan(text, tokens, lexicon);
    let start_of = |figures: &[Found], figure: usize| figures.get(figure).map_or(usize::MAX, |f| f.first);
    let (mut figure, mut figure_start) = (0, start_of(&figures, 0));
    let mut numbered = !figures.is_empty();
    // lists of few sizes: memory that was given back is soon used again
    let mut words: Vec<Word> = Vec::with_capacity(tokens.len().next_power_of_two());
    let mut joined: Vec<usize> = Vec::new();
    let titled = casing == Casing::Usual && title_case(tokens);
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        while figure_start < at {
            figure += 1;
            figure_start = start_of(&figures, figure);
        }
        let blank = Word {
            first: (range.start + at) as u32,
            end: (range.start + at + 1) as u32,
            sort: Sort::Word,
            id: WordId::UNKNOWN,
            classes: Classes::default(),
            outcome: OutcomeWord::default(),
            name: false,
            plain: false,
            more: false,
        };
        let counts = lexicon.counts(token);
        numbered |= counts;
        let starts = figure_start == at;
        if (counts | starts)
            && let Some((sort, length)) = number(text, tokens, at, lexicon, starts.then_some(figure), &mut figures)
        {
            words.push(Word { end: blank.first + length as u32, sort, ..blank });
            at += length;
            continue;
        }
        match token.kind {
            Kind::Break | Kind::Blank => {
                at += 1;
                continue;
            }
            Kind::Digits => match place(text, tokens, at, lexicon) {
                Some(place) => {
                    words.push(Word { end: blank.first + 2, sort: Sort::Place(place), ..blank });
                    at += 2;
                    continue;
                }
                None if let Some(unit) = tokens.get(at + 1).filter(|t| t.touches(token) && counts_time(t, lexicon)) => {
                    // "in her 50s", "at 3pm"
                    let entry = lexicon.entry(unit.word);
                    words.push(Word { end: blank.first + 2, id: unit.word, classes: entry.classes, ..blank });
                    at += 2;
                    continue;
                }
                None => words.push(Word { sort: Sort::Digits, ..blank }),
            },
            // "a man's been killed", "he's dead"
            Kind::Possessive if is_verb(&words, tokens.get(at + 1), lexicon) => {
                let id = lexicon.id(&text[token.range()]);
                words.push(Word { id, classes: lexicon.entry(id).classes, ..blank });
            }
            Kind::Possessive => words.push(Word { sort: Sort::Possessive, ..blank }),
            Kind::Mark('-') if !within_word(tokens, at) => words.push(Word { sort: Sort::Mark('–'), ..blank }),
            Kind::Mark(mark) => words.push(Word { sort: Sort::Mark(mark), ..blank }),
            Kind::Word if let length @ 1.. = capitals(tokens, at) => {
                words.push(Word { end: blank.first + length as u32, name: true, ..blank });
                at += length;
                continue;
            }
            Kind::Word => {
                let tells = |e: &Entry| !e.classes.none() | e.outcome.any() | e.tells_more();
                let mut expressions = lexicon.expressions_at(text, tokens, at);
                let (word, length) =
                    expressions.find(|(whole, _)| tells(lexicon.entry(*whole))).unwrap_or((token.word, 1));
                let entry = lexicon.entry(word);
                let id = if tells(entry) { word } else { WordId::UNKNOWN };
                let before =
                    || words.iter().rev().find_map(|w| if let Sort::Figure(f) = w.sort { Some(f) } else { None });
                if entry.figure.is(Part::Same)
                    && id != WordId::UNKNOWN
                    && let Some(f) = before()
                {
                    // "twice as many"
                    let figure = figures[f as usize].figure.times(entry.times().unwrap_or(1).into());
                    let same = Found { figure, first: at, end: at + length, core: at..at + length };
                    words.push(Word {
                        end: blank.first + length as u32,
                        sort: Sort::Figure(figures.len() as u16),
                        ..blank
                    });
                    figures.push(same);
                    at += length;
                    continue;
                }
                let known = !entry.classes.none() | entry.outcome.any();
                let ending = || lexicon.by_ending(&text[token.range()]);
                // "PRESUMABLY"
                let adverb = || token.case == Case::Upper && lexicon.is_adverb_by_ending(&text[token.range()]);
                let acts = || acts(&words, tokens.get(at + 1), lexicon) && ending().has(Class::VerbPast);
                let name = match casing {
                    Casing::Capitals => !known && !adverb() && !acts(),
                    Casing::Usual if token.case == Case::Lower => false,
                    Casing::Usual if known => !titled && !is_start(&words),
                    Casing::Usual => !adverb(),
                };
                let classes = match known {
                    true => entry.classes,
                    false if name => ending().only(Class::Several),
                    false => ending(),
                };
                words.push(Word {
                    end: blank.first + length as u32,
                    id,
                    classes,
                    outcome: entry.outcome,
                    name,
                    more: entry.tells_more(),
                    ..blank
                });
                if entry.outcome.any() {
                    if entry.outcome.verb.is_some() {
                        adverb_before(&mut words, |w| lexicon.by_ending(&text[all[w.first as usize].range()]));
                    }
                    if joins_fates(&words) {
                        joined.push(words.len() - 3);
                    }
                }
                at += length;
                continue;
            }
        }
        at += 1;
    }
    joined.into_iter().rev().for_each(|at| join_fates(&mut words, at, &figures));
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

/// The age or figure that starts at a token, and how many tokens it takes; `figure` is the one that was found there.
fn number(
    text: &str,
    tokens: &[Token],
    at: usize,
    lexicon: &Lexicon,
    figure: Option<usize>,
    figures: &mut Vec<Found>,
) -> Option<(Sort, usize)> {
    let mut figure = figure;
    if lexicon.counts(&tokens[at]) {
        let years = age(text, tokens, at, lexicon).or_else(|| shared_age(text, tokens, at, lexicon));
        if let Some((years, length)) = years {
            return Some((Sort::Age(years), length));
        }
        if let Some(found) = members(text, tokens, at, lexicon) {
            figure = Some(figures.len());
            figures.push(found);
        }
    }
    figure.map(|f| (Sort::Figure(f as u16), figures[f].end - at))
}

/// Whether the next word has a capital whatever it is: it begins the sentence, or stands behind a mark.
fn is_start(words: &[Word]) -> bool {
    words.last().is_none_or(|w| matches!(w.sort, Sort::Mark(m) if !matches!(m, ',' | '-' | '’' | '\'' | '&')))
}

/// "WHO WORKED WITH THEM", "SHADOWED HIM": where the words around ask for a verb, an ending says more than the capitals do.
fn acts(words: &[Word], next: Option<&Token>, lexicon: &Lexicon) -> bool {
    let who = words.last().is_some_and(|w| w.has(Class::Relative) && !w.has(Class::Definite));
    who || next.is_some_and(|t| lexicon.entry(t.word).classes.has(Class::PersonPronoun))
}

/// "WERE SLOWLY MURDERED": between an auxiliary and a verb of outcome an ending says more than the capitals do.
fn adverb_before(words: &mut [Word], ending: impl Fn(&Word) -> Classes) {
    let [.., auxiliary, between, _] = words else { return };
    if between.name && auxiliary.any(&[Class::BeSingle, Class::BePlural, Class::Be, Class::HaveSingle, Class::Have]) {
        let told = ending(between);
        if told.has(Class::Adverb) {
            (between.name, between.classes) = (false, told);
        }
    }
}

fn counts_time(token: &Token, lexicon: &Lexicon) -> bool {
    lexicon.entry(token.word).classes.has(Class::TimeUnit)
}

/// Whether an apostrophe and its "s" are short for a verb.
fn is_verb(words: &[Word], next: Option<&Token>, lexicon: &Lexicon) -> bool {
    let pronoun = words.last().is_some_and(|w| w.any(&[Class::SinglePronoun, Class::ThingPronoun, Class::Nobody]));
    pronoun || next.is_some_and(|next| lexicon.entry(next.word).classes.has(Class::Be))
}

/// Whether the hyphen at `at` joins two words; elsewhere it is a dash: "three dead - police".
fn within_word(tokens: &[Token], at: usize) -> bool {
    let (before, after) = (at.checked_sub(1).map(|b| &tokens[b]), tokens.get(at + 1));
    let word = |t: &&Token| matches!(t.kind, Kind::Word | Kind::Digits | Kind::Possessive);
    before.filter(word).is_some_and(|b| tokens[at].touches(b))
        && after.filter(word).is_some_and(|a| a.touches(&tokens[at]))
}

/// "8th": digits with the ending of an ordinal.
fn place(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<u32> {
    let ending = tokens.get(at + 1).filter(|t| t.touches(&tokens[at]))?;
    lexicon.entry(ending.word).classes.has(Class::OrdinalEnding).then(|| text[tokens[at].range()].parse().ok())?
}
