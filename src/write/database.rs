//! A database for SQL and Datasette: incidents, sources, claims and findings, held together by foreign keys.

use super::{csv, package};
use crate::{claim::Claim, report::Report};
use rusqlite::{Connection, Error, types::Value};

/// The database as the bytes of its file.
///
/// # Errors
/// Where two claims have one id.
pub fn report(report: &Report, claims: &[Claim]) -> Result<Vec<u8>, Error> {
    let mut base = Connection::open_in_memory()?;
    base.execute_batch(
        "PRAGMA foreign_keys = ON;
         CREATE TABLE incidents /* written by tollbook */ (incident TEXT PRIMARY KEY, place TEXT, event_date TEXT);
         CREATE TABLE sources (source TEXT PRIMARY KEY);",
    )?;
    let work = base.transaction()?;
    {
        let mut incident = work.prepare("INSERT OR IGNORE INTO incidents VALUES (?1, ?2, ?3)")?;
        for i in &report.incidents {
            incident.execute((&i.id, &i.place, &i.event_date))?;
        }
        let mut source = work.prepare("INSERT OR IGNORE INTO sources VALUES (?1)")?;
        for claim in claims {
            if let Some(id) = &claim.incident {
                incident.execute((id, &claim.place, &claim.event_date))?;
            }
            for name in claim.origin.iter().chain(&claim.outlet) {
                source.execute([name])?;
            }
        }
    }
    let (mut findings, mut said) = (Vec::new(), Vec::new());
    csv::report(&mut findings, report);
    csv::claims_header(&mut said);
    csv::claims(&mut said, &mut claims.iter());
    table(&work, "claims", &said, Some("claim"))?;
    table(&work, "findings", &findings, None)?;
    work.commit()?;
    Ok(base.serialize("main")?.to_vec())
}

/// A table of rows with their header, each column by its type; blank is NULL.
fn table(base: &Connection, name: &str, rows: &[u8], key: Option<&str>) -> Result<(), Error> {
    let mut reader = ::csv::Reader::from_reader(rows);
    let header = reader.headers().cloned().unwrap_or_default();
    let columns: Vec<String> = header.iter().map(|column| definition(column, key)).collect();
    base.execute_batch(&format!("CREATE TABLE {name} ({})", columns.join(", ")))?;
    let marks = vec!["?"; header.len()].join(", ");
    let mut insert = base.prepare(&format!("INSERT INTO {name} VALUES ({marks})"))?;
    for record in reader.records().map_while(Result::ok) {
        let values = record.iter().zip(&header).map(|(text, column)| value(text, column));
        insert.execute(rusqlite::params_from_iter(values))?;
    }
    Ok(())
}

fn definition(column: &str, key: Option<&str>) -> String {
    let kind = match package::kind(column) {
        "integer" | "boolean" => "INTEGER",
        "number" => "REAL",
        _ => "TEXT",
    };
    let more = match column {
        _ if key == Some(column) => " PRIMARY KEY",
        "incident" => " REFERENCES incidents (incident)",
        "origin" | "outlet" => " REFERENCES sources (source)",
        _ => "",
    };
    format!("\"{column}\" {kind}{more}")
}

fn value(text: &str, column: &str) -> Value {
    match (package::kind(column), text) {
        (_, "") => Value::Null,
        ("boolean", text) => Value::Integer(i64::from(text == "true")),
        ("integer", text) => text.parse().map_or_else(|_| Value::Text(text.to_owned()), Value::Integer),
        ("number", text) => text.parse().map_or_else(|_| Value::Text(text.to_owned()), Value::Real),
        (_, text) => Value::Text(text.to_owned()),
    }
}
