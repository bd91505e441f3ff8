//! A whole figure at a token: qualifiers, amount, and what qualifies it from behind.

use super::{
    Amount, Figure, Found, Qualifier,
    amount::{And, Number, Refused, joined_number, number, vague},
    digits::after_run,
    error::Fault,
    line::{Line, is_hyphen, is_range_mark, starts_compound},
};
use crate::{
    lexicon::{FigureWord, Part},
    token::Case,
};

/// What stands at a token.
pub(super) enum Step {
    Found(Found),
    /// Something that looks like a figure and is none.
    Refused(Refused),
    Nothing,
}

/// So many words may qualify one amount. A bound keeps reading linear in the length of the text.
const MOST_QUALIFIERS: usize = 6;

/// Reads what stands at a token.
pub(super) fn step(line: Line, at: usize) -> Step {
    if let Some(end) = line.part(at, Part::Idiom) {
        return Step::Refused(Refused { fault: Fault::NoFigure, end });
    }
    if let Some(end) = label(line, at) {
        return Step::Refused(Refused { fault: Fault::NoCount, end });
    }
    let lead = qualifiers(line, at);
    let opener = |word: &FigureWord| word.is(Part::Between) || (word.is(Part::From) && !is_change(line, lead.end + 1));
    let read = match line.find(lead.end, opener) {
        Some((word, end)) => opened_range(line, line.over_line_end(end), word.is(Part::Between)),
        None => amount(line, at, lead.end),
    };
    let (amount, core, qualifier) = match (read, lead.vague) {
        (Some(Ok((amount, core))), _) => (amount, core, lead.qualifier),
        (Some(Err(refused)), None) => return Step::Refused(refused),
        (_, Some((core, qualifier))) => (Said::Vague, core, qualifier),
        _ => return Step::Nothing,
    };
    let (end, qualifier) = behind(line, core.end, qualifier, &amount);
    let figure = match amount {
        Said::Nobody => Figure::NOBODY,
        Said::Unknown => Figure { qualifier, amount: Amount::Vague("unknown".to_owned()) },
        Said::Vague => Figure { qualifier, amount: Amount::Vague(folded(line, core.clone())) },
        Said::Number(n) => Figure { qualifier, amount: Amount::Number(n) },
        Said::Span(low, high) => {
            use Qualifier::{About, Between, Exact, Nearly};
            let loose = matches!(qualifier, Exact | About | Nearly);
            Figure { qualifier: if loose { Between } else { qualifier }, amount: Amount::Span(low, high) }
        }
    };
    Step::Found(Found { figure, first: at, end, core })
}

/// The token after a name that digits end, its first word written as a name is: "Flight 370", "No. 5".
fn label(line: Line, at: usize) -> Option<usize> {
    let end = line.part(at, Part::Label).filter(|_| line.tokens[at].case == Case::Title)?;
    line.is_digits(end).then(|| after_run(line, end + 1))
}

/// An amount before its words are kept.
enum Said {
    Number(u64),
    Span(u64, u64),
    Vague,
    Unknown,
    Nobody,
}

type ReadAmount = Result<(Said, std::ops::Range<usize>), Refused>;

/// The words before an amount.
struct Lead {
    qualifier: Qualifier,
    /// The token after them.
    end: usize,
    /// The last of them, where it can be a quantity itself: "some". With what qualifies it.
    vague: Option<(std::ops::Range<usize>, Qualifier)>,
}

fn qualifiers(line: Line, at: usize) -> Lead {
    let mut lead = Lead { qualifier: Qualifier::Exact, end: at, vague: None };
    for _ in 0..MOST_QUALIFIERS {
        let next = if lead.end > at { line.over_line_end(lead.end) } else { at };
        if let Some((qualifier, end)) = sign(line, next) {
            lead = Lead { qualifier: stronger(lead.qualifier, qualifier), end, vague: None };
        } else if let Some((word, end)) = line.find(next, |word| word.before.is_some()) {
            let vague = vague(line, next).filter(|&v| v == end).map(|_| (next..end, lead.qualifier));
            lead = Lead { qualifier: stronger(lead.qualifier, word.before.unwrap_or_default()), end, vague };
        } else if let Some(end) = line.part(next, Part::Equal).filter(|_| lead.end > at) {
            lead = Lead { qualifier: or_equal(lead.qualifier), end, vague: None };
        } else if let Some(end) = line.part(next, Part::Fill).filter(|_| lead.end > at) {
            lead.end = end;
        } else {
            lead.end = next;
            break;
        }
    }
    lead
}

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

/// The amount at a token, the longest that can be read; `first` is where the figure begins.
fn amount(line: Line, first: usize, at: usize) -> Option<ReadAmount> {
    if let Some(end) = line.part(at, Part::Unknown) {
        return Some(Ok((Said::Unknown, at..end)));
    }
    if let Some(end) = line.part(at, Part::Nobody).filter(|&end| at == first && !starts_compound(line, end)) {
        return Some(Ok((Said::Nobody, at..end)));
    }
    let vague = vague(line, at);
    match number(line, at, And::Inside) {
        Some(Ok(n)) if vague.is_none_or(|v| v < n.end) => Some(range_from(line, at, n)),
        Some(Err(refused)) => Some(Err(refused)),
        _ => vague.map(|end| Ok((Said::Vague, at..end))),
    }
}

