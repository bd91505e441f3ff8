//! The words of a language, by what they do: loaded from `data/lexicon/*.toml`.
//!
//! A word or a fixed expression has one [`Entry`]; an entry may belong to several classes. No word of a language stands
//! in Rust: code knows classes only.

mod class;
mod event;
mod expression;
mod figure;
mod file;
mod gate;
mod language;
mod letters;
mod scan;
mod short;

pub use class::{Class, Classes, Form, OutcomeVerb, OutcomeWord};
pub use event::{EventWords, Told};
pub(crate) use figure::Parts;
pub use figure::{Counts, FigureWord, Part};
use gate::Gate;
pub use gate::Openings;
pub use language::Language;

use crate::{
    claim::Victims,
    token::{Kind, Token, WordId},
};
use expression::{Expressions, Rest};
use file::Item;
use rustc_hash::FxHashMap;
use short::{SHORT, Short};
use std::{collections::BTreeMap, sync::OnceLock};
use toml::de::DeTable;

/// What a word does.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Its part in a figure.
    pub figure: FigureWord,
    /// What it can do in a sentence.
    pub classes: Classes,
    /// What it tells of an outcome.
    pub outcome: OutcomeWord,
    /// The group of people it names.
    pub victims: Option<Victims>,
    /// "army": the group of those who serve or work in it.
    pub serves: Option<Victims>,
}

impl Entry {
    /// "triple": how many times it counts what follows.
    #[inline]
    pub fn times(&self) -> Option<u32> {
        if let Counts::Times(n) = self.figure.counts { Some(n) } else { None }
    }

    /// "third": the place it gives in a row.
    #[inline]
    pub fn ordinal(&self) -> Option<u32> {
        if let Counts::Ordinal(n) = self.figure.counts { Some(n) } else { None }
    }

    /// Whether it tells more than classes and outcome.
    pub fn tells_more(&self) -> bool {
        self.victims.is_some()
            | self.serves.is_some()
            | matches!(self.figure.counts, Counts::Times(_) | Counts::Ordinal(_))
    }
}

/// The longest word that is looked up; longer ones have no entry.
const LONGEST: usize = 40;

/// The words of one language.
#[derive(Debug, Default)]
pub struct Lexicon {
    short: Short,
    /// The words that are not short.
    long: FxHashMap<Box<[u8]>, WordId>,
    /// Where the entry of each word or expression stands: the words of a list share a few.
    places: Vec<u16>,
    entries: Vec<Entry>,
    expressions: Expressions<WordId>,
    suffixes: class::Suffixes,
    event: EventWords,
    gate: Gate,
}

