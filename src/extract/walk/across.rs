//! Across clauses: the subject of an earlier verb, a relative clause that stands between, a list that a comma closes.

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::noun_phrase::{NounPhrase, Pronoun, Who, figure_of};
use super::super::word::Sentence;
use super::aside::apposition;
use super::participle;
use crate::claim::Outcome;
use crate::figure::Qualifier;
use crate::lexicon::Class;

/// "The guard who tried to move the device was killed": the relative whose clause ends before chunk `i` with a verb of its
/// own.
pub(super) fn relative_of_another(list: &[Chunk], i: usize) -> Option<usize> {
    let clause =
        list[..i].iter().rposition(|k| matches!(k, Chunk::Break | Chunk::Where(_) | Chunk::But | Chunk::Comma));
    let start = clause.map_or(0, |p| p + 1);
    let who = start + list[start..i].iter().rposition(|k| matches!(k, Chunk::Relative(_)))?;
    let verb = list[who..=i].iter().any(|k| matches!(k, Chunk::Verb(_)));
    (verb && who > 0 && matches!(list[who - 1], Chunk::Noun(_))).then_some(who)
}

/// "Sam Novel, an officer, and his driver, were shot": where a list starts that the comma at `i` closes, since one alone
/// does not agree with "were".
pub(super) fn listed(chunks: &Chunks, i: usize) -> Option<usize> {
    let open = apposition(chunks, i)?;
    let Chunk::Noun(first) = chunks.list[open.checked_sub(1)?] else { return None };
    if open > 1 && matches!(chunks.list[open - 2], Chunk::Preposition(_)) {
        return None;
    }
    let np = &chunks.phrases[first];
    let inside = &chunks.list[open + 1..i];
    // "Ann Lee and Tom Roe, rector and bursar of the school, were shot": who those two are
    let two = open > 1 && matches!(chunks.list[open - 2], Chunk::And(_)) && !inside.contains(&Chunk::Comma);
    let one = np.plural == Some(false) && np.figure.is_none() && !np.both && !two;
    let joined = inside.iter().any(|k| matches!(k, Chunk::And(_)));
    let nouns = inside.iter().all(|k| !matches!(k, Chunk::Verb(_) | Chunk::Relative(_) | Chunk::Including(_)));
    (one && joined && nouns && np.may_be_people() && matches!(inside.first(), Some(Chunk::Noun(_)))).then_some(open - 1)
}

/// Whether a noun phrase stands before the verb at chunk `p`, past an age, an adverb or what stands between commas: "a man, 24,
/// fell in and drowned".
pub(super) fn behind_subject(chunks: &Chunks, p: usize) -> bool {
    let before = chunks.list[..p].iter().rposition(|k| !matches!(k, Chunk::Other(_)));
    before.is_some_and(|b| match chunks.list[b] {
        Chunk::Noun(_) => true,
        // but "two clerks, both from Lima, were seized, beaten and shot" goes on with the verb before
        Chunk::Comma => apposition(chunks, b).is_some_and(|open| {
            let finite = |k: &Chunk| matches!(*k, Chunk::Verb(v) if chunks.verbs[v].auxiliary);
            !chunks.list[open..b].iter().any(finite)
        }),
        _ => false,
    })
}

/// Whether the predicate at `c` is one that has no subject of its own: "being shot", "turning".
pub(super) fn subjectless(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    participle(sentence, chunks, c) || matches!(chunks.list[c], Chunk::Verb(v) if chunks.verbs[v].voice == Voice::Ing)
}

/// Past a time without a preposition at chunk `i`: "shot last week in Hull".
pub(super) fn past_time(sentence: &Sentence, list: &[Chunk], i: usize) -> usize {
    let time = |k: &Chunk| matches!(*k, Chunk::Other(w) if sentence.words[w].any(&[Class::Day, Class::Weekday]));
    i + usize::from(list.get(i).is_some_and(time))
}

/// "The driver lost control, struck a pole": whether the verb at `c`, behind a comma, goes on with the subject of another, since
/// both have objects.
pub(super) fn goes_on(chunks: &Chunks, c: usize) -> bool {
    let acts =
        |k: &Chunk| matches!(*k, Chunk::Verb(v) if chunks.verbs[v].voice == Voice::Active && chunks.verbs[v].alone());
    let object = matches!(chunks.list.get(c + 1), Some(Chunk::Noun(_)));
    matches!(chunks.list[..c], [.., Chunk::Noun(_), verb, Chunk::Noun(_), Chunk::Comma] if acts(&verb))
        && object
        && acts(&chunks.list[c])
}

/// Whether the predicate at `c` is "died", which only its subject can have suffered.
pub(super) fn dies(chunks: &Chunks, c: usize) -> bool {
    let outcome = |v: usize| chunks.verbs[v].outcome.map(|o| o.verb);
    matches!(chunks.list[c], Chunk::Verb(v) if outcome(v).is_some_and(|o| o.intransitive && o.outcome == Outcome::Killed))
}

/// Whether the predicate at `c` needs its subject to have suffered (passive or bare), so that an object may be it.
pub(super) fn passive_like(chunks: &Chunks, c: usize) -> bool {
    match chunks.list[c] {
        Chunk::Verb(v) => matches!(chunks.verbs[v].voice, Voice::Passive | Voice::Copula),
        _ => false,
    }
}

/// "The man he hit": whether the verb at chunk `i` has a pronoun of its own, right behind what it is done to.
pub fn subject_inside(chunks: &Chunks, i: usize) -> bool {
    let he = |n: usize| {
        let np = &chunks.phrases[n];
        np.pronoun == Some(Pronoun::Person) && !np.speaker
    };
    matches!(chunks.list[..i], [.., Chunk::Noun(_), Chunk::Noun(n)] if he(n))
}

/// "None of the passengers or crew was hurt": the "none" of the predicate at chunk `c`, before a list.
pub(super) fn none_of(sentence: &Sentence, chunks: &Chunks, c: usize, plural: Option<bool>) -> Option<usize> {
    let before = &chunks.list[..c];
    let [.., Chunk::And(and), Chunk::Noun(last)] = *before else { return None };
    // "none of the guards and two bystanders were hurt": the two were
    if plural != Some(false) && chunks.phrases[last].figure.is_some() && !sentence.words[and].has(Class::Or) {
        return None;
    }
    let listed = |k: &&Chunk| matches!(k, Chunk::Noun(_) | Chunk::Preposition(_) | Chunk::And(_) | Chunk::Other(_));
    let start = c - before.iter().rev().take_while(listed).count();
    let none = before[start..].windows(2).find_map(|pair| match *pair {
        [Chunk::Noun(n), Chunk::Preposition(w)] if sentence.words[w].has(Class::Of) => Some(n),
        _ => None,
    });
    none.filter(|&n| nobody(sentence, &chunks.phrases[n]))
}

/// "They were at work and nobody was hurt": a word for none is no member of a list before it.
pub(super) fn nobody(sentence: &Sentence, np: &NounPhrase) -> bool {
    np.nobody || figure_of(sentence, np).is_some_and(|f| f.figure.qualifier == Qualifier::None && np.who == Who::Bare)
}
