//! By what people were hit, and where.

use super::super::chunk::{Chunk, Chunks};
use super::super::word::Sentence;
use crate::lexicon::Class;

/// "struck by bullets", which befalls people
pub(super) fn by_bullets(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    matches!(
        (chunks.list.get(c + 1), chunks.list.get(c + 2)),
        (Some(&Chunk::Preposition(w)), Some(&Chunk::Noun(n)))
            if sentence.words[w].has(Class::By) && sentence.words[chunks.phrases[n].head as usize].has(Class::Bullet)
    )
}

/// "shot in the leg": right behind the predicate at chunk `c`.
pub(super) fn in_limb(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let after = chunks.list[c + 1..]
        .iter()
        .take(4)
        .take_while(|k| matches!(k, Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Other(_)));
    after
        .into_iter()
        .any(|k| matches!(*k, Chunk::Noun(n) if sentence.words[chunks.phrases[n].head as usize].has(Class::Limb)))
}
