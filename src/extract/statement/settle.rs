//! What the statements of a sentence are to each other, and what negations make of them.

use super::super::chunk::{Chunk, Chunks};
use super::super::walk;
use super::super::word::{Sentence, Word};
use super::survive::none;
use super::{Ground, Statement};
use crate::claim::Outcome;
use crate::lexicon::Class;

/// "did not cause any casualties", "denied that anyone had died": a negation makes nobody of anyone.
pub(super) fn nobody(sentence: &Sentence, chunks: &Chunks, s: &mut Statement) {
    let before = &chunks.list[..s.chunk];
    let group = |k: &Chunk| if let Chunk::Verb(v) = *k { Some(&chunks.verbs[v]) } else { None };
    let negated = s.negated || before.last().and_then(group).is_some_and(|g| g.negated);
    let without =
        before.last().is_some_and(|k| matches!(*k, Chunk::Preposition(w) if sentence.words[w].has(Class::No)));
    let denied = before.iter().filter_map(group).any(|g| !g.negated && sentence.words[g.main].has(Class::Denial));
    // "has not announced any deaths": there may yet be some
    let silent = before.last().and_then(group).is_some_and(|g| g.negated && sentence.words[g.main].has(Class::Speech));
    s.possible |= silent;
    s.nobody = negated || without || denied;
    s.negated &= !s.nobody;
}

/// "Apart from the driver, nobody was hurt", "no one was killed except the driver": who alone suffered it.
pub(super) fn except(sentence: &Sentence, chunks: &Chunks, s: &mut Statement) {
    let [item] = s.items[..] else { return };
    if !sentence.has(Class::Except) || s.negated || !none(sentence, &chunks.phrases[item.phrase]) {
        return;
    }
    let Some(c) = chunks.place_of(item.phrase) else { return };
    let but = |c: &usize| match chunks.list.get(*c..c + 2) {
        Some(&[Chunk::Preposition(w) | Chunk::And(w), Chunk::Noun(n)]) => {
            let np = &chunks.phrases[n];
            sentence.words[w].has(Class::Except) && np.is_people() && np.state.is_none() && !none(sentence, np)
        }
        _ => false,
    };
    let before = c.checked_sub(3).filter(|&b| chunks.list[b + 2] == Chunk::Comma);
    let places = [before, Some(c + 1), Some(s.chunk + 1)].into_iter().flatten();
    if let Some(at) = places.into_iter().find(but) {
        s.items = walk::list_on(sentence, chunks, at + 1);
    }
}

/// "Neither the driver nor any of his passengers was hurt", "neither man was hurt": it befell nobody.
pub(super) fn neither(sentence: &Sentence, chunks: &Chunks, s: &mut Statement) {
    let Some(first) = s.items.first().map(|i| chunks.phrases[i.phrase].first as usize) else { return };
    if !sentence.has(Class::Not) {
        return;
    }
    let nor = |w: &Word| w.has(Class::But) && w.has(Class::Not);
    let who = |w: &Word| w.has(Class::Relative); // "nor the shopkeeper who was killed"
    let subject = sentence.words.get(first..chunks.starts[s.chunk]).is_some_and(|own| !own.iter().any(who));
    if subject && first.checked_sub(1).is_some_and(|b| nor(&sentence.words[b])) {
        s.nobody = true;
    }
}

/// "was shot and is in stable condition", "was stabbed and killed": what a sentence tells of the fate of people decides
/// what the shot of it mean.
pub(super) fn told_apart(found: &mut [Statement]) {
    for i in 0..found.len() {
        if found[i].outcome != Outcome::Casualties || found[i].ground != Ground::Verb {
            continue;
        }
        let same = |s: &Statement| {
            matches!(s.outcome, Outcome::Killed | Outcome::Injured)
                && s.items.len() == found[i].items.len()
                && s.items.iter().zip(&found[i].items).all(|(a, b)| a.phrase == b.phrase)
        };
        if let Some(fate) = found.iter().position(|s| !s.negated && !s.possible && same(s)) {
            // told where their fate is: "a man shot last week has died"
            let Statement { outcome, chunk, word, .. } = found[fate];
            (found[i].outcome, found[i].chunk, found[i].word) = (outcome, chunk, word);
        }
    }
    let hurt = |s: &Statement| s.outcome == Outcome::Injured && !s.negated;
    if !found.iter().any(hurt) {
        return;
    }
    // "the man injured on Friday has died": the dead are not counted among the hurt
    let dead = |s: &&Statement| s.outcome == Outcome::Killed && !s.negated && !s.possible;
    let dead: Vec<usize> = found.iter().filter(dead).flat_map(|s| s.items.iter().map(|i| i.phrase)).collect();
    found.iter_mut().filter(|s| hurt(s)).for_each(|s| s.items.retain(|i| !dead.contains(&i.phrase)));
}

/// "Two hikers missing since Monday were found alive": they are missing no more.
pub(super) fn found_alive(sentence: &Sentence, chunks: &Chunks, s: &mut Statement) {
    let found = |k: &Chunk| matches!(*k, Chunk::Verb(v) if sentence.words[chunks.verbs[v].main].has(Class::Found) && !chunks.verbs[v].negated);
    let safe = |k: &Chunk| matches!(*k, Chunk::Other(w) if sentence.words[w].has(Class::Unharmed));
    let ends = |k: &&Chunk| !matches!(k, Chunk::Break | Chunk::But | Chunk::Where(_) | Chunk::And(_));
    let behind = chunks.list[s.chunk + 1..].iter().take_while(ends).collect::<Vec<_>>();
    if behind.windows(2).any(|k| found(k[0]) && safe(k[1])) {
        s.items.clear();
    }
}

/// One noun phrase tells one outcome once: a verb beats the state inside ("the injured were killed" is rare, "13 injured
/// people were taken to hospital" is common), and a condition is no second statement.
pub(super) fn settle(found: &mut [Statement]) {
    for i in 0..found.len() {
        for j in 0..found.len() {
            let Ok([s, other]) = found.get_disjoint_mut([i, j]) else { continue };
            if s.ground == Ground::Suicide || other.outcome != s.outcome && (weaker(s) || !weaker(other)) {
                continue;
            }
            if other.ground > s.ground || other.ground == s.ground && j > i {
                other.items.retain(|o| s.items.iter().all(|item| item.phrase != o.phrase));
            }
        }
    }
}

/// Statements that only say how the hurt were tended.
fn weaker(s: &Statement) -> bool {
    matches!(s.ground, Ground::Taken | Ground::Condition)
}
