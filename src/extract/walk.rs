//! From a predicate to its people: back over what stands between, or on to the objects.

use super::chunk::{Chunk, Chunks, Voice};
use super::noun_phrase::{NounPhrase, Opening, Who};
use super::statement::Item;
use super::word::Sentence;
use crate::lexicon::Class;

fn plain(phrase: usize) -> Item {
    Item { phrase, part: false, of: false, inner: None }
}

/// The subject of the predicate at chunk `c`: leaps back over appositions, "including …", relative and participle
/// clauses and prepositional phrases to the first noun phrase that agrees in number.
pub fn subject(sentence: &Sentence, chunks: &Chunks, c: usize, plural: Option<bool>) -> Vec<Item> {
    let mut items = leap(sentence, chunks, c, plural, 0);
    along(sentence, chunks, c + 1, &mut items);
    // "were killed, including two children": the parts may follow the predicate
    parts_after(sentence, chunks, c + 1, &mut items);
    items
}

/// "was killed along with his driver": further subjects behind the predicate.
fn along(sentence: &Sentence, chunks: &Chunks, from: usize, items: &mut Vec<Item>) {
    if items.is_empty() {
        return;
    }
    for (i, k) in chunks.list.iter().enumerate().skip(from) {
        match *k {
            Chunk::And(w) if sentence.words[w].has(Class::Along) => {
                if matches!(chunks.list.get(i + 1), Some(Chunk::Noun(_))) && !predicate_after(chunks, i + 1) {
                    items.extend(list_on(sentence, chunks, i + 1));
                }
                return;
            }
            Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Comma | Chunk::Other(_) => {}
            _ => return,
        }
    }
}

/// How often a leap may start again at another verb.
const LEAPS: usize = 4;

