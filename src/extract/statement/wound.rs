//! By what people were hit, and where.

use super::super::chunk::{Chunk, Chunks};
use super::super::word::Sentence;
use crate::lexicon::Class;

/// "struck by bullets", "struck in the head by a bullet", which befalls people
pub(super) fn by_bullets(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let hangs = |k: &&Chunk| matches!(k, Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Other(_));
    let after = chunks.list[c + 1..].iter().take_while(hangs).take(6);
    after.clone().zip(after.skip(1)).any(|pair| match pair {
        (&Chunk::Preposition(w), &Chunk::Noun(n)) => {
            sentence.words[w].has(Class::By) && sentence.words[chunks.phrases[n].head as usize].has(Class::Bullet)
        }
        _ => false,
    })
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
