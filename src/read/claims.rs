//! CSV of claims, in the row format.

use super::{Reading, Reject};
use crate::{
    claim::{
        Claim,
        fields::{COLUMNS, Fields},
    },
    error::Error,
};
use csv::StringRecord;
use std::borrow::Cow;

pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Reading, Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let header = reader.headers().map_err(|e| syntax(&e).in_file(name).at_line(1))?.clone();
    let places = places(&header).map_err(|e| e.in_file(name).at_line(1))?;
    let mut reading = Reading::default();
    let mut record = StringRecord::new();
    loop {
        let line = reader.position().line() as usize;
        let more = reader.read_record(&mut record);
        let line = record.position().map_or(line, |p| p.line() as usize);
        let refuse = |error: Error, record: &StringRecord| Reject {
            error: error.in_file(name).at_line(line),
            raw: record.iter().collect::<Vec<_>>().join(","),
        };
        match more {
            Ok(false) => return Ok(reading),
            Ok(true) => match claim(&record, &header, &places, name, line) {
                Ok(claim) => reading.claims.push(claim),
                Err(error) => reading.rejects.push(refuse(error, &record)),
            },
            Err(error) => {
                // The reader goes on after bytes that are no UTF-8; any other error would come again for ever.
                let on = matches!(error.kind(), csv::ErrorKind::Utf8 { .. });
                reading.rejects.push(refuse(syntax(&error), &StringRecord::new()));
                if !on {
                    return Ok(reading);
                }
            }
        }
    }
}

/// Where each column of the row format stands in the table.
fn places(header: &StringRecord) -> Result<Vec<Option<usize>>, Error> {
    let places: Vec<Option<usize>> = COLUMNS.iter().map(|c| header.iter().position(|h| h.trim() == *c)).collect();
    let has = |name: &str| COLUMNS.iter().zip(&places).any(|(c, p)| *c == name && p.is_some());
    for (needed, advice) in [
        (&["outcome"][..], "a table of claims has a column “outcome”"),
        (
            &["value", "vague", "low", "high"][..],
            "the figure stands in “qualifier” and “value”, or in “low” and “high”",
        ),
    ] {
        if !needed.iter().any(|c| has(c)) {
            let found = header.iter().collect::<Vec<_>>().join(", ");
            return Err(Error::syntax(format!("no column {}; found {found}", quoted(needed))).advise(advice));
        }
    }
    Ok(places)
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|n| format!("“{n}”")).collect::<Vec<_>>().join(" or ")
}

fn claim(
    record: &StringRecord,
    header: &StringRecord,
    places: &[Option<usize>],
    name: &str,
    line: usize,
) -> Result<Claim, Error> {
    if record.len() != header.len() {
        return Err(Error::syntax(format!("{} fields, but the header has {}", record.len(), header.len()))
            .advise("put fields that hold a comma or a quote in double quotes"));
    }
    Fields::gather(|column| places[column].and_then(|at| record.get(at)).map(Cow::Borrowed))
        .claim(|| format!("{name}:{line}"))
}

fn syntax(error: &csv::Error) -> Error {
    match error.kind() {
        csv::ErrorKind::Utf8 { err, .. } => {
            Error::syntax(format!("not UTF-8 in field {}", err.field() + 1)).advise("save the file as UTF-8")
        }
        other => Error::syntax(format!("not CSV: {other:?}")),
    }
}
