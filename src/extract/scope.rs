//! What makes a statement something else than a toll of this incident: not real, a charge, a longer period, another
//! incident. Scoped by clause, since a cue word far off changes nothing.

mod event;
mod times;

use super::chunk::{Chunk, Chunks, Kind, VerbGroup, Voice};
use super::noun_phrase::Opening;
use super::statement::{Ground, Statement};
use super::word::{Sentence, Sort, Word};
use crate::lexicon::Class;
use event::{
    after_a_time, aside, in_fiction, of_another, of_the_subject, opens_fiction, other_year, recalled, since_a_war,
    since_when, where_another,
};
use times::{at_a_rate, opens_time, over_month, over_years, ranked, within_days, within_hours};
pub use times::{brings_in, event_of_year, in_a_month, on_a_date, so_far};

/// Why what was last week or last month is told in passing.
pub const OF_LATE: &str = "some time ago";

/// What a statement is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// It did not happen, or is only a charge, a threat or a plan: no claim.
    pub unreal: bool,
    /// Told in passing, by what is said of those who did it.
    pub blamed: bool,
    /// A tally of a longer period.
    pub cumulative: bool,
    /// Another incident.
    pub background: bool,
    /// "In 1999, …": another incident than one told of before.
    pub dated: bool,
    /// "On June 7, …": whom a page of news tells of as new there may be of another day.
    pub day: bool,
    /// Feared or possible.
    pub possible: bool,
    /// "denied that …"
    pub denied: bool,
    /// "later died"
    pub later: bool,
    /// "later" beside the verb itself
    pub afterwards: bool,
    /// "lowered the toll to nine": where it is lower than what was said before, that is withdrawn.
    pub revises: bool,
    /// The first reason for any of these but `blamed`, `later` and `revises`; empty where there is none.
    pub why: &'static str,
}

impl Scope {
    /// Keeps why, where it holds and nothing is known yet.
    fn because(&mut self, holds: bool, why: &'static str) -> bool {
        if holds && self.why.is_empty() {
            self.why = why;
        }
        holds
    }

    fn is_cumulative(&mut self, holds: bool, why: &'static str) {
        self.cumulative |= self.because(holds, why);
    }

    /// Another incident, and why.
    pub fn is_background(&mut self, holds: bool, why: &'static str) {
        self.background |= self.because(holds, why);
    }

    /// Not known for sure, and why.
    pub fn is_possible(&mut self, holds: bool, why: &'static str) {
        self.possible |= self.because(holds, why);
    }
}

