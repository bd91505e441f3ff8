//! Opens what the arguments name.

use super::{
    Sources,
    output::{self, DESCRIPTOR},
    voice::{Level, Progress, listed, say, tell},
};
use crate::{
    error::{Column, Error},
    read::{Input, Lines, Piece, Reading, Reject},
    write,
};
use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};

/// How many bad rows are told one by one; the rest are counted.
const TOLD: usize = 10;

/// The endings of names that are read from a folder; any file that is named by itself is read.
const ENDINGS: &[&str] = &[
    "txt", "text", "html", "htm", "mhtml", "mht", "jsonl", "ndjson", "json", "geojson", "csv", "tsv", "xlsx", "xls",
    "ods", "sqlite", "parquet", "arrow", "feather",
];

/// Reads everything at once.
///
/// # Errors
/// As for [`each`].
pub(super) fn all(sources: &Sources) -> Result<Reading, Error> {
    let mut all = Reading::default();
    each(sources, |reading| {
        all.extend(reading);
        Ok(())
    })?;
    Ok(all)
}

/// Reads every input and hands over each part as it is read, in order. Tells of what could not be read, keeps it where the
/// user asked for that, and answers what it was.
///
/// # Errors
/// Where an input is missing, which is seen before anything is read; where `each` fails; and where nothing at all could
/// be read.
pub(super) fn each(
    sources: &Sources,
    mut each: impl FnMut(Reading) -> Result<(), Error>,
) -> Result<Vec<Reject>, Error> {
    // This thread takes its share of the work: on one core nothing is handed to another and waited for. A second time it is so already.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
    let sources = &sources.or_project()?;
    let hints = sources.hints();
    let mut tally = Tally::default();
    let paths = paths(sources)?;
    let size = |path: &PathBuf| fs::metadata(path).map_or(0, |m| m.len());
    let progress = Progress::over(paths.iter().map(size).sum());
    for path in &paths {
        let before = (tally.read, tally.rejects.len());
        let mut said = BTreeSet::new();
        let take = |piece: Piece| {
            progress.add(piece.size());
            let mut reading = match piece.read(&hints) {
                Ok(reading) => reading,
                Err(error) => {
                    tally.reject(Reject { error, raw: String::new() });
                    return Ok(());
                }
            };
            let new = reading.notes.drain(..).filter(|note| said.insert(note.clone()));
            new.for_each(|note| say(Level::Plain, &note));
            tally.read += reading.documents.len() + reading.claims.len();
            reading.rejects.drain(..).for_each(|reject| tally.reject(reject));
            each(reading)
        };
        if let Err(error) = pieces(path, sources.encoding.as_deref(), take)? {
            tally.reject(Reject { error, raw: String::new() });
        }
        let (read, rejected) = (tally.read - before.0, tally.rejects.len() - before.1);
        say(Level::Verbose, &format!("{}: {read} read, {rejected} rejected", named(path)));
    }
    tally.close(sources.rejects.as_deref())
}

