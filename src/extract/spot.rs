//! The places that a text names.

use super::word::Casing;
use crate::{
    lexicon::{Class, Lexicon, Told as Word},
    place::{Gazetteer, Place},
    token::{Case, Kind, Token},
};
use std::{cell::OnceCell, ops::Range};

/// A place as a text names it.
#[derive(Clone, Debug)]
pub(crate) struct Spot<'a> {
    /// The name.
    pub name: &'a str,
    /// Its first byte.
    pub at: usize,
    /// Whether it is a town or village, where words beside it say so.
    town: Option<bool>,
    /// The country or division that stands behind it.
    region: Option<&'a str>,
    known: &'a Gazetteer,
    /// The places of the name, looked for when they are asked for.
    places: OnceCell<Vec<Place>>,
}

/// Headlines keep words of so many letters small.
const SMALL: usize = 4;
/// Two towns this near may be one, or a town and its suburb.
pub(super) const NEAR_KM: f64 = 30.0;

impl Spot<'_> {
    /// What may be meant: the places of the name in the region, or all where none is.
    fn places(&self) -> impl Iterator<Item = &Place> {
        let all = self.places.get_or_init(|| self.known.find(self.name));
        let inside = |p: &Place| self.region.is_some_and(|r| p.division(self.known) == r || p.country(self.known) == r);
        let any = self.region.is_some() && all.iter().any(inside);
        all.iter().filter(move |place| !any || inside(place))
    }

    /// Whether most likely a town is meant.
    pub(crate) fn may_be_town(&self) -> bool {
        self.places().next().is_some_and(Place::is_town)
    }

    /// Whether it is a town or village: one such place is not another.
    pub(crate) fn is_town(&self) -> bool {
        self.town.unwrap_or_else(|| self.may_be_town())
    }

    /// The towns that may be meant.
    pub(crate) fn towns(&self) -> Vec<Place> {
        self.places().copied().filter(Place::is_town).collect()
    }

    /// Whether one can be the other, or lie in it.
    pub(crate) fn fits(&self, other: &Spot<'_>) -> bool {
        if self.name.eq_ignore_ascii_case(other.name) || !self.is_town() || !other.is_town() {
            return true;
        }
        let (here, there) = (self.towns(), other.towns());
        here.iter().any(|a| there.iter().any(|b| a.kilometres(b) <= NEAR_KM))
    }
}

/// Finds places in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Places<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// Capitals tell no names: the text has no small letters, or the sentence is a headline.
    capitals: bool,
    lexicon: &'a Lexicon,
    known: &'a Gazetteer,
}

