//! Tables in the shapes that people have: the dialect is recognised, and every cell becomes the claim it states.

use tollbook::{
    claim::Claim,
    read::{Hints, Input, Reading},
};

fn read(name: &str, text: &str) -> Reading {
    let input = Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let mut all = Reading::default();
    for piece in input.pieces() {
        all.extend(piece.read(&Hints::default()).unwrap_or_else(|e| panic!("{e}")));
    }
    all
}

/// The claims as "incident outcome victims figure origin".
#[track_caller]
fn claims(text: &str, expected: &[&str]) {
    let reading = read("t.csv", text);
    let told: Vec<String> = reading.rejects.iter().map(|r| r.error.to_string()).collect();
    assert!(told.is_empty(), "{told:#?}");
    let found: Vec<String> = reading.claims.iter().map(short).collect();
    assert_eq!(found, expected);
}

fn short(claim: &Claim) -> String {
    let stated = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let (incident, origin) = (stated(&claim.incident), stated(&claim.origin));
    format!("{incident} {} {} {} {origin}", claim.outcome, claim.victims, claim.figure)
}

#[test]
fn wide_with_cells_in_words() {
    claims(
        "Event,Source,Deaths,Injured,Civilian deaths\n\
         e1,police,13+,more than 40,10-15\n\
         e2,hospital,~50,unknown,-\n\
         e3,radio,,dozens,none\n",
        &[
            "e1 killed all 13+ police",
            "e1 killed civilians 10–15 police",
            "e1 injured all 41+ police",
            "e2 killed all ~50 hospital",
            "e3 killed civilians 0 radio",
            "e3 injured all dozens radio",
        ],
    );
}

#[test]
fn cells_in_the_language_of_their_column() {
    claims(
        "Fecha,Muertos,Heridos\n2031-02-03,más de 40,unos 12\n2031-02-04,3,desconocido\n2031-02-05,at least 4,ninguno\n",
        &["- killed all 41+ -", "- injured all ~12 -", "- killed all 3 -", "- killed all 4+ -", "- injured all 0 -"],
    );
    // A name that no language has leaves it to the words.
    let reading = read("t.csv", "Ort,Tote am Ort,killed\nx,9,mehr als 3\ny,1,no\n");
    assert_eq!(reading.claims.iter().map(short).collect::<Vec<_>>(), ["- killed all 4+ -", "- killed all 0 -"]);
    assert_eq!(reading.notes, ["t.csv, column “killed”: words read as German"]);
    claims("القتلى,الجرحى\n١٢,أكثر من ٤٠\n", &["- killed all 12 -", "- injured all 41+ -"]);
}

#[test]
fn a_word_that_two_languages_take_otherwise_is_left_to_the_name_of_its_column() {
    let told = |table: &str| read("t.csv", table).rejects.iter().map(|r| r.error.to_string()).collect::<Vec<_>>();
    assert_eq!(told("place,killed\nx,no\n"), [""; 0]);
    assert!(told("lugar,muertos\nx,no\n")[0].contains("column “muertos”: “no” in Spanish may be none or not known"));
    let german = &told("Ort,Tote\nx,no\n")[0];
    assert!(german.contains("“no” is 0 in English, none or not known in Spanish or Italian or Portuguese"), "{german}");
}

#[test]
fn a_word_for_nobody_that_programs_write_for_a_blank_is_left_out() {
    let reading = read("t.csv", "incident,killed\nx,none\ny,None\nz,<NA>\n");
    assert_eq!(reading.claims.iter().map(short).collect::<Vec<_>>(), ["x killed all 0 -"]);
    assert!(
        reading.rejects[0].error.to_string().starts_with("t.csv:3, column “killed”: “None” in English may be none")
    );
    assert_eq!((reading.rejects.len(), reading.documents.len()), (1, 1));
}

#[test]
fn fields_behind_the_last_that_is_read_may_be_missing() {
    let reading = read("t.csv", "incident,source,killed,remarks,checked\nx,police,3\ny,police\nz,radio,4,,\n");
    assert_eq!(reading.claims.iter().map(short).collect::<Vec<_>>(), ["x killed all 3 police", "z killed all 4 radio"]);
    assert!(reading.rejects[0].error.to_string().starts_with("t.csv:3: 2 fields, but the header has 5"));
}

#[test]
fn a_header_alone_is_told() {
    assert_eq!(read("t.csv", "incident,killed\n").notes, ["t.csv: a header, and no row below it"]);
}

#[test]
fn objects_inside_objects_are_columns() {
    let line = r#"{"where": {"name": "Lyne", "lat": 50.5, "lon": 7.25}, "casualties": {"killed": 3, "injured": {"min": 5, "max": 9}}}"#;
    let reading = read("t.jsonl", line);
    assert_eq!(reading.claims.iter().map(short).collect::<Vec<_>>(), ["- killed all 3 -", "- injured all 5–9 -"]);
    assert!(reading.claims.iter().all(|c| c.place.as_deref() == Some("Lyne") && c.point.is_some()));
}

