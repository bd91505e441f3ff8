//! The words that tell when and where, and that one event is left for another.
//!
//! They have a list of their own: many of them are expressions that the reader of statements must not take as one.

use super::{
    Lexicon, WordId,
    expression::{Expressions, Rest},
};
use crate::token::Token;
use rustc_hash::FxHashMap;
use std::{collections::BTreeMap, ops::Range};

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
        let longer = self.longer.before(first, after);
        let mut found = longer.iter().filter_map(|(rest, told)| Some((*told, 1 + rest.length(text, after)?)));
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
    aside: Vec<String>,
    event: Vec<String>,
    kind: BTreeMap<String, Vec<String>>,
}

pub(super) fn enter(
    lexicon: &mut Lexicon,
    date: &DateTable,
    place: &PlaceTable,
    discourse: &DiscourseTable,
) -> EventWords {
    let mut words = EventWords::default();
    let mut add = |word: &str, told| {
        let mut parts = word.split_ascii_whitespace();
        let Some(first) = parts.next().map(|first| lexicon.word_id(first.as_bytes())) else { return };
        words.longer.push(first, Rest::of(parts, lexicon), told);
        let at = first.0 as usize;
        words.fields.resize(words.fields.len().max(at + 1), 0);
        words.fields[at] |= told.field();
    };
    date.weekday.iter().for_each(|(w, n)| add(w, Told::Weekday(*n)));
    date.month.iter().for_each(|(w, n)| add(w, Told::Month(*n)));
    date.days.iter().for_each(|(w, n)| add(w, Told::Days(n.0, n.1)));
    date.week.iter().for_each(|(w, n)| add(w, Told::Week(*n)));
    date.in_month.iter().for_each(|(w, n)| add(w, Told::InMonth(*n)));
    date.in_year.iter().for_each(|(w, n)| add(w, Told::InYear(*n)));
    date.unit.iter().for_each(|(w, n)| add(w, Told::Unit(*n)));
    date.ago.iter().for_each(|w| add(w, Told::Ago));
    place.locative.iter().for_each(|w| add(w, Told::Locative));
    place.town.iter().for_each(|w| add(w, Told::Town));
    place.area.iter().for_each(|w| add(w, Told::Area));
    place.region.keys().zip(0..).for_each(|(w, n)| add(w, Told::Region(n)));
    discourse.apart.iter().for_each(|w| add(w, Told::Apart));
    discourse.elsewhere.iter().for_each(|w| add(w, Told::Elsewhere));
    discourse.aside.iter().for_each(|w| add(w, Told::Aside));
    discourse.event.iter().for_each(|w| add(w, Told::Event));
    words.longer.sort();
    words.lasting = discourse.kind.keys().zip(0..).find(|(kind, _)| *kind == "nature").map(|(_, n)| n);
    words.codes = place.region.values().cloned().collect();
    let kinds = discourse.kind.values().zip(0..).flat_map(|(list, kind)| list.iter().map(move |word| (word, kind)));
    words.kinds = kinds.map(|(word, kind)| (lexicon.word_id(word.as_bytes()), kind)).collect();
    words
}
