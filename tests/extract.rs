//! The reading of prose against a corpus of cases, one file a step, and its laws over any text.

use proptest::prelude::{ProptestConfig, any, prop, proptest};
use std::{collections::BTreeSet, fs, path::Path};
use tollbook::{
    claim::Claim,
    document::Document,
    extract::{extract, people::RULES, trace},
    lexicon::Lexicon,
};

/// The cases of one step.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    case: Vec<Case>,
}

/// A text and its claims, in the order of the text. A case with a `gap` is known to fail, and says why.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    title: Option<String>,
    claims: Vec<Expected>,
    gap: Option<String>,
}

/// What a claim must be. Fields that are not given are not compared, but for `repeat`: a claim that says nothing again
/// must not be taken for a repeat. Repeats of the text need not be listed.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    phrase: String,
    outcome: Option<String>,
    figure: Option<String>,
    victims: Option<String>,
    role: Option<String>,
    status: Option<String>,
    origin: Option<String>,
    via: Option<String>,
    #[serde(default)]
    repeat: bool,
}

impl Expected {
    /// An expected blank `origin` or `via` is written as an empty string.
    fn meets(&self, claim: &Claim) -> bool {
        let is = |expected: &Option<String>, got: &str| expected.as_deref().is_none_or(|e| e == got);
        self.phrase == claim.phrase
            && self.repeat == claim.repeats.is_some()
            && is(&self.outcome, claim.outcome.name())
            && is(&self.figure, &claim.figure.to_string())
            && is(&self.victims, claim.victims.name())
            && is(&self.role, claim.role.name())
            && is(&self.status, claim.status.name())
            && is(&self.origin, claim.origin.as_deref().unwrap_or_default())
            && is(&self.via, claim.via.as_deref().unwrap_or_default())
    }

    fn line(&self) -> String {
        let given =
            |name: &str, value: &Option<String>| value.as_ref().map_or(String::new(), |v| format!(" {name}={v}"));
        let fields =
            [("", &self.figure), ("", &self.outcome), ("", &self.victims), ("", &self.role), ("", &self.status)];
        let values: String = fields.into_iter().map(|(_, v)| given("", v).replace('=', "")).collect();
        let again = if self.repeat { " repeat" } else { "" };
        format!("{:?}{values}{}{}{again}", self.phrase, given("origin", &self.origin), given("via", &self.via))
    }
}

fn line(claim: &Claim) -> String {
    let said = |name: &str, value: &Option<String>| value.as_ref().map_or(String::new(), |v| format!(" {name}={v}"));
    let Claim { phrase, figure, outcome, victims, role, status, .. } = claim;
    let again = if claim.repeats.is_some() { " repeat" } else { "" };
    let who = said("origin", &claim.origin) + &said("via", &claim.via);
    format!("{phrase:?} {figure} {outcome} {victims} {role} {status}{who}{again}")
}

/// Whether the claims are those expected, in order, where a repeat that nobody expects is passed over.
fn agree(expected: &[Expected], claims: &[Claim]) -> bool {
    let mut left = expected.iter().peekable();
    for claim in claims {
        if left.next_if(|e| e.meets(claim)).is_none() && claim.repeats.is_none() {
            return false;
        }
    }
    left.next().is_none()
}

/// Every case, with the name of its file.
fn cases() -> Vec<(String, Case)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/extract");
    let mut files: Vec<_> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let corpus: Corpus =
            toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
        cases.extend(corpus.case.into_iter().map(|case| (name.clone(), case)));
    }
    cases
}

fn read(text: &str, title: Option<String>) -> Vec<Claim> {
    let document = Document { id: "case".into(), title, text: text.to_owned(), ..Document::default() };
    extract(&document, Lexicon::english())
}

#[test]
fn every_rule_is_told_and_has_a_case() {
    let known: BTreeSet<&str> = RULES.iter().map(|(name, _)| *name).collect();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for (_, Case { text, title, .. }) in cases() {
        let document = Document { id: "case".into(), title, text, ..Document::default() };
        used.extend(trace(&document, Lexicon::english()).iter().map(|t| t.rule));
    }
    assert_eq!(used, known);
}

#[test]
fn a_trace_is_that_of_the_claim() {
    for (_, Case { text, title, .. }) in cases() {
        let document = Document { id: "case".into(), title, text, ..Document::default() };
        let read: BTreeSet<String> = extract(&document, Lexicon::english()).into_iter().map(|c| c.claim).collect();
        let traced: BTreeSet<String> = trace(&document, Lexicon::english()).into_iter().map(|t| t.claim).collect();
        assert_eq!(read, traced);
    }
}

