//! JSON, one object a line: documents, claims or both.

use super::{
    Hints, Reading, Reject, excerpt, place_in, records,
    scalar::{Scalar, no_json},
};
use crate::{
    claim::fields::{COLUMNS, Fields, coordinates},
    document::Document,
    error::Error,
    token,
};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::{StreamDeserializer, de::SliceRead};
use std::{borrow::Cow, collections::HashMap};

/// The rows as a table with the line of each, where the objects are read as one; `None` where they are in our own names.
pub(super) fn as_table(name: &str, lines: &[(usize, &[u8])], hints: &Hints) -> Option<(Vec<u8>, Vec<usize>)> {
    let foreign = !hints.columns.is_empty() || are_foreign(lines);
    foreign.then(|| {
        let (rows, lines, _) = records::tabulated(name, lines);
        (rows, lines)
    })
}

/// The lines that are not blank, each with its number.
pub(super) fn lines(first_line: usize, bytes: &[u8]) -> Vec<(usize, &[u8])> {
    /// Few texts are shorter.
    const SHORT: usize = 256;
    let told = |line: &&[u8]| !line.trim_ascii().is_empty();
    let mut lines = Vec::with_capacity(bytes.len() / SHORT);
    lines.extend((first_line..).zip(token::lines(bytes)).filter(|(_, line)| told(line)));
    lines
}

/// Cuts lines into pieces of about `size` bytes, each with the number of its first line.
pub(super) fn cut(bytes: &[u8], size: usize) -> Vec<(usize, &[u8])> {
    let (mut pieces, mut rest, mut line) = (Vec::new(), bytes, 1);
    while !rest.is_empty() {
        let at = size.min(rest.len());
        let end = memchr::memchr(b'\n', &rest[at..]).map_or(rest.len(), |n| at + n + 1);
        let (piece, after) = rest.split_at(end);
        pieces.push((line, piece));
        line += memchr::memchr_iter(b'\n', piece).count();
        rest = after;
    }
    pieces
}

/// Reads the lines in parallel; what comes out stands in the order of the lines.
pub(super) fn read(name: &str, first_line: usize, bytes: &[u8], hints: &Hints) -> Reading {
    objects(name, bytes, &lines(first_line, bytes), hints)
}

