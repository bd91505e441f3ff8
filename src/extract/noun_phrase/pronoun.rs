//! Pronouns that may stand for people.

use super::super::word::{Sort, Word};
use super::Pronoun;
use crate::lexicon::Class;

/// The pronoun that a word is before the next.
pub(super) fn pronoun(w: &Word, next: Option<&Word>) -> Option<Pronoun> {
    if w.sort != Sort::Word || w.has(Class::Relative) {
        return None;
    }
    if w.has(Class::PersonPronoun) && w.has(Class::Definite) {
        // "those killed", but "those men"
        let alone = next.is_none_or(|n| {
            !matches!(n.sort, Sort::Word | Sort::Figure(_))
                || n.outcome.verb.is_some()
                || n.any(&[Class::Preposition, Class::Relative, Class::VerbPast, Class::BePlural])
        });
        return alone.then_some(Pronoun::Person);
    }
    if w.has(Class::Reflexive) {
        Some(Pronoun::Reflexive)
    } else if w.has(Class::Owner) {
        // "her" before a verb or mark is "her" herself
        let ends = |n: &Word| {
            matches!(n.sort, Sort::Mark(_))
                || n.any(&[Class::Preposition, Class::And, Class::But, Class::BeSingle, Class::Where])
                || n.any(&[Class::Adverb, Class::Weekday])
        };
        let alone = next.is_none_or(ends);
        (w.has(Class::PersonPronoun) && alone).then_some(Pronoun::Person)
    } else if w.has(Class::PersonPronoun) {
        Some(Pronoun::Person)
    } else if w.has(Class::ThingPronoun) && !w.has(Class::Definite) {
        Some(Pronoun::Thing)
    } else {
        None
    }
}
