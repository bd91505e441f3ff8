//! Digits with their separators, and what may stand beside a number that counts something.

use super::{
    error::Fault,
    line::{Line, is_hyphen, is_range_mark},
};
use crate::{
    lexicon::{Class, Part},
    token::Kind,
};

/// Digits as they are written in one piece: "1,200", "1 200", "1.2".
pub(super) struct Digits {
    /// The digits without separators.
    pub(super) digits: u128,
    /// How many of them stand behind the point.
    pub(super) decimals: u32,
    /// The token after them.
    pub(super) end: usize,
}

/// Reads the digits that start at a token.
///
/// # Errors
/// Where they are the digits of something else, or more than a number here can hold.
pub(super) fn digits(line: Line, at: usize) -> Result<Digits, Fault> {
    let mut end = at + 1;
    if let Some(separator) = separator(line, end) {
        end = after_groups(line, at, separator).ok_or(Fault::NoCount)?;
    } else {
        // One group more than a number here can hold shows that it is too large.
        while end - at < 8 && is_spaced_group(line, at, end) {
            end += 1;
        }
    }
    let mut decimals = 0;
    if line.joined_mark(end) == Some('.') && line.is_digits(end + 1) && line.touches(end + 1) {
        decimals = line.read(end + 1).len() as u32;
        end += 2;
    }
    let mut digits = 0u128;
    for i in (at..end).filter(|&i| line.is_digits(i)) {
        for b in line.read(i).bytes() {
            digits = digits * 10 + u128::from(b - b'0');
            // Decimals are bounded too, so that a product with a scale cannot overflow.
            if digits > u64::MAX.into() {
                return Err(Fault::TooLarge);
            }
        }
    }
    Ok(Digits { digits, decimals, end })
}

/// The mark that joins a further group of digits: "1,200", "1’200".
fn separator(line: Line, at: usize) -> Option<char> {
    line.joined_mark(at).filter(|c| matches!(c, ',' | '’' | '\'') && line.is_digits(at + 1) && line.touches(at + 1))
}

/// The end of groups: threes ("1,200,000"), or twos before a last three ("12,00,000").
fn after_groups(line: Line, at: usize, mark: char) -> Option<usize> {
    let mut end = at + 1;
    let (mut threes, mut twos) = (line.read(at).len() <= 3, line.read(at).len() <= 2);
    while separator(line, end) == Some(mark) {
        let more = separator(line, end + 2) == Some(mark);
        let length = line.read(end + 1).len();
        threes &= length == 3;
        twos &= length == if more { 2 } else { 3 };
        end += 2;
    }
    (threes || twos).then_some(end)
}

/// Whether the token is a further group of three digits after one space: "1 200". A day of the month is no group.
fn is_spaced_group(line: Line, first: usize, at: usize) -> bool {
    line.is_digits(at)
        && line.read(at).len() == 3
        && line.read(first).len() <= 3
        && !line.read(first).starts_with('0')
        && match line.space_before(at) {
            " " => !line.before(first).is_some_and(|t| line.lexicon.entry(t.word).classes.has(Class::Month)),
            "\u{a0}" | "\u{2009}" | "\u{202f}" | "\u{2007}" | "\u{2008}" => true,
            _ => false,
        }
}

/// Whether something stands right before a number that makes it a part of a name, a sum of money, a time …
pub(super) fn is_spoilt_before(line: Line, at: usize) -> bool {
    let Some(before) = line.before(at) else { return false };
    let further = line.touches(at - 1).then(|| line.before(at - 1)).flatten().map(|t| t.kind);
    match before.kind {
        Kind::Mark(c) if is_money(c) => true,
        _ if !line.touches(at) => false,
        Kind::Word | Kind::Digits | Kind::Possessive => true,
        Kind::Mark('.' | '/' | '#' | '@' | '_' | '№' | '\\' | '^') => true,
        Kind::Mark('[') => line.is_digits(at) && line.joined_mark(at + 1) == Some(']'),
        Kind::Mark(',' | ':' | '’' | '\'') => further == Some(Kind::Digits),
        // A hyphen after a space is a minus, at the start of a line a bullet.
        Kind::Mark(c) if is_hyphen(c) || c == '−' => {
            matches!(further, Some(Kind::Word | Kind::Digits | Kind::Possessive | Kind::Mark(_)))
                || line.before(at - 1).is_some_and(|t| !t.kind.is_break())
        }
        Kind::Mark('–' | '~' | '+') => further == Some(Kind::Digits),
        _ => false,
    }
}

/// Whether something stands right after a number that makes it a part of a name, an age, a share, a date …
pub(super) fn is_spoilt_after(line: Line, end: usize) -> bool {
    // "four M-19 members" are no metres
    let named = |after: usize| line.joined_mark(after).is_some_and(is_hyphen) && line.is_digits(after + 1);
    let unit = line.part(line.over_line_end(end), Part::Unit).is_some_and(|after| !named(after));
    if unit || line.mark(end).is_some_and(is_share) {
        return true;
    }
    if !line.touches(end) {
        return false;
    }
    let next_touches = line.touches(end + 1);
    let then_digits = next_touches && line.is_digits(end + 1);
    let then_word = next_touches && line.is_word(end + 1);
    match line.tokens[end].kind {
        Kind::Word | Kind::Digits | Kind::Possessive => true,
        Kind::Mark(c) if is_money(c) => true,
        Kind::Mark('/' | '°' | '_' | '=' | '@' | '#' | '²' | '³' | '½' | '^' | '\\') => true,
        Kind::Mark('.' | ':' | ',' | '’' | '\'') => then_digits,
        Kind::Mark('+') => then_digits || then_word,
        Kind::Mark(c) if is_hyphen(c) => then_word && !goes_on(line, end + 1),
        _ => false,
    }
}

/// The token after everything that touches: where reading may go on behind digits that are no figure.
pub(super) fn after_run(line: Line, mut end: usize) -> usize {
    while line.touches(end) {
        match line.tokens[end].kind {
            Kind::Word | Kind::Digits | Kind::Possessive => {}
            Kind::Mark(c)
                if (is_range_mark(c) || matches!(c, '.' | ',' | ':' | '/' | '%' | '_' | '’' | '\''))
                    && (line.touches(end + 1) && (line.is_word(end + 1) || line.is_digits(end + 1))) => {}
            _ => break,
        }
        end += 1;
    }
    while line.word(end).scale().is_some() {
        end += 1;
    }
    end
}

/// Whether a word after a hyphen still belongs to the figure: "twenty-six", "half-dozen", "thirty-plus".
fn goes_on(line: Line, at: usize) -> bool {
    let word = line.word(at);
    word.number().is_some() || word.scale().is_some() || word.is(Part::Joined)
}

fn is_money(mark: char) -> bool {
    matches!(mark, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₴' | '₦' | '₪' | '₺' | '₩' | '¢')
}

fn is_share(mark: char) -> bool {
    matches!(mark, '%' | '‰' | '％')
}
