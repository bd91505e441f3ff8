//! Workbooks, databases and files of columns, whose tables are read as CSV.

use crate::error::Error;

/// The table of claims, or else the first table that has rows, as CSV.
///
/// # Errors
/// Where the file cannot be read, holds no table, or the program was built without the feature for it.
pub(super) fn csv(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Error> {
    if bytes.starts_with(b"SQLite format 3\0") {
        return database(bytes).map_err(|e| e.in_file(name));
    }
    if bytes.starts_with(b"PAR1") || bytes.starts_with(b"ARROW1") {
        return columns(bytes).map_err(|e| e.in_file(name));
    }
    workbook(bytes).map_err(|e| e.in_file(name))
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_bytes: &[u8]) -> Result<Vec<u8>, Error> {
    Err(without("xlsx").advise("save the sheet as CSV, or build with `cargo install --path . --features xlsx`"))
}

#[cfg(not(feature = "sqlite"))]
fn database(_bytes: &[u8]) -> Result<Vec<u8>, Error> {
    Err(without("sqlite").advise("export the table as CSV, or build with `cargo install --path . --features sqlite`"))
}

#[cfg(not(feature = "parquet"))]
fn columns(_bytes: &[u8]) -> Result<Vec<u8>, Error> {
    Err(without("parquet").advise("export the table as CSV, or build with `cargo install --path . --features parquet`"))
}

#[cfg(not(all(feature = "xlsx", feature = "sqlite", feature = "parquet")))]
fn without(feature: &str) -> Error {
    Error::request(format!("this program was built without the feature {feature}"))
}

#[cfg(feature = "xlsx")]
fn workbook(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    use calamine::{Reader, open_workbook_auto_from_rs};
    let refuse = |e: calamine::Error| Error::syntax(format!("no workbook that can be read: {e}"));
    let mut book = open_workbook_auto_from_rs(std::io::Cursor::new(bytes)).map_err(refuse)?;
    let names = book.sheet_names();
    let ours = names.iter().position(|n| n == "claims");
    let order = ours.into_iter().chain(0..names.len());
    for at in order {
        let range = book.worksheet_range(&names[at]).map_err(refuse)?;
        if let Some((first, _)) = range.start() {
            // Lines are counted as the user sees them: from the top of the sheet.
            let mut out = "\n".repeat(first as usize).into_bytes();
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(&mut out);
            for row in range.rows() {
                writer.write_record(row.iter().map(cell)).map_err(|e| Error::syntax(e.to_string()))?;
            }
            drop(writer);
            return Ok(out);
        }
    }
    Err(Error::nothing("no sheet with rows"))
}

/// A cell as text: whole numbers without a point, days without an hour.
#[cfg(feature = "xlsx")]
fn cell(cell: &calamine::Data) -> String {
    match cell {
        calamine::Data::DateTime(when) if when.is_datetime() => {
            let text = when.as_datetime().map(|d| d.to_string()).unwrap_or_default();
            text.trim_end_matches(" 00:00:00").to_owned()
        }
        other => other.to_string(),
    }
}

#[cfg(feature = "sqlite")]
fn database(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    use rusqlite::{Connection, types::ValueRef};
    let refuse = |e: rusqlite::Error| Error::syntax(format!("no database that can be read: {e}"));
    let mut base = Connection::open_in_memory().map_err(refuse)?;
    base.deserialize_read_exact("main", bytes, bytes.len(), true).map_err(refuse)?;
    let mut statement = base.prepare("SELECT * FROM claims").map_err(refuse)?;
    let mut out = Vec::new();
    let mut writer = csv::Writer::from_writer(&mut out);
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let bad = |e: csv::Error| Error::syntax(e.to_string());
    writer.write_record(&names).map_err(bad)?;
    let mut rows = statement.query([]).map_err(refuse)?;
    while let Some(row) = rows.next().map_err(refuse)? {
        for at in 0..names.len() {
            let text = match row.get_ref(at).map_err(refuse)? {
                ValueRef::Null => String::new(),
                ValueRef::Integer(n) => n.to_string(),
                ValueRef::Real(n) => n.to_string(),
                ValueRef::Text(t) | ValueRef::Blob(t) => String::from_utf8_lossy(t).into_owned(),
            };
            writer.write_field(text).map_err(bad)?;
        }
        writer.write_record(None::<&[u8]>).map_err(bad)?;
    }
    drop(writer);
    Ok(out)
}

/// Every batch of the file; null is blank, and columns that hold lists or structures are left out.
#[cfg(feature = "parquet")]
fn columns(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    use arrow::{array::RecordBatchReader, csv::Writer, error::ArrowError, ipc::reader::FileReader};
    use parquet::{arrow::arrow_reader::ParquetRecordBatchReaderBuilder, errors::ParquetError};
    let refuse = |e: ArrowError| Error::syntax(format!("no file of columns that can be read: {e}"));
    let parquet = |e: ParquetError| refuse(ArrowError::from(e));
    let batches: Box<dyn RecordBatchReader> = if bytes.starts_with(b"PAR1") {
        let whole = bytes::Bytes::copy_from_slice(bytes);
        Box::new(ParquetRecordBatchReaderBuilder::try_new(whole).and_then(|b| b.build()).map_err(parquet)?)
    } else {
        Box::new(FileReader::try_new(std::io::Cursor::new(bytes.to_vec()), None).map_err(refuse)?)
    };
    let schema = batches.schema();
    let plain: Vec<usize> =
        (0..schema.fields().len()).filter(|at| !schema.field(*at).data_type().is_nested()).collect();
    let mut writer = Writer::new(Vec::new());
    for batch in batches {
        writer.write(&batch.and_then(|b| b.project(&plain)).map_err(refuse)?).map_err(refuse)?;
    }
    Ok(writer.into_inner())
}
