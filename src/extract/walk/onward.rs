//! The list that starts at a noun phrase, and the parts named behind it.

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::item::Item;
use super::super::noun_phrase::{NounPhrase, Opening, Who, figure_of};
use super::super::word::Sentence;
use super::aside::dashed;
use super::back::{names, under_one_figure};
use super::counted::counted_of;
use super::plain;
use crate::lexicon::Class;

pub fn list_on(sentence: &Sentence, chunks: &Chunks, start: usize) -> Vec<Item> {
    let list = &chunks.list;
    let mut items: Vec<Item> = Vec::new();
    let mut i = start;
    let mut part = false;
    let mut linked = true;
    let mut pending_comma = false;
    let headed = headed(chunks, start);
    let mut closed = false; // "and" joined the last one
    while let Some(k) = list.get(i) {
        match *k {
            Chunk::Noun(_) if linked && !items.is_empty() && matches!(list.get(i + 1), Some(Chunk::Whom)) => break,
            Chunk::Noun(_) if matches!(list.get(i + 1), Some(Chunk::Owner)) => {
                i += 2; // the phrase that follows holds it
                continue;
            }
            Chunk::Noun(n) if linked => {
                let np = &chunks.phrases[n];
                if !items.is_empty() && speaks(sentence, chunks, i) {
                    break; // "including two nurses, residents said"
                }
                let tended = sentence.words[np.end as usize - 1].has(Class::Nonfatal);
                if pending_comma && tended && np.who == Who::Bare {
                    break; // "injured 30, some seriously"
                }
                let head = &sentence.words[np.head as usize].outcome;
                if !items.is_empty() && np.figure.is_some() && np.state.is_some() && head.people.is_some() {
                    break; // "including the gunman, and five wounded"
                }
                if places(chunks, &items, i) {
                    linked = false;
                    i += 1;
                    continue;
                }
                let own = predicate_after(chunks, i) && !dead_together(sentence, chunks, start, i);
                if !items.is_empty() && own && !part && (pending_comma || !headed) {
                    break;
                }
                let crowd = np.who == Who::Crowd
                    && matches!(
                        (list.get(i + 1), list.get(i + 2)),
                        (Some(Chunk::Preposition(_)), Some(Chunk::Noun(_)))
                    );
                if !np.may_be_people() && !crowd {
                    if items.is_empty() || np.who == Who::Thing && !pending_comma {
                        // "killed" something else
                        if items.is_empty() {
                            return items;
                        }
                    }
                    if !items.is_empty() {
                        linked = false;
                        i += 1;
                        continue;
                    }
                    break;
                }
                let listed = np.is_people() || np.name.is_some() && closed_by_and(list, i);
                if !items.is_empty() && pending_comma && !listed {
                    break;
                }
                if !pending_comma && items.last().is_some_and(|last| under_one_figure(&chunks.phrases[last.phrase], np))
                {
                    linked = false;
                    i += 1;
                    continue;
                }
                // "John Smith, a farmer": an apposition is no second person
                let behind = closed && describes(chunks, n, i);
                let apposed = pending_comma
                    && !part
                    && matches!(list[i - 1], Chunk::Comma)
                    && items.last().is_some_and(|last| behind || appose(sentence, chunks, last.phrase, n, i));
                if apposed {
                    tells_who(sentence, chunks, items.last_mut(), n);
                } else {
                    if let (Some(&Chunk::Preposition(w)), Some(&Chunk::Noun(inner))) =
                        (list.get(i + 1), list.get(i + 2))
                        && sentence.words[w].has(Class::Of)
                        && let Some(counted) = counted_of(sentence, chunks, i + 1, inner)
                    {
                        items.extend(counted.into_iter().map(|c| Item { part, ..c }));
                        i += 2;
                    } else if np.may_be_people() {
                        items.push(Item { part, ..plain(n) });
                    }
                }
                linked = false;
                closed = !pending_comma && items.len() > 1;
                pending_comma = false;
            }
            Chunk::Break if let Some((inside, and)) = dashed(chunks, i).filter(|_| counted(chunks, &items)) => {
                items.extend(list_on(sentence, chunks, inside).into_iter().map(|n| Item { part: true, ..n }));
                i = and;
                continue;
            }
            Chunk::Break if !names_go_on(sentence, chunks, i, items.last()) => break,
            Chunk::Comma | Chunk::Break => {
                linked = true;
                pending_comma = true;
            }
            Chunk::And(_) => {
                linked = true;
                pending_comma = false;
            }
            Chunk::Including(_) if items.len() > 1 && !matches!(list.get(i + 1), Some(Chunk::Noun(_))) => {
                items.last_mut().expect("there are two").part = true; // "13 people, two children among them"
            }
            Chunk::Including(_) => {
                part = true;
                linked = true;
                pending_comma = false;
            }
            // "the murders of Ann Lee, of Tom Roe and of a guard"
            Chunk::Preposition(w) if linked && !items.is_empty() && of_again(sentence, chunks, start, w) => {}
            Chunk::Preposition(_) if !linked => {
                // a prepositional phrase hangs on the last item
                if matches!(list.get(i + 1), Some(Chunk::Noun(_))) {
                    i += 1;
                }
            }
            Chunk::Open => {
                while list.get(i).is_some_and(|k| *k != Chunk::Close) {
                    i += 1;
                }
            }
            Chunk::Other(_) | Chunk::Quote => {}
            _ => break,
        }
        i += 1;
    }
    items
}

