//! Who speaks: the subject of a verb of saying, past what stands between, and speakers that need no verb.

use super::super::chunk::{Chunk, Chunks};
use super::super::noun_phrase::{Opening, Who};
use super::super::word::Sentence;
use crate::lexicon::Class;

/// "Figures compiled by the ministry": who made what stands at chunk `c`, and so is who speaks.
pub(super) fn made_by(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<usize> {
    let &[Chunk::Noun(made), Chunk::Verb(v), Chunk::Preposition(w), Chunk::Noun(by), ..] = chunks.list.get(c..)? else {
        return None;
    };
    let thing = !chunks.phrases[made].is_people() && chunks.phrases[made].name.is_none();
    let told = chunks.verbs[v].alone() && chunks.verbs[v].outcome.is_none();
    (thing && told && sentence.words[w].has(Class::By)).then_some(by)
}

/// "A statement from the ministry said": who speaks by what was issued.
pub(super) fn issued_by(sentence: &Sentence, chunks: &Chunks, issued: usize) -> Option<usize> {
    let c = chunks.place_of(issued)?;
    let &[Chunk::Preposition(w), Chunk::Noun(by), ..] = chunks.list.get(c + 1..)? else { return None };
    let (issued, by_whom) = (&chunks.phrases[issued], &chunks.phrases[by]);
    let thing = !issued.is_people() && issued.name.is_none();
    let speaks = by_whom.body || by_whom.serves.is_some() || by_whom.who == Who::Person;
    (thing && speaks && sentence.words[w].any(&[Class::By, Class::From])).then_some(by)
}

/// "Police: two dead", and in a headline "Two dead – officials": the speaker who stands alone before or behind a mark.
pub(super) fn signed(sentence: &Sentence, chunks: &Chunks) -> Option<usize> {
    let items = chunks.list.iter().take_while(|k| **k == Chunk::Break).count();
    let (list, colon) = (&chunks.list[items..], |at: usize| sentence.words[chunks.starts[items + at]].is(':'));
    let at = match *list {
        [Chunk::Noun(n), Chunk::Break, _, ..] if colon(1) => n,
        [Chunk::Noun(_), Chunk::Owner, Chunk::Noun(n), Chunk::Break, _, ..] if colon(3) => n,
        _ if !sentence.headline => return None,
        [.., Chunk::Break, Chunk::Noun(n)] | [.., Chunk::Break, Chunk::Noun(n), Chunk::Other(_)] => n,
        [.., Chunk::Break, Chunk::Noun(_), Chunk::Owner, Chunk::Noun(n)] => n,
        _ => return None,
    };
    let np = &chunks.phrases[at];
    (np.body && np.figure.is_none() && np.state.is_none()).then_some(at)
}

/// The subject of a verb of saying: left of it, past an apposition; or right of it where the order is turned round.
pub(super) fn speaker(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<usize> {
    let list = &chunks.list;
    let mut i = c;
    while i > 0 {
        i -= 1;
        match list[i] {
            Chunk::Noun(n) => {
                // past "of the ministry" to the head, past an apposition to the name
                if i >= 2 && matches!(list[i - 1], Chunk::Preposition(_)) && matches!(list[i - 2], Chunk::Noun(_)) {
                    i -= 1;
                    continue;
                }
                let behind = i - usize::from(i >= 1 && matches!(list[i - 1], Chunk::Preposition(_)));
                if let Some(whom) = behind.checked_sub(1).and_then(|v| described(sentence, chunks, v)) {
                    i = whom + 1;
                    continue;
                }
                return (behind == i).then_some(n);
            }
            // "a man who lives nearby said"
            Chunk::Verb(_) if let Some(whom) = described(sentence, chunks, i) => i = whom + 1,
            Chunk::Other(_) => {}
            // "the statement issued says"
            Chunk::Verb(v)
                if i + 1 == c
                    && i > 0
                    && chunks.verbs[v].alone()
                    && chunks.verbs[v].outcome.is_none()
                    && sentence.words[chunks.verbs[v].main].has(Class::VerbPast)
                    && matches!(list[i - 1], Chunk::Noun(n) if chunks.phrases[n].opening != Opening::None && chunks.phrases[n].who != Who::Person) =>
                {}
            // "the Road Safety Corps (RSC) said"
            Chunk::Close => i = list[..i].iter().rposition(|k| *k == Chunk::Open).unwrap_or(i),
            Chunk::Comma if i + 1 == c && i >= 1 => {
                let open = (0..i).rev().take(10).find(|&p| list[p] == Chunk::Comma);
                match open {
                    Some(p) if p > 0 && matches!(list[p - 1], Chunk::Noun(_)) => i = p,
                    _ => break,
                }
            }
            _ => break,
        }
    }
    match list.get(c + 1) {
        Some(Chunk::Noun(n)) => Some(*n),
        _ => None,
    }
}

/// The noun that the verb at chunk `v` only describes: "residents reached by phone", "the company that runs the mine".
fn described(sentence: &Sentence, chunks: &Chunks, v: usize) -> Option<usize> {
    let &Chunk::Verb(verb) = chunks.list.get(v)? else { return None };
    let (g, word) = (&chunks.verbs[verb], &sentence.words[chunks.verbs[verb].main]);
    let participle = g.alone() && word.has(Class::VerbPast) && g.outcome.is_none() && !word.has(Class::Speech);
    match chunks.list[..v] {
        [.., Chunk::Noun(_), Chunk::Relative(_)] => Some(v - 2),
        [.., Chunk::Noun(n)] if participle && matches!(chunks.list.get(v + 1), Some(Chunk::Preposition(_))) => {
            let people = chunks.phrases[n].body || chunks.phrases[n].who == Who::Person;
            people.then_some(v - 1)
        }
        _ => None,
    }
}
