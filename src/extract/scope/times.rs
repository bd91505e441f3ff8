//! Stretches of time that make a tally of a clause: "for the past eight years", "during November", "since 2004".

use super::super::chunk::{Chunk, Chunks};
use super::super::noun_phrase::{NounPhrase, Opening};
use super::super::statement::{Ground, Item, Statement};
use super::super::word::{Sentence, Sort, Word};
use crate::claim::Outcome;
use crate::lexicon::{Class, EventWords};
use crate::token::Token;

/// "for the past eight years"
pub(super) fn over_years(clause: &[Word]) -> bool {
    clause.windows(3).enumerate().any(|(i, w)| {
        let unit = |w: &Word| w.has(Class::AgeUnit);
        w[0].has(Class::Past) && !ranked(&clause[..i]) && (matches!(w[1].sort, Sort::Figure(_)) && unit(&w[2]))
    })
}

/// "in three months", "in less than 20 days", right behind what was done in them.
pub(super) fn within_days(right: &[Word]) -> bool {
    let span = |w: &[Word]| {
        let [open, number, unit] = w else { return false };
        let opens = open.has(Class::From) && !open.any(&[Class::Of, Class::By]);
        opens && matches!(number.sort, Sort::Figure(_) | Sort::Digits) && unit.has(Class::AgeUnit)
    };
    right.windows(3).any(span)
}

/// "300 people a day", but not "a day after"
pub(super) fn at_a_rate(right: &[Word]) -> bool {
    right.windows(3).any(|w| {
        w[0].has(Class::A) && w[1].has(Class::AgeUnit) && !w[2].any(&[Class::After, Class::Where, Class::Early])
    })
}

/// "in the past" 48 hours, which are of the incident itself.
pub(super) fn within_hours(behind: &[Word]) -> bool {
    let hours = |w: &Word| w.has(Class::TimeUnit) && !w.has(Class::AgeUnit);
    matches!(behind, [number, unit, ..] if matches!(number.sort, Sort::Figure(_)) && hours(unit))
}

/// "during November", "during the month of November", but not of a day of it.
pub(super) fn over_month(clause: &[Word]) -> bool {
    let during = clause.iter().enumerate().filter(|(_, w)| w.has(Class::During)).map(|(i, _)| i + 1);
    during.into_iter().any(|i| {
        // "during the clashes in November"
        let passed = |w: &&Word| w.any(&[Class::Definite, Class::TimeUnit, Class::Strife, Class::Preposition]);
        let skipped = clause[i..].iter().take(4).take_while(passed).count();
        let day = |w: &Word| w.sort == Sort::Digits;
        clause.get(i + skipped).is_some_and(|w| w.has(Class::Month)) && !clause.get(i + skipped + 1).is_some_and(day)
    })
}

/// "In March, a clerk was killed there"
pub fn in_a_month(sentence: &Sentence) -> bool {
    let named = |w: &Word| w.has(Class::Month) && w.name;
    matches!(&sentence.words[..], [open, month, comma, ..] if open.has(Class::From) && named(month) && comma.is(','))
}

/// Whether what a statement does to its people brings them in: "a clerk was killed", "a bomb killed two".
pub fn brings_in(sentence: &Sentence, chunks: &Chunks, statement: &Statement) -> bool {
    let new = |np: &NounPhrase| np.opening == Opening::A || np.figure.is_some() && np.opening == Opening::None;
    let new = |i: &Item| !i.part && !i.of && new(&chunks.phrases[i.phrase]) && !chunks.phrases[i.phrase].other;
    let verb = sentence.words[statement.word].outcome.verb.filter(|_| statement.ground == Ground::Verb);
    verb.is_some_and(|v| v.transitive && !v.intransitive) && statement.items.iter().all(new)
}