impl<'a> Places<'a> {
    pub(crate) fn of(
        text: &'a str,
        tokens: &'a [Token],
        casing: Casing,
        lexicon: &'a Lexicon,
        known: &'a Gazetteer,
    ) -> Places<'a> {
        Places { text, tokens, capitals: casing == Casing::Capitals, lexicon, known }
    }

    /// Those of a sentence, in order, each looked for when it is asked for.
    pub(crate) fn find(&self, within: Range<usize>) -> impl Iterator<Item = Spot<'a>> {
        let small = |t: &Token| t.case == Case::Lower && t.kind == Kind::Word && t.range().len() > SMALL;
        let headline = !self.tokens[within.clone()].iter().any(small);
        let places = Places { capitals: self.capitals || headline, ..*self };
        let mut next = within.start;
        std::iter::from_fn(move || {
            while next < within.end {
                let at = next;
                next += 1;
                let kind = places.kind(at).filter(|kind| !matches!(kind, Word::Region(_)));
                let named = kind.and_then(|_| places.named(next, within.end, kind));
                let Some((spot, end)) = named else { continue };
                next = end;
                if !places.is_aside(at, within.start) {
                    return Some(spot);
                }
            }
            None
        })
    }

    /// What a word tells of places.
    #[inline]
    fn kind(&self, at: usize) -> Option<Word> {
        let kind = self.told(at, Word::Locative);
        kind.filter(|kind| matches!(kind, Word::Locative | Word::Town | Word::Area | Word::Region(_)))
    }

    /// What a word tells, where that may be of the field of `wanted`.
    #[inline]
    fn told(&self, at: usize, wanted: Word) -> Option<Word> {
        let event = self.lexicon.event();
        let may = self.tokens.get(at).is_some_and(|token| event.may_tell(token.word, wanted));
        if may { event.at(self.text, self.tokens, at).map(|t| t.0) } else { None }
    }

    /// The place named at a token, behind a word that leads to one, and where it ends: "the southern city of Ganja",
    /// "Narathiwat province", "Moore, Oklahoma".
    fn named(&self, from: usize, limit: usize, kind: Option<Word>) -> Option<(Spot<'a>, usize)> {
        const LOOKED_AT: usize = 5;
        let mut at = from;
        let mut kind = kind.filter(|k| *k != Word::Locative);
        // Up to the name: small words alone, of which the last kind counts.
        while at < limit && !self.is_name(at) {
            let token = &self.tokens[at];
            if token.kind != Kind::Word || at - from >= LOOKED_AT {
                return None;
            }
            match self.kind(at) {
                Some(k @ (Word::Town | Word::Area)) => kind = Some(k),
                Some(Word::Locative) => return None,
                _ if self.capitals && !self.has_any(at, &[Class::Definite, Class::Of, Class::A]) => return None,
                _ => {}
            }
            at += 1;
        }
        let (mut spot, end) = self.run(at, limit)?;
        let owner = self.tokens.get(end).is_some_and(|t| t.kind == Kind::Possessive);
        if owner && at > from && self.has(at - 1, Class::A) {
            return None; // "near a Denny's"
        }
        // "on Sheriff Ortiz", but "in General Roca"
        if self.has_any(at, &[Class::Title, Class::Person]) && spot.places().next().is_none() {
            return None;
        }
        // "the Azerbaijani city of Ganja"
        let behind = self.kind(end).filter(|k| matches!(k, Word::Town | Word::Area));
        if behind.is_some() && end + 2 < limit && self.has(end + 1, Class::Of) && self.is_name(end + 2) {
            return self.named(end + 1, limit, behind);
        }
        let mut after = end + usize::from(behind.is_some());
        spot.town = behind.or(kind).map(|kind| kind != Word::Area);
        if let Some((region, next)) = self.wider(end, limit) {
            after = next;
            spot.region = Some(region);
        }
        Some((spot, after))
    }

    fn has(&self, at: usize, class: Class) -> bool {
        self.has_any(at, &[class])
    }

    fn has_any(&self, at: usize, classes: &[Class]) -> bool {
        self.tokens.get(at).is_some_and(|t| self.lexicon.entry(t.word).classes.any(classes))
    }

    /// Whether a token can be part of a name.
    fn is_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|t| t.kind == Kind::Word && t.case != Case::Lower) else {
            return false;
        };
        let classes = self.lexicon.entry(token.word).classes;
        !classes.any(&[Class::Weekday, Class::Month]) && (!self.capitals || classes.none())
    }

    /// The run of names at a token, and where it ends.
    fn run(&self, at: usize, limit: usize) -> Option<(Spot<'a>, usize)> {
        const LONGEST: usize = 5;
        let named = |end: usize| {
            let (at, end) = (self.tokens[at].range().start, self.tokens[end - 1].range().end);
            let (name, known) = (&self.text[at..end], self.known);
            Spot { name, at, town: None, region: None, known, places: OnceCell::new() }
        };
        let limit = limit.min(at + LONGEST);
        if self.capitals {
            // Capitals tell no names, so it must be that of a place, and whole.
            let words = (at..limit).take_while(|&i| self.tokens[i].kind == Kind::Word || self.shortens(at, i)).count();
            let whole = |end: &usize| !self.is_name(*end);
            // a shorter name is not whole, whatever it is the name of
            let first = (at + 1..=at + words).find(|end| self.is_name(at) && whole(end))?;
            let mut ends = (first..=at + words).rev().map(|end| (named(end), end));
            return ends.find(|(spot, _)| spot.places().next().is_some()).filter(|(_, end)| whole(end));
        }
        let mut end = at;
        let mut next = at;
        // A small word may stand inside: "Rio de Janeiro".
        let inside = |next: usize| self.is_joint(next) || self.tokens[next].is('-') || self.shortens(at, next);
        while next < limit && (self.is_name(next) || next > at && inside(next)) {
            next += 1;
            end = if self.is_name(next - 1) { next } else { end };
        }
        (end > at).then(|| (named(end), end))
    }

    /// The point behind a name's first word that is short for another: "St. Louis", but not a division's: "Ill."
    fn shortens(&self, at: usize, point: usize) -> bool {
        let region = || matches!(self.kind(at), Some(Word::Region(_)));
        point == at + 1 && self.tokens[point].is('.') && self.has(at, Class::Abbreviation) && !region()
    }

    /// A small word of letters inside a name, which the lexicon does not know.
    fn is_joint(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.kind == Kind::Word
            && token.case == Case::Lower
            && token.range().len() <= 3
            && self.lexicon.entry(token.word).classes.none()
    }

    /// The country or division behind a comma: ", Oklahoma", ", Azerbaijan".
    fn wider(&self, at: usize, limit: usize) -> Option<(&'a str, usize)> {
        let comma = self.tokens.get(at).is_some_and(|t| t.is(','));
        if !comma || at + 1 >= limit {
            return None;
        }
        if let Some((Word::Region(n), length)) = self.lexicon.event().at(self.text, self.tokens, at + 1) {
            return Some((&self.lexicon.event().codes[n as usize], at + 1 + length));
        }
        let (spot, end) = self.run(at + 1, limit)?;
        let place = spot.places().find(|p| !p.is_town())?;
        Some((place.division(self.known), end))
    }

    /// Whether the words before a place make it one where nobody was harmed: where someone speaks, is treated or is arrested.
    fn is_aside(&self, at: usize, start: usize) -> bool {
        const LOOKED_AT: usize = 3;
        const ASIDE: [Class; 3] = [Class::Hospital, Class::Body, Class::Speech];
        let mut near = (start..at).rev().take(LOOKED_AT).take_while(|&i| self.tokens[i].kind == Kind::Word);
        near.any(|i| self.has_any(i, &ASIDE) || self.told(i, Word::Aside) == Some(Word::Aside))
    }
}