/// Whether the preposition `w` is the "of" that the list starts behind.
fn of_again(sentence: &Sentence, chunks: &Chunks, start: usize, w: usize) -> bool {
    let of = |w: usize| sentence.words[w].has(Class::Of);
    of(w) && start > 0 && matches!(chunks.list[start - 1], Chunk::Preposition(first) if of(first))
}

/// "shot his wife and daughter dead": the state behind the "and" is of all.
fn dead_together(sentence: &Sentence, chunks: &Chunks, start: usize, i: usize) -> bool {
    let verb = start.checked_sub(1).is_some_and(|v| matches!(chunks.list[v], Chunk::Verb(_)));
    let and = matches!(chunks.list[i - 1], Chunk::And(_)) && verb;
    let uncounted = matches!(chunks.list[i], Chunk::Noun(n) if chunks.phrases[n].figure.is_none());
    and && uncounted && matches!(chunks.list.get(i + 1), Some(&Chunk::State(w)) if sentence.words[w].has(Class::Fatal))
}

/// Whether the phrase at chunk `i`, or a list that starts there, is followed by a verb of saying.
fn speaks(sentence: &Sentence, chunks: &Chunks, i: usize) -> bool {
    let list = &chunks.list[i + 1..];
    let next = if let [Chunk::And(_), Chunk::Noun(_), then, ..] = list { Some(then) } else { list.first() };
    matches!(next, Some(&Chunk::Verb(v)) if matches!(chunks.verbs[v].voice, Voice::Active | Voice::Ing)
        && sentence.words[chunks.verbs[v].main].has(Class::Speech))
}

/// "killed six in Homs and Hama", "one each in Pune, Nashik and Thane": a name behind the name of a place is a place too,
/// where those before it are counted.
fn places(chunks: &Chunks, items: &[Item], i: usize) -> bool {
    let name = |n: usize| {
        let np = &chunks.phrases[n];
        np.name.is_some() && np.who == Who::Unknown && np.figure.is_none() && np.opening == Opening::None
    };
    let counted = items.last().is_some_and(|item| chunks.phrases[item.phrase].figure.is_some());
    let linked = |k: &Chunk| matches!(*k, Chunk::Comma | Chunk::And(_)) || matches!(*k, Chunk::Noun(n) if name(n));
    let place = chunks.list[..i].iter().rposition(|k| !linked(k)).map(|p| &chunks.list[p..i]);
    let behind = matches!(place, Some([Chunk::Preposition(_), Chunk::Noun(_), ..]));
    counted && behind && matches!(chunks.list[i], Chunk::Noun(n) if name(n))
}

/// "A, B and C": an unknown name after a comma is one of a list only where an "and" closes it; else it is a place.
fn closed_by_and(list: &[Chunk], i: usize) -> bool {
    for k in &list[i + 1..] {
        match k {
            Chunk::And(_) => return true,
            Chunk::Noun(_)
            | Chunk::Comma
            | Chunk::Break
            | Chunk::Other(_)
            | Chunk::Preposition(_)
            | Chunk::Open
            | Chunk::Close => {}
            _ => return false,
        }
    }
    false
}

/// Whether the noun phrase at chunk `i` has a predicate of its own, so that a list ends before it.
pub(super) fn predicate_after(chunks: &Chunks, i: usize) -> bool {
    let mut j = i + 1;
    while let Some(k) = chunks.list.get(j) {
        match *k {
            // "along with a clerk by suspected raiders": an attribute of what follows
            Chunk::Verb(v)
                if j < i + 4
                    && chunks.verbs[v].alone()
                    && chunks.verbs[v].outcome.is_none()
                    && matches!(chunks.list[j - 1], Chunk::Preposition(_)) => {}
            Chunk::Verb(v) => {
                let g = &chunks.verbs[v];
                let loose = g.voice == Voice::Infinitive || g.voice == Voice::Ing && g.outcome.is_none();
                return !loose;
            }
            Chunk::State(_) => return true,
            Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Other(_) if j < i + 4 => {}
            _ => return false,
        }
        j += 1;
    }
    false
}

