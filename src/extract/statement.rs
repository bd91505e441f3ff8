//! Statements: one outcome and the people who suffered it, as one predicate has it.
//!
//! A statement is the coordinated list of one predicate: "two foreigners, their interpreter and a policeman were
//! killed". Sums are made inside a statement; across statements only later, by who the people are.

mod answer;
mod equation;
mod follow;
mod gap;
mod heading;
mod list;
mod losses;
mod named;
mod noun;
mod put;
mod retold;
mod settle;
mod shares;
mod state;
mod survive;
mod weak;
mod wound;

pub use super::item::Item;

use super::chunk::{Chunk, Chunks, Kind, VerbGroup, Voice};
use super::noun_phrase::{Opening, Pronoun, Who};
use super::walk;
use super::word::{Sentence, Word};
use crate::claim::Outcome;
use crate::lexicon::{Class, Form};
pub use answer::{gives_number, speaker_alone};
use equation::equations;
pub(super) use follow::may_follow;
use gap::{and_behind, gaps};
pub use heading::{heading, row};
use noun::{may_tell, of_noun};
use shares::shares;
use weak::of_weak_verb;
use wound::{by_bullets, dead_behind, in_limb};

/// How a statement came about; the weaker ones give way to the stronger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// "were killed", "killing 13"
    Verb,
    /// "13 dead", "five wounded soldiers"
    People,
    /// "three deaths"
    Count,
    /// "the death toll rose to 13"
    Toll,
    /// "suffered burns", "was treated"
    Harm,
    /// "was taken to hospital"
    Taken,
    /// "is in critical condition"
    Condition,
    /// "a suicide bomber", "hanged himself": dies of the deed
    Suicide,
    /// "no one survived", "only three survived": the others are dead
    Survived,
    /// "they were A and B", "three of them were children": people told of before, whose outcome is theirs
    Named,
}

/// One predicate and its people.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What happened.
    pub outcome: Outcome,
    /// To whom.
    pub items: Vec<Item>,
    /// How it was told.
    pub ground: Ground,
    /// The word that tells it.
    pub word: usize,
    /// The chunk it hangs on.
    pub chunk: usize,
    /// "were not hurt"
    pub negated: bool,
    /// It may or would have happened, or is only feared.
    pub possible: bool,
    /// "were also killed"
    pub also: bool,
    /// "did not hurt anyone": it befell nobody
    pub nobody: bool,
    /// "were killed", which is no later fate of the hurt as "died" may be
    pub done: bool,
    /// "killed and injured": the last word that tells that some suffered the one and some the other
    pub each: Option<usize>,
}

impl Statement {
    /// What the word at `word`, in chunk `chunk`, asserts of `items`.
    fn new(word: usize, chunk: usize, outcome: Outcome, ground: Ground, items: Vec<Item>) -> Statement {
        Statement {
            outcome,
            items,
            ground,
            word,
            chunk,
            negated: false,
            possible: false,
            also: false,
            nobody: false,
            done: false,
            each: None,
        }
    }

    /// The same of a verb group, with its negation and its mood.
    fn of_group(g: &VerbGroup, chunk: usize, outcome: Outcome, ground: Ground, items: Vec<Item>) -> Statement {
        Statement { negated: g.negated, possible: g.modal, ..Statement::new(g.main, chunk, outcome, ground, items) }
    }
}