impl Lexicon {
    /// English, as shipped.
    pub fn english() -> &'static Lexicon {
        static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
        ENGLISH.get_or_init(|| {
            Lexicon::load(include_str!("../data/lexicon/en.toml"), Lexicon::english_list())
                .expect("the shipped lexicon is checked by a test")
        })
    }

    /// The word list of English, as shipped.
    pub fn english_list() -> &'static str {
        include_str!("../data/lexicon/en-words.txt")
    }

    /// Reads a lexicon: its tables, and a word list as the one that ships.
    ///
    /// # Errors
    /// Where `text` is no TOML, or a class is named that is not known; the message names line or key.
    pub fn load(text: &str, list: &str) -> Result<Lexicon, String> {
        let file = DeTable::parse(text).map_err(|e| e.to_string())?;
        let mut lexicon = Lexicon::empty();
        lexicon.entries.reserve(6 << 10);
        lexicon.places.reserve(40 << 10);
        file::items(file.get_ref()).try_for_each(|table| lexicon.enter(table))?;
        lexicon.expressions.sort();
        lexicon.event.sort();
        // no word of a list tells a fate
        lexicon.gate = Gate::of(&lexicon);
        class::enter_list(&mut lexicon, list)?;
        Ok(lexicon)
    }

    /// Enters a table. No word does two things of which only one is kept, so that their order does not matter.
    fn enter(&mut self, table: Item) -> Result<(), String> {
        match table.name {
            "figure" => figure::enter(self, table),
            "times" => figure::enter_counts(self, table, Counts::Times),
            "ordinal" => figure::enter_counts(self, table, Counts::Ordinal),
            "class" | "noun" | "shade" | "scope" | "speech" => class::enter_table(self, table),
            "victims" => class::enter_victims(self, table),
            "bodies" => class::enter_bodies(self, table),
            "outcome" => class::enter_outcomes(self, table),
            "suffix" => self.suffixes.enter(table),
            "date" | "place" | "discourse" => event::enter(self, table),
            _ => Err(table.unknown()),
        }
    }

    /// One without words.
    fn empty() -> Lexicon {
        Lexicon { places: vec![0], entries: vec![Entry::default()], ..Lexicon::default() }
    }

    /// The same words with a gate that lets everything in: slower, and by law of the same claims.
    pub fn without_gate(self) -> Lexicon {
        Lexicon { gate: Gate::open(), ..self }
    }

    /// Where a text may tell of a fate, and where just of who attacks: what lets it or a sentence of it in to be read.
    pub fn openings(&self, text: &str) -> Openings {
        self.gate.openings(text, self)
    }

    /// The id of a word as written, whatever its case and apostrophe.
    #[inline]
    pub fn id(&self, word: &str) -> WordId {
        if !word.is_ascii() {
            let folded: String = word.replace(['’', 'ʼ', '‘'], "'").to_lowercase();
            return self.folded(folded.as_bytes());
        }
        if word.len() <= SHORT {
            return self.short.find(short::key(word.as_bytes()));
        }
        let folded = if word.len() <= LONGEST { word.to_ascii_lowercase() } else { String::new() };
        self.folded(folded.as_bytes())
    }

    /// The id of a word in small letters.
    fn folded(&self, word: &[u8]) -> WordId {
        match short::fits(word) {
            true => self.short.find(short::key(word)),
            false => self.long.get(word).copied().unwrap_or(WordId::UNKNOWN),
        }
    }

    /// Every word, in no order.
    fn each_word(&self, mut each: impl FnMut(&[u8], WordId)) {
        self.short.each(&mut each);
        self.long.iter().for_each(|(word, id)| each(word, *id));
    }

    /// The words that tell when and where.
    #[inline]
    pub fn event(&self) -> &EventWords {
        &self.event
    }

    /// What the ending of a word without an entry tells.
    pub fn by_ending(&self, word: &str) -> Classes {
        self.suffixes.classes(word)
    }

    /// Whether a word without an entry is plainly an adverb, though it be written as a name is.
    pub fn is_adverb_by_ending(&self, word: &str) -> bool {
        self.suffixes.is_adverb(word)
    }

    /// What a word does.
    #[inline]
    pub fn entry(&self, word: WordId) -> &Entry {
        &self.entries[self.places[word.0 as usize] as usize]
    }

    /// Whether a token is digits, or a word that is a number of its own.
    #[inline]
    pub fn counts(&self, token: &Token) -> bool {
        token.kind == Kind::Digits || self.entry(token.word).figure.number().is_some()
    }

    /// The longest expression or, failing that, the single word that starts at token `at`: its entry and how many
    /// tokens it takes (at least 1).
    pub fn longest_at(&self, text: &str, tokens: &[Token], at: usize) -> (WordId, usize) {
        self.longest_where(text, tokens, at, |_| true).unwrap_or((WordId::UNKNOWN, 1))
    }

    /// The longest expression or single word that starts at token `at` and whose entry is `wanted`: what another reader
    /// knows as a longer expression cannot hide it. Also how many tokens it takes (at least 1).
    pub fn longest_where(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
        wanted: impl Fn(&Entry) -> bool,
    ) -> Option<(WordId, usize)> {
        let first = tokens.get(at)?.word;
        let alone = || (first != WordId::UNKNOWN && wanted(self.entry(first))).then_some((first, 1));
        self.expressions_at(text, tokens, at).find(|(whole, _)| wanted(self.entry(*whole))).or_else(alone)
    }

    /// The expressions that start at a token, the longest first, and how many tokens each takes.
    #[inline]
    pub(crate) fn expressions_at(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
    ) -> impl Iterator<Item = (WordId, usize)> {
        let (first, after) = (tokens[at].word, &tokens[at + 1..]);
        let longer = self.expressions.before(first, after);
        longer.filter_map(move |(rest, whole)| rest.length(text, after).map(|length| (*whole, 1 + length)))
    }

    /// The entry of a word or expression, made where it is new. An expression is written as its tokens are, in
    /// small letters: "a score", "as well as", "non - fatal".
    pub(crate) fn entry_mut(&mut self, words: &str) -> &mut Entry {
        let (first, rest) = Rest::of(words, self);
        let id = if rest.is_empty() { first } else { self.expression(first, rest) };
        if self.places[id.0 as usize] == 0 {
            self.places[id.0 as usize] = self.push(Entry::default());
        }
        &mut self.entries[self.places[id.0 as usize] as usize]
    }

    fn expression(&mut self, first: WordId, rest: Rest) -> WordId {
        if let Some((_, id)) = self.expressions.all(first).iter().find(|(words, _)| *words == rest) {
            return *id;
        }
        let id = self.number(0, 0);
        self.expressions.push(first, rest, id);
        id
    }

    /// The id of a word in small letters, which is given one where it has none; it has no entry yet then.
    fn word_id(&mut self, word: &[u8]) -> WordId {
        let new = WordId(self.places.len() as u32);
        let (id, key) = match short::fits(word) {
            true => (self.short.enter(short::key(word), new), short::key(word)),
            false => (*self.long.entry(word.into()).or_insert(new), 0),
        };
        if id == new { self.number(key, 0) } else { id }
    }

    /// The next id: for what has this key, if it is a short word, and the entry at this place.
    #[inline]
    fn number(&mut self, key: u128, place: u16) -> WordId {
        self.short.push(key);
        self.places.push(place);
        WordId(self.places.len() as u32 - 1)
    }

    /// Adds an entry that words may share: its place.
    fn push(&mut self, entry: Entry) -> u16 {
        self.entries.push(entry);
        u16::try_from(self.entries.len() - 1).expect("the words of a lexicon do not do so many things")
    }
}

/// The tables of a file that ships and holds nothing but lists of words in tables, by their names. A reader made for each such
/// file would take twenty kilobytes of the program.
///
/// # Panics
/// Where there is anything else in it: a test reads what ships.
pub(crate) fn tables(text: &str) -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let word = |word: &toml::Value| word.as_str().expect("a word").to_owned();
    let words = |list: &toml::Value| list.as_array().expect("a list of words").iter().map(word).collect();
    let table = |table: &toml::Value| {
        let lists = table.as_table().expect("a table of words").iter();
        lists.map(|(name, list)| (name.clone(), words(list))).collect()
    };
    let file: toml::Table = text.parse().expect("what ships is read by a test");
    file.iter().map(|(name, lists)| (name.clone(), table(lists))).collect()
}
