//! Opens what the arguments name.

use super::{Sources, report};
use crate::{
    error::Error,
    read::{Defaults, Input, Reading, Reject},
};
use std::{
    fs,
    io::{self, Read},
    path::Path,
};

/// How many bad rows are told one by one; the rest are counted.
const TOLD: usize = 10;

/// What was read, and how it went.
#[derive(Debug, Default)]
pub(super) struct Tally {
    read: usize,
    rejected: usize,
}

/// Reads every input, hands over each part as it is read, in order, and tells of what could not be read.
///
/// # Errors
/// Where an input cannot be opened, where `each` fails, and where nothing at all could be read.
pub(super) fn each(sources: &Sources, mut each: impl FnMut(Reading) -> Result<(), Error>) -> Result<(), Error> {
    let defaults = Defaults { outlet: sources.outlet.clone(), published: sources.published.clone() };
    let mut tally = Tally::default();
    for path in &sources.inputs {
        for input in open(path)? {
            for piece in input.pieces() {
                match piece.read(&defaults) {
                    Ok(mut reading) => {
                        tally.count(&reading);
                        for Reject { error, .. } in reading.rejects.drain(..) {
                            tally.tell(&error);
                        }
                        each(reading)?;
                    }
                    Err(error) => tally.tell(&error),
                }
            }
        }
    }
    tally.close()
}

impl Tally {
    fn count(&mut self, reading: &Reading) {
        self.read += reading.documents.len() + reading.claims.len();
    }

    fn tell(&mut self, error: &Error) {
        self.rejected += 1;
        if self.rejected <= TOLD {
            report(error);
        }
    }

    fn close(self) -> Result<(), Error> {
        if self.rejected > 0 {
            eprintln!("tollbook: {} rejected, {} read", self.rejected, self.read);
        }
        if self.read == 0 {
            return Err(Error::nothing("nothing could be read"));
        }
        Ok(())
    }
}

/// The inputs that one argument stands for: standard input, a file, or the files of a folder in the order of their
/// names.
fn open(path: &Path) -> Result<Vec<Input>, Error> {
    let name = path.display().to_string();
    if name == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(|e| Error::io(e).in_file("<stdin>"))?;
        return Ok(vec![Input { name: "<stdin>".to_owned(), bytes }]);
    }
    let refuse = |e: io::Error| Error::io(e).in_file(&name);
    if !path.is_dir() {
        return Ok(vec![Input { bytes: fs::read(path).map_err(refuse)?, name }]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(refuse)? {
        let path = entry.map_err(refuse)?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let name = path.display().to_string();
            let bytes = fs::read(&path).map_err(|e| Error::io(e).in_file(&name))?;
            Ok(Input { name, bytes })
        })
        .collect()
}
