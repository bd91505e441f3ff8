//! Bad input is named (file, line, column, what and what to do), the good rows go through, and nothing panics.

mod folder;

use folder::Folder;
use std::fs;

/// A folder with files in it.
trait With {
    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self;
}

impl With for Folder {
    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Folder {
        fs::write(self.0.join(name), bytes).unwrap();
        self
    }
}

#[test]
fn a_row_after_blank_lines_is_named_by_its_own_line() {
    for (end, file) in [("\n", "a.csv"), ("\r\n", "b.csv")] {
        let rows = ["", "incident,killed", "a,3", "", "", "b,many of them", "", "\"c", "d\",x y"];
        let folder = Folder::new(&format!("blank-lines-{file}")).with(file, rows.join(end));
        let (_, out, err) = folder.run(&["extract", file]);
        assert!(err.contains(&format!("{file}:6,")) && err.contains(&format!("{file}:8,")), "{err}");
        assert!(out.contains(&format!("{file}:3")), "{out}");
    }
}

#[track_caller]
fn refused(folder: &Folder, input: &str, told: &[&str]) {
    let (code, out, err) = folder.run(&["extract", input]);
    assert_eq!((code, out.as_str()), (Some(2), ""), "{err}");
    for part in told {
        assert!(err.contains(part), "{part:?} is not in\n{err}");
    }
}

/// One row is refused with these words, and the other row of the table goes through.
#[track_caller]
fn row_refused(name: &str, header: &str, row: &str, told: &[&str]) {
    let good = "killed,exact,13,,";
    let columns = if header.is_empty() { "outcome,qualifier,value,low,high" } else { header };
    let folder = Folder::new(name).with("t.csv", format!("{columns}\n{row}\n{good}\n"));
    let (code, out, err) = folder.run(&["extract", "t.csv"]);
    assert_eq!((code, out.lines().count()), (Some(0), 2), "{out}{err}");
    for part in ["t.csv:2", "1 read, 1 rejected"].iter().chain(told) {
        assert!(err.contains(part), "{part:?} is not in\n{err}");
    }
}

#[test]
fn missing_file() {
    refused(&Folder::new("missing"), "no.txt", &["no.txt: no such file or folder", "check the spelling"]);
}

#[test]
fn folder_without_inputs() {
    refused(&Folder::new("bare").with("x.xyz", "13 dead"), ".", &["a folder without inputs", ".txt"]);
}

#[test]
fn not_utf8() {
    let damaged = b"au caf\xc3\xa9\n13 d\xe9ad";
    refused(&Folder::new("bytes").with("a.txt", damaged), "a.txt", &["a.txt:2:5: not UTF-8", "save the file"]);
    let folder = Folder::new("bytes2").with("a.jsonl", b"{\"text\": \"13 d\xe9ad\"}\n{\"text\": \"x\"}\n");
    let (code, _, err) = folder.run(&["extract", "a.jsonl"]);
    assert_eq!(code, Some(0));
    assert!(err.contains("a.jsonl:1:") && err.contains("1 read, 1 rejected"), "{err}");
}

