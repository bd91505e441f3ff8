//! Who people are by the words around their noun phrase: "a cadet of the police academy", "Ann Lee, a teacher, …".

use super::super::chunk::{Chunk, Chunks, Kind, VerbGroup, Voice};
use super::super::noun_phrase::{NounPhrase, Opening, Who, fighting_side, figure_of};
use super::super::statement::Item;
use super::super::word::Sentence;
use super::kind::group_of;
use crate::claim::Victims;
use crate::lexicon::Class;
use std::ops::Range;

/// The group that what stands behind an item tells of its people.
pub fn told_beside(sentence: &Sentence, chunks: &Chunks, item: &Item) -> Option<Victims> {
    if let Some(inner) = item.inner {
        if grown(chunks, inner) {
            return Some(Victims::Other);
        }
        let body = chunks.place_of(inner).and_then(|c| of_body(sentence, chunks, c, inner));
        let np = &chunks.phrases[inner];
        let side = || fighting_side(sentence, np).filter(|_| np.who != Who::Person); // "the patrol lost three men"
        return Some(body.or_else(side).unwrap_or(group_of(np)));
    }
    let c = chunks.place_of(item.phrase)?;
    let beside = of_body(sentence, chunks, c, item.phrase).or_else(|| apposed(sentence, chunks, c, item.phrase));
    beside.or_else(|| of_side(sentence, chunks, c, item.phrase))
}

/// "one of her children, the 31-year-old Ann": grown by the age behind the comma.
fn grown(chunks: &Chunks, kin: usize) -> bool {
    let at = chunks.place_of(kin).unwrap_or(0);
    let told = matches!(chunks.list.get(at + 1..at + 3), Some(&[Chunk::Comma, Chunk::Noun(n)]) if chunks.phrases[n].age >= Some(18));
    chunks.phrases[kin].kin && told
}

/// "40 casualties on the army", "losses among the rebels": the side that bore what the head counts.
fn of_side(sentence: &Sentence, chunks: &Chunks, c: usize, phrase: usize) -> Option<Victims> {
    let (&Chunk::Preposition(w), Some(n)) = (chunks.list.get(c + 1)?, noun_from(chunks, c + 2)) else { return None };
    let counts = chunks.phrases[phrase].count.is_some() && !sentence.words[w].has(Class::By);
    fighting_side(sentence, &chunks.phrases[n]).filter(|_| counts)
}

