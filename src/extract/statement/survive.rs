//! Who is dead by who lives: "no one survived", "there were no survivors", "only three survived", "the girl did not survive".

use super::super::chunk::{Chunk, Chunks, VerbGroup, Voice};
use super::super::noun_phrase::{NounPhrase, Opening, Who, figure_of};
use super::super::walk;
use super::super::word::Sentence;
use super::{Ground, Item, Statement, strong_enough};
use crate::claim::Outcome;
use crate::figure::Qualifier;
use crate::lexicon::Class;

/// What "survive" at chunk `c` tells.
pub(super) fn survive(sentence: &Sentence, chunks: &Chunks, c: usize, g: &VerbGroup) -> Option<Statement> {
    if g.voice != Voice::Active || g.modal || !sentence.words[g.main].has(Class::Survive) {
        return None;
    }
    let new = |ground, items| Statement::new(g.main, c, Outcome::Killed, ground, items);
    let open = |k: &&Chunk| !matches!(k, Chunk::Verb(_) | Chunk::Break | Chunk::But | Chunk::Where(_));
    let start = c - chunks.list[..c].iter().rev().take_while(open).count();
    let nobody = (start..c).find(|&k| matches!(chunks.list[k], Chunk::Noun(n) if none(sentence, &chunks.phrases[n])));
    if let Some(k) = nobody {
        let Chunk::Noun(n) = chunks.list[k] else { return None };
        // "none of the 53 aboard survived": they are the dead; "no one survived": those spoken of before
        let of = match chunks.list[k + 1..c] {
            [Chunk::Preposition(w), Chunk::Noun(n), ..] if sentence.words[w].has(Class::Of) => Some(n),
            _ => None,
        };
        let counted = of.filter(|&n| chunks.phrases[n].figure.is_some());
        let (ground, phrase) = counted.map_or((Ground::Survived, n), |n| (Ground::Verb, n));
        return (!chunks.phrases[n].other).then(|| new(ground, vec![walk::plain(phrase)]));
    }
    if let Some(one) = alone(sentence, chunks, c).filter(|_| !g.negated) {
        return Some(new(Ground::Survived, vec![walk::plain(one)]));
    }
    let items = walk::subject(sentence, chunks, c, g.plural);
    if g.negated {
        return strong_enough(chunks, &items, false).then(|| new(Ground::Verb, items));
    }
    let item = match items[..] {
        [item] => item,
        [all, some] if some.part => Item { inner: Some(all.phrase), part: false, ..some },
        _ => return None,
    };
    let np = &chunks.phrases[item.phrase];
    // "two of the 43 people on board survived"
    let of = item.inner.is_some_and(|n| counted(chunks, n));
    let some = np.who == Who::Bare && np.figure.is_some() && !np.other && !np.all && (of || !item.of);
    some.then(|| new(Ground::Survived, vec![item]))
}

