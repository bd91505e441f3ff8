//! What joins phrases and clauses: "and", "who", "including", "of whom".

use super::super::word::{Sort, Word};
use super::{AUXILIARIES, Chunk, Chunks};
use crate::lexicon::Class;

/// The classes of words that join phrases and clauses.
pub(super) const JOINTS: &[Class] =
    &[Class::Whom, Class::Including, Class::Relative, Class::And, Class::Or, Class::But];

/// What joins phrases or clauses at word `at`, which has one of [`JOINTS`].
pub(super) fn joint(words: &[Word], at: usize, chunks: &Chunks) -> Option<Chunk> {
    let (w, next) = (&words[at], words.get(at + 1));
    if w.has(Class::Whom) {
        // "two of those men"
        let noun = next.is_some_and(|n| n.any(&[Class::Person, Class::Persons]) && !n.outcome.any());
        return Some(if noun && w.has(Class::Of) { Chunk::Preposition(at) } else { Chunk::Whom });
    }
    // "all of them died", "killing all of them", but "all of them farmers"
    let ends = |n: &Word| !matches!(n.sort, Sort::Word) || n.outcome.verb.is_some() || n.any(AUXILIARIES);
    if w.has(Class::Including) && !(w.has(Class::PersonPronoun) && next.is_none_or(ends)) {
        return Some(Chunk::Including(at));
    }
    if w.has(Class::Relative) && relative_here(words, at, chunks) {
        return Some(Chunk::Relative(at));
    }
    let phrase = |n: &Word| matches!(n.sort, Sort::Figure(_)) || n.any(&[Class::A, Class::Definite, Class::Owner]);
    let clause = || next.is_some_and(phrase) || matches!(chunks.list.last(), Some(Chunk::Verb(_)));
    if w.has(Class::Relative) && w.has(Class::Definite) && clause() {
        return Some(Chunk::Where(at)); // "said that …"
    }
    if w.any(&[Class::And, Class::Or]) {
        return Some(Chunk::And(at));
    }
    // "neither of them", "neither was"
    let neither = || w.has(Class::Nobody) && next.is_some_and(|n| n.any(&[Class::Of, Class::BeSingle]));
    (w.has(Class::But) && !neither()).then_some(Chunk::But)
}

/// "that" opens a clause after a noun or a verb; before a noun it points.
fn relative_here(words: &[Word], at: usize, chunks: &Chunks) -> bool {
    let w = &words[at];
    if !w.has(Class::Definite) {
        return true;
    }
    let after_noun = matches!(chunks.list.last(), Some(Chunk::Noun(_) | Chunk::Comma));
    let verb_next = words
        .get(at + 1)
        .is_some_and(|n| n.any(AUXILIARIES) || n.outcome.verb.is_some() || n.any(&[Class::VerbPast, Class::VerbS]));
    after_noun && verb_next
}
