//! Items of Wikidata as its JSON has them: how many were killed, injured or missing, with bounds and references.

use super::{Hints, Reading, table};
use crate::{claim::fields::COLUMNS, error::Error};
use serde::Deserialize;
use serde_json::Value;
use std::{collections::BTreeMap, sync::OnceLock};

/// The properties that are read, as `data/layout/wikidata.toml` has them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Layout {
    title: String,
    citation: String,
    note: String,
    outcomes: BTreeMap<String, String>,
    properties: Properties,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Properties {
    time: Vec<String>,
    stated_in: Vec<String>,
    url: Vec<String>,
    published: Vec<String>,
    circumstances: Vec<String>,
    circa: Vec<String>,
}

/// A claim as fields of the row format.
type Row = BTreeMap<&'static str, String>;

/// What the items hold; `None` where the JSON is of another make.
pub(super) fn read(name: &str, bytes: &[u8], hints: &Hints) -> Option<Result<Reading, Error>> {
    // A look at the name of the field spares other files a second parse.
    memchr(bytes, b"\"entities\"")?;
    let whole: Value = serde_json::from_slice(bytes).ok()?;
    let entities = whole.get("entities")?.as_object()?;
    let rows: Vec<Row> = entities.iter().flat_map(|(id, entity)| item(id, entity)).collect();
    let numbers: Vec<usize> = (1..=rows.len()).collect();
    let layout = layout();
    let reading = table::read_lines(name, &csv(&rows), &numbers, hints).map(|mut reading| {
        reading.notes.push(format!("{name}: read as {} ({}); {}", layout.title, layout.citation, layout.note));
        reading
    });
    Some(reading)
}

fn layout() -> &'static Layout {
    static SHIPPED: OnceLock<Layout> = OnceLock::new();
    SHIPPED.get_or_init(|| super::shipped(include_str!("../../data/layout/wikidata.toml")))
}

fn memchr(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|w| w == needle)
}

fn item(id: &str, entity: &Value) -> Vec<Row> {
    let layout = layout();
    let claims = &entity["claims"];
    let label = entity["labels"]["en"]["value"].as_str().unwrap_or(id);
    let date = first(claims, &layout.properties.time).and_then(|snak| day(&snak["mainsnak"]["datavalue"]["value"]));
    let mut rows = Vec::new();
    for (property, outcome) in &layout.outcomes {
        for statement in claims[property].as_array().into_iter().flatten() {
            let Some(mut row) = quantity(statement) else { continue };
            row.insert("incident", id.to_owned());
            row.insert("outcome", outcome.clone());
            row.extend(date.clone().map(|date| ("event_date", date)));
            let said = row.get("phrase").cloned().unwrap_or_default();
            row.insert("sentence", format!("{label}: {property} {said}"));
            row.extend(qualified(statement));
            rows.extend(supported(&row, statement));
        }
    }
    rows
}

/// The number with its bounds; `None` where the value is unknown or there is none.
fn quantity(statement: &Value) -> Option<Row> {
    let value = &statement["mainsnak"]["datavalue"]["value"];
    let number = |field: &str| value[field].as_str().map(|n| n.trim_start_matches('+').to_owned());
    let amount = number("amount")?;
    let mut row = Row::from([("phrase", amount.clone())]);
    match (number("lowerBound"), number("upperBound")) {
        (Some(low), Some(high)) if low != high => {
            row.insert("phrase", format!("{amount} ({low}–{high})"));
            row.extend([("low", low), ("high", high), ("best", amount)]);
        }
        _ => drop(row.insert("value", amount)),
    }
    Some(row)
}

/// What the statement itself says of its number.
fn qualified(statement: &Value) -> Row {
    let properties = &layout().properties;
    let (mut row, qualifiers) = (Row::new(), &statement["qualifiers"]);
    let as_of = first(qualifiers, &properties.time).and_then(|snak| day(&snak["datavalue"]["value"]));
    row.extend(as_of.map(|day| ("as_of", day)));
    let how = first(qualifiers, &properties.circumstances).and_then(|s| s["datavalue"]["value"]["id"].as_str());
    if how.is_some_and(|id| properties.circa.iter().any(|c| c == id))
        && statement["mainsnak"]["datavalue"]["value"]["lowerBound"].is_null()
    {
        row.insert("qualifier", "about".to_owned());
    }
    if statement["rank"] == "deprecated" {
        row.insert("status", "denied".to_owned());
    }
    row
}

/// The claim once for each of its references, or once where it has none.
fn supported(row: &Row, statement: &Value) -> Vec<Row> {
    let properties = &layout().properties;
    let id = statement["id"].as_str().unwrap_or_default();
    let references: Vec<&Value> = statement["references"].as_array().into_iter().flatten().collect();
    let one = |(n, reference): (usize, &&Value)| {
        let (snaks, mut row) = (&reference["snaks"], row.clone());
        let value = |names: &[String]| first(snaks, names).map(|snak| &snak["datavalue"]["value"]);
        let url = value(&properties.url).and_then(Value::as_str);
        let stated_in = value(&properties.stated_in).and_then(|v| v["id"].as_str());
        let host = url.and_then(|url| url.split('/').nth(2)).map(|host| host.trim_start_matches("www."));
        row.extend(stated_in.or(host).map(|outlet| ("outlet", outlet.to_owned())));
        row.extend(url.map(|url| ("url", url.to_owned())));
        row.extend(value(&properties.published).and_then(day).map(|day| ("published", day)));
        row.insert("document", format!("{id}#{}", n + 1));
        row
    };
    match references.as_slice() {
        [] => vec![row.clone().into_iter().chain([("document", id.to_owned())]).collect()],
        all => all.iter().enumerate().map(one).collect(),
    }
}

/// The first statement or snak of the first of these properties that is there.
fn first<'a>(of: &'a Value, properties: &[String]) -> Option<&'a Value> {
    properties.iter().find_map(|property| of[property].get(0))
}

/// A time as far as it is known: year, month or day.
fn day(value: &Value) -> Option<String> {
    let (time, precision) = (value["time"].as_str()?.strip_prefix('+')?, value["precision"].as_u64()?);
    let length = match precision {
        9 => 4,
        10 => 7,
        11.. => 10,
        _ => return None,
    };
    time.get(..length).map(str::to_owned)
}

fn csv(rows: &[Row]) -> Vec<u8> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS).expect("memory does not fail");
    for row in rows {
        let fields = COLUMNS.iter().map(|column| row.get(column).map_or("", String::as_str));
        writer.write_record(fields).expect("memory does not fail");
    }
    writer.into_inner().expect("memory does not fail")
}
