//! Lists under a heading that tells what befell those counted in them: "Deaths by district:", and then "Kaski: 4".

use super::super::chunk::{Chunk, Chunks};
use super::super::noun_phrase::Who;
use super::super::word::{Sentence, Sort};
use super::{Ground, Item, Statement};
use crate::claim::Outcome;
use crate::lexicon::Class;

/// How many words a heading may have.
const LONG: usize = 8;

/// What a line without a statement says befell those whom the lines below it count.
pub fn heading(sentence: &Sentence, chunks: &Chunks) -> Option<Outcome> {
    let words = &sentence.words;
    let plain = |k: &Chunk| match *k {
        Chunk::Verb(v) => chunks.verbs[v].alone() && chunks.verbs[v].outcome.is_some(), // "Killed:"
        Chunk::Noun(n) => chunks.phrases[n].figure.is_none() && !chunks.phrases[n].nobody,
        Chunk::Where(_) | Chunk::Relative(_) | Chunk::Owner => false,
        _ => true,
    };
    let open = words.last().is_some_and(|w| w.is(':')) || sentence.headline && words.len() == 1;
    if !open || words.len() > LONG || !chunks.list.iter().all(plain) {
        return None;
    }
    // "Deaths by district", but not "Murder rates"
    let told = match *chunks.list.first()? {
        Chunk::Noun(n) => words[chunks.phrases[n].head as usize].outcome,
        Chunk::Verb(v) => words[chunks.verbs[v].main].outcome,
        Chunk::State(w) => words[w].outcome,
        _ => return None,
    };
    told.count.or(told.people).or(told.toll).or(told.adjective).or(told.verb.map(|v| v.outcome))
}

/// "– Kaski: 4": what a line of nothing but a label and a number tells under a heading. The line of their sum tells of nobody
/// more.
pub fn row(sentence: &Sentence, chunks: &Chunks, outcome: Outcome) -> Option<Statement> {
    let other = |k: &&Chunk| matches!(k, Chunk::Other(_));
    let skipped = chunks.list.iter().take_while(|k| other(k) || **k == Chunk::Break).count(); // "– Kaski"
    let closed = chunks.list.iter().rev().take_while(other).count();
    let list = chunks.list.get(skipped..chunks.list.len().checked_sub(closed)?)?;
    let &[Chunk::Noun(label), ref between @ .., Chunk::Noun(n)] = list else { return None };
    let (of, np) = (&chunks.phrases[label], &chunks.phrases[n]);
    // but "Ann Lee, 34"
    let mark = |k: &Chunk| match *k {
        Chunk::Break => true,
        Chunk::Other(w) => matches!(sentence.words[w].sort, Sort::Mark(_)),
        _ => false,
    };
    let marks = !between.is_empty() && between.iter().all(mark);
    let sum = sentence.words[of.first as usize..of.end as usize].iter().any(|w| w.has(Class::Total));
    let bare = np.who == Who::Bare && np.figure.is_some() && np.state.is_none();
    let counted = of.figure.is_none() && of.age.is_none() && !of.harm && of.state.is_none() && !sum;
    let year = sentence.years.iter().any(|(at, _)| np.figure == Some(*at as u16));
    let inner = of.is_people().then_some(label);
    let items = vec![Item { phrase: n, part: false, of: false, inner }];
    let at = chunks.place_of(n)?;
    (marks && bare && counted && !year).then(|| Statement::new(np.head as usize, at, outcome, Ground::People, items))
}
