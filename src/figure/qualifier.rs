//! What qualifies an amount, before it and behind it.

use super::{
    Amount, Figure, Qualifier,
    amount::{And, number, vague},
    line::{Line, is_hyphen},
};
use crate::lexicon::Part;

/// The words before an amount.
pub(super) struct Lead {
    pub(super) qualifier: Qualifier,
    /// The token after them.
    pub(super) end: usize,
    /// Whether one of them is more than a preposition.
    pub(super) is_firm: bool,
    /// The last of them, where it can be a quantity itself: "some". With what qualifies it.
    pub(super) vague: Option<(std::ops::Range<usize>, Qualifier)>,
}

/// Reads the words and signs before an amount.
pub(super) fn qualifiers(line: Line, at: usize) -> Lead {
    let mut lead = Lead { qualifier: Qualifier::Exact, end: at, is_firm: false, vague: None };
    for _ in 0..MOST_QUALIFIERS {
        let next = if lead.end > at { line.over_line_end(lead.end) } else { at };
        if let Some((qualifier, end)) = sign(line, next) {
            lead = Lead { qualifier: stronger(lead.qualifier, qualifier), end, is_firm: true, vague: None };
        } else if !line.opens(next, &[Part::Before, Part::Equal, Part::Fill]) {
            lead.end = next;
            break;
        } else if let Some((word, end)) = line.find(next, Part::Before).filter(|_| !is_direction(line, next)) {
            let quantity = vague(line, next).filter(|&v| v == end);
            lead.vague = quantity.map(|_| (next..end, lead.qualifier));
            lead.is_firm |= quantity.is_none() && !word.is(Part::Preposition);
            (lead.qualifier, lead.end) = (stronger(lead.qualifier, word.before.unwrap_or_default()), end);
        } else if let Some(end) = line.part(next, Part::Equal).filter(|_| lead.end > at) {
            lead = Lead { qualifier: or_equal(lead.qualifier), end, vague: None, ..lead };
        } else if let Some(end) = line.part(next, Part::Fill).filter(|_| lead.end > at) {
            lead.end = end;
        } else {
            lead.end = next;
            break;
        }
    }
    lead
}

/// What stands behind an amount and belongs to it: the token after it, and the qualifier of both.
pub(super) fn behind(line: Line, end: usize, qualifier: Qualifier) -> (usize, Qualifier) {
    if line.joined_mark(end) == Some('+') {
        return (end + 1, stronger(qualifier, Qualifier::AtLeast));
    }
    if line.joined_mark(end).is_some_and(is_hyphen)
        && let Some((word, after)) = line.find(end + 1, Part::Joined)
    {
        return (after, stronger(qualifier, word.after.unwrap_or_default()));
    }
    let next = line.over_line_end(end);
    if !line.opens(next, &[Part::Equal, Part::After]) {
        return (end, qualifier);
    }
    if let Some(after) = line.part(next, Part::Equal) {
        return (after, or_equal(qualifier));
    }
    match line.find(next, Part::After).filter(|(word, _)| !word.is(Part::Joined)) {
        // "13, at least 5 of them" without its comma: the words belong to what follows.
        Some((word, after)) if !leads_on(line, next + 1..after) => {
            (after, stronger(qualifier, word.after.unwrap_or_default()))
        }
        _ => (end, qualifier),
    }
}

/// Whether a number follows the words behind an amount, or one of them begins what qualifies the next: "40, and more than 5".
fn leads_on(line: Line, words: std::ops::Range<usize>) -> bool {
    number(line, line.over_line_end(words.end), And::Inside).is_some()
        || words.clone().any(|at| line.find(at, Part::Before).is_some_and(|(_, end)| end > words.end))
}

/// "has gone up to 64": the word behind a change says which way, and bounds nothing.
fn is_direction(line: Line, at: usize) -> bool {
    at > 0 && line.word(at).is(Part::Change) && line.word(at - 1).is(Part::Change)
}

/// So many words may qualify one amount. A bound keeps reading linear in the length of the text.
const MOST_QUALIFIERS: usize = 6;

/// A sign that bounds or loosens what follows, and the token after it.
fn sign(line: Line, at: usize) -> Option<(Qualifier, usize)> {
    // The end of a tag such as <b> is no sign.
    let mark = line.mark(at).filter(|_| !line.touches(at) || !line.is_word(at - 1))?;
    let next = line.joined_mark(at + 1);
    Some(match (mark, next) {
        ('>', Some('=')) => (Qualifier::AtLeast, at + 2),
        ('<', Some('=')) => (Qualifier::AtMost, at + 2),
        ('<', Some('~')) => (Qualifier::Nearly, at + 2),
        ('>', _) => (Qualifier::MoreThan, at + 1),
        ('≥' | '⩾', _) => (Qualifier::AtLeast, at + 1),
        ('<', _) => (Qualifier::FewerThan, at + 1),
        ('≤' | '⩽', _) => (Qualifier::AtMost, at + 1),
        ('~' | '≈' | '±' | '∼' | '≃', _) => (Qualifier::About, at + 1),
        _ => return None,
    })
}

/// Of two qualifiers of one amount, the one that says more: a bound over "about", a strict bound over its other kind.
fn stronger(a: Qualifier, b: Qualifier) -> Qualifier {
    let strength = |q| match q {
        Qualifier::Exact | Qualifier::Between | Qualifier::None => 0,
        Qualifier::About => 1,
        Qualifier::Nearly => 2,
        Qualifier::AtLeast | Qualifier::AtMost => 3,
        Qualifier::MoreThan | Qualifier::FewerThan => 4,
    };
    if strength(b) >= strength(a) { b } else { a }
}

impl Figure {
    /// The same with a qualifier more; two ends are loose enough.
    pub(super) fn qualified(mut self, more: Qualifier) -> Figure {
        let loose = matches!(more, Qualifier::About | Qualifier::Nearly) && matches!(self.amount, Amount::Span(..));
        self.qualifier = if loose { self.qualifier } else { stronger(self.qualifier, more) };
        self
    }
}

/// The bound with the number itself let in.
fn or_equal(qualifier: Qualifier) -> Qualifier {
    match qualifier {
        Qualifier::MoreThan => Qualifier::AtLeast,
        Qualifier::FewerThan => Qualifier::AtMost,
        other => other,
    }
}