/// "Of the seven aboard, only the pilot survived": who alone stands before the verb at chunk `c`.
fn alone(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<usize> {
    let [.., Chunk::Noun(n)] = chunks.list[..c] else { return None };
    let np = &chunks.phrases[n];
    let only = (np.first as usize).checked_sub(1).is_some_and(|b| sentence.words[b].has(Class::Only));
    let person = np.is_people() && np.who != Who::Bare || np.name.is_some() && np.who == Who::Unknown;
    let counted = np.plural != Some(true) || np.figure.is_some();
    (only && person && counted && np.pronoun.is_none()).then_some(n)
}

/// "Doctors could not save her": whom the verb at chunk `c` says could not be saved is dead.
pub(super) fn unsaved(sentence: &Sentence, chunks: &Chunks, c: usize, g: &VerbGroup) -> Option<Statement> {
    let lost = sentence.words[g.main].has(Class::Unsaved) && !g.negated;
    let items = if lost { walk::objects(sentence, chunks, c) } else { Vec::new() };
    let people = items.iter().any(|i| chunks.phrases[i.phrase].is_people());
    people.then(|| Statement::new(g.main, c, Outcome::Killed, Ground::Verb, items))
}

/// "There were no survivors", "he was the only survivor", "there was one survivor among the 14 aboard": the others of those
/// spoken of are dead.
pub(super) fn survivors(sentence: &Sentence, chunks: &Chunks, c: usize, n: usize) -> Option<Statement> {
    let np = &chunks.phrases[n];
    let words = &sentence.words[np.first as usize..=np.head as usize];
    if !sentence.has(Class::Survive)
        || np.head == np.first
        || !sentence.words[np.head as usize].has(Class::Survive)
        || np.other
    {
        return None;
    }
    let only = words.iter().any(|w| w.has(Class::Only)) && np.opening != Opening::None;
    let only = only && (np.figure.is_some() || np.plural == Some(false));
    let copula = matches!(chunks.list[..c], [.., Chunk::Verb(v)] if chunks.verbs[v].voice == Voice::Copula);
    let whole = matches!(chunks.list.get(c + 2), Some(&Chunk::Noun(m)) if counted(chunks, m));
    let among = |k: &Chunk| match *k {
        Chunk::Preposition(w) => sentence.words[w].has(Class::Of),
        k => matches!(k, Chunk::Including(_)),
    };
    let some = copula && np.figure.is_some() && whole && chunks.list.get(c + 1).is_some_and(among);
    let new = || Statement::new(np.head as usize, c, Outcome::Killed, Ground::Survived, vec![walk::plain(n)]);
    (none(sentence, np) || only || some).then(new)
}

/// "All but one of the crew": those who were spared; "all but two of the 43 people died": the others of those did. Who died by who
/// lives is not told where the sentence also says who died.
pub(super) fn spare(sentence: &Sentence, chunks: &Chunks, found: &mut Vec<Statement>) {
    let spared = |i: &Item| match &sentence.words[..chunks.phrases[i.phrase].first as usize] {
        [.., all, but] => but.has(Class::But) && all.has(Class::All),
        _ => false,
    };
    for s in found.iter_mut() {
        if let ([item], Outcome::Killed) = (&mut s.items[..], s.outcome)
            && let Some(few) = all_but(sentence, chunks, item.phrase)
        {
            (item.phrase, s.ground) = (few, Ground::Survived); // "killing all but six"
            continue;
        }
        // of those who were said to be there where nothing else is said
        let of = |i: &Item| i.inner.map_or(!i.of, |n| counted(chunks, n));
        match s.items[..] {
            [i] if s.outcome == Outcome::Killed && spared(&i) && of(&i) => s.ground = Ground::Survived,
            _ => s.items.retain(|i| !spared(i)),
        }
    }
    let dead = |s: &Statement| s.outcome == Outcome::Killed && s.ground != Ground::Survived && !s.negated;
    if found.iter().any(dead) {
        found.retain(|s| s.ground != Ground::Survived);
    }
}

/// The number behind "all but".
fn all_but(sentence: &Sentence, chunks: &Chunks, all: usize) -> Option<usize> {
    let np = &chunks.phrases[all];
    let but = np.all && np.who == Who::Bare && sentence.words.get(np.end as usize)?.has(Class::But);
    let few = chunks.phrases.iter().position(|few| few.first == np.end + 1 && few.who == Who::Bare)?;
    (but && chunks.phrases[few].figure.is_some()).then_some(few)
}

/// Whether a number of people stands in a phrase.
fn counted(chunks: &Chunks, n: usize) -> bool {
    chunks.phrases[n].figure.is_some() && chunks.phrases[n].is_people()
}

pub(super) fn none(sentence: &Sentence, np: &NounPhrase) -> bool {
    np.nobody || figure_of(sentence, np).is_some_and(|f| f.figure.qualifier == Qualifier::None)
}