/// Judges a statement by its clause.
pub fn scope(sentence: &Sentence, chunks: &Chunks, statement: &Statement) -> Scope {
    let words = &sentence.words;
    let c = statement.chunk;
    let start = clause_start(chunks, c);
    let end = clause_end(chunks, c, statement);
    let at = chunks.starts[c];
    let left = &words[chunks.starts[start]..at];
    let stop = chunks.starts.get(end).copied().unwrap_or(words.len());
    let right = &words[at..stop.max(at)];
    let near = &left[left.len().saturating_sub(6)..];
    // what stands before a comma governs nothing behind it
    let close = near.iter().rev().take_while(|w| !w.is(','));
    let voice = match chunks.list[c] {
        Chunk::Verb(v) => Some(chunks.verbs[v].voice),
        _ => None,
    };
    let has = |class| sentence.has(class);
    let mut scope = Scope::default();
    scope.is_possible(statement.possible, "a verb of what may be");
    let nominal = statement.ground == Ground::Count;
    match voice {
        Some(Voice::Infinitive) => {
            let real = near.last().is_some_and(|w| w.has(Class::RealTo))
                || near.iter().rev().take(3).any(|w| w.has(Class::RealTo));
            scope.unreal = !real || close.clone().take(2).any(|w| w.has(Class::Unreal));
        }
        Some(Voice::Ing) | None if nominal || voice.is_some() => {
            let blame = |w: &Word| w.has(Class::Blame);
            scope.blamed = nominal && near.iter().any(blame);
            let within = &words[at..=statement.word.max(at)]; // "the attempted murder"
            let deed = definite(sentence, chunks, c);
            let charge = |w: &Word| w.has(Class::Legal) && !blame(w) && !(deed && w.has(Class::Accused));
            scope.unreal = nominal && (near.iter().any(charge) || within.iter().any(|w| w.has(Class::Unreal)))
                || close.clone().take(2).any(|w| w.has(Class::Unreal));
        }
        _ => {
            scope.unreal =
                has(Class::Conditional) && left.iter().any(|w| w.has(Class::Conditional) && w.has(Class::Where));
        }
    }
    if let Chunk::Verb(v) = chunks.list[c] {
        let group = &words[chunks.verbs[v].first..chunks.verbs[v].end];
        let nearly = |w: &Word| w.has(Class::Conditional) && w.has(Class::Adverb); // "nearly killed"
        scope.unreal |= group.iter().any(|w| w.has(Class::Conditional) && !nearly(w));
        scope.unreal |= statement.word.checked_sub(1).is_some_and(|before| nearly(&words[before]));
        scope.is_possible(group.iter().any(possible), "a word of doubt in the verb");
        scope.later = group.iter().any(|w| w.has(Class::Later));
        scope.afterwards = scope.later;
    }
    scope.denied = has(Class::Denial) && denied(sentence, chunks, start, c);
    scope.because(scope.denied, "it hangs on a denial");
    let here = possible(&words[at]) || words.get(statement.word).is_some_and(possible); // "100 feared dead"
    scope.is_possible(here, "a word of doubt");
    // of a deed told in passing only who did it is in doubt
    let doubt = |i: usize| possible(&near[i]) && !(i > 0 && near[i - 1].has(Class::And)); // "and possibly five"
    let doubt = has(Class::Possible) && (near.len().saturating_sub(3)..near.len()).any(doubt);
    scope.is_possible(!scope.blamed && doubt, "a word of doubt just before");
    scope.later |= has(Class::Later) && right.iter().any(|w| w.has(Class::Later));
    let own = past_opening(chunks, start, c);
    let clause = &words[chunks.starts[own]..stop.max(at)];
    let tally = statement.ground <= Ground::Toll && !single(chunks, statement);
    let longer = tally && has(Class::Cumulative) && for_longer(sentence, chunks, statement, start, own, stop);
    scope.is_cumulative(longer, "a word for a longer time");
    // "has claimed 13 lives"
    let costs = |k: &Chunk| matches!(*k, Chunk::Verb(v) if words[chunks.verbs[v].main].has(Class::Costing));
    let verb = c.checked_sub(1).map(|b| chunks.list[b]).filter(costs).unwrap_or(chunks.list[c]);
    if has_been(sentence, chunks, verb) {
        // "the campaign, which has killed 300"
        let relative = own.checked_sub(1).is_some_and(|r| matches!(chunks.list[r], Chunk::Relative(_)));
        let told = &words[chunks.starts[own.saturating_sub(if relative { 3 } else { 0 })]..stop.max(at)];
        let strife = told.iter().any(|w| w.has(Class::Strife));
        scope.is_cumulative(strife && !single(chunks, statement), "what a war or campaign has done so far");
    }
    let timed = tally && has(Class::AgeUnit);
    scope.is_cumulative(timed && at_a_rate(right), "so many in each time");
    let over = timed && has(Class::Past) && over_years(clause) || tally && has(Class::During) && over_month(clause);
    scope.is_cumulative(over, "years or a month");
    let within = timed && has_been(sentence, chunks, chunks.list[c]) && within_days(right);
    scope.is_cumulative(within, "so far within some time");
    let past = |(i, w): &(usize, &Word)| {
        w.has(Class::Background) && !of_the_subject(chunks, statement, *i) && !within_hours(&words[i + 1..])
    };
    // "last year when soldiers killed 17": the time before the conjunction is that of its clause
    let from = chunks.starts[own];
    let from = from - usize::from(own > 0 && matches!(chunks.list[own], Chunk::Where(_)));
    let timed = words[from..stop.max(at)].iter();
    let past = if has(Class::Background) { (from..).zip(timed).find(past) } else { None };
    scope.is_background(past.is_some_and(|(_, w)| w.has(Class::Day)), OF_LATE);
    scope.is_background(past.is_some(), "a word for another time");
    let hung = own == start && has(Class::AgeUnit) && after_a_time(sentence, chunks, start);
    scope.is_background(hung, "so long before or after it");
    let hung = own == start && has(Class::Cumulative) && since_when(sentence, chunks, start);
    scope.is_background(hung, "since then");
    scope.is_background(has(Class::Recall) && recalled(sentence, chunks, start, c), "an event that is remembered");
    let other = || of_another(sentence, chunks, start) || where_another(sentence, chunks, start);
    scope.is_background(has(Class::After) && other(), "it followed another event");
    scope.unreal |= has(Class::Fiction)
        && (opens_fiction(sentence, chunks)
            || aside(sentence, chunks, own, c).is_some() && in_fiction(sentence, chunks, own));
    if !sentence.years.is_empty() {
        let aside = aside(sentence, chunks, own, c).is_some_and(|clause| other_year(sentence, clause));
        scope.is_background(aside, "another year, said in passing");
        scope.dated = other_year(sentence, 0..3.min(words.len())) || other_year(sentence, at..stop.max(at));
        // "as in 1979, when they killed a bishop"
        let before = chunks.starts[start];
        let when = matches!(chunks.list[start], Chunk::Where(_));
        scope.dated |= when && other_year(sentence, before.saturating_sub(5)..before);
        scope.because(scope.dated, "another year");
    }
    scope.day = opens_with_day(words);
    scope.revises = statement.ground == Ground::Toll && revises(sentence, chunks, c);
    scope
}

