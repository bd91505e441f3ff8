//! What a noun phrase tells by itself, and who is said to be among whom.

use super::super::chunk::{Chunk, Chunks, VerbGroup, Voice};
use super::super::noun_phrase::{NounPhrase, Opening, Pronoun, Who, figure_of};
use super::super::walk;
use super::super::word::Sentence;
use super::put::{put_at, raised_to, state_put_at, toll_figure};
use super::{Ground, Item, Statement, strong_enough, survive};
use crate::claim::Outcome;
use crate::lexicon::Class;

/// Whether a noun phrase may tell anything by itself: most are of things.
pub(super) fn may_tell(sentence: &Sentence, np: &NounPhrase) -> bool {
    const HEADS: &[Class] =
        &[Class::Survive, Class::Speech, Class::Counter, Class::Deed, Class::Suicide, Class::Prisoner, Class::Lives];
    let told = np.toll.is_some() | np.count.is_some() | np.state.is_some();
    // "six people with gunshot wounds", "13 in hospital"
    let hurt = sentence.has(Class::With) & sentence.classes.any(&[Class::Harm, Class::Wound]);
    told | hurt | sentence.has(Class::Hospital) | sentence.words[np.head as usize].any(HEADS)
}

/// "It is another murder", "this was another death": what the text told of already.
fn is_the_told(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let [.., subject, Chunk::Verb(v)] = chunks.list[..c] else { return false };
    let thing = match subject {
        Chunk::Noun(it) => chunks.phrases[it].pronoun == Some(Pronoun::Thing),
        Chunk::Other(this) => sentence.words[this].has(Class::Definite),
        _ => false,
    };
    thing && chunks.verbs[v].voice == Voice::Copula
}

