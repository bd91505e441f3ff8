//! From a predicate to its people: back over what stands between, or on to the objects.

mod across;
mod around;
mod aside;
mod back;
mod counted;
mod leap;
mod onward;
mod parts;
mod seen;

use super::chunk::{Chunk, Chunks, VerbGroup, Voice};
use super::item::Item;
use super::noun_phrase::{NounPhrase, Opening, Who};
use super::word::Sentence;
use crate::lexicon::Class;
use across::none_of;
pub use across::subject_inside;
use back::list_back;
use leap::leap;
pub use onward::list_on;
use onward::predicate_after;
use parts::parts_after;

pub(super) fn plain(phrase: usize) -> Item {
    Item { phrase, part: false, of: false, inner: None }
}

/// The subject of the predicate at chunk `c`: leaps back over appositions, "including …", relative and participle
/// clauses and prepositional phrases to the first noun phrase that agrees in number.
pub fn subject(sentence: &Sentence, chunks: &Chunks, c: usize, plural: Option<bool>) -> Vec<Item> {
    if let Some(none) = none_of(sentence, chunks, c, plural) {
        return vec![plain(none)];
    }
    let mut items = leap(sentence, chunks, c, plural, 0);
    items.splice(0..0, beside_first(sentence, chunks, &items));
    along(sentence, chunks, c + 1, &mut items);
    // "were killed, including two children": the parts may follow the predicate
    parts_after(sentence, chunks, c + 1, &mut items);
    items
}

/// "In addition to the driver, two guards were killed": who opens the sentence beside the subject.
fn beside_first(sentence: &Sentence, chunks: &Chunks, items: &[Item]) -> Option<Item> {
    let [Chunk::And(w), Chunk::Noun(n), Chunk::Comma, Chunk::Noun(first), ..] = chunks.list[..] else { return None };
    let np = &chunks.phrases[n];
    let subject = items.first().is_some_and(|i| i.phrase == first) && sentence.words[w].has(Class::Along);
    let one = np.is_people() && np.state.is_none() && (np.figure.is_some() || np.plural == Some(false));
    (subject && one).then_some(plain(n))
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
            // "was killed with three others"
            Chunk::Preposition(w) if sentence.words[w].has(Class::With) && others(sentence, chunks, i + 1) => {
                items.extend(list_on(sentence, chunks, i + 1));
                return;
            }
            Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Comma | Chunk::Other(_) => {}
            // "between Lodz and Kutno"
            Chunk::And(_) if matches!(chunks.list.get(i + 1), Some(&Chunk::Noun(n)) if !chunks.phrases[n].is_people()) =>
                {}
            _ => return,
        }
    }
}

/// "with a dozen others in hospital": whether the phrase at chunk `i` says where they are tended.
pub fn in_hospital(sentence: &Sentence, chunks: &Chunks, i: usize) -> bool {
    let hospital = |np: &NounPhrase| sentence.words[np.head as usize].has(Class::Hospital) && np.figure.is_none();
    matches!(
        (chunks.list.get(i + 1), chunks.list.get(i + 2)),
        (Some(&Chunk::Preposition(w)), Some(&Chunk::Noun(n))) if hospital(&chunks.phrases[n]) && !sentence.words[w].has(Class::To)
    )
}

fn others(sentence: &Sentence, chunks: &Chunks, i: usize) -> bool {
    let more = |np: &NounPhrase| np.other && np.figure.is_some() && np.is_people() && np.state.is_none();
    matches!(chunks.list.get(i), Some(&Chunk::Noun(n)) if more(&chunks.phrases[n]))
        && !predicate_after(chunks, i)
        && !in_hospital(sentence, chunks, i)
}

/// Whether the predicate at `c` is a participle or state without an auxiliary.
fn bare(chunks: &Chunks, c: usize) -> bool {
    match chunks.list[c] {
        Chunk::Verb(v) => {
            let g = &chunks.verbs[v];
            let done = g.voice == Voice::Active && g.outcome.is_none_or(|o| o.verb.transitive);
            g.alone() && (done || g.voice == Voice::Ing)
        }
        Chunk::State(_) => true,
        _ => false,
    }
}

/// Whether the predicate at `c` is no finite verb: "wounded", "being wounded".
fn participle(sentence: &Sentence, chunks: &Chunks, c: usize) -> bool {
    let being = |g: &VerbGroup| g.voice == Voice::Passive && sentence.words[g.first].has(Class::Be);
    bare(chunks, c) || matches!(chunks.list[c], Chunk::Verb(v) if being(&chunks.verbs[v]))
}

/// Whether a verb in -ing stands at chunk `i`, past adverbs.
fn gerund(chunks: &Chunks, i: usize) -> bool {
    let verb = chunks.list[i..].iter().find(|k| !matches!(k, Chunk::Other(_)));
    matches!(verb, Some(&Chunk::Verb(v)) if chunks.verbs[v].voice == Voice::Ing)
}

