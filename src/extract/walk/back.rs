//! The list that ends at a noun phrase, read from its last item to its first.

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::noun_phrase::{NounPhrase, Opening, Who};
use super::super::statement::Item;
use super::super::word::Sentence;
use super::{bare, plain};
use crate::lexicon::Class;

/// The coordinated list that ends at chunk `i`, in order, and where it starts.
pub(super) fn list_back(sentence: &Sentence, chunks: &Chunks, i: usize, plural: Option<bool>) -> (Vec<Item>, usize) {
    let list = &chunks.list;
    let Chunk::Noun(last) = list[i] else { return (Vec::new(), i) };
    let mut items = vec![plain(last)];
    let mut start = before_owner(list, i);
    let mut joined = false;
    if plural == Some(false) {
        // one was hurt: "an accomplice and one" cannot be its subject
        return (items, start);
    }
    while let Some(p) = start.checked_sub(1) {
        let link = match list[p] {
            Chunk::And(_) => {
                joined = true;
                if p > 0 && list[p - 1] == Chunk::Comma { p - 1 } else { p }
            }
            Chunk::Comma if joined => p,
            // "Mother, boy shot"
            Chunk::Comma
                if sentence.headline
                    && p == 1
                    && list.len() > 3
                    && people(chunks, list[0])
                    && people(chunks, list[start])
                    && bare_next(chunks, i) =>
            {
                p
            }
            // "4 adults, 2 children dead"
            Chunk::Comma if p > 0 && figured(chunks, list[start]) && counted(chunks, list[p - 1]) => p,
            _ => break,
        };
        let Some(mut q) = link.checked_sub(1) else { break };
        // "Ann Lee, the head of the union, and her son": past the description between commas
        if list[link] == Chunk::Comma
            && let Some(open) = (0..link).rev().take(12).find(|&o| list[o] == Chunk::Comma)
            && let (Some(Chunk::Noun(name)), Some(Chunk::Noun(about))) =
                (open.checked_sub(1).map(|o| list[o]), list.get(open + 1).copied())
            && chunks.phrases[name].name.is_some()
            && chunks.phrases[about].opening != Opening::None
            && chunks.phrases[about].figure.is_none()
            && chunks.phrases[about].name.is_none()
        {
            q = open - 1;
        }
        // past "of the town of X" to the noun it hangs on
        let mut hung = q;
        while matches!(list[hung], Chunk::Noun(_)) && hung >= 2 && matches!(list[hung - 1], Chunk::Preposition(_)) {
            hung -= 2;
        }
        if hung != q && matches!(list[hung], Chunk::Noun(n) if chunks.phrases[n].is_people()) {
            q = hung;
        }
        let Chunk::Noun(n) = list[q] else { break };
        let np = &chunks.phrases[n];
        if np.state.is_some() && np.figure.is_some() {
            break; // "6 dead and 14 wounded": each has its own
        }
        if !np.may_be_people() || np.who == Who::Unknown && np.name.is_none() && np.opening == Opening::None {
            break;
        }
        if let Some(b) = q.checked_sub(1) {
            match list[b] {
                // "hit a bus and two were killed"
                Chunk::Verb(v)
                    if !matches!(chunks.verbs[v].voice, Voice::Copula)
                        && !sentence.words[chunks.verbs[v].main].any(&[Class::Speech, Class::Left, Class::Found]) =>
                {
                    break;
                }
                Chunk::Preposition(w) if sentence.words[w].has(Class::By) => break,
                _ => {}
            }
        }
        if list[p] == Chunk::Comma && items.first().is_some_and(|i| names(np, &chunks.phrases[i.phrase])) {
            start = q; // "his wife, Ann, and …": the name says who she is
            items[0] = plain(n);
            continue;
        }
        if matches!(list[p], Chunk::And(_))
            && items.len() == 1
            && under_one_figure(np, &chunks.phrases[items[0].phrase])
        {
            items.clear();
        }
        items.insert(0, plain(n));
        start = before_owner(list, q);
    }
    (items, start)
}

fn people(chunks: &Chunks, chunk: Chunk) -> bool {
    matches!(chunk, Chunk::Noun(n) if chunks.phrases[n].is_people() && chunks.phrases[n].opening == Opening::None && chunks.phrases[n].state.is_none())
}

/// Whether a participle or state follows the phrase at `i`.
fn bare_next(chunks: &Chunks, i: usize) -> bool {
    chunks.list.get(i + 1).is_some_and(|_| bare(chunks, i + 1))
}

