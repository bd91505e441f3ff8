//! The words that tell when and where, and that one event is left for another.
//!
//! They have a list of their own: many of them are expressions that the reader of statements must not take as one.

use super::{
    Lexicon, WordId,
    expression::{Expressions, Rest},
    file::Item,
};
use crate::token::Token;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a word or expression tells of time, place or discourse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// 1 Monday to 7 Sunday.
    Weekday(i8),
    /// 1 January to 12 December.
    Month(i8),
    /// From so many days after the day of publication to so many: "last night" is -1 to 0.
    Days(i8, i8),
    /// So many weeks after this one.
    Week(i8),
    /// So many months after this one.
    InMonth(i8),
    /// So many years after this one.
    InYear(i8),
    /// "ago"
    Ago,
    /// "days": how many days a unit has.
    Unit(u16),
    /// "in", before a place.
    Locative,
    /// "city"
    Town,
    /// "province"
    Area,
    /// "Pa.": a first-level division, as a place in [`EventWords::codes`].
    Region(u16),
    /// "another", before [`Told::Event`]
    Apart,
    /// "elsewhere"
    Elsewhere,
    /// "arrested": what has a day and a place of its own beside those of the event.
    Aside,
    /// "explosion"
    Event,
}

impl Told {
    /// What it is about, as a bit.
    #[inline]
    fn field(self) -> u8 {
        match self {
            Told::Locative | Told::Town | Told::Area | Told::Region(_) => 1,
            Told::Apart | Told::Elsewhere => 2,
            Told::Event => 4,
            Told::Aside => 8,
            _ => 16,
        }
    }
}

/// The tables `[date]`, `[place]` and `[discourse]` of a lexicon file.
#[derive(Debug, Default)]
pub struct EventWords {
    /// By the first word: what it tells, alone or with further words.
    longer: Expressions<Told>,
    /// What may begin with a word, by its number: a bit for each [`Told::field`].
    fields: Vec<u8>,
    /// The codes of [`Told::Region`].
    pub codes: Vec<String>,
    /// What kind of event a word tells of, by number.
    kinds: FxHashMap<WordId, u8>,
    /// The kind whose toll grows for days.
    lasting: Option<u8>,
}

impl EventWords {
    /// Puts the words in order, when the last is there.
    pub(super) fn sort(&mut self) {
        self.longer.sort();
    }

    /// Whether a word, or an expression that begins with it, tells something of the field of `told`: few words do, and a look
    /// at all words of a text is quick so.
    #[inline]
    pub fn may_tell(&self, word: WordId, told: Told) -> bool {
        self.fields.get(word.0 as usize).is_some_and(|fields| fields & told.field() != 0)
    }

    /// What a word tells by itself.
    pub fn alone(&self, word: WordId) -> Option<Told> {
        self.longer.alone(word)
    }

    /// The longest expression that starts at token `at`, and how many tokens it takes.
    #[inline]
    pub fn at(&self, text: &str, tokens: &[Token], at: usize) -> Option<(Told, usize)> {
        let (first, after) = (tokens.get(at)?.word, &tokens[at + 1..]);
        self.fields.get(first.0 as usize).filter(|fields| **fields != 0)?;
        let mut found =
            self.longer.before(first, after).filter_map(|(rest, told)| Some((*told, 1 + rest.length(text, after)?)));
        found.next().or_else(|| self.alone(first).map(|told| (told, 1)))
    }

    /// Whether words leave one event for another: "elsewhere", "another shooting", "a separate armed attack".
    pub fn leaves(&self, text: &str, tokens: &[Token], mut within: Range<usize>) -> bool {
        /// Words that may stand between "another" and what an event is called.
        const APART: usize = 3;
        let end = within.end;
        let is = |at: usize, wanted: Told| self.at(text, tokens, at).is_some_and(|t| t.0 == wanted);
        let leaves = |at: usize| match self.at(text, tokens, at) {
            Some((Told::Elsewhere, _)) => true,
            Some((Told::Apart, _)) => (at + 1..end.min(at + 1 + APART)).any(|next| is(next, Told::Event)),
            _ => false,
        };
        within.any(|at| self.may_tell(tokens[at].word, Told::Apart) && leaves(at))
    }

    /// The first-level division that a word is short for: "US.WA".
    pub fn region(&self, word: WordId) -> Option<&str> {
        if let Told::Region(n) = self.alone(word)? { Some(&self.codes[n as usize]) } else { None }
    }

    /// The kind of event that a word tells of: a shooting, a flood.
    pub fn kind(&self, word: WordId) -> Option<u8> {
        self.kinds.get(&word).copied()
    }

    /// Whether a word tells of an event whose toll grows for days.
    pub fn lasts(&self, word: WordId) -> bool {
        self.kind(word).is_some_and(|kind| Some(kind) == self.lasting)
    }
}

/// `[date]`, `[place]`, `[discourse]`
pub(super) fn enter(lexicon: &mut Lexicon, table: Item) -> Result<(), String> {
    for item in table.items()? {
        let told = match item.name {
            "ago" => Told::Ago,
            "locative" => Told::Locative,
            "town" => Told::Town,
            "area" => Told::Area,
            "apart" => Told::Apart,
            "elsewhere" => Told::Elsewhere,
            "aside" => Told::Aside,
            "event" => Told::Event,
            "kind" => {
                enter_kinds(lexicon, item)?;
                continue;
            }
            _ => {
                enter_numbers(lexicon, item)?;
                continue;
            }
        };
        item.words()?.for_each(|word| add(lexicon, word, told));
    }
    Ok(())
}

/// A table of words that each tell a number, or what has one.
fn enter_numbers(lexicon: &mut Lexicon, table: Item) -> Result<(), String> {
    for word in table.items()? {
        let told = match table.name {
            "weekday" => Told::Weekday(word.number()?),
            "month" => Told::Month(word.number()?),
            "days" => word.pair().map(|(from, to)| Told::Days(from, to))?,
            "week" => Told::Week(word.number()?),
            "in_month" => Told::InMonth(word.number()?),
            "in_year" => Told::InYear(word.number()?),
            "unit" => Told::Unit(word.number()?),
            "region" => {
                lexicon.event.codes.push(word.text()?.to_owned());
                Told::Region(lexicon.event.codes.len() as u16 - 1)
            }
            _ => return Err(table.unknown()),
        };
        add(lexicon, word.name, told);
    }
    Ok(())
}

fn enter_kinds(lexicon: &mut Lexicon, table: Item) -> Result<(), String> {
    /// The kind whose toll grows for days.
    const LASTING: &str = "nature";
    for (list, kind) in table.items()?.zip(0..) {
        if list.name == LASTING {
            lexicon.event.lasting = Some(kind);
        }
        for word in list.words()? {
            let id = lexicon.word_id(word.as_bytes());
            lexicon.event.kinds.insert(id, kind);
        }
    }
    Ok(())
}

fn add(lexicon: &mut Lexicon, words: &str, told: Told) {
    let (first, rest) = Rest::of(words, lexicon);
    let event = &mut lexicon.event;
    event.longer.push(first, rest, told);
    let at = first.0 as usize;
    event.fields.resize(event.fields.len().max(at + 1), 0);
    event.fields[at] |= told.field();
}