/// What a noun phrase tells by itself: "five wounded soldiers", "three deaths", "the death of a farmer", "a toll of 13".
pub(super) fn of_noun(sentence: &Sentence, chunks: &Chunks, c: usize, n: usize, found: &mut Vec<Statement>) {
    let np = &chunks.phrases[n];
    let new = |outcome, ground, items| Statement::new(np.head as usize, c, outcome, ground, items);
    let alone = |phrase| vec![Item { phrase, part: false, of: false, inner: None }];
    if let Some(outcome) = np.toll {
        if let Some(phrase) = raised_to(sentence, chunks, c).or_else(|| toll_figure(sentence, chunks, c)) {
            let at = chunks.place_of(phrase).unwrap_or(c);
            let items = walk::with_parts(sentence, chunks, at, phrase);
            let verb = |k: &Chunk| if let Chunk::Verb(v) = *k { Some(&chunks.verbs[v]) } else { None };
            let possible = chunks.list[c.min(at)..at].iter().filter_map(verb).any(|g| g.modal); // "could exceed 100"
            found.push(Statement { possible, ..new(outcome, Ground::Toll, items) });
        }
        return;
    }
    if let Some(told) = survive::survivors(sentence, chunks, c, n) {
        found.push(told);
        return;
    }
    // "no reports of injuries", two words that elsewhere say of what someone died
    let of_harm = matches!(chunks.list.get(c + 1), Some(&Chunk::Other(w)) if sentence.words[w].has(Class::Later));
    if of_harm && reports_none(sentence, np) {
        found.push(Statement { possible: true, ..new(Outcome::Injured, Ground::Count, alone(n)) });
        return;
    }
    if let Some(phrase) = state_put_at(sentence, chunks, c, np, found) {
        found.push(new(np.state.unwrap_or(Outcome::Killed), Ground::Toll, vec![walk::plain(phrase)]));
        return;
    }
    if let Some(phrase) = put_at(sentence, chunks, c, np) {
        // of those told of before, which only the text can tell
        let outcome = found.last().map_or(Outcome::Killed, |s| s.outcome);
        found.push(new(outcome, Ground::Toll, vec![Item { of: true, ..walk::plain(phrase) }]));
        return;
    }
    if let Some(outcome) = np.count {
        if np.other && is_the_told(sentence, chunks, c) {
            return;
        }
        if let [.., Chunk::Noun(owner), Chunk::Owner, _] = chunks.list[..=c]
            && outcome == Outcome::Killed
            && np.figure.is_none()
        {
            let owner_np = &chunks.phrases[owner];
            if owner_np.is_people() || owner_np.name.is_some() && owner_np.who == Who::Unknown {
                found.push(new(outcome, Ground::Count, alone(owner))); // "a boy’s death"
                return;
            }
        }
        let rises = |v: usize| sentence.words[chunks.verbs[v].main].has(Class::Raising);
        let plain = np.figure.is_none() && np.opening != Opening::Owner && !np.nobody;
        if let Some(phrase) = toll_figure(sentence, chunks, c)
            && plain
            && matches!(chunks.list.get(c + 1), Some(&Chunk::Verb(v)) if rises(v))
            && chunks.phrases[phrase].who == Who::Bare
        {
            found.push(new(outcome, Ground::Toll, alone(phrase))); // "Fatalities rose to 17"
            return;
        }
        if let Some(none) = unreported(sentence, chunks, c) {
            // what is not reported may yet be so
            found.push(Statement { possible: true, ..new(outcome, Ground::Count, alone(none)) });
            return;
        }
        let people = walk::of_phrase(sentence, chunks, c);
        if np.all && np.figure.is_none() {
            return; // "investigate all killings of civilians"
        }
        // "a triple murder", "other deaths", "a fifth killing"
        let nth = np.ordinal.is_some() && np.opening != Opening::Owner; // "its sixth homicide" is a tally of the place
        let several = np.times.is_some() || np.other && np.opening == Opening::None || nth;
        if !people.is_empty() && np.ordinal.is_none() && (outcome != Outcome::Injured || np.figure.is_none()) {
            found.push(new(outcome, Ground::Count, people));
        } else if np.figure.is_some()
            || np.nobody
            || outcome == Outcome::Killed && several
            || outcome != Outcome::Injured && np.opening == Opening::A
        {
            found.push(new(outcome, Ground::Count, alone(n)));
        }
        return;
    }
    if sentence.words[np.head as usize].has(Class::Deed) {
        let people = walk::of_phrase(sentence, chunks, c);
        let fatal = sentence.words[np.first as usize..np.end as usize].iter().any(|w| w.has(Class::Fatal));
        let outcome = if fatal { Outcome::Killed } else { Outcome::Casualties };
        // "a triple shooting near the University of …"
        let named = np.times.is_none() || people.iter().all(|i| chunks.phrases[i.phrase].is_people());
        if named && strong_enough(chunks, &people, false) {
            found.push(new(outcome, Ground::Count, people));
        } else if np.times.is_some() {
            found.push(new(outcome, Ground::Count, alone(n))); // "a triple shooting"
        }
        return;
    }
    // "six people with gunshot wounds"
    if let (Some(&Chunk::Preposition(w) | &Chunk::Other(w)), Some(&Chunk::Noun(h))) =
        (chunks.list.get(c + 1), chunks.list.get(c + 2))
        && sentence.words[w].has(Class::With)
        && (np.is_people() || np.name.is_some() && np.who == Who::Unknown)
    {
        let wound = sentence.words[chunks.phrases[h].head as usize].has(Class::Wound);
        let left = matches!(c.checked_sub(1).map(|b| chunks.list[b]), Some(Chunk::Verb(v)) if sentence.words[chunks.verbs[v].main].has(Class::Left));
        // "nine more, some with burns": of those before the comma
        let vague = np.who == Who::Bare && figure_of(sentence, np).is_some_and(|f| f.figure.value().is_none());
        let some = vague && matches!(chunks.list[..c], [.., Chunk::Noun(_), Chunk::Comma]);
        // "left two dead and seven people with gunshot wounds": beside the dead
        let beside = matches!(chunks.list[..c], [.., Chunk::And(_)])
            && found.last().is_some_and(|s| s.outcome == Outcome::Killed && s.chunk + 2 >= c);
        if wound && beside && np.figure.is_some() {
            found.push(new(Outcome::Injured, Ground::Taken, alone(n)));
        } else if wound && !some {
            found.push(new(Outcome::Casualties, Ground::Taken, walk::list_before(sentence, chunks, c)));
        } else if chunks.phrases[h].harm && !some && (np.figure.is_some() || left) {
            found.push(new(Outcome::Injured, Ground::Taken, alone(n))); // "leaving another 14 with burns"
        }
    }
    // "with a dozen others in hospital", "eight dead, 13 in hospital"
    let beside = match c.checked_sub(1).map(|b| chunks.list[b]) {
        Some(Chunk::Preposition(w) | Chunk::Other(w)) => sentence.words[w].has(Class::With),
        Some(Chunk::Comma | Chunk::And(_)) => !matches!(chunks.list.get(c + 3), Some(Chunk::Verb(_))),
        _ => false,
    };
    if beside && np.figure.is_some() && np.is_people() && np.state.is_none() && walk::in_hospital(sentence, chunks, c) {
        found.push(new(Outcome::Injured, Ground::Taken, alone(n)));
        return;
    }
    let head = &sentence.words[np.head as usize];
    if head.has(Class::Suicide) && np.opening != Opening::Definite && !np.nobody {
        let failed = sentence.words[np.first as usize..np.head as usize].iter().any(|w| w.has(Class::WouldBe));
        if !failed && (np.figure.is_some() || np.plural == Some(false)) {
            found.push(new(Outcome::Killed, Ground::Suicide, alone(n)));
        }
        return;
    }
    if head.has(Class::Prisoner)
        && (np.figure.is_some() || np.opening == Opening::A)
        && matches!(c.checked_sub(1).map(|b| chunks.list[b]), Some(Chunk::Verb(v)) if captures(sentence, &chunks.verbs[v]))
    {
        found.push(new(Outcome::Detained, Ground::People, alone(n)));
    }
    if head.has(Class::Lives) && np.opening == Opening::Owner {
        // "has cost nine people their lives"
        let costs = |np: &NounPhrase| np.first > 0 && sentence.words[np.first as usize - 1].has(Class::Costing);
        if let [.., Chunk::Noun(people)] = chunks.list[..c]
            && chunks.phrases[people].is_people()
            && costs(&chunks.phrases[people])
        {
            found.push(new(Outcome::Killed, Ground::People, alone(people)));
        }
        return;
    }
    if head.has(Class::Lives) && !lost(sentence, chunks, c) {
        return;
    }
    // "a man whose body was found"
    if let [.., Chunk::Noun(_), Chunk::Relative(whose)] = chunks.list[..c]
        && sentence.words[whose].has(Class::Owner)
        && np.state == Some(Outcome::Killed)
        && head.outcome.people.is_some()
    {
        found.push(new(Outcome::Killed, Ground::People, walk::list_before(sentence, chunks, c - 2)));
        return;
    }
    if np.state == Some(Outcome::Killed)
        && head.outcome.people.is_some()
        && head.outcome.adjective.is_none()
        && np.figure.is_none()
    {
        let people = walk::of_phrase(sentence, chunks, c);
        // "the remains of the dead", but not "the remains of the wreck"
        let expression = head.end - head.first > 1;
        if !people.is_empty() && (!expression || people.iter().any(|i| chunks.phrases[i.phrase].is_people())) {
            found.push(new(Outcome::Killed, Ground::People, people)); // "the bodies of two men"
            return;
        }
        let of = matches!(chunks.list.get(c + 1), Some(&Chunk::Preposition(w)) if sentence.words[w].has(Class::Of));
        let of_a_thing =
            || matches!(chunks.list.get(c + 2), Some(&Chunk::Noun(n)) if chunks.phrases[n].who == Who::Thing);
        if of && (expression || np.plural == Some(false) && of_a_thing()) {
            return; // "the remains of the wreck", "the body of the bus"
        }
    }
    if let Some(outcome) = np.state {
        let headed = np.figure.is_some()
            || np.other
            || np.nobody
            || np.opening == Opening::Definite
            || np.opening == Opening::A
            || outcome == Outcome::Killed && head.outcome.people.is_some() && his(sentence, chunks, c)
            || np.all;
        // "eleven of the deceased"
        let some = match chunks.list[..c] {
            [.., Chunk::Noun(n), Chunk::Preposition(w)] => {
                let counted = chunks.phrases[n].who == Who::Bare && chunks.phrases[n].figure.is_some();
                counted && sentence.words[w].has(Class::Of)
            }
            _ => false,
        };
        let headed = headed && !(some && np.plural != Some(true));
        // "out of a dead sleep"
        let adjective =
            np.opening == Opening::A && head.outcome.adjective == Some(Outcome::Killed) && np.figure.is_none();
        let headed = headed && !(adjective && head.outcome.people.is_some());
        // "a dead oak"
        let plant =
            np.opening == Opening::A && np.who == Who::Unknown && np.name.is_none() && outcome == Outcome::Killed;
        let headed = headed && !plant;
        let headed = headed && !(np.all && np.opening == Opening::Definite && np.figure.is_none()); // "each of the dead"
        if headed && np.may_be_people() {
            // "one in critical condition" has no people of its own
            let condition =
                outcome == Outcome::Injured && head.outcome.adjective.is_some() && head.outcome.people.is_none();
            let ground = if condition { Ground::Condition } else { Ground::People };
            found.push(new(outcome, ground, walk::list_from(sentence, chunks, c)));
        }
    }
}

