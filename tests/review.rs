//! The file in which people decide: written, marked, read back, and what is wrong in it told by line.

mod folder;

use folder::Folder;
use std::fs;

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
    folder.write("mine.toml", &own.replace("join = 0.15", "join = 0.95"));
    let (code, out, err) = folder.run(&["link", "in", "--link", "mine.toml"]);
    assert_eq!((code, incidents(&out)), (Some(0), 3), "{err}");
    let (code, _, err) = folder.run(&["link", "in", "--link", "xsub"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("no preset “xsub”") && err.contains("--presets"), "{err}");
}
