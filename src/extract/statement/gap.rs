//! Predicates left out: "four were killed in Sumy and six more in Lviv", "two were taken to one hospital, three to another".

use super::super::chunk::{Chunk, Chunks, Kind};
use super::super::noun_phrase::Who;
use super::super::walk::in_hospital;
use super::super::word::Sentence;
use super::{Ground, Item, Statement};

/// Adds the people whose predicate is that of the clause before, with a preposition of the same kind behind them.
pub(super) fn gaps(sentence: &Sentence, chunks: &Chunks, found: &mut [Statement]) {
    for c in chunks.runs([&[Kind::And, Kind::Comma], &[Kind::Bare], &[Kind::Preposition]]) {
        let (Chunk::And(_) | Chunk::Comma, Chunk::Noun(n), Chunk::Preposition(w)) =
            (chunks.list[c], chunks.list[c + 1], chunks.list[c + 2])
        else {
            continue;
        };
        let np = &chunks.phrases[n];
        // "one died at the scene and another on the way"
        let another = np.other && np.plural == Some(false) && matches!(chunks.list[c], Chunk::And(_));
        let counted = np.who == Who::Bare && (np.figure.is_some() || another) && np.state.is_none();
        if !counted || finite_behind(chunks, c + 2) || found.iter().any(|s| s.items.iter().any(|i| i.phrase == n)) {
            continue;
        }
        let alike = |p: &Chunk| matches!(*p, Chunk::Preposition(v) if sentence.words[v].id == sentence.words[w].id);
        // "three died, two in a park and one in a car"
        let next = |k: &[Chunk]| {
            let bare = |n: usize| chunks.phrases[n].who == Who::Bare && chunks.phrases[n].figure.is_some();
            matches!(*k, [Chunk::And(_) | Chunk::Comma, Chunk::Noun(n), p] if bare(n) && alike(&p))
        };
        let divides = || chunks.list[c] == Chunk::Comma && chunks.list[c + 3..].windows(3).take(4).any(next);
        let open = |s: &&mut Statement| {
            matches!(s.ground, Ground::Verb | Ground::Taken)
                && s.chunk < c
                && !s.items.is_empty()
                && !s.negated
                && !chunks.list[s.chunk..c]
                    .iter()
                    .any(|k| matches!(k, Chunk::Where(_) | Chunk::But | Chunk::Relative(_)))
                && (another && s.ground == Ground::Verb || chunks.list[s.chunk..c].iter().any(alike) || divides())
        };
        if let Some(s) = found.iter_mut().filter(open).max_by_key(|s| s.chunk) {
            s.items.push(Item { phrase: n, part: false, of: false, inner: None });
        }
    }
}

/// Adds the people behind an "and" after the predicate of those before it: "four guards were killed and five villagers",
/// "four killed and possibly five villagers".
pub(super) fn and_behind(sentence: &Sentence, chunks: &Chunks, found: &mut [Statement]) {
    for c in chunks.runs([&[Kind::Verb, Kind::State], &[Kind::And]]).map(|verb| verb + 1) {
        let (Chunk::Verb(_) | Chunk::State(_), Chunk::And(_)) = (chunks.list[c - 1], chunks.list[c]) else { continue };
        let at = c + 1 + usize::from(matches!(chunks.list.get(c + 1), Some(Chunk::Other(_))));
        let Some(&Chunk::Noun(n)) = chunks.list.get(at) else { continue };
        let np = &chunks.phrases[n];
        let counted = np.who == Who::Person && np.figure.is_some() && np.state.is_none() && !np.other;
        let told = |s: &Statement| s.items.iter().any(|i| i.phrase == n);
        if !counted || finite_behind(chunks, at + 1) || in_hospital(sentence, chunks, at) || found.iter().any(told) {
            continue;
        }
        let before = |i: &Item| {
            let np = &chunks.phrases[i.phrase];
            np.figure.is_some() && (np.end as usize) <= chunks.starts[c - 1]
        };
        let fits = |s: &&mut Statement| {
            s.chunk + 1 == c && s.ground == Ground::Verb && !s.negated && s.items.iter().all(before)
        };
        if let Some(s) = found.iter_mut().find(fits) {
            s.items.push(Item { phrase: n, part: false, of: false, inner: None });
        }
    }
}

/// Whether the words behind chunk `c` have a verb of their own.
fn finite_behind(chunks: &Chunks, c: usize) -> bool {
    let clause = chunks.list[c..]
        .iter()
        .take_while(|k| !matches!(k, Chunk::Comma | Chunk::And(_) | Chunk::Break | Chunk::Where(_)));
    clause.into_iter().any(|k| matches!(k, Chunk::Verb(_) | Chunk::State(_)))
}