fn figured(chunks: &Chunks, chunk: Chunk) -> bool {
    matches!(chunk, Chunk::Noun(n) if chunks.phrases[n].figure.is_some() && chunks.phrases[n].is_people())
}

fn counted(chunks: &Chunks, chunk: Chunk) -> bool {
    matches!(chunk, Chunk::Noun(n) if chunks.phrases[n].figure.is_some() && chunks.phrases[n].is_people() && chunks.phrases[n].state.is_none())
}

/// Where a phrase starts whose owner stands before it: "the mayor’s wife".
pub(super) fn before_owner(list: &[Chunk], i: usize) -> usize {
    if i >= 2 && list[i - 1] == Chunk::Owner { i - 2 } else { i }
}

/// "300 soldiers and officers": one figure counts both.
pub(super) fn under_one_figure(counted: &NounPhrase, second: &NounPhrase) -> bool {
    let plain = |np: &NounPhrase| np.who == Who::Person && np.state.is_none() && np.name.is_none() && !np.other;
    counted.figure.is_some()
        && plain(counted)
        && plain(second)
        && second.figure.is_none()
        && second.opening == Opening::None
        && second.plural == Some(true)
}

/// Whether a bare name says who a description without a name is.
pub(super) fn names(described: &NounPhrase, name: &NounPhrase) -> bool {
    described.name.is_none()
        && described.figure.is_none()
        && !described.other
        && described.opening != Opening::None
        && described.plural == Some(false)
        && name.name == Some(name.first)
        && name.figure.is_none()
}

/// Under a counting head ("the bodies of two men", "members of the crew", "one of the wounded") the people are told by
/// both: the head’s figure where it has one, else what follows "of".
pub(super) fn counted_of(chunks: &Chunks, of: usize, inner: usize) -> Option<Vec<Item>> {
    let Chunk::Noun(head) = chunks.list[of.checked_sub(1)?] else { return None };
    let np = &chunks.phrases[head];
    let inner_np = &chunks.phrases[inner];
    if np.figure.is_some()
        && np.who == Who::Bare
        && matches!(inner_np.who, Who::Animal | Who::Thing)
        && inner_np.pronoun.is_none()
    {
        return Some(Vec::new()); // "hundreds of cattle"
    }
    if np.figure.is_some() && (np.who == Who::Bare || np.member) {
        let of = inner_np.opening == Opening::Definite
            || inner_np.opening == Opening::Owner
            || inner_np.state.is_some()
            || inner_np.pronoun.is_some();
        return Some(vec![Item { of, inner: Some(inner), ..plain(head) }]);
    }
    let five = inner_np.figure.is_some() && inner_np.who == Who::Bare;
    if np.who == Who::Crowd && np.figure.is_none() && five {
        return Some(vec![plain(inner)]); // "a family of five"
    }
    if (np.member || np.count.is_some()) && np.figure.is_none() && inner_np.may_be_people() && !np.is_people() {
        return Some(vec![plain(inner)]);
    }
    None
}

/// The relative pronoun that opens the clause of the verb at chunk `v`.
pub(super) fn relative_before(list: &[Chunk], v: usize) -> Option<usize> {
    let mut i = v;
    while i > 0 {
        i -= 1;
        match list[i] {
            Chunk::Relative(_) => return Some(i),
            Chunk::Other(_) | Chunk::Noun(_) | Chunk::Preposition(_) => {}
            _ => return None,
        }
    }
    None
}

pub(super) fn open_before(list: &[Chunk], mut i: usize) -> usize {
    while i > 0 && list[i] != Chunk::Open {
        i -= 1;
    }
    i
}

/// "was one of five people shot": the five suffered it, and the one is of them.
pub(super) fn one_of(sentence: &Sentence, chunks: &Chunks, i: usize) -> Option<Vec<Item>> {
    let [.., Chunk::Noun(outer), Chunk::Preposition(w), Chunk::Noun(n)] = chunks.list[..=i] else { return None };
    let (one, five) = (&chunks.phrases[outer], &chunks.phrases[n]);
    let of = sentence.words[w].has(Class::Of) && one.figure.is_some() && one.who == Who::Bare;
    let counted = five.figure.is_some() && five.opening == Opening::None && five.is_people();
    (of && counted).then(|| vec![plain(n), Item { part: true, ..plain(outer) }])
}
