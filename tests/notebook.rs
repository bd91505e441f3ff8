//! The notebook runs and its checks hold, where Python and pandas are there.

use std::process::Command;

#[test]
fn the_notebook_runs() {
    let python = |code: &str| {
        Command::new("python3")
            .args(["-c", code])
            .env("TOLLBOOK", env!("CARGO_BIN_EXE_tollbook"))
            .env("SAMPLES", concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples"))
            .output()
    };
    if !python("import pandas").is_ok_and(|out| out.status.success()) {
        println!("pandas is not here: the notebook was not run");
        return;
    }
    let file = include_str!("../data/notebooks/tollbook.ipynb");
    let book: serde_json::Value = serde_json::from_str(file).unwrap();
    let cells = book["cells"].as_array().unwrap().iter().filter(|c| c["cell_type"] == "code");
    let source = |c: &serde_json::Value| -> String {
        c["source"].as_array().unwrap().iter().filter_map(|l| l.as_str()).collect()
    };
    let code = cells.map(source).collect::<Vec<_>>().join("\n");
    let out = python(&code).unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}
