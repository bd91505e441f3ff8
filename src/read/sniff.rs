//! How a table is written: its delimiter, and the row that is its header. Recognised, never guessed: where no row is a
//! header we know, that is the answer.

use super::{
    Hints,
    layout::{self, Conventions, Layout},
    shape::{Shape, recognise},
};
use crate::error::Error;

/// How a table is written and what it holds.
#[derive(Debug)]
pub(super) struct Dialect {
    pub(super) delimiter: u8,
    /// Titles and the like above the header.
    pub(super) above: usize,
    pub(super) header: Vec<String>,
    pub(super) layout: Option<&'static Layout>,
    pub(super) conventions: Conventions,
    pub(super) shape: Shape,
}

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How far down a header may stand.
const ROWS: usize = 20;

/// As much of a table as is looked at.
const LOOKED_AT: usize = 64 << 10;

/// How a table is written.
///
/// # Errors
/// Where none of the first rows is a header with an outcome and a figure, with columns of figures, or with a text.
pub(super) fn sniff(bytes: &[u8], hints: &Hints) -> Result<Dialect, Error> {
    let top = &bytes[..bytes.len().min(LOOKED_AT)];
    for above in 0..ROWS {
        for delimiter in DELIMITERS {
            let Some(header) = row(top, delimiter, above) else { continue };
            // One column alone is a text with a word that happens to be a header; a row with a number is data.
            if header.len() < 2 || header.iter().any(|n| n.parse::<f64>().is_ok()) {
                continue;
            }
            let layout = layout::recognise(&header);
            let names = hints.renamed(layout.map_or_else(|| header.clone(), |l| l.renamed(&header)), &header);
            if let Some(shape) = recognise(&names) {
                let conventions = layout.map(|l| l.conventions(&header)).unwrap_or_default();
                return hints.all_found(&header).map(|()| Dialect {
                    delimiter,
                    above,
                    header,
                    layout,
                    conventions,
                    shape,
                });
            }
        }
    }
    Err(unknown(top))
}

/// Whether a text without a name is a table: its very first row is a header.
pub(super) fn is_table(bytes: &[u8]) -> bool {
    sniff(bytes, &Hints::default()).is_ok_and(|dialect| dialect.above == 0)
}

impl Hints {
    /// The header with the names that the user gave its columns.
    fn renamed(&self, mut names: Vec<String>, header: &[String]) -> Vec<String> {
        for (ours, theirs) in &self.columns {
            if let Some(at) = layout::place(header, theirs) {
                names[at].clone_from(ours);
            }
        }
        names
    }

    /// Whether every column that the user named is there.
    fn all_found(&self, header: &[String]) -> Result<(), Error> {
        match self.columns.iter().find(|(_, theirs)| layout::place(header, theirs).is_none()) {
            None => Ok(()),
            Some((ours, theirs)) => Err(Error::request(format!("no column “{theirs}”; found {}", header.join(", ")))
                .advise(format!("say with --map which column is “{ours}”"))),
        }
    }
}

/// The fields of one row.
fn row(bytes: &[u8], delimiter: u8, at: usize) -> Option<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes);
    let record = reader.byte_records().nth(at)?.ok()?;
    Some(record.iter().map(|field| String::from_utf8_lossy(field).trim().to_owned()).collect())
}

fn unknown(top: &[u8]) -> Error {
    // Titles fill one cell or two: the first of the fullest rows is what the user takes for the header.
    let named = |fields: &[String]| fields.iter().filter(|f| !f.is_empty()).count();
    let rows = (0..ROWS).flat_map(|at| DELIMITERS.iter().filter_map(move |&d| Some((at, row(top, d, at)?))));
    let (at, widest) = rows.rev().max_by_key(|(_, fields)| named(fields)).unwrap_or_default();
    let found = widest.join(", ");
    let has = |name: &str| widest.iter().any(|h| h == name);
    let what = if has("outcome") {
        "no column “value”, “vague”, “low”, “high” or “phrase” beside “outcome”"
    } else {
        "no column “outcome”, none named for an outcome such as “killed”, and none “text”"
    };
    Error::syntax(format!("{what}; found {found}"))
        .at_line(line(top, at))
        .advise("name the columns as the README does, or say what they are with --map killed=COLUMN,origin=COLUMN")
}

/// The line of a row: rows without anything in them are lines too.
fn line(bytes: &[u8], at: usize) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let record = reader.byte_records().nth(at).and_then(Result::ok);
    record.and_then(|r| r.position().map(|p| line_at(bytes, p))).unwrap_or(1)
}

/// The line that a row begins in. The reader's own count is that of the end of the row before, with blank lines to come.
pub(super) fn line_at(bytes: &[u8], row: &csv::Position) -> usize {
    let rest = bytes.get(row.byte() as usize..).unwrap_or_default();
    let ends = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n'));
    row.line() as usize + ends.filter(|b| **b == b'\n').count()
}
