//! How a table is written: its delimiter, and the row that is its header. Recognised, never guessed: where no row is a
//! header we know, that is the answer.

use super::{
    Hints,
    layout::{self, Conventions, Layout},
    shape::{Shape, recognise},
};
use crate::{
    error::Error,
    figure::{
        Cell,
        point::{Point, plain},
        read_cell,
    },
    lexicon::Lexicon,
};

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

impl Dialect {
    /// How it is written, in words.
    pub(super) fn told(&self) -> String {
        let delimiter = match self.delimiter {
            b'\t' => "a tab".to_owned(),
            other => format!("“{}”", char::from(other)),
        };
        let above = match self.above {
            0 => String::new(),
            1 => ", a line above the header".to_owned(),
            n => format!(", {n} lines above the header"),
        };
        format!("fields parted by {delimiter}{above}")
    }

    /// Whether there is nothing to tell.
    pub(super) fn is_plain(&self) -> bool {
        self.delimiter == b',' && self.above == 0
    }

    /// The last column that is read.
    pub(super) fn last_read(&self) -> usize {
        self.shape.places().chain(self.conventions.places()).max().unwrap_or(0)
    }

    /// Goes through the rows, those above the header among them.
    pub(super) fn reader<'b>(&self, bytes: &'b [u8]) -> csv::Reader<&'b [u8]> {
        reader(bytes, self.delimiter)
    }
}

fn reader(bytes: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes)
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
            let Some(first) = row(top, delimiter, above) else { continue };
            // One column alone is a text with a word that happens to be a header; a row with a number is data.
            if first.len() < 2 || first.iter().any(|name| name.parse::<f64>().is_ok()) {
                continue;
            }
            let two = row(top, delimiter, above + 1).and_then(|second| joined(&first, &second));
            let two = two.map(|header| (above + 1, header));
            for (above, header) in two.into_iter().chain([(above, first)]) {
                let layout = layout::recognise(&header);
                let names = hints.renamed(layout.map_or_else(|| header.clone(), |l| l.renamed(&header)), &header);
                let Some(shape) = recognise(&names) else { continue };
                let conventions = layout.map(|l| l.conventions(&header)).unwrap_or_default();
                hints.all_found(&header)?;
                return Ok(Dialect { delimiter, above, header, layout, conventions, shape });
            }
        }
    }
    Err(unknown(top))
}

/// The header that two rows make where a name of the first stands over several of the second: “Killed” over “min” and
/// “max”. `None` where they are no such rows.
fn joined(first: &[String], second: &[String]) -> Option<Vec<String>> {
    let over = |at: usize| first.get(at).is_none_or(String::is_empty) && !second[at].is_empty();
    let named = first.iter().filter(|name| !name.is_empty()).count();
    let is_data = second.iter().any(|cell| matches!(read_cell(cell, Lexicon::english()), Ok(Cell::Figure(_))));
    if named < 2 || is_data || second.len() < first.len() || !(1..second.len()).any(over) {
        return None;
    }
    let mut above = "";
    let name = |(at, below): (usize, &String)| {
        above = first.get(at).filter(|name| !name.is_empty() || below.is_empty()).map_or(above, |name| name);
        if above == below || below.is_empty() { above.to_owned() } else { format!("{above} {below}").trim().to_owned() }
    };
    Some(second.iter().enumerate().map(name).collect())
}

/// Whether a text without a name is a table: its very first row is a header.
pub(super) fn is_table(bytes: &[u8]) -> bool {
    sniff(bytes, &Hints::default()).is_ok_and(|dialect| dialect.above == 0)
}

/// What stands in the place of our name where the user says which mark parts thousands.
pub(super) const THOUSANDS: &str = "thousands";

/// What a point parts, by the mark that parts thousands.
fn point(mark: &str) -> Option<Point> {
    match mark {
        "." => Some(Point::Thousands),
        "," => Some(Point::Decimals),
        _ => None,
    }
}

/// Whether a text is a table whose fields are parted by tabs: its very first row is a header.
pub(super) fn is_tabbed(bytes: &[u8]) -> bool {
    let first = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    first.contains(&b'\t') && sniff(bytes, &Hints::default()).is_ok_and(|d| d.above == 0 && d.delimiter == b'\t')
}

impl Hints {
    /// The columns that are named.
    fn named(&self) -> impl Iterator<Item = &(String, String)> {
        self.columns.iter().filter(|(ours, _)| ours != THOUSANDS)
    }

    /// The mark that parts thousands, where the user names it.
    pub(super) fn thousands(&self) -> Option<&(String, String)> {
        self.columns.iter().find(|(ours, _)| ours == THOUSANDS)
    }

