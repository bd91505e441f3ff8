//! CSV, one row a line, the header first.

use crate::{
    claim::{Claim, fields::COLUMNS, row::row},
    report::{self, Report},
};
use serde::Serialize;

/// Adds the header of a table of claims.
pub fn claims_header(out: &mut Vec<u8>) {
    header(out, COLUMNS);
}

/// Adds the claims, one row each, without a header.
pub fn claims(out: &mut Vec<u8>, claims: &mut dyn Iterator<Item = &Claim>) {
    rows(out, claims.map(row));
}

/// Adds the findings, one row each, with their header.
pub fn report(out: &mut Vec<u8>, report: &Report) {
    reports(out, std::slice::from_ref(report));
}

/// Adds the findings under several policies, one row each, with one header.
pub fn reports(out: &mut Vec<u8>, reports: &[Report]) {
    header(out, report::COLUMNS);
    rows(out, reports.iter().flat_map(Report::rows));
}

/// Adds what each account says, one row each for outcome and group, with their header.
pub fn accounts(out: &mut Vec<u8>, report: &Report) {
    header(
        out,
        &[
            "incident", "account", "origin", "via", "outlets", "last", "outcome", "victims", "low", "high", "said",
            "basis", "replaced",
        ],
    );
    let all = report.incidents.iter().flat_map(|i| i.accounts.iter().map(move |a| (i, a)));
    rows(
        out,
        all.flat_map(|(incident, a)| {
            a.cells.iter().map(move |cell| {
                let was: Vec<&str> = cell.history.iter().map(|old| old.said.as_str()).collect();
                (
                    (&incident.id, &a.name, &a.origin, a.via.join("; "), a.outlets.join("; "), &a.at),
                    (cell.outcome, cell.victims, cell.range.map(|r| r.low()), cell.range.and_then(|r| r.high())),
                    (&cell.said, cell.basis, was.join("; ")),
                )
            })
        }),
    );
}

/// The same rows with every cell that a spreadsheet would take for a formula (it begins with = + - @, or with a tab or a
/// line end) behind an apostrophe, and how many cells those were.
///
/// ```
/// use tollbook::write::csv::safe;
///
/// assert_eq!(safe(b"a,=1+1\n"), (b"a,'=1+1\n".to_vec(), 1));
/// ```
pub fn safe(rows: &[u8]) -> (Vec<u8>, usize) {
    let (mut out, mut changed) = (Vec::with_capacity(rows.len()), 0);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(rows);
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(&mut out);
    for record in reader.byte_records().map_while(Result::ok) {
        for field in &record {
            let formula = matches!(field.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n'));
            changed += usize::from(formula);
            let field = if formula { [b"'", field].concat() } else { field.to_vec() };
            writer.write_field(field).expect("memory does not fail");
        }
        writer.write_record(None::<&[u8]>).expect("memory does not fail");
    }
    drop(writer);
    (out, changed)
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