fn leap(sentence: &Sentence, chunks: &Chunks, c: usize, plural: Option<bool>, depth: usize) -> Vec<Item> {
    let list = &chunks.list;
    let mut parts: Vec<Item> = Vec::new();
    let mut i = c;
    let mut relative = false;
    let mut own_start;
    while i > 0 {
        i -= 1;
        match list[i] {
            Chunk::Other(_) | Chunk::Quote | Chunk::State(_) => {}
            Chunk::Preposition(_) => {}
            Chunk::Owner => i -= 1, // the owner is part of the phrase that follows
            Chunk::Close => i = open_before(list, i),
            Chunk::Relative(_) => relative = true,
            Chunk::Whom => {
                // "of whom two died", handled from the noun on the far side: "13, two of whom died"
                if let Some(Chunk::Noun(n)) = i.checked_sub(1).map(|p| list[p])
                    && chunks.phrases[n].figure.is_some()
                {
                    return vec![Item { of: true, ..plain(n) }];
                }
            }
            Chunk::Comma => {
                // a parenthesis between commas: skip to its opening comma, unless a list or a participle stands there
                if let Some(p) = apposition(chunks, i) {
                    i = p;
                } else if !relative
                    && i + 1 == c
                    && !before_comma_is_subject(chunks, i)
                    && let Some(items) = earlier_subject(sentence, chunks, i, plural, depth)
                {
                    return items;
                }
            }
            Chunk::And(_) | Chunk::But => {
                if let Some(items) = earlier_subject(sentence, chunks, i, plural, depth) {
                    return items;
                }
                return Vec::new();
            }
            Chunk::Where(_) | Chunk::Break => {
                if i + 1 == c || matches!(list[i], Chunk::Where(_)) {
                    return Vec::new();
                }
                if !matches!(list[i], Chunk::Break) {
                    return Vec::new();
                }
            }
            Chunk::Including(_) | Chunk::Open => return Vec::new(),
            Chunk::Verb(v) => {
                let g = &chunks.verbs[v];
                match g.voice {
                    // "a man driving a car was killed"
                    Voice::Ing | Voice::Infinitive => {}
                    _ if relative_before(list, i).is_some() => {
                        i = relative_before(list, i).expect("just seen");
                    }
                    // "a man armed with a knife was shot"
                    Voice::Active | Voice::Bare
                        if g.first == g.main
                            && g.outcome.is_none()
                            && sentence.words[g.main].has(Class::VerbPast)
                            && matches!(list.get(i + 1), Some(Chunk::Preposition(_)))
                            && i > 0
                            && matches!(list[i - 1], Chunk::Noun(_))
                            && passive_like(chunks, c) => {}
                    // "was thrown from a train to his death"
                    _ if matches!(chunks.list[c], Chunk::State(_)) && depth == 0 => {
                        return leap(sentence, chunks, i, g.plural, depth + 1);
                    }
                    Voice::Passive | Voice::Copula | Voice::Active | Voice::Bare => return Vec::new(),
                }
            }
            Chunk::Noun(n) => {
                let np = &chunks.phrases[n];
                let next = list[i + 1..c].iter().find(|k| !matches!(k, Chunk::Comma | Chunk::Other(_)));
                let antecedent = relative
                    && matches!(next, Some(Chunk::Relative(_)))
                    && np.may_be_people()
                    && (np.is_people() || np.name.is_some() || np.figure.is_some());
                // a participle alone belongs to the noun beside it, even inside a phrase ("the name of the man killed"),
                // but not past people ("three members of a family killed")
                let inside = match (i.checked_sub(2).map(|p| list[p]), i.checked_sub(1).map(|p| list[p])) {
                    (Some(Chunk::Noun(outer)), Some(Chunk::Preposition(_))) => {
                        !np.is_people() || chunks.phrases[outer].is_people() || chunks.phrases[outer].figure.is_some()
                    }
                    (_, Some(Chunk::Preposition(_))) => !np.is_people(),
                    _ => false,
                };
                let beside = i + 1 == c && bare(chunks, c) && np.may_be_people() && !inside;
                if antecedent || beside {
                    // "the 13 people who lost their lives", "leaving three civilians wounded"
                    return finish(list_back(sentence, chunks, i, plural).0, parts);
                }
                if i >= 2 && list[i - 1] == Chunk::Owner {
                    own_start = i - 2;
                } else {
                    own_start = i;
                }
                if let Some(mut p) = own_start.checked_sub(1) {
                    // "of the (CBS) network": past the brackets to the preposition
                    if list[p] == Chunk::Close {
                        p = open_before(list, p).saturating_sub(1);
                        while p > 0 && matches!(list[p], Chunk::Other(_)) {
                            p -= 1;
                        }
                        if !matches!(list[p], Chunk::Preposition(_)) {
                            p = own_start - 1;
                        }
                    }
                    match list[p] {
                        Chunk::Preposition(w) => {
                            // "the bodies of two men were found": of-phrases under a counting head are the people
                            if sentence.words[w].has(Class::Of)
                                && let Some(items) = counted_of(chunks, p, n)
                            {
                                return finish(items, parts);
                            }
                            i = p;
                            continue;
                        }
                        Chunk::Including(_) => {
                            parts.insert(0, Item { part: true, ..plain(n) });
                            i = p;
                            if i > 0 && list[i - 1] == Chunk::Comma {
                                i -= 1;
                            }
                            continue;
                        }
                        Chunk::Verb(v) if takes_object(chunks, v) => {
                            i = p + 1;
                            if chunks.verbs[v].voice == Voice::Ing || relative_before(list, p).is_some() {
                                continue;
                            }
                            return finish(vec![plain(n)], parts);
                        }
                        _ => {}
                    }
                }
                let (items, start) = list_back(sentence, chunks, i, plural);
                if start > 0 && matches!(list[start - 1], Chunk::Including(_)) {
                    for item in items.into_iter().rev() {
                        parts.insert(0, Item { part: true, ..item });
                    }
                    i = start - 1;
                    if i > 0 && list[i - 1] == Chunk::Comma {
                        i -= 1;
                    }
                    continue;
                }
                if start > 0 && matches!(list[start - 1], Chunk::Preposition(_)) && start < i {
                    i = start - 1;
                    continue;
                }
                let disagrees = plural == Some(true)
                    && items.len() == 1
                    && np.plural == Some(false)
                    && np.figure.is_none()
                    && !np.both;
                if disagrees && start > 0 && matches!(list[start - 1], Chunk::Comma) {
                    i = start - 1; // "supporters from a village, West district were": a place of theirs
                    continue;
                }
                if !np.may_be_people() && items.len() == 1 {
                    // a thing cannot have suffered it: look on, but not past a clause
                    if np.who == Who::Animal {
                        return Vec::new();
                    }
                    if i + 1 == c && !relative {
                        return Vec::new();
                    }
                    continue;
                }
                return finish(items, parts);
            }
        }
    }
    Vec::new()
}

