//! Ages, which are digits and no figures.

use super::{Sort, Word};
use crate::figure::{Found, Qualifier, is_hyphen};
use crate::lexicon::{Class, Lexicon};
use crate::token::{Kind, Token};

/// Ages are digits, not figures: "aged 13 and 15", "under age 13", "four children under 13".
pub(super) fn ages(words: &mut [Word], figures: &[Found]) {
    let mut from = None; // the word that says that ages follow
    for i in 0..words.len() {
        let w = &words[i];
        // most words neither count nor follow an age
        if from.is_none() & !matches!(w.sort, Sort::Figure(_)) & !w.has(Class::AgeWord) {
            continue;
        }
        let next = words.get(i + 1);
        let counts = || next.is_some_and(|n| n.any(&[Class::Person, Class::Persons, Class::Other]));
        match (w.sort, from) {
            (Sort::Figure(_) | Sort::Age(_), Some(first)) if !counts() => {
                words[first..=i].iter_mut().for_each(|w| w.sort = Sort::Digits);
            }
            (Sort::Figure(_), None) if i > 0 && words[i - 1].is(',') && listed(words, i) => {
                words[i].sort = Sort::Digits;
                from = Some(i);
            }
            (Sort::Figure(f), None) if i > 0 && !counts() => {
                let bound = matches!(figures[f as usize].figure.qualifier, Qualifier::FewerThan | Qualifier::MoreThan);
                let ends = next.is_none_or(|n| matches!(n.sort, Sort::Mark(_)));
                let are = ends && words[i - 1].any(&[Class::BePlural, Class::BeSingle]); // "were under five"
                // "children under 13", but not "injured more than 40"
                let people = words[i - 1].any(&[Class::Person, Class::Persons]) && !words[i - 1].outcome.any();
                if bound && (are || people) {
                    words[i].sort = Sort::Digits;
                }
            }
            (_, Some(_)) if w.is(',') || w.any(&[Class::And, Class::Or, Class::Of]) => {}
            _ => from = w.has(Class::AgeWord).then_some(i),
        }
    }
}

/// "The women, 19, 24 and 51, are in hospital": whether the numbers between commas that begin at `i` tell how old people are.
fn listed(words: &[Word], i: usize) -> bool {
    let number = |pair: &&[Word]| matches!(pair[0].sort, Sort::Figure(_));
    let row: Vec<&[Word]> = words[i..].chunks(2).take_while(number).collect();
    let joined = |pair: &&[Word]| pair.get(1).is_some_and(|mark| mark.is(',') || mark.has(Class::And));
    let closed = matches!(row[..], [_, .., [_, comma]] if comma.is(',')) && row.iter().all(joined);
    closed && i > 1 && words[i - 1].is(',') && words[i - 2].has(Class::Persons) && !words[i - 2].outcome.any()
}

/// "5- and 9-year-old": the first age, with the words up to the next.
pub(super) fn shared_age(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(u16, usize)> {
    let hyphen = |t: &Token| matches!(t.kind, Kind::Mark(mark) if is_hyphen(mark)) && t.touches(&tokens[at]);
    let hangs = tokens.get(at + 1).is_some_and(hyphen);
    if tokens[at].kind != Kind::Digits || !hangs {
        return None;
    }
    let mut next = at + 2;
    next += usize::from(tokens.get(next).is_some_and(|t| t.is(',')));
    next += usize::from(tokens.get(next).is_some_and(|t| lexicon.entry(t.word).classes.has(Class::And)));
    let more = next > at + 2 && next < tokens.len();
    (more && age(text, tokens, next, lexicon).or_else(|| shared_age(text, tokens, next, lexicon)).is_some())
        .then(|| text[tokens[at].range()].parse().ok().map(|years| (years, next - at)))?
}

/// "12-year-old", "a 6 year old", "two-month-old": the years (0 where they are months or words) and the number of tokens.
pub(super) fn age(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(u16, usize)> {
    let dash = |t: &Token| matches!(t.kind, Kind::Mark('-' | '–' | '‑' | '‐'));
    let years: u16 = match tokens[at].kind {
        Kind::Digits => text[tokens[at].range()].parse().ok()?,
        Kind::Word if lexicon.entry(tokens[at].word).figure.number().is_some() => 0,
        _ => return None,
    };
    let mut i = at + 1;
    if years == 0
        && tokens.get(i).is_some_and(dash)
        && tokens.get(i + 1).is_some_and(|t| lexicon.entry(t.word).figure.number().is_some())
    {
        i += 2; // "twenty-one-year-old"
    }
    i += usize::from(tokens.get(i).is_some_and(dash));
    tokens.get(i).filter(|t| lexicon.entry(t.word).classes.has(Class::AgeUnit))?;
    i += 1;
    i += usize::from(tokens.get(i).is_some_and(dash));
    tokens.get(i).filter(|t| lexicon.entry(t.word).classes.has(Class::Old))?;
    Some((years, i + 1 - at))
}
