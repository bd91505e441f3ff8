//! The file in which people decide: pairs of tellings that may or may not be one incident.

use super::{
    Target, output,
    voice::{Level, say, tell},
};
use crate::{
    error::Error,
    link::{Decision, Linked, Pair, Rule, Verdict, pair_id},
    read::Input,
    write,
};
use std::collections::BTreeMap;

/// The columns of a file of pairs.
const COLUMNS: [&str; 20] = [
    "pair",
    "mark",
    "reason",
    "taken_as",
    "score",
    "why",
    "days_apart",
    "km_apart",
    "shared_names",
    "one",
    "one_incident",
    "one_published",
    "one_place",
    "one_date",
    "one_sentence",
    "other",
    "other_incident",
    "other_published",
    "other_place",
    "other_date",
];
/// The last of them.
const LAST: &str = "other_sentence";
/// The columns that a row must have to be followed.
const NEEDED: [&str; 3] = ["mark", "one", "other"];

/// What a person marked, and the row as it stood.
struct Marked {
    line: usize,
    decision: Option<Decision>,
    row: BTreeMap<String, String>,
}

/// A file of pairs as it was read.
pub(super) struct Review {
    name: String,
    marked: Vec<Marked>,
}

impl Review {
    /// One that is not there yet.
    pub(super) fn new(name: &str) -> Review {
        Review { name: name.to_owned(), marked: Vec::new() }
    }

    /// What is decided.
    pub(super) fn decisions(&self) -> Vec<Decision> {
        self.marked.iter().filter_map(|m| m.decision.clone()).collect()
    }

    /// Reads a file of pairs; a row whose mark cannot be read is told by line.
    ///
    /// # Errors
    /// Where the file is none of pairs, or has columns of its own that would be lost.
    pub(super) fn read(input: &Input) -> Result<Review, Error> {
        let first = input.bytes.split(|b| *b == b'\n').next().unwrap_or_default();
        let count = |d: &u8| first.iter().filter(|b| *b == d).count();
        let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(count).unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(&input.bytes[..]);
        let wrong = |e: csv::Error| Error::syntax(format!("not CSV: {e}")).in_file(&input.name);
        let header: Vec<String> = reader.headers().map_err(wrong)?.iter().map(|h| h.trim().to_owned()).collect();
        let lacking = NEEDED.iter().find(|n| !header.iter().any(|h| h == *n));
        let known = |h: &String| h.is_empty() || h == LAST || COLUMNS.contains(&h.as_str());
        if let Some(name) = lacking {
            return Err(Error::syntax(format!("no column “{name}”; found {}", header.join(", ")))
                .in_file(&input.name)
                .advise("a file of pairs has mark, one and other; `tollbook link --review` writes a new one under another name"));
        }
        if let Some(own) = header.iter().find(|h| !known(h)) {
            return Err(Error::syntax(format!("column “{own}” is not one of ours and would be lost"))
                .in_file(&input.name)
                .advise("put notes under “reason”"));
        }
        let mut marked = Vec::new();
        for row in reader.records() {
            let row = row.map_err(wrong)?;
            let line = row.position().map_or(0, |p| p.line() as usize);
            let row: BTreeMap<String, String> =
                header.iter().cloned().zip(row.iter().map(|f| f.trim().to_owned())).collect();
            if row.values().all(String::is_empty) {
                continue;
            }
            let decision = decision(&row).unwrap_or_else(|error| {
                tell(&error.in_file(&input.name).at_line(line));
                None
            });
            marked.push(Marked { line, decision, row });
        }
        Ok(Review { name: input.name.clone(), marked })
    }

    /// Says which marks cannot be followed, by line.
    pub(super) fn tell(&self, linked: &Linked) {
        let decided: Vec<&Marked> = self.marked.iter().filter(|m| m.decision.is_some()).collect();
        for refused in &linked.refused {
            let advice = "the other rows are applied; the row is kept as it is";
            tell(
                &Error::value(refused.why.clone()).in_file(&self.name).at_line(decided[refused.at].line).advise(advice),
            );
        }
    }

