//! Who stands before the people beside a predicate: the whole they are in, those who are among them, whose description it is.

use super::super::chunk::{Chunk, Chunks, VerbGroup, Voice};
use super::super::item::Item;
use super::super::noun_phrase::{NounPhrase, Opening, Who, figure_of};
use super::super::word::Sentence;
use super::aside::apposition;
use super::{list_back, plain};
use crate::figure::added_up;
use crate::lexicon::Class;

/// Who stands before an "including" or "among" that opens the words before a participle.
pub(super) enum Around {
    /// "six farmers including a child"
    Larger,
    /// "a child among six people": the chunk at which they end.
    Smaller(usize),
}

/// Who stands before the phrase at chunk `i` and its "including", where no predicate does.
pub(super) fn around(sentence: &Sentence, chunks: &Chunks, i: usize) -> Option<Around> {
    let before = chunks.list[..i].split_last().filter(|(k, _)| matches!(k, Chunk::Including(_)))?.1;
    let told = |k: &Chunk| matches!(k, Chunk::Verb(_) | Chunk::State(_) | Chunk::Including(_));
    let mut end = before.iter().rposition(|k| !matches!(k, Chunk::Other(_)))?;
    let closed = Some(end).filter(|&e| before[e] == Chunk::Comma).and_then(|comma| apposition(chunks, comma));
    end = closed.map_or(end, |open| open - 1); // "three women, one of them a nurse, among six people"
    let before = &before[..=end];
    let (Chunk::Noun(outer), Chunk::Noun(inner)) = (before[end], chunks.list[i]) else { return None };
    let value = |n: usize| figure_of(sentence, &chunks.phrases[n]).and_then(|f| f.figure.value());
    let np = &chunks.phrases[outer];
    match (value(outer), value(inner)) {
        _ if before.iter().any(told) || !(np.is_people() || np.who == Who::Unknown && np.victims.is_some()) => None,
        (Some(all), Some(some)) if all > some => Some(Around::Larger),
        (Some(all), None) if all > 1 => Some(Around::Larger),
        (Some(some), Some(all)) if some < all => Some(Around::Smaller(end)),
        (None, Some(all)) if np.plural == Some(false) && all > 1 => Some(Around::Smaller(end)),
        _ => None,
    }
}

/// "Ann Lee, one of the leaders, was hurt": the name before the words that end at the preposition `of`.
pub(super) fn one_of_them(sentence: &Sentence, chunks: &Chunks, of: usize) -> Option<usize> {
    let [.., Chunk::Noun(name), Chunk::Comma, Chunk::Noun(one), _] = chunks.list[..=of] else { return None };
    let (named, one) = (&chunks.phrases[name], &chunks.phrases[one]);
    let single = figure_of(sentence, one).is_some_and(|f| f.figure.value() == Some(1)) && one.who == Who::Bare;
    (single && named.name.is_some() && named.figure.is_none() && named.end - named.first > 1).then_some(name)
}

/// "Ann Lee, consul in Lima, was hurt": the name before the description that starts at chunk `start` is the person.
pub(super) fn described(chunks: &Chunks, items: Vec<Item>, start: usize) -> Vec<Item> {
    let [item] = items[..] else { return items };
    let Some([before @ .., Chunk::Noun(name), Chunk::Comma]) = chunks.list.get(..start) else { return items };
    let (name, about, of) = (*name, &chunks.phrases[item.phrase], before.last());
    let named = &chunks.phrases[name];
    let person =
        named.name.is_some() && named.who == Who::Unknown && named.figure.is_none() && named.end - named.first > 1;
    let description = about.who == Who::Person
        && about.plural == Some(false)
        && about.figure.is_none()
        && about.name != Some(about.head)
        && !about.other
        && about.pronoun.is_none();
    if person && description && !matches!(of, Some(Chunk::Preposition(_) | Chunk::Comma | Chunk::And(_))) {
        return vec![Item { inner: Some(item.phrase), ..plain(name) }];
    }
    items
}

/// "members of the Front who were killed", "clerks from Hull who were killed": what is at chunk `i` only says whose or whence
/// the people before it are.
pub(super) fn body_of_members(sentence: &Sentence, chunks: &Chunks, i: usize) -> bool {
    let [.., Chunk::Noun(people), Chunk::Preposition(w)] = chunks.list[..i] else { return false };
    let (np, Chunk::Noun(body)) = (&chunks.phrases[people], chunks.list[i]) else { return false };
    let (body, word) = (&chunks.phrases[body], &sentence.words[w]);
    let belong = word.has(Class::Of) && np.member && np.plural == Some(true);
    let whence = word.has(Class::From) && !word.any(&[Class::Of, Class::By]) && np.is_people();
    (belong || whence) && !body.is_people()
}

/// "Ann Lee and Tom Roe, members of the Front, were killed": the names before those who are only described.
pub(super) fn named_members(sentence: &Sentence, chunks: &Chunks, items: Vec<Item>, start: usize) -> Vec<Item> {
    let ([item], Some(name)) = (&items[..], start.checked_sub(2)) else { return items };
    let (about, Chunk::Noun(_)) = (&chunks.phrases[item.phrase], chunks.list[name]) else { return items };
    let described = about.who == Who::Person
        && about.plural == Some(true)
        && about.figure.is_none()
        && about.name.is_none()
        && about.opening == Opening::None
        && !about.other;
    if !described || chunks.list[start - 1] != Chunk::Comma {
        return items;
    }
    let (named, _) = list_back(sentence, chunks, name, Some(true));
    let name = |i: &Item| chunks.phrases[i.phrase].name.is_some() && chunks.phrases[i.phrase].figure.is_none();
    if named.len() > 1 && named.iter().all(name) {
        return named.into_iter().map(|i| Item { inner: Some(item.phrase), ..i }).collect();
    }
    items
}