    /// What a point in a figure parts, where the user says so.
    pub(super) fn point(&self) -> Option<Point> {
        self.thousands().and_then(|(_, mark)| point(mark))
    }

    /// The header with the names that the user gave its columns.
    fn renamed(&self, mut names: Vec<String>, header: &[String]) -> Vec<String> {
        for (ours, theirs) in self.named() {
            if let Some(at) = layout::place(header, theirs) {
                names[at].clone_from(ours);
            }
        }
        names
    }

    /// Whether every column that the user named is there.
    fn all_found(&self, header: &[String]) -> Result<(), Error> {
        if let Some((_, mark)) = self.thousands().filter(|(_, mark)| point(mark).is_none()) {
            let error = Error::request(format!("“{mark}” does not part thousands"));
            return Err(error.advise("say --map thousands=. or --map thousands=,"));
        }
        match self.named().find(|(_, theirs)| layout::place(header, theirs).is_none()) {
            None => Ok(()),
            Some((ours, theirs)) => Err(Error::request(format!("no column “{theirs}”; found {}", header.join(", ")))
                .advise(format!("say with --map which column is “{ours}”"))),
        }
    }
}

/// The fields of one row.
fn row(bytes: &[u8], delimiter: u8, at: usize) -> Option<Vec<String>> {
    let mut reader = reader(bytes, delimiter);
    let record = reader.byte_records().nth(at)?.ok()?;
    Some(record.iter().map(|field| String::from_utf8_lossy(field).trim().to_owned()).collect())
}

fn unknown(top: &[u8]) -> Error {
    // Titles fill one cell or two: the first of the fullest rows is what the user takes for the header.
    let named = |fields: &[String]| fields.iter().filter(|f| !f.is_empty()).count();
    let rows = (0..ROWS).flat_map(|at| DELIMITERS.iter().filter_map(move |&d| Some((at, d, row(top, d, at)?))));
    let (at, delimiter, widest) = rows.rev().max_by_key(|(_, _, fields)| named(fields)).unwrap_or_default();
    let found = widest.join(", ");
    let has = |name: &str| widest.iter().any(|h| h == name);
    let what = if has("outcome") {
        "no column “value”, “vague”, “low”, “high” or “phrase” beside “outcome”"
    } else {
        "no column “outcome”, none named for an outcome such as “killed”, and none “text”"
    };
    let advice = match of_figures(top, delimiter, at, &widest).as_slice() {
        [] => "name the columns as the README does, or say what they are with --map killed=COLUMN,origin=COLUMN"
            .to_owned(),
        some @ [first, ..] => {
            let named: Vec<String> = some.iter().map(|name| format!("“{name}”")).collect();
            format!(
                "figures stand in {}; if “{first}” counts the killed, say --map killed=\"{first}\"",
                named.join(", ")
            )
        }
    };
    Error::syntax(format!("{what}; found {found}")).at_line(line(top, at)).advise(advice)
}

/// The first columns whose cells below the header are figures, or blank.
fn of_figures<'h>(top: &[u8], delimiter: u8, above: usize, header: &'h [String]) -> Vec<&'h String> {
    let below: Vec<Vec<String>> = (1..=ROWS).map_while(|n| row(top, delimiter, above + n)).collect();
    // What a point parts is asked only of a column that is read.
    let read = |cell: &String| {
        let cell = plain(cell, Some(Point::Thousands)).unwrap_or_default();
        read_cell(&cell, Lexicon::english())
    };
    let cells = |at: usize| below.iter().filter_map(move |row| row.get(at)).map(read);
    let all =
        |at: usize| cells(at).all(|cell| cell.is_ok()) && cells(at).any(|cell| matches!(cell, Ok(Cell::Figure(_))));
    header.iter().enumerate().filter(|(at, name)| !name.is_empty() && all(*at)).map(|(_, name)| name).take(3).collect()
}

/// The line of a row: rows without anything in them are lines too.
fn line(bytes: &[u8], at: usize) -> usize {
    let mut reader = reader(bytes, b',');
    let record = reader.byte_records().nth(at).and_then(Result::ok);
    record.and_then(|r| r.position().map(|p| line_at(bytes, p))).unwrap_or(1)
}

/// The line that a row begins in. The reader's own count is that of the end of the row before, with blank lines to come.
pub(super) fn line_at(bytes: &[u8], row: &csv::Position) -> usize {
    let rest = bytes.get(row.byte() as usize..).unwrap_or_default();
    let ends = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n'));
    row.line() as usize + ends.filter(|b| **b == b'\n').count()
}
