//! Words that make another event of a clause, and how it hangs on one.

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::noun_phrase::Opening;
use super::super::statement::Statement;
use super::super::word::{Sentence, Word};
use crate::lexicon::Class;

/// "A cyclist hit last week has died": whether word `i` belongs to a verb that only describes the subject.
pub(super) fn of_the_subject(chunks: &Chunks, statement: &Statement, i: usize) -> bool {
    let c = statement.chunk;
    let Some(subject) = statement.items.first().filter(|_| i < chunks.starts[c]) else { return false };
    let from = chunks.place_of(subject.phrase).filter(|from| *from < c);
    let verb = |k: usize| matches!(chunks.list[k], Chunk::Verb(_)) && chunks.starts[k] < i;
    from.is_some_and(|from| (from..c).any(verb))
}

/// "a week after the crash that killed 13": the clause tells of something earlier or later.
pub(super) fn after_a_time(sentence: &Sentence, chunks: &Chunks, start: usize) -> bool {
    let mut i = start;
    // past relative clauses to the conjunction that opens it all
    while i > 0 {
        if let Chunk::Where(w) = chunks.list[i]
            && let Chunk::Noun(n) = chunks.list[i - 1]
        {
            let np = &chunks.phrases[n];
            // "the tenth homicide of the year after a man was shot"
            let of_the_year = np.opening == Opening::Definite && sentence.words[w].has(Class::After);
            return sentence.words[np.head as usize].has(Class::AgeUnit) && !of_the_year;
        }
        if matches!(chunks.list[i], Chunk::Break | Chunk::But) {
            return false;
        }
        i -= 1;
    }
    false
}

/// "The worst crash since 1998, when 101 died": the clause tells of a time that only measures another.
pub(super) fn since_when(sentence: &Sentence, chunks: &Chunks, start: usize) -> bool {
    let before = &chunks.list[..start];
    let since = before.iter().rposition(|k| matches!(k, Chunk::Preposition(_)));
    let time = |k: &Chunk| matches!(k, Chunk::Noun(_) | Chunk::Other(_) | Chunk::Comma);
    since.is_some_and(|s| {
        matches!(before[s], Chunk::Preposition(w) if sentence.words[w].any(&[Class::Cumulative]))
            && before[s + 1..].iter().all(time)
            && before.ends_with(&[Chunk::Comma])
            && matches!(chunks.list[start], Chunk::Where(_))
    })
}

/// "following an explosion that killed one": the clause hangs on another event.
pub(super) fn of_another(sentence: &Sentence, chunks: &Chunks, start: usize) -> bool {
    let Some(Chunk::Relative(_)) = start.checked_sub(1).map(|r| chunks.list[r]) else { return false };
    let mut i = start - 1;
    while i > 0 && matches!(chunks.list[i - 1], Chunk::Preposition(_) | Chunk::Comma) {
        i -= 1; // ", in which"
    }
    while i >= 2 {
        match (chunks.list[i - 2], chunks.list[i - 1]) {
            (Chunk::Preposition(w) | Chunk::Where(w), Chunk::Noun(n)) => {
                if sentence.words[w].has(Class::After) {
                    return chunks.phrases[n].opening == Opening::A;
                }
                i -= 2;
            }
            // "the attack follows a raid in which two were killed"
            (Chunk::Verb(v), Chunk::Noun(n)) => {
                let g = &chunks.verbs[v];
                let follows = sentence.words[g.main].has(Class::After) && g.voice == Voice::Active;
                return follows && chunks.phrases[n].opening == Opening::A;
            }
            _ => return false,
        }
    }
    false
}

/// "a film in which four people die", "a novel about a clerk who was shot": the clause hangs on what is made up.
pub(super) fn in_fiction(sentence: &Sentence, chunks: &Chunks, start: usize) -> bool {
    let Some(Chunk::Relative(_)) = start.checked_sub(1).map(|r| chunks.list[r]) else { return false };
    let hangs = |k: &&Chunk| matches!(k, Chunk::Noun(_) | Chunk::Preposition(_) | Chunk::Comma);
    let on = chunks.list[..start - 1].iter().rev().take_while(hangs);
    on.filter_map(|k| if let Chunk::Noun(n) = k { Some(&chunks.phrases[*n]) } else { None })
        .any(|np| sentence.words[np.head as usize].has(Class::Fiction))
}

