//! A toll that is put at another figure after the first: "rose to 21 and then to 22", "put the number at 28 but revised it to
//! 33", "It later climbed to 30".

use super::super::chunk::{Chunk, Chunks, Kind};
use super::super::noun_phrase::{Pronoun, Who};
use super::super::word::Sentence;
use super::{Ground, Item, Statement};
use crate::claim::Outcome;
use crate::lexicon::Class;

/// Adds the later figures of a toll.
pub(super) fn retold(sentence: &Sentence, chunks: &Chunks, found: &mut Vec<Statement>) {
    for c in chunks.runs([&[Kind::Preposition], &[Kind::Bare]]).map(|of| of + 1).filter(|c| *c >= 2) {
        let (Chunk::Preposition(w), Chunk::Noun(n)) = (chunks.list[c - 1], chunks.list[c]) else { continue };
        let np = &chunks.phrases[n];
        let bare = np.who == Who::Bare && np.figure.is_some() && np.state.is_none() && !np.other;
        let of = sentence.words[w].any(&[Class::Of, Class::By]);
        let goes_on = matches!(chunks.list.get(c + 1), Some(Chunk::Noun(_)));
        if !bare || of || goes_on || found.iter().any(|s| s.items.iter().any(|i| i.phrase == n)) {
            continue;
        }
        let toll = found.iter().rfind(|s| s.ground == Ground::Toll && !s.items.is_empty() && s.chunk < c);
        let again = toll.is_some() && then_again(sentence, chunks, c - 1);
        if again || raised(sentence, chunks, c - 1) {
            let (outcome, of) = toll.map_or((Outcome::Killed, true), |s| (s.outcome, false));
            let items = vec![Item { phrase: n, part: false, of, inner: None }];
            found.push(Statement::new(np.head as usize, c, outcome, Ground::Toll, items));
        }
    }
}

/// Whether the preposition at chunk `at` is that of the figure before, behind an "and" or a comma: "and then to 22".
fn then_again(sentence: &Sentence, chunks: &Chunks, at: usize) -> bool {
    let Chunk::Preposition(w) = chunks.list[at] else { return false };
    let Some(joint) = chunks.list[..at].iter().rposition(|k| !matches!(k, Chunk::Other(_))) else { return false };
    let alike = |p: &[Chunk]| matches!(*p, [Chunk::Preposition(v), Chunk::Noun(n)] if sentence.words[v].id == sentence.words[w].id && chunks.phrases[n].figure.is_some());
    matches!(chunks.list[joint], Chunk::And(_) | Chunk::Comma) && chunks.list[..joint].windows(2).any(alike)
}

/// "revised it to", "it later rose to", "put it at": the toll of before stands for "it".
fn raised(sentence: &Sentence, chunks: &Chunks, at: usize) -> bool {
    let raises = |k: &Chunk| matches!(*k, Chunk::Verb(v) if sentence.words[chunks.verbs[v].main].has(Class::Raising) && !chunks.verbs[v].negated && !chunks.verbs[v].modal);
    let it = |k: &Chunk| matches!(*k, Chunk::Noun(n) if chunks.phrases[n].pronoun == Some(Pronoun::Thing));
    match chunks.list[..at] {
        [.., verb, object] if raises(&verb) && it(&object) => true,
        [ref before @ .., verb] if raises(&verb) => {
            before.iter().rfind(|k| !matches!(k, Chunk::Other(_))).is_some_and(it)
        }
        _ => false,
    }
}
