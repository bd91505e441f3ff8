//! What the members of one list are to each other: a description of the name before it, names that spell out a number.

use super::super::chunk::Chunks;
use super::super::noun_phrase::{NounPhrase, Opening, Who, figure_of};
use super::super::word::{Sentence, Word};
use super::{Item, Statement};
use crate::figure::added_up;
use crate::lexicon::Class;

/// Takes out of a list who only describes another member, and makes parts of those who spell out the first.
pub(super) fn members(sentence: &Sentence, chunks: &Chunks, s: &mut Statement) {
    described(sentence, chunks, s.word, &mut s.items);
    titles(sentence, chunks, &mut s.items);
    spelled_out(sentence, chunks, &mut s.items);
    last_spelled_out(sentence, chunks, &mut s.items);
    divided(sentence, chunks, &mut s.items);
}

/// "Four guards and possibly five villagers": only the last are in doubt.
pub(super) fn doubtful(sentence: &Sentence, chunks: &Chunks, found: &mut Vec<Statement>) {
    for s in 0..found.len() {
        let doubt = |i: &Item| match sentence.words[..chunks.phrases[i.phrase].first as usize] {
            [.., ref link, ref doubt] => link.has(Class::And) && doubt.has(Class::Possible),
            _ => false,
        };
        if found[s].items.len() < 2 || !found[s].items[1..].iter().any(doubt) {
            continue;
        }
        let (items, sure) = found[s].items.iter().partition(|i| doubt(i));
        found[s].items = sure;
        found.push(Statement { items, possible: true, ..found[s].clone() });
    }
}

/// "Ann Lee, a teacher and Tom Roe": between two bare names the description is of the first. So are both of "killed Ann Lee,
/// a teacher and the head of the union".
fn described(sentence: &Sentence, chunks: &Chunks, word: usize, items: &mut Vec<Item>) {
    let mut i = 1;
    while i + 1 < items.len() {
        let [before, at, next] = [i - 1, i, i + 1].map(|k| &chunks.phrases[items[k].phrase]);
        let description = at.who == Who::Person
            && at.plural == Some(false)
            && at.opening == Opening::A
            && at.age.is_none()
            && !at.other;
        let whole = [i - 1, i, i + 1].iter().all(|&k| !items[k].part);
        let own = next.opening == Opening::Owner && next.plural == Some(false); // "a guard and his wife"
        let both = next.first as usize > word && describes_too(sentence, next);
        if whole && description && named(before) && (named(next) || own || both) && behind_comma(sentence, at) {
            items.drain(i + 1..i + 1 + usize::from(both));
            items[i - 1].inner = items[i - 1].inner.or(Some(items[i].phrase));
            items.remove(i);
        } else {
            i += 1;
        }
    }
}

/// "Ann Lee and Tom Roe, rector and deputy rector of the school": as many titles as names before them are theirs.
fn titles(sentence: &Sentence, chunks: &Chunks, items: &mut Vec<Item>) {
    let phrase = |i: &Item| &chunks.phrases[i.phrase];
    let title = |i: &&Item| {
        let np = phrase(i);
        let one = np.who == Who::Person && np.plural == Some(false) && np.opening == Opening::None;
        one && np.name.is_none() && np.figure.is_none() && np.age.is_none() && np.pronoun.is_none() && !i.part
    };
    let last = items.iter().rev().take_while(title).count();
    let Some(first) = items.len().checked_sub(last).filter(|_| last > 1) else { return };
    let names = items[..first].iter().rev().take_while(|i| phrase(i).name.is_some()).count();
    if names >= last && behind_comma(sentence, phrase(&items[first])) {
        items.truncate(first);
    }
}

/// "and the head of the union", without a comma.
fn describes_too(sentence: &Sentence, np: &NounPhrase) -> bool {
    let one =
        np.who == Who::Person && np.plural == Some(false) && np.figure.is_none() && np.name.is_none() && !np.other;
    let of = sentence.words.get(np.end as usize).is_some_and(|w| w.has(Class::Of));
    one && of && matches!(np.opening, Opening::A | Opening::Definite) && !behind_comma(sentence, np)
}