/// "In the film, four people die", "The novel opens with a murder": a sentence that what is made up opens.
pub(super) fn opens_fiction(sentence: &Sentence, chunks: &Chunks) -> bool {
    let tells = |v: usize| sentence.words[chunks.verbs[v].main].has(Class::VerbS);
    let n = match chunks.list[..] {
        [Chunk::Preposition(_), Chunk::Noun(n), Chunk::Comma | Chunk::Noun(_), ..] => n,
        [Chunk::Noun(n), Chunk::Verb(v), ..] if tells(v) => n,
        _ => return false,
    };
    sentence.words[chunks.phrases[n].head as usize].has(Class::Fiction)
}

/// "an hour after another crash near Hull, where 12 were killed": the place is that of the other event.
pub(super) fn where_another(sentence: &Sentence, chunks: &Chunks, start: usize) -> bool {
    let after = |w: usize| sentence.words[w].has(Class::After);
    let Some(before) = start.checked_sub(1).filter(|_| matches!(chunks.list[start], Chunk::Where(_))) else {
        return false;
    };
    if chunks.list[before] != Chunk::Comma {
        return false;
    }
    let event =
        chunks.list[..before].iter().rposition(|k| matches!(k, Chunk::Where(_) | Chunk::Verb(_) | Chunk::Break));
    matches!(event.map(|e| (chunks.list[e], chunks.list[e + 1])), Some((Chunk::Where(w), Chunk::Noun(n))) if after(w) && chunks.phrases[n].other)
}

/// "the anniversary of the blaze in which four died": what is told in passing of the event whose day it is.
pub(super) fn recalled(sentence: &Sentence, chunks: &Chunks, start: usize, c: usize) -> bool {
    let hangs = |k: &&Chunk| matches!(k, Chunk::Noun(_) | Chunk::Preposition(_) | Chunk::Relative(_) | Chunk::Owner);
    let aside = |k: &Chunk| matches!(k, Chunk::Relative(_) | Chunk::Where(_));
    let opens = start.checked_sub(1).filter(|r| aside(&chunks.list[*r])).unwrap_or(start);
    let from = if aside(&chunks.list[opens]) { opens } else { c };
    let chain = chunks.list[..from].iter().rev().take_while(hangs).count();
    let before = from - chain;
    let verb = before.checked_sub(1).is_some_and(|v| matches!(chunks.list[v], Chunk::Verb(_)));
    let words = &sentence.words[chunks.starts[before - usize::from(verb)]..chunks.starts[from]];
    words.iter().any(|w| w.has(Class::Recall))
}

/// "in 1999", "in March 1999", of another year than that of the text, among the words `within`.
pub(super) fn other_year(sentence: &Sentence, within: std::ops::Range<usize>) -> bool {
    let words = &sentence.words;
    let opens = |at: usize| within.contains(&at) && words[at].has(Class::Preposition) && !words[at].has(Class::Of);
    sentence.years.iter().filter(|(at, year)| within.contains(at) && sentence.year != Some(*year)).any(|&(at, _)| {
        let month = at > 0 && words[at - 1].has(Class::Month);
        at.checked_sub(1 + usize::from(month)).is_some_and(opens)
    })
}

/// The words of the clause of chunk `c` that starts at chunk `own`, where it only says more of something: "who seized …",
/// "after a clerk was killed".
pub(super) fn aside(sentence: &Sentence, chunks: &Chunks, own: usize, c: usize) -> Option<std::ops::Range<usize>> {
    let relative = own.checked_sub(1).is_some_and(|r| matches!(chunks.list[r], Chunk::Relative(_)));
    let after = matches!(chunks.list[own], Chunk::Where(w) if sentence.words[w].has(Class::After));
    let ends = |k: &Chunk| matches!(k, Chunk::Comma | Chunk::Close);
    let before = &chunks.list[own..c];
    let verb = before.iter().rposition(|k| matches!(k, Chunk::Verb(_)));
    let joined = |v: usize| before[v..].iter().any(|k| matches!(k, Chunk::And(_)));
    // the clause is over: "who planned the raid in 1972 was killed"
    let closed = before.iter().any(ends) || verb.is_some_and(|v| !joined(v));
    let end = c + chunks.list[c..].iter().position(ends).unwrap_or(chunks.list.len() - c);
    let words = chunks.starts[own]..chunks.starts.get(end).copied().unwrap_or(sentence.words.len());
    ((relative || after) && !closed).then_some(words)
}

/// "have died since the coup", "since the offensive began": since a strife that goes on.
pub(super) fn since_a_war(behind: &[Word]) -> bool {
    const NEAR: usize = 5;
    let since = |w: &Word| w.has(Class::Cumulative) && w.has(Class::Where);
    let at = behind.iter().position(since);
    at.is_some_and(|at| behind[at + 1..].iter().take(NEAR).any(|w| w.has(Class::Strife)))
}
