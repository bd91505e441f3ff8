//! A Data Package descriptor (Table Schema) beside a table: what every column is.

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{IgnoredAny, MapAccess, Visitor},
};
use serde_json::Value;
use std::fmt;

/// How the rows of a table are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Rows {
    /// Below a line with the names of the columns.
    Csv,
    /// An object a line.
    Jsonl,
}

impl Rows {
    /// The names of the columns, by the first row.
    pub fn columns(self, bytes: &[u8]) -> Vec<String> {
        let line = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
        match self {
            Rows::Csv => String::from_utf8_lossy(line).trim_end().split(',').map(str::to_owned).collect(),
            Rows::Jsonl => serde_json::from_slice::<Keys>(line).map(|keys| keys.0).unwrap_or_default(),
        }
    }

    const fn mediatype(self) -> &'static str {
        match self {
            Rows::Csv => "text/csv",
            Rows::Jsonl => "application/x-ndjson",
        }
    }
}

/// The names of the fields of an object, in its order.
struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Keys, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Keys;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Keys, A::Error> {
                let mut keys = Vec::new();
                while let Some((key, _)) = object.next_entry::<String, IgnoredAny>()? {
                    keys.push(key);
                }
                Ok(Keys(keys))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// A column of a table.
#[derive(Debug, Serialize)]
pub struct Field {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    description: String,
}

#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: &'a str,
    generator: &'static str,
    resources: [Resource<'a>; 1],
}

#[derive(Serialize)]
struct Resource<'a> {
    profile: &'static str,
    name: &'a str,
    path: &'a str,
    format: Rows,
    mediatype: &'static str,
    encoding: &'static str,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
}

/// Columns that every table may have: type and meaning, in the words of the README.
const KNOWN: &[(&str, &str, &str)] = &[
    ("claim", "string", "Id of the claim: the same input gives the same id"),
    ("incident", "string", "The occurrence it is about"),
    ("place", "string", "Where, as said"),
    ("latitude", "number", "Degrees north, WGS 84"),
    ("longitude", "number", "Degrees east, WGS 84"),
    ("event_date", "string", "When: ISO 8601, or EDTF where uncertain"),
    ("outcome", "string", "What happened to the people; casualties are killed or injured, not told apart"),
    ("victims", "string", "all, or the group that the words name"),
    ("role", "string", "total, part (inside a total), addition, cumulative (of a longer period) or other (background)"),
    ("status", "string", "asserted, uncertain or denied"),
    ("phrase", "string", "The words of the figure"),
    ("qualifier", "string", "The word that bounds or loosens the number"),
    ("value", "integer", "The number said; the lower of two"),
    ("value_high", "integer", "The higher of two numbers said"),
    ("vague", "string", "A word of quantity that is no number"),
    ("low", "integer", "Lowest number; blank is not known, never zero"),
    ("best", "integer", "The number that the policy takes; blank where it takes none"),
    ("high", "integer", "Highest number; blank where nothing bounds it"),
    ("high_open", "boolean", "Whether nothing bounds the number above; blank where nothing is known of it"),
    ("implied", "boolean", "The people were named or described, not counted"),
    ("origin", "string", "Who said it"),
    ("via", "string", "The outlet it was taken from"),
    ("outlet", "string", "Who published the document"),
    ("url", "string", "Where it was published"),
    ("published", "string", "When it was published: ISO 8601"),
    ("as_of", "string", "The time the figure holds for, where that is not published"),
    ("document", "string", "Id of the document"),
    ("start", "integer", "First code point of the phrase in the text"),
    ("end", "integer", "Code point after the phrase"),
    (
        "within",
        "string",
        "The claim whose people these are among, or that this one raises, or the toll of a longer period that the incident lies in",
    ),
    ("repeats", "string", "The claim that this one says again"),
    ("sentence", "string", "The sentence it stands in"),
    ("display", "string", "The range in short: 13, 13+, 10–15, dozens"),
    ("verdict", "string", "How the accounts lie to each other"),
    ("agree", "integer", "The largest number of accounts that share a value"),
    ("accounts", "integer", "Accounts that bear on it"),
    ("conflicting_pairs", "integer", "Pairs of accounts that share no value; blank for fewer than two accounts"),
    ("gap", "integer", "The largest low less the smallest high, never below 0"),
    ("gap_factor", "number", "The largest low over the smallest high, where they are disjoint"),
    ("spread_factor", "number", "The largest exact figure over the smallest"),
    ("reports", "integer", "Documents with a claim that bears on it"),
    ("outlets", "integer", "Outlets of those documents"),
    ("origins", "integer", "Different origins"),
    ("low_by", "string", "The account that sets low"),
    ("high_by", "string", "The account that sets high"),
    ("policy", "string", "The policy it was reconciled under"),
    ("account", "string", "Who speaks: the origin, else the outlet, else the document"),
    ("last", "string", "When the account was last heard of"),
    ("said", "string", "The figure in short, as said"),
    ("basis", "string", "stated, rounded, derived, inside (a floor), vague or implied"),
    ("replaced", "string", "What the same source gave before, the oldest first"),
    ("reason", "string", "Why low, best and high are what they are"),
];

