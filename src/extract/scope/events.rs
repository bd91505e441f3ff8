//! Another event, on which a clause hangs.

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::noun_phrase::Opening;
use super::super::word::Sentence;
use crate::lexicon::Class;

/// "following an explosion that killed one": the clause hangs on another event.
pub(super) fn of_another(sentence: &Sentence, chunks: &Chunks, start: usize) -> bool {
    let Some(Chunk::Relative(_)) = start.checked_sub(1).map(|r| chunks.list[r]) else { return false };
    let mut i = start - 1;
    while i > 0 && matches!(chunks.list[i - 1], Chunk::Preposition(_) | Chunk::Comma) {
        i -= 1; // ", in which"
    }
    while i >= 2 {
        match (chunks.list[i - 2], chunks.list[i - 1]) {
            (Chunk::Preposition(w) | Chunk::Where(w), Chunk::Noun(n)) => {
                if sentence.words[w].has(Class::After) {
                    return chunks.phrases[n].opening == Opening::A;
                }
                i -= 2;
            }
            // "the attack follows a raid in which two were killed"
            (Chunk::Verb(v), Chunk::Noun(n)) => {
                let g = &chunks.verbs[v];
                let follows = sentence.words[g.main].has(Class::After) && g.voice == Voice::Active;
                return follows && chunks.phrases[n].opening == Opening::A;
            }
            _ => return false,
        }
    }
    false
}

/// "an hour after another crash near Hull, where 12 were killed": the place is that of the other event.
pub(super) fn where_another(sentence: &Sentence, chunks: &Chunks, start: usize) -> bool {
    let after = |w: usize| sentence.words[w].has(Class::After);
    let Some(before) = start.checked_sub(1).filter(|_| matches!(chunks.list[start], Chunk::Where(_))) else {
        return false;
    };
    if chunks.list[before] != Chunk::Comma {
        return false;
    }
    let event =
        chunks.list[..before].iter().rposition(|k| matches!(k, Chunk::Where(_) | Chunk::Verb(_) | Chunk::Break));
    matches!(event.map(|e| (chunks.list[e], chunks.list[e + 1])), Some((Chunk::Where(w), Chunk::Noun(n))) if after(w) && chunks.phrases[n].other)
}