/// Whether a word of the clause of chunks `start..`, which stops before word `stop`, says that it tells of a longer time; the clause
/// of its own begins at chunk `own`.
fn for_longer(
    sentence: &Sentence,
    chunks: &Chunks,
    statement: &Statement,
    start: usize,
    own: usize,
    stop: usize,
) -> bool {
    let (words, at) = (&sentence.words, chunks.starts[statement.chunk]);
    let clause = &words[chunks.starts[own]..stop.max(at)];
    let word = |i: &usize| clause[*i].has(Class::Cumulative) && !ranked(&clause[..*i]);
    let names_it = |i: usize| {
        // "workers abducted last month have been executed"
        if of_the_subject(chunks, statement, chunks.starts[own] + i) {
            return false;
        }
        !clause[i].has(Class::Where) && clause.get(i + 1).is_none_or(|w| w.sort != Sort::Possessive)
            || opens_time(sentence, clause, i)
            || clause.iter().any(|w| w.has(Class::Month))
    };
    (0..clause.len()).filter(word).any(names_it)
        || own > start && since_a_season(sentence, chunks, start, own)
        || has_been(sentence, chunks, chunks.list[statement.chunk]) && since_a_war(&words[at..])
}

/// "lowered the toll", "the toll was later put", "but now put the number": whether a verb beside the toll at chunk `c` says that
/// another was given before.
fn revises(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let verb = |g: &VerbGroup| {
        let later = |w: &Word| w.has(Class::Later);
        sentence.words[g.main].has(Class::Revising) || sentence.words[g.first..g.end].iter().any(later)
    };
    let near = &chunks.list[c.saturating_sub(2)..(c + 5).min(chunks.list.len())];
    near.iter().any(|k| matches!(*k, Chunk::Verb(v) if verb(&chunks.verbs[v])))
}

/// "On June 7, …", "In early May …"
fn opens_with_day(words: &[Word]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let month = rest.iter().find(|w| !w.has(Class::Early));
    first.has(Class::Preposition) && month.is_some_and(|w| w.has(Class::Month))
}

/// "the murder of", "the shooting deaths of", but not "the attempted murder of": told as done.
fn definite(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let Chunk::Noun(n) = chunks.list[c] else { return false };
    let np = &chunks.phrases[n];
    let tried = |w: &Word| w.any(&[Class::WouldBe, Class::Unreal]) && !w.has(Class::Blame); // "the alleged murder"
    np.opening == Opening::Definite && !sentence.words[np.first as usize..np.head as usize].iter().any(tried)
}

/// Whether the clause of a statement has a year long before the text was published: "a fire in the same market killed 17 in
/// 1998", "since 1982, when a crash killed 78".
pub fn long_ago(sentence: &Sentence, chunks: &Chunks, statement: &Statement) -> bool {
    const LONG: u64 = 3;
    let Some(now) = sentence.year else { return false };
    let (start, end) = (clause_start(chunks, statement.chunk), clause_end(chunks, statement.chunk, statement));
    let to = chunks.starts.get(end).copied().unwrap_or(sentence.words.len());
    let from = chunks.starts[start].saturating_sub(3); // the time before "when"
    let mut years = sentence.years.iter().filter(|(at, _)| (from..to).contains(at)).peekable();
    years.peek().is_some() && years.all(|(_, year)| year + LONG <= now)
}

/// "have been killed", "have died": what was done by now.
fn has_been(sentence: &Sentence, chunks: &Chunks, verb: Chunk) -> bool {
    let Chunk::Verb(v) = verb else { return false };
    let g = &chunks.verbs[v];
    !g.pluperfect && sentence.words[g.first..g.end].iter().any(|w| w.any(&[Class::HaveSingle, Class::Have]))
}