/// The range that begins with a number, or the number alone.
fn range_from(line: Line, at: usize, low: Number) -> ReadAmount {
    let alone = match low.unit {
        1 => Ok((Said::Number(low.value), at..low.end)),
        _ => Err(Refused { fault: Fault::Fraction, end: after_run(line, low.end) }),
    };
    let joined = line.joined_mark(low.end).is_some_and(is_range_mark) && line.touches(low.end + 1);
    let (second, tight) = if joined {
        (joined_number(line, low.end + 1, And::Inside), true)
    } else if is_spaced_dash(line, low.end) {
        (number(line, low.end + 1, And::Inside), false)
    } else {
        let next = line.over_line_end(low.end);
        let to = |word: &FigureWord| word.is(Part::Or) || (word.is(Part::To) && !is_change(line, at));
        let Some((_, end)) = line.find(next, to) else { return alone };
        (number(line, line.over_line_end(end), And::Inside), false)
    };
    match second {
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

/// The range after "between" or "from".
fn opened_range(line: Line, at: usize, between: bool) -> Option<ReadAmount> {
    let part = if between { Part::And } else { Part::To };
    [And::Apart, And::Inside].into_iter().find_map(|and| {
        let low = number(line, at, and)?.ok()?;
        let next = line.part(line.over_line_end(low.end), part)?;
        match number(line, qualifiers(line, line.over_line_end(next)).end, And::Inside)? {
            Err(refused) => Some(Err(refused)),
            Ok(high) => Some(Ok((span(low, high)?, at..high.end))),
        }
    })
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

/// What stands behind an amount and belongs to it.
fn behind(line: Line, end: usize, qualifier: Qualifier, amount: &Said) -> (usize, Qualifier) {
    if matches!(amount, Said::Nobody | Said::Unknown) {
        return (end, qualifier);
    }
    let end = match amount {
        Said::Number(n) => repeated(line, end, *n).unwrap_or(end),
        _ => end,
    };
    if line.joined_mark(end) == Some('+') {
        return (end + 1, stronger(qualifier, Qualifier::AtLeast));
    }
    if line.joined_mark(end).is_some_and(is_hyphen)
        && let Some((word, after)) = line.find(end + 1, |word| word.is(Part::Joined))
    {
        return (after, stronger(qualifier, word.after.unwrap_or_default()));
    }
    let next = line.over_line_end(end);
    if let Some(after) = line.part(next, Part::Equal) {
        return (after, or_equal(qualifier));
    }
    match line.find(next, |word| word.after.is_some() && !word.is(Part::Joined)) {
        // "13, at least 5 of them" without its comma: the words belong to what follows.
        Some((word, after)) if number(line, line.over_line_end(after), And::Inside).is_none() => {
            (after, stronger(qualifier, word.after.unwrap_or_default()))
        }
        _ => (end, qualifier),
    }
}

/// The token after the same number in brackets: "forty-five (45)".
fn repeated(line: Line, end: usize, value: u64) -> Option<usize> {
    (line.mark(end)? == '(').then_some(())?;
    let again = number(line, end + 1, And::Inside)?.ok()?;
    (again.value == value && again.unit == 1 && line.mark(again.end)? == ')').then_some(again.end + 1)
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

/// The bound with the number itself let in.
fn or_equal(qualifier: Qualifier) -> Qualifier {
    match qualifier {
        Qualifier::MoreThan => Qualifier::AtLeast,
        Qualifier::FewerThan => Qualifier::AtMost,
        other => other,
    }
}

/// A dash with a space on both sides, between digits: "1000 – 5000".
fn is_spaced_dash(line: Line, at: usize) -> bool {
    line.mark(at).is_some_and(|c| is_hyphen(c) || c == '–')
        && !line.touches(at)
        && !line.touches(at + 1)
        && line.is_digits(at - 1)
        && line.is_digits(at + 1)
}

/// Whether a range goes on to a third number or a word: a telephone number, "5-6-year-olds".
fn joins_more(line: Line, end: usize) -> bool {
    line.joined_mark(end).is_some_and(is_range_mark)
        && line.touches(end + 1)
        && (line.is_digits(end + 1) || (line.is_word(end + 1) && !line.word(end + 1).is(Part::Joined)))
}

/// Whether a number stands behind "rose from": "rose from 5 to 9" is two figures and no range.
fn is_change(line: Line, number: usize) -> bool {
    let Some(from) = number.checked_sub(1).filter(|&i| line.word(i).is(Part::From)) else { return false };
    (from.saturating_sub(2)..from).any(|i| line.word(i).is(Part::Change))
}

/// The words of tokens in lower case, one space between.
fn folded(line: Line, tokens: std::ops::Range<usize>) -> String {
    let words: Vec<String> = tokens.filter(|&i| line.is_word(i)).map(|i| line.read(i).to_lowercase()).collect();
    words.join(" ")
}
