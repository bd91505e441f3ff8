//! States: "was dead", "three civilians wounded", "found dead".

use super::super::chunk::{Chunk, Chunks, VerbGroup};
use super::super::noun_phrase::Opening;
use super::super::walk;
use super::super::word::Sentence;
use super::{Ground, Item, Statement};
use crate::claim::Outcome;
use crate::lexicon::Class;

/// "13 were dead", "is in critical condition": what the word `state` of the verb group at chunk `c` tells of its subject.
pub(super) fn of_copula(
    sentence: &Sentence,
    chunks: &Chunks,
    c: usize,
    g: &VerbGroup,
    state: usize,
) -> Option<Statement> {
    let (outcome, ground) = told(sentence, state);
    let items = walk::subject(sentence, chunks, c, g.plural);
    // "the deal was dead"
    let thing = |i: &Item| {
        let np = &chunks.phrases[i.phrase];
        !np.is_people() && np.name.is_none() && np.figure.is_none() && np.opening != Opening::None
    };
    let group = &sentence.words[g.first..g.end];
    let found = group.iter().any(|w| w.has(Class::Found) || w.end - w.first > 1);
    if outcome == Outcome::Killed && !found && items.iter().all(thing) {
        return None;
    }
    Some(Statement { word: state, ..Statement::of_group(g, c, outcome, ground, items) })
}

/// "three civilians wounded", "found dead", "leaving 13 dead": a state right of its noun.
pub(super) fn of_state(sentence: &Sentence, chunks: &Chunks, c: usize, w: usize) -> Option<Statement> {
    let (outcome, ground) = told(sentence, w);
    let before = c.checked_sub(1).map(|p| chunks.list[p]);
    if matches!(before, Some(Chunk::Preposition(p)) if sentence.words[p].has(Class::For)) {
        return None; // "left his sister for dead"
    }
    Some(Statement::new(w, c, outcome, ground, walk::subject(sentence, chunks, c, None)))
}

/// What a word of a state tells, and how.
fn told(sentence: &Sentence, state: usize) -> (Outcome, Ground) {
    let word = sentence.words[state].outcome;
    let outcome = word.adjective.expect("a state has an outcome");
    let condition = word.people.is_none() && outcome == Outcome::Injured;
    (outcome, if condition { Ground::Condition } else { Ground::Verb })
}
