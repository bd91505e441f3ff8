//! Ranges: two numbers that belong together.

use super::{
    Qualifier,
    amount::{And, Number, Refused, joined_number, number},
    digits::after_run,
    error::Fault,
    line::{Line, is_hyphen, is_range_mark},
    qualifier::qualifiers,
    said::{ReadAmount, Said},
};
use crate::lexicon::Part;

/// The range that begins with a number, or the number alone.
pub(super) fn range_from(line: Line, at: usize, low: Number) -> ReadAmount {
    let alone = match low.unit {
        1 => Ok((Said::Number(low.value), at..low.end)),
        _ => Err(Refused { fault: Fault::Fraction, end: after_run(line, low.end) }),
    };
    let joined = line.joined_mark(low.end).is_some_and(is_range_mark) && line.touches(low.end + 1);
    let (second, tight) = if joined {
        (joined_number(line, low.end + 1, And::Inside), true)
    } else if is_spaced_dash(line, low.end) {
        let high = if line.touches(low.end + 1) {
            joined_number(line, low.end + 1, And::Inside)
        } else {
            number(line, low.end + 1, And::Inside)
        };
        (high, false)
    } else {
        let next = line.over_line_end(low.end);
        let to = || line.part(next, Part::To).filter(|_| !is_change(line, at));
        let Some(end) = line.part(next, Part::Or).or_else(to) else { return alone };
        (second_number(line, end), false)
    };
    match second {
        Some(Ok(high)) if is_telephone(line, at, high.end) => Err(Refused { fault: Fault::NoCount, end: high.end }),
        None => alone,
        Some(Err(refused)) => Err(refused),
        Some(Ok(high)) if joins_more(line, high.end) => {
            Err(Refused { fault: Fault::NoCount, end: after_run(line, high.end) })
        }
        Some(Ok(high)) => match span(low, high) {
            Some(span) => Ok((span, at..high.end)),
            None if tight => Err(Refused { fault: Fault::Reversed, end: high.end }),
            None => alone,
        },
    }
}

/// The range after "between" or "from", its numbers joined by "and" or "to", or by a dash.
pub(super) fn opened_range(line: Line, at: usize, joiner: Part) -> Option<ReadAmount> {
    let joined = |and| {
        let low = number(line, at, and)?.ok()?;
        let next = line.part(line.over_line_end(low.end), joiner)?;
        match second_number(line, next)? {
            Err(refused) => Some(Err(refused)),
            Ok(high) => Some(Ok((span(low, high)?, at..high.end))),
        }
    };
    joined(And::Apart).or_else(|| joined(And::Inside)).or_else(|| {
        let low = number(line, at, And::Inside)?.ok()?;
        line.mark(low.end)?;
        Some(range_from(line, at, low)).filter(|read| matches!(read, Ok((Said::Span(..), _))))
    })
}

/// The second number of a range. What loosens it or caps it says nothing more: "13 to as many as 20".
fn second_number(line: Line, at: usize) -> Option<Result<Number, Refused>> {
    let lead = qualifiers(line, line.over_line_end(at));
    let idle = matches!(lead.qualifier, Qualifier::Exact | Qualifier::About | Qualifier::Nearly | Qualifier::AtMost);
    number(line, lead.end, And::Inside).filter(|_| idle)
}

/// Whether a number stands behind "rose from" or "rose by": "rose from 5 to 9", "rose by 4 to 9" is two figures and no range.
pub(super) fn is_change(line: Line, number: usize) -> bool {
    let opens = |&i: &usize| line.word(i).is(Part::From) || line.word(i).is(Part::Step);
    let Some(from) = number.checked_sub(1).filter(opens) else { return false };
    (from.saturating_sub(2)..from).any(|i| line.word(i).is(Part::Change))
}

/// Two ends of a range, the lower first; a scale said once serves both: "two to three hundred".
fn span(low: Number, high: Number) -> Option<Said> {
    let shared = high.scale.filter(|_| low.scale.is_none()).and_then(|scale| low.value.checked_mul(scale));
    let low = match shared {
        Some(shared) if shared.is_multiple_of(low.unit) && shared / low.unit < high.value => shared / low.unit,
        _ if low.unit == 1 => low.value,
        _ => return None,
    };
    (low < high.value && high.unit == 1).then_some(Said::Span(low, high.value))
}

/// A dash with a space on both sides or one, between digits: "1000 – 5000", "11 -12".
fn is_spaced_dash(line: Line, at: usize) -> bool {
    line.mark(at).is_some_and(|c| is_hyphen(c) || c == '–')
        && !(line.touches(at) && line.touches(at + 1))
        && line.is_digits(at - 1)
        && line.is_digits(at + 1)
}

/// Whether a range goes on to a third number or a word: a telephone number, "5-6-year-olds".
fn joins_more(line: Line, end: usize) -> bool {
    line.joined_mark(end).is_some_and(is_range_mark)
        && line.touches(end + 1)
        && (line.is_digits(end + 1) || (line.is_word(end + 1) && !line.word(end + 1).is(Part::Joined)))
}

/// Three digits, a hyphen, four digits, and neither number rounded: nobody gives a range so finely.
fn is_telephone(line: Line, at: usize, end: usize) -> bool {
    let written = |i: usize, length| line.is_digits(i) && line.read(i).len() == length;
    end == at + 3
        && written(at, 3)
        && written(at + 2, 4)
        && line.joined_mark(at + 1).is_some_and(is_hyphen)
        && !(line.read(at).ends_with('0') && line.read(at + 2).ends_with("00"))
}
