//! What comes in by other doors than plain tables and texts: packed, by a pattern, as JSON of any make, with names of its own.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use tollbook::read::{Hints, Input};

fn tollbook(args: &[&str], folder: &Path) -> (Option<i32>, String, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_tollbook")).args(args).current_dir(folder).output().unwrap();
    (out.status.code(), String::from_utf8(out.stdout).unwrap(), String::from_utf8(out.stderr).unwrap())
}

/// A folder of its own for a test, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let path = std::env::temp_dir().join(format!("tollbook-inputs-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    for (file, text) in files {
        fs::write(path.join(file), text).unwrap();
    }
    path
}

/// The fields of every claim, joined by `|`.
fn claims(args: &[&str], folder: &Path, fields: &[&str]) -> Vec<String> {
    let (code, out, err) = tollbook(&[&["extract", "--format", "jsonl"], args].concat(), folder);
    assert_eq!(code, Some(0), "{err}");
    let field = |row: &serde_json::Value, name: &&str| row[*name].to_string().trim_matches('"').to_owned();
    let row = |line: &str| {
        let row = serde_json::from_str(line).unwrap();
        fields.iter().map(|name| field(&row, name)).collect::<Vec<_>>().join("|")
    };
    out.lines().map(row).collect()
}

#[test]
fn what_gzip_packed_is_what_was_packed() {
    let folder = folder("gzip", &[]);
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all("incident;killed;source\nx;13+;Préfet\n".as_bytes()).unwrap();
    let packed = packer.finish().unwrap();
    fs::write(folder.join("a.csv.gz"), &packed).unwrap();
    fs::write(folder.join("cut.csv.gz"), &packed[..packed.len() - 4]).unwrap();
    assert_eq!(claims(&["a.csv.gz"], &folder, &["low", "high", "origin"]), ["13|null|Préfet"]);
    let (code, _, err) = tollbook(&["extract", "cut.csv.gz"], &folder);
    assert_eq!(code, Some(2));
    assert!(err.contains("cut.csv.gz: not whole as a gzip file"), "{err}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_pattern_is_the_files_that_fit() {
    let text = "Police said 3 people were killed.";
    let folder = folder("pattern", &[("b.txt", text), ("a.txt", text), ("c.md", text)]);
    assert_eq!(claims(&["*.txt"], &folder, &["document"]), ["a.txt", "b.txt"]);
    let (code, _, err) = tollbook(&["extract", "*.doc"], &folder);
    assert_eq!(code, Some(2));
    assert!(err.contains("*.doc: no file fits this pattern"), "{err}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn json_arrays_of_documents_and_of_rows() {
    let folder = folder(
        "json",
        &[
            (
                "ours.json",
                "[{\"id\":\"d\",\"text\":\"Three people were killed.\"},\n{\"outcome\":\"injured\",\"value\":5}]",
            ),
            ("api.json", "{\"status\": 1,\n\"results\": [\n{\"headline\": \"x\", \"body\": \"Three people died.\"}]}"),
            ("rows.json", "[{\"event\":\"x\",\"deaths\":null,\"injuries\":\"4-6\"},{\"event\":\"y\",\"deaths\":2}]"),
        ],
    );
    assert_eq!(
        claims(&["ours.json"], &folder, &["document", "outcome", "value"]),
        ["d|killed|3", "ours.json:2|injured|5"]
    );
    assert_eq!(claims(&["api.json"], &folder, &["document", "outcome", "value"]), ["api.json:3|killed|3"]);
    // Both stand on one line: their numbers tell them apart.
    let rows = claims(&["rows.json"], &folder, &["document", "incident", "outcome", "low", "high"]);
    assert_eq!(rows, ["rows.json:1|x|injured|4|6", "rows.json:2|y|killed|2|2"]);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn fields_of_other_names_and_a_mapping_that_is_kept() {
    let rows = "{\"Tote\":\"13+\",\"Quelle\":{\"Name\":\"Polizei\"}}\n{\"Tote\"\n{\"Tote\":12,\"Quelle\":{\"Name\":\"Radio\"}}\n";
    let folder = folder("names", &[("de.jsonl", rows)]);
    let expected = ["de.jsonl:1|13|null|Polizei", "de.jsonl:3|12|12|Radio"];
    let map = ["--map", "killed=Tote,source=Quelle.Name"];
    let (code, out, err) = tollbook(&[&["inspect", "de.jsonl", "--save-map", "m.toml"], &map[..]].concat(), &folder);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("Tote         killed all, total"), "{out}");
    for map in [map[1], "m.toml"] {
        assert_eq!(claims(&["de.jsonl", "--map", map], &folder, &["document", "low", "high", "origin"]), expected);
    }
    let (_, _, err) = tollbook(&["extract", "de.jsonl", "--map", "m.toml"], &folder);
    assert!(err.contains("de.jsonl:2:7: not a JSON object"), "{err}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn as_much_is_said_as_was_asked_for() {
    let folder = folder("voice", &[("t.csv", "Title;;\nincident;killed;source\nx;3;police\n")]);
    let utf16: Vec<u8> = "\u{feff}incident,killed\nx,3\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.join("u.csv"), utf16).unwrap();
    let said = |args: &[&str]| tollbook(&[&["extract", "t.csv", "u.csv"], args].concat(), &folder).2;
    assert_eq!(said(&["-q"]), "");
    let told = "tollbook: t.csv: fields parted by “;”, a line above the header\ntollbook: u.csv: read as UTF-16LE\n";
    assert_eq!(said(&[]), told);
    assert!(said(&["-v"]).contains("t.csv: 1 read, 0 rejected"));
    let (_, out, _) = tollbook(&["reconcile", "t.csv", "--format", "table", "--color", "always"], &folder);
    assert!(out.starts_with("\u{1b}[1mx"), "{out}");
    let (_, out, _) = tollbook(&["reconcile", "t.csv", "--format", "table"], &folder);
    assert!(!out.contains('\u{1b}'), "a pipe is never painted");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn dates_in_two_orders_are_settled_by_their_column_or_kept_open() {
    let table = |last: &str| {
        let rows = format!("outcome,value,event_date\nkilled,1,03/04/2020\nkilled,2,2020-05-06\nkilled,3,{last}\n");
        let input = Input { name: "t.csv".into(), bytes: rows.into() };
        let reading = input.pieces()[0].read(&Hints::default()).unwrap();
        let dates: Vec<String> = reading.claims.iter().filter_map(|c| c.event_date.clone()).collect();
        (dates, reading.notes)
    };
    assert_eq!(table("25/04/2020").0, ["2020-04-03", "2020-05-06", "2020-04-25"]);
    assert_eq!(table("04/25/2020").0, ["2020-03-04", "2020-05-06", "2020-04-25"]);
    let (dates, notes) = table("07/07/2020");
    assert_eq!(dates, ["[2020-03-04,2020-04-03]", "2020-05-06", "2020-07-07"]);
    assert!(notes[0].contains("column “event_date”: dates such as 03/04/2020 (1 of them)"), "{notes:?}");
    let lines = "{\"text\": \"x\", \"published\": \"03/04/2020\"}\n{\"text\": \"x\", \"published\": \"17/04/2020\"}\n";
    let input = Input { name: "t.jsonl".into(), bytes: lines.into() };
    let reading = input.pieces()[0].read(&Hints::default()).unwrap();
    assert_eq!(reading.documents[0].published.as_deref(), Some("2020-04-03"));
}

#[test]
fn what_inspect_could_not_read_is_placed() {
    let rows = "{\"incident\": \"x\", \"killed\": 3}\n\n{\"incident\": \"y\", \"killed\": \"3*\"}\n";
    let folder = folder("placed", &[("t.jsonl", rows), ("t.csv", "Ort,Tote\nx,mehr als 3\ny,3*\nz,4*\n")]);
    let (_, out, _) = tollbook(&["inspect", "t.jsonl"], &folder);
    assert!(out.contains("not read: t.jsonl:3, column “killed”: read “3”, then “*”"), "{out}");
    let (_, out, _) = tollbook(&["inspect", "t.csv"], &folder);
    assert!(out.contains("column “Tote”: words read as German") && out.contains("t.csv:3, column “Tote”"), "{out}");
    assert!(out.contains("; 1 more like it"), "{out}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn months_in_other_languages() {
    for (written, day) in [
        ("3. Februar 2031", "2031-02-03"),
        ("3. Jänner 2031", "2031-01-03"),
        ("14 août 2031", "2031-08-14"),
        ("1 de septiembre de 2031", "2031-09-01"),
        ("5 maggio 2031", "2031-05-05"),
        ("dezembro de 2031", "2031-12"),
        ("7 мая 2031 г.", "2031-05-07"),
        ("8 ŞUBAT 2031", "2031-02-08"),
        ("9 жовтня 2031", "2031-10-09"),
        ("10 أبريل 2031", "2031-04-10"),
        ("31 Februar 2031", "31 Februar 2031"),
        ("3 Februar März 2031", "3 Februar März 2031"),
        ("Haus 3 2031", "Haus 3 2031"),
    ] {
        let rows = format!("incident,killed,event_date\nx,3,{written}\n");
        let input = Input { name: "t.csv".to_owned(), bytes: rows.into_bytes() };
        let reading = input.pieces()[0].read(&Hints::default()).unwrap();
        assert_eq!(reading.claims[0].event_date.as_deref(), Some(day), "{written}");
    }
}

#[test]
fn dates_of_no_known_kind_are_told() {
    let rows = "outcome,value,event_date\nkilled,1,44595\nkilled,2,2031-05-06\nkilled,3,5 May 2031\nkilled,4,Monday\nkilled,5,2031-05-07 13:00:00\n";
    let input = Input { name: "t.csv".to_owned(), bytes: rows.as_bytes().to_vec() };
    let reading = input.pieces()[0].read(&Hints::default()).unwrap();
    assert_eq!(reading.notes.len(), 1, "{:?}", reading.notes);
    assert_eq!(reading.claims[4].event_date.as_deref(), Some("2031-05-07"));
    assert!(reading.notes[0].contains("column “event_date”: 1 dates such as “44595”"), "{:?}", reading.notes);
}

#[test]
fn lines_that_old_computers_ended() {
    let mut input = Input { name: "t.csv".to_owned(), bytes: b"incident,killed\rx,3\ry,4\r".to_vec() };
    input.decode(None).unwrap();
    let reading = input.pieces()[0].read(&Hints::default()).unwrap();
    assert_eq!(reading.claims.iter().map(|c| c.document.as_str()).collect::<Vec<_>>(), ["t.csv:2", "t.csv:3"]);
}

#[test]
fn what_belongs_to_a_page_or_a_package_is_no_input() {
    let files = [
        ("claims.csv", "incident,killed\nx,3\n"),
        ("datapackage.json", "{\"resources\":[]}"),
        ("story.html", "<p>At least 13 people were killed in the fire.</p>"),
        ("story_files/frame.html", "<p>A bus plunge killed 17 people.</p>"),
        ("notes.pdf", "no text"),
    ];
    let folder = folder("page", &[]);
    fs::create_dir(folder.join("story_files")).unwrap();
    files.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
    assert_eq!(claims(&["."], &folder, &["low"]), ["3", "13"]);
    let (_, _, err) = tollbook(&["extract", ".", "-v"], &folder);
    assert!(err.contains("passed over, being of another kind: notes.pdf ("), "{err}");
    fs::remove_dir_all(folder).unwrap();
}
