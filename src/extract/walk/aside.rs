//! What commas or dashes set aside: an apposition, a relative clause, names.

use super::super::chunk::{Chunk, Chunks, Voice};

/// Where the comma at `i` closes a parenthesis, the place of the comma that opens it.
pub(super) fn apposition(chunks: &Chunks, i: usize) -> Option<usize> {
    let list = &chunks.list;
    if let Some(open) = opens_parts(list, i) {
        return Some(open);
    }
    let open = (0..i).rev().take(14).find(|&p| list[p] == Chunk::Comma)?;
    let before = (0..open).rev().find(|&p| !matches!(list[p], Chunk::Other(_)))?; // past an age
    if !matches!(list[before], Chunk::Noun(_) | Chunk::Close) {
        return None;
    }
    let first = list.get(open + 1)?;
    match first {
        Chunk::Relative(_)
        | Chunk::Including(_)
        | Chunk::Preposition(_)
        | Chunk::Whom
        | Chunk::Noun(_)
        | Chunk::Verb(_)
        | Chunk::Other(_)
        | Chunk::State(_) => Some(open),
        _ => None,
    }
}

/// "At least 26, including three nurses, two doctors and a cook,": the comma before the parts that the comma at `i` closes.
fn opens_parts(list: &[Chunk], i: usize) -> Option<usize> {
    let listed = |k: &&Chunk| {
        matches!(
            k,
            Chunk::Noun(_) | Chunk::Comma | Chunk::And(_) | Chunk::Preposition(_) | Chunk::Other(_) | Chunk::Owner
        )
    };
    let parts = i.checked_sub(1 + list[..i].iter().rev().take(24).take_while(listed).count())?;
    let open = parts.checked_sub(1)?;
    (matches!(list[parts], Chunk::Including(_)) && list[open] == Chunk::Comma).then_some(open)
}

/// "A, who met B, who was killed", "men …, fired at B, who was killed": the last "who" is of B, not of A past what the comma at
/// `close` ends.
pub(super) fn chained(chunks: &Chunks, open: usize, close: usize) -> bool {
    let relative = matches!(chunks.list.get(open + 1), Some(Chunk::Relative(_) | Chunk::Verb(_)));
    // "In Lima, a judge blamed A for the death of B, who was killed": a verb with an object makes a clause of it
    let mut inside = chunks.list[open + 1..close].iter().filter(|k| !matches!(k, Chunk::Other(_)));
    let acts = |k: Option<&Chunk>| matches!(k, Some(&Chunk::Verb(v)) if chunks.verbs[v].voice == Voice::Active);
    let noun = |k: Option<&Chunk>| matches!(k, Some(Chunk::Noun(_)));
    let clause = noun(inside.next()) && acts(inside.next()) && noun(inside.next());
    let beside = matches!(chunks.list[close - 1], Chunk::Noun(n) if chunks.phrases[n].may_be_people() && (chunks.phrases[n].is_people() || chunks.phrases[n].name.is_some()));
    (relative || clause) && beside
}

/// "two clerks – Ann Lee and Tom Roe – and a guard": from the dash at chunk `i`, where the names between the dashes start and
/// the "and" behind them.
pub(super) fn dashed(chunks: &Chunks, i: usize) -> Option<(usize, usize)> {
    let list = &chunks.list;
    let dash = |k: &Chunk| *k == Chunk::Break; // "--" is two marks
    let inside = i + list[i..].iter().take_while(|k| dash(k)).count();
    let held = |k: &&Chunk| {
        matches!(k, Chunk::Noun(_) | Chunk::And(_) | Chunk::Comma | Chunk::Other(_) | Chunk::Preposition(_))
    };
    let close = inside + list.get(inside..)?.iter().take_while(held).count();
    let and = close + list.get(close..)?.iter().take_while(|k| dash(k)).count();
    let named = |k: &Chunk| !matches!(*k, Chunk::Noun(n) if chunks.phrases[n].name.is_none());
    let joins = and > close && matches!(list.get(and), Some(Chunk::And(_)));
    (joins && list[inside..close].iter().all(named)).then_some((inside, and))
}
