//! Workbooks, databases and files of columns, whose tables are read as CSV.

use super::{Hints, sniff::sniff};
use crate::error::Error;

/// A table of a file that may hold several, as CSV.
pub(super) struct Table {
    /// What its sheet is called, or the table itself.
    pub(super) name: String,
    pub(super) rows: Vec<u8>,
}

/// The tables of claims, else the first table whose header we know, else the first that has rows; and whether it was chosen
/// among several.
///
/// # Errors
/// Where the file cannot be read, holds no table, or the program was built without the feature for it.
pub(super) fn table(name: &str, bytes: &[u8], hints: &Hints) -> Result<(Table, bool), Error> {
    let mut tables = tables(bytes).map_err(|e| e.in_file(name))?;
    let (several, known) = (tables.len() > 1, tables.iter().position(|table| sniff(&table.rows, hints).is_ok()));
    if tables.is_empty() {
        return Err(Error::nothing("no table with rows").in_file(name));
    }
    Ok((tables.swap_remove(known.unwrap_or(0)), several))
}

/// Every table that has rows, one called claims first.
fn tables(bytes: &[u8]) -> Result<Vec<Table>, Error> {
    let mut tables = if bytes.starts_with(b"SQLite format 3\0") {
        database(bytes)?
    } else if bytes.starts_with(b"PAR1") || bytes.starts_with(b"ARROW1") {
        vec![Table { name: String::new(), rows: columns(bytes)? }]
    } else {
        workbook(bytes)?
    };
    tables.sort_by_key(|table| table.name != "claims");
    Ok(tables)
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_bytes: &[u8]) -> Result<Vec<Table>, Error> {
    Err(without("xlsx").advise("save the sheet as CSV, or build with `cargo install --path . --features xlsx`"))
}

#[cfg(not(feature = "sqlite"))]
fn database(_bytes: &[u8]) -> Result<Vec<Table>, Error> {
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
fn workbook(bytes: &[u8]) -> Result<Vec<Table>, Error> {
    use calamine::{Reader, open_workbook_auto_from_rs};
    let refuse = |e: calamine::Error| Error::syntax(format!("no workbook that can be read: {e}"));
    let mut book = open_workbook_auto_from_rs(std::io::Cursor::new(bytes)).map_err(refuse)?;
    let mut tables = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(refuse)?;
        let Some(start) = range.start() else { continue };
        let mut cells: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(cell).collect()).collect();
        for merged in merged(&mut book, &name) {
            spread(&mut cells, start, merged);
        }
        // Lines are counted as the user sees them: from the top of the sheet.
        let mut rows = "\n".repeat(start.0 as usize).into_bytes();
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(&mut rows);
        for row in cells {
            writer.write_record(row).map_err(|e| Error::syntax(e.to_string()))?;
        }
        drop(writer);
        tables.push(Table { name, rows });
    }
    Ok(tables)
}

/// The cells of a sheet that are one, where the format tells.
#[cfg(feature = "xlsx")]
fn merged(book: &mut calamine::Sheets<std::io::Cursor<&[u8]>>, sheet: &str) -> Vec<calamine::Dimensions> {
    match book {
        calamine::Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
        calamine::Sheets::Xls(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Writes what stands in the first of some merged cells into those below it: it holds for all their rows.
#[cfg(feature = "xlsx")]
fn spread(cells: &mut [Vec<String>], start: (u32, u32), merged: calamine::Dimensions) {
    let at = |(row, column): (u32, u32)| (row.checked_sub(start.0), column.checked_sub(start.1));
    let ((Some(top), Some(left)), (Some(bottom), _)) = (at(merged.start), at(merged.end)) else { return };
    let (top, left) = (top as usize, left as usize);
    let Some(text) = cells.get(top).and_then(|row| row.get(left)).cloned() else { return };
    for row in cells.iter_mut().take(bottom as usize + 1).skip(top + 1) {
        if let Some(cell) = row.get_mut(left) {
            cell.clone_from(&text);
        }
    }
}

/// A cell as text: whole numbers without a point, days without an hour.
#[cfg(feature = "xlsx")]
fn cell(cell: &calamine::Data) -> String {
    match cell {
        calamine::Data::DateTime(when) if when.is_datetime() => {
            let text = when.as_datetime().map(|d| d.to_string()).unwrap_or_default();
            text.trim_end_matches(" 00:00:00").to_owned()
        }
        calamine::Data::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        other => other.to_string(),
    }
}

#[cfg(feature = "sqlite")]
fn database(bytes: &[u8]) -> Result<Vec<Table>, Error> {
    use rusqlite::Connection;
    let refuse = |e: rusqlite::Error| Error::syntax(format!("no database that can be read: {e}"));
    let mut base = Connection::open_in_memory().map_err(refuse)?;
    base.deserialize_read_exact("main", bytes, bytes.len(), true).map_err(refuse)?;
    let list = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid";
    let mut statement = base.prepare(list).map_err(refuse)?;
    let names = statement.query_map([], |row| row.get::<_, String>(0)).map_err(refuse)?;
    let mut tables = Vec::new();
    for name in names {
        let name = name.map_err(refuse)?;
        let rows = rows_of(&base, &name).map_err(refuse)?;
        tables.push(Table { name, rows });
    }
    Ok(tables)
}

/// A table of a database with its header; nothing is blank.
#[cfg(feature = "sqlite")]
fn rows_of(base: &rusqlite::Connection, table: &str) -> Result<Vec<u8>, rusqlite::Error> {
    use rusqlite::types::ValueRef;
    let mut statement = base.prepare(&format!("SELECT * FROM \"{}\"", table.replace('"', "\"\"")))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&names).expect("memory does not fail");
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for at in 0..names.len() {
            let text = match row.get_ref(at)? {
                ValueRef::Null => String::new(),
                ValueRef::Integer(n) => n.to_string(),
                ValueRef::Real(n) => n.to_string(),
                ValueRef::Text(t) | ValueRef::Blob(t) => String::from_utf8_lossy(t).into_owned(),
            };
            writer.write_field(text).expect("memory does not fail");
        }
        writer.write_record(None::<&[u8]>).expect("memory does not fail");
    }
    Ok(writer.into_inner().expect("memory does not fail"))
}

/// Every batch of the file; null is blank, and columns that hold lists or structures are left out.
#[cfg(feature = "parquet")]
fn columns(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    use arrow_array::RecordBatchReader;
    use arrow_csv::Writer;
    use arrow_ipc::reader::FileReader;
    use arrow_schema::ArrowError;
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
