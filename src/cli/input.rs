//! Opens what the arguments name.

use super::{Sources, output, tell};
use crate::{
    error::{Column, Error},
    read::{Input, Reading, Reject},
    write,
};
use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// How many bad rows are told one by one; the rest are counted.
const TOLD: usize = 10;

/// The endings of names that are read from a folder; any file that is named by itself is read.
const ENDINGS: &[&str] = &["txt", "text", "html", "htm", "jsonl", "ndjson", "csv", "tsv", "xlsx", "ods"];

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
/// user asked for that, and answers how many rows it was.
///
/// # Errors
/// Where an input is missing, which is seen before anything is read; where `each` fails; and where nothing at all could
/// be read.
pub(super) fn each(sources: &Sources, mut each: impl FnMut(Reading) -> Result<(), Error>) -> Result<usize, Error> {
    let sources = &sources.or_project()?;
    let hints = sources.hints();
    let mut tally = Tally::default();
    for input in inputs(sources)? {
        let input = match input {
            Ok(input) => input,
            Err(error) => {
                tally.reject(Reject { error, raw: String::new() });
                continue;
            }
        };
        if input.bytes.trim_ascii().is_empty() {
            let error = Error::nothing("empty").in_file(&input.name);
            tally
                .reject(Reject { error: error.advise("leave it out, or check that it was saved"), raw: String::new() });
        }
        for piece in input.pieces() {
            match piece.read(&hints) {
                Ok(mut reading) => {
                    reading.notes.drain(..).for_each(|note| eprintln!("tollbook: {note}"));
                    tally.read += reading.documents.len() + reading.claims.len();
                    reading.rejects.drain(..).for_each(|reject| tally.reject(reject));
                    each(reading)?;
                }
                Err(error) => tally.reject(Reject { error, raw: String::new() }),
            }
        }
    }
    tally.close(sources.rejects.as_deref())
}

/// Every input, opened when it is asked for.
///
/// # Errors
/// Where one is missing, which is seen before anything is read.
pub(super) fn inputs(sources: &Sources) -> Result<impl Iterator<Item = Result<Input, Error>>, Error> {
    let mut paths = Vec::new();
    for path in &sources.inputs {
        files(path, &mut paths)?;
    }
    let encoding = sources.encoding.clone();
    Ok(paths.into_iter().map(move |path| open(&path, encoding.as_deref())))
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

    fn close(self, file: Option<&Path>) -> Result<usize, Error> {
        let (read, rejected) = (self.read, self.rejects.len());
        if rejected > TOLD {
            eprintln!("tollbook: and {} more like these", rejected - TOLD);
        }
        if let Some(path) = file {
            output::save(path, &table(&self.rejects))?;
        }
        if rejected > 0 {
            let kept = match file {
                Some(path) => format!("kept in {}", path.display()),
                None => "--rejects FILE keeps them".to_owned(),
            };
            eprintln!("tollbook: {read} read, {rejected} rejected ({kept})");
        }
        if read == 0 {
            return Err(Error::nothing("nothing could be read"));
        }
        Ok(rejected)
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
    let missing = |e: io::Error| refuse(e).advise("check the spelling; - stands for standard input");
    if !fs::metadata(path).map_err(missing)?.is_dir() {
        found.push(path.to_owned());
        return Ok(());
    }
    let before = found.len();
    walk(path, found).map_err(refuse)?;
    if found.len() == before {
        return Err(Error::nothing("a folder without inputs").in_file(&name).advise(format!(
            "files that end in {} are read from a folder",
            ENDINGS.iter().map(|e| format!(".{e}")).collect::<Vec<_>>().join(", ")
        )));
    }
    Ok(())
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, hidden) = (entry.path(), entry.file_name().as_encoded_bytes().starts_with(b"."));
        // A link to a folder is not followed: it may lead back here.
        if !hidden && entry.file_type()?.is_dir() {
            walk(&path, found)?;
        } else if !hidden && path.is_file() && ending(&path).is_some_and(|e| ENDINGS.contains(&e.as_str())) {
            found.push(path);
        }
    }
    Ok(())
}

fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

fn open(path: &Path, encoding: Option<&str>) -> Result<Input, Error> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(|e| Error::io(e).in_file("<stdin>"))?;
        let mut input = Input { name: "<stdin>".to_owned(), bytes };
        recognise(&mut input, encoding)?;
        return Ok(input);
    }
    let name = path.display().to_string();
    let mut input = Input { bytes: fs::read(path).map_err(|e| Error::io(e).in_file(&name))?, name };
    recognise(&mut input, encoding)?;
    Ok(input)
}

/// Puts the input into UTF-8, and says so where it was something else.
fn recognise(input: &mut Input, told: Option<&str>) -> Result<(), Error> {
    if let Some(encoding) = input.decode(told)? {
        eprintln!("tollbook: {}: read as {encoding}", input.name);
    }
    Ok(())
}