/// Hands over the pieces of an input, in order. The inner error is that of the input, of which some may have been handed over.
fn pieces(
    path: &Path,
    encoding: Option<&str>,
    mut take: impl FnMut(Piece) -> Result<(), Error>,
) -> Result<Result<(), Error>, Error> {
    let mut blank = true;
    let mut take = |piece: Piece| {
        blank &= piece.is_blank();
        if piece.is_blank() { Ok(()) } else { take(piece) }
    };
    let read = match lines(path, encoding) {
        Ok(Some(mut lines)) => loop {
            match lines.next() {
                Ok(Some(piece)) => take(piece)?,
                Ok(None) => break Ok(()),
                Err(error) => break Err(error),
            }
        },
        Ok(None) => match open(path, encoding) {
            Ok(input) => Ok(input.pieces().into_iter().try_for_each(take)?),
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    };
    let empty = || Error::nothing("empty").in_file(&named(path)).advise("leave it out, or check that it was saved");
    Ok(read.and_then(|()| if blank { Err(empty()) } else { Ok(()) }))
}

/// Every input, opened when it is asked for.
///
/// # Errors
/// Where one is missing, which is seen before anything is read.
pub(super) fn inputs(sources: &Sources) -> Result<impl Iterator<Item = Result<Input, Error>>, Error> {
    let encoding = sources.encoding.clone();
    Ok(paths(sources)?.into_iter().map(move |path| open(&path, encoding.as_deref())))
}

fn paths(sources: &Sources) -> Result<Vec<PathBuf>, Error> {
    let mut paths = Vec::new();
    for path in &sources.inputs {
        files(path, &mut paths)?;
    }
    Ok(paths)
}

/// How the reading went.
#[derive(Default)]
struct Tally {
    read: usize,
    rejects: Vec<Reject>,
}

impl Tally {
    fn reject(&mut self, reject: Reject) {
        if self.rejects.len() < TOLD {
            tell(&reject.error);
        }
        self.rejects.push(reject);
    }

    fn close(self, file: Option<&Path>) -> Result<Vec<Reject>, Error> {
        let (read, rejected) = (self.read, self.rejects.len());
        if rejected > TOLD {
            say(Level::Quiet, &format!("and {} more like these", rejected - TOLD));
        }
        if let Some(path) = file {
            output::save(path, &table(&self.rejects))?;
        }
        if rejected > 0 {
            let kept = match file {
                Some(path) => format!("kept in {}", path.display()),
                None => "--rejects FILE keeps them".to_owned(),
            };
            say(Level::Quiet, &format!("{read} read, {rejected} rejected ({kept})"));
        }
        if read == 0 {
            return Err(Error::nothing("nothing could be read"));
        }
        Ok(self.rejects)
    }
}

/// The rows that could not be read, as a table.
fn table(rejects: &[Reject]) -> Vec<u8> {
    let mut out = Vec::new();
    write::csv::header(&mut out, &["file", "line", "column", "reason", "advice", "row"]);
    write::csv::rows(
        &mut out,
        rejects.iter().map(|Reject { error, raw }| {
            let place = error.place();
            let column = place.column.as_ref().map(|c| match c {
                Column::At(n) => n.to_string(),
                Column::Named(name) => name.clone(),
            });
            (&place.file, place.line, column, error.reason(), error.advice(), raw)
        }),
    );
    out
}

/// Adds the files that an argument stands for: itself, or those of a folder and its folders in the order of their names.
fn files(path: &Path, found: &mut Vec<PathBuf>) -> Result<(), Error> {
    if path.as_os_str() == "-" {
        found.push(path.to_owned());
        return Ok(());
    }
    let name = path.display().to_string();
    let refuse = |e: io::Error| Error::io(e).in_file(&name);
    // A pattern that the shell did not spell out; a file that is called like one is itself.
    if name.contains(['*', '?', '[']) && !path.exists() {
        return spelt_out(&name, found);
    }
    let missing = |e: io::Error| refuse(e).advise("check the spelling; - stands for standard input");
    if !fs::metadata(path).map_err(missing)?.is_dir() {
        found.push(path.to_owned());
        return Ok(());
    }
    let (before, mut passed) = (found.len(), Vec::new());
    walk(path, found, &mut passed).map_err(refuse)?;
    if found.len() == before {
        return Err(Error::nothing("a folder without inputs").in_file(&name).advise(format!(
            "files that end in {} are read from a folder",
            ENDINGS.iter().map(|e| format!(".{e}")).collect::<Vec<_>>().join(", ")
        )));
    }
    if !passed.is_empty() {
        let told = listed(&passed);
        say(
            Level::Plain,
            &format!("{name}: passed over, being of another kind: {told} (a file that is named itself is read)"),
        );
    }
    Ok(())
}

/// Adds the files that fit a pattern such as `reports/*.txt` or `**/*.csv`, in the order of their names.
fn spelt_out(pattern: &str, found: &mut Vec<PathBuf>) -> Result<(), Error> {
    let refuse = |what: String| Error::request(what).in_file(pattern);
    let fits = glob::glob(pattern).map_err(|e| refuse(format!("no pattern: {}", e.msg)))?;
    let before = found.len();
    found.extend(fits.flatten().filter(|path| path.is_file()));
    if found.len() == before {
        return Err(
            refuse("no file fits this pattern".to_owned()).advise("* stands for a part of a name, ** for folders")
        );
    }
    Ok(())
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>, passed: &mut Vec<String>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_unstable_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        // Offices put a file with such a name beside one that is open.
        let hidden = [&b"."[..], b"~$"].iter().any(|mark| name.as_encoded_bytes().starts_with(mark));
        // A link to a folder is not followed: it may lead back here.
        if !hidden && entry.file_type()?.is_dir() && !is_of_a_page(&path) {
            walk(&path, found, passed)?;
        } else if !hidden && path.is_file() && entry.file_name() != DESCRIPTOR {
            if ending(&path).is_some_and(|e| ENDINGS.contains(&e.as_str())) {
                found.push(path);
            } else {
                passed.push(name.to_string_lossy().into_owned());
            }
        }
    }
    Ok(())
}

/// Whether a folder holds the pictures and frames of a page that a browser saved beside it.
fn is_of_a_page(folder: &Path) -> bool {
    let page = folder.to_str().and_then(|name| name.strip_suffix("_files"));
    page.is_some_and(|page| ["html", "htm"].iter().any(|ending| Path::new(&format!("{page}.{ending}")).is_file()))
}

fn ending(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    name.trim_end_matches(".gz").rsplit_once('.').map(|(_, ending)| ending.to_owned())
}

/// A file of lines of JSON, which need not fit into the memory; `None` for what is read at once.
fn lines(path: &Path, encoding: Option<&str>) -> Result<Option<Lines<BufReader<File>>>, Error> {
    if path.as_os_str() == "-" || encoding.is_some() {
        return Ok(None);
    }
    Lines::of(&named(path), || File::open(path).map(BufReader::new))
}

fn open(path: &Path, encoding: Option<&str>) -> Result<Input, Error> {
    let name = named(path);
    let refuse = |e: io::Error| Error::io(e).in_file(&name);
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let mut input = Input { bytes: bytes.map_err(refuse)?, name };
    recognise(&mut input, encoding)?;
    Ok(input)
}

/// How an input is called.
fn named(path: &Path) -> String {
    if path.as_os_str() == "-" { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// Puts the input into UTF-8, and says so where it was something else.
fn recognise(input: &mut Input, told: Option<&str>) -> Result<(), Error> {
    if let Some(encoding) = input.decode(told)? {
        say(Level::Plain, &format!("{}: read as {encoding}", input.name));
    }
    Ok(())
}