/// Reads objects that stand in some bytes, each with its line: in our own names, or as the rows of a table where they are named
/// otherwise.
pub(super) fn objects<'a>(name: &str, bytes: &'a [u8], lines: &[(usize, &'a [u8])], hints: &Hints) -> Reading {
    if !hints.columns.is_empty() || are_foreign(lines) {
        return records::read(name, lines, hints);
    }
    let some = |some: &[(usize, &'a [u8])]| {
        let mut rows = Rows { bytes, before: None };
        let mut reading = Reading { documents: Vec::with_capacity(some.len()), ..Reading::default() };
        for &(line, raw) in some {
            if let Err(error) = enter(name, line, raw, &mut rows, &mut reading) {
                let error = error.in_file(name).at_line(line);
                reading.rejects.push(Reject { error, raw: excerpt(raw) });
            }
        }
        reading
    };
    // each thread reads a part; the first of them takes in the others, and there is none on one core
    let at_once = lines.len().div_ceil(rayon::current_num_threads()).max(1);
    let parts: Vec<Reading> = lines.par_chunks(at_once).map(some).collect();
    let and = |mut all: Reading, part| {
        all.extend(part);
        all
    };
    parts.into_iter().reduce(and).unwrap_or_default()
}

/// Whether none of the first objects has a name of ours by which a document or a claim is known.
fn are_foreign(lines: &[(usize, &[u8])]) -> bool {
    const LOOKED_AT: usize = 20;
    let mut known = lines.iter().take(LOOKED_AT).filter_map(|(_, raw)| {
        let row: Row = serde_json::from_slice(raw).ok()?;
        Some(row.text.is_some() || row.outcome.is_some())
    });
    known.next().is_some_and(|first| !first) && known.all(|k| !k)
}

/// A document as it stands in a line. Fields that are not named here are left alone.
#[derive(Deserialize)]
struct Row<'a> {
    #[serde(borrow)]
    id: Option<Scalar<'a>>,
    #[serde(borrow)]
    text: Option<Scalar<'a>>,
    #[serde(borrow)]
    title: Option<Scalar<'a>>,
    #[serde(borrow)]
    outlet: Option<Scalar<'a>>,
    #[serde(borrow)]
    published: Option<Scalar<'a>>,
    #[serde(borrow)]
    url: Option<Scalar<'a>>,
    #[serde(borrow)]
    incident: Option<Scalar<'a>>,
    #[serde(borrow)]
    place: Option<Scalar<'a>>,
    #[serde(borrow)]
    latitude: Option<Scalar<'a>>,
    #[serde(borrow)]
    longitude: Option<Scalar<'a>>,
    #[serde(borrow)]
    event_date: Option<Scalar<'a>>,
    #[serde(borrow)]
    outcome: Option<Scalar<'a>>,
}

/// Reads the objects of some bytes in turn: the room that one of them takes while it is read serves the next.
struct Rows<'a> {
    bytes: &'a [u8],
    /// Behind which byte the last was begun, and what goes on from there.
    before: Option<(usize, StreamDeserializer<'a, SliceRead<'a>, Row<'a>>)>,
}

impl<'a> Rows<'a> {
    fn next(&mut self, raw: &'a [u8]) -> serde_json::Result<Row<'a>> {
        let bytes = self.bytes;
        let start = place_in(bytes, raw);
        let blank = |from: usize, end: usize| bytes.get(from..end).is_some_and(|b| b.trim_ascii().is_empty());
        let before = self.before.take().filter(|(from, rows)| blank(from + rows.byte_offset(), start));
        let (from, mut rows) =
            before.unwrap_or_else(|| (start, serde_json::Deserializer::from_slice(&bytes[start..]).into_iter()));
        match rows.next() {
            Some(Ok(row)) if blank(from + rows.byte_offset(), start + raw.len()) => {
                self.before = Some((from, rows));
                Ok(row)
            }
            // by itself, that it be told what is wrong with it
            _ => serde_json::from_slice(raw),
        }
    }
}

/// Takes in what a line holds.
///
/// # Errors
/// Where it cannot be used; or where a part of it cannot, and the rest is taken in.
fn enter<'a>(name: &str, line: usize, raw: &'a [u8], rows: &mut Rows<'a>, reading: &mut Reading) -> Result<(), Error> {
    let row = rows.next(raw).map_err(|e| no_json(&e))?;
    let id = || format!("{name}:{line}");
    let Some(text) = row.text else {
        if row.outcome.is_some() {
            return claim(raw, id, reading);
        }
        return Err(Error::value("neither a “text” nor an “outcome”")
            .advise("give a document its “text”; a claim has the columns of the row format"));
    };
    let stated = |field: Option<Scalar>| field.and_then(Scalar::stated);
    let point = coordinates(stated(row.latitude).as_deref(), stated(row.longitude).as_deref());
    reading.documents.push(Document {
        id: stated(row.id).unwrap_or_else(id),
        title: stated(row.title),
        text: text.0.into_owned(),
        outlet: stated(row.outlet),
        published: stated(row.published),
        url: stated(row.url),
        incident: stated(row.incident),
        place: stated(row.place),
        point: *point.as_ref().unwrap_or(&None),
        event_date: stated(row.event_date),
    });
    point.map(|_| ())
}

fn claim(raw: &[u8], id: impl FnOnce() -> String, reading: &mut Reading) -> Result<(), Error> {
    let mut row: HashMap<Cow<str>, Option<Scalar>> = serde_json::from_slice(raw).map_err(|e| no_json(&e))?;
    let fields = Fields::gather(|column| row.remove(COLUMNS[column]).flatten().map(|s| s.0));
    let point = fields.point();
    reading.claims.push(fields.claim(id)?);
    point.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::{Hints, cut, read};

    #[test]
    fn pieces_are_whole_lines_and_know_their_numbers() {
        let pieces = cut(b"ab\ncd\n\nef\ngh", 4);
        let lines: Vec<(usize, &str)> = pieces.iter().map(|&(n, b)| (n, std::str::from_utf8(b).unwrap())).collect();
        assert_eq!(lines, [(1, "ab\ncd\n"), (3, "\nef\ngh")]);
    }

    #[test]
    fn a_bad_line_is_named_and_the_rest_goes_on() {
        let lines = b"{\"id\": 7, \"text\": \"a\"}\n{\"id\"\n{\"id\": \"x\"}\n{\"text\": \"b\\n\", \"title\": null}\n";
        let reading = read("x.jsonl", 1, lines, &Hints::default());
        let ids: Vec<&str> = reading.documents.iter().map(|d| d.id.as_str()).collect();
        assert_eq!(ids, ["7", "x.jsonl:4"]);
        let errors: Vec<String> = reading.rejects.iter().map(|r| r.error.to_string()).collect();
        assert!(errors[0].starts_with("x.jsonl:2:5: not a JSON object: EOF"), "{}", errors[0]);
        assert!(errors[1].starts_with("x.jsonl:3: neither a “text” nor an “outcome”"), "{}", errors[1]);
    }
}