/// The place that opens a sentence: "In Herat, …", "Meanwhile, in the town of Farah, …"; or the day of a diary, "TUESDAY: …".
pub(crate) fn opening<'t>(text: &'t str, tokens: &[Token], within: Range<usize>, lexicon: &Lexicon) -> Option<&'t str> {
    /// How many words may stand before the preposition.
    const BEFORE: usize = 5;
    let told = |at: usize| lexicon.event().at(text, tokens, at).map(|t| t.0);
    if tokens.get(within.start + 1).is_some_and(|t| t.is(':')) && matches!(told(within.start), Some(Word::Weekday(_))) {
        return Some(&text[tokens[within.start].range()]);
    }
    let leads = |at: usize| lexicon.event().may_tell(tokens[at].word, Word::Locative);
    let at = within.clone().take(BEFORE + 1).find(|&at| leads(at) && told(at) == Some(Word::Locative))?;
    // "A lawyer said in Kyiv": a clause is under way, and the place is that of its verb
    const UNDER_WAY: [Class; 5] = [Class::Person, Class::Persons, Class::Body, Class::Speech, Class::VerbPast];
    let tells = |i: usize| {
        let entry = lexicon.entry(tokens[i].word);
        entry.outcome.any() || entry.classes.any(&UNDER_WAY)
    };
    if (within.start..at).any(tells) {
        return None;
    }
    named(text, tokens, at, within.end, lexicon)
}

/// The name behind the preposition at a token: "in Herat", "near the old town of Farah"; none of a time or a hospital.
fn named<'t>(text: &'t str, tokens: &[Token], at: usize, limit: usize, lexicon: &Lexicon) -> Option<&'t str> {
    /// How many words may stand between the preposition and the name.
    const BETWEEN: usize = 4;
    let name = |at: usize| {
        let time = matches!(lexicon.event().at(text, tokens, at).map(|t| t.0), Some(Word::Weekday(_) | Word::Month(_)));
        tokens[at].kind == Kind::Word && tokens[at].case != Case::Lower && !time
    };
    let small = |i: usize| tokens[i].kind == Kind::Word && tokens[i].case == Case::Lower;
    let first = (at + 1..limit).take(BETWEEN + 1).find(|&i| !small(i)).filter(|&i| name(i))?;
    let end = (first..limit).find(|&i| !name(i)).unwrap_or(limit);
    let hospital = |i: usize| lexicon.entry(tokens[i].word).classes.has(Class::Hospital);
    let place = !(first..limit.min(end + 1)).any(hospital);
    place.then(|| &text[tokens[first].range().start..tokens[end - 1].range().end])
}
