//! Days, months and years, which are digits and no figures.

use super::{Sort, Word};
use crate::figure::{Amount, Found, Qualifier};
use crate::lexicon::Class;

/// Days beside a month and years are digits, not figures: "17 October", "May 3, 2021", "in 2004". Gives the years.
pub(super) fn dates(words: &mut [Word], figures: &[Found]) -> Vec<(usize, u64)> {
    let mut years = Vec::new();
    for i in 0..words.len() {
        let f = match words[i].sort {
            Sort::Figure(f) => f,
            Sort::Place(_) if beside_month(words, i) => {
                words[i].sort = Sort::Digits;
                continue;
            }
            _ => continue,
        };
        let figure = &figures[f as usize].figure;
        let is_year = |n: &u64| (1900..2100).contains(n);
        if let Amount::Span(from, to) = figure.amount
            && is_year(&from)
            && is_year(&to)
            && words.get(i + 1).is_none_or(|w| matches!(w.sort, Sort::Mark(_)))
        {
            words[i].sort = Sort::Digits; // "between 2015 and 2020,"
        }
        let Some(n) = figure.value().filter(|_| figure.qualifier == Qualifier::Exact) else { continue };
        let day = n <= 31 && beside_month(words, i);
        let before = i.checked_sub(1).map(|k| &words[k]);
        let year = is_year(&n)
            && words[i].end - words[i].first == 1
            && before.is_some_and(|w| {
                w.has(Class::Preposition)
                    || w.has(Class::Month)
                    || w.sort == Sort::Digits
                    || w.is(',')
                    || w.any(&[Class::Cumulative, Class::All, Class::Share])
            })
            && words.get(i + 1).is_none_or(|w| {
                matches!(w.sort, Sort::Mark(_) | Sort::Figure(_))
                    || w.any(&[
                        Class::Preposition,
                        Class::And,
                        Class::Where,
                        Class::BeSingle,
                        Class::BePlural,
                        Class::A,
                        Class::Definite,
                    ])
            });
        let of_event = is_year(&n) && words[i].end - words[i].first == 1 && names_event(words, i);
        if day || year || of_event {
            words[i].sort = Sort::Digits;
        }
        if year || of_event {
            years.push((i, n));
        }
    }
    years
}

fn beside_month(words: &[Word], i: usize) -> bool {
    let month = |k: Option<usize>| k.and_then(|k| words.get(k)).is_some_and(|w| w.has(Class::Month));
    let day = i.checked_sub(2).is_some_and(|d| words[d].sort == Sort::Digits); // "on 12 May four children were killed"
    month(i.checked_sub(1)) && !day || month(Some(i + 1))
}

/// "the 1988 bombing", "its 2010 eruption", "the 2017 Quebec mosque shooting": a year that names what is no people, as in "the
/// 1988 prisoners" and "the 1988 dead".
fn names_event(words: &[Word], i: usize) -> bool {
    /// How many words may stand between the year and what it is the year of.
    const BETWEEN: usize = 4;
    let opens = |w: &Word| w.sort == Sort::Possessive || w.any(&[Class::Definite, Class::Owner]);
    let ends =
        |w: &&Word| w.sort != Sort::Word || w.any(&[Class::Preposition, Class::And, Class::BeSingle, Class::BePlural]);
    let people = |w: &Word| w.any(&[Class::Person, Class::Persons]) || w.outcome.adjective.is_some();
    let mut named = words[i + 1..].iter().take(BETWEEN + 1).take_while(|w| !ends(w)).peekable();
    i > 0 && opens(&words[i - 1]) && named.peek().is_some() && !named.any(people)
}