/// Whether the "including" at chunk `i` hangs on a predicate before it, and those who follow are told of by that.
pub(super) fn told_before(list: &[Chunk], i: usize) -> bool {
    let between = |k: &&Chunk| matches!(k, Chunk::Comma | Chunk::Other(_) | Chunk::Noun(_) | Chunk::Preposition(_));
    matches!(list[..i].iter().rev().find(|k| !between(k)), Some(Chunk::Verb(_) | Chunk::State(_)))
}

/// "Nine of the 14 men trapped when the roof fell were found dead": the participle before a clause of time that only tells more
/// of the counted people of the predicate at chunk `c`.
pub(super) fn before_time(chunks: &Chunks, c: usize) -> Option<usize> {
    let verb = |k: &Chunk| if let Chunk::Verb(v) = *k { Some(&chunks.verbs[v]) } else { None };
    let voices = |g: &&VerbGroup| g.auxiliary && matches!(g.voice, Voice::Passive | Voice::Copula);
    verb(&chunks.list[c]).filter(voices)?;
    let time = chunks.list[..c].iter().rposition(|k| matches!(k, Chunk::Where(_)))?;
    let [.., Chunk::Noun(n), Chunk::Verb(v)] = chunks.list[..time] else { return None };
    let (np, g) = (&chunks.phrases[n], &chunks.verbs[v]);
    let more = np.figure.is_some() && np.is_people() && g.alone();
    let one = chunks.list[time..c].iter().filter_map(verb).count() == 1;
    (more && one && !matches!(g.voice, Voice::Ing | Voice::Infinitive)).then_some(time - 1)
}

/// "A family – the father, the mother and four children – was killed", "a family (…)", "the crew, comprising …": who the
/// people of the uncounted group at chunk `i` are, where a list between it and the predicate at `c` spells them out.
pub(super) fn who_they_are(sentence: &Sentence, chunks: &Chunks, i: usize, c: usize) -> Option<Vec<Item>> {
    let list = &chunks.list[..c];
    let Chunk::Noun(group) = list[i] else { return None };
    let np = &chunks.phrases[group];
    let several = np.who == Who::Crowd && np.state.is_none() || np.who == Who::Person && np.plural == Some(true);
    let bare = np.figure.is_none() && np.times.is_none() && np.name.is_none() && np.pronoun.is_none();
    let inside_another = i > 0 && matches!(list[i - 1], Chunk::Preposition(_) | Chunk::And(_));
    if !several || !bare || inside_another {
        return None;
    }
    let after = &list[i + 1..];
    let marks = after.iter().take_while(|k| matches!(k, Chunk::Break | Chunk::Open | Chunk::Comma)).count();
    let including = matches!(after.get(marks), Some(Chunk::Including(_)));
    let first = i + 1 + marks + usize::from(including);
    let members = matches!(list.get(first), Some(&Chunk::Noun(n)) if chunks.phrases[n].is_people());
    let closed = match (marks.checked_sub(1).map(|m| after[m]), list.last()?) {
        (Some(Chunk::Open), end) => *end == Chunk::Close,
        (Some(open), end) => open == *end,
        (None, _) => false,
    };
    if !members || !(closed || including) {
        return None;
    }
    let items = super::list_on(sentence, chunks, first);
    let phrases = || items.iter().map(|i| &chunks.phrases[i.phrase]);
    let counted = phrases().any(|np| np.figure.is_some() || np.times.is_some() || np.plural == Some(false));
    (items.len() > 1 && counted && phrases().all(NounPhrase::is_people)).then_some(items)
}

/// "the bodies of Ann Lee and her son": a head that only says what became of those behind "of".
pub(super) fn bodies(np: &NounPhrase) -> bool {
    np.state.is_some() && np.figure.is_none() && np.who == Who::Person && np.opening == Opening::Definite
}

/// "Four relatives, a mother, her son and two nieces,": the comma behind the counted people whom the list spells out of which
/// the comma at chunk `open` parts the last members.
pub(super) fn spelled_out(sentence: &Sentence, chunks: &Chunks, open: usize) -> Option<usize> {
    let value = |n: usize| figure_of(sentence, &chunks.phrases[n]).and_then(|f| f.figure.value());
    let mut comma = open;
    while let [.., Chunk::Noun(all), Chunk::Comma, Chunk::Noun(_)] = chunks.list[..comma] {
        comma -= 2;
        let Some(all) = value(all) else { continue };
        let one = |n: usize| (chunks.phrases[n].plural == Some(false)).then_some(1);
        let members = super::list_on(sentence, chunks, comma + 1).into_iter();
        let sum = added_up(members.map(|i| value(i.phrase).or_else(|| one(i.phrase))));
        return (sum == Some(all)).then_some(comma);
    }
    None
}

/// Whether the verb `v` only brings in what was said: ", saying 11 died".
pub(super) fn says(sentence: &Sentence, chunks: &Chunks, v: usize) -> bool {
    let g = &chunks.verbs[v];
    matches!(g.voice, Voice::Ing | Voice::Active) && sentence.words[g.main].has(Class::Speech)
}
