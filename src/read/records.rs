//! JSON objects whose fields are the columns of a table: named as the user says, or as data sets name them.

use super::{Hints, Reading, Reject, excerpt, names::Names, scalar::no_json, table};
use crate::error::Error;
use serde_json::{Map, Value};

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
        let objects = match serde_json::from_slice(raw) {
            Ok(object @ Value::Object(_)) => told(&object),
            Ok(_) => {
                rejects.push(reject(Error::syntax("not a JSON object"), name, line, raw));
                continue;
            }
            Err(e) => {
                rejects.push(reject(no_json(&e), name, line, raw));
                continue;
            }
        };
        for fields in objects {
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
    }
    (csv(&header, &mut rows), lines, rejects)
}

/// The fields of a row.
type Fields = Vec<(String, String)>;

/// The rows of an object: one; or, where a list in it holds objects with figures or texts, one for each of those, with what
/// the object says of all of them. Figures beside the list are a row of their own.
fn told(object: &Value) -> Vec<Fields> {
    let names = Names::shipped();
    let tells = |name: &str| names.figures(name).is_some() || matches!(names.document(name), Some("text" | "outcome"));
    let (mut outer, mut items) = (Vec::new(), Vec::new());
    flatten(String::new(), object, &mut outer);
    let lists = object.as_object().into_iter().flat_map(Map::values).filter_map(Value::as_array);
    for item in lists.flatten().filter(|item| item.is_object()) {
        let mut fields = Vec::new();
        flatten(String::new(), item, &mut fields);
        items.extend(fields.iter().any(|(name, _)| tells(name)).then_some(fields));
    }
    if items.is_empty() {
        return vec![outer];
    }
    let shared: Fields = outer.iter().filter(|(name, _)| !tells(name)).cloned().collect();
    let rows = items.into_iter().map(|item| shared.iter().cloned().chain(item).collect());
    Some(outer).filter(|outer| outer.len() > shared.len()).into_iter().chain(rows).collect()
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