/// The objects that follow the verb at chunk `c`: its list, and the parts inside it.
pub fn objects(sentence: &Sentence, chunks: &Chunks, c: usize) -> Vec<Item> {
    let mut i = c + 1;
    while matches!(chunks.list.get(i), Some(Chunk::Other(_) | Chunk::Quote)) {
        i += 1;
    }
    if matches!(chunks.list.get(i), Some(Chunk::Preposition(_))) && person_past_time(sentence, chunks, i) {
        i += 2;
    }
    if !matches!(chunks.list.get(i), Some(Chunk::Noun(_))) {
        return Vec::new();
    }
    list_on(sentence, chunks, i)
}

/// "Gunmen killed on Monday two clerks", "murdered in two days a judge and a guard": whether people stand behind a time that
/// begins with the preposition at chunk `i`, and do nothing themselves.
fn person_past_time(sentence: &Sentence, chunks: &Chunks, i: usize) -> bool {
    let (Some(time), Some(&Chunk::Noun(n))) = (chunks.list.get(i + 1), chunks.list.get(i + 2)) else { return false };
    let np = &chunks.phrases[n];
    let titled = np.name.is_some() && sentence.words[np.first as usize].has(Class::Title);
    let people = np.is_people() && np.pronoun.is_none() && np.who != Who::Bare || titled;
    people && is_time(sentence, chunks, *time) && !matches!(chunks.list.get(i + 3), Some(Chunk::Verb(_)))
}

/// "Sunday", "two days"
fn is_time(sentence: &Sentence, chunks: &Chunks, chunk: Chunk) -> bool {
    match chunk {
        Chunk::Noun(n) => {
            let head = &sentence.words[chunks.phrases[n].head as usize];
            head.any(&[Class::AgeUnit, Class::TimeUnit, Class::Month])
        }
        Chunk::Other(w) => sentence.words[w].any(&[Class::Weekday, Class::Month, Class::Day]),
        _ => false,
    }
}

/// The people of "the death of a farmer and his wife", "injuries to three".
pub fn of_phrase(sentence: &Sentence, chunks: &Chunks, c: usize) -> Vec<Item> {
    let c = past_aside(sentence, chunks, c);
    let (Some(&Chunk::Preposition(w)), Some(&Chunk::Noun(n))) = (chunks.list.get(c + 1), chunks.list.get(c + 2)) else {
        return Vec::new();
    };
    let (word, np) = (&sentence.words[w], &chunks.phrases[n]);
    // "injuries to three", "deaths to 20 people"
    let to = word.has(Class::To) && (injury(chunks, c) || np.figure.is_some() && np.is_people());
    let of = word.has(Class::Of) || to;
    // "the cause of death for one man", "the death in two cases" is none
    let from = word.any(&[Class::For, Class::From]) && !word.has(Class::By); // "the killing by police"
    if of && np.may_be_people() || from && np.is_people() { list_on(sentence, chunks, c + 2) } else { Vec::new() }
}

/// "The murder in Paris of an exile", "last Sunday of a judge", "by gunmen of two clerks": the chunk before "of".
fn past_aside(sentence: &Sentence, chunks: &Chunks, c: usize) -> usize {
    let list = &chunks.list;
    let of = |k: usize| matches!(list.get(k), Some(&Chunk::Preposition(w)) if sentence.words[w].has(Class::Of));
    if of(c + 1) || !matches!(list.get(c + 1), Some(Chunk::Preposition(_) | Chunk::Other(_))) {
        return c;
    }
    let phrase = |k: usize| if let Some(&Chunk::Noun(n)) = list.get(k) { Some(&chunks.phrases[n]) } else { None };
    if let (&Chunk::Preposition(w), Some(np), true, Some(people)) =
        (&list[c + 1], phrase(c + 2), of(c + 3), phrase(c + 4))
    {
        // "by members of the guard"
        let these = people.is_people() && (people.figure.is_some() || people.opening == Opening::A);
        if np.name.is_some() && !np.is_people() || sentence.words[w].has(Class::By) && these {
            return c + 2;
        }
    }
    let time = |k: &&Chunk| matches!(k, Chunk::Preposition(_) | Chunk::Other(_)) || is_time(sentence, chunks, **k);
    let end = c + list[c + 1..].iter().take(4).enumerate().take_while(|(i, k)| !of(c + 1 + i) && time(k)).count();
    if of(end + 1) && list[c + 1..=end].iter().any(|k| is_time(sentence, chunks, *k)) { end } else { c }
}

/// "injuries to three people", but not "death to tyrants".
fn injury(chunks: &Chunks, c: usize) -> bool {
    matches!(chunks.list[c], Chunk::Noun(n) if chunks.phrases[n].harm)
}

/// The list that ends at chunk `i`: "found a man and his son with gunshot wounds".
pub fn list_before(sentence: &Sentence, chunks: &Chunks, i: usize) -> Vec<Item> {
    list_back(sentence, chunks, i, None).0
}

/// The phrase of chunk `i` with the parts named behind it.
pub fn with_parts(sentence: &Sentence, chunks: &Chunks, i: usize, phrase: usize) -> Vec<Item> {
    let mut items = vec![plain(phrase)];
    parts_after(sentence, chunks, i + 1, &mut items);
    items
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
