//! How an input is understood, before anything is made of it.

use super::{
    Format, Hints, Input, Reject, format_of, json, jsonl,
    shape::{DocumentColumns, Shape},
    sniff::{Dialect, sniff},
    table,
};
use crate::{claim::fields::COLUMNS, error::Error};

/// How an input is understood.
#[derive(Debug, Default)]
pub struct Understood {
    /// In a line: what it is taken for.
    pub what: String,
    /// What a row of a table is.
    rows: &'static str,
    /// What a known layout holds that a reader of the figures must know, what the cells tell of how they are written, and
    /// how many rows cannot be read.
    pub notes: Vec<String>,
    /// Each column of a table, and what it is taken for; `None` where it is left alone.
    pub columns: Vec<(String, Option<String>)>,
    /// What `--map` would have to say for the same: our name, their name.
    pub mapping: Vec<(String, String)>,
}

/// Says how an input is understood.
///
/// # Errors
/// Where it cannot be: a table without a header we know.
pub fn inspect(input: &Input, hints: &Hints) -> Result<Understood, Error> {
    let mut understood = understand(input, hints)?;
    understood.mapping.extend(hints.thousands().cloned());
    Ok(understood)
}

fn understand(input: &Input, hints: &Hints) -> Result<Understood, Error> {
    let of_rows = |what: &str, (rows, lines): (Vec<u8>, Vec<usize>)| {
        let understood = of_table(&input.name, &rows, &lines, hints)?;
        Ok(Understood { what: format!("{what}, {}", understood.rows), ..understood })
    };
    let plain = |what: &str| Understood { what: what.to_owned(), ..Understood::default() };
    match format_of(&input.name, &input.bytes) {
        Format::Text => Ok(plain("a text")),
        Format::Html => Ok(plain("a web page: its main text")),
        Format::Jsonl => {
            let rows = jsonl::as_table(&input.name, &jsonl::lines(1, &input.bytes), hints);
            rows.map_or_else(|| Ok(plain("lines of JSON: documents and claims")), |rows| of_rows("lines of JSON", rows))
        }
        Format::Json => {
            let rows = jsonl::as_table(&input.name, &json::objects(&input.name, &input.bytes)?.0, hints);
            rows.map_or_else(|| Ok(plain("JSON: documents and claims")), |rows| of_rows("JSON", rows))
        }
        Format::Csv => of_table(&input.name, &input.bytes, &[], hints),
        Format::Workbook | Format::Database | Format::Columns => {
            let (found, several) = super::binary::table(&input.name, &input.bytes, hints)?;
            let understood = of_table(&input.name, &found.rows, &[], hints)?;
            let of = if several { format!("of its tables “{}”: ", found.name) } else { String::new() };
            Ok(Understood { what: of + &understood.what, ..understood })
        }
    }
}

fn a_row(shape: &Shape) -> &'static str {
    match shape {
        Shape::Claims(_) => "a claim a row",
        Shape::Wide(..) => "a column an outcome",
        Shape::Documents(_) => "a document a row",
    }
}

fn of_table(name: &str, bytes: &[u8], lines: &[usize], hints: &Hints) -> Result<Understood, Error> {
    let dialect = &sniff(bytes, hints).map_err(|e| e.in_file(name))?;
    let (rows, reading) = (a_row(&dialect.shape), table::rows(name, bytes, lines, hints, dialect));
    let mut notes: Vec<String> =
        dialect.layout.map(|l| format!("{} ({}); {}", l.title, l.citation, l.note)).into_iter().collect();
    notes.extend(
        reading.notes.iter().map(|note| note.trim_start_matches(name).trim_start_matches([':', ',', ' ']).to_owned()),
    );
    notes.extend(unread(&reading.rejects));
    Ok(Understood {
        what: format!("a table, {rows}, {}", dialect.told()),
        rows,
        notes,
        columns: dialect.header.iter().enumerate().map(|(at, name)| (name.clone(), meaning(dialect, at))).collect(),
        mapping: mapping(dialect),
    })
}

/// How much of a table cannot be read, and the first of it.
fn unread(rejects: &[Reject]) -> Option<String> {
    let (first, others) = rejects.split_first()?;
    let more = if others.is_empty() { String::new() } else { format!("; {} more like it", others.len()) };
    Some(format!("not read: {}: {}{more}", first.error.place(), first.error.reason()))
}

/// Each column that is read, by our name of it.
fn mapping(dialect: &Dialect) -> Vec<(String, String)> {
    let theirs = |at: usize| dialect.header[at].clone();
    let plain = |columns: &[Option<usize>]| -> Vec<(String, String)> {
        let found = COLUMNS.iter().zip(columns).filter_map(|(ours, at)| Some(((*ours).to_owned(), theirs((*at)?))));
        found.collect()
    };
    match &dialect.shape {
        Shape::Claims(columns) => plain(columns),
        Shape::Wide(columns, figures) => {
            let mut all = plain(columns);
            for f in figures {
                for (at, end) in [(f.whole, ""), (f.low, "_low"), (f.high, "_high")] {
                    all.extend(at.map(|at| (f.name(end), theirs(at))));
                }
            }
            all
        }
        Shape::Documents(columns) => {
            columns.named().into_iter().filter_map(|(ours, at)| Some((ours.to_owned(), theirs(at?)))).collect()
        }
    }
}

/// What the column at this place is taken for.
fn meaning(dialect: &Dialect, at: usize) -> Option<String> {
    let c = &dialect.conventions;
    let mut meanings = Vec::new();
    if c.place.contains(&at) {
        meanings.push("part of the place".to_owned());
    }
    if c.date.contains(&at) || c.date_end.contains(&at) {
        meanings.push("part of event_date".to_owned());
    }
    let composed =
        |name: &str| (name == "place" && !c.place.is_empty()) || (name == "event_date" && !c.date.is_empty());
    match &dialect.shape {
        Shape::Claims(columns) => meanings.extend(named(columns, at, composed)),
        Shape::Wide(columns, figures) => {
            meanings.extend(named(columns, at, composed));
            for f in figures {
                for (place, end) in [(f.whole, ""), (f.low, ", the lower end"), (f.high, ", the upper end")] {
                    if place == Some(at) {
                        meanings.push(format!("{} {}, {}{end}", f.outcome, f.victims, f.role));
                    }
                }
            }
        }
        Shape::Documents(columns) => meanings.extend(document(columns, at)),
    }
    if c.none_reported.contains(&at) {
        meanings.push("0 is none reported".to_owned());
    }
    if c.flag.iter().any(|(of, _)| *of == at) {
        meanings.push("0 beside its flag is at least 1, without it not stated".to_owned());
    }
    if let Some((_, some)) = c.less.iter().find(|(all, _)| *all == at) {
        meanings.push(format!("less {}", dialect.header[*some]));
    }
    if meanings.is_empty() { None } else { Some(meanings.join("; ")) }
}

fn named(columns: &[Option<usize>], at: usize, composed: impl Fn(&str) -> bool) -> Option<String> {
    let name = COLUMNS.iter().zip(columns).find(|(name, place)| **place == Some(at) && !composed(name));
    name.map(|(name, _)| (*name).to_owned())
}

fn document(columns: &DocumentColumns, at: usize) -> Option<String> {
    columns.named().iter().find(|(_, place)| *place == Some(at)).map(|(name, _)| (*name).to_owned())
}
