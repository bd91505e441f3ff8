//! The list that ends at a noun phrase, read from its last item to its first.

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::item::Item;
use super::super::noun_phrase::{NounPhrase, Opening, Who};
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
    let np = &chunks.phrases[last];
    if plural == Some(false) || np.all && !np.other && np.who == Who::Bare && np.figure.is_none() {
        // "an accomplice and one was hurt", "they were farmers and both were killed": a subject of its own
        return (items, start);
    }
    while let Some(mut p) = start.checked_sub(1) {
        // "and possibly five villagers"
        let doubt = matches!(list[p], Chunk::Other(w) if sentence.words[w].has(Class::Possible));
        p -= usize::from(doubt && p > 0 && matches!(list[p - 1], Chunk::And(_)));
        let link = match list[p] {
            Chunk::And(_) => {
                joined = true;
                if p > 0 && list[p - 1] == Chunk::Comma { p - 1 } else { p }
            }
            Chunk::Comma if joined => p,
            // "Mother, boy shot"
            Chunk::Comma
                if sentence.headline
                    && p > 0
                    && (p == 1 || list[p - 2] == Chunk::Break) // "Police: woman, two others shot"
                    && list.len() > 3
                    && people(chunks, list[p - 1])
                    && people(chunks, list[start])
                    && bare_next(chunks, i) =>
            {
                p
            }
            // "4 adults, 2 children dead"
            Chunk::Comma if p > 0 && figured(chunks, list[start]) && counted(chunks, list[p - 1]) => {
                if p > 1 && matches!(list[p - 2], Chunk::Preposition(_)) {
                    break; // "toll rises to 60, 2 missing"
                }
                p
            }
            _ => break,
        };
        let Some(mut q) = link.checked_sub(1) else { break };
        while q > 0 && matches!(list[q], Chunk::Other(_) | Chunk::Close) {
            q = if list[q] == Chunk::Close { open_before(list, q).max(1) - 1 } else { q - 1 }; // "Ann Lee, 34, and Tom Roe"
        }
        // "Ann Lee, the head of the union, and her son": past the description between commas
        if list[link] == Chunk::Comma
            && let Some(open) = (0..link).rev().take(12).find(|&o| list[o] == Chunk::Comma)
            && let Some(Chunk::Noun(name)) = open.checked_sub(1).map(|o| list[o])
            && !sets_scene(list, open - 1)
            && (tells_of(chunks, name, list[open + 1]) || no_people(&list[open + 1..link]))
        {
            q = open - 1;
        }
        if let Some(head) = hangs_on(sentence, chunks, q) {
            if items.len() == 1 && name_of_a_place(chunks, list[q], items[0].phrase, head) {
                items.clear(); // "two guards from the Bureau of Prisons and Courts"
            }
            q = head;
        }
        let Chunk::Noun(n) = list[q] else { break };
        if list[p] == Chunk::Comma && sets_scene(list, q) {
            break;
        }
        let np = &chunks.phrases[n];
        if np.state.is_some() && np.figure.is_some() {
            break; // "6 dead and 14 wounded": each has its own
        }
        if !np.may_be_people()
            || np.who == Who::Unknown && np.name.is_none() && np.opening == Opening::None && np.figure.is_none()
        {
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
                // "leaving 11 dead on the spot and 32 wounded", "shot dead in the raid and three officers wounded"
                Chunk::Preposition(_) if items.len() == 1 && begins(chunks, items[0].phrase, np) => break,
                // "bombed an office in Lima and two people were hurt"
                Chunk::Preposition(_) if items.len() == 1 && several(chunks, items[0].phrase, plural) => break,
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

/// Whether the phrase at chunk `i` ends words with a preposition that open a clause: "in a village near Taiz, a farmer and
/// his son died".
fn sets_scene(list: &[Chunk], mut i: usize) -> bool {
    while i > 0 && matches!(list[i], Chunk::Noun(_)) && matches!(list[i - 1], Chunk::Preposition(_)) {
        // past "elsewhere", "also", "in the" of "in the north of"
        match list[..i - 1].iter().rev().find(|k| !matches!(k, Chunk::Other(_) | Chunk::Preposition(_))) {
            None | Some(Chunk::Break | Chunk::Where(_) | Chunk::But | Chunk::Quote) => return true,
            Some(Chunk::Noun(_)) if matches!(list[i - 2], Chunk::Noun(_)) => i -= 2,
            _ => return false,
        }
    }
    false
}

/// "aged 4 and 6": what stands between two commas and names nobody.
fn no_people(between: &[Chunk]) -> bool {
    !between.is_empty() && between.iter().all(|k| matches!(k, Chunk::Other(_) | Chunk::And(_)))
}

/// Whether what opens behind the comma after `name` tells of them, and is nobody beside: "Ann Lee, the head of the union,
/// and", "the mayor, known as Kim, and".
fn tells_of(chunks: &Chunks, name: usize, opens: Chunk) -> bool {
    let np = &chunks.phrases[name];
    match opens {
        Chunk::Noun(about) => {
            let about = &chunks.phrases[about];
            let called = about.name.is_some_and(|n| n == about.head || about.who == Who::Unknown);
            let one = about.who == Who::Person && about.plural == Some(false); // "chairman of the board"
            let described = about.opening != Opening::None || one && about.name.is_none();
            // "the driver, an 18-year-old man, and"
            let aged = about.opening == Opening::A && about.age.is_some() && about.name.is_none();
            if np.opening == Opening::Definite && np.plural == Some(false) && np.figure.is_none() && aged {
                return true;
            }
            np.name.is_some() && np.opening == Opening::None && described && about.figure.is_none() && !called
        }
        Chunk::Relative(_) => np.may_be_people(),
        Chunk::Verb(v) => chunks.verbs[v].alone() && chunks.verbs[v].outcome.is_none() && np.may_be_people(),
        _ => false,
    }
}

/// Past "of the town of X" and "hired by the firm" to the people that the noun at chunk `q` hangs on.
fn hangs_on(sentence: &Sentence, chunks: &Chunks, q: usize) -> Option<usize> {
    let list = &chunks.list;
    let mut hung = q;
    while matches!(list[hung], Chunk::Noun(_)) && hung >= 2 {
        let Chunk::Preposition(w) = list[hung - 1] else { break };
        let done = matches!(list[hung - 2], Chunk::Verb(v) if chunks.verbs[v].first + 1 == chunks.verbs[v].end);
        hung -= if done && hung >= 3 && sentence.words[w].has(Class::By) { 3 } else { 2 };
    }
    let Chunk::Noun(n) = list[hung] else { return None };
    let np = &chunks.phrases[n];
    let called = np.name.is_some()
        && np.who == Who::Unknown
        && !sentence.words[np.head as usize].any(&[Class::Thing, Class::Crowd, Class::Body, Class::Agency]);
    let bodies = np.state.is_some() && np.figure.is_none(); // "the bodies of Ann Lee and her son"
    (hung != q && !bodies && (np.is_people() || called)).then_some(hung)
}

/// Whether counted people begin a clause of their own behind what hangs on a preposition and is nobody.
fn begins(chunks: &Chunks, phrase: usize, before: &NounPhrase) -> bool {
    let np = &chunks.phrases[phrase];
    let nobody = !before.is_people() && before.name.is_none();
    np.state.is_some() || np.figure.is_some() && np.is_people() && nobody
}

/// Whether a phrase alone agrees with a verb of several.
fn several(chunks: &Chunks, phrase: usize, plural: Option<bool>) -> bool {
    let np = &chunks.phrases[phrase];
    plural == Some(true) && np.is_people() && np.figure.is_some() && np.plural != Some(false)
}

/// Whether two names joined by "and" are one behind the preposition, since the people at chunk `head` are several by
/// themselves.
fn name_of_a_place(chunks: &Chunks, first: Chunk, second: usize, head: usize) -> bool {
    let (Chunk::Noun(n), Chunk::Noun(people)) = (first, chunks.list[head]) else { return false };
    let name = |np: &NounPhrase| {
        np.who == Who::Unknown && np.name.is_some() && np.figure.is_none() && np.age.is_none() && np.male.is_none()
    };
    let several = chunks.phrases[people].figure.is_some() || chunks.phrases[people].plural == Some(true);
    several
        && name(&chunks.phrases[n])
        && name(&chunks.phrases[second])
        && chunks.phrases[second].opening == Opening::None
}

/// The list that ends in the counted head before the preposition at chunk `of`: "four villagers and two of the attackers".
pub(super) fn before_counted(
    sentence: &Sentence,
    chunks: &Chunks,
    of: usize,
    counted: Vec<Item>,
    plural: Option<bool>,
) -> Vec<Item> {
    let (mut items, _) = list_back(sentence, chunks, of - 1, plural);
    let told = |i: &Item| {
        let np = &chunks.phrases[i.phrase];
        np.figure.is_some() || np.opening != Opening::None || np.name.is_some()
    };
    let clause = of >= 3 && chunks.list[of - 3] == Chunk::Comma; // ", and one of the children died"
    if items.len() < 2 || counted.is_empty() || clause || !items.iter().all(told) {
        return counted;
    }
    items.pop();
    items.extend(counted);
    items
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
    let named = |np: &NounPhrase| np.name.is_some_and(|n| n != np.head); // "Serbs" are named by their people alone
    let plain = |np: &NounPhrase| np.who == Who::Person && np.state.is_none() && !np.other;
    let people = counted.who == Who::Unknown && !named(counted);
    counted.figure.is_some()
        && (plain(counted) || people)
        && plain(second)
        && !named(second)
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

/// The relative pronoun that opens the clause of the verb at chunk `v`.
pub(super) fn relative_before(list: &[Chunk], v: usize) -> Option<usize> {
    let mut i = v;
    while i > 0 {
        i -= 1;
        match list[i] {
            Chunk::Relative(_) => return Some(i),
            Chunk::Other(_) | Chunk::Noun(_) | Chunk::Preposition(_) | Chunk::Quote => {}
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

/// "of the (CBS) network": past the brackets that close at chunk `p` to the preposition before them.
pub(super) fn past_brackets(list: &[Chunk], p: usize) -> usize {
    if list[p] != Chunk::Close {
        return p;
    }
    let open = open_before(list, p).saturating_sub(1);
    let before = list[..=open].iter().rposition(|k| !matches!(k, Chunk::Other(_))).unwrap_or(0);
    if matches!(list[before], Chunk::Preposition(_)) { before } else { p }
}
