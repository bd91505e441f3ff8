//! The notebooks run and their checks hold, and data packages are valid, where Python, R and what they need are there.

use std::{fs, path::Path, process::Command};

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

#[test]
fn the_notebook_for_r_runs() {
    let r = |code: &str| {
        Command::new("Rscript")
            .args(["--vanilla", "-e", code])
            .env("TOLLBOOK", env!("CARGO_BIN_EXE_tollbook"))
            .env("SAMPLES", concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples"))
            // Where it would leave its picture.
            .current_dir(std::env::temp_dir())
            .output()
    };
    if !r("1").is_ok_and(|out| out.status.success()) {
        println!("R is not here: the notebook was not run");
        return;
    }
    let chunks = include_str!("../data/notebooks/tollbook.Rmd").split("```{r}\n").skip(1);
    let code: Vec<&str> = chunks.filter_map(|chunk| chunk.split_once("```")).map(|(code, _)| code).collect();
    assert!(code.len() > 4);
    let out = r(&code.join("\n")).unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}

#[test]
fn data_packages_are_valid() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples/beirut-2020");
    let folder = std::env::temp_dir().join(format!("tollbook-package-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let write = |verb: &str, format: &str, file: &str| {
        let args = [verb, sample, "--format", format, "--datapackage", "-o", file];
        let out = Command::new(env!("CARGO_BIN_EXE_tollbook")).args(args).current_dir(&folder).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    };
    write("link", "csv", "claims.csv");
    write("reconcile", "csv", "findings.csv");
    write("reconcile", "wide", "wide.csv");
    write("reconcile", "jsonl", "lines.jsonl");
    write("link", "jsonl", "said.jsonl");
    let package: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("datapackage.json")).unwrap()).unwrap();
    let paths: Vec<&str> = package["resources"].as_array().unwrap().iter().filter_map(|r| r["path"].as_str()).collect();
    assert_eq!(paths, ["claims.csv", "findings.csv", "lines.jsonl", "said.jsonl", "wide.csv"]);
    match frictionless(&folder) {
        Some(told) => assert_eq!(told, "True\n"),
        None => println!("frictionless is not here: the package was not validated"),
    }
    fs::remove_dir_all(folder).unwrap();
}

/// Whether the package in a folder is valid, in the words of Python.
fn frictionless(folder: &Path) -> Option<String> {
    let code = "import ijson, jsonlines; from frictionless import validate; r = validate('datapackage.json'); \
                print(r.valid or r.flatten(['title', 'message']))";
    let out = Command::new("python3").args(["-c", code]).current_dir(folder).output().ok()?;
    let missing = String::from_utf8_lossy(&out.stderr).contains("ModuleNotFoundError");
    (!missing).then(|| String::from_utf8_lossy(&out.stdout).into_owned())
}
