//! CSV, one row a line, the header first.

use crate::{
    claim::{Claim, fields::COLUMNS, row::Row},
    report::{self, Report},
};
use serde::Serialize;

/// Adds the header of a table of claims.
pub fn claims_header(out: &mut Vec<u8>) {
    header(out, COLUMNS);
}

/// Adds the claims, one row each, without a header.
pub fn claims(out: &mut Vec<u8>, claims: &[Claim]) {
    rows(out, claims.iter().map(Row::from));
}

/// Adds the findings, one row each, with their header.
pub fn report(out: &mut Vec<u8>, report: &Report) {
    header(out, report::COLUMNS);
    rows(out, report.rows());
}

/// Adds the names of columns.
pub(crate) fn header(out: &mut Vec<u8>, columns: &[&str]) {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(columns).and_then(|()| Ok(writer.flush()?)).expect("memory does not fail");
}

/// Adds rows of plain fields.
pub(crate) fn rows<R: Serialize>(out: &mut Vec<u8>, rows: impl Iterator<Item = R>) {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    for row in rows {
        writer.serialize(row).expect("rows hold texts, numbers and names only, and memory does not fail");
    }
    writer.flush().expect("memory does not fail");
}
