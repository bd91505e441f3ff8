//! Verbs that tell a fate only with what stands beside them: "suffered burns", "was taken to hospital", "was flown home with
//! burns".

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::noun_phrase::{Opening, Who};
use super::super::walk;
use super::super::word::{Sentence, Sort};
use super::{Ground, Item, Statement, strong_enough};
use crate::claim::Outcome;
use crate::lexicon::Class;

/// "suffered burns", "was treated for", "was taken to hospital".
pub(super) fn of_weak_verb(sentence: &Sentence, chunks: &Chunks, c: usize, v: usize, found: &mut Vec<Statement>) {
    let g = &chunks.verbs[v];
    let words = &sentence.words;
    let main = &words[g.main];
    let also = words[g.first..g.end].iter().any(|w| w.has(Class::Also));
    let new = |outcome, ground, items| Statement { also, ..Statement::of_group(g, c, outcome, ground, items) };
    let next_noun = chunks.list[c + 1..]
        .iter()
        .take(3)
        .find_map(|k| if let Chunk::Noun(n) = k { Some(&chunks.phrases[*n]) } else { None });
    if main.has(Class::HarmVerb) && g.voice != Voice::Passive {
        if let Some(np) = next_noun.filter(|np| np.harm) {
            let fatal = words[np.first as usize..np.end as usize].iter().any(|w| w.has(Class::Fatal));
            let items = walk::subject(sentence, chunks, c, g.plural);
            let outcome = if fatal { Outcome::Killed } else { Outcome::Injured };
            found.push(Statement { negated: g.negated || np.nobody, ..new(outcome, Ground::Harm, items) });
        }
        return;
    }
    if g.voice == Voice::Active && main.has(Class::Unharmed) && with_harm(sentence, chunks, c) {
        let items = walk::subject(sentence, chunks, c, g.plural);
        if strong_enough(chunks, &items, false) {
            found.push(new(Outcome::Injured, Ground::Harm, items)); // "two escaped with burns"
        }
        return;
    }
    let tends = main.any(&[Class::Treated, Class::Taken]) && matches!(g.voice, Voice::Active | Voice::Ing);
    if tends
        && matches!(chunks.list.get(c + 1), Some(&Chunk::Noun(n)) if chunks.phrases[n].is_people() && main.has(Class::Treated))
    {
        let items = walk::objects(sentence, chunks, c);
        found.push(new(Outcome::Injured, Ground::Harm, items)); // "paramedics treated 17 people"
        return;
    }
    let object = matches!(chunks.list.get(c + 1), Some(&Chunk::Noun(n)) if chunks.phrases[n].who == Who::Thing && chunks.phrases[n].opening != Opening::None);
    if g.first == g.main && object {
        return; // "and treated the scene as a barricade"
    }
    if g.voice == Voice::Passive
        || g.voice == Voice::Active && matches!(main.sort, Sort::Word) && g.alone() && main.has(Class::Taken)
    {
        let to_hospital =
            chunks.list[c + 1..].iter().take(8).take_while(|k| !matches!(k, Chunk::Verb(_) | Chunk::Break)).any(|k| {
                match k {
                    Chunk::Noun(n) => {
                        let np = &chunks.phrases[*n];
                        words[np.first as usize..np.end as usize].iter().any(|w| w.has(Class::Hospital))
                    }
                    _ => false,
                }
            });
        if main.has(Class::Treated) || main.has(Class::Taken) && to_hospital {
            let items = walk::subject(sentence, chunks, c, g.plural);
            // "one died and another was taken to hospital"
            let another = |i: &Item| chunks.phrases[i.phrase].other && chunks.phrases[i.phrase].who == Who::Bare;
            if strong_enough(chunks, &items, false) || !found.is_empty() && items.iter().any(another) {
                let ground = if main.has(Class::Treated) { Ground::Harm } else { Ground::Taken };
                let outcome = if main.has(Class::Treated)
                    || with_harm(sentence, chunks, c)
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

/// "flown to Perth with burns", "taken there in critical condition", in the clause of the predicate at chunk `c`.
fn with_harm(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let clause = chunks.list[c + 1..].iter().take(8).take_while(|k| !matches!(k, Chunk::Verb(_) | Chunk::Break));
    let adverb = |k: &&Chunk| matches!(**k, Chunk::Other(w) if !sentence.words[w].has(Class::With));
    let clause: Vec<&Chunk> = clause.filter(|k| !adverb(k)).collect();
    clause.windows(2).any(|pair| match (pair[0], pair[1]) {
        (&Chunk::Preposition(w) | &Chunk::Other(w), &Chunk::Noun(n)) => {
            sentence.words[w].has(Class::With) && chunks.phrases[n].harm
        }
        (_, &Chunk::State(w)) => sentence.words[w].outcome.adjective == Some(Outcome::Injured),
        _ => false,
    })
}
