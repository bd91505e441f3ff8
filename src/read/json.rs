//! JSON in one piece: an array of objects, or an object that holds one.

use super::{Hints, Reading, jsonl, names::Names, place_in, scalar::why, wikidata};
use crate::error::Error;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

pub(super) fn read(name: &str, bytes: &[u8], hints: &Hints) -> Result<Reading, Error> {
    if let Some(items) = wikidata::read(name, bytes, hints) {
        return items;
    }
    let (objects, within) = objects(name, bytes)?;
    let mut reading = jsonl::objects(name, bytes, &objects, hints);
    if let Some(within) = within {
        reading.notes.insert(0, format!("{name}: what stands in “{within}” is read"));
    }
    Ok(reading)
}

/// Objects, each with its line, and the name of the field they stand in where it is not the whole.
type Objects<'a> = (Vec<(usize, &'a [u8])>, Option<String>);

pub(super) fn objects<'a>(name: &str, bytes: &'a [u8]) -> Result<Objects<'a>, Error> {
    let (elements, within) = elements(bytes).map_err(|e| e.in_file(name))?;
    Ok((numbered(bytes, &elements), within))
}

/// Whether bytes are JSON in one piece and not a line each: an array, or an object that goes on after its first line.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii_start();
    let object = |b: &[u8]| b.trim_ascii_start().first() == Some(&b'{');
    match bytes.split_first() {
        Some((b'[', rest)) => object(rest),
        Some((b'{', _)) => {
            let first = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
            serde_json::from_slice::<&RawValue>(first).is_err() && serde_json::from_slice::<&RawValue>(bytes).is_ok()
        }
        _ => false,
    }
}

/// The objects, and the name of the field they stand in where it is not the whole.
fn elements(bytes: &[u8]) -> Result<(Vec<&RawValue>, Option<String>), Error> {
    if bytes.trim_ascii_start().first() == Some(&b'[') {
        return Ok((serde_json::from_slice(bytes).map_err(|e| no_json(&e))?, None));
    }
    let whole: &RawValue = serde_json::from_slice(bytes).map_err(|e| no_json(&e))?;
    let fields: BTreeMap<String, &RawValue> = serde_json::from_slice(bytes).map_err(|e| no_json(&e))?;
    // An object that names its incident is a record itself, whatever it lists.
    if fields.keys().any(|name| Names::shipped().column(name) == Some("incident")) {
        return Ok((vec![whole], None));
    }
    // The answer to a query keeps its rows one level down.
    let inner = fields.iter().filter_map(|(name, value)| {
        let inner: BTreeMap<String, &RawValue> = serde_json::from_str(value.get()).ok()?;
        Some(inner.into_iter().map(move |(field, value)| (format!("{name}.{field}"), value)))
    });
    let inner: Vec<(String, &RawValue)> = inner.flatten().collect();
    let lists = fields.into_iter().chain(inner).filter_map(|(name, value)| {
        let list: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
        list.iter().all(|element| element.get().starts_with('{')).then_some((list, Some(name)))
    });
    Ok(lists.max_by_key(|(list, _)| list.len()).filter(|(list, _)| !list.is_empty()).unwrap_or((vec![whole], None)))
}

/// Each element with its line; with its number where several begin on one line, so that every one has a place of its own.
fn numbered<'a>(bytes: &[u8], elements: &[&'a RawValue]) -> Vec<(usize, &'a [u8])> {
    let (mut line, mut before) = (1, 0);
    let mut lines = Vec::with_capacity(elements.len());
    for element in elements {
        let at = place_in(bytes, element.get().as_bytes());
        line += bytes[before..at].iter().filter(|b| **b == b'\n').count();
        before = at;
        lines.push(line);
    }
    if lines.windows(2).any(|pair| pair[0] == pair[1]) {
        lines = (1..=elements.len()).collect();
    }
    lines.into_iter().zip(elements).map(|(line, e)| (line, e.get().as_bytes())).collect()
}

fn no_json(error: &serde_json::Error) -> Error {
    Error::syntax(format!("not JSON: {}", why(error)))
        .at_line(error.line())
        .at_column(error.column())
        .advise("write an array of objects, or one object on each line of a .jsonl file")
}
