//! The words that tell when and where, and that one event is left for another.
//!
//! They have a list of their own: many of them are expressions that the reader of statements must not take as one.

use super::{Lexicon, gate::Beginnings};
use crate::token::{Kind, Token};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

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
    /// "explosion"
    Event,
}

/// The further words of an expression, and what the whole tells.
type Longer = (Vec<Box<str>>, Told);

/// The tables `[date]`, `[place]` and `[discourse]` of a lexicon file.
#[derive(Debug, Default)]
pub struct EventWords {
    by_first: FxHashMap<Box<str>, Vec<Longer>>,
    beginnings: Beginnings,
    /// The codes of [`Told::Region`].
    pub codes: Vec<String>,
}

impl EventWords {
    /// The longest expression that starts at token `at`, and how many tokens it takes.
    pub fn at(&self, text: &str, tokens: &[Token], at: usize) -> Option<(Told, usize)> {
        let token = tokens.get(at).filter(|t| t.kind == Kind::Word)?;
        let written = &text[token.range()];
        if !self.beginnings.has(written.as_bytes()) {
            return None;
        }
        let mut buffer = [0u8; 24];
        let word = fold(written, &mut buffer)?;
        let longer = self.by_first.get(word)?;
        longer.iter().find_map(|(rest, told)| {
            let mut next = at + 1;
            for want in rest {
                next += usize::from(tokens.get(next)?.kind == Kind::Break(false));
                if !text[tokens.get(next)?.range()].eq_ignore_ascii_case(want) {
                    return None;
                }
                next += 1;
            }
            Some((*told, next - at))
        })
    }

    fn add(&mut self, words: &str, told: Told) {
        let mut parts = words.split_whitespace().map(Box::from);
        let Some(first): Option<Box<str>> = parts.next() else { return };
        self.beginnings.add(first.as_bytes());
        self.by_first.entry(first).or_default().push((parts.collect(), told));
    }
}

/// A short word in small letters; `None` for one that is too long to be in the list or not ASCII.
fn fold<'a>(word: &str, buffer: &'a mut [u8; 24]) -> Option<&'a str> {
    let buffer = buffer.get_mut(..word.len()).filter(|_| word.is_ascii())?;
    buffer.copy_from_slice(word.as_bytes());
    buffer.make_ascii_lowercase();
    std::str::from_utf8(buffer).ok()
}

/// The tables as they stand in the file.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DateTable {
    weekday: BTreeMap<String, i8>,
    month: BTreeMap<String, i8>,
    days: BTreeMap<String, (i8, i8)>,
    week: BTreeMap<String, i8>,
    in_month: BTreeMap<String, i8>,
    in_year: BTreeMap<String, i8>,
    unit: BTreeMap<String, u16>,
    ago: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceTable {
    locative: Vec<String>,
    town: Vec<String>,
    area: Vec<String>,
    region: BTreeMap<String, String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DiscourseTable {
    apart: Vec<String>,
    elsewhere: Vec<String>,
    event: Vec<String>,
}

pub(super) fn enter(lexicon: &mut Lexicon, date: &DateTable, place: &PlaceTable, discourse: &DiscourseTable) {
    let words = &mut lexicon.event;
    date.weekday.iter().for_each(|(w, n)| words.add(w, Told::Weekday(*n)));
    date.month.iter().for_each(|(w, n)| words.add(w, Told::Month(*n)));
    date.days.iter().for_each(|(w, n)| words.add(w, Told::Days(n.0, n.1)));
    date.week.iter().for_each(|(w, n)| words.add(w, Told::Week(*n)));
    date.in_month.iter().for_each(|(w, n)| words.add(w, Told::InMonth(*n)));
    date.in_year.iter().for_each(|(w, n)| words.add(w, Told::InYear(*n)));
    date.unit.iter().for_each(|(w, n)| words.add(w, Told::Unit(*n)));
    date.ago.iter().for_each(|w| words.add(w, Told::Ago));
    place.locative.iter().for_each(|w| words.add(w, Told::Locative));
    place.town.iter().for_each(|w| words.add(w, Told::Town));
    place.area.iter().for_each(|w| words.add(w, Told::Area));
    for (word, code) in &place.region {
        words.add(word, Told::Region(words.codes.len() as u16));
        words.codes.push(code.clone());
    }
    discourse.apart.iter().for_each(|w| words.add(w, Told::Apart));
    discourse.elsewhere.iter().for_each(|w| words.add(w, Told::Elsewhere));
    discourse.event.iter().for_each(|w| words.add(w, Told::Event));
    for longer in words.by_first.values_mut() {
        longer.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
    }
}