/// Whether the predicate at `c` needs its subject to have suffered (passive or bare), so that an object may be it.
fn passive_like(chunks: &Chunks, c: usize) -> bool {
    match chunks.list[c] {
        Chunk::Verb(v) => matches!(chunks.verbs[v].voice, Voice::Passive | Voice::Copula),
        _ => false,
    }
}

/// Whether the predicate at `c` is a participle or state without an auxiliary.
fn bare(chunks: &Chunks, c: usize) -> bool {
    match chunks.list[c] {
        Chunk::Verb(v) => chunks.verbs[v].first == chunks.verbs[v].main && chunks.verbs[v].voice == Voice::Active,
        Chunk::State(_) => true,
        _ => false,
    }
}

fn finish(mut items: Vec<Item>, parts: Vec<Item>) -> Vec<Item> {
    items.extend(parts);
    items
}

fn takes_object(chunks: &Chunks, v: usize) -> bool {
    let g = &chunks.verbs[v];
    matches!(g.voice, Voice::Active | Voice::Ing | Voice::Infinitive)
}

/// The relative pronoun that opens the clause of the verb at chunk `v`.
fn relative_before(list: &[Chunk], v: usize) -> Option<usize> {
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

fn open_before(list: &[Chunk], mut i: usize) -> usize {
    while i > 0 && list[i] != Chunk::Open {
        i -= 1;
    }
    i
}

/// Where the comma at `i` closes a parenthesis, the place of the comma that opens it.
fn apposition(chunks: &Chunks, i: usize) -> Option<usize> {
    let list = &chunks.list;
    let open = (0..i).rev().take(14).find(|&p| list[p] == Chunk::Comma)?;
    let before = open.checked_sub(1)?;
    if !matches!(list[before], Chunk::Noun(_) | Chunk::Close) {
        return None;
    }
    let first = list.get(open + 1)?;
    match first {
        Chunk::Relative(_)
        | Chunk::Including(_)
        | Chunk::Preposition(_)
        | Chunk::Whom
        | Chunk::Noun(_)
        | Chunk::Verb(_)
        | Chunk::Other(_)
        | Chunk::State(_) => Some(open),
        _ => None,
    }
}

fn before_comma_is_subject(chunks: &Chunks, i: usize) -> bool {
    i > 0 && matches!(chunks.list[i - 1], Chunk::Noun(_))
}

/// "was shot twice and died": the subject of the verb before the conjunction at `i`.
fn earlier_subject(
    sentence: &Sentence,
    chunks: &Chunks,
    i: usize,
    plural: Option<bool>,
    depth: usize,
) -> Option<Vec<Item>> {
    if depth >= LEAPS {
        return None;
    }
    let list = &chunks.list;
    for p in (0..i).rev() {
        match list[p] {
            Chunk::Verb(v) if !matches!(chunks.verbs[v].voice, Voice::Ing | Voice::Infinitive) => {
                let g = &chunks.verbs[v];
                // a plain verb needs a noun before it; what has an auxiliary, a relative or an outcome is one at any rate
                let plain = g.first == g.main
                    && g.voice == Voice::Active
                    && g.outcome.is_none()
                    && relative_before(list, p).is_none();
                if !plain || p > 0 && matches!(list[p - 1], Chunk::Noun(_)) {
                    let items = leap(sentence, chunks, p, plural.or(g.plural), depth + 1);
                    let items: Vec<Item> = items.into_iter().filter(|i| !i.part).collect();
                    return (!items.is_empty()).then_some(items);
                }
            }
            Chunk::Break => return None,
            _ => {}
        }
    }
    None
}

/// The coordinated list that ends at chunk `i`, in order, and where it starts.
fn list_back(sentence: &Sentence, chunks: &Chunks, i: usize, plural: Option<bool>) -> (Vec<Item>, usize) {
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
                        && !sentence.words[chunks.verbs[v].main].any(&[Class::Speech, Class::Left]) =>
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
fn before_owner(list: &[Chunk], i: usize) -> usize {
    if i >= 2 && list[i - 1] == Chunk::Owner { i - 2 } else { i }
}

/// Whether a bare name says who a description without a name is.
fn names(described: &NounPhrase, name: &NounPhrase) -> bool {
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
fn counted_of(chunks: &Chunks, of: usize, inner: usize) -> Option<Vec<Item>> {
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

/// The objects that follow the verb at chunk `c`: its list, and the parts inside it.
pub fn objects(sentence: &Sentence, chunks: &Chunks, c: usize) -> Vec<Item> {
    let mut i = c + 1;
    while matches!(chunks.list.get(i), Some(Chunk::Other(_) | Chunk::Quote)) {
        i += 1;
    }
    if !matches!(chunks.list.get(i), Some(Chunk::Noun(_))) {
        return Vec::new();
    }
    list_on(sentence, chunks, i)
}

/// The people of "the death of a farmer and his wife", "injuries to three".
pub fn of_phrase(sentence: &Sentence, chunks: &Chunks, c: usize) -> Vec<Item> {
    let (Some(&Chunk::Preposition(w)), Some(&Chunk::Noun(n))) = (chunks.list.get(c + 1), chunks.list.get(c + 2)) else {
        return Vec::new();
    };
    let (word, np) = (&sentence.words[w], &chunks.phrases[n]);
    let of = word.has(Class::Of) || word.has(Class::To) && injury(chunks, c);
    // "the cause of death for one man", "the death in two cases" is none
    if of && np.may_be_people() || word.any(&[Class::For, Class::From]) && np.is_people() {
        list_on(sentence, chunks, c + 2)
    } else {
        Vec::new()
    }
}

/// "injuries to three people", but not "death to tyrants".
fn injury(chunks: &Chunks, c: usize) -> bool {
    matches!(chunks.list[c], Chunk::Noun(n) if chunks.phrases[n].harm)
}

/// The list that starts at chunk `i` where a noun phrase tells its own outcome.
pub fn list_from(sentence: &Sentence, chunks: &Chunks, i: usize) -> Vec<Item> {
    let Chunk::Noun(n) = chunks.list[i] else { return Vec::new() };
    let mut items = vec![plain(n)];
    if chunks.phrases[n].figure.is_some() {
        items = list_back(sentence, chunks, i, None).0; // "4 adults, 2 children dead"
    }
    parts_after(sentence, chunks, i + 1, &mut items);
    items
}

fn list_on(sentence: &Sentence, chunks: &Chunks, start: usize) -> Vec<Item> {
    let list = &chunks.list;
    let mut items: Vec<Item> = Vec::new();
    let mut i = start;
    let mut part = false;
    let mut linked = true;
    let mut pending_comma = false;
    while let Some(k) = list.get(i) {
        match *k {
            Chunk::Noun(_) if linked && !items.is_empty() && matches!(list.get(i + 1), Some(Chunk::Whom)) => break,
            Chunk::Noun(_) if matches!(list.get(i + 1), Some(Chunk::Owner)) => {
                i += 2; // the phrase that follows holds it
                continue;
            }
            Chunk::Noun(n) if linked => {
                let np = &chunks.phrases[n];
                let own = predicate_after(chunks, i);
                if !items.is_empty() && own && !part {
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
                // "John Smith, a farmer": an apposition is no second person
                let apposed = pending_comma
                    && !part
                    && matches!(list[i - 1], Chunk::Comma)
                    && items.last().is_some_and(|last| appose(chunks, last.phrase, n, list, i));
                if !apposed {
                    if let (Some(&Chunk::Preposition(w)), Some(&Chunk::Noun(inner))) =
                        (list.get(i + 1), list.get(i + 2))
                        && sentence.words[w].has(Class::Of)
                        && let Some(counted) = counted_of(chunks, i + 1, inner)
                    {
                        items.extend(counted.into_iter().map(|c| Item { part, ..c }));
                        i += 2;
                    } else if np.may_be_people() {
                        items.push(Item { part, ..plain(n) });
                    }
                }
                linked = false;
                pending_comma = false;
            }
            Chunk::Comma => {
                linked = true;
                pending_comma = true;
            }
            Chunk::And(_) => {
                linked = true;
                pending_comma = false;
            }
            Chunk::Including(_) => {
                part = true;
                linked = true;
                pending_comma = false;
            }
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

/// "A, B and C": an unknown name after a comma is one of a list only where an "and" closes it; else it is a place.
fn closed_by_and(list: &[Chunk], i: usize) -> bool {
    for k in &list[i + 1..] {
        match k {
            Chunk::And(_) => return true,
            Chunk::Noun(_) | Chunk::Comma | Chunk::Preposition(_) | Chunk::Open | Chunk::Close => {}
            _ => return false,
        }
    }
    false
}

/// Whether the noun phrase at chunk `i` has a predicate of its own, so that a list ends before it.
fn predicate_after(chunks: &Chunks, i: usize) -> bool {
    let mut j = i + 1;
    while let Some(k) = chunks.list.get(j) {
        match *k {
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
fn appose(chunks: &Chunks, first: usize, second: usize, list: &[Chunk], at: usize) -> bool {
    let (a, b) = (&chunks.phrases[first], &chunks.phrases[second]);
    let closes = matches!(
        list.get(at + 1),
        Some(Chunk::Comma) | None | Some(Chunk::Other(_)) | Some(Chunk::Preposition(_)) | Some(Chunk::Relative(_))
    );
    let one_more =
        a.figure.is_some() || b.figure.is_some() || b.other || a.plural == Some(true) && b.opening == Opening::A;
    let ends_list = matches!(list.get(at + 1), Some(Chunk::And(_)));
    let reversed = names(a, b) && (closes || ends_list);
    reversed
        || !one_more && closes && !ends_list && (a.name.is_some() != b.name.is_some() || b.opening == Opening::Definite)
}

/// Adds "including two children" that follows a predicate, past prepositional phrases.
fn parts_after(sentence: &Sentence, chunks: &Chunks, from: usize, items: &mut Vec<Item>) {
    if items.is_empty() {
        return;
    }
    let mut i = from;
    while let Some(k) = chunks.list.get(i) {
        // ", two of them children"
        if let (Chunk::Comma, Some(&Chunk::Noun(n)), Some(Chunk::Whom), Some(&Chunk::Noun(inner))) =
            (*k, chunks.list.get(i + 1), chunks.list.get(i + 2), chunks.list.get(i + 3))
            && chunks.phrases[n].figure.is_some()
            && chunks.phrases[inner].is_people()
        {
            items.push(Item { part: true, inner: Some(inner), ..plain(n) });
            return;
        }
        match *k {
            Chunk::Including(_) => {
                if matches!(chunks.list.get(i + 1), Some(Chunk::Noun(_))) {
                    for item in list_on(sentence, chunks, i + 1) {
                        if !items.iter().any(|known| known.phrase == item.phrase) {
                            items.push(Item { part: true, ..item });
                        }
                    }
                }
                return;
            }
            Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Comma | Chunk::Other(_) | Chunk::Open | Chunk::Close => {}
            _ => return,
        }
        i += 1;
    }
}
