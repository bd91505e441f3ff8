//! Who is counted where a head only counts: "the bodies of two men", "one of five people shot".

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::item::Item;
use super::super::noun_phrase::{Opening, Who};
use super::super::word::Sentence;
use super::plain;
use crate::lexicon::Class;

/// Under a counting head ("the bodies of two men", "members of the crew", "one of the wounded") the people are told by
/// both: the head’s figure where it has one, else what follows "of".
pub(super) fn counted_of(sentence: &Sentence, chunks: &Chunks, of: usize, inner: usize) -> Option<Vec<Item>> {
    let Chunk::Noun(head) = chunks.list[of.checked_sub(1)?] else { return None };
    let np = &chunks.phrases[head];
    let inner_np = &chunks.phrases[inner];
    if let Some(some) = some_of_group(sentence, chunks, of, inner) {
        return Some(vec![Item { of: true, inner: Some(inner), ..plain(some) }]);
    }
    if np.figure.is_some()
        && np.who == Who::Bare
        && matches!(inner_np.who, Who::Animal | Who::Thing)
        && inner_np.pronoun.is_none()
    {
        return Some(Vec::new()); // "hundreds of cattle"
    }
    if np.figure.is_some() && (np.who == Who::Bare || np.member) {
        let of = inner_np.opening == Opening::Definite
            || inner_np.opening == Opening::Owner
            || inner_np.state.is_some()
            || inner_np.pronoun.is_some();
        return Some(vec![Item { of, inner: Some(inner), ..plain(head) }]);
    }
    let five = inner_np.figure.is_some() && inner_np.who == Who::Bare;
    if np.who == Who::Crowd && np.figure.is_none() && five {
        return Some(vec![plain(inner)]); // "a family of five"
    }
    let inside = of.checked_sub(2).is_some_and(|p| matches!(chunks.list[p], Chunk::Preposition(_)));
    let things = inner_np.figure.is_none() && inner_np.name.is_none() && !inner_np.is_people();
    if np.who == Who::Crowd && np.figure.is_none() && things && !inside {
        return Some(Vec::new()); // "the crew of the trawler": of how many nobody knows
    }
    if (np.member || np.count.is_some()) && np.figure.is_none() && inner_np.may_be_people() && !np.is_people() {
        return Some(vec![plain(inner)]);
    }
    None
}

/// "Eleven of a group of 14": those counted before the group, whose number stands behind the preposition at chunk `of`.
pub(super) fn some_of_group(sentence: &Sentence, chunks: &Chunks, of: usize, inner: usize) -> Option<usize> {
    let [.., Chunk::Noun(some), Chunk::Preposition(w), Chunk::Noun(group)] = chunks.list[..of] else { return None };
    let (some_np, np) = (&chunks.phrases[some], &chunks.phrases[group]);
    let group = np.figure.is_none() && (np.member || np.who == Who::Crowd) && chunks.phrases[inner].figure.is_some();
    let counted = some_np.figure.is_some() && some_np.who == Who::Bare;
    (group && counted && sentence.words[w].has(Class::Of)).then_some(some)
}

/// "was one of five people shot": the five suffered it, and the one is of them.
pub(super) fn one_of(sentence: &Sentence, chunks: &Chunks, i: usize) -> Option<Vec<Item>> {
    let [.., Chunk::Noun(outer), Chunk::Preposition(w), Chunk::Noun(n)] = chunks.list[..=i] else { return None };
    let (one, five) = (&chunks.phrases[outer], &chunks.phrases[n]);
    let of = sentence.words[w].has(Class::Of) && one.figure.is_some() && one.who == Who::Bare;
    // "found three of the five men dead": the three are
    let found = matches!(chunks.list[..i - 2], [.., Chunk::Verb(v)] if chunks.verbs[v].voice == Voice::Active && sentence.words[chunks.verbs[v].main].has(Class::Found));
    let counted = !found
        && five.figure.is_some()
        && matches!(five.opening, Opening::None | Opening::Definite)
        && five.is_people();
    (of && counted).then(|| vec![plain(n), Item { part: true, ..plain(outer) }])
}
