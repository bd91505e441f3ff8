//! What chunks tell together: names of organisations that stand inside a phrase, and ages behind a person.

use super::super::noun_phrase::figure_of;
use super::super::noun_phrase::{NounPhrase, Opening, Who};
use super::super::word::Sentence;
use super::{Chunk, Chunks, Kind};
use crate::claim::Victims;
use crate::lexicon::Class;

/// "two Armed Forces of the People (AFP) guerrillas": the name of an organisation with its letters in brackets stands
/// between a figure and its noun. The whole is one phrase.
pub(super) fn organisations(chunks: &mut Chunks) {
    if chunks.runs([&[Kind::Open], &[Kind::Noun], &[Kind::Close], &[Kind::Noun]]).next().is_none() {
        return;
    }
    let mut c = 0;
    while c + 3 < chunks.list.len() {
        let (Chunk::Open, Chunk::Noun(_), Chunk::Close, Chunk::Noun(last)) =
            (chunks.list[c], chunks.list[c + 1], chunks.list[c + 2], chunks.list[c + 3])
        else {
            c += 1;
            continue;
        };
        let inner = chunks.phrases[last];
        let bare = inner.figure.is_none()
            && inner.opening == Opening::None
            && inner.pronoun.is_none()
            && inner.who == Who::Person;
        let mut first = c;
        while bare && first >= 1 {
            match chunks.list[first - 1] {
                Chunk::Noun(n)
                    if chunks.phrases[n].name.is_some()
                        || first < c && matches!(chunks.list[first], Chunk::Preposition(_)) =>
                {
                    first -= 1;
                    if first >= 1 && !matches!(chunks.list[first - 1], Chunk::Preposition(_))
                        || chunks.phrases[n].figure.is_some()
                    {
                        break;
                    }
                }
                Chunk::Preposition(_)
                    if first < c
                        && first >= 2
                        && matches!(chunks.list[first - 2], Chunk::Noun(n) if chunks.phrases[n].name.is_some()) =>
                {
                    first -= 1
                }
                _ => break,
            }
        }
        if !bare || first == c {
            c += 1;
            continue;
        }
        if let Chunk::Preposition(_) = chunks.list[first] {
            first += 1;
        }
        let Chunk::Noun(n) = chunks.list[first] else {
            c += 1;
            continue;
        };
        let outer = chunks.phrases[n];
        chunks.phrases[last] = NounPhrase {
            first: outer.first,
            figure: outer.figure,
            opening: outer.opening,
            other: outer.other,
            all: outer.all,
            both: outer.both,
            name: None,
            ..inner
        };
        chunks.list.drain(first..c + 3);
        chunks.starts.drain(first + 1..c + 4);
        c = first + 1;
    }
    chunks.settle();
}

/// "A mother-of-three", "father-of-two Juan Rey": the number is that of the children.
pub(super) fn parents(sentence: &Sentence, chunks: &mut Chunks) {
    if chunks.runs([&[Kind::Noun], &[Kind::Other], &[Kind::Preposition], &[Kind::Other]]).next().is_none() {
        return;
    }
    let mut c = 0;
    while c + 4 < chunks.list.len() {
        let &[Chunk::Noun(n), Chunk::Other(_), Chunk::Preposition(of), Chunk::Other(_), Chunk::Noun(m)] =
            &chunks.list[c..c + 5]
        else {
            c += 1;
            continue;
        };
        c += 1;
        let (parent, children) = (chunks.phrases[n], chunks.phrases[m]);
        let counted = children.opening == Opening::None && matches!(children.who, Who::Bare | Who::Unknown);
        if parent.kin && counted && sentence.words[of].has(Class::Of) {
            let (head, name) =
                if children.name.is_some() { (children.head, children.name) } else { (parent.head, None) };
            chunks.phrases[n] = NounPhrase { end: children.end, head, name, ..parent };
            chunks.list.drain(c..c + 4);
            chunks.starts.drain(c..c + 4);
        }
    }
    chunks.settle();
}

