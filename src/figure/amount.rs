//! One amount at a token: a number in digits or words, or a quantity without a number.

use super::{
    digits::{after_run, digits, is_spoilt_after, is_spoilt_before},
    error::Fault,
    line::{Line, is_hyphen, starts_compound},
    number::Building,
};
use crate::lexicon::Part;

/// A number in a text.
#[derive(Clone, Copy)]
pub(super) struct Number {
    /// In units of `1 / unit`.
    pub(super) value: u64,
    /// 1 for a whole number, 10 for "1.2" where the other end of a range lends it a scale: "1.2 to 1.5 million".
    pub(super) unit: u64,
    /// The token after it.
    pub(super) end: usize,
    /// Its only scale, which the other end of a range may share.
    pub(super) scale: Option<u64>,
}

/// Digits or words that look like a number and are none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refused {
    pub(super) fault: Fault,
    /// The token where reading may go on.
    pub(super) end: usize,
}

/// Where "and" belongs: "between a hundred and two hundred" keeps it out of its numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum And {
    Inside,
    Apart,
}

/// The number that starts at a token; nothing where none starts there.
pub(super) fn number(line: Line, at: usize, and: And) -> Option<Result<Number, Refused>> {
    let read = joined_number(line, at, and)?;
    Some(if is_spoilt_before(line, at) {
        let end = read.map_or_else(|refused| refused.end, |number| number.end);
        Err(Refused { fault: Fault::NoCount, end })
    } else {
        read
    })
}

/// The number that starts at a token, whatever stands before it.
pub(super) fn joined_number(line: Line, at: usize, and: And) -> Option<Result<Number, Refused>> {
    let refuse = |fault, end| Some(Err(Refused { fault, end: after_run(line, end) }));
    let (mut building, mut end) = match begin(line, at)? {
        Ok(begun) => begun,
        Err(fault) => return refuse(fault, at + 1),
    };
    // The last place where a scale closed the number well: "a hundred | and two hundred".
    let mut closed = (building, end);
    loop {
        let next = joint(line, end);
        if next == end && line.touches(end) {
            break;
        }
        if !line.is_digits(next) && !line.opens(next, &[Part::Scale, Part::Number, Part::And, Part::Point]) {
            break;
        }
        if let Some((word, after)) = line.find(next, Part::Scale) {
            let Some(scaled) = word.scale().and_then(|scale| building.scale(scale)) else {
                (building, end) = closed;
                break;
            };
            (building, end) = (scaled, after);
            closed = (building, end);
        } else if let Some((further, after)) = go_on(line, next, building, and) {
            (building, end) = (further, after);
        } else {
            break;
        }
    }
    let share = line.part(line.over_line_end(end), Part::Fraction).is_some_and(|after| !starts_compound(line, after));
    if share || is_spoilt_after(line, end) {
        return refuse(Fault::NoCount, end);
    }
    match building.value() {
        Some((value, unit)) => Some(Ok(Number { value, unit, end, scale: building.only_scale() })),
        None => refuse(Fault::TooLarge, end),
    }
}

/// The first word or the digits of a number.
fn begin(line: Line, at: usize) -> Option<Result<(Building, usize), Fault>> {
    if line.is_digits(at) {
        return Some(
            digits(line, at)
                .and_then(|d| Building::EMPTY.digits(d.digits, d.decimals).map(|b| (b, d.end)).ok_or(Fault::TooLarge)),
        );
    }
    let begun = if let Some((word, end)) = line.find(at, Part::Number) {
        (Building::EMPTY.word(word.number()?)?, end)
    } else if let Some(end) = half(line, at) {
        (Building::EMPTY.digits(5, 1)?, end)
    } else if let Some(end) = line.part(at, Part::Article) {
        scale_after(line, end)?;
        (Building::EMPTY.word(1)?, end)
    } else {
        let (word, end) = scale_after(line, at)?;
        // The rest of a number that could not be read is no number of its own.
        let before = line.word(at.wrapping_sub(1));
        if before.number().is_some() || before.scale().is_some() || (at > 0 && line.is_digits(at - 1)) {
            return None;
        }
        (Building::EMPTY.scale(word)?, end)
    };
    Some(Ok(begun))
}