/// "was killed there on May 4": right behind the fate a day of a month stands.
pub fn on_a_date(sentence: &Sentence, chunks: &Chunks, statement: &Statement) -> bool {
    let end = super::clause_end(chunks, statement.chunk, statement);
    let stop = chunks.starts.get(end).copied().unwrap_or(sentence.words.len());
    let date = |w: &[Word]| w[0].has(Class::Month) && w[0].name && matches!(w[1].sort, Sort::Digits | Sort::Figure(_));
    sentence.words[statement.word..stop.max(statement.word)].windows(2).any(date)
}

/// "Floods have killed 34 people since 2 August", "to date": the toll so far of what lasts for days, and no tally of a season or
/// a year.
pub fn so_far(sentence: &Sentence, tokens: &[Token], event: &EventWords) -> bool {
    let long = |w: &Word| match w.has(Class::Cumulative) {
        true => !w.any(&[Class::Where, Class::Adverb]),
        false => w.any(&[Class::AgeUnit, Class::Period]),
    };
    let lasts = || tokens[sentence.tokens.clone()].iter().any(|t| event.lasts(t.word));
    sentence.years.is_empty() && !sentence.words.iter().any(long) && lasts()
}

/// "the deadliest attack since May", "the country's worst crash in two decades": the time only ranks the event.
pub(super) fn ranked(before: &[Word]) -> bool {
    before.iter().rev().take_while(|w| !w.is(',')).any(|w| w.has(Class::Rank))
}

/// A year or month behind the "since" at `i` makes a period of it; "since the bus stopped" and "missing since Monday" do not.
pub(super) fn opens_time(sentence: &Sentence, words: &[Word], i: usize) -> bool {
    let missing = i > 0 && words[i - 1].outcome.adjective == Some(Outcome::Missing);
    let time = words[i + 1..].iter().find(|w| !w.has(Class::Early) && !w.is('-'));
    !missing
        && time.is_some_and(|w| match w.sort {
            Sort::Figure(f) => sentence.figures[f as usize].figure.value().is_some_and(|n| (1000..2200).contains(&n)),
            Sort::Digits => true,
            _ => w.any(&[Class::Month, Class::Weekday]),
        })
}

/// Whether what a statement tells was done by, or in, an event that is named by a year: "the flood of 1953, which killed 307",
/// "in the 1996 disaster eight died", "the last attack, in 1997, killed two". Not one of the years of the text itself.
pub fn event_of_year(sentence: &Sentence, chunks: &Chunks, statement: &Statement, own: &[u64]) -> bool {
    let words = &sentence.words;
    let mut start = super::clause_start(chunks, statement.chunk);
    let relative = start.checked_sub(1).filter(|r| matches!(chunks.list[*r], Chunk::Relative(_)));
    if let Some(who) = relative {
        let hangs = |k: &&Chunk| matches!(k, Chunk::Comma | Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Other(_));
        start = who - chunks.list[..who].iter().rev().take_while(hangs).count();
    }
    let (from, told) = (chunks.starts[start], statement.word.max(chunks.starts[statement.chunk]));
    // "the man sought in the 2009 murder was shot": told of no such event
    let whose = |at: usize| at > from + 2 && words[at - 1].sort != Sort::Possessive && relative.is_none();
    let names = |at: usize| {
        let Some(before) = at.checked_sub(1).map(|b| &words[b]) else { return false };
        let aside = || at > 1 && words[at - 2].is(',') && words.get(at + 1).is_some_and(|w| w.is(','));
        let named = before.sort == Sort::Possessive || before.any(&[Class::Definite, Class::Owner]);
        // "was killed in the 1996 massacre"
        let behind = || at == told + 3 && words[at - 2].has(Class::Preposition);
        match at < told {
            true => before.has(Class::Of) || named && !whose(at) || before.has(Class::Preposition) && aside(),
            false => named && behind(),
        }
    };
    let other = |year: &u64| sentence.year != Some(*year) && !own.contains(year);
    sentence.years.iter().any(|(at, year)| *at >= from && other(year) && names(*at))
}