/// "Two guards, Ann Lee and Tom Roe", "two nurses, one Dutch and the other Danish": the list says who the first are. Names
/// behind a plural without a number are its number: "guards, Ann Lee and Tom Roe".
fn spelled_out(sentence: &Sentence, chunks: &Chunks, items: &mut Vec<Item>) {
    let [first, rest @ ..] = &mut items[..] else { return };
    let group = &chunks.phrases[first.phrase];
    let phrase = |i: &Item| &chunks.phrases[i.phrase];
    let (Some(second), Some(last)) = (rest.first().map(phrase), rest.last().map(phrase)) else { return };
    let one = |np: &NounPhrase| np.plural == Some(false) || figure(sentence, np) == Some(1);
    let others = last.remaining && rest.iter().all(|i| one(phrase(i)));
    let names = rest.iter().all(|i| named(phrase(i)));
    let several = rest.iter().take_while(|i| named(phrase(i))).count() > 1;
    if first.part || rest.len() < 2 || !behind_comma(sentence, second) || !(several || names || others) {
        return;
    }
    match figure(sentence, group) {
        Some(n) if n == rest.len() as u64 && (names || others) => rest.iter_mut().for_each(|i| i.part = true),
        None if several && group.figure.is_none() && group.plural == Some(true) && group.who == Who::Person => {
            let who = first.phrase;
            let of = rest.iter_mut().filter(|i| named(&chunks.phrases[i.phrase]));
            of.for_each(|i| i.inner = i.inner.or(Some(who)));
            items.remove(0);
        }
        _ => {}
    }
}

/// "A man, his wife and their two children, Ann and Bob": as many names as the number before them counts end the list.
fn last_spelled_out(sentence: &Sentence, chunks: &Chunks, items: &mut [Item]) {
    let phrase = |i: &Item| &chunks.phrases[i.phrase];
    let names = items.iter().rev().take_while(|i| named(phrase(i)) && !i.part).count();
    let Some(at) = items.len().checked_sub(names + 1).filter(|&at| at > 0 && names > 1) else { return };
    let [counted, rest @ ..] = &mut items[at..] else { return };
    let all = figure(sentence, phrase(counted)) == Some(names as u64) && !counted.part;
    if all && behind_comma(sentence, phrase(&rest[0])) {
        rest.iter_mut().for_each(|i| i.part = true);
    }
}

/// "Killed five people, three in Homs and two in Hama", "11 people, seven men and four women", "killed four, two each in …":
/// numbers that divide the first.
fn divided(sentence: &Sentence, chunks: &Chunks, items: &mut [Item]) {
    let [first, rest @ ..] = items else { return };
    let phrase = |i: &Item| &chunks.phrases[i.phrase];
    let value = |i: &Item| figure(sentence, phrase(i));
    let bare = |i: &Item| phrase(i).who == Who::Bare && !phrase(i).other && phrase(i).state.is_none() && !i.part;
    let Some((all, second)) = value(first).zip(rest.first()).filter(|_| !first.part) else { return };
    let each = |i: &Item| {
        let end = phrase(i).end as usize;
        sentence.words[..sentence.words.len().min(end + 1)].iter().rev().take(2).any(|w| w.has(Class::All))
    };
    let sum = added_up(rest.iter().map(value));
    let told = |i: &Item| bare(i) || !i.part && !phrase(i).other && value(i) > Some(1);
    let sums = sum == Some(all) && rest.len() > 1 && rest.iter().all(told) || sum == Some(all) && rest.iter().all(bare);
    // "three in Homs, two in Hama and one in Idlib": each has a place of its own
    let (end, next) = (phrase(first).end as usize, phrase(second));
    let behind = sentence.words.get(next.end as usize).filter(|w| w.has(Class::Preposition));
    let placed = |p: &Word| sentence.words[end..].iter().take(next.first as usize - end).any(|w| w.id == p.id);
    if next.first as usize > end && behind.is_some_and(placed) {
        return;
    }
    if behind_comma(sentence, phrase(second)) && (sums || rest.iter().all(bare) && rest.iter().all(each)) {
        rest.iter_mut().for_each(|i| i.part = true);
    }
}

fn figure(sentence: &Sentence, np: &NounPhrase) -> Option<u64> {
    let pair = np.times.filter(|_| np.who == Who::Crowd).map(u64::from); // "a couple, Ann and Tom Roe"
    figure_of(sentence, np).and_then(|f| f.figure.value()).or(pair)
}

/// One person by a name alone, or by title and name.
fn named(np: &NounPhrase) -> bool {
    np.name.is_some()
        && np.opening == Opening::None
        && np.figure.is_none()
        && np.plural != Some(true)
        && matches!(np.who, Who::Unknown | Who::Person)
}

fn behind_comma(sentence: &Sentence, np: &NounPhrase) -> bool {
    (np.first as usize).checked_sub(1).is_some_and(|w| sentence.words[w].is(',') || sentence.words[w].is(':'))
}
