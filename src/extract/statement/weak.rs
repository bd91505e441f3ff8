//! Verbs that tell a fate only with what stands beside them: "suffered burns", "was taken to hospital", "was flown home with
//! burns".

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::noun_phrase::{NounPhrase, Opening, Who};
use super::super::walk;
use super::super::word::{Sentence, Sort, Word};
use super::{Ground, Item, Statement, strong_enough};
use crate::claim::Outcome;
use crate::lexicon::Class;

/// "suffered burns", "was treated for", "was taken to hospital".
pub(super) fn of_weak_verb(sentence: &Sentence, chunks: &Chunks, c: usize, v: usize, found: &mut Vec<Statement>) {
    let g = &chunks.verbs[v];
    let words = &sentence.words;
    let main = &words[g.main];
    let weak = &[Class::HarmVerb, Class::Unharmed, Class::Survive, Class::Treated, Class::Taken, Class::Found];
    let with = g.voice == Voice::Copula && sentence.has(Class::With);
    if !(main.any(weak) || with || sentence.has(Class::Fatal)) {
        return; // most verbs
    }
    let also = sentence.has(Class::Also) && words[g.first..g.end].iter().any(|w| w.has(Class::Also));
    let new = |outcome, ground, items| Statement { also, ..Statement::of_group(g, c, outcome, ground, items) };
    if main.has(Class::HarmVerb) && g.voice != Voice::Passive {
        let noun = |k: &Chunk| if let Chunk::Noun(n) = *k { Some(&chunks.phrases[n]) } else { None };
        let next_noun = chunks.list[c + 1..].iter().take(3).find_map(noun);
        if let Some(np) = next_noun.filter(|np| np.harm) {
            let fatal = words[np.first as usize..np.end as usize].iter().any(|w| w.has(Class::Fatal));
            let items = walk::subject(sentence, chunks, c, g.plural);
            let outcome = if fatal { Outcome::Killed } else { Outcome::Injured };
            found.push(Statement { negated: g.negated || np.nobody, ..new(outcome, Ground::Harm, items) });
        }
        return;
    }
    if g.voice == Voice::Active && main.any(&[Class::Unharmed, Class::Survive]) && with_harm(sentence, chunks, c) {
        let items = walk::subject(sentence, chunks, c, g.plural);
        if strong_enough(chunks, &items, false) {
            found.push(new(Outcome::Injured, Ground::Harm, items)); // "two escaped with burns", "six survived with frostbite"
        }
        return;
    }
    let active = matches!(g.voice, Voice::Active | Voice::Ing);
    if let Some(&Chunk::Noun(n)) = chunks.list.get(c + 1).filter(|_| active && !main.has(Class::Legal)) {
        let np = &chunks.phrases[n];
        let to_death = |w: &Word| w.has(Class::Fatal) && w.end - w.first > 1;
        if np.may_be_people() && words.get(np.end as usize).is_some_and(to_death) {
            found.push(new(Outcome::Killed, Ground::Verb, walk::objects(sentence, chunks, c)));
            return; // "hacked his wife to death"
        }
    }
    let tends = main.any(&[Class::Treated, Class::Taken]) && matches!(g.voice, Voice::Active | Voice::Ing);
    // "is treating 14 pilgrims", but "nurses are treating patients" tells of nobody hurt
    let tended = |np: &NounPhrase| np.is_people() && (np.figure.is_some() || g.voice == Voice::Active && g.alone());
    if tends
        && matches!(chunks.list.get(c + 1), Some(&Chunk::Noun(n)) if tended(&chunks.phrases[n]) && main.has(Class::Treated))
    {
        let items = walk::objects(sentence, chunks, c);
        found.push(new(Outcome::Injured, Ground::Harm, items)); // "paramedics treated 17 people"
        return;
    }
    let object =
        chunks.list.get(c + 1).and_then(|k| if let Chunk::Noun(n) = *k { Some(&chunks.phrases[n]) } else { None });
    let taken = |np: &NounPhrase| np.is_people() || np.who == Who::Thing && np.opening != Opening::None;
    if g.first == g.main && object.is_some_and(taken) {
        let people = object.is_some_and(|np| np.is_people() && np.state.is_none() && !np.body);
        if people && active && main.has(Class::Taken) && to_hospital(sentence, chunks, c) {
            // "an ambulance took two people to hospital"
            let harm = with_harm(sentence, chunks, c);
            let outcome = if harm { Outcome::Injured } else { Outcome::Casualties };
            found.push(new(outcome, Ground::Taken, walk::objects(sentence, chunks, c)));
        }
        return; // "and treated the scene as a barricade", "sent the bodies to hospital"
    }
    if g.voice == Voice::Copula || g.voice == Voice::Passive && main.has(Class::Found) {
        let near = if g.voice == Voice::Copula { 1 } else { 8 };
        if let Some(wound) = borne(sentence, chunks, c, near).filter(|_| !g.negated) {
            let items = walk::subject(sentence, chunks, c, g.plural);
            if strong_enough(chunks, &items, false) {
                let outcome = if wound { Outcome::Casualties } else { Outcome::Injured };
                found.push(new(outcome, Ground::Taken, items)); // "was found in a ditch with a stab wound"
            }
            return;
        }
    }
    let treated = g.voice == Voice::Passive && main.any(&[Class::Treated, Class::Taken]);
    if treated || g.voice == Voice::Active && matches!(main.sort, Sort::Word) && g.alone() && main.has(Class::Taken) {
        let harm = with_harm(sentence, chunks, c);
        // "was admitted with burns"
        if main.has(Class::Treated) || main.has(Class::Taken) && (harm || to_hospital(sentence, chunks, c)) {
            let items = match chunks.list[..c] {
                // "two boys were among 17 people treated for burns"
                [.., Chunk::Including(_), Chunk::Noun(n)] if g.alone() && chunks.phrases[n].figure.is_some() => {
                    vec![walk::plain(n)]
                }
                _ => walk::subject(sentence, chunks, c, g.plural),
            };
            // "one died and another was taken to hospital"
            let another = |i: &Item| {
                let np = &chunks.phrases[i.phrase];
                np.who == Who::Bare && (np.other || np.ordinal.is_some())
            };
            if strong_enough(chunks, &items, false) || items.iter().any(another) {
                let ground = if main.has(Class::Treated) { Ground::Harm } else { Ground::Taken };
                let outcome = if main.has(Class::Treated)
                    || harm
                    || items.iter().any(|i| chunks.phrases[i.phrase].state == Some(Outcome::Injured))
                {
                    Outcome::Injured
                } else {
                    Outcome::Casualties
                };
                found.push(new(outcome, ground, items));
            }
        }
    }
}