#[test]
fn prose() {
    let mut wrong = Vec::new();
    for (name, Case { text, title, claims, gap }) in cases() {
        let got = read(&text, title);
        match (agree(&claims, &got), gap) {
            (true, Some(gap)) => wrong.push(format!("[{name}] {text:?}\n    no longer a gap: {gap}")),
            (false, None) => {
                let expected: Vec<String> = claims.iter().map(Expected::line).collect();
                let got: Vec<String> = got.iter().map(line).collect();
                let (expected, got) = (expected.join("\n             "), got.join("\n             "));
                wrong.push(format!("[{name}] {text:?}\n    expected {expected}\n    read     {got}"));
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} cases\n{}", wrong.len(), wrong.join("\n"));
}

/// The gate only spares work: without it every text, and all texts of a file as one, give the same claims.
#[test]
fn the_gate_loses_nothing() {
    let tables = include_str!("../data/lexicon/en.toml");
    let open = Lexicon::load(tables, Lexicon::english_list()).unwrap().without_gate();
    let shut = |lexicon: &Lexicon, text| lexicon.openings(text).none();
    assert!(shut(Lexicon::english(), "The weather was mild on Friday.") && !shut(&open, "Mild."));
    let mut texts: Vec<(String, String)> = Vec::new();
    for (name, case) in cases() {
        match texts.last_mut() {
            Some((last, whole)) if *last == name => whole.extend([" It was mild. ", &case.text]),
            _ => texts.push((name.clone(), case.text.clone())),
        }
        texts.insert(0, (name, case.text));
    }
    for (name, text) in texts {
        let document = Document { text, ..Document::default() };
        assert_eq!(extract(&document, Lexicon::english()), extract(&document, &open), "[{name}] {}", document.text);
    }
}

/// Words that tell a fate only beside others open the gate there, and nowhere else.
#[test]
fn the_gate_looks_at_what_stands_beside_a_word() {
    let shut = |text: &str| Lexicon::english().openings(text).none();
    for text in [
        "Milk prices were cut by a tenth.",
        "The mill stood idle in a strike over pay.",
        "A general strike was called off.",
        "The club lost its lead in the league.",
        "The prisoners were fed at noon.",
    ] {
        assert!(shut(text), "{text}");
    }
    for text in [
        "Two joiners suffered cuts to the arms.",
        "A joiner was led out with deep cuts.",
        "The rebels strike a convoy at dawn.",
        "The brigade lost 12 soldiers at the ford.",
        "Scouts captured two prisoners.",
    ] {
        assert!(!shut(text), "{text}");
    }
}

/// A line that runs on is shown by the words around each phrase, not whole with every claim.
#[test]
fn a_run_on_line_is_not_copied_whole() {
    let claims = read(&"thirteen né people were killed and ".repeat(200), None);
    assert!(claims.len() >= 200 && claims.iter().all(|c| c.sentence.len() < 2200));
    assert!(claims.iter().all(|c| c.sentence.contains("thirteen né people were killed")));
}

/// What is told in a headline is counted as if that stood behind the text and a blank line, and never shifts the text.
#[test]
fn places_in_a_headline_are_counted_behind_the_text() {
    let (title, text) = ("Zwölf né dead, police say", "Twelve né people were killed. Two were hurt.");
    let points: Vec<char> = format!("{text}\n\n{title}").chars().collect();
    for title in [title, "Twelve né people were killed", "", " \n"] {
        let claims = read(text, Some(title.to_owned()));
        assert!(claims.len() >= 2, "{title:?}");
        let phrase = |c: &Claim| points[c.start..c.end].iter().collect::<String>();
        assert!(claims.iter().all(|c| phrase(c) == c.phrase), "{title:?}: {claims:?}");
    }
    let headline = read("Sign in to read on.", Some("12 dead in Łomża fire".into()));
    assert_eq!((headline[0].start, headline[0].end), (21, 23));
}

/// What stands beside a report, and which kind of space parts its words, changes none of its claims.
#[test]
fn surroundings_change_nothing() {
    const MILD: &str = "The weather was mild on Friday.";
    let mut wrong = Vec::new();
    for (name, Case { text, title, gap, .. }) in cases() {
        if gap.is_some() || title.is_some() {
            continue;
        }
        let lines = |text: &str| -> Vec<String> { read(text, None).iter().map(line).collect() };
        let alone = lines(&text);
        let hard = lines(&text.replace(' ', "\u{a0}"));
        let hard: Vec<String> = hard.iter().map(|l| l.replace("\\u{a0}", " ").replace('\u{a0}', " ")).collect();
        if lines(&format!("{MILD} {text}")) != alone || lines(&format!("{text} {MILD}")) != alone || hard != alone {
            wrong.push(format!("[{name}] {text:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} texts\n{}", wrong.len(), wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_words_are_read(words in prop::collection::vec(prop::sample::select(WORDS.split('|').collect::<Vec<_>>()), 0..60)) {
        check(&words.concat());
    }
}

/// Claims stand in order, each where its phrase stands, and a second reading gives the same.
fn check(text: &str) {
    let claims = read(text, None);
    let points: Vec<char> = text.chars().collect();
    let mut last = 0;
    for claim in &claims {
        assert!(last <= claim.start && claim.start < claim.end, "{text:?}: {claim:?}");
        assert_eq!(points[claim.start..claim.end].iter().collect::<String>(), claim.phrase, "{text:?}");
        last = claim.start;
    }
    assert_eq!(read(text, None), claims, "{text:?}");
}

/// What the grammar turns on, in any order, between bars.
const WORDS: &str = "18446744073709551615 |killed |were killed |killing |wounded |injured |died |dead|was shot |the dead |deaths |toll |at least |13 |two |\
dozens |no one |nobody |a |the |another |others |of whom |including |both |a policeman |soldiers |people |his wife |himself |he |\
she |Amina Yusuf |Judge |gunmen |a suicide bomber |police said |according to |who |that |when |after |since |of |in |to |and |or |\
, |. |; |: |- |“|”|(|)|\n|\n\n|’s |é|\u{202f}|12-year-old |not |feared |may have |hospital |U.S. ";
