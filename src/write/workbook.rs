//! A workbook for Excel and its kin: findings, accounts, claims, and a sheet that says what every column is.

use super::{csv, package};
use crate::{claim::Claim, report::Report};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// The names of the sheets, in order.
pub const SHEETS: [&str; 4] = ["findings", "accounts", "claims", "columns"];

/// The workbook. Numbers are numbers, what is not known is an empty cell, and no cell is a formula.
///
/// # Errors
/// Where there is more than a sheet holds: a million rows, or 32,767 letters in a cell.
pub fn report(report: &Report, claims: &[Claim]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (mut findings, mut accounts, mut said) = (Vec::new(), Vec::new(), Vec::new());
    csv::report(&mut findings, report);
    csv::accounts(&mut accounts, report);
    csv::claims_header(&mut said);
    csv::claims(&mut said, &mut claims.iter());
    for (name, rows) in SHEETS.into_iter().zip([&findings, &accounts, &said]) {
        sheet(book.add_worksheet().set_name(name)?, rows)?;
    }
    let columns = book.add_worksheet().set_name(SHEETS[3])?;
    let head = ("column", "type", "what it is");
    for (row, (name, kind, what)) in std::iter::once(head).chain(package::dictionary()).enumerate() {
        for (column, text) in [name, kind, what].into_iter().enumerate() {
            columns.write_string(row as u32, column as u16, text)?;
        }
    }
    book.save_to_buffer()
}

/// Rows with their header, each column by its type.
fn sheet(sheet: &mut Worksheet, rows: &[u8]) -> Result<(), XlsxError> {
    let mut reader = ::csv::Reader::from_reader(rows);
    let header = reader.headers().cloned().unwrap_or_default();
    let kinds: Vec<&str> = header.iter().map(package::kind).collect();
    let bold = Format::new().set_bold();
    for (column, name) in header.iter().enumerate() {
        sheet.write_string_with_format(0, column as u16, name, &bold)?;
    }
    for (row, record) in reader.records().map_while(Result::ok).enumerate() {
        for (column, text) in record.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let (row, column_at) = (row as u32 + 1, column as u16);
            match (kinds[column], text.parse::<f64>()) {
                ("integer" | "number", Ok(n)) => sheet.write_number(row, column_at, n)?,
                ("boolean", _) => sheet.write_boolean(row, column_at, text == "true")?,
                _ => sheet.write_string(row, column_at, text)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
