//! Who those told of before are: "they were A and B", "among them were three children", "two of them were nurses".

use super::super::chunk::{Chunk, Chunks};
use super::super::noun_phrase::{NounPhrase, Opening, Pronoun, Who};
use super::super::walk;
use super::super::word::Sentence;
use super::survive::none;
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
    if !found.iter().all(|s| s.ground == Ground::Named) {
        return None; // "three of them were men who were shot"
    }
    let victims = |n: usize| those_before(&chunks.phrases[n]);
    let share = match chunks.list[..c] {
        [Chunk::Including(_)] => return parts(chunks, false, walk::list_on(sentence, chunks, right)),
        [Chunk::Including(_), Chunk::Noun(n)] if all(&chunks.phrases[n]) => {
            return parts(chunks, true, walk::list_on(sentence, chunks, right)); // "among the victims"
        }
        [Chunk::Noun(n)] | [Chunk::Noun(n), Chunk::Whom] => n,
        [Chunk::Noun(n), Chunk::Preposition(w), Chunk::Noun(whole)]
            if victims(whole) && sentence.words[w].has(Class::Of) =>
        {
            n
        }
        // "four were women and five were men"
        [.., Chunk::And(_) | Chunk::Comma, Chunk::Noun(n)] if !found.is_empty() => n,
        _ => return None,
    };
    let (np, kind) = (&chunks.phrases[share], &chunks.phrases[who]);
    let some = np.who == Who::Bare && (np.figure.is_some() || np.share) && np.state.is_none() && !none(sentence, np);
    let told = kind.is_people() && kind.figure.is_none() && kind.pronoun.is_none() && !kind.attacker;
    let item = Item { part: true, of: c > 2, inner: Some(who), ..walk::plain(share) };
    (some && told).then(|| new(chunks, right, vec![item]))
}

/// "They included two nurses": some of those told of before, by the word at chunk `c`.
pub(super) fn included(sentence: &Sentence, chunks: &Chunks, c: usize, found: &[Statement]) -> Option<Statement> {
    let [Chunk::Noun(n)] = chunks.list[..c] else { return None };
    let np = &chunks.phrases[n];
    let before = found.is_empty() && those_before(np);
    before.then(|| parts(chunks, np.pronoun.is_none(), walk::list_on(sentence, chunks, c + 1))).flatten()
}

/// Those who are listed, where each of them is counted or one: some of them, or `of` all the victims.
fn parts(chunks: &Chunks, of: bool, items: Vec<Item>) -> Option<Statement> {
    let counted = |i: &Item| {
        let np = &chunks.phrases[i.phrase];
        np.is_people() && np.pronoun.is_none() && (np.figure.is_some() || np.plural == Some(false))
    };
    let right = chunks.place_of(items.first()?.phrase)?;
    let part = |i: Item| Item { part: true, of, ..i };
    items.iter().all(counted).then(|| new(chunks, right, items.into_iter().map(part).collect()))
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
