//! The file in which people decide: written, marked, read back, and what is wrong in it told by line.

mod folder;

use folder::Folder;
use std::{collections::BTreeSet, fs};

const REPORTS: [(&str, &str); 3] = [
    ("a", "A fire in the Rosebank dye works at Sialkot killed 12 people on Friday, said Inspector Qadir."),
    ("b", "Inspector Qadir said that 14 people were killed on Friday at the Rosebank dye works in Sialkot."),
    ("c", "Three people were killed in a fire at a Valparaiso cinema called Miramar on Saturday."),
];

/// A folder with the three reports.
fn reports(name: &str) -> Folder {
    let folder = Folder::new(&format!("review-{name}"));
    fs::create_dir_all(folder.0.join("in")).unwrap();
    for (name, text) in REPORTS {
        folder.write(&format!("in/{name}.txt"), &format!("---\npublished: 2012-11-04\n---\n{text}\n"));
    }
    folder
}

trait Files {
    fn write(&self, name: &str, text: &str);
    fn read(&self, name: &str) -> String;
}

impl Files for Folder {
    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }
}

/// The incidents of `link`, each once.
fn incidents(out: &str) -> usize {
    let mut ids: Vec<&str> = out.lines().skip(1).filter_map(|l| l.split(',').nth(1)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}

#[test]
fn marks_are_kept_and_win() {
    let folder = reports("marks");
    let (code, out, err) = folder.run(&["link", "in", "--review", "r.csv"]);
    assert_eq!((code, incidents(&out)), (Some(0), 2), "{err}");
    assert!(folder.read("r.csv").starts_with("pair,mark,reason,taken_as,"), "{}", folder.read("r.csv"));
    // A row of one's own, in the dialect of another spreadsheet.
    folder.write("r.csv", "\u{feff}mark;reason;one;other\r\nYES;one owner;in/a.txt#1;in/c.txt#1\r\n");
    let (code, out, err) = folder.run(&["link", "in", "--review", "r.csv"]);
    assert_eq!((code, incidents(&out)), (Some(0), 1), "{err}");
    assert!(err.contains("r.csv: 1 marked"), "{err}");
    let rows = folder.read("r.csv");
    let row = rows.lines().nth(1).unwrap();
    assert!(row.starts_with('p') && row.contains(",YES,one owner,one,"), "{rows}");
    // The same again changes nothing.
    folder.run(&["link", "in", "--review", "r.csv"]);
    assert_eq!(folder.read("r.csv"), rows);
    let (code, out, _) = folder.run(&["reconcile", "in", "--review", "r.csv", "--format", "wide"]);
    assert_eq!((code, out.lines().count()), (Some(0), 2), "{out}");
}

#[test]
fn what_cannot_be_followed_is_told_by_line_and_kept() {
    let folder = reports("bad");
    let rows = "mark,reason,one,other\nyes,gone,in/z.txt#1,in/a.txt#1\nno,two halls,in/a.txt#1,in/b.txt#1\nmaybe,,in/a.txt#1,in/c.txt#1\n";
    folder.write("r.csv", rows);
    let (code, out, err) = folder.run(&["link", "in", "--review", "r.csv"]);
    assert_eq!((code, incidents(&out)), (Some(0), 3), "{err}");
    for told in ["r.csv:2: no telling “in/z.txt#1” in this input", "r.csv:4, column “mark”: “maybe” is no mark"]
    {
        assert!(err.contains(told), "{told}\n{err}");
    }
    let kept = folder.read("r.csv");
    assert!(["gone", "two halls", "maybe"].iter().all(|mark| kept.contains(mark)), "{kept}");
}

#[test]
fn a_file_that_is_none_of_pairs_stays_as_it_is() {
    let folder = reports("none");
    for (rows, told) in [
        ("name,age\nx,3\n", "no column “mark”"),
        ("mark,one,other,notes\nyes,a,b,c\n", "column “notes” is not one of ours and would be lost"),
    ] {
        folder.write("r.csv", rows);
        let (code, _, err) = folder.run(&["link", "in", "--review", "r.csv"]);
        assert_eq!((code, folder.read("r.csv").as_str()), (Some(2), rows), "{err}");
        assert!(err.contains(told), "{told}\n{err}");
    }
    let (code, _, err) = folder.run(&["reconcile", "in", "--review", "no.csv"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("no.csv: no such file of pairs"), "{err}");
}

#[test]
fn own_rules_and_places_are_taken_and_wrong_ones_named() {
    let folder = reports("own");
    folder.write("p.csv", "name,latitude,longitude\nSialkot,120.5,74\n");
    let (code, _, err) = folder.run(&["link", "in", "--places", "p.csv"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("p.csv:2: latitude 120.5"), "{err}");
    folder.write("p.csv", "name,latitude,longitude\nSialkot,32.5,74.5\n");
    assert_eq!(folder.run(&["link", "in", "--places", "p.csv"]).0, Some(0));
    let (code, out, _) = folder.run(&["link", "--presets"]);
    assert_eq!(code, Some(0));
    let own = &out[out.find("id = \"default\"").expect("a file to start from")..];
    folder.write("mine.toml", &own.replace("join = 0.14", "join = 0.95"));
    let (code, out, err) = folder.run(&["link", "in", "--link", "mine.toml"]);
    assert_eq!((code, incidents(&out)), (Some(0), 3), "{err}");
    let (code, _, err) = folder.run(&["link", "in", "--link", "xsub"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("no preset “xsub”") && err.contains("--presets"), "{err}");
}

/// The incidents that the rows of an answer name, each once.
fn named(out: &str) -> BTreeSet<String> {
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let at = reader.headers().unwrap().iter().position(|h| h == "incident").unwrap();
    reader.records().map(|r| r.unwrap()[at].to_owned()).collect()
}

#[test]
fn a_field_of_the_input_names_incidents() {
    let folder = Folder::new("field");
    folder.write("a.csv", "case no,source,killed\n7,AFP,3\n7,Gazette,4\n9,AFP,1\n");
    folder.write(
        "b.jsonl",
        "{\"text\": \"Two men died.\", \"case no\": 7}\n{\"text\": \"A boy drowned in Lagos.\", \"case no\": 8}\n",
    );
    for (file, incidents) in [("a.csv", ["7", "9"]), ("b.jsonl", ["7", "8"])] {
        for verb in ["reconcile", "link"] {
            let (code, out, err) = folder.run(&[verb, file, "--incident-by", "field=case no", "--format", "csv"]);
            assert_eq!(code, Some(0), "{err}");
            assert!(named(&out).iter().eq(&incidents), "{verb} {file}: {out}");
        }
    }
    let (code, _, err) = folder.run(&["link", "a.csv", "--incident-by", "field"]);
    assert!(code == Some(2) && err.contains("none of text, document, folder and field=NAME"), "{err}");
    let (code, _, err) = folder.run(&["link", "a.csv", "--incident-by", "field=case"]);
    assert!(code == Some(2) && err.contains("“case”"), "{err}");
}

#[test]
fn what_is_left_open_or_out_is_told_once() {
    let folder = Folder::new("open");
    for day in ["03", "12", "25"] {
        let text = format!("---\npublished: 2014-05-{day}\n---\nFour people died in Tripoli on Monday.\n");
        folder.write(&format!("{day}.txt"), &text);
    }
    folder.write("mild.txt", "It was mild.");
    folder.write("headline.txt", "---\ntitle: Nine drowned off Lomé\n---\n");
    let (_, out, err) = folder.run(&["link", "."]);
    assert!(out.contains("Nine") && err.matches("Tripoli (").count() == 1, "{out}{err}");
    assert!(err.contains("no figure in 1 of 5 documents, which no total counts: ./mild.txt"), "{err}");
}

#[test]
fn a_longer_time_is_no_incident_of_the_table() {
    let folder = Folder::new("period");
    let text = "---\npublished: 2014-05-03\n---\nFour people died in a fire in Graz on Friday.\n\nFires have killed 300 people since 2004.\n";
    folder.write("a.txt", text);
    let (_, out, err) = folder.run(&["link", "a.txt", "--format", "table"]);
    assert_eq!(out.lines().filter(|l| l.contains("graz-2014-05-02")).count(), 1, "{out}{err}");
    assert!(!out.contains("#period") && out.contains("besides 1 "), "{out}");
}