#[test]
fn a_list_of_reports_inside_an_incident_is_a_row_each() {
    let object = r#"{"incident": "q1", "place": "Lyne", "reports": [{"source": "police", "killed": 3}, {"source": "clinic", "killed": "4+"}]}"#;
    let expected = ["q1 killed all 3 police", "q1 killed all 4+ clinic"];
    for text in [object.to_owned(), format!("{object}\n{object}\n"), format!("[{object}]")] {
        let reading = read(if text.starts_with('[') { "t.json" } else { "t.jsonl" }, &text);
        assert_eq!(reading.claims.iter().take(2).map(short).collect::<Vec<_>>(), expected);
        assert!(reading.claims.iter().all(|c| c.place.as_deref() == Some("Lyne")));
    }
    assert_eq!(read("t.json", object).claims.iter().map(short).collect::<Vec<_>>(), expected);
    // Figures beside the list are nobody's of it; a list that holds none is left alone.
    let both = r#"{"incident": "q1", "injured": 9, "reports": [{"source": "police", "killed": 3}], "tags": [{"name": "fire"}]}"#;
    let read = read("t.jsonl", both);
    assert_eq!(read.claims.iter().map(short).collect::<Vec<_>>(), ["q1 injured all 9 -", "q1 killed all 3 police"]);
}

#[test]
fn notes_below_a_table_are_no_incidents() {
    let reading = read("t.csv", "incident,source,killed\nx,police,3\ny,,\n,,\n* provisional,,\nz,radio,4\n");
    assert_eq!(reading.claims.iter().map(short).collect::<Vec<_>>(), ["x killed all 3 police", "z killed all 4 radio"]);
    assert_eq!(reading.documents.len(), 1, "a row before the blank one is an incident whose toll is not known");
    assert!(reading.notes[0].contains("1 row below the table") && reading.notes[0].contains("“* provisional”"));
}

#[test]
fn pairs_of_low_and_high() {
    claims(
        "incident,killed_min,killed_max\na,10,15\nb,13,\nc,,5\nd,4,4\ne,,\n",
        &["a killed all 10–15 -", "b killed all 13+ -", "c killed all ≤5 -", "d killed all 4 -"],
    );
}

#[test]
fn titles_above_the_header_and_semicolons() {
    claims(
        "Losses in the district;;;\nas of 3 May;;;\n;;;\nIncident;Source;Killed;Wounded\nx;\"Smith; Jones\";1 200;3\n;;;\n",
        &["x killed all 1200 Smith; Jones", "x injured all 3 Smith; Jones"],
    );
}

#[test]
fn tabs_and_bars() {
    claims("incident\tkilled\nx\t3\n", &["x killed all 3 -"]);
    claims("incident|killed\nx|3\n", &["x killed all 3 -"]);
}

#[test]
fn a_cell_shows_the_words_it_came_from() {
    let claim = read("t.csv", "incident,Deaths (min),Deaths (max)\nx,3,5\n").claims.remove(0);
    assert_eq!((claim.phrase.as_str(), claim.sentence.as_str()), ("3, 5", "Deaths (min): 3, Deaths (max): 5"));
    assert_eq!(claim.document, "t.csv:2");
}

#[test]
fn a_bad_cell_is_named_and_the_others_of_the_row_go_through() {
    let reading = read("t.csv", "incident,killed,injured\nx,a lot more,3\ny,15-10,\n");
    assert_eq!(reading.claims.iter().map(short).collect::<Vec<_>>(), ["x injured all 3 -"]);
    let told: Vec<String> = reading.rejects.iter().map(|r| r.error.to_string()).collect();
    assert!(told[0].starts_with("t.csv:2, column “killed”: "), "{}", told[0]);
    assert!(told[1].starts_with("t.csv:3, column “killed”: "), "{}", told[1]);
}

#[test]
fn texts_in_a_table() {
    let reading = read("t.csv", "doc_id,headline,date_published,body\n7,Blast,2021-05-03,\"Ten died.\nMany fled.\"\n");
    let document = &reading.documents[0];
    assert_eq!((document.id.as_str(), document.title.as_deref()), ("7", Some("Blast")));
    assert_eq!(document.published.as_deref(), Some("2021-05-03"));
    assert_eq!(document.text, "Ten died.\nMany fled.");
}

