//! Answers that are no rows of text: maps, workbooks, databases, and files of columns.

use super::{
    Format,
    voice::{Level, say},
};
use crate::{
    claim::Claim,
    error::Error,
    place::Gazetteer,
    report::Report,
    write::geojson::{self, Located},
};
use std::path::Path;

/// What can be asked of the answer: the table that is the answer itself, and what stands behind it.
pub(super) struct Answer<'a> {
    pub(super) reports: &'a [Report],
    pub(super) claims: &'a [Claim],
    /// The answer as rows of CSV.
    pub(super) rows: &'a dyn Fn() -> Vec<u8>,
}

/// Whether the format asked for is one of these.
pub(super) fn is_binary(format: Format) -> bool {
    matches!(format, Format::Geojson | Format::Xlsx | Format::Sqlite | Format::Parquet | Format::Arrow)
}

/// The whole answer as bytes, where the format asked for is such a one.
///
/// # Errors
/// Where it cannot be made, or the program was built without the feature for it.
pub(super) fn answer(format: Format, answer: &Answer) -> Result<Option<Vec<u8>>, Error> {
    let none = Report::default();
    let (report, claims) = match answer.reports {
        [] => (&none, answer.claims),
        [report] => (report, answer.claims),
        _ if matches!(format, Format::Xlsx | Format::Sqlite) => {
            return Err(Error::request("a workbook or a database holds one policy")
                .advise("name one with --policy, or write CSV, JSON lines or Parquet"));
        }
        [report, ..] => (report, answer.claims),
    };
    match format {
        Format::Geojson => map(answer.reports).map(Some),
        Format::Parquet => parquet(&(answer.rows)()).map(Some),
        Format::Arrow => arrow(&(answer.rows)()).map(Some),
        Format::Xlsx => xlsx(report, claims).map(Some),
        Format::Sqlite => sqlite(report, claims).map(Some),
        _ => Ok(None),
    }
}

/// A map of the incidents; says where their coordinates are from, and how many have none.
fn map(reports: &[Report]) -> Result<Vec<u8>, Error> {
    if reports.is_empty() {
        return Err(Error::request("a map shows incidents").advise("ask `tollbook reconcile` for it"));
    }
    let mut bytes = Vec::new();
    let Located { given, by_name, by_likely_name, nowhere } =
        geojson::reports(&mut bytes, reports, Gazetteer::shipped());
    let counts = [
        (given, "at coordinates that their claims give"),
        (by_name, "at the town that their place names"),
        (by_likely_name, "at the most likely of several towns of one name: check them"),
        (nowhere, "without coordinates, so on no map"),
    ];
    let told: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, how)| format!("{n} {how}")).collect();
    say(Level::Plain, &format!("incidents: {}", told.join("; ")));
    Ok(bytes)
}

#[cfg(feature = "xlsx")]
fn xlsx(report: &Report, claims: &[Claim]) -> Result<Vec<u8>, Error> {
    crate::write::workbook::report(report, claims).map_err(|e| Error::request(format!("no workbook: {e}")))
}

#[cfg(feature = "sqlite")]
fn sqlite(report: &Report, claims: &[Claim]) -> Result<Vec<u8>, Error> {
    crate::write::database::report(report, claims).map_err(|e| Error::request(format!("no database: {e}")))
}

/// Whether a file is a workbook with the sheets that ours have.
#[cfg(feature = "xlsx")]
pub(super) fn is_our_workbook(path: &Path) -> bool {
    use calamine::Reader;
    let sheets = calamine::open_workbook_auto(path).map(|book| book.sheet_names());
    sheets.is_ok_and(|names| names == crate::write::workbook::SHEETS)
}

#[cfg(not(feature = "xlsx"))]
pub(super) fn is_our_workbook(_path: &Path) -> bool {
    false
}

#[cfg(feature = "parquet")]
fn parquet(rows: &[u8]) -> Result<Vec<u8>, Error> {
    crate::write::columns::parquet(rows).map_err(|e| Error::request(format!("no Parquet file: {e}")))
}

#[cfg(feature = "parquet")]
fn arrow(rows: &[u8]) -> Result<Vec<u8>, Error> {
    crate::write::columns::arrow(rows).map_err(|e| Error::request(format!("no Arrow file: {e}")))
}

#[cfg(not(feature = "xlsx"))]
fn xlsx(_report: &Report, _claims: &[Claim]) -> Result<Vec<u8>, Error> {
    Err(without("xlsx"))
}

#[cfg(not(feature = "sqlite"))]
fn sqlite(_report: &Report, _claims: &[Claim]) -> Result<Vec<u8>, Error> {
    Err(without("sqlite"))
}

#[cfg(not(feature = "parquet"))]
fn parquet(_rows: &[u8]) -> Result<Vec<u8>, Error> {
    Err(without("parquet"))
}

#[cfg(not(feature = "parquet"))]
use parquet as arrow;

#[cfg(not(all(feature = "xlsx", feature = "sqlite", feature = "parquet")))]
fn without(feature: &str) -> Error {
    Error::request(format!("this program was built without the feature {feature}"))
        .advise(format!("write CSV, or build with `cargo install --path . --features {feature}`"))
}
