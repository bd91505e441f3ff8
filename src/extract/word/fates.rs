//! "30 dead and wounded", "12 deaths or injuries": two words that count the same people together are one.

use super::{Sort, Word};
use crate::claim::Outcome::{self, Casualties, Injured, Killed};
use crate::figure::{Found, Qualifier};
use crate::lexicon::{Class, OutcomeWord};

/// Whether the last three words join one for the dead and one for the hurt.
pub(super) fn joins_fates(words: &[Word]) -> bool {
    matches!(words, [.., a, link, b] if link.any(&[Class::And, Class::Or]) && together(&a.outcome, &b.outcome).any())
}

/// Makes one word of the three at `at`, unless the last is a verb with people of its own ("two dead and injured a third") or the
/// first has none ("no deaths or injuries").
pub(super) fn join_fates(words: &mut Vec<Word>, at: usize, figures: &[Found]) {
    let (a, link, b) = (words[at], words[at + 1], words[at + 2]);
    let outcome = OutcomeWord { each: !link.has(Class::Or), ..together(&a.outcome, &b.outcome) };
    let object = |w: &Word| match w.sort {
        Sort::Figure(_) | Sort::Age(_) => true,
        _ => w.name || w.any(OBJECTS),
    };
    let own = b.outcome.verb.is_some() && words.get(at + 3).is_some_and(object);
    let counted = |w: &Word| match w.sort {
        Sort::Figure(f) => figures[f as usize].figure.qualifier != Qualifier::None,
        _ => false,
    };
    let none = outcome.count.is_some() && !at.checked_sub(1).is_some_and(|before| counted(&words[before]));
    if !own && !none {
        words[at] = Word { end: b.end, outcome, ..a };
        words.drain(at + 1..at + 3);
    }
}

/// What opens the people that a verb hurts.
const OBJECTS: &[Class] = &[
    Class::A,
    Class::Definite,
    Class::Owner,
    Class::Other,
    Class::PersonPronoun,
    Class::Reflexive,
    Class::Person,
    Class::Persons,
];

/// What a word for the dead and one for the hurt tell together where both are of one kind; a toll is of whatever stands behind it.
fn together(a: &OutcomeWord, b: &OutcomeWord) -> OutcomeWord {
    let both = |a: Option<Outcome>, b: Option<Outcome>| match (a, b) {
        (Some(Killed), Some(Injured)) | (Some(Injured), Some(Killed)) => Some(Casualties),
        _ => None,
    };
    // "in critical condition and pronounced dead": the one, and then the other
    let plain = [a, b].iter().all(|w| w.people.is_some() || w.verb.is_some());
    let toll = |of: Option<Outcome>| both(a.toll, of);
    OutcomeWord {
        verb: None,
        adjective: both(a.adjective, b.adjective).filter(|_| plain),
        count: both(a.count, b.count),
        toll: toll(b.adjective).or(toll(b.people)).or(toll(b.count)),
        people: both(a.people, b.people),
        each: false,
    }
}
