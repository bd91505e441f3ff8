//! The parts that are named behind a predicate.

use super::super::chunk::{Chunk, Chunks};
use super::super::item::Item;
use super::super::word::Sentence;
use super::onward::{counted, list_on, spells_out};
use super::plain;

/// Adds "including two children" that follows a predicate, past prepositional phrases.
pub(super) fn parts_after(sentence: &Sentence, chunks: &Chunks, from: usize, items: &mut Vec<Item>) {
    if items.is_empty() {
        return;
    }
    let mut i = from;
    while let Some(k) = chunks.list.get(i) {
        match *k {
            Chunk::Including(_) => {
                if matches!(chunks.list.get(i + 1), Some(Chunk::Noun(_))) {
                    for item in list_on(sentence, chunks, i + 1) {
                        if !items.iter().any(|known| known.phrase == item.phrase) {
                            items.push(Item { part: true, ..item });
                        }
                    }
                } else if let Some(n) = among_them(chunks, i).filter(|n| !items.iter().any(|item| item.phrase == *n)) {
                    items.push(Item { part: true, ..plain(n) });
                }
                return;
            }
            // "were killed (five civilians, three soldiers)", "were killed: the pilot and his wife"
            Chunk::Open | Chunk::Break if counted(chunks, items) && spells_out(chunks, i + 1) => {
                items.extend(list_on(sentence, chunks, i + 1).into_iter().map(|item| Item { part: true, ..item }));
                return;
            }
            Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Comma | Chunk::Other(_) | Chunk::Open | Chunk::Close => {}
            _ => return,
        }
        i += 1;
    }
}

/// "were killed, two children among them": the phrase before the word at chunk `i`, where a comma parts it from the rest.
fn among_them(chunks: &Chunks, i: usize) -> Option<usize> {
    match chunks.list[..i] {
        [.., Chunk::Comma, Chunk::Noun(n)] if chunks.phrases[n].is_people() => Some(n),
        _ => None,
    }
}
