//! Who those told of before are: "they were A and B", "among them were three children", "two of them were nurses".

use super::super::chunk::{Chunk, Chunks};
use super::super::noun_phrase::{NounPhrase, Opening, Pronoun, Who};
use super::super::walk;
use super::super::word::Sentence;
use super::{Ground, Item, Statement};
use crate::claim::{Outcome, Victims};
use crate::lexicon::Class;

/// "They were Ann Lee and her son", "the victims were identified as A and B": who those told of before are.
pub(super) fn named(sentence: &Sentence, chunks: &Chunks, c: usize, right: usize) -> Option<Statement> {
    let Chunk::Noun(n) = chunks.list[c.checked_sub(1)?] else { return None };
    let opens = c < 2 || !matches!(chunks.list[c - 2], Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Verb(_));
    let several = chunks.phrases[n].plural == Some(true);
    let items = walk::list_on(sentence, chunks, right);
    (opens && several && those_before(&chunks.phrases[n]) && items.len() > 1).then(|| new(chunks, right, items))
}

/// "Among them were three children", "three of them were children", "most of the victims were clerks", "two were nurses": some
/// of those told of before.
pub(super) fn some_of_them(
    sentence: &Sentence,
    chunks: &Chunks,
    c: usize,
    right: usize,
    found: &[Statement],
) -> Option<Statement> {
    let Chunk::Noun(who) = chunks.list[right] else { return None };
    let victims = |n: usize| those_before(&chunks.phrases[n]);
    let share = match chunks.list[..c] {
        [Chunk::Including(_)] => None,
        [Chunk::Including(_), Chunk::Noun(n)] if all(&chunks.phrases[n]) => None, // "among the victims"
        [Chunk::Noun(n)] | [Chunk::Noun(n), Chunk::Whom] => Some(n),
        [Chunk::Noun(n), Chunk::Preposition(w), Chunk::Noun(whole)] if victims(whole) => {
            Some(n).filter(|_| sentence.words[w].has(Class::Of))
        }
        _ => return None,
    };
    let Some(share) = share else { return parts(sentence, chunks, right, found) };
    let (np, kind) = (&chunks.phrases[share], &chunks.phrases[who]);
    let some = np.who == Who::Bare && (np.figure.is_some() || np.share) && np.state.is_none() && !np.nobody;
    let told = kind.is_people() && kind.figure.is_none() && kind.pronoun.is_none() && !kind.attacker;
    let item = Item { part: true, inner: Some(who), ..walk::plain(share) };
    (some && told).then(|| new(chunks, right, vec![item]))
}

/// "They included two nurses": some of those told of before, by the word at chunk `c`.
pub(super) fn included(sentence: &Sentence, chunks: &Chunks, c: usize, found: &[Statement]) -> Option<Statement> {
    match chunks.list[..c] {
        [Chunk::Noun(n)] if those_before(&chunks.phrases[n]) => parts(sentence, chunks, c + 1, found),
        _ => None,
    }
}

/// The people of the list at chunk `right`, where each of them is counted or one, and nothing else is told of them.
fn parts(sentence: &Sentence, chunks: &Chunks, right: usize, found: &[Statement]) -> Option<Statement> {
    let items: Vec<Item> = walk::list_on(sentence, chunks, right);
    let counted = |i: &Item| {
        let np = &chunks.phrases[i.phrase];
        np.is_people() && np.pronoun.is_none() && (np.figure.is_some() || np.plural == Some(false))
    };
    let told = |i: &Item| found.iter().any(|s| s.items.iter().any(|known| known.phrase == i.phrase));
    let some = !items.is_empty() && items.iter().all(counted) && !items.iter().any(told);
    let part = |i: Item| Item { part: true, ..i };
    some.then(|| new(chunks, right, items.into_iter().map(part).collect()))
}

/// "they", "the victims": people told of before, of no number.
fn those_before(np: &NounPhrase) -> bool {
    let they = np.pronoun == Some(Pronoun::Person) && np.plural == Some(true);
    they || np.opening == Opening::Definite && all(np)
}

/// "victims", in whatever number.
fn all(np: &NounPhrase) -> bool {
    let all = np.victims == Some(Victims::All) && np.state.is_none();
    all && np.figure.is_none() && np.plural == Some(true)
}

/// What befell them is told before.
fn new(chunks: &Chunks, right: usize, items: Vec<Item>) -> Statement {
    Statement::new(chunks.starts[right], right, Outcome::Killed, Ground::Named, items)
}
