//! Whether a sentence turns to another incident by its place: "In Herat, gunmen killed a judge" after one in Farah.

use super::chunk::{Chunk, Chunks, Voice};
use super::noun_phrase::{NounPhrase, Opening, Who};
use super::spot::{NEAR_KM, Places};
use super::statement::{Ground, Statement};
use super::word::Sentence;
use crate::lexicon::{Class, Lexicon};
use crate::place::{Gazetteer, Place};
use crate::token::Token;
use std::ops::Range;

/// The places of the sentences that told of anyone so far.
#[derive(Debug)]
pub(super) struct Turns<'a, 't> {
    places: Places<'a, 't>,
    /// That which opened the last of them.
    last: Option<&'t str>,
    /// Whether somebody was told of in a sentence that no place opened: what places open may be parts of that.
    whole: bool,
    /// The last sentence which told of anyone.
    told: usize,
    /// Those whose towns nobody has asked for yet.
    unread: Vec<Range<usize>>,
    /// The last town that one of them named.
    town: Vec<Place>,
    /// The first of them named none: towns may be some of where that was.
    wide: bool,
}

/// A sentence that tells of people, as it stands in its text.
pub(super) struct Here<'a, 't> {
    pub(super) text: &'t str,
    /// The first byte of a sentence.
    pub(super) start: &'a dyn Fn(usize) -> usize,
    pub(super) index: usize,
    pub(super) within: Range<usize>,
    pub(super) sentence: &'a Sentence,
    pub(super) chunks: &'a Chunks,
    pub(super) told: &'a [Statement],
    /// The place that opens it.
    pub(super) opening: Option<&'t str>,
}

impl<'a, 't> Turns<'a, 't> {
    pub(super) fn of(text: &'t str, tokens: &'a [Token], lexicon: &'a Lexicon) -> Turns<'a, 't> {
        let places = Places::of(text, tokens, lexicon, Gazetteer::shipped());
        Turns { places, last: None, whole: false, told: 0, unread: Vec::new(), town: Vec::new(), wide: false }
    }

    /// Keeps the places of a sentence in which people were told of.
    pub(super) fn keep(&mut self, here: &Here<'_, 't>) {
        self.told = here.index;
        self.whole |= here.opening.is_none() && self.last.is_none();
        self.last = here.opening.or(self.last);
        self.unread.push(here.within.clone());
    }

    /// Whether a sentence tells of an event of its own: it names another town than those before and brings in whom it tells of,
    /// or the place that opens it stands in a row of such, or it also brings in what did the harm.
    pub(super) fn turns(&mut self, here: &Here<'_, 't>) -> bool {
        for within in std::mem::take(&mut self.unread) {
            let town = self.town(within);
            self.wide |= town.is_empty() && self.town.is_empty();
            self.town = if town.is_empty() { std::mem::take(&mut self.town) } else { town };
        }
        let town = self.town(here.within.clone());
        let near = |a: &Place| self.town.iter().any(|b| a.kilometres(b) <= NEAR_KM);
        if !self.town.is_empty() && !town.is_empty() {
            let apart = !town.iter().any(near);
            if !apart || !self.wide && fresh(here.chunks, here.told) {
                return apart;
            }
        }
        let Some(opening) = here.opening else { return false };
        let row = !self.whole && self.last.is_some_and(|last| last != opening);
        let known = &here.text[(here.start)(self.told)..(here.start)(here.index)];
        !known.contains(opening) && (row || here.told.iter().any(|s| event(here.sentence, here.chunks, s)))
    }

    /// The first town that a sentence names, by all that may be meant.
    fn town(&self, within: Range<usize>) -> Vec<Place> {
        let mut towns = self.places.find(within).into_iter().map(|spot| spot.places);
        let towns = towns.find(|places| places.first().is_some_and(Place::is_town)).unwrap_or_default();
        towns.into_iter().filter(Place::is_town).collect()
    }
}

/// Whether statements bring in their people: none of them can have been told of before. Others are beside those of the first.
fn fresh(chunks: &Chunks, told: &[Statement]) -> bool {
    let new = |np: &NounPhrase, first: bool| {
        let met = matches!(np.opening, Opening::Definite | Opening::Owner) || np.pronoun.is_some();
        let met = met || np.all || np.ordinal.is_some() || first && np.other;
        !met && (np.figure.is_some() || np.opening == Opening::A || np.other)
    };
    told.iter().enumerate().all(|(n, s)| {
        let own = matches!(s.ground, Ground::Verb | Ground::People);
        own && s.items.iter().all(|i| i.part || !i.of && new(&chunks.phrases[i.phrase], n == 0))
    })
}

/// Whether the harm of a statement is done by what was not told of before: "a bomb killed two", "two died when a mine exploded".
fn event(sentence: &Sentence, chunks: &Chunks, s: &Statement) -> bool {
    let own = matches!(s.ground, Ground::Verb | Ground::People) && !s.items.is_empty();
    let new = |n: usize| {
        let np = &chunks.phrases[n];
        let met = matches!(np.opening, Opening::Definite | Opening::Owner) || np.pronoun.is_some() || np.harm;
        !met && np.name.is_none() && !s.items.iter().any(|i| i.phrase == n)
    };
    let first = s.items.iter().map(|i| chunks.phrases[i.phrase].first).min().unwrap_or_default();
    let acts = |k: Option<&Chunk>| matches!(k, Some(&Chunk::Verb(v)) if chunks.verbs[v].voice == Voice::Active && !sentence.words[chunks.verbs[v].main].has(Class::Speech));
    let subject = |(at, k): (usize, &Chunk)| matches!(*k, Chunk::Noun(n) if new(n) && chunks.phrases[n].end <= first && acts(chunks.list.get(at + 1)));
    let thing = |k: &Chunk| matches!(*k, Chunk::Noun(n) if new(n) && chunks.phrases[n].opening == Opening::A && chunks.phrases[n].who != Who::Person);
    own && (chunks.list.iter().enumerate().any(subject) || chunks.list.iter().any(thing))
}
