//! Where the answer goes: standard output, or a file that is written whole or not at all.

use super::{
    Format, Target,
    binary::{is_binary, is_our_workbook},
    voice::{Level, say},
};
use crate::{
    error::Error,
    write::{
        csv,
        package::{self, Rows},
    },
};
use std::{
    borrow::Cow,
    fs::{self, File},
    io::{self, BufWriter, IsTerminal, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// What says of the tables beside it what every column is.
pub(super) const DESCRIPTOR: &str = "datapackage.json";

/// An open output. A file stands under its own name only after [`Output::finish`].
pub(super) struct Output {
    sink: Sink,
    /// What is to be done to CSV on the way; nothing to other formats.
    csv: Option<Csv>,
    described: Option<Described>,
}

/// What is to be done to CSV.
#[derive(Default)]
struct Csv {
    bom: bool,
    safe_cells: bool,
    /// How many cells were made safe.
    made_safe: usize,
    /// Whether something has been written.
    begun: bool,
}

/// A file that is to have a descriptor beside it.
struct Described {
    file: PathBuf,
    rows: Rows,
    /// The names of the columns, once written.
    columns: Option<Vec<String>>,
}

enum Sink {
    Standard(io::Stdout),
    File { unfinished: Unfinished, file: BufWriter<File> },
}

/// A file under a name of its own until it is whole; removed where it never gets there.
struct Unfinished {
    path: PathBuf,
    whole: PathBuf,
}

/// Opens the file asked for, or standard output, for rows of text.
///
/// # Errors
/// Where the file cannot be made, or is there already and neither ours nor to be written over; and where the format asked
/// for is no text.
pub(super) fn open(target: &Target) -> Result<Output, Error> {
    if is_binary(format(target)) {
        return Err(Error::request("this answer is rows of text only").advise("write it as CSV or JSON lines"));
    }
    if target.format.is_none() {
        known_ending(target.output.as_deref())?;
    }
    start(target)
}

/// Refuses a name that speaks for a format that is not written: CSV under it would deceive.
fn known_ending(file: Option<&Path>) -> Result<(), Error> {
    let ending = file.and_then(Path::extension).and_then(|e| e.to_str()).unwrap_or_default();
    let advice = match ending {
        "html" | "htm" | "svg" => "`tollbook report` writes pages and pictures",
        "json" => "name it .jsonl for a JSON object a line, or say --format",
        "tsv" | "tab" | "xls" | "ods" | "pdf" | "docx" | "doc" | "rtf" | "dta" | "sav" | "rds" => {
            "name it .csv, which spreadsheets and statistics programs read, or say --format"
        }
        _ => return Ok(()),
    };
    Err(Error::request(format!("nothing is written as .{ending}")).advise(advice))
}

fn start(target: &Target) -> Result<Output, Error> {
    let rows = match format(target) {
        Format::Csv | Format::Wide => Some(Rows::Csv),
        Format::Jsonl => Some(Rows::Jsonl),
        _ => None,
    };
    let csv = Csv { bom: target.bom, safe_cells: target.safe_cells, ..Csv::default() };
    let csv = Some(csv).filter(|_| rows == Some(Rows::Csv));
    let file = target.output.clone().filter(|_| target.datapackage);
    let described = file.zip(rows).map(|(file, rows)| Described { file, rows, columns: None });
    if target.datapackage && described.is_none() {
        say(
            Level::Plain,
            "no datapackage.json: it describes CSV and JSON lines; workbooks, databases and files of columns say themselves what \
             their columns are",
        );
    }
    let sink = match &target.output {
        None => Sink::Standard(io::stdout()),
        Some(whole) => {
            if !target.force {
                ours(whole)?;
            }
            let mut name = whole.file_name().unwrap_or_default().to_owned();
            name.push(format!(".{}.part", std::process::id()));
            let unfinished = Unfinished { path: whole.with_file_name(name), whole: whole.clone() };
            let file = File::create(&unfinished.path).map_err(|e| Error::io(e).in_file(&named(whole)))?;
            Sink::File { unfinished, file: BufWriter::new(file) }
        }
    };
    Ok(Output { sink, csv, described })
}

/// How every file begins that this program writes.
const OURS: [&str; 11] = [
    "claim,incident,",
    "incident,place,",
    "id,phrase,",
    "change,incident,",
    "outcome,all_lows,",
    "first,second,",
    "file,line,column,",
    "{\"claim\":",
    "{\"incident\":",
    "| incident | when |",
    "{| class=\"wikitable",
];

/// Refuses a file that is there and was not written by this program.
fn ours(path: &Path) -> Result<(), Error> {
    let Ok(file) = File::open(path) else { return Ok(()) };
    let ends = ends(file).map_err(|e| Error::io(e).in_file(&named(path)))?;
    let ends = String::from_utf8_lossy(&ends);
    let text = ends.trim_start_matches('\u{feff}');
    let known = OURS.iter().any(|start| text.starts_with(start)) || text.contains("tollbook") || is_our_workbook(path);
    if text.is_empty() || known {
        return Ok(());
    }
    Err(Error::request("there is a file of this name already, and it is not ours")
        .in_file(&named(path))
        .advise("choose another name, or write over it with --force"))
}

/// The beginning of a file and, where it is long, its end: files of columns say there who wrote them.
fn ends(mut file: File) -> io::Result<Vec<u8>> {
    const LOOKED_AT: u64 = 4096;
    let mut bytes = Vec::new();
    (&file).take(LOOKED_AT).read_to_end(&mut bytes)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(LOOKED_AT).max(LOOKED_AT)))?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a whole file.
///
/// # Errors
/// As for [`open`], and where it cannot be written.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    whole(&Target { output: Some(path.to_owned()), ..Target::default() }, bytes)
}

