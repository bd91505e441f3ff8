//! JSON, one object a line.

use crate::{
    claim::{
        Claim,
        fields::COLUMNS,
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
        for (name, cell) in NAMES.iter().zip(&row(claim)) {
            field(out, name, *cell);
        }
        out.pop();
        out.extend_from_slice(b"}\n");
    }
}

/// The name of a column as it stands before its cell, in as many bytes as hold every one: so much is copied at once.
struct Name([u8; 24], usize);

const NAMES: [Name; COLUMNS.len()] = {
    let mut names = [const { Name([0; 24], 0) }; COLUMNS.len()];
    let mut n = 0;
    while n < names.len() {
        names[n] = Name::of(COLUMNS[n].as_bytes());
        n += 1;
    }
    names
};

impl Name {
    const fn of(name: &[u8]) -> Name {
        let mut bytes = [b'"'; 24];
        let (_, behind) = bytes.split_at_mut(1);
        behind.split_at_mut(name.len()).0.copy_from_slice(name);
        bytes[name.len() + 2] = b':';
        Name(bytes, name.len() + 3)
    }
}

/// Adds one field. What needs no thought, as most does not, is written as it is.
fn field(out: &mut Vec<u8>, Name(name, length): &Name, cell: Cell<'_>) {
    let end = out.len() + length;
    out.extend_from_slice(name);
    out.truncate(end);
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
