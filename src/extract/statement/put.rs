//! Where a number is put: "rose to 13", "brings to nine the number of dead", "put the dead at 30".

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::noun_phrase::{NounPhrase, Opening, Who};
use super::super::word::Sentence;
use super::{Ground, Statement};
use crate::lexicon::Class;

/// The figure that a toll is put at: "rose to 13", "of at least 13", "at 13", "is now 13", "13-strong death toll".
pub(super) fn toll_figure(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<usize> {
    for (i, k) in chunks.list.iter().enumerate().skip(c + 1).take(9) {
        match *k {
            Chunk::Noun(n) if chunks.phrases[n].figure.is_some() => {
                // "from 31 to 36", but not "to 36 from 31"
                let from = matches!(chunks.list[i - 1], Chunk::Preposition(w) if !sentence.words[w].has(Class::To))
                    && matches!(chunks.list.get(i + 1), Some(&Chunk::Preposition(w)) if sentence.words[w].has(Class::To))
                    && matches!(chunks.list.get(i + 2), Some(Chunk::Noun(m)) if chunks.phrases[*m].figure.is_some());
                if !from {
                    return Some(n);
                }
            }
            Chunk::Break | Chunk::Where(_) => return None,
            _ => {}
        }
    }
    None
}

/// "The find brings to nine the number of people killed": the figure before the toll at chunk `c`.
pub(super) fn raised_to(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<usize> {
    let [.., Chunk::Verb(v), Chunk::Preposition(_), Chunk::Noun(n)] = chunks.list[..c] else { return None };
    let raises = sentence.words[chunks.verbs[v].main].any(&[Class::Raising, Class::Speech]);
    Some(n).filter(|&n| raises && chunks.phrases[n].figure.is_some())
}

/// "Officials put the number at 20", "bringing the total to 31", "the figure is 47": the number alone.
pub(super) fn put_at(sentence: &Sentence, chunks: &Chunks, c: usize, np: &NounPhrase) -> Option<usize> {
    if np.opening != Opening::Definite || !sentence.words[np.head as usize].has(Class::Counter) {
        return None;
    }
    let puts = |v: usize| sentence.words[chunks.verbs[v].main].any(&[Class::Speech, Class::Raising]);
    let before = c.checked_sub(1).map(|b| chunks.list[b]);
    let phrase = match (chunks.list.get(c + 1)?, chunks.list.get(c + 2)?) {
        (Chunk::Preposition(w), &Chunk::Noun(n)) if !sentence.words[*w].has(Class::Of) => {
            let to = sentence.words[*w].has(Class::To); // "taking the total to 31"
            matches!(before, Some(Chunk::Verb(v)) if to || puts(v)).then_some(n)?
        }
        (&Chunk::Verb(v), &Chunk::Noun(n)) if chunks.verbs[v].voice == Voice::Copula => n,
        // "the number had risen to 15"
        (&Chunk::Verb(v), &Chunk::Preposition(w)) if puts(v) && sentence.words[w].has(Class::To) => {
            let Some(&Chunk::Noun(n)) = chunks.list.get(c + 3) else { return None };
            n
        }
        _ => return None,
    };
    let bare = chunks.phrases[phrase].who == Who::Bare && chunks.phrases[phrase].figure.is_some();
    bare.then_some(phrase)
}

/// "Put the dead at 30 and the injured at 50": the number alone.
pub(super) fn state_put_at(
    sentence: &Sentence,
    chunks: &Chunks,
    c: usize,
    np: &NounPhrase,
    found: &[Statement],
) -> Option<usize> {
    if np.state.is_none() || np.opening != Opening::Definite || np.figure.is_some() {
        return None;
    }
    let (&Chunk::Preposition(at), &Chunk::Noun(n)) = (chunks.list.get(c + 1)?, chunks.list.get(c + 2)?) else {
        return None;
    };
    let puts = match chunks.list[..c] {
        [.., Chunk::Verb(v)] => sentence.words[chunks.verbs[v].main].any(&[Class::Speech, Class::Raising]),
        [.., Chunk::And(_) | Chunk::Comma] => found.last().is_some_and(|s| s.ground == Ground::Toll),
        _ => false,
    };
    let bare = chunks.phrases[n].who == Who::Bare && chunks.phrases[n].figure.is_some();
    (puts && bare && !sentence.words[at].any(&[Class::Of, Class::By])).then_some(n)
}
