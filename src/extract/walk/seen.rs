//! What stands between a predicate and its people: their parts, and who they are.

use super::super::chunk::{Chunk, Chunks};
use super::super::item::Item;
use super::super::word::Sentence;
use super::onward::{list_on, spells_out};

/// What stands between a predicate and its people.
#[derive(Default)]
pub(super) struct Seen {
    /// "including the bomber"
    pub(super) parts: Vec<Item>,
    /// "12 guests, including a child, and two waiters": those behind the parts.
    pub(super) beside: Vec<Item>,
    /// "all civilians": who they are.
    pub(super) kind: Option<usize>,
}

/// The items of a predicate with what was seen.
pub(super) fn finish(mut items: Vec<Item>, seen: Seen) -> Vec<Item> {
    if let ([item], Some(_)) = (&mut items[..], seen.kind) {
        item.inner = item.inner.or(seen.kind);
    }
    items.extend(seen.parts);
    items.extend(seen.beside);
    items
}

/// The parts named in a parenthesis that opens at chunk `open`: "including the bomber", "three tourists and two guides".
pub(super) fn parenthesis(sentence: &Sentence, chunks: &Chunks, open: usize, seen: &mut Seen) {
    if let Some(&Chunk::Noun(n)) = chunks.list.get(open + 1)
        && chunks.phrases[n].all
        && chunks.phrases[n].figure.is_none()
        && chunks.phrases[n].is_people()
    {
        seen.kind = Some(n);
        return;
    }
    let first = match chunks.list.get(open + 1) {
        Some(Chunk::Including(_)) => open + 2,
        // "nine people, two clerks among them, were killed"
        Some(Chunk::Noun(_))
            if matches!(chunks.list.get(open + 2..open + 4), Some([Chunk::Including(_), Chunk::Comma])) =>
        {
            open + 1
        }
        Some(&Chunk::Noun(n)) if chunks.phrases[n].figure.is_some() && spells_out(chunks, open + 1) => open + 1,
        _ => return,
    };
    let counted = open.checked_sub(1).is_some_and(
        |p| matches!(chunks.list[p], Chunk::Noun(n) if chunks.phrases[n].figure.is_some() || chunks.phrases[n].plural == Some(true)),
    );
    if counted && matches!(chunks.list.get(first), Some(Chunk::Noun(_))) {
        seen.parts.extend(list_on(sentence, chunks, first).into_iter().map(|item| Item { part: true, ..item }));
    }
}

/// Those behind the one part that an "including" names, with a comma before "and": they are no part. `i` is the chunk of the last.
pub(super) fn behind_parts(list: &[Chunk], i: usize, items: &mut Vec<Item>) -> Option<Item> {
    let closed = matches!(list[..=i], [.., Chunk::Noun(_), Chunk::Comma, Chunk::And(_), Chunk::Noun(n)] if items.last().is_some_and(|last| last.phrase == n));
    if closed && items.len() == 2 { items.pop() } else { None }
}