/// "the head of the commission" is a person.
pub(super) fn leaders(sentence: &Sentence, chunks: &mut Chunks) {
    if !sentence.has(Class::Leads) {
        return;
    }
    for c in chunks.runs([&[Kind::Noun], &[Kind::Preposition], &[Kind::Noun]]) {
        let (Chunk::Noun(n), Chunk::Preposition(w), Chunk::Noun(m)) =
            (chunks.list[c], chunks.list[c + 1], chunks.list[c + 2])
        else {
            continue;
        };
        let led = &chunks.phrases[m];
        let office =
            led.figure.is_none() && led.pronoun.is_none() && matches!(led.who, Who::Unknown | Who::Thing | Who::Crowd);
        let np = &mut chunks.phrases[n];
        let behind = c.checked_sub(1).is_some_and(|b| matches!(chunks.list[b], Chunk::Preposition(_)));
        let opened = matches!(np.opening, Opening::Definite | Opening::A);
        if opened
            && !behind
            && office
            && sentence.words[np.head as usize].has(Class::Leads)
            && sentence.words[w].has(Class::Of)
        {
            (np.who, np.plural) = (Who::Person, Some(false));
            np.victims = np.victims.or(Some(Victims::Officials));
        }
    }
}

/// "Ann Lee, 34, of Bay City": a number behind a person is an age.
pub(super) fn ages(sentence: &Sentence, chunks: &mut Chunks) {
    for c in chunks.runs([&[Kind::Noun], &[Kind::Comma], &[Kind::Bare]]).map(|first| first + 2) {
        let (Chunk::Noun(person), Chunk::Comma, Chunk::Noun(number)) =
            (chunks.list[c - 2], chunks.list[c - 1], chunks.list[c])
        else {
            continue;
        };
        let person = match chunks.list[..c - 2] {
            // "the driver of the car, 34,"
            [.., Chunk::Noun(n), Chunk::Preposition(_)]
                if chunks.phrases[person].who != Who::Person
                    && chunks.phrases[n].who == Who::Person
                    && chunks.phrases[n].plural != Some(true) =>
            {
                n
            }
            _ => person,
        };
        let (np, age) = (chunks.phrases[person], chunks.phrases[number]);
        let Some(years) = figure_of(sentence, &age).and_then(|f| f.figure.value()) else { continue };
        let one = np.figure.is_none() && (np.name.is_some() || np.who == Who::Person) && np.plural != Some(true);
        let alone = age.who == Who::Bare && !age.other && (age.all || age.end - age.first == 1);
        let closes = match chunks.list.get(c + 1) {
            None
            | Some(
                Chunk::Comma
                | Chunk::And(_)
                | Chunk::Other(_)
                | Chunk::Break
                | Chunk::Close
                | Chunk::Relative(_)
                | Chunk::Verb(_)
                | Chunk::State(_),
            ) => true,
            // "Ann Lee, one of the leaders"
            Some(Chunk::Preposition(w)) => years > 1 && sentence.words[*w].has(Class::Of),
            _ => false,
        };
        // "In Lagos, 12 were killed": a place that opens the clause has no age
        let place = c >= 3
            && matches!(chunks.list[c - 3], Chunk::Preposition(_))
            && (c == 3 || !matches!(chunks.list[c - 4], Chunk::Noun(_) | Chunk::Verb(_)))
            && matches!(chunks.list.get(c + 1), Some(Chunk::Verb(_) | Chunk::State(_)));
        // "near Bay City, five were hurt": the verb is of several
        let counted = years != 1
            && matches!(chunks.list.get(c + 1), Some(&Chunk::Verb(v)) if chunks.verbs[v].plural == Some(true))
            && np.who != Who::Person
            && chunks.list[..c - 2].iter().all(|k| !matches!(k, Chunk::And(_)));
        if one && alone && closes && years <= 120 && !place && !counted {
            chunks.phrases[person].age = Some(years as u16);
            chunks.list[c] = Chunk::Other(age.first as usize);
            chunks.list[c - 1] = Chunk::Other(age.first as usize - 1);
            if chunks.list.get(c + 1) == Some(&Chunk::Comma) && !list_goes_on(&chunks.list, c + 1) {
                chunks.list[c + 1] = Chunk::Other(chunks.starts[c + 1]);
            }
            chunks.settle();
        }
    }
}

