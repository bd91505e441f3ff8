//! The incidents of one text: a sentence leaves the one before for another by its words ("in a separate incident") or by its
//! place ("In Herat, gunmen killed a judge" after one in Farah).

use super::{
    chunk::{Chunk, Chunks, Voice},
    noun_phrase::{NounPhrase, Opening, Who},
    parsed::Parsed,
    people::People,
    sentence::Span,
    spot::{NEAR_KM, Places, Spot},
    statement::{Ground, Statement},
    word::Sentence,
};
use crate::{
    document::Document,
    lexicon::Class,
    place::{Gazetteer, Place},
    token::{Kind, Token},
};

/// The people of the first incident, and apart from them those of another.
pub(super) struct Scenes<'a> {
    main: People,
    /// Those of another incident, and the sentence that left the first one for it.
    aside: Option<People>,
    left: Option<usize>,
    /// The paragraph of another incident that a place set apart: what stands behind it there goes on with it.
    round: Option<u32>,
    /// A text that is bound to its incident tells of no other one like it.
    turns: Option<Turns<'a>>,
}

/// How many words open a sentence that turns to another incident: "In a separate incident on Sunday, …".
const OPENING: usize = 9;

impl<'a> Scenes<'a> {
    pub(super) fn of(document: &Document, parsed: &Parsed<'a>) -> Scenes<'a> {
        let mut main = People::default();
        main.news = parsed.spans.len() > 2 && (document.title.is_some() || parsed.spans[0].headline);
        main.running = running(parsed);
        let turns = document.incident.is_none().then(|| Turns::of(parsed));
        Scenes { main, aside: None, left: None, round: None, turns }
    }

    /// The people whom the next sentence that is read tells of.
    pub(super) fn enter(&mut self, parsed: &Parsed<'a>, index: usize, opening: Option<&'a str>) -> &mut People {
        let paragraph = parsed.spans[index].paragraph;
        let turns = self.turns(parsed, index, opening);
        let leaves = turns || self.leaves(parsed, index);
        if leaves {
            self.round = turns.then_some(paragraph);
        }
        let follows = self.left.is_some_and(|l| l + 1 == index && parsed.spans[l].paragraph == paragraph);
        if leaves || !follows && self.round != Some(paragraph) {
            self.aside.take().into_iter().for_each(|people| self.main.absorb(people));
        }
        if leaves {
            (self.aside, self.left) = (Some(self.main.elsewhere(self.turns.is_none())), Some(index));
        }
        self.aside.as_mut().unwrap_or(&mut self.main)
    }

    /// Everyone.
    pub(super) fn all(self) -> People {
        let mut people = self.main;
        self.aside.into_iter().for_each(|aside| people.absorb(aside));
        people
    }

    /// Whether a sentence leaves the incident before by its words.
    fn leaves(&self, parsed: &Parsed, index: usize) -> bool {
        let tokens = parsed.spans[index].tokens.clone();
        let head = tokens.start..tokens.end.min(tokens.start + OPENING);
        let known = !self.main.drafts.is_empty() && parsed.is_near(index);
        known && parsed.lexicon.event().leaves(parsed.text, parsed.tokens, head)
    }

    /// Whether it does so by its place.
    fn turns(&mut self, parsed: &Parsed<'a>, index: usize, opening: Option<&'a str>) -> bool {
        let Some(turns) = self.turns.as_mut().filter(|_| !parsed.stated(index).is_empty()) else { return false };
        let leaves = !self.main.drafts.is_empty() && turns.turns(parsed, index, opening);
        turns.keep(index, opening);
        leaves
    }
}

/// Whether the lines of a text begin with clock times, each later than the one before: "09:25 – …".
fn running(parsed: &Parsed) -> bool {
    let clock = |span: &Span| {
        let [hour, colon, minute, ..] = parsed.tokens.get(span.tokens.clone())? else { return None };
        let number = |t: &Token| parsed.text[t.range()].parse::<u32>().ok();
        let clock = colon.is(':') && [hour, minute].iter().all(|t| t.kind == Kind::Digits);
        if clock { Some((number(hour)?, number(minute)?)) } else { None }
    };
    let mut times = parsed.spans.iter().filter_map(clock);
    let mut last = times.next();
    let mut count = 1;
    times.all(|time| {
        count += 1;
        last.replace(time) < Some(time)
    }) && count >= 3
}

/// The places of the sentences that told of anyone so far.
struct Turns<'a> {
    places: Places<'a>,
    /// That which opened the last of them.
    last: Option<&'a str>,
    /// Whether somebody was told of in a sentence that no place opened: what places open may be parts of that.
    whole: bool,
    /// The last sentence which told of anyone.
    told: usize,
    /// Of those up to this sentence the towns were asked for.
    read: usize,
    /// The last town that one of them named.
    town: Vec<Place>,
    /// The first of them named none: towns may be some of where that was.
    wide: bool,
}

impl<'a> Turns<'a> {
    fn of(parsed: &Parsed<'a>) -> Turns<'a> {
        let places = Places::of(parsed.text, parsed.tokens, parsed.casing, parsed.lexicon, Gazetteer::shipped());
        Turns { places, last: None, whole: false, told: 0, read: 0, town: Vec::new(), wide: false }
    }

    /// Keeps the places of a sentence in which people were told of.
    fn keep(&mut self, index: usize, opening: Option<&'a str>) {
        self.told = index;
        self.whole |= opening.is_none() && self.last.is_none();
        self.last = opening.or(self.last);
    }

    /// Whether a sentence tells of an event of its own: it names another town than those before and brings in whom it tells of,
    /// or the place that opens it stands in a row of such, or it also brings in what did the harm.
    fn turns(&mut self, parsed: &Parsed<'a>, index: usize, opening: Option<&str>) -> bool {
        let ((sentence, chunks), stated) = (parsed.sentence(index), parsed.stated(index));
        let fresh = fresh(chunks, stated);
        let opens = opening.is_some_and(|opening| {
            let row = !self.whole && self.last.is_some_and(|last| last != opening);
            let known = &parsed.text[parsed.start(self.told)..parsed.start(index)];
            (row || stated.iter().any(|s| event(sentence, chunks, s))) && !known.contains(opening)
        });
        // towns are dear to find
        if !fresh && !opens {
            return false;
        }
        self.read_towns(parsed);
        if self.town.is_empty() || self.wide && !opens {
            return opens;
        }
        let town = self.town(parsed, index);
        let near = |a: &Place| self.town.iter().any(|b| a.kilometres(b) <= NEAR_KM);
        !town.iter().any(near) && (opens || !town.is_empty())
    }

    /// Reads the towns of the sentences before.
    fn read_towns(&mut self, parsed: &Parsed) {
        let unread = std::mem::replace(&mut self.read, self.told + 1)..=self.told;
        for before in unread.filter(|before| !parsed.stated(*before).is_empty()) {
            let town = self.town(parsed, before);
            self.wide |= town.is_empty() && self.town.is_empty();
            self.town = if town.is_empty() { std::mem::take(&mut self.town) } else { town };
        }
    }

    /// The first town that a sentence names, by all that may be meant.
    fn town(&self, parsed: &Parsed, index: usize) -> Vec<Place> {
        let town = self.places.find(parsed.spans[index].tokens.clone()).find(Spot::may_be_town);
        town.map_or_else(Vec::new, |town| town.towns())
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
