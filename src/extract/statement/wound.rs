//! By what people were hit, and where.

use super::super::chunk::{Chunk, Chunks};
use super::super::word::Sentence;
use super::Item;
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

/// "shot three people dead", "shot three people at the wedding dead": whether a word of death ends what stands behind the people.
pub(super) fn dead_behind(sentence: &Sentence, chunks: &Chunks, items: &[Item]) -> bool {
    let Some(at) = items.last().and_then(|i| chunks.place_of(i.phrase)) else { return false };
    let hung = |k: &&[Chunk]| matches!(k, [Chunk::Preposition(_), Chunk::Noun(_)]);
    let places = chunks.list[at + 1..].chunks(2).take_while(hung).count();
    let behind = chunks.starts.get(at + 1 + 2 * places).copied().unwrap_or(sentence.words.len());
    let fatal = |at: usize| sentence.words.get(at).is_some_and(|w| w.has(Class::Fatal));
    fatal(behind) || places > 0 && fatal(behind - 1)
}
