//! Bytes to documents and claims, one file a format.
//!
//! Reading never stops at a bad row: what could not be read comes back as a [`Reject`] that names file, line, column,
//! what, why and what to do, and the rest goes on.

mod alien;
mod binary;
mod dates;
mod decode;
mod html;
pub mod inspect;
mod json;
mod jsonl;
mod languages;
mod layout;
mod lines;
mod names;
mod packed;
mod points;
mod records;
mod scalar;
mod shape;
mod sniff;
mod table;
mod text;
mod tongues;
mod wikidata;

pub use lines::Lines;

use crate::{
    claim::{Claim, fields::COLUMNS},
    document::Document,
    error::Error,
};

/// Bytes with a name.
#[derive(Debug)]
pub struct Input {
    /// The path as given, or `<stdin>`.
    pub name: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// What ships with the program as TOML, and is read by a test. By way of a table: readers of text made for each of these
/// records would take a hundred kilobytes of the program.
fn shipped<T: serde::de::DeserializeOwned>(text: &str) -> T {
    let table: Result<T, _> = text.parse::<toml::Table>().and_then(toml::Table::try_into);
    table.expect("what ships is read by a test")
}

/// What bytes hold.
#[derive(Debug, Default)]
pub struct Reading {
    /// Texts, in the order of the input.
    pub documents: Vec<Document>,
    /// Claims that came as rows, in the order of the input.
    pub claims: Vec<Claim>,
    /// Rows that could not be read.
    pub rejects: Vec<Reject>,
    /// What the reader of the figures must know of how the input was taken.
    pub notes: Vec<String>,
}

/// A row that could not be read, and why.
#[derive(Debug)]
pub struct Reject {
    /// Where, what, why and what to do.
    pub error: Error,
    /// The row as it stood, cut to a length that a person can look at.
    pub raw: String,
}

/// What the user knows of the inputs.
#[derive(Clone, Debug, Default)]
pub struct Hints {
    /// Who published the documents that do not say so themselves.
    pub outlet: Option<String>,
    /// When: ISO 8601.
    pub published: Option<String>,
    /// What the columns of tables are: our name, their name. Under `thousands` stands the mark that parts thousands.
    pub columns: Vec<(String, String)>,
}

/// Our name of a column of claims, figures or documents, by that name or another that is known for it; or `thousands`, for
/// the mark that parts them.
///
/// ```
/// use tollbook::read::column;
///
/// assert_eq!(column("source").as_deref(), Some("origin"));
/// assert_eq!(column("children_killed").as_deref(), Some("children_killed"));
/// assert_eq!(column("colour"), None);
/// ```
pub fn column(name: &str) -> Option<String> {
    let names = names::Names::shipped();
    let folded = names::folded(name);
    if folded == sniff::THOUSANDS || COLUMNS.contains(&folded.as_str()) || names.figures(name).is_some() {
        return Some(folded);
    }
    names.column(name).or_else(|| names.document(name)).map(str::to_owned)
}

/// The formats that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A text, with or without front matter.
    Text,
    /// A web page.
    Html,
    /// One JSON object a line: documents, claims or both.
    Jsonl,
    /// An array of such objects, or an object that holds one.
    Json,
    /// A table of claims or of documents.
    Csv,
    /// A workbook with such a table: with the feature `xlsx`.
    Workbook,
    /// A database with a table `claims`: with the feature `sqlite`.
    Database,
    /// A Parquet or Arrow file: with the feature `parquet`.
    Columns,
}

/// A part of an input that can be read by itself.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    name: &'a str,
    format: Format,
    /// The line its bytes start at, from 1.
    first_line: usize,
    bytes: &'a [u8],
}

/// How many bytes of JSONL are read at a time: enough to keep every core busy, little enough to bound the memory.
const PIECE: usize = 1 << 18;