/// The descriptor of a table at `path` with these columns, as JSON. Other files that a descriptor of ours from `before`
/// tells of stay in it.
pub fn describe(path: &str, rows: Rows, header: &[String], before: Option<&str>) -> String {
    let name: String = path
        .trim_end_matches(".csv")
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    let name = name.trim_matches('-');
    let package = Package {
        profile: "tabular-data-package",
        name,
        generator: concat!("tollbook ", env!("CARGO_PKG_VERSION")),
        resources: [Resource {
            profile: "tabular-data-resource",
            name,
            path,
            format: rows,
            mediatype: rows.mediatype(),
            encoding: "utf-8",
            schema: Schema { fields: header.iter().map(|column| field(column)).collect(), missing_values: [""] },
        }],
    };
    let mut package = serde_json::to_value(&package).expect("texts only");
    let before: Option<Value> = before.and_then(|text| serde_json::from_str(text).ok());
    let others = before.as_ref().and_then(|b| b["resources"].as_array()).into_iter().flatten();
    if let Value::Array(resources) = &mut package["resources"] {
        resources.extend(others.filter(|other| other["path"] != path).cloned());
        resources.sort_unstable_by_key(|resource| resource["path"].to_string());
    }
    serde_json::to_string_pretty(&package).expect("texts only") + "\n"
}

/// Every column that is known: its name, its type and what it is.
pub fn dictionary() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    KNOWN.iter().copied()
}

/// Columns of days, or of times that are no single day.
pub const DATES: &[&str] = &["event_date", "published", "as_of", "last"];

/// The type of a column, as Table Schema names it.
pub fn kind(column: &str) -> &'static str {
    field(column).kind
}

/// A column by its name: one that is known, or a part of a wide table such as `children_killed_low`.
fn field(column: &str) -> Field {
    let known = |name: &str| KNOWN.iter().find(|(n, ..)| *n == name);
    if let Some((_, kind, description)) = known(column) {
        return Field { name: column.to_owned(), kind, description: (*description).to_owned() };
    }
    let part = column.rsplit_once('_').and_then(|(whole, part)| Some((whole, known(part)?)));
    match part {
        Some((whole, (_, kind, description))) => {
            let whole = whole.replace('_', " ");
            Field { name: column.to_owned(), kind, description: format!("{whole}: {description}") }
        }
        None => Field { name: column.to_owned(), kind: "string", description: String::new() },
    }
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, Rows, describe, field};
    use crate::{claim::fields, report};

    #[test]
    fn a_second_file_joins_the_first() {
        let header = ["low".to_owned()];
        let one = describe("b.csv", Rows::Csv, &header, None);
        let two = describe("a.jsonl", Rows::Jsonl, &header, Some(&one));
        let again = describe("b.csv", Rows::Csv, &header, Some(&two));
        let paths = |text: &str| text.lines().filter(|l| l.contains("\"path\"")).count();
        assert_eq!((paths(&one), paths(&two), paths(&again)), (1, 2, 2));
    }

    #[test]
    fn the_first_row_names_the_columns() {
        assert_eq!(Rows::Csv.columns(b"low,high\n1,2\n"), ["low", "high"]);
        assert_eq!(Rows::Jsonl.columns(b"{\"low\":1,\"high\":null,\"a\":[{}]}\n{}"), ["low", "high", "a"]);
    }

    #[test]
    fn every_column_of_claims_and_findings_is_described() {
        for column in fields::COLUMNS.iter().chain(report::COLUMNS) {
            assert!(KNOWN.iter().any(|(name, ..)| name == column), "{column}");
        }
        assert_eq!((field("children_killed_low").kind, field("killed_verdict").kind), ("integer", "string"));
    }
}