/// All statements of a sentence, in the order of their words.
pub fn statements(sentence: &Sentence, chunks: &Chunks) -> Vec<Statement> {
    let mut found = Vec::new();
    let tell = [Kind::Noun, Kind::Verb, Kind::State, Kind::Preposition];
    let tell = if sentence.has(Class::Costing) { &tell[..] } else { &tell[..3] };
    for c in chunks.runs([tell]) {
        match chunks.list[c] {
            Chunk::Noun(n) if !may_tell(sentence, &chunks.phrases[n]) => {}
            Chunk::Verb(v) => of_verb(sentence, chunks, c, v, &mut found),
            Chunk::State(w) => found.extend(state::of_state(sentence, chunks, c, w)),
            Chunk::Noun(n) => of_noun(sentence, chunks, c, n, &mut found),
            Chunk::Preposition(w) if !found.is_empty() => found.extend(losses::loss(sentence, chunks, c, w)),
            _ => {}
        }
    }
    if !found.is_empty() {
        gaps(sentence, chunks, &mut found);
        and_behind(sentence, chunks, &mut found);
        list::doubtful(sentence, chunks, &mut found);
    }
    if !sentence.figures.is_empty() {
        answer::answers(sentence, chunks, &mut found);
        retold::retold(sentence, chunks, &mut found);
    }
    equations(sentence, chunks, &mut found);
    if found.is_empty() {
        return found;
    }
    shares(sentence, chunks, &mut found);
    found.iter_mut().for_each(|s| noun::numbered(sentence, chunks, s));
    found.iter_mut().for_each(|s| list::members(sentence, chunks, s));
    found.iter_mut().for_each(|s| noun::ranked(sentence, chunks, s));
    // "whether any were hurt", "asks for any unsolved killing"
    let any =
        |i: &Item| sentence.has(Class::Any) && sentence.words[chunks.phrases[i.phrase].first as usize].has(Class::Any);
    found.iter_mut().filter(|s| s.items.iter().any(any)).for_each(|s| settle::nobody(sentence, chunks, s));
    found.iter_mut().for_each(|s| settle::neither(sentence, chunks, s));
    found.iter_mut().for_each(|s| settle::except(sentence, chunks, s));
    survive::spare(sentence, chunks, &mut found);
    found.iter_mut().filter(|s| !s.nobody).for_each(|s| s.items.retain(|i| !any(i)));
    let missing = found.iter_mut().filter(|s| s.outcome == Outcome::Missing);
    missing.for_each(|s| settle::found_alive(sentence, chunks, s));
    found.retain(|s| !s.items.is_empty());
    let each = |s: &&mut Statement| sentence.words[s.word].outcome.each;
    found.iter_mut().filter(each).for_each(|s| s.each = Some(s.word));
    settle::told_apart(&mut found);
    settle::settle(&mut found);
    found.sort_by_key(|s| (s.word, s.ground));
    found
}

