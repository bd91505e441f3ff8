//! Numbers alone that answer how many: "police said seven, the hospital nine", "gave a figure of four".

use super::super::chunk::{Chunk, Chunks, Kind};
use super::super::noun_phrase::{Opening, Who, figure_of};
use super::super::word::Sentence;
use super::{Ground, Item, Statement};
use crate::claim::Outcome;
use crate::lexicon::Class;

/// Adds the numbers that speakers give of people told of just before.
pub(super) fn answers(sentence: &Sentence, chunks: &Chunks, found: &mut Vec<Statement>) {
    for c in chunks.runs([&[Kind::Bare]]).filter(|c| *c >= 1) {
        let Chunk::Noun(n) = chunks.list[c] else { continue };
        let np = &chunks.phrases[n];
        let bare = np.who == Who::Bare && np.state.is_none() && !np.other;
        let several = figure_of(sentence, np).is_some_and(|f| f.figure.value() != Some(1));
        let told = || found.iter().any(|s| s.items.iter().any(|i| i.phrase == n));
        if !bare || !several || !ends(sentence, chunks, c + 1) || told() || !gives(sentence, chunks, c, found) {
            continue;
        }
        let before = found.iter().rfind(|s| s.chunk < c);
        let outcome = before.map_or(Outcome::Killed, |s| s.outcome);
        // of those told of before, which only the text can tell
        let items = vec![Item { phrase: n, part: false, of: before.is_none(), inner: None }];
        found.push(Statement::new(np.head as usize, c, outcome, Ground::Toll, items));
    }
}

/// Whether a clause ends before chunk `c`.
fn ends(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    chunks.list.get(c).is_none_or(|k| match *k {
        Chunk::Other(w) => sentence.words[w].is('.') || sentence.words[w].is('!'),
        Chunk::Comma | Chunk::Break | Chunk::But | Chunk::And(_) | Chunk::Where(_) => true,
        Chunk::Verb(v) => sentence.words[chunks.verbs[v].main].has(Class::Do) && ends(sentence, chunks, c + 1), // "nine did"
        _ => false,
    })
}

/// Whether someone gives the number at chunk `c`: "rebels said", "gave a figure of", or, behind a clause, "the hospital".
fn gives(sentence: &Sentence, chunks: &Chunks, c: usize, found: &[Statement]) -> bool {
    let says = |k: &Chunk| chunks.says(sentence, k);
    match chunks.list[..c] {
        [.., verb, Chunk::Preposition(w)] => says(&verb) && sentence.words[w].has(Class::Of),
        [.., Chunk::Noun(_), verb] if says(&verb) => true,
        _ => speaker_alone(sentence, chunks, c - 1).is_some() && found.iter().any(|s| s.chunk < c),
    }
}

/// "…, some reports say nine": whether who stands at chunk `c`, behind a comma, gives a number.
pub fn gives_number(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let [Chunk::Comma, Chunk::Noun(_), verb, Chunk::Noun(n)] = chunks.list[c - 1..(c + 3).min(chunks.list.len())]
    else {
        return false;
    };
    let np = &chunks.phrases[n];
    chunks.says(sentence, &verb) && np.who == Who::Bare && np.figure.is_some() && ends(sentence, chunks, c + 3)
}

/// "…, the hospital nine": who stands at chunk `c`, behind a mark and before a number.
pub fn speaker_alone(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<usize> {
    let Chunk::Noun(n) = chunks.list[c] else { return None };
    let opens = matches!(
        chunks.list.get(c.checked_sub(1)?)?,
        Chunk::Comma | Chunk::Break | Chunk::But | Chunk::And(_) | Chunk::Where(_)
    );
    let number = match chunks.list.get(c + 1) {
        Some(&Chunk::Noun(m)) => chunks.phrases[m].who == Who::Bare && chunks.phrases[m].figure.is_some(),
        _ => false,
    };
    let np = &chunks.phrases[n];
    let speaks = np.body && !sentence.headline && (np.opening == Opening::Definite || np.plural == Some(true));
    (opens && number && speaks && np.figure.is_none() && np.state.is_none() && ends(sentence, chunks, c + 2))
        .then_some(n)
}
