//! A plain text, one document a file.

use super::Reading;
use crate::{document::Document, error::Error};

pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Reading, Error> {
    let text = std::str::from_utf8(bytes).map_err(|e| not_utf8(bytes, e.valid_up_to()).in_file(name))?;
    let document = Document { id: name.to_owned(), text: text.to_owned(), ..Document::default() };
    Ok(Reading { documents: vec![document], ..Reading::default() })
}

/// The error for bytes that are no UTF-8 from byte `at` on.
fn not_utf8(bytes: &[u8], at: usize) -> Error {
    let before = &bytes[..at];
    let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
    let start = before.iter().rposition(|&b| b == b'\n').map_or(0, |n| n + 1);
    let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
    Error::syntax(format!("not UTF-8: byte {:#04x} is no part of a character", bytes[at]))
        .at_line(line)
        .at_column(column)
        .advise("save the file as UTF-8")
}
