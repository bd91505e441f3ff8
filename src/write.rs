//! Claims and reports to bytes, one file a format.

#[cfg(feature = "parquet")]
pub mod columns;
pub mod csv;
#[cfg(feature = "sqlite")]
pub mod database;
mod escape;
pub mod explain;
mod fold;
pub mod geojson;
pub mod history;
pub mod html;
pub mod jsonl;
pub mod markdown;
pub mod package;
pub mod period;
pub mod plot;
pub mod revisions;
mod sheet;
pub mod side;
pub mod svg;
pub mod table;
pub mod totals;
pub mod underline;
pub mod wide;
mod words;
#[cfg(feature = "xlsx")]
pub mod workbook;
