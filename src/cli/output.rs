//! Where the answer goes: standard output, or a file that is written whole or not at all.

use super::{Format, Target};
use crate::error::Error;
use std::{
    fs::{self, File},
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
};

/// An open output. A file stands under its own name only after [`Output::finish`].
pub(super) struct Output {
    sink: Sink,
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

/// Opens the file asked for, or standard output.
///
/// # Errors
/// Where the file cannot be made.
pub(super) fn open(target: &Target) -> Result<Output, Error> {
    let sink = match &target.output {
        None => Sink::Standard(io::stdout()),
        Some(whole) => {
            let mut name = whole.file_name().unwrap_or_default().to_owned();
            name.push(format!(".{}.part", std::process::id()));
            let unfinished = Unfinished { path: whole.with_file_name(name), whole: whole.clone() };
            let file = File::create(&unfinished.path).map_err(|e| Error::io(e).in_file(&named(whole)))?;
            Sink::File { unfinished, file: BufWriter::new(file) }
        }
    };
    Ok(Output { sink })
}

/// Writes a whole file.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut out = open(&Target { output: Some(path.to_owned()), format: None })?;
    out.write(bytes)?;
    out.finish()
}

/// Writes to standard output.
///
/// # Errors
/// Where it cannot be written, a reader that went away among them.
pub(super) fn print(bytes: &[u8]) -> Result<(), Error> {
    let mut out = Output { sink: Sink::Standard(io::stdout()) };
    out.write(bytes)?;
    out.finish()
}

/// The format asked for; failing that a table for a screen, and CSV for a pipe or a file.
pub(super) fn format(target: &Target) -> Format {
    let screen = target.output.is_none() && io::stdout().is_terminal();
    let by_name = target.output.as_deref().and_then(Path::extension).is_some_and(|e| e == "jsonl" || e == "ndjson");
    target.format.unwrap_or(match (screen, by_name) {
        (true, _) => Format::Table,
        (false, true) => Format::Jsonl,
        (false, false) => Format::Csv,
    })
}

/// The columns of the screen; a pipe takes what a printed page does.
pub(super) fn width() -> usize {
    const PAGE: usize = 100;
    let told = std::env::var("COLUMNS").ok().and_then(|n| n.parse().ok());
    let screen = || comfy_table::Table::new().width().map(usize::from);
    told.or_else(screen).unwrap_or(PAGE).clamp(40, 200)
}

impl Output {
    /// Adds bytes.
    ///
    /// # Errors
    /// Where they cannot be written, a reader that went away among them.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        match &mut self.sink {
            Sink::Standard(out) => Ok(out.write_all(bytes)?),
            Sink::File { unfinished, file } => {
                file.write_all(bytes).map_err(|e| Error::io(e).in_file(&named(&unfinished.whole)))
            }
        }
    }

    /// Closes it; a file gets its name now.
    ///
    /// # Errors
    /// Where what is left cannot be written.
    pub(super) fn finish(self) -> Result<(), Error> {
        match self.sink {
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