#[test]
fn a_table_without_a_name_is_known_by_its_first_row() {
    assert_eq!(read("<stdin>", "incident,killed\nx,3\n").claims.len(), 1);
    assert_eq!(read("t.txt", "incident\tkilled\nx\t3\n").claims.len(), 1);
    assert_eq!(read("t.txt", "incident,killed\nx,3\n").documents.len(), 1);
    assert_eq!(read("<stdin>", "Ten dead, police say\nThree people, they said, were hurt.\n").documents.len(), 1);
}

#[test]
fn a_row_of_sums_is_no_incident() {
    let reading = read("t.csv", "place,deaths\nOldtown,3\nTotal:,3\n");
    assert_eq!(reading.claims.len(), 1);
    assert!(reading.rejects[0].error.to_string().starts_with("t.csv:3: a row of sums (“Total:”)"));
}

#[test]
fn where_no_header_is_known_the_likely_one_is_shown() {
    let text = "Relevé;;\n2021;;\nCommune;Perdus;Source\nA;3;x\n";
    let input = Input { name: "t.csv".to_owned(), bytes: text.as_bytes().to_vec() };
    let error = input.pieces()[0].read(&Hints::default()).unwrap_err().to_string();
    assert!(error.starts_with("t.csv:3: ") && error.contains("found Commune, Perdus, Source"), "{error}");
}

/// What is told of a table: its notes, and its rejects with their advice.
fn told(text: &str, hints: &Hints) -> (Vec<String>, String) {
    let input = Input { name: "t.csv".to_owned(), bytes: text.as_bytes().to_vec() };
    let reading = input.pieces()[0].read(hints).unwrap();
    let rejects: String = reading.rejects.iter().map(|r| r.error.to_string()).collect();
    let figures = reading.claims.iter().map(|c| c.figure.to_string()).collect();
    (figures, reading.notes.join("\n") + &rejects)
}

#[test]
fn points_that_part_thousands_or_decimals() {
    let none = Hints::default();
    let (figures, notes) = told("incident;killed\na;1.500\nb;850\nc;über 12.000.000\nd;13,0\n", &none);
    assert_eq!(figures, ["1500", "850", "12000001+", "13"]);
    assert!(notes.contains("column “killed”: points part thousands, as other rows show"), "{notes}");
    let (figures, notes) = told("incident,killed\na,13.000\nb,4.0\nc,1.500\n", &none);
    assert_eq!(figures, ["13", "4"]);
    assert!(notes.contains("points part decimals") && notes.contains("“1.500” is not whole"), "{notes}");
    let open = "incident,killed\na,1.500\nb,2.250\n";
    let (figures, notes) = told(open, &none);
    assert_eq!(figures, [""; 0]);
    assert!(notes.contains("may part thousands or decimals") && notes.contains("--map thousands=."), "{notes}");
    let say = |mark: &str| Hints { columns: vec![("thousands".into(), mark.into())], ..Hints::default() };
    assert_eq!(told(open, &say(".")).0, ["1500", "2250"]);
    assert!(told(open, &say(",")).1.contains("not whole"));
}

#[test]
fn a_claim_a_row_in_the_words_of_people() {
    claims(
        "incident;Harm;victim group;Number;Source\nx;Deaths;;13+;police\nx;wounded;Kinder;4;radio\nx;deaths;;unknown;mayor\n",
        &["x killed all 13+ police", "x injured children 4 radio"],
    );
}

#[test]
fn headers_in_other_languages() {
    claims(
        "Vorfall;Quelle;Tote;Verletzte Kinder\nx;Polizei;13+;2\n",
        &["x killed all 13+ Polizei", "x injured children 2 Polizei"],
    );
    claims("lieu;source;Nombre de blessés\nx;Radio;4\n", &["- injured all 4 Radio"]);
}

#[test]
fn columns_that_hold_figures_are_named_where_no_header_is_known() {
    let input = Input { name: "t.csv".to_owned(), bytes: b"Stelle;Gefallene\nx;13\ny;\nz;40+\n".to_vec() };
    let error = input.pieces()[0].read(&Hints::default()).unwrap_err().to_string();
    assert!(error.contains("figures stand in “Gefallene”") && error.contains("--map killed=\"Gefallene\""), "{error}");
}

#[test]
fn a_header_in_two_rows() {
    claims(
        "Toll by source,,,,\nIncident,Source,Killed,,Injured\n,,min,max,\nx,police,3,5,7\n",
        &["x killed all 3–5 police", "x injured all 7 police"],
    );
    claims("Incident,,Killed\nx,a note,3\n", &["x killed all 3 -"]);
}

#[test]
fn a_best_beside_one_end_closes_nothing() {
    let claim = read("t.csv", "incident,killed_low,killed_best,killed_high\nx,10,163,\n").claims.remove(0);
    assert_eq!((claim.figure.to_string().as_str(), claim.best), ("10+", Some(163)));
}
