//! JSON, one object a line.

use crate::{
    claim::{
        Claim,
        fields::KEYS,
        row::{Cell, row},
    },
    report::Report,
};
use serde::Serialize;

/// Adds the claims to `out`, one line each.
pub fn claims(out: &mut Vec<u8>, claims: &mut dyn Iterator<Item = &Claim>) {
    /// About so long is a claim: room for all is made at once.
    const LINE: usize = 640;
    let claims: Vec<&Claim> = claims.collect();
    out.reserve(claims.len() * LINE);
    for claim in claims {
        out.push(b'{');
        for (key, cell) in KEYS.iter().zip(&row(claim)) {
            field(out, key, *cell);
        }
        out.pop();
        out.extend_from_slice(b"}\n");
    }
}

/// Adds one field. What needs no thought, as most does not, is written as it is.
fn field(out: &mut Vec<u8>, key: &str, cell: Cell<'_>) {
    out.extend_from_slice(key.as_bytes());
    match cell {
        Cell::Blank => out.extend_from_slice(b"null"),
        Cell::Text(text) if is_plain(text) => {
            out.push(b'"');
            out.extend_from_slice(text.as_bytes());
            out.push(b'"');
        }
        cell => serde_json::to_writer(&mut *out, &cell).expect("memory does not fail"),
    }
    out.push(b',');
}

/// Whether a text stands in JSON as it is.
fn is_plain(text: &str) -> bool {
    // all bytes are looked at, and no choice is made at each
    text.bytes().fold(true, |plain, b| plain & (b >= b' ') & (b != b'"') & (b != b'\\'))
}

/// Adds the findings, one line each.
pub fn report(out: &mut Vec<u8>, report: &Report) {
    report.rows().for_each(|row| line(out, &row));
}

/// Adds one object as a line.
pub fn line(out: &mut Vec<u8>, row: &impl Serialize) {
    serde_json::to_writer(&mut *out, row).expect("rows hold texts, numbers and names only, and memory does not fail");
    out.push(b'\n');
}