fn of_verb(sentence: &Sentence, chunks: &Chunks, c: usize, v: usize, found: &mut Vec<Statement>) {
    let g = &chunks.verbs[v];
    let words = &sentence.words;
    let new = |outcome, ground, items| Statement::of_group(g, c, outcome, ground, items);
    if let Some(state) = g.state {
        return found.extend(state::of_copula(sentence, chunks, c, g, state));
    }
    let Some(joined) = g.outcome else {
        let lost = words[g.main].any(&[Class::Survive, Class::Unsaved, Class::Losing]);
        let told = || survive::survive(sentence, chunks, c, g).or_else(|| survive::unsaved(sentence, chunks, c, g));
        let told = || told().or_else(|| losses::lost(sentence, chunks, c, g));
        if let Some(told) = lost.then(told).flatten() {
            if told.ground == Ground::Survived && weak::with_harm(sentence, chunks, c) {
                let items = walk::subject(sentence, chunks, c, g.plural);
                found.push(new(Outcome::Injured, Ground::Harm, items)); // "five survived with injuries"
            }
            return found.push(told);
        }
        return of_weak_verb(sentence, chunks, c, v, found);
    };
    let mut outcome = joined.verb.outcome;
    if g.fatal && matches!(outcome, Outcome::Casualties | Outcome::Injured) {
        outcome = Outcome::Killed;
    } else if g.nonfatal && outcome == Outcome::Casualties {
        outcome = Outcome::Injured;
    }
    let of = |k: usize| matches!(chunks.list.get(k), Some(&Chunk::Preposition(w)) if words[w].has(Class::Of));
    let deed = g.voice == Voice::Ing && g.alone();
    let noun = |w: &Word| w.any(&[Class::A, Class::Definite]) && !w.any(&[Class::Relative, Class::PersonPronoun]);
    if deed && g.first.checked_sub(1).is_some_and(|b| noun(&words[b])) && !of(c + 1) {
        return; // "sought over the shooting a man in a hat"
    }
    if deed && of(c + 1) {
        found.push(new(outcome, Ground::Count, walk::of_phrase(sentence, chunks, c))); // "the killing of a boy"
        return;
    }
    let items = match g.voice {
        Voice::Passive => {
            let items = walk::subject(sentence, chunks, c, g.plural);
            // "The following were killed: A, B and C"
            let colon = items.is_empty()
                && matches!(chunks.list.get(c + 1), Some(Chunk::Break) if words[chunks.starts[c + 1]].is(':'))
                && matches!(chunks.list.get(c + 2), Some(Chunk::Noun(_)));
            match items {
                items if !items.is_empty() => items,
                _ if colon => walk::list_on(sentence, chunks, c + 2),
                _ if died_behind(chunks, c) => walk::list_on(sentence, chunks, c + 1), // "Were killed three persons"
                none => none,
            }
        }
        Voice::Copula | Voice::Bare => Vec::new(),
        Voice::Infinitive if joined.verb.transitive => walk::objects(sentence, chunks, c),
        Voice::Active | Voice::Ing | Voice::Infinitive => {
            let participle = matches!(joined.verb.form, Form::Past | Form::Participle) && g.end - g.first == 1
                || g.voice == Voice::Active && g.alone();
            let objects = if joined.verb.transitive { walk::objects(sentence, chunks, c) } else { Vec::new() };
            if !objects.is_empty() {
                objects
            } else if joined.verb.intransitive && joined.verb.form == Form::Base && g.alone() {
                walk::subject(sentence, chunks, c, Some(true)) // "Mother, two daughters die"
            } else if joined.verb.intransitive && g.auxiliary && died_behind(chunks, c) {
                walk::list_on(sentence, chunks, c + 1) // "have died eight persons"
            } else if joined.verb.intransitive
                || participle
                    && !of_a_thing(sentence, chunks, c)
                    && !walk::subject_inside(chunks, c)
                    && joined.verb.form != Form::Ing
                    && joined.verb.transitive
                    && joined.verb.form != Form::Third
                    && joined.verb.form != Form::Base
            {
                walk::subject(sentence, chunks, c, g.plural)
            } else {
                Vec::new()
            }
        }
    };
    // "gunmen shot into the crowd": the shooters are not the shot
    let bare = g.alone() && g.voice == Voice::Active;
    let onward = chunks.list.get(c + 1).is_some_and(|k| matches!(k, Chunk::Preposition(_)));
    if bare
        && onward
        && outcome == Outcome::Casualties
        && items.iter().any(|i| chunks.phrases[i.phrase].attacker || chunks.phrases[i.phrase].body)
    {
        return;
    }
    // "the index hit 300"
    let loose = words[joined.word].has(Class::Loose);
    let bare_object = |i: &Item| {
        let np = &chunks.phrases[i.phrase];
        np.who == Who::Bare && !np.other && np.first as usize > g.main
    };
    if loose && g.voice == Voice::Active && items.iter().all(bare_object) {
        return;
    }
    // "killed a boy before shooting himself"
    let himself = items.iter().any(|i| chunks.phrases[i.phrase].pronoun == Some(Pronoun::Reflexive));
    if himself && outcome == Outcome::Casualties && found.iter().any(|s| s.outcome == Outcome::Killed) {
        outcome = Outcome::Killed;
    }
    // "war kills civilians": the plain present without a number tells of no event, but in a headline
    let counted = items
        .iter()
        .any(|i| chunks.phrases[i.phrase].figure.is_some() || chunks.phrases[i.phrase].plural == Some(false));
    let present = joined.verb.form == Form::Third || joined.verb.form == Form::Base && g.alone();
    // "anyone who kills two people" tells of no event either
    let who = c.checked_sub(1).is_some_and(|r| matches!(chunks.list[r], Chunk::Relative(_)));
    if present && (!counted || who) && !sentence.headline {
        return;
    }
    if loose
        && (outcome == Outcome::Killed || joined.verb.outcome == Outcome::Injured)
        && !strong_enough(chunks, &items, true)
    {
        return; // "the storm wiped out 300 jobs"
    }
    if joined.verb.outcome == Outcome::Missing && !strong_enough(chunks, &items, false) {
        return; // "the paint disappeared"
    }
    if outcome == Outcome::Casualties
        && joined.verb.outcome == Outcome::Casualties
        && !strong_enough(chunks, &items, loose && !by_bullets(sentence, chunks, c))
    {
        return;
    }
    let fatal_behind = dead_behind(sentence, chunks, &items);
    let fatal_behind = fatal_behind && matches!(g.voice, Voice::Active | Voice::Ing) || sentence.has(Class::FatalEvent);
    if fatal_behind && outcome == Outcome::Casualties {
        outcome = Outcome::Killed; // "shot two people to death"
    }
    if outcome == Outcome::Casualties && in_limb(sentence, chunks, c) {
        outcome = Outcome::Injured;
    }
    let also = sentence.has(Class::Also) && words[g.first..g.end].iter().any(|w| w.has(Class::Also));
    let new = |outcome, ground, items| Statement { also, ..new(outcome, ground, items) };
    // "blew himself up" is a deed against oneself
    let ground = if words[joined.word].has(Class::Suicide) { Ground::Suicide } else { Ground::Verb };
    let done = g.voice == Voice::Passive && joined.verb.transitive;
    let each = joined.each.filter(|_| outcome == Outcome::Casualties);
    let new = |outcome, ground, items| Statement { done, each, ..new(outcome, ground, items) };
    if let Some(also) = joined.also {
        found.push(Statement { word: joined.word, ..new(also, Ground::Verb, items.clone()) });
    }
    found.push(Statement { word: joined.word, ..new(outcome, ground, items) });
}

