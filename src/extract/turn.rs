//! Whether a sentence turns to another incident by its place: "In Herat, gunmen killed a judge" after one in Farah.

use super::chunk::{Chunk, Chunks, Voice};
use super::noun_phrase::{Opening, Who};
use super::statement::{Ground, Statement};
use super::word::Sentence;
use crate::lexicon::Class;

/// The places that opened the sentences told so far.
#[derive(Debug, Default)]
pub(super) struct Places<'t> {
    /// That of the last sentence which told of anyone.
    last: Option<&'t str>,
    /// Whether somebody was told of in a sentence that no place opened: what places open may be parts of that.
    whole: bool,
    /// The last sentence which told of anyone.
    pub(super) told: usize,
}

impl<'t> Places<'t> {
    /// Keeps the place that opened a sentence in which people were told of.
    pub(super) fn keep(&mut self, opening: Option<&'t str>, sentence: usize) {
        self.told = sentence;
        self.whole |= opening.is_none() && self.last.is_none();
        self.last = opening.or(self.last);
    }

    /// Whether a sentence that a place opens tells of an event of its own: it brings in what did the harm, or stands in a row of
    /// places. `before` is the text shortly before it, which knows nothing of the place.
    pub(super) fn turns(
        &self,
        opening: &str,
        before: &str,
        sentence: &Sentence,
        chunks: &Chunks,
        told: &[Statement],
    ) -> bool {
        let row = !self.whole && self.last.is_some_and(|last| last != opening);
        !before.contains(opening) && (row || told.iter().any(|s| event(sentence, chunks, s)))
    }
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
    let before =
        chunks.list.iter().take_while(|k| !matches!(**k, Chunk::Noun(n) if s.items.iter().any(|i| i.phrase == n)));
    own && (chunks.list.iter().enumerate().any(subject)
        || chunks.list[s.chunk..].iter().any(thing)
        || before.clone().any(thing))
}