/// A further word or further digits of a number.
fn go_on(line: Line, at: usize, building: Building, and: And) -> Option<(Building, usize)> {
    if line.is_digits(at) {
        // Digits go on only as a group of their own: "3 million 200 thousand".
        let group = digits(line, at).ok()?;
        line.find(group.end, Part::Scale).filter(|_| !line.touches(group.end))?;
        return Some((building.digits(group.digits, group.decimals)?, group.end));
    }
    if let Some((word, end)) = line.find(at, Part::Number) {
        return Some((building.word(word.number()?)?, end));
    }
    if let Some(next) = line.part(at, Part::And).map(|end| joint(line, end)) {
        if let Some(end) = line.part(next, Part::Article).and_then(|end| line.part(joint(line, end), Part::Half)) {
            return Some((building.half()?, end));
        }
        let word = line.word(next).number().filter(|_| and == And::Inside && building.ends_in_scale())?;
        return Some((building.word(word)?, next + 1));
    }
    let mut end = line.part(at, Part::Point)?;
    let mut building = building;
    let first = end;
    while let Some(digit) = line.word(end).number().filter(|&n| n < 10) {
        (building, end) = (building.decimal(digit)?, end + 1);
    }
    (end > first).then_some((building, end))
}

/// "half" and an article where a scale follows: "half a dozen", "a half million", "half-dozen".
fn half(line: Line, at: usize) -> Option<usize> {
    let at = line.part(at, Part::Article).map_or(at, |end| joint(line, end));
    let end = line.part(at, Part::Half)?;
    let next = joint(line, end);
    let end = line.part(next, Part::Article).unwrap_or(end);
    scale_after(line, joint(line, end))?;
    Some(end)
}

/// A scale that needs no number before it, and the token after it.
fn scale_after(line: Line, at: usize) -> Option<(u64, usize)> {
    let at = line.over_line_end(at);
    let (word, end) = line.find(at, Part::Scale)?;
    let alone = !word.is(Part::Plural) && !word.is(Part::Multiplied);
    let article = line.before(at).is_some_and(|t| line.lexicon.entry(t.word).figure.is(Part::Article));
    (alone || (article && !word.is(Part::Plural))).then_some((word.scale()?, end))
}

/// The place after a hyphen that joins two words, or after a line end; else the same place.
pub(super) fn joint(line: Line, at: usize) -> usize {
    if line.joined_mark(at).is_some_and(is_hyphen) && line.touches(at + 1) && line.is_word(at + 1) {
        at + 1
    } else {
        line.over_line_end(at)
    }
}

/// The token after a quantity without a number, and nothing where none starts there: "several", "a few dozen",
/// "tens of thousands".
pub(super) fn vague(line: Line, at: usize) -> Option<usize> {
    if !line.opens(at, &[Part::Vague, Part::Several, Part::Plural]) {
        return None;
    }
    let fixed = line.part(at, Part::Vague);
    // "A couple" is two, "a couple of hundred" is not two hundred.
    let several = line.find(at, Part::Several).and_then(|(word, end)| {
        let scaled = scales_after(line, end);
        (word.number().is_none() || scaled > end).then_some(scaled)
    });
    let plural = line.part(at, Part::Plural).map(|end| of_plurals(line, end));
    let end = fixed.max(several).max(plural)?;
    let joined = line.touches(at) && line.mark(at - 1).is_some_and(is_hyphen);
    (!joined && !starts_compound(line, end)).then_some(end)
}

/// "dozen" in "several dozen", "hundred thousand" in "a few hundred thousand".
fn scales_after(line: Line, mut end: usize) -> usize {
    while let Some((_, after)) = line.find(line.over_line_end(end), Part::Scale) {
        end = after;
    }
    of_plurals(line, end)
}

/// "of thousands" in "tens of thousands".
fn of_plurals(line: Line, mut end: usize) -> usize {
    let more = |at| line.part(line.over_line_end(line.part(line.over_line_end(at), Part::Of)?), Part::Plural);
    while let Some(after) = more(end) {
        end = after;
    }
    end
}