/// "may", but not "on 3 May".
fn possible(w: &Word) -> bool {
    w.has(Class::Possible) && !(w.has(Class::Month) && w.name)
}

/// "denied the claim that four had died": the clause hangs on a denial.
fn denied(sentence: &Sentence, chunks: &Chunks, start: usize, c: usize) -> bool {
    let opens = |k: &usize| matches!(chunks.list[*k], Chunk::Where(_));
    let Some(that) = Some(start).filter(opens).or(start.checked_sub(1).filter(opens)) else { return false };
    let denies = |k: &Chunk| matches!(*k, Chunk::Verb(v) if sentence.words[chunks.verbs[v].main].has(Class::Denial) && !chunks.verbs[v].negated);
    // "denied that 50 had died, saying only two were hurt"
    let says = |k: &Chunk| chunks.is_speech(sentence, k);
    chunks.list[..that].iter().rev().take(2).any(denies) && !chunks.list[that..c].iter().any(says)
}

/// "Since the rains began, 13 have died": the words of the opening clause, of chunks `start..own`, name a longer time.
fn since_a_season(sentence: &Sentence, chunks: &Chunks, start: usize, own: usize) -> bool {
    let words = &sentence.words[chunks.starts[start]..chunks.starts[own]];
    let since = |w: &Word| w.has(Class::Cumulative) && w.has(Class::Where);
    words.first().is_some_and(since) && words.iter().any(|w| w.has(Class::Cumulative) && !w.has(Class::Where))
}

/// One person described is no tally; "the fourth death this year" is one.
fn single(chunks: &Chunks, statement: &Statement) -> bool {
    statement.items.iter().map(|i| &chunks.phrases[i.phrase]).all(|np| np.figure.is_none() && np.ordinal.is_none())
}

fn clause_start(chunks: &Chunks, c: usize) -> usize {
    let opens = |k: &Chunk| matches!(k, Chunk::Break | Chunk::Where(_) | Chunk::Relative(_) | Chunk::But);
    let mut bounds = chunks.runs([&[Kind::Break, Kind::Where, Kind::Relative, Kind::But]]);
    let mut start = 0;
    while let Some(bound) = bounds.next().filter(|bound| *bound < c) {
        start = if opens(&chunks.list[bound]) { bound + 1 } else { start };
    }
    // the conjunction that opens the clause belongs to it
    if start > 0 && matches!(chunks.list[start - 1], Chunk::Where(_)) { start - 1 } else { start }
}

/// "A day after a clerk was killed, a guard was shot": where the clause of its own begins behind one that opens the
/// sentence.
fn past_opening(chunks: &Chunks, start: usize, c: usize) -> usize {
    let list = &chunks.list;
    let finite =
        |k: &Chunk| matches!(*k, Chunk::Verb(v) if !matches!(chunks.verbs[v].voice, Voice::Ing | Voice::Infinitive));
    let closed = || {
        let verb = start + list[start..c].iter().position(finite)?;
        let comma = verb + list[verb..c].iter().position(|k| *k == Chunk::Comma)?;
        let opens = matches!(list[comma + 1], Chunk::Noun(_) | Chunk::Preposition(_) | Chunk::Other(_));
        (opens && list[comma..c].iter().any(|k| matches!(k, Chunk::Noun(_)))).then_some(comma + 1)
    };
    Some(list[start]).filter(|k| matches!(k, Chunk::Where(_))).and_then(|_| closed()).unwrap_or(start)
}

fn clause_end(chunks: &Chunks, c: usize, statement: &Statement) -> usize {
    let suffered = |k: &Chunk| matches!(*k, Chunk::Noun(n) if statement.items.iter().any(|i| i.phrase == n));
    let ends = |i: usize| match chunks.list[i] {
        Chunk::Break | Chunk::But => true,
        Chunk::Where(_) | Chunk::Relative(_) => i > c + 1,
        // "the man who killed three had left last month": the verb of the clause around
        Chunk::Verb(v) => finite(&chunks.verbs[v]) && suffered(&chunks.list[i - 1]),
        _ => false,
    };
    let mut bounds = chunks.runs([&[Kind::Break, Kind::But, Kind::Where, Kind::Relative, Kind::Verb]]);
    bounds.find(|i| *i > c && ends(*i)).unwrap_or(chunks.list.len())
}

fn finite(g: &VerbGroup) -> bool {
    g.outcome.is_none() && !matches!(g.voice, Voice::Ing | Voice::Infinitive)
}