/// "Two men, 18 and 20, were shot", "one woman, 19, and": as many numbers as the people before them count are their ages.
pub(super) fn ages_of_several(sentence: &Sentence, chunks: &mut Chunks) {
    for c in chunks.runs([&[Kind::Noun], &[Kind::Comma], &[Kind::Bare]]).map(|first| first + 2) {
        let [Chunk::Noun(people), Chunk::Comma, Chunk::Noun(_)] = chunks.list[c - 2..=c] else { continue };
        let np = &chunks.phrases[people];
        let count = figure_of(sentence, np).and_then(|f| f.figure.value());
        let Some(count) = count.filter(|&n| np.who == Who::Person && n > 0 && n < 20) else { continue };
        let age = |k: &Chunk| matches!(*k, Chunk::Noun(n) if is_age(sentence, &chunks.phrases[n]));
        let held = |k: &&Chunk| matches!(k, Chunk::Comma | Chunk::And(_)) || age(k);
        let mut end = c + chunks.list[c..].iter().take_while(held).count();
        end = c + chunks.list[c..end].iter().rposition(age).map_or(0, |last| last + 1);
        let ages = chunks.list[c..end].iter().filter(|k| age(k)).count() as u64;
        let closes = match chunks.list.get(end) {
            None | Some(Chunk::Comma | Chunk::Break | Chunk::Close) => true,
            Some(Chunk::And(_) | Chunk::Verb(_) | Chunk::State(_) | Chunk::Other(_)) => count > 1,
            _ => false,
        };
        if ages != count || !closes {
            continue;
        }
        let goes_on = list_goes_on(&chunks.list, end);
        let last = end + usize::from(chunks.list.get(end) == Some(&Chunk::Comma) && !goes_on);
        (c - 1..last).for_each(|k| chunks.list[k] = Chunk::Other(chunks.starts[k]));
        chunks.settle();
    }
}

/// A bare number that people can be old.
fn is_age(sentence: &Sentence, np: &NounPhrase) -> bool {
    let years = figure_of(sentence, np).and_then(|f| f.figure.value());
    np.who == Who::Bare && !np.other && np.end - np.first == 1 && years.is_some_and(|y| y > 0 && y <= 110)
}

/// "The other guards, six, were hurt": a number between commas behind a plural is its figure.
pub(super) fn counts(sentence: &Sentence, chunks: &mut Chunks) {
    for c in chunks.runs([&[Kind::Noun], &[Kind::Comma], &[Kind::Bare], &[Kind::Comma]]).map(|first| first + 3) {
        let [Chunk::Noun(people), Chunk::Comma, Chunk::Noun(number), Chunk::Comma] = chunks.list[c - 3..=c] else {
            continue;
        };
        let (np, count) = (chunks.phrases[people], chunks.phrases[number]);
        let alone = count.who == Who::Bare && !count.other && count.end - count.first == 1;
        let several = figure_of(sentence, &count).is_some_and(|f| f.figure.value() > Some(1));
        let plural = np.plural == Some(true)
            && np.figure.is_none()
            && matches!(np.who, Who::Person | Who::Unknown)
            && np.opening == Opening::Definite;
        let verb = matches!(chunks.list.get(c + 1), Some(&Chunk::Verb(v)) if chunks.verbs[v].plural != Some(false));
        if alone && several && plural && verb {
            chunks.phrases[people].figure = count.figure;
            for k in c - 2..=c {
                chunks.list[k] = Chunk::Other(chunks.starts[k]);
            }
            chunks.settle();
        }
    }
}

/// Whether the comma at `c` stands between two items of a list.
fn list_goes_on(list: &[Chunk], c: usize) -> bool {
    matches!(list.get(c + 1), Some(Chunk::Noun(_) | Chunk::And(_)))
}