/// "no reports of damage or injuries": the phrase that says that there were none.
fn unreported(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<usize> {
    let mut at = c;
    while let [.., Chunk::Noun(_), Chunk::And(_)] = chunks.list[..at] {
        at -= 2;
    }
    match chunks.list[..at] {
        [.., Chunk::Noun(reports), Chunk::Preposition(w)] if sentence.words[w].has(Class::Of) => {
            reports_none(sentence, &chunks.phrases[reports]).then_some(reports)
        }
        _ => None,
    }
}

/// "no immediate reports"
fn reports_none(sentence: &Sentence, np: &NounPhrase) -> bool {
    survive::none(sentence, np) && sentence.words[np.head as usize].has(Class::Speech)
}

/// "took", "have captured"
fn captures(sentence: &Sentence, g: &VerbGroup) -> bool {
    sentence.words[g.main].has(Class::Capture) && g.voice == Voice::Active && !g.negated && !g.modal
}

/// "his body was found", but not "strapped to his body", nor a body whose owner is named, who is told of by the name.
fn his(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let of_his = |n: usize| sentence.words[chunks.phrases[n].first as usize].has(Class::Owner);
    let behind = c.checked_sub(1).is_some_and(|p| matches!(chunks.list[p], Chunk::Preposition(_)));
    matches!(chunks.list[c], Chunk::Noun(n) if of_his(n)) && !behind
}

/// Whether the lives at chunk `c` were taken: "claimed 13 lives", "the loss of 13 lives", "13 lives were lost".
fn lost(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let near = chunks.list[c.saturating_sub(2)..].iter().take(if c < 2 { c + 2 } else { 4 });
    near.into_iter().any(|k| match *k {
        Chunk::Verb(v) => sentence.words[chunks.verbs[v].main].has(Class::Costing),
        Chunk::Noun(n) => sentence.words[chunks.phrases[n].head as usize].has(Class::Costing),
        Chunk::Preposition(w) => sentence.words[w].has(Class::Costing),
        _ => false,
    })
}

/// "The number of people wounded has risen to 52": the figure is where the number is put at, the people are whose number it
/// is. A number that is put at nothing tells nothing.
pub(super) fn numbered(sentence: &Sentence, chunks: &Chunks, s: &mut Statement) {
    let [item] = s.items[..] else { return };
    let people = &chunks.phrases[item.phrase];
    let Some(c) = chunks.place_of(item.phrase).filter(|c| *c >= 2) else { return };
    let (Chunk::Noun(number), Chunk::Preposition(of)) = (chunks.list[c - 2], chunks.list[c - 1]) else { return };
    let number = &chunks.phrases[number];
    let counts = number.opening == Opening::Definite && sentence.words[number.head as usize].has(Class::Counter);
    if !counts || !sentence.words[of].has(Class::Of) || people.figure.is_some() {
        return;
    }
    let figure = raised_to(sentence, chunks, c - 2).or_else(|| toll_figure(sentence, chunks, s.chunk));
    s.ground = Ground::Toll;
    s.items = figure.map(|phrase| Item { phrase, inner: Some(item.phrase), ..item }).into_iter().collect();
}

/// "She is the ninth Italian killed since 1992", "this is the second murder of a guard": the subject is told of, and nobody
/// beside.
pub(super) fn ranked(sentence: &Sentence, chunks: &Chunks, s: &mut Statement) {
    let [item] = s.items[..] else { return };
    let place = chunks.place_of(item.phrase);
    let at = if s.ground == Ground::Count { Some(s.chunk) } else { place };
    let Some((is, Chunk::Noun(n))) = at.and_then(|c| Some((c.checked_sub(1)?, chunks.list[c]))) else { return };
    let (Chunk::Verb(v), np) = (chunks.list[is], &chunks.phrases[n]) else { return };
    let g = &chunks.verbs[v];
    let first = sentence.words[np.first as usize..np.end as usize].iter().any(|w| w.has(Class::RealTo));
    let ranks = np.opening == Opening::Definite && (np.ordinal.is_some() || first && np.figure.is_none());
    if g.voice == Voice::Copula && !g.negated && ranks && s.ground != Ground::Survived {
        let deed = s.ground == Ground::Count;
        s.items = if deed { Vec::new() } else { walk::subject(sentence, chunks, is, g.plural) };
    }
}