/// The side that the verb or noun at chunk `c` says was attacked: "ambushed a patrol", "an attack on the army", "a patrol was
/// attacked".
pub(super) fn attacked(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<Victims> {
    let phrase = |k: Option<&Chunk>| match k {
        Some(&Chunk::Noun(n)) => fighting_side(sentence, &chunks.phrases[n]),
        _ => None,
    };
    match chunks.list[c] {
        Chunk::Verb(v) if sentence.words[chunks.verbs[v].main].has(Class::Attack) => {
            let g = &chunks.verbs[v];
            let side = if g.voice == Voice::Passive { c.checked_sub(1)? } else { c + 1 };
            phrase(chunks.list.get(side)).filter(|_| !g.modal && !g.negated)
        }
        Chunk::Noun(n) if sentence.words[chunks.phrases[n].head as usize].has(Class::Attack) => {
            let against =
                matches!(chunks.list.get(c + 1), Some(&Chunk::Preposition(w)) if !sentence.words[w].has(Class::From));
            phrase(chunks.list.get(c + 2)).filter(|_| against)
        }
        _ => None,
    }
}

/// The noun phrases of those who did what the verbs of a sentence tell: "shot by Ann Lee", "Ann Lee shot two people".
pub fn doers(sentence: &Sentence, chunks: &Chunks) -> Vec<usize> {
    let Chunks { list, verbs, .. } = chunks;
    let fires = |g: &VerbGroup| sentence.words[g.main].opens_fire();
    let deed = |g: &VerbGroup, voice: Voice| {
        let harms = || g.outcome.is_some_and(|o| o.verb.transitive && !o.verb.intransitive);
        g.voice == voice && !g.modal && !g.negated && harms()
    };
    let noun = |c: usize| if let Some(&Chunk::Noun(n)) = list.get(c) { Some(n) } else { None };
    let verb = |c: usize| if let Some(&Chunk::Verb(v)) = list.get(c) { Some(&verbs[v]) } else { None };
    // "someone opened fire": nobody of whom more may be told
    let described = |n: usize| chunks.phrases[n].victims != Some(Victims::All);
    let people = |c: usize| noun(c).is_some_and(|n| chunks.phrases[n].may_be_people());
    let acts = |c: usize| {
        let n = noun(c)?;
        // "a man who had stabbed two people"
        let next = c + 1 + usize::from(matches!(list.get(c + 1), Some(Chunk::Relative(_))));
        let acts = |g: &VerbGroup| fires(g) && described(n) || deed(g, Voice::Active) && people(next + 1);
        verb(next).is_some_and(acts).then_some(n)
    };
    let by = |c: usize| matches!(list[c], Chunk::Preposition(w) if sentence.words[w].has(Class::By));
    let named = |c: usize| noun(c + 2).filter(|_| by(c + 1) && verb(c).is_some_and(|g| deed(g, Voice::Passive)));
    let acting = chunks.runs([&[Kind::Noun], &[Kind::Verb, Kind::Relative]]).filter_map(acts);
    let named = chunks.runs([&[Kind::Verb], &[Kind::Preposition], &[Kind::Noun]]).filter_map(named);
    let mut doers: Vec<usize> = acting.chain(named).collect();
    doers.sort_unstable();
    doers.dedup();
    doers
}

/// Whether the phrase `n` is that of people who attack: "two men opened fire", "three men tried to storm a bank".
pub fn attacks(sentence: &Sentence, chunks: &Chunks, n: usize) -> bool {
    let described = chunks.phrases[n].victims != Some(Victims::All); // of someone no more may be told
    let Some(c) = chunks.place_of(n).filter(|_| described) else { return false };
    let mut verbs = chunks.list[c + 1..].iter().map_while(|k| match *k {
        Chunk::Verb(v) => Some(&chunks.verbs[v]),
        _ => None,
    });
    verbs.any(|g| sentence.words[g.main].has(Class::Attack) && matches!(g.voice, Voice::Active | Voice::Infinitive))
}

/// The phrases of a sentence that are subjects, among some of its chunks.
pub fn subjects(chunks: &Chunks, within: Range<usize>) -> impl Iterator<Item = usize> {
    let before_verb = [Kind::Verb, Kind::Relative, Kind::Comma, Kind::Preposition];
    let nouns = chunks.runs([&[Kind::Noun], &before_verb]);
    nouns.filter(move |c| within.contains(c)).filter_map(|c| subject_at(chunks, c))
}

/// The phrase at chunk `c` that a verb follows, where it hangs on no word before it.
fn subject_at(chunks: &Chunks, c: usize) -> Option<usize> {
    let Chunk::Noun(n) = chunks.list[c] else { return None };
    if matches!(c.checked_sub(1).map(|b| chunks.list[b]), Some(Chunk::Preposition(_) | Chunk::Verb(_))) {
        return None;
    }
    // "the driver of a car swerved"
    let hung =
        chunks.list[c + 1..].chunks_exact(2).take_while(|k| matches!(k, [Chunk::Preposition(_), Chunk::Noun(_)]));
    let behind = c + 1 + 2 * hung.count();
    let acts = matches!(chunks.list.get(behind), Some(Chunk::Verb(_) | Chunk::Relative(_) | Chunk::Comma));
    acts.then_some(n)
}

/// "members of a militia", "a technician of the television station": whom the body makes of them.
fn of_body(sentence: &Sentence, chunks: &Chunks, c: usize, phrase: usize) -> Option<Victims> {
    let np = &chunks.phrases[phrase];
    let words = &sentence.words[np.first as usize..np.end as usize];
    // "alleged QRX members"
    if np.member && np.name.is_some() && words.iter().any(|w| w.has(Class::WouldBe)) {
        return Some(Victims::Militants);
    }
    let (&Chunk::Preposition(w), Some(n)) = (chunks.list.get(c + 1)?, noun_from(chunks, c + 2)) else { return None };
    let body = &chunks.phrases[n];
    let word = &sentence.words[w];
    if np.kin || !np.is_people() || !word.any(&[Class::Of, Class::From, Class::With]) {
        return None;
    }
    let member = np.member && word.has(Class::Of) && np.victims == Some(Victims::All);
    if member && body.serves.is_none() && body.who != Who::Bare {
        return Some(body.victims.filter(|v| *v != Victims::All).unwrap_or(Victims::Other));
    }
    let of_group = |v: &Victims| matches!(v, Victims::Police | Victims::Militants | Victims::Students);
    // "of the association of students"
    let within = match (chunks.list.get(c + 3), noun_from(chunks, c + 4)) {
        (Some(&Chunk::Preposition(w)), Some(n)) if word.has(Class::Of) && sentence.words[w].has(Class::Of) => {
            chunks.phrases[n].victims
        }
        _ => None,
    };
    let serves = body.victims.filter(of_group).or(body.serves).or(within.filter(of_group));
    serves.filter(|_| body.who != Who::Person && group_of(np) != Victims::All || member)
}

/// The noun phrase at chunk `c`, past letters in brackets: "of the (CBS) television network".
fn noun_from(chunks: &Chunks, c: usize) -> Option<usize> {
    let mut inside = false;
    for k in chunks.list.get(c..)?.iter().take(5) {
        match *k {
            Chunk::Open | Chunk::Close => inside = *k == Chunk::Open,
            Chunk::Noun(n) if !inside => return Some(n),
            Chunk::Noun(_) | Chunk::Other(_) => {}
            _ => return None,
        }
    }
    None
}

/// "Ann Lee, 34, a teacher, …": what the description between commas makes of the name.
fn apposed(sentence: &Sentence, chunks: &Chunks, c: usize, phrase: usize) -> Option<Victims> {
    let named = |np: &NounPhrase| np.name.is_some() && sentence.words[np.head as usize].name;
    let beside = chunks.list.iter().enumerate().skip(c + 1).find(|(_, k)| !matches!(k, Chunk::Other(_)))?;
    let (comma, Chunk::Comma) = (beside.0, *beside.1) else { return None };
    let &Chunk::Noun(n) = chunks.list.get(comma + 1)? else { return None };
    let told = &chunks.phrases[n];
    // "one of the editors"
    if let (Some(&Chunk::Preposition(w)), Some(&Chunk::Noun(m))) =
        (chunks.list.get(comma + 2), chunks.list.get(comma + 3))
        && told.who == Who::Bare
        && sentence.words[w].has(Class::Of)
        && figure_of(sentence, told).is_some_and(|f| f.figure.value() == Some(1))
        && named(&chunks.phrases[phrase])
    {
        return Some(of_body(sentence, chunks, comma + 3, m).unwrap_or(group_of(&chunks.phrases[m])));
    }
    let one = told.figure.is_none() && told.plural == Some(false) && !told.other && told.opening != Opening::Owner;
    let person = told.who == Who::Person && !named(told) && told.pronoun.is_none();
    let next = chunks.list.get(comma + 2);
    let closes = !matches!(next, Some(Chunk::And(_) | Chunk::Owner));
    (named(&chunks.phrases[phrase]) && one && person && closes)
        .then(|| of_body(sentence, chunks, comma + 1, n).unwrap_or(group_of(told)))
}
