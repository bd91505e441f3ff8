//! Shares of people told of in the same sentence: "six people were shot, two fatally", "most of them women".

use super::super::chunk::{Chunk, Chunks, Kind};
use super::super::noun_phrase::Who;
use super::super::noun_phrase::figure_of;
use super::super::word::Sentence;
use super::{Ground, Item, Statement};
use crate::claim::Outcome;
use crate::lexicon::Class;

/// What is told of a share.
enum Told {
    /// How it went with them: "fatally", "seriously".
    Fate { fatal: bool },
    /// Who they are: the phrase.
    Who(usize),
    /// Where it was.
    Place,
}

/// Adds the shares that no predicate of their own tells of.
pub(super) fn shares(sentence: &Sentence, chunks: &Chunks, found: &mut Vec<Statement>) {
    for c in chunks.runs([&[Kind::Comma, Kind::Open, Kind::Break], &[Kind::Bare]]) {
        let (Chunk::Comma | Chunk::Open | Chunk::Break, Chunk::Noun(n)) = (chunks.list[c], chunks.list[c + 1]) else {
            continue;
        };
        let np = &chunks.phrases[n];
        let counted = np.who == Who::Bare && (np.figure.is_some() || np.share);
        if !counted || found.iter().any(|s| s.items.iter().any(|i| i.phrase == n)) {
            continue;
        }
        let (Some(told), Some(s)) = (told(sentence, chunks, c + 2), whole(sentence, chunks, c, n, found)) else {
            continue;
        };
        let base = &found[s];
        let outcome = match told {
            Told::Fate { fatal: true } => Outcome::Killed,
            Told::Fate { fatal: false } if base.outcome == Outcome::Casualties => Outcome::Injured,
            _ => base.outcome,
        };
        let inner = if let Told::Who(inner) = told { Some(inner) } else { None };
        if outcome == base.outcome {
            found[s].items.push(Item { phrase: n, part: true, of: false, inner });
        } else {
            let items = vec![Item { phrase: n, part: false, of: true, inner }];
            let word = np.head as usize;
            let ground = Ground::Verb;
            found.push(Statement { outcome, items, ground, word, chunk: c + 1, also: false, ..base.clone() });
        }
    }
}

/// What stands behind the number of a share, at chunk `c`.
fn told(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<Told> {
    let whom = matches!(chunks.list.get(c)?, Chunk::Whom);
    let next = c + usize::from(whom);
    if sentence.words[chunks.starts[c] - 1].has(Class::Nonfatal) {
        return Some(Told::Fate { fatal: false }); // "two seriously"
    }
    match *chunks.list.get(next)? {
        Chunk::Other(w) if sentence.words[w].has(Class::Fatal) => Some(Told::Fate { fatal: true }),
        Chunk::Other(w) if sentence.words[w].has(Class::Nonfatal) => Some(Told::Fate { fatal: false }),
        Chunk::Preposition(w) | Chunk::Other(w) if sentence.words[w].has(Class::With) => {
            match chunks.list.get(next + 1) {
                Some(&Chunk::Noun(n)) if chunks.phrases[n].harm => Some(Told::Fate { fatal: false }),
                _ => None,
            }
        }
        Chunk::Preposition(_) if whom => Some(Told::Place), // "20 of them in Homs"
        Chunk::Noun(n) if whom && chunks.phrases[n].may_be_people() && !chunks.phrases[n].harm => Some(Told::Who(n)),
        _ => None,
    }
}

/// The statement of the people nearest before chunk `c`, if they are enough to hold the share `n`.
fn whole(sentence: &Sentence, chunks: &Chunks, c: usize, n: usize, found: &[Statement]) -> Option<usize> {
    let value = |n: usize| figure_of(sentence, &chunks.phrases[n]).and_then(|f| f.figure.value());
    let people = chunks.list[..c].iter().rev().find_map(|k| match *k {
        Chunk::Noun(m) if chunks.phrases[m].is_people() && chunks.phrases[m].plural != Some(false) => Some(m),
        Chunk::Noun(m) if chunks.phrases[m].figure.is_some() && chunks.phrases[m].may_be_people() => Some(m),
        _ => None,
    })?;
    if let (Some(share), Some(all)) = (value(n), value(people))
        && share > all
    {
        return None;
    }
    found.iter().rposition(|s| !s.negated && s.items.iter().any(|i| i.phrase == people || i.inner == Some(people)))
}
