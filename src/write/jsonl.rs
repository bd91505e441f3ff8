//! JSON, one object a line.

use crate::{
    claim::{Claim, row::Row},
    report::Report,
};
use serde::Serialize;

/// Adds the claims to `out`, one line each.
pub fn claims(out: &mut Vec<u8>, claims: &[Claim]) {
    /// About so long is a claim: room for all is made at once.
    const LINE: usize = 640;
    out.reserve(claims.len() * LINE);
    claims.iter().for_each(|claim| line(out, &Row::from(claim)));
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
