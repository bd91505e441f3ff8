//! The labels of a list by place: "Homs: 3 killed", "Kaduna – two dead; Kano – one dead", "MOSUL - A bomb killed four".

use super::word::{Sentence, Sort, Word};
use crate::lexicon::{Class, EventWords, Told};
use crate::token::{Case, Kind, Token, WordId};

/// How many words a label may have.
const LONG: usize = 5;

/// The tokens at which the labels of a sentence start: names at the head of the sentence or of a piece of it, right before a
/// number; or, in front of a whole sentence, behind the mark of a list item or in capitals.
pub(super) fn labels(sentence: &Sentence, tokens: &[Token], event: &EventWords) -> Vec<u32> {
    let words = &sentence.words;
    let head = words.iter().take_while(|w| w.is('–') || w.is('*') || w.is('•')).count();
    let opens = |at: &usize| *at == head || matches!(words[at - 1].sort, Sort::Mark(';' | ',' | ':'));
    let before = &tokens[..sentence.tokens.start];
    if let Some(day) = day(words) {
        return vec![day];
    }
    // "- Two killed in Homs": an item that has its place behind it
    let place = |pair: &[Word]| pair[0].has(Class::Preposition) && name(&pair[1]);
    let counts = words.get(head).is_some_and(|w| matches!(w.sort, Sort::Figure(_)));
    if head > 0 && counts && words[head..].windows(2).any(place) {
        return vec![words[0].first];
    }
    let numbered = matches!(before, [.., n, dot] if n.kind == Kind::Digits && dot.is('.')); // "2. Mosul: A civilian was killed"
    let label = |at: usize| {
        words.get(at).filter(|w| name(w))?;
        let of_name = |w: &&Word| name(w) || w.is('-') || of_place(w, event);
        let end = at + words[at..].iter().take(LONG).take_while(of_name).count();
        let named = words[at..end].iter().any(|w| name(w) && w.id == WordId::UNKNOWN);
        let marked = words.get(end).is_some_and(|w| w.is(':') || w.is('–') || w.is('—'));
        let number = matches!(words.get(end + usize::from(marked))?.sort, Sort::Figure(_));
        let capitals =
            || words[at..end].iter().all(|w| tokens[w.first as usize].case == Case::Upper) && !words[end].is(':');
        let item = marked && at == head && (head > 0 || numbered || capitals());
        (named && (number || item)).then_some(words[at].first)
    };
    (head..words.len()).filter(opens).filter_map(label).collect()
}

/// "3 May: …", "May 3 – …": the token of the day that heads an entry.
fn day(words: &[Word]) -> Option<u32> {
    let [a, b, mark, ..] = words else { return None };
    let (digits, month) = if a.sort == Sort::Digits { (a, b) } else { (b, a) };
    let marked = matches!(mark.sort, Sort::Mark(':' | '–' | '—' | '.'));
    (marked && digits.sort == Sort::Digits && month.has(Class::Month)).then_some(digits.first)
}

/// A word that may be of a name, and tells of nobody.
fn name(w: &Word) -> bool {
    const NONE: [Class; 6] = [Class::Person, Class::Persons, Class::Title, Class::Month, Class::Weekday, Class::Speech];
    w.name && !w.outcome.any() && !w.any(&NONE)
}

/// "region"
fn of_place(w: &Word, event: &EventWords) -> bool {
    matches!(event.alone(w.id), Some(Told::Town | Told::Area))
}
