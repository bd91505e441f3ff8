//! A whole figure at a token: what qualifies it, its amount, and what qualifies it from behind.

use super::{
    Amount, Figure, Found, Qualifier,
    amount::{And, Refused, number, vague},
    digits::after_run,
    error::Fault,
    line::{Line, starts_compound},
    qualifier::{behind, qualifiers},
    said::{ReadAmount, Said},
    span::{is_change, opened_range, range_from},
};
use crate::{lexicon::Part, token::Case};

/// What stands at a token.
pub(super) enum Step {
    Found(Found),
    /// Something that looks like a figure and is none.
    Refused(Refused),
    Nothing,
}

/// Reads what stands at a token.
pub(super) fn step(line: Line, at: usize) -> Step {
    if line.opens(at, &[Part::Idiom, Part::Label])
        && let Some(refused) = no_figure(line, at)
    {
        return Step::Refused(refused);
    }
    let lead = qualifiers(line, at);
    let read = match opener(line, lead.end) {
        Some((end, joiner)) => opened_range(line, line.over_line_end(end), joiner),
        None => amount(line, at, lead.end),
    };
    let (amount, core, qualifier) = match (read, lead.vague) {
        (Some(Ok((amount, core))), _) => (amount, core, lead.qualifier),
        (Some(Err(refused)), None) => return Step::Refused(refused),
        (_, Some((core, qualifier))) => (Said::Vague, core, qualifier),
        _ => return Step::Nothing,
    };
    if matches!(amount, Said::Vague) && core.start > at && !lead.is_firm && line.part(core.start, Part::Share).is_none()
    {
        return Step::Nothing;
    }
    let (end, qualifier) = match amount {
        Said::Nobody | Said::Unknown => (core.end, qualifier),
        Said::Number(n) => behind(line, repeated(line, core.end, n).unwrap_or(core.end), qualifier),
        Said::Span(..) | Said::Vague => behind(line, core.end, qualifier),
    };
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

/// An idiom or a name that looks like a figure.
fn no_figure(line: Line, at: usize) -> Option<Refused> {
    let idiom = line.part(at, Part::Idiom).map(|end| Refused { fault: Fault::NoFigure, end });
    idiom.or_else(|| label(line, at).map(|end| Refused { fault: Fault::NoCount, end }))
}

/// The token after what opens a range, and what joins its ends.
fn opener(line: Line, at: usize) -> Option<(usize, Part)> {
    if !line.opens(at, &[Part::Between, Part::From]) {
        return None;
    }
    let between = line.part(at, Part::Between).map(|end| (end, Part::And));
    let from = || line.part(at, Part::From).filter(|&end| !is_change(line, end)).map(|end| (end, Part::To));
    between.or_else(from)
}

/// The token after a name that digits end, its first word written as a name is: "Flight 370", "No. 5".
fn label(line: Line, at: usize) -> Option<usize> {
    let end = line.part(at, Part::Label).filter(|_| line.tokens[at].case == Case::Title)?;
    line.is_digits(end).then(|| after_run(line, end + 1))
}

/// The amount at a token, the longest that can be read; `first` is where the figure begins.
fn amount(line: Line, first: usize, at: usize) -> Option<ReadAmount> {
    if line.opens(at, &[Part::Unknown, Part::Nobody]) {
        if let Some(end) = line.part(at, Part::Unknown) {
            return Some(Ok((Said::Unknown, at..end)));
        }
        if let Some(end) = line.part(at, Part::Nobody).filter(|&end| at == first && !starts_compound(line, end)) {
            return Some(Ok((Said::Nobody, at..end)));
        }
    }
    let vague = vague(line, at);
    match number(line, at, And::Inside) {
        Some(Ok(n)) if vague.is_none_or(|v| v < n.end) => Some(range_from(line, at, n)),
        Some(Err(refused)) => Some(Err(refused)),
        _ => vague.map(|end| Ok((Said::Vague, at..end))),
    }
}

/// The token after the same number in brackets: "forty-five (45)".
fn repeated(line: Line, end: usize, value: u64) -> Option<usize> {
    (line.mark(end)? == '(').then_some(())?;
    let again = number(line, end + 1, And::Inside)?.ok()?;
    (again.value == value && again.unit == 1 && line.mark(again.end)? == ')').then_some(again.end + 1)
}

/// The words of tokens in lower case, one space between.
fn folded(line: Line, tokens: std::ops::Range<usize>) -> String {
    let mut words = String::new();
    for i in tokens.filter(|&i| line.is_word(i)) {
        let space = if words.is_empty() { "" } else { " " };
        words.push_str(space);
        words.extend(line.read(i).chars().flat_map(char::to_lowercase));
    }
    words
}