    /// Writes what was marked, renewed, and behind it what is new and not marked yet.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(super) fn write(&self, linked: &Linked, rule: &Rule) -> Result<(), Error> {
        let mut fresh: BTreeMap<&str, &Pair> = linked.pairs.iter().map(|p| (p.id.as_str(), p)).collect();
        let mut rows: Vec<BTreeMap<String, String>> = Vec::new();
        for m in self.marked.iter().filter(|m| said(&m.row, "mark") || said(&m.row, "reason")) {
            let mut row = m.row.clone();
            let id = pair_id(field(&row, "one"), field(&row, "other"));
            row.extend(fresh.remove(id.as_str()).map(|pair| cells(pair, rule)).unwrap_or_default());
            rows.push(row);
        }
        let kept = rows.len();
        rows.extend(linked.pairs.iter().filter(|p| fresh.contains_key(p.id.as_str())).map(|p| cells(p, rule)));
        let columns: Vec<&str> = COLUMNS.iter().copied().chain([LAST]).collect();
        let mut bytes = Vec::new();
        write::csv::header(&mut bytes, &columns);
        write::csv::rows(&mut bytes, rows.iter().map(|row| columns.iter().map(|c| field(row, c)).collect::<Vec<_>>()));
        // What stood there was read as ours, and every row of it that anybody wrote goes back.
        let target = Target { output: Some(self.name.clone().into()), force: true, ..Target::default() };
        output::whole(&target, &bytes)?;
        let look = match rows.len() - kept {
            0 => "none to look at".to_owned(),
            n => format!(
                "{n} to look at: write yes, no or unsure under “mark”, why under “reason”, and run the same again"
            ),
        };
        say(Level::Plain, &format!("{}: {kept} marked, {look}", self.name));
        Ok(())
    }
}

fn field<'r>(row: &'r BTreeMap<String, String>, name: &str) -> &'r str {
    row.get(name).map_or("", String::as_str)
}

fn said(row: &BTreeMap<String, String>, name: &str) -> bool {
    !field(row, name).is_empty()
}

/// What a row decides; `None` where it is not marked.
fn decision(row: &BTreeMap<String, String>) -> Result<Option<Decision>, Error> {
    let mark = field(row, "mark");
    let verdict = match mark.to_lowercase().as_str() {
        "" => return Ok(None),
        "yes" => Verdict::Yes,
        "no" => Verdict::No,
        "unsure" => Verdict::Unsure,
        _ => {
            let error = Error::value(format!("“{mark}” is no mark")).in_column("mark");
            return Err(error.advise("write yes (one incident), no (two) or unsure; the row is kept as it is"));
        }
    };
    let side = |name: &str| Some(field(row, name).to_owned()).filter(|s| !s.is_empty());
    let lacking = |name: &str| {
        Error::value("blank").in_column(name).advise("name a document and the number of its incident: report.txt#1")
    };
    Ok(Some(Decision {
        one: side("one").ok_or_else(|| lacking("one"))?,
        other: side("other").ok_or_else(|| lacking("other"))?,
        verdict,
    }))
}

/// A pair as a row, but for what people write into it.
fn cells(pair: &Pair, rule: &Rule) -> BTreeMap<String, String> {
    let common = pair.common;
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    let mut row = vec![
        ("pair".to_owned(), pair.id.clone()),
        ("taken_as".to_owned(), if pair.joined { "one" } else { "two" }.to_owned()),
        ("score".to_owned(), format!("{:.3}", common.score)),
        ("why".to_owned(), pair.why(rule)),
        ("days_apart".to_owned(), common.days.map(|d| d.to_string()).unwrap_or_default()),
        ("km_apart".to_owned(), common.km.map(|km| format!("{km:.1}")).unwrap_or_default()),
        ("shared_names".to_owned(), pair.shared.join("; ")),
    ];
    for (name, side) in ["one", "other"].iter().zip(&pair.sides) {
        row.push(((*name).to_owned(), side.name.clone()));
        row.push((format!("{name}_incident"), side.incident.clone()));
        row.push((format!("{name}_published"), text(&side.published)));
        row.push((format!("{name}_place"), text(&side.place)));
        row.push((format!("{name}_date"), text(&side.event_date)));
        row.push((format!("{name}_sentence"), side.sentence.clone()));
    }
    row.into_iter().collect()
}
