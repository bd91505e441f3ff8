//! The dead of a force: "the army lost 12 soldiers", "for the loss of three of its own men".

use super::super::chunk::{Chunk, Chunks, VerbGroup, Voice};
use super::super::noun_phrase::{NounPhrase, Opening, Who, fighting_side};
use super::super::walk;
use super::super::word::{Sentence, Sort, Word};
use super::{Ground, Item, Statement};
use crate::claim::{Outcome, Victims};
use crate::lexicon::Class;

/// "The army lost 12 soldiers", by the verb at chunk `c`. Whose men they are is told by the words for them or for who lost them.
pub(super) fn lost(sentence: &Sentence, chunks: &Chunks, c: usize, g: &VerbGroup) -> Option<Statement> {
    let loses = sentence.words[g.main].has(Class::Losing) && matches!(g.voice, Voice::Active | Voice::Ing);
    if !loses || g.negated || g.modal {
        return None;
    }
    let items = walk::objects(sentence, chunks, c);
    let side = side_before(sentence, chunks, c);
    // "lost 40 officers to better pay"
    let to = |i: &Item| sentence.words.get(chunks.phrases[i.phrase].end as usize).is_some_and(|w| w.has(Class::To));
    let ours =
        |i: &Item| fights(chunks, i) || side.is_some() && (men(chunks, i) || alone(sentence, chunks, i)) && !to(i);
    let told = !items.is_empty() && items.iter().all(|i| counted(&chunks.phrases[i.phrase]) && ours(i));
    let whose = |i: Item| Item { inner: side.filter(|_| !fights(chunks, &i)).or(i.inner), of: false, ..i };
    told.then(|| Statement::new(g.main, c, Outcome::Killed, Ground::Verb, items.into_iter().map(whose).collect()))
}

/// "Sank with the loss of 12 sailors", "for the loss of three of its own men", by the words "loss of" at chunk `c`. Told only
/// beside something else that befell people: alone it is mostly of other things.
pub(super) fn loss(sentence: &Sentence, chunks: &Chunks, c: usize, w: usize) -> Option<Statement> {
    if !sentence.words[w].has(Class::Costing) || !matches!(chunks.list.get(c + 1), Some(Chunk::Noun(_))) {
        return None;
    }
    let items = walk::list_on(sentence, chunks, c + 1);
    let price = w.checked_sub(2).is_some_and(|b| sentence.words[b].any(&[Class::With, Class::For]));
    let ours = |i: &Item| chunks.phrases[i.phrase].figure.is_some() && (fights(chunks, i) || price && men(chunks, i));
    let told = !items.is_empty() && items.iter().all(ours);
    let items = items.into_iter().map(|i| Item { of: false, ..i }).collect();
    told.then(|| Statement::new(w, c, Outcome::Killed, Ground::Verb, items))
}

/// The phrase of the force that is the subject of the verb at chunk `c`.
fn side_before(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<usize> {
    let clause = (0..c).rev().take_while(|&k| !matches!(chunks.list[k], Chunk::Break | Chunk::Where(_)));
    // "the troops killed 18 of the rebels and lost one of their men"
    let hangs = |k: usize| k > 0 && matches!(chunks.list[k - 1], Chunk::Preposition(_) | Chunk::Verb(_));
    let mut nouns = clause.filter_map(|k| match chunks.list[k] {
        Chunk::Noun(n) if !hangs(k) => Some(n),
        _ => None,
    });
    nouns.find(|&n| fighting_side(sentence, &chunks.phrases[n]).is_some())
}

/// "12", "a", "dozens of".
fn counted(np: &NounPhrase) -> bool {
    let figure = np.figure.is_some() && np.opening == Opening::None; // but not "the 1984 general election"
    figure || np.opening == Opening::A && np.plural == Some(false)
}

/// "Lost 14 in the ambush", but neither "lost 14–7" nor "lost five of their towns".
fn alone(sentence: &Sentence, chunks: &Chunks, item: &Item) -> bool {
    let np = &chunks.phrases[item.phrase];
    let ends = |w: &Word| w.has(Class::Preposition) || matches!(w.sort, Sort::Mark('.' | ',' | ';'));
    np.who == Who::Bare && !item.of && sentence.words.get(np.end as usize).is_none_or(ends)
}

/// Whether the words for people are those for soldiers or rebels; of police officers many are lost to other work.
fn fights(chunks: &Chunks, item: &Item) -> bool {
    let fights = |n: usize| matches!(chunks.phrases[n].victims, Some(Victims::Soldiers | Victims::Militants));
    fights(item.phrase) || item.inner.is_some_and(fights)
}

/// "men", "of its members", "40".
fn men(chunks: &Chunks, item: &Item) -> bool {
    let np = &chunks.phrases[item.inner.unwrap_or(item.phrase)];
    np.who == Who::Person && matches!(np.victims, Some(Victims::All | Victims::Men | Victims::Police))
}
