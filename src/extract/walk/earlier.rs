//! The subject of a predicate that has none of its own, in the clause before.

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::statement::Item;
use super::super::word::Sentence;
use super::back::relative_before;
use super::leap::leap;
use super::{LEAPS, participle};
use crate::lexicon::Class;

/// "was shot twice and died": the subject of the verb before the conjunction at `i`.
pub(super) fn earlier_subject(
    sentence: &Sentence,
    chunks: &Chunks,
    i: usize,
    plural: Option<bool>,
    depth: usize,
) -> Option<Vec<Item>> {
    if depth >= LEAPS {
        return None;
    }
    let list = &chunks.list;
    for p in (0..i).rev() {
        match list[p] {
            Chunk::Verb(v) if !matches!(chunks.verbs[v].voice, Voice::Ing | Voice::Infinitive) => {
                let g = &chunks.verbs[v];
                // a plain verb needs a noun before it; what has an auxiliary, a relative or an outcome is one at any rate
                let plain = g.first == g.main
                    && g.voice == Voice::Active
                    && g.outcome.is_none()
                    && relative_before(list, p).is_none();
                if !plain || p > 0 && matches!(list[p - 1], Chunk::Noun(_)) {
                    let items = leap(sentence, chunks, p, plural.or(g.plural), depth + 1);
                    let items: Vec<Item> = items.into_iter().filter(|i| !i.part).collect();
                    return (!items.is_empty()).then_some(items);
                }
            }
            Chunk::Break => return None,
            _ => {}
        }
    }
    None
}

/// "a child is dead after being shot": the subject of the clause before the conjunction at `i`, but nobody who only speaks.
pub(super) fn clause_subject(sentence: &Sentence, chunks: &Chunks, i: usize, depth: usize) -> Vec<Item> {
    let predicate = (0..i).rev().find(|&p| match chunks.list[p] {
        Chunk::Verb(v) => !matches!(chunks.verbs[v].voice, Voice::Ing | Voice::Infinitive),
        Chunk::State(_) | Chunk::Break => true,
        _ => false,
    });
    let Some(p) = predicate.filter(|_| depth < LEAPS) else { return Vec::new() };
    match chunks.list[p] {
        Chunk::Verb(v) if !sentence.words[chunks.verbs[v].main].has(Class::Speech) => {
            leap(sentence, chunks, p, chunks.verbs[v].plural, depth + 1)
        }
        Chunk::State(_) => leap(sentence, chunks, p, None, depth + 1),
        _ => Vec::new(),
    }
}

/// Whether the predicate at `c` is one that has no subject of its own: "being shot", "turning".
pub(super) fn subjectless(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    participle(sentence, chunks, c) || matches!(chunks.list[c], Chunk::Verb(v) if chunks.verbs[v].voice == Voice::Ing)
}
