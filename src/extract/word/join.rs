//! One pass over the tokens of a sentence, each step of which makes a word of one or several.

use super::{
    Casing, Sort, Word,
    ages::{age, shared_age},
    casing::capitals,
    fates::joins_fates,
    members::members,
};
use crate::figure::Found;
use crate::lexicon::{Class, Classes, Entry, Lexicon, OutcomeWord, Part};
use crate::token::{Case, Kind, Token, WordId};

/// A sentence whose tokens are joined to words.
pub(super) struct Joiner<'a> {
    pub(super) text: &'a str,
    /// Its tokens, and the place of the first in the document's list.
    pub(super) tokens: &'a [Token],
    pub(super) start: usize,
    pub(super) casing: Casing,
    pub(super) titled: bool,
    pub(super) lexicon: &'a Lexicon,
    /// What was made of them.
    pub(super) words: Vec<Word>,
    /// Its figures, in the order of their tokens; behind them those that a step finds.
    pub(super) figures: Vec<Found>,
    /// The words from which on two fates may be one word: "dead and wounded".
    pub(super) fates: Vec<usize>,
    /// A number stands in it.
    pub(super) numbered: bool,
}

impl Joiner<'_> {
    pub(super) fn join(&mut self) {
        let start_of = |figures: &[Found], figure: usize| figures.get(figure).map_or(usize::MAX, |f| f.first);
        let (mut figure, mut start) = (0, start_of(&self.figures, 0));
        let mut at = 0;
        while at < self.tokens.len() {
            while start < at {
                figure += 1;
                start = start_of(&self.figures, figure);
            }
            at += self.step(at, (start == at).then_some(figure));
        }
    }

    /// Makes a word of what stands at a token: how many tokens that takes. `figure`: the one that was found there.
    fn step(&mut self, at: usize, figure: Option<usize>) -> usize {
        let token = &self.tokens[at];
        let counts = self.lexicon.counts(token);
        self.numbered |= counts;
        if (counts | figure.is_some())
            && let Some((sort, length)) = self.number(at, counts, figure)
        {
            return self.push(at, length, sort);
        }
        match token.kind {
            Kind::Break | Kind::Blank => 1,
            Kind::Digits => self.digits(at),
            Kind::Possessive => self.possessive(at),
            Kind::Mark('-') if !within_word(self.tokens, at) => self.push(at, 1, Sort::Mark('–')),
            Kind::Mark(mark) => self.push(at, 1, Sort::Mark(mark)),
            Kind::Word => match capitals(self.tokens, at) {
                0 => self.word(at),
                length => self.add(at, length, |blank| Word { name: true, ..blank }),
            },
        }
    }

    /// Adds a word of so many tokens.
    #[inline]
    fn add(&mut self, at: usize, length: usize, with: impl FnOnce(Word) -> Word) -> usize {
        let first = (self.start + at) as u32;
        self.words.push(with(Word {
            first,
            end: first + length as u32,
            sort: Sort::Word,
            id: WordId::UNKNOWN,
            classes: Classes::default(),
            outcome: OutcomeWord::default(),
            name: false,
            plain: false,
            more: false,
        }));
        length
    }

    /// Adds what is no word of a lexicon.
    fn push(&mut self, at: usize, length: usize, sort: Sort) -> usize {
        self.add(at, length, |blank| Word { sort, ..blank })
    }

    /// The age or figure that starts at a token, and how many tokens it takes. `counts`: the token is a number by itself.
    fn number(&mut self, at: usize, counts: bool, mut figure: Option<usize>) -> Option<(Sort, usize)> {
        let (text, tokens, lexicon) = (self.text, self.tokens, self.lexicon);
        if counts {
            let years = age(text, tokens, at, lexicon).or_else(|| shared_age(text, tokens, at, lexicon));
            if let Some((years, length)) = years {
                return Some((Sort::Age(years), length));
            }
            if let Some(found) = members(text, tokens, at, lexicon) {
                figure = Some(self.figures.len());
                self.figures.push(found);
            }
        }
        figure.map(|f| (Sort::Figure(f as u16), self.figures[f].end - at))
    }

    /// Digits that are no figure: "8th", "in her 50s", "at 3pm".
    fn digits(&mut self, at: usize) -> usize {
        let token = &self.tokens[at];
        if let Some(place) = place(self.text, self.tokens, at, self.lexicon) {
            return self.push(at, 2, Sort::Place(place));
        }
        let unit = self.tokens.get(at + 1).filter(|t| t.touches(token));
        match unit.map(|unit| (unit.word, self.lexicon.entry(unit.word).classes)) {
            Some((id, classes)) if classes.has(Class::TimeUnit) => {
                self.add(at, 2, |blank| Word { id, classes, ..blank })
            }
            _ => self.push(at, 1, Sort::Digits),
        }
    }

    /// An apostrophe and its "s".
    fn possessive(&mut self, at: usize) -> usize {
        if !is_verb(&self.words, self.tokens.get(at + 1), self.lexicon) {
            return self.push(at, 1, Sort::Possessive);
        }
        // "a man's been killed", "he's dead"
        let id = self.lexicon.id(&self.text[self.tokens[at].range()]);
        let classes = self.lexicon.entry(id).classes;
        self.add(at, 1, |blank| Word { id, classes, ..blank })
    }

    /// A word, or the longest expression that starts there.
    fn word(&mut self, at: usize) -> usize {
        let (text, tokens, lexicon) = (self.text, self.tokens, self.lexicon);
        let token = &tokens[at];
        let tells = |e: &Entry| !e.classes.none() | e.outcome.any() | e.tells_more();
        let mut expressions = lexicon.expressions_at(text, tokens, at);
        let longest = expressions.find(|(whole, _)| tells(lexicon.entry(*whole)));
        let (word, length) = longest.unwrap_or((token.word, 1));
        let entry = lexicon.entry(word);
        let id = if tells(entry) { word } else { WordId::UNKNOWN };
        if entry.figure.is(Part::Same)
            && id != WordId::UNKNOWN
            && let Some(sort) = self.same(at, length, entry)
        {
            return self.push(at, length, sort);
        }
        let known = !entry.classes.none() | entry.outcome.any();
        let name = self.is_name(at, known);
        let ending = || lexicon.by_ending(&text[token.range()]);
        let classes = match known {
            true => entry.classes,
            false if name => ending().only(Class::Several),
            false => ending(),
        };
        let (outcome, more) = (entry.outcome, entry.tells_more());
        self.add(at, length, |blank| Word { id, classes, outcome, name, more, ..blank });
        if outcome.any() {
            if outcome.verb.is_some() {
                self.adverb_before();
            }
            if joins_fates(&self.words) {
                self.fates.push(self.words.len() - 3);
            }
        }
        length
    }

    /// "twice as many": a figure by the one before it.
    fn same(&mut self, at: usize, length: usize, entry: &Entry) -> Option<Sort> {
        let mut before = self.words.iter().rev();
        let before = before.find_map(|w| if let Sort::Figure(f) = w.sort { Some(f) } else { None })?;
        let figure = self.figures[before as usize].figure.times(entry.times().unwrap_or(1).into());
        self.figures.push(Found { figure, first: at, end: at + length, core: at..at + length });
        Some(Sort::Figure(self.figures.len() as u16 - 1))
    }

    /// Whether a word is written as a name. `known`: the lexicon says what it does.
    fn is_name(&self, at: usize, known: bool) -> bool {
        let token = &self.tokens[at];
        let word = &self.text[token.range()];
        // "PRESUMABLY"
        let adverb = || token.case == Case::Upper && self.lexicon.is_adverb_by_ending(word);
        let acts = || {
            acts(&self.words, self.tokens.get(at + 1), self.lexicon)
                && self.lexicon.by_ending(word).has(Class::VerbPast)
        };
        match self.casing {
            Casing::Capitals => !known && !adverb() && !acts(),
            Casing::Usual if token.case == Case::Lower => false,
            Casing::Usual if known => !self.titled && !is_start(&self.words),
            Casing::Usual => !adverb(),
        }
    }

    /// "WERE SLOWLY MURDERED": between an auxiliary and a verb of outcome an ending says more than the capitals do.
    fn adverb_before(&mut self) {
        const AUXILIARIES: &[Class] = &[Class::BeSingle, Class::BePlural, Class::Be, Class::HaveSingle, Class::Have];
        let [.., auxiliary, between, _] = &mut self.words[..] else { return };
        if between.name && auxiliary.any(AUXILIARIES) {
            let told = self.lexicon.by_ending(&self.text[self.tokens[between.first as usize - self.start].range()]);
            if told.has(Class::Adverb) {
                (between.name, between.classes) = (false, told);
            }
        }
    }
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