impl Input {
    /// Unpacks the bytes where gzip packed them, puts them into UTF-8 where they are a text in another encoding, and names that encoding: the one that was told,
    /// or the one they speak for. Lines of JSON are UTF-8 by definition, so that a broken line is a matter of that line.
    ///
    /// # Errors
    /// Where the bytes are no text, or nobody knows an encoding of that name.
    pub fn decode(&mut self, told: Option<&str>) -> Result<Option<&'static str>, Error> {
        if let Some(bytes) = packed::unpack(&self.bytes).map_err(|e| e.in_file(&self.name))? {
            self.bytes = bytes;
        }
        let marked = self.bytes.starts_with(b"\xff\xfe") || self.bytes.starts_with(b"\xfe\xff");
        match format_of(&self.name, &self.bytes) {
            Format::Workbook | Format::Database | Format::Columns => return Ok(None),
            Format::Jsonl | Format::Json if !marked && told.is_none() => return Ok(None),
            _ => {}
        }
        if let Some(error) = alien::alien(&self.bytes) {
            return Err(error.in_file(&self.name));
        }
        let decoded = decode::decode(&self.bytes, told).map_err(|e| e.in_file(&self.name))?;
        let encoding = decoded.map(|(bytes, encoding)| {
            self.bytes = bytes;
            encoding
        });
        // Old computers ended lines so, and one spreadsheet still offers it.
        if !self.bytes.contains(&b'\n') {
            self.bytes.iter_mut().filter(|b| **b == b'\r').for_each(|b| *b = b'\n');
        }
        Ok(encoding)
    }

    /// The input in pieces that can be read one after the other, in order; none where it is empty.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let bytes = unmarked(&self.bytes);
        let format = format_of(&self.name, bytes);
        match format {
            Format::Jsonl => jsonl::cut(bytes, PIECE)
                .into_iter()
                .map(|(first_line, bytes)| Piece { name: &self.name, format, first_line, bytes })
                .collect(),
            _ => vec![Piece { name: &self.name, format, first_line: 1, bytes }],
        }
    }
}

impl Piece<'_> {
    /// How many bytes it has.
    pub fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.bytes.trim_ascii().is_empty()
    }

    /// Reads the piece.
    ///
    /// # Errors
    /// Where nothing of it can be read; a row that cannot is a [`Reject`] instead.
    pub fn read(&self, hints: &Hints) -> Result<Reading, Error> {
        let mut reading = match self.format {
            Format::Text => text::read(self.name, self.bytes)?,
            Format::Html => html::read(self.name, self.bytes)?,
            Format::Jsonl => jsonl::read(self.name, self.first_line, self.bytes, hints),
            Format::Json => json::read(self.name, self.bytes, hints)?,
            Format::Csv => table::read(self.name, self.bytes, hints)?,
            Format::Workbook | Format::Database | Format::Columns => {
                let (found, several) = binary::table(self.name, self.bytes, hints)?;
                let mut reading = table::read(self.name, &found.rows, hints)?;
                if several {
                    reading.notes.insert(0, format!("{}: of its tables “{}” is read", self.name, found.name));
                }
                reading
            }
        };
        dates::settle(self.name, &mut reading);
        for document in &mut reading.documents {
            fill(&mut document.outlet, &hints.outlet);
            fill(&mut document.published, &hints.published);
        }
        Ok(reading)
    }
}

impl Reading {
    /// The same, with what another reading found after it.
    pub fn extend(&mut self, other: Reading) {
        self.documents.extend(other.documents);
        self.claims.extend(other.claims);
        self.rejects.extend(other.rejects);
        self.notes.extend(other.notes);
    }
}

/// The format, by the ending of the name and, where that says nothing, by the first mark or row.
pub fn format_of(name: &str, bytes: &[u8]) -> Format {
    let name = name.strip_suffix(".gz").unwrap_or(name);
    let ending = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
    match ending.as_deref() {
        Some("jsonl" | "ndjson") => Format::Jsonl,
        Some("json" | "geojson") => Format::Json,
        Some("csv" | "tsv") => Format::Csv,
        // Web sites give these endings to tables and pages too, that a spreadsheet may open them.
        Some("xlsx" | "xls" | "xlsm" | "ods") if alien::is_workbook(bytes) => Format::Workbook,
        Some("sqlite" | "sqlite3" | "db") => Format::Database,
        Some("parquet" | "arrow" | "feather" | "ipc") => Format::Columns,
        Some("html" | "htm" | "xhtml" | "mhtml" | "mht") => Format::Html,
        // Spreadsheets give this ending to tables too.
        Some("txt" | "text") if sniff::is_tabbed(bytes) => Format::Csv,
        Some("txt" | "md" | "text") => Format::Text,
        _ if json::is_whole(bytes) => Format::Json,
        _ if bytes.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'{') => Format::Jsonl,
        _ if html::is_page(bytes) => Format::Html,
        _ if sniff::is_table(bytes) => Format::Csv,
        _ => Format::Text,
    }
}

/// The bytes without the mark of UTF-8 that some programs put first.
fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Where a part that is borrowed of some bytes begins in them.
fn place_in(bytes: &[u8], part: &[u8]) -> usize {
    part.as_ptr() as usize - bytes.as_ptr() as usize
}

fn fill(value: &mut Option<String>, default: &Option<String>) {
    if value.is_none() {
        value.clone_from(default);
    }
}

/// As much of a row as a person can look at.
fn excerpt(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(600)]);
    text.chars().take(200).collect()
}
