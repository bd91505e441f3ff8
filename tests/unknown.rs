//! Documents and incidents without a figure: no toll is not a toll of none, and every total says how many there are.

use std::{fs, path::PathBuf, process::Command};

/// A folder with two texts that tell a toll, two that tell none, and a table in which one row of three is blank.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("tollbook-unknown-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(path.join("texts")).unwrap();
    for (file, text) in [
        ("a.txt", "A fire in a bakery killed four people."),
        ("b.txt", "Two people were killed when a wall fell."),
        ("c.txt", "The bridge was closed after the flood."),
        ("d.txt", "It is not known whether anyone was hurt in the collapse."),
    ] {
        fs::write(path.join("texts").join(file), text).unwrap();
    }
    let table =
        "incident,place,source,killed,injured\nA,Oldtown,Radio,3,\nB,Newtown,Radio,,\nC,Hillside,Radio,unknown,4\n";
    fs::write(path.join("table.csv"), table).unwrap();
    path
}

fn tollbook(command: &str, folder: &PathBuf) -> String {
    let args = command.split(' ');
    let out = Command::new(env!("CARGO_BIN_EXE_tollbook")).args(args).current_dir(folder).output().unwrap();
    let told = String::from_utf8(out.stderr).unwrap();
    assert!(out.status.success(), "{command}: {told}");
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn every_total_in_every_output_counts_those_without_a_figure() {
    let folder = folder("totals");
    let csv = tollbook("reconcile texts --incident-by document --totals --format csv", &folder);
    let (head, row) = csv.trim_end().split_once('\n').unwrap();
    let fields: Vec<(&str, &str)> = head.split(',').zip(row.split(',')).collect();
    for field in [
        ("all_lows", "6"),
        ("incidents", "4"),
        ("stated", "2"),
        ("no_figure", "2"),
        ("documents", "2"),
        ("documents_no_figure", "2"),
    ] {
        assert!(fields.contains(&field), "{field:?} in {fields:?}");
    }
    let lines = tollbook("reconcile texts --incident-by document --totals --format jsonl", &folder);
    assert!(lines.contains(r#""no_figure":2"#) && lines.contains(r#""documents_no_figure":2"#), "{lines}");
    for (command, times) in [
        ("reconcile texts --incident-by document --format table", 2),
        ("reconcile texts --incident-by document --format markdown", 2),
        ("reconcile texts --incident-by document --format wiki", 2),
        ("reconcile texts --incident-by document --policy acled,gtd --format table", 4),
        ("reconcile texts --incident-by document --totals --format table", 2),
    ] {
        let out = tollbook(command, &folder);
        assert_eq!(out.matches("2 of 4").count(), times, "{command}\n{out}");
    }
    let sums = tollbook("statistics texts --incident-by document", &folder);
    assert!(sums.contains("2 of 4 incidents, 2 without a figure; 2 documents, 2 without a figure"), "{sums}");
    tollbook("report texts --incident-by document -o page.html", &folder);
    let page = fs::read_to_string(folder.join("page.html")).unwrap();
    assert!(page.contains("<td>2 of 4</td>") && page.contains("No figure, which is not zero"), "{page}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_row_of_blanks_is_an_incident_whose_toll_is_not_known() {
    let folder = folder("rows");
    let wide = tollbook("reconcile table.csv --format wide", &folder);
    assert!(wide.contains("\nB,Newtown,,,,,,,,,,0,transparent\n"), "{wide}");
    let table = tollbook("reconcile table.csv --format table", &folder);
    assert!(table.contains("No figure, which is not zero: Newtown"), "{table}");
    let totals = tollbook("reconcile table.csv --totals --format csv", &folder);
    assert!(totals.contains("\nkilled,3,3,3,3,1,2,0,0,1,2,transparent\n"), "{totals}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_document_of_no_incident_is_counted_and_no_incident_made_of_it() {
    let folder = folder("texts");
    let totals = tollbook("reconcile texts --totals --format csv", &folder);
    assert!(totals.contains("\nkilled,6,6,6,2,2,0,0,0,2,2,transparent\n"), "{totals}");
    fs::remove_dir_all(folder).unwrap();
}
