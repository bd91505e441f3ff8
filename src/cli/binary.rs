//! Answers that are no rows of text: workbooks and databases.

use super::Format;
use crate::{claim::Claim, error::Error, report::Report};

/// The whole answer as bytes, where the format asked for is such a one.
///
/// # Errors
/// Where it cannot be made, or the program was built without the feature for it.
pub(super) fn answer(format: Format, report: &Report, claims: &[Claim]) -> Result<Option<Vec<u8>>, Error> {
    match format {
        Format::Xlsx => xlsx(report, claims).map(Some),
        Format::Sqlite => sqlite(report, claims).map(Some),
        _ => Ok(None),
    }
}

#[cfg(feature = "xlsx")]
fn xlsx(report: &Report, claims: &[Claim]) -> Result<Vec<u8>, Error> {
    crate::write::workbook::report(report, claims).map_err(|e| Error::request(format!("no workbook: {e}")))
}

#[cfg(feature = "sqlite")]
fn sqlite(report: &Report, claims: &[Claim]) -> Result<Vec<u8>, Error> {
    crate::write::database::report(report, claims).map_err(|e| Error::request(format!("no database: {e}")))
}

#[cfg(not(feature = "xlsx"))]
fn xlsx(_report: &Report, _claims: &[Claim]) -> Result<Vec<u8>, Error> {
    Err(without("xlsx"))
}

#[cfg(not(feature = "sqlite"))]
fn sqlite(_report: &Report, _claims: &[Claim]) -> Result<Vec<u8>, Error> {
    Err(without("sqlite"))
}

#[cfg(not(all(feature = "xlsx", feature = "sqlite")))]
fn without(feature: &str) -> Error {
    Error::request(format!("this program was built without the feature {feature}"))
        .advise(format!("write CSV, or build with `cargo install --path . --features {feature}`"))
}
