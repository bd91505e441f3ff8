//! Files that people give and that hold no text: known by their first bytes.

use crate::error::Error;

/// What a file begins with, what it is then, and what to do.
const KINDS: [(&[u8], &str, &str); 8] = [
    (b"%PDF-", "a PDF", "save its text (with pdftotext, say) and give that"),
    (b"PK\x03\x04", "an office document or a ZIP archive", DOCUMENT),
    (b"\xd0\xcf\x11\xe0", "an old office document", DOCUMENT),
    (b"{\\rtf", "a document in rich text", DOCUMENT),
    (b"\xff\xd8\xff", "a picture", PICTURE),
    (b"\x89PNG", "a picture", PICTURE),
    (b"GIF8", "a picture", PICTURE),
    (b"RIFF", "a picture or a sound", PICTURE),
];

const DOCUMENT: &str = "save a document as plain text or HTML and a sheet as CSV, or unpack the archive";
const PICTURE: &str = "type or paste the words that it shows into a text file";

/// The error for bytes that are no text, where their kind is known.
pub(super) fn alien(bytes: &[u8]) -> Option<Error> {
    let known = KINDS.iter().find(|(mark, ..)| bytes.starts_with(mark));
    known.map(|(_, what, advice)| Error::syntax(format!("{what}, not a text")).advise(*advice))
}

/// Whether bytes are those of a workbook, be it of the old kind or the new.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}
