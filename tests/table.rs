//! What the comparison table looks like: the worked incident of four origins, wide and narrow.

use std::{fs, path::Path};
use tollbook::{
    claim::{Outcome, Victims},
    range::Range,
    report::{Account, Aside, Basis, Cell, Finding, Incident, Measures, Report, SetAside, Superseded, Verdict},
    write,
};

/// Compares with what was looked at and found good; `UPDATE_SNAPSHOTS=1` writes it anew, to be looked at again.
#[track_caller]
fn looks_like(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "{name} now looks like\n{text}\nand looked like\n{expected}");
}

fn cell(range: Range, said: &str, was: &[&str]) -> Cell {
    Cell {
        outcome: Outcome::Killed,
        victims: Victims::All,
        range: Some(range),
        point: range.point(),
        said: said.to_owned(),
        basis: Basis::Stated,
        at: None,
        claims: Vec::new(),
        history: was
            .iter()
            .map(|said| Superseded {
                said: (*said).to_owned(),
                range: None,
                at: None,
                claims: Vec::new(),
                revised_down: false,
            })
            .collect(),
    }
}

fn account(name: &str, documents: &[&str], cells: Vec<Cell>) -> Account {
    Account {
        name: name.to_owned(),
        origin: Some(name.to_owned()),
        documents: documents.iter().map(|d| (*d).to_owned()).collect(),
        at: Some("2021-05-03".to_owned()),
        cells,
        ..Account::default()
    }
}

fn finding(outcome: Outcome, victims: Victims, display: &str, verdict: Verdict) -> Finding {
    Finding {
        outcome,
        victims,
        low: None,
        best: None,
        high: None,
        display: display.to_owned(),
        verdict,
        agree: 1,
        accounts: 1,
        measures: Measures::default(),
        bands: Vec::new(),
        reports: 1,
        outlets: 1,
        origins: 1,
        low_by: None,
        high_by: None,
        basis: Basis::Stated,
        reason: String::new(),
        replaced: None,
    }
}

/// One incident with a revision, a dispute, groups, a figure only implied, and names in other scripts.
fn worked() -> Report {
    let mut police = account("police", &["a", "b", "c"], vec![cell(Range::exact(15), "15", &["5", "13"])]);
    police.via = vec!["AFP".to_owned()];
    police.outlets = vec!["The Daily".to_owned(), "Evening Post".to_owned()];
    police.cells.push(Cell { victims: Victims::Children, ..cell(Range::exact(2), "2", &[]) });
    let mut radio = account("rebel radio", &["f"], vec![cell(Range::open(41), "41+", &[])]);
    radio.cells.push(Cell { outcome: Outcome::Injured, basis: Basis::Vague, ..cell(Range::open(1), "dozens", &[]) });
    let hospital = Cell { basis: Basis::Derived, ..cell(Range::open(15), "15+", &[]) };
    let incident = Incident {
        id: "somewhere-1".to_owned(),
        place: Some("Somewhere".to_owned()),
        point: None,
        documents: ["a", "d", "e", "f", "g"].map(str::to_owned).to_vec(),
        event_date: Some("2021-05-03".to_owned()),
        accounts: vec![
            police,
            account("الهلال الأحمر", &["d"], vec![cell(Range::closed(14, 18).unwrap(), "14–18", &[])]),
            account("Больница № 3", &["e"], vec![hospital]),
            radio,
            account("新华社", &["g"], vec![Cell { basis: Basis::Implied, ..cell(Range::ANY, "0+", &[]) }]),
        ],
        findings: vec![
            Finding {
                low: Some(14),
                best: Some(15),
                agree: 3,
                accounts: 4,
                bands: vec![Range::exact(15)],
                measures: Measures { gap: 26, ..Measures::default() },
                ..finding(Outcome::Killed, Victims::All, "14+", Verdict::Majority)
            },
            finding(Outcome::Killed, Victims::Children, "2", Verdict::Single),
            finding(Outcome::Injured, Victims::All, "dozens", Verdict::Single),
        ],
        copies: Vec::new(),
        set_aside: vec![
            SetAside { claim: "c1".to_owned(), reason: Aside::Cumulative },
            SetAside { claim: "c2".to_owned(), reason: Aside::Denied },
        ],
    };
    Report { policy: "transparent".to_owned(), incidents: vec![incident], ..Report::default() }
}

#[test]
fn a_page() {
    looks_like("worked-80.txt", &write::table::report(&worked(), 80));
}

#[test]
fn a_wide_screen() {
    looks_like("worked-200.txt", &write::table::report(&worked(), 200));
}

#[test]
fn no_line_is_wider_than_asked() {
    for width in [40, 60, 80] {
        let text = write::table::report(&worked(), width);
        let table = text.lines().skip(2).take_while(|l| !l.starts_with("  killed:"));
        for line in table {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn a_row_an_incident() {
    let mut bytes = Vec::new();
    write::wide::report(&mut bytes, &worked());
    looks_like("worked-wide.csv", &String::from_utf8(bytes).unwrap());
}
