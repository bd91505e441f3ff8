//! Dates: the corpus of those told in texts, and the forms that are written and read.

use jiff::civil::Date;
use tollbook::{
    date::{Edtf, numeric, said},
    lexicon::Lexicon,
};

#[derive(serde::Deserialize)]
struct Corpus {
    case: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    text: String,
    published: String,
    dates: Vec<String>,
}

#[test]
fn dates_in_texts() {
    let corpus: Corpus = toml::from_str(include_str!("corpus/date/said.toml")).unwrap();
    let lexicon = Lexicon::english();
    let mut wrong = Vec::new();
    for case in &corpus.case {
        let anchor: Option<Date> = case.published.parse().ok();
        let tokens = lexicon.scan(&case.text);
        let found: Vec<String> = said::find(&case.text, &tokens, 0..tokens.len(), anchor, lexicon)
            .iter()
            .map(|said| said.date.map_or(String::new(), |d| d.to_string()))
            .collect();
        if found != case.dates {
            wrong.push(format!("{}: {found:?}, not {:?}", case.text, case.dates));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_written_is_read_back() {
    for text in [
        "2020",
        "2020-10",
        "2020-10-17",
        "2020-10-17?",
        "2020-10~",
        "2020-10-16/2020-10-17",
        "2020-10-16/..",
        "2020-10-16?/2020-10-17?",
        "[2020-03-04,2020-04-03]",
    ] {
        assert_eq!(text.parse::<Edtf>().map(|d| d.to_string()), Ok(text.to_owned()));
    }
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        "/",
        "../..",
        "2020-13",
        "2020-02-30",
        "20-10-17",
        "2020-XX-03",
        "2020-10-17/2020-10-16",
        "soon",
        "2020-10-17-1",
        "2020é",
    ] {
        assert!(text.parse::<Edtf>().is_err(), "{text}");
    }
}

#[test]
fn an_order_that_rows_do_not_agree_on_decides_nothing() {
    assert_eq!(numeric::order(["25/04/2020", "04/25/2020"]), None);
    assert_eq!(numeric::parse("04/04/2020", None).unwrap().to_string(), "2020-04-04");
    assert_eq!(numeric::parse("32/13/2020", None), None);
}