/// Whether counted people stand right behind the verb at chunk `c`, and nobody who could be its subject before it.
fn died_behind(chunks: &Chunks, c: usize) -> bool {
    let people = |n: usize| chunks.phrases[n].who == Who::Person && chunks.phrases[n].figure.is_some();
    matches!(chunks.list.get(c + 1), Some(&Chunk::Noun(n)) if people(n))
        && !chunks.list[..c].iter().any(|k| matches!(*k, Chunk::Noun(n) if chunks.phrases[n].may_be_people()))
}

/// "The company killed 40 product lines": what the verb was done to follows it, so that its subject is not who suffered.
/// A time ("two killed this morning") is no such thing.
fn of_a_thing(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    if let Some(&Chunk::Other(w)) = chunks.list.get(c + 1) {
        return sentence.words[w].any(&[Class::A, Class::Definite, Class::Owner]); // "killed a" something
    }
    let Some(&Chunk::Noun(n)) = chunks.list.get(c + 1) else { return false };
    let np = &chunks.phrases[n];
    if np.pronoun == Some(Pronoun::Thing) {
        return true; // "killed it"
    }
    let time = sentence.words[np.first as usize..np.end as usize]
        .iter()
        .any(|w| w.any(&[Class::TimeUnit, Class::Weekday, Class::Month, Class::Measure, Class::Period]));
    let determined = np.figure.is_some() || np.opening != Opening::None;
    determined && !time && !np.harm && matches!(np.who, Who::Thing | Who::Animal)
}

/// "shot" may be said of things, "hit" mostly is: their people must be people by their own words, or by name.
fn strong_enough(chunks: &Chunks, items: &[Item], loose: bool) -> bool {
    items.iter().any(|i| {
        let np = &chunks.phrases[i.phrase];
        np.is_people() || !loose && np.name.is_some() && np.who == Who::Unknown
    })
}
