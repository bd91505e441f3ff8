//! Back from a predicate over what stands between, to the noun phrase that agrees with it.

use super::super::chunk::{Chunk, Chunks, Voice};
use super::super::item::Item;
use super::super::noun_phrase::Who;
use super::super::word::{Sentence, Sort};
use super::across::{
    clause_subject, dies, earlier_subject, goes_on, listed, nobody, passive_like, past_time, relative_of_another,
    subject_inside, subjectless,
};
use super::around::{
    Around, around, before_time, bodies, body_of_members, described, named_members, one_of_them, says, spelled_out,
    told_before, who_they_are,
};
use super::aside::{apposition, chained};
use super::back::{before_counted, open_before, relative_before};
use super::counted::{counted_of, one_of, some_of_group};
use super::onward::list_on;
use super::seen::{Seen, behind_parts, finish, parenthesis};
use super::{gerund, list_back, participle, plain};
use crate::lexicon::Class;

pub(super) fn leap(sentence: &Sentence, chunks: &Chunks, c: usize, plural: Option<bool>, depth: usize) -> Vec<Item> {
    let list = &chunks.list;
    let mut seen = Seen::default();
    let mut i = before_time(chunks, c).unwrap_or(c);
    let mut relative = false;
    let mut own_start;
    let mut closed = None; // the commas around a parenthesis just passed
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
            Chunk::Comma if plural == Some(true) && listed(chunks, i).is_some() => {
                return finish(list_on(sentence, chunks, listed(chunks, i).expect("just seen")), seen);
            }
            Chunk::Comma => {
                // a parenthesis between commas: skip to its opening comma, unless a list or a participle stands there
                if let Some(p) = apposition(chunks, i).filter(|&p| !(relative && chained(chunks, p, i))) {
                    let p = spelled_out(sentence, chunks, p).unwrap_or(p);
                    parenthesis(sentence, chunks, p, &mut seen);
                    closed = Some((p, i));
                    i = p;
                } else if !relative
                    && i + 1 == c
                    && (!before_comma_is_subject(chunks, i) || goes_on(chunks, c))
                    && let Some(items) = earlier_subject(sentence, chunks, i, plural, depth)
                {
                    return items;
                }
            }
            Chunk::And(_) if !relative && relative_of_another(list, i).is_some() => {
                i = relative_of_another(list, i).expect("just seen") + 1; // "who was a clerk and a spy was killed"
            }
            Chunk::And(_) | Chunk::But => {
                if let Some(items) = earlier_subject(sentence, chunks, i, plural, depth) {
                    return items;
                }
                return Vec::new();
            }
            // "before being shot dead", "after setting himself alight"
            Chunk::Where(_) if i + 1 == c && subjectless(sentence, chunks, c) => {
                return clause_subject(sentence, chunks, i, depth);
            }
            // "a boy hurt after shooting himself has died": no clause of its own
            Chunk::Where(_) if gerund(chunks, i + 1) => {}
            Chunk::Where(_) => return Vec::new(),
            Chunk::Break if i + 1 == c => {
                // "five people – three tourists and two guides – were killed"
                let is_break = |&p: &usize| list[p] == Chunk::Break;
                let inside = (0..i).rev().find(|p| !is_break(p)).unwrap_or(0); // "--" is two marks
                let Some(open) = (0..inside).rev().take(14).find(is_break) else { return Vec::new() };
                parenthesis(sentence, chunks, open, &mut seen);
                let dash = |k: usize| matches!(sentence.words[chunks.starts[k]].sort, Sort::Mark('—' | '–' | '-'));
                if seen.parts.is_empty() && !(dash(open) && dash(i)) {
                    return Vec::new();
                }
                i = open;
            }
            Chunk::Break => {}
            Chunk::Including(_) | Chunk::Open => return Vec::new(),
            Chunk::Verb(v) => {
                let g = &chunks.verbs[v];
                match g.voice {
                    // "the driver of the car he struck died"
                    _ if subject_inside(chunks, i) => i -= 1,
                    // "a man driving a car was killed"
                    Voice::Ing | Voice::Infinitive => {}
                    _ if sentence.words[g.first].has(Class::VerbIng) => {} // "having", "being"
                    _ if relative_before(list, i).is_some() => {
                        i = relative_before(list, i).expect("just seen");
                    }
                    // "a man armed with a knife was shot"
                    Voice::Active | Voice::Bare
                        if g.alone()
                            && (g.outcome.is_none() && sentence.words[g.main].has(Class::VerbPast) || g.suffered())
                            && (i + 1 == c
                                || matches!(
                                    list.get(past_time(sentence, list, i + 1)),
                                    Some(Chunk::Preposition(_) | Chunk::Verb(_))
                                ))
                            && list[..i]
                                .iter()
                                .rfind(|k| !matches!(k, Chunk::Other(_)))
                                .is_some_and(|k| matches!(k, Chunk::Noun(_) | Chunk::Comma))
                            && (passive_like(chunks, c) || dies(chunks, c)) => {}
                    // "was thrown from a train to his death"
                    _ if matches!(chunks.list[c], Chunk::State(_)) && depth == 0 => {
                        return leap(sentence, chunks, i, g.plural, depth + 1);
                    }
                    Voice::Passive | Voice::Copula | Voice::Active | Voice::Bare => return Vec::new(),
                }
            }
            Chunk::Noun(n) => {
                let np = &chunks.phrases[n];
                if i + 1 == c && nobody(sentence, np) {
                    return vec![plain(n)];
                }
                if let Some(members) = who_they_are(sentence, chunks, i, c) {
                    return members;
                }
                if i + 1 == c
                    && depth == 0
                    && participle(sentence, chunks, c)
                    && let Some(items) = one_of(sentence, chunks, i)
                {
                    return finish(items, seen);
                }
                // "six nuns, two of them Poles, who were killed"
                let after = closed.filter(|(open, _)| *open == i + 1).map_or(i + 1, |(_, close)| close);
                let next = list[after..c].iter().find(|k| !matches!(k, Chunk::Comma | Chunk::Other(_)));
                let antecedent = relative
                    && matches!(next, Some(Chunk::Relative(_)))
                    && np.may_be_people()
                    && (np.is_people() || np.name.is_some() || np.figure.is_some())
                    && !body_of_members(sentence, chunks, i);
                // a participle alone belongs to the noun beside it, even inside a phrase ("the name of the man killed"),
                // but not past people ("three members of a family killed")
                let inside = match (i.checked_sub(2).map(|p| list[p]), i.checked_sub(1).map(|p| list[p])) {
                    // "15 dead with seven people missing": beside them, and not inside
                    (Some(Chunk::Noun(_)), Some(Chunk::Preposition(w))) if sentence.words[w].has(Class::With) => false,
                    (Some(Chunk::Noun(_)), Some(Chunk::Preposition(_)))
                        if some_of_group(sentence, chunks, i - 1, n).is_some() =>
                    {
                        true
                    }
                    (Some(Chunk::Noun(outer)), Some(Chunk::Preposition(_))) => {
                        let people = np.is_people() || np.plural == Some(true) && np.name.is_some(); // "of the Jesuits"
                        !people || chunks.phrases[outer].is_people() || chunks.phrases[outer].figure.is_some()
                    }
                    (_, Some(Chunk::Preposition(_))) => !np.is_people(),
                    _ => false,
                };
                let around = around(sentence, chunks, i);
                // "six farmers including a child killed": the participle is of all
                let part = matches!(around, Some(Around::Larger));
                // "with two still missing"
                let next = list[i + 1..c].iter().all(|k| matches!(k, Chunk::Other(_)));
                let beside = next && participle(sentence, chunks, c) && np.may_be_people() && !inside && !part;
                if antecedent || beside {
                    if let Some(Around::Smaller(end)) = around {
                        seen.parts.extend(
                            list_back(sentence, chunks, end, None).0.into_iter().map(|i| Item { part: true, ..i }),
                        );
                    }
                    // "the 13 people who lost their lives", "leaving three civilians wounded"
                    return finish(list_back(sentence, chunks, i, plural).0, seen);
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
                                && let Some(counted) = counted_of(sentence, chunks, p, n)
                            {
                                if let Some(name) = one_of_them(sentence, chunks, p) {
                                    return finish(vec![Item { inner: Some(n), ..plain(name) }], seen);
                                }
                                return finish(before_counted(sentence, chunks, p, counted, plural), seen);
                            }
                            i = p;
                            continue;
                        }
                        Chunk::Including(_) => {
                            seen.parts.insert(0, Item { part: true, ..plain(n) });
                            i = p;
                            if i > 0 && list[i - 1] == Chunk::Comma {
                                i -= 1;
                            }
                            continue;
                        }
                        Chunk::Whom => return finish(vec![Item { of: true, ..plain(n) }], seen),
                        // "confirmed the crash, saying 11 died": what is said is a clause
                        Chunk::Verb(v) if says(sentence, chunks, v) => {}
                        Chunk::Verb(v) if takes_object(chunks, v) => {
                            i = p + 1;
                            if let Some(who) = relative_of_another(list, p).filter(|_| !relative) {
                                i = who + 1; // "who tried to move the bomb was killed"
                                continue;
                            }
                            if matches!(chunks.verbs[v].voice, Voice::Ing | Voice::Infinitive)
                                || relative_before(list, p).is_some()
                            {
                                continue;
                            }
                            return finish(vec![plain(n)], seen);
                        }
                        _ => {}
                    }
                }
                let (mut items, start) = list_back(sentence, chunks, i, plural);
                if start > 0 && matches!(list[start - 1], Chunk::Including(_)) {
                    if items.len() > 1 && told_before(list, start - 1) {
                        // "were killed, including two nurses, and six were hurt": only the last begin a clause
                        return finish(items.into_iter().rev().take(1).collect(), seen);
                    }
                    seen.beside.extend(behind_parts(list, i, &mut items));
                    for item in items.into_iter().rev() {
                        seen.parts.insert(0, Item { part: true, ..item });
                    }
                    i = start - 1;
                    if i > 0 && list[i - 1] == Chunk::Comma {
                        i -= 1;
                    }
                    continue;
                }
                let joined = plural == Some(false) && start > 0 && matches!(list[start - 1], Chunk::And(_));
                if let Some(who) = relative_of_another(list, start).filter(|_| joined && !relative) {
                    i = who + 1; // "who was a clerk and a friend was killed"
                    continue;
                }
                if items.len() > 1
                    && start > 1
                    && matches!(list[start - 1], Chunk::Preposition(w) if sentence.words[w].has(Class::Of))
                    && matches!(list[start - 2], Chunk::Noun(h) if bodies(&chunks.phrases[h]))
                {
                    return finish(items, seen);
                }
                if start > 0 && matches!(list[start - 1], Chunk::Preposition(_)) && start < i {
                    i = start - 1;
                    continue;
                }
                let disagrees = plural == Some(true)
                    && items.len() == 1
                    && (np.plural == Some(false) || np.who == Who::Unknown && np.plural.is_none())
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
                    if let Some(who) = relative_of_another(list, i).filter(|_| !relative) {
                        i = who + 1;
                    } else if i + 1 == c && !relative {
                        return Vec::new();
                    }
                    continue;
                }
                let items = match plural {
                    Some(true) => named_members(sentence, chunks, items, start),
                    _ => described(chunks, items, start),
                };
                return finish(items, seen);
            }
        }
    }
    Vec::new()
}

pub(super) fn takes_object(chunks: &Chunks, v: usize) -> bool {
    let g = &chunks.verbs[v];
    matches!(g.voice, Voice::Active | Voice::Ing | Voice::Infinitive)
}

pub(super) fn before_comma_is_subject(chunks: &Chunks, i: usize) -> bool {
    i > 0 && matches!(chunks.list[i - 1], Chunk::Noun(_))
}