#[test]
fn an_old_encoding_is_recognised_and_said() {
    let folder = Folder::new("old").with("a.csv", b"outcome,value,origin\nkilled,13,pr\xe9fecture de police\n");
    let (code, out, err) = folder.run(&["extract", "a.csv"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("préfecture de police") && err.contains("a.csv: read as windows-1252"), "{out}{err}");
}

#[test]
fn empty_file() {
    refused(&Folder::new("empty").with("a.txt", " \n"), "a.txt", &["a.txt: empty", "nothing could be read"]);
    refused(&Folder::new("empty2").with("a.csv", ""), "a.csv", &["a.csv: empty"]);
}

#[test]
fn no_json() {
    let folder = Folder::new("json").with("a.jsonl", "{\"id\": 1, \"text\": \"x\"}\n{\"id\": 2 \"text\"}\n");
    let (code, _, err) = folder.run(&["extract", "a.jsonl", "--rejects", "bad.csv"]);
    assert_eq!(code, Some(0));
    assert!(err.contains("a.jsonl:2:10: not a JSON object: expected `,` or `}`"), "{err}");
    assert!(err.contains("1 read, 1 rejected (kept in bad.csv)"), "{err}");
    let kept = fs::read_to_string(folder.0.join("bad.csv")).unwrap();
    assert!(kept.starts_with("file,line,column,reason,advice,row\na.jsonl,2,10,"), "{kept}");
}

#[test]
fn missing_column() {
    let folder = Folder::new("column").with("t.csv", "victims,value\nall,3\n");
    refused(&folder, "t.csv", &["t.csv:1: no column “outcome”", "found victims, value", "--map"]);
    let folder = Folder::new("column2").with("t.csv", "outcome,remark\nkilled,3\n");
    refused(&folder, "t.csv", &["t.csv:1: no column “value”, “vague”, “low”, “high” or “phrase”"]);
}

#[test]
fn values_that_cannot_be() {
    row_refused("order", "", "killed,,,15,13", &["column “low”: low 15 is above high 13", "lower number in “low”"]);
    row_refused("negative", "", "killed,exact,-3,,", &["column “value”: -3 is below zero"]);
    row_refused("absurd", "", "killed,exact,1e30,,", &["column “value”: 1e30 is more than all people who live"]);
    let digits = format!("killed,exact,1{},,", "0".repeat(30));
    row_refused("absurd2", "", &digits, &["is more than all people who live"]);
    row_refused("fraction", "", "killed,exact,1.5,,", &["column “value”: “1.5” is no whole number"]);
    row_refused("name", "", "murdered,exact,1,,", &["column “outcome”: “murdered” is none of killed, injured"]);
    row_refused("fields", "", "killed,exact,1", &["3 fields, but the header has 5"]);
    row_refused("misfit", "", "killed,at_least,13,5,9", &["low and high do not fit the figure 13+"]);
    row_refused("blank", "", "killed,,,,", &["no figure"]);
}

#[test]
fn a_line_of_fifty_megabytes() {
    let sign = "x".repeat(50 << 20);
    let folder = Folder::new("long").with("a.jsonl", format!("{{\"text\": \"{sign}\"}}\n{{\"text\": \"x\"}}\n"));
    assert_eq!(folder.run(&["extract", "a.jsonl"]).0, Some(0));
    let folder = Folder::new("long2").with("a.txt", sign).with("b.txt", "a word ".repeat(1 << 17));
    assert_eq!(folder.run(&["extract", "."]).0, Some(0));
}

#[test]
fn files_that_hold_no_text_are_told_by_their_kind() {
    for (name, bytes, told) in [
        ("a.pdf", &b"%PDF-1.4\n"[..], "a.pdf: a PDF, not a text"),
        ("a.docx", b"PK\x03\x04\x14", "a.docx: an office document or a ZIP archive, not a text"),
        ("a.txt", b"{\\rtf1 Two people were killed.}", "a.txt: a document in rich text, not a text"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "a.jpg: a picture, not a text"),
        ("a.dat", b"\xff\x00\x00\x00\x01\xfe\x80\x01", "this looks like no text at all"),
    ] {
        let (code, _, err) = Folder::new(&format!("alien-{name}")).with(name, bytes).run(&["extract", name]);
        assert!(code == Some(2) && err.contains(told), "{err}");
    }
}

#[test]
fn what_a_folder_holds_besides_is_told_and_what_an_office_leaves_there_is_not() {
    let folder = Folder::new("besides").with("a.csv", "incident,killed\nx,3\n").with("~$b.xlsx", "x").with("c.md", "x");
    let (code, _, err) = folder.run(&["extract", "."]);
    assert!(code == Some(0) && err.contains("of another kind: c.md (") && !err.contains("~$"), "{err}");
}

#[test]
fn tables_and_pages_that_are_called_workbooks_are_read() {
    let page = "<html><body><p>Two miners were killed near Lyne on Monday, police said.</p></body></html>";
    let folder = Folder::new("called").with("a.xls", "incident\tkilled\nx\t3\n").with("b.xls", page);
    for name in ["a.xls", "b.xls"] {
        let (code, out, err) = folder.run(&["extract", name]);
        assert_eq!((code, out.lines().count()), (Some(0), 2), "{err}");
    }
}

#[test]
fn coordinates_that_cannot_be_are_told_and_the_figure_stands() {
    let rows = "outcome,value,latitude,longitude\n\
        killed,1,120.5,40.7\n\
        killed,2,40°41′N,46.36\n\
        killed,3,40.7,\n\
        killed,4,91,-190\n\
        killed,5,40.68278,46.36056\n\
        killed,6,,\n";
    let folder = Folder::new("degrees").with("t.csv", rows);
    let (code, out, err) = folder.run(&["extract", "t.csv"]);
    assert_eq!((code, out.lines().count()), (Some(0), 7), "{out}{err}");
    assert!(out.contains(",40.68278,46.36056,") && !out.contains("120.5") && !out.contains("46.36,"), "{out}");
    for told in [
        "t.csv:2, column “latitude”: 120.5 is beyond 90 degrees; latitude and longitude look swapped",
        "t.csv:3, column “latitude”: “40°41′N” is in letters and signs\n  write 40.68333 if that is meant",
        "t.csv:4, column “longitude”: no longitude beside the other coordinate",
        "t.csv:5, column “latitude”: 91 is beyond 90 degrees\n",
    ] {
        assert!(err.contains(told), "{told}\n{err}");
    }
    let text = "---\nlatitude: 46.36 E\nlongitude: 40.7\n---\nTwo people were killed.";
    let folder = Folder::new("degrees2").with("a.txt", text);
    let (code, out, err) = folder.run(&["extract", "a.txt"]);
    assert_eq!((code, out.lines().count()), (Some(0), 2), "{out}{err}");
    assert!(err.contains("a.txt:3, column “latitude”"), "{err}");
    let object = "{\"text\": \"Two people were killed.\", \"latitude\": 95, \"longitude\": 10}\n";
    let (_, out, err) = Folder::new("degrees3").with("a.jsonl", object).run(&["extract", "a.jsonl"]);
    assert_eq!(out.lines().count(), 2, "{out}{err}");
    assert!(err.contains("a.jsonl:1, column “latitude”: 95 is beyond 90 degrees"), "{err}");
}
