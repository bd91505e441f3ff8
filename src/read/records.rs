//! JSON objects whose fields are the columns of a table: named as the user says, or as data sets name them.

use super::{Hints, Reading, Reject, excerpt, jsonl::no_json, table};
use crate::error::Error;
use serde_json::Value;

/// Reads the objects, each with its line, as the rows of a table.
pub(super) fn read(name: &str, objects: &[(usize, &[u8])], hints: &Hints) -> Reading {
    let (rows, lines, rejects) = tabulated(name, objects);
    let mut reading = match table::read_lines(name, &rows, &lines, hints) {
        Ok(reading) => reading,
        Err(error) => {
            let raw = objects.first().map(|(_, raw)| excerpt(raw)).unwrap_or_default();
            Reading { rejects: vec![Reject { error, raw }], ..Reading::default() }
        }
    };
    reading.rejects.splice(0..0, rejects);
    reading
}

/// The objects as CSV, the line of each row below the header, and what is no object.
pub(super) fn tabulated(name: &str, objects: &[(usize, &[u8])]) -> (Vec<u8>, Vec<usize>, Vec<Reject>) {
    let (mut header, mut rows, mut lines, mut rejects) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for &(line, raw) in objects {
        let mut fields = Vec::new();
        match serde_json::from_slice(raw) {
            Ok(object @ Value::Object(_)) => flatten(String::new(), &object, &mut fields),
            Ok(_) => rejects.push(reject(Error::syntax("not a JSON object"), name, line, raw)),
            Err(e) => rejects.push(reject(no_json(&e), name, line, raw)),
        }
        let mut row = vec![String::new(); header.len()];
        for (field, value) in fields {
            match header.iter().position(|h| *h == field) {
                Some(at) => row[at] = value,
                None => {
                    header.push(field);
                    row.push(value);
                }
            }
        }
        if !row.is_empty() {
            rows.push(row);
            lines.push(line);
        }
    }
    (csv(&header, &mut rows), lines, rejects)
}

/// Before the name of an item in the answers of Wikidata.
const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// The fields of an object by their names, those of objects inside it behind the name of the outer one and a point. A
/// list of plain values is one field; what is neither is left out.
fn flatten(name: String, value: &Value, out: &mut Vec<(String, String)>) {
    match value {
        // A value of an answer to a SPARQL query, beside the kind it is of.
        Value::Object(fields) if !name.is_empty() && fields.contains_key("type") && fields.contains_key("value") => {
            match fields["value"].as_str().and_then(|uri| uri.strip_prefix(WIKIDATA)) {
                Some(item) => out.push((name, item.to_owned())),
                None => flatten(name, &fields["value"], out),
            }
        }
        Value::Object(fields) => {
            for (inner, value) in fields {
                // GeoJSON keeps the columns of a feature under this name.
                let outer = name.strip_prefix("properties").unwrap_or(&name);
                let whole = if outer.is_empty() { inner.clone() } else { format!("{outer}.{inner}") };
                flatten(whole, value, out);
            }
        }
        Value::Array(list) => {
            let plain: Option<Vec<String>> = list.iter().map(plain).collect();
            out.extend(plain.map(|all| (name, all.join("; "))));
        }
        other => out.extend(plain(other).map(|text| (name, text))),
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

fn csv(header: &[String], rows: &mut [Vec<String>]) -> Vec<u8> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(header).expect("memory does not fail");
    for row in rows {
        row.resize(header.len(), String::new());
        writer.write_record(row).expect("memory does not fail");
    }
    writer.into_inner().expect("memory does not fail")
}

fn reject(error: Error, name: &str, line: usize, raw: &[u8]) -> Reject {
    Reject { error: error.in_file(name).at_line(line), raw: excerpt(raw) }
}
