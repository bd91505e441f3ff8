//! JSON, one object a line.

use crate::{
    claim::{Claim, row::Row},
    report::Report,
};
use serde::Serialize;

/// Why a row can be written.
const SERIALIZES: &str = "rows hold texts, numbers and names only, and memory does not fail";

/// Adds the claims to `out`, one line each.
pub fn claims(out: &mut Vec<u8>, claims: &[Claim]) {
    /// About so long is a claim: room for all is made at once.
    const LINE: usize = 640;
    out.reserve(claims.len() * LINE);
    for claim in claims {
        Row::from(claim).write_json(out).expect(SERIALIZES);
        out.push(b'\n');
    }
}

/// Adds the findings, one line each.
pub fn report(out: &mut Vec<u8>, report: &Report) {
    report.rows().for_each(|row| line(out, &row));
}

/// Adds one object as a line.
pub fn line(out: &mut Vec<u8>, row: &impl Serialize) {
    serde_json::to_writer(&mut *out, row).expect(SERIALIZES);
    out.push(b'\n');
}
