//! Columns for Polars, DuckDB and R: Parquet and Arrow IPC, each column with its type.

use super::package;
use arrow_array::RecordBatch;
use arrow_csv::ReaderBuilder;
use arrow_ipc::writer::FileWriter;
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use parquet::{
    arrow::ArrowWriter,
    basic::Compression,
    errors::ParquetError,
    file::{metadata::KeyValue, properties::WriterProperties},
};
use std::{io::Cursor, sync::Arc};

/// Rows of CSV with their header as a Parquet file. A blank field is null. A column of dates holds days where every one
/// is a day, and texts where one is more or less than that.
///
/// # Errors
/// Where a field is not what its column should hold.
pub fn parquet(rows: &[u8]) -> Result<Vec<u8>, ParquetError> {
    let (schema, batches) = batches(rows)?;
    let ours = KeyValue::new("generator".to_owned(), concat!("tollbook ", env!("CARGO_PKG_VERSION")).to_owned());
    let properties =
        WriterProperties::builder().set_compression(Compression::SNAPPY).set_key_value_metadata(Some(vec![ours]));
    let mut writer = ArrowWriter::try_new(Vec::new(), schema, Some(properties.build()))?;
    for batch in &batches {
        writer.write(batch)?;
    }
    writer.into_inner()
}

/// The same as an Arrow IPC file, which others call Feather.
///
/// # Errors
/// As for [`parquet`].
pub fn arrow(rows: &[u8]) -> Result<Vec<u8>, ArrowError> {
    let (schema, batches) = batches(rows)?;
    let mut writer = FileWriter::try_new(Vec::new(), &schema)?;
    for batch in &batches {
        writer.write(batch)?;
    }
    writer.into_inner()
}

/// How many signs a day is written with: 2020-10-17.
const DAY: usize = 10;

fn batches(rows: &[u8]) -> Result<(SchemaRef, Vec<RecordBatch>), ArrowError> {
    let mut reader = ::csv::Reader::from_reader(rows);
    let header = reader.headers().cloned().unwrap_or_default();
    let mut kinds: Vec<DataType> = header.iter().map(kind).collect();
    for row in reader.records().map_while(Result::ok) {
        for (kind, cell) in kinds.iter_mut().zip(&row).filter(|(kind, _)| **kind == DataType::Date32) {
            if !cell.is_empty() && (cell.len() != DAY || cell.parse::<jiff::civil::Date>().is_err()) {
                *kind = DataType::Utf8;
            }
        }
    }
    let fields: Vec<Field> = header.iter().zip(kinds).map(|(name, kind)| Field::new(name, kind, true)).collect();
    let about = [("generator".to_owned(), concat!("tollbook ", env!("CARGO_PKG_VERSION")).to_owned())];
    let schema = Arc::new(Schema::new_with_metadata(fields, about.into()));
    let reader = ReaderBuilder::new(Arc::clone(&schema)).with_header(true).build(Cursor::new(rows))?;
    Ok((schema, reader.collect::<Result<_, _>>()?))
}

fn kind(column: &str) -> DataType {
    match package::kind(column) {
        "integer" => DataType::Int64,
        "number" => DataType::Float64,
        "boolean" => DataType::Boolean,
        _ if package::DATES.contains(&column) => DataType::Date32,
        _ => DataType::Utf8,
    }
}