/// Whether the second of two noun phrases with a comma between says who the first is.
fn appose(sentence: &Sentence, chunks: &Chunks, first: usize, second: usize, at: usize) -> bool {
    let list = &chunks.list;
    let (a, b) = (&chunks.phrases[first], &chunks.phrases[second]);
    let closes = matches!(
        list.get(at + 1),
        Some(Chunk::Comma) | None | Some(Chunk::Other(_)) | Some(Chunk::Preposition(_)) | Some(Chunk::Relative(_))
    );
    let one_more =
        a.figure.is_some() || b.figure.is_some() || b.other || a.plural == Some(true) && b.opening == Opening::A;
    let ends_list = match list.get(at + 1) {
        Some(Chunk::Comma) => b.kin && b.opening == Opening::Owner && matches!(list.get(at + 2), Some(Chunk::And(_))),
        next => matches!(next, Some(Chunk::And(_))),
    };
    // "one guard, Tom Roe"
    let single = a.who == Who::Person && figure_of(sentence, a).is_some_and(|f| f.figure.value() == Some(1));
    let single = single && a.name.is_none() && !a.other && b.name == Some(b.first) && b.figure.is_none();
    let reversed = names(a, b) && (closes || ends_list) || single && closes;
    let one_each = a.opening == Opening::A && b.opening == Opening::A; // "a South African, a Briton"
    let goes_on = matches!(list.get(at + 2), Some(Chunk::Noun(_) | Chunk::And(_)));
    let ends = closes && !(matches!(list.get(at + 1), Some(Chunk::Comma)) && goes_on);
    let his =
        matches!(a.opening, Opening::Owner | Opening::Definite) && b.opening == Opening::A && b.who == Who::Person;
    if a.pronoun.is_some() {
        return false;
    }
    reversed
        || !one_more && ends && his
        || !one_more
            && closes
            && !one_each
            && !ends_list
            && (bears_name(sentence, a) != bears_name(sentence, b) || b.opening == Opening::Definite)
}

/// "the bodies of a man and his wife were found": the predicate behind the list is that of the head before "of".
fn headed(chunks: &Chunks, start: usize) -> bool {
    let [.., Chunk::Noun(head), Chunk::Preposition(_)] = chunks.list[..start] else { return false };
    let np = &chunks.phrases[head];
    np.figure.is_none() && (np.count.is_some() || np.state.is_some())
}

/// "a consul and a friend, a Danish citizen": behind the "and" that ends a list one described is nobody new.
fn describes(chunks: &Chunks, n: usize, at: usize) -> bool {
    let np = &chunks.phrases[n];
    let next = |k: usize| chunks.list.get(at + k);
    let goes_on = match next(1) {
        Some(Chunk::Comma) => matches!(next(2), Some(Chunk::Noun(_) | Chunk::And(_))),
        other => matches!(other, Some(Chunk::And(_))),
    };
    np.opening == Opening::A
        && np.who == Who::Person
        && np.figure.is_none()
        && !np.other
        && np.age.is_none()
        && !goes_on
}

/// "Ann Lee, from Wales; Tom Roe, from Kent": a semicolon between names.
fn names_go_on(sentence: &Sentence, chunks: &Chunks, i: usize, last: Option<&Item>) -> bool {
    let next = i + 1 + usize::from(matches!(chunks.list.get(i + 1), Some(Chunk::And(_))));
    let names = |n: usize| bears_name(sentence, &chunks.phrases[n]);
    sentence.words[chunks.starts[i]].is(';')
        && last.is_some_and(|item| names(item.phrase))
        && matches!(chunks.list.get(next), Some(&Chunk::Noun(n)) if names(n))
}

/// "Ann Lee, a nurse": the description tells of what group the name is.
fn tells_who(sentence: &Sentence, chunks: &Chunks, item: Option<&mut Item>, description: usize) {
    if let Some(item) = item.filter(|i| i.inner.is_none() && bears_name(sentence, &chunks.phrases[i.phrase]))
        && chunks.phrases[description].who == Who::Person
        && chunks.phrases[description].opening != Opening::Owner
    {
        item.inner = Some(description);
    }
}

/// Whether it ends in a name: "a Roman Catholic missionary" does not.
fn bears_name(sentence: &Sentence, np: &NounPhrase) -> bool {
    np.name.is_some() && sentence.words[np.head as usize].name
}

/// Whether a number of them stands in the text.
pub(super) fn counted(chunks: &Chunks, items: &[Item]) -> bool {
    items.iter().any(|i| chunks.phrases[i.phrase].figure.is_some())
}

/// Whether a list of people starts at chunk `i` that has no predicate and no other outcome of its own.
pub(super) fn spells_out(chunks: &Chunks, i: usize) -> bool {
    let mut people = 0;
    for k in &chunks.list[i.min(chunks.list.len())..] {
        match *k {
            Chunk::Noun(n) if chunks.phrases[n].is_people() && chunks.phrases[n].state.is_none() => people += 1,
            Chunk::Noun(n) if chunks.phrases[n].state.is_none() && chunks.phrases[n].count.is_none() => {}
            Chunk::Comma | Chunk::And(_) | Chunk::Preposition(_) | Chunk::Other(_) | Chunk::Owner => {}
            Chunk::Close | Chunk::Break => break,
            _ => return false,
        }
    }
    let speaker = |np: &NounPhrase| np.body && np.figure.is_none(); // "seven wounded: police"
    people > 0
        && matches!(chunks.list.get(i), Some(&Chunk::Noun(n)) if chunks.phrases[n].is_people() && !speaker(&chunks.phrases[n]))
}
