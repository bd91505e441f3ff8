//! A cell of a table: a figure and nothing else, or blank, or said to be unknown.

use super::{
    Amount, Figure, Found,
    error::{Fault, ReadFigureError},
    line::{Line, Seen, is_hyphen},
    phrase::{Step, step},
};
use crate::{
    lexicon::{Language, Lexicon, Part},
    token::{Kind, Token},
};

/// What a cell says of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing: not stated, and not zero.
    Blank,
    /// That the number is not known: "?", "n/a", "–". That is not zero either.
    Unknown,
    /// A figure.
    Figure(Figure),
}

/// Reads a cell; the whole of it must be a figure.
///
/// # Errors
/// Where it is none, or more stands behind one; the message says what was read, what was expected, and where.
///
/// ```
/// use tollbook::{figure::{self, Cell, Figure}, lexicon::Lexicon};
///
/// let read = |cell| figure::read_cell(cell, Lexicon::english());
/// assert_eq!(read("1,200"), Ok(Cell::Figure(Figure::exact(1200))));
/// assert_eq!(read("  "), Ok(Cell::Blank));
/// assert_eq!(read("n/a"), Ok(Cell::Unknown));
/// assert_eq!(
///     read("13 killed").unwrap_err().to_string(),
///     "read “13”, then “killed”: expected the end of the cell (at character 4)"
/// );
/// ```
pub fn read_cell(text: &str, lexicon: &Lexicon) -> Result<Cell, ReadFigureError> {
    let tokens = lexicon.scan(text);
    let Some(last) = tokens.iter().rposition(|t| !t.kind.is_break()) else { return Ok(Cell::Blank) };
    let first = usize::from(tokens[0].kind.is_break());
    let seen = Seen::default();
    let line = Line::new(text, &tokens[first..=last], lexicon, &seen);
    let all = line.tokens.len();
    if line.tokens.iter().all(|t| matches!(t.kind, Kind::Mark('-' | '–' | '—' | '−' | '?' | '.' | '…' | '*')))
        || is_untold(line)
    {
        return Ok(Cell::Unknown);
    }
    let fail = |fault, at: usize| Err(failure(line, fault, at));
    if line.mark(0).is_some_and(|c| is_hyphen(c) || matches!(c, '−' | '–')) && line.is_digits(1) {
        return fail(Fault::Negative, 0);
    }
    // Programs that hold whole numbers as decimals write 13.0; 13.000 may be as many thousand.
    if let [.., point, zeros] = line.tokens
        && point.is('.')
        && zeros.kind == Kind::Digits
        && text[zeros.range()].bytes().all(|b| b == b'0')
        && zeros.range().len() != 3
        && let Step::Found(found) = step(line.before_token(all - 2, &Seen::default()), 0)
        && found.end == all - 2
        && line.touches(all - 1)
        && line.touches(all - 2)
        && line.is_digits(all - 3)
    {
        return Ok(Cell::Figure(found.figure));
    }
    let begin = usize::from(line.mark(0) == Some('+'));
    if let Some(figure) = qualified_in_brackets(line, begin) {
        return Ok(Cell::Figure(figure));
    }
    match step(line, begin) {
        Step::Found(found) if found.end < all => fail(Fault::More, found.end),
        Step::Found(found) if found.figure.vague_word() == Some("unknown") => Ok(Cell::Unknown),
        Step::Found(found) => Ok(Cell::Figure(found.figure)),
        Step::Refused(refused) => fail(refused.fault, begin),
        Step::Nothing => fail(Fault::NoFigure, begin),
    }
}

/// Whether the words say that the number is not known, in brackets or signs or without: "unknown", "(unknown)", "#N/A".
fn is_untold(line: Line) -> bool {
    let is_around = |t: &Token| matches!(t.kind, Kind::Mark('#' | '<' | '>' | '(' | ')' | '[' | ']'));
    let from = line.tokens.iter().position(|t| !is_around(t)).unwrap_or(0);
    let to = line.tokens.iter().rposition(|t| !is_around(t)).map_or(0, |last| last + 1);
    line.part(from, Part::Untold) == Some(to)
}

/// A figure with what qualifies it behind, in brackets: "13 (estimated)".
fn qualified_in_brackets(line: Line, begin: usize) -> Option<Figure> {
    let close = line.tokens.iter().rposition(|t| t.is(')')).filter(|at| at + 1 == line.tokens.len())?;
    let open = line.tokens.iter().rposition(|t| t.is('('))?;
    let seen = Seen::default();
    let words = line.before_token(close, &seen);
    let find = |part| words.find(open + 1, part).filter(|(_, end)| *end == close).map(|(word, _)| word);
    let behind = find(Part::After).and_then(|word| word.after);
    let qualifier = behind.or_else(|| find(Part::Before).and_then(|word| word.before))?;
    match step(line.before_token(open, &Seen::default()), begin) {
        Step::Found(Found { figure, end, .. }) if end == open => Some(figure.qualified(qualifier)),
        _ => None,
    }
}

/// Reads a cell by the words that a language writes there; `None` where they do not make sense of it. Inside stands what it
/// says, or `None` where it may say that there was nobody or that nobody knows.
pub fn read_cell_in(text: &str, language: &Language) -> Option<Option<Cell>> {
    let plain = Language::plain(text);
    if language.is_neither(text) {
        return Some(None);
    }
    let mut cell = read_cell(&plain, language.words()).ok()?;
    if let Cell::Figure(Figure { amount: Amount::Vague(word), .. }) = &mut cell {
        *word = language.english(word).to_owned();
    }
    Some(Some(cell))
}

fn failure(line: Line, fault: Fault, at: usize) -> ReadFigureError {
    let start = line.tokens.get(at).map_or(0, |t| t.start as usize);
    let end = line.tokens.last().map_or(start, |t| t.end as usize);
    ReadFigureError {
        fault,
        read: line.text[..start].trim().to_owned(),
        rest: line.text[start..end].to_owned(),
        position: line.text[..start].chars().count(),
    }
}