/// Whether the clause of the predicate at chunk `c` goes on to a hospital.
fn to_hospital(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let mut clause = chunks.list[c + 1..].iter().take(8).take_while(|k| !matches!(k, Chunk::Verb(_) | Chunk::Break));
    let hospital =
        |np: &NounPhrase| sentence.words[np.first as usize..np.end as usize].iter().any(|w| w.has(Class::Hospital));
    clause.any(|k| matches!(k, Chunk::Noun(n) if hospital(&chunks.phrases[*n])))
}

/// "found in a ditch with a stab wound", "were suffering from burns": whether what the people of the predicate at chunk `c` are
/// said to have, at most `near` chunks on, is a wound that they may have died of; `None` where it is no harm.
fn borne(sentence: &Sentence, chunks: &Chunks, c: usize, near: usize) -> Option<bool> {
    let hangs = |k: &&Chunk| matches!(k, Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Other(_));
    let end = c + 1 + chunks.list[c + 1..].iter().take(near + 1).take_while(hangs).count();
    let with = |k: Chunk| matches!(k, Chunk::Preposition(w) | Chunk::Other(w) if sentence.words[w].has(Class::With));
    let harm = chunks.list[c + 1..end].windows(2).find_map(|pair| match pair[1] {
        Chunk::Noun(n) if with(pair[0]) => Some(&chunks.phrases[n]),
        _ => None,
    })?;
    harm.harm.then(|| sentence.words[harm.head as usize].has(Class::Wound))
}

/// "flown to Perth with burns", "taken there in critical condition", in the clause of the predicate at chunk `c`.
pub(super) fn with_harm(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let clause = chunks.list[c + 1..].iter().take(8).take_while(|k| !matches!(k, Chunk::Verb(_) | Chunk::Break));
    let adverb = |k: &&Chunk| matches!(**k, Chunk::Other(w) if !sentence.words[w].has(Class::With));
    let mut before = None;
    clause.filter(|k| !adverb(k)).any(|k| match (before.replace(*k), *k) {
        (Some(Chunk::Preposition(w) | Chunk::Other(w)), Chunk::Noun(n)) => {
            sentence.words[w].has(Class::With) && chunks.phrases[n].harm
        }
        (Some(_), Chunk::State(w)) => sentence.words[w].outcome.adjective == Some(Outcome::Injured),
        _ => false,
    })
}
