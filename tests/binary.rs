//! Workbooks, databases and files of columns: what is written is read back to the same claims. Run with
//! `--features xlsx,sqlite,parquet`.

use std::{fs, path::PathBuf, process::Command};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples/ganja-2020");

fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("tollbook-binary-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn tollbook(args: &[&str], folder: &PathBuf) -> (Option<i32>, String, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_tollbook")).args(args).current_dir(folder).output().unwrap();
    (out.status.code(), String::from_utf8(out.stdout).unwrap(), String::from_utf8(out.stderr).unwrap())
}

#[cfg_attr(not(any(feature = "xlsx", feature = "sqlite", feature = "parquet")), allow(dead_code))]
#[track_caller]
fn round_trip(file: &str) {
    let folder = folder(file);
    for time in ["first", "over our own"] {
        let (code, _, err) = tollbook(&["link", SAMPLE, "-o", file], &folder);
        assert_eq!(code, Some(0), "{time}: {err}");
    }
    let (_, straight, _) = tollbook(&["link", SAMPLE, "--format", "jsonl"], &folder);
    let (code, back, err) = tollbook(&["link", file, "--format", "jsonl"], &folder);
    assert_eq!(code, Some(0), "{err}");
    assert!(straight.lines().count() > 3);
    assert_eq!(back, straight);
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(feature = "xlsx")]
#[test]
fn claims_through_a_workbook() {
    round_trip("out.xlsx");
}

#[cfg(feature = "sqlite")]
#[test]
fn claims_through_a_database() {
    round_trip("out.sqlite");
}

#[cfg(feature = "parquet")]
#[test]
fn claims_through_columns() {
    round_trip("out.parquet");
    round_trip("out.arrow");
}

#[cfg(feature = "parquet")]
#[test]
fn findings_under_several_policies_have_types() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    let folder = folder("typed");
    let (code, _, err) = tollbook(&["reconcile", SAMPLE, "--policy", "range,latest", "-o", "f.parquet"], &folder);
    assert_eq!(code, Some(0), "{err}");
    let reader = SerializedFileReader::new(fs::File::open(folder.join("f.parquet")).unwrap()).unwrap();
    let schema = reader.metadata().file_metadata().schema_descr().columns().to_vec();
    let kind = |name: &str| schema.iter().find(|c| c.name() == name).unwrap().physical_type().to_string();
    assert_eq!(
        [kind("low"), kind("high_open"), kind("gap_factor"), kind("verdict")],
        ["INT64", "BOOLEAN", "DOUBLE", "BYTE_ARRAY"]
    );
    let days = |name: &str| schema.iter().find(|c| c.name() == name).unwrap().converted_type().to_string();
    assert_eq!(days("event_date"), "DATE");
    let (_, csv, _) = tollbook(&["reconcile", SAMPLE, "--policy", "range,latest", "--format", "csv"], &folder);
    let rows = usize::try_from(reader.metadata().file_metadata().num_rows()).unwrap();
    assert_eq!(rows + 1, csv.lines().count());
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(not(feature = "xlsx"))]
#[test]
fn without_the_feature_the_way_out_is_named() {
    let folder = folder("without");
    let (code, _, err) = tollbook(&["reconcile", SAMPLE, "-o", "out.xlsx"], &folder);
    assert_eq!(code, Some(2));
    assert!(err.contains("without the feature xlsx") && err.contains("--features xlsx"), "{err}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    fs::write(folder.join("in.xlsx"), "PK").unwrap();
    let (code, _, err) = tollbook(&["reconcile", "in.xlsx"], &folder);
    assert_eq!(code, Some(2));
    assert!(err.contains("in.xlsx: this program was built without") && err.contains("as CSV"), "{err}");
    fs::remove_dir_all(folder).unwrap();
}