/// Writes bytes that are a whole answer, and no rows.
///
/// # Errors
/// As for [`open`], and where they cannot be written.
pub(super) fn whole(target: &Target, bytes: &[u8]) -> Result<(), Error> {
    let mut out = start(target)?;
    (out.csv, out.described) = (None, None);
    out.write(bytes)?;
    out.finish()
}

/// Writes to standard output.
///
/// # Errors
/// Where it cannot be written, a reader that went away among them.
pub(super) fn print(bytes: &[u8]) -> Result<(), Error> {
    let mut out = Output { sink: Sink::Standard(io::stdout()), csv: None, described: None };
    out.write(bytes)?;
    out.finish()
}

/// The format asked for; failing that the one that the name of the file asks for, a table for a screen, and CSV for a
/// pipe.
pub(super) fn format(target: &Target) -> Format {
    let ending = target.output.as_deref().and_then(Path::extension).and_then(|e| e.to_str());
    target.format.unwrap_or(match ending {
        Some("jsonl" | "ndjson") => Format::Jsonl,
        Some("md") => Format::Markdown,
        Some("wiki") => Format::Wiki,
        Some("geojson") => Format::Geojson,
        Some("xlsx") => Format::Xlsx,
        Some("parquet") => Format::Parquet,
        Some("arrow" | "feather" | "ipc") => Format::Arrow,
        Some("sqlite" | "sqlite3" | "db") => Format::Sqlite,
        None if target.output.is_none() && io::stdout().is_terminal() => Format::Table,
        _ => Format::Csv,
    })
}

/// The columns of the screen; a pipe takes what a printed page does.
pub(super) fn width() -> usize {
    const PAGE: usize = 100;
    let told = std::env::var("COLUMNS").ok().and_then(|n| n.parse().ok());
    let screen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    told.or_else(screen).unwrap_or(PAGE).clamp(40, 200)
}

impl Output {
    /// Adds bytes: whole rows, where they are rows.
    ///
    /// # Errors
    /// Where they cannot be written, a reader that went away among them.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if let Some(described) = self.described.as_mut().filter(|d| d.columns.is_none() && !bytes.is_empty()) {
            described.columns = Some(described.rows.columns(bytes));
        }
        match &mut self.csv {
            Some(csv) => {
                let bytes = csv.pass(bytes);
                self.sink.write(&bytes)
            }
            None => self.sink.write(bytes),
        }
    }

    /// Closes it; a file gets its name now.
    ///
    /// # Errors
    /// Where what is left cannot be written.
    pub(super) fn finish(self) -> Result<(), Error> {
        self.sink.finish()?;
        if let Some(safe) = self.csv.map(|csv| csv.made_safe).filter(|n| *n > 0) {
            say(Level::Plain, &format!("{safe} cells begin with an apostrophe now, so that none is a formula"));
        }
        let Some(Described { file, rows, columns: Some(columns) }) = self.described else { return Ok(()) };
        let path = file.with_file_name(DESCRIPTOR);
        let before = fs::read_to_string(&path).ok();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        save(&path, package::describe(&name, rows, &columns, before.as_deref()).as_bytes())
    }
}

impl Csv {
    fn pass<'a>(&mut self, bytes: &'a [u8]) -> Cow<'a, [u8]> {
        let mut bytes = Cow::Borrowed(bytes);
        if self.safe_cells {
            let (safe, changed) = csv::safe(&bytes);
            self.made_safe += changed;
            bytes = Cow::Owned(safe);
        }
        if self.bom && !self.begun && !bytes.is_empty() {
            bytes = Cow::Owned([b"\xef\xbb\xbf", &*bytes].concat());
        }
        self.begun |= !bytes.is_empty();
        bytes
    }
}

impl Sink {
    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        match self {
            Sink::Standard(out) => Ok(out.write_all(bytes)?),
            Sink::File { unfinished, file } => {
                file.write_all(bytes).map_err(|e| Error::io(e).in_file(&named(&unfinished.whole)))
            }
        }
    }

    fn finish(self) -> Result<(), Error> {
        match self {
            Sink::Standard(mut out) => Ok(out.flush()?),
            Sink::File { unfinished, mut file } => file
                .flush()
                .and_then(|()| fs::rename(&unfinished.path, &unfinished.whole))
                .map_err(|e| Error::io(e).in_file(&named(&unfinished.whole))),
        }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After a finish there is nothing under this name any more.
        let _ = fs::remove_file(&self.path);
    }
}

fn named(path: &Path) -> String {
    path.display().to_string()
}
