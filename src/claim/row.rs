//! A claim as a flat row: the same cells in CSV, JSONL and Parquet, under the names of [`COLUMNS`].

use super::{Claim, fields::COLUMNS};
use crate::{figure::Amount, place::Point};
use serde::Serialize;

/// What stands in a row under one name.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell<'a> {
    /// Not stated, which is never zero.
    Blank,
    /// Words.
    Text(&'a str),
    /// How many.
    Number(u64),
    /// Where on the globe.
    Degrees(f64),
    /// Whether it is so.
    Truth(bool),
}

/// A claim with its figure laid out in columns, in the order of [`COLUMNS`].
pub fn row(claim: &Claim) -> [Cell<'_>; COLUMNS.len()] {
    let figure = &claim.figure;
    let literal = figure.literal();
    let value_high = if let Amount::Span(_, high) = figure.amount { Some(high) } else { None };
    [
        Cell::Text(&claim.claim),
        text(claim.incident.as_deref()),
        text(claim.place.as_deref()),
        degrees(claim.point.map(Point::latitude)),
        degrees(claim.point.map(Point::longitude)),
        text(claim.event_date.as_deref()),
        Cell::Text(claim.outcome.name()),
        Cell::Text(claim.victims.name()),
        Cell::Text(claim.role.name()),
        Cell::Text(claim.status.name()),
        Cell::Text(&claim.phrase),
        Cell::Text(figure.qualifier.name()),
        number(figure.value()),
        number(value_high),
        text(figure.vague_word()),
        number(literal.map(|r| r.low())),
        number(literal.and_then(|r| r.high())),
        number(claim.best),
        Cell::Truth(claim.implied),
        text(claim.origin.as_deref()),
        text(claim.via.as_deref()),
        text(claim.outlet.as_deref()),
        text(claim.url.as_deref()),
        text(claim.published.as_deref()),
        text(claim.as_of.as_deref()),
        Cell::Text(&claim.document),
        Cell::Number(claim.start as u64),
        Cell::Number(claim.end as u64),
        text(claim.within.as_deref()),
        text(claim.repeats.as_deref()),
        Cell::Text(&claim.sentence),
    ]
}

fn text(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::Blank, Cell::Text)
}

fn number(number: Option<u64>) -> Cell<'static> {
    number.map_or(Cell::Blank, Cell::Number)
}

fn degrees(degrees: Option<f64>) -> Cell<'static> {
    degrees.map_or(Cell::Blank, Cell::Degrees)
}
