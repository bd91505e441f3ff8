//! Where the answer goes.

use super::Target;
use crate::error::Error;
use std::{
    fs::File,
    io::{self, Write},
};

/// Opens the file asked for, or standard output.
///
/// # Errors
/// Where the file cannot be made.
pub(super) fn open(target: &Target) -> Result<Box<dyn Write>, Error> {
    match &target.output {
        None => Ok(Box::new(io::stdout())),
        Some(path) => {
            let file = File::create(path).map_err(|e| Error::io(e).in_file(&path.display().to_string()))?;
            Ok(Box::new(file))
        }
    }
}
