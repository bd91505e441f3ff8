//! The figure grammar against its corpus, and against every way of writing a number.

use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use std::collections::BTreeMap;
use tollbook::{
    figure::{self, Amount, Cell, Figure, Found, Qualifier},
    lexicon::{Language, Lexicon},
    token::Token,
};

const READ: &str = include_str!("corpus/figure/read.toml");
const CELL: &str = include_str!("corpus/figure/cell.toml");
const LANGUAGES: &str = include_str!("corpus/figure/languages.toml");

#[test]
fn prose() {
    let corpus: BTreeMap<String, BTreeMap<String, Vec<[String; 3]>>> = toml::from_str(READ).unwrap();
    let mut wrong = Vec::new();
    for (group, cases) in &corpus {
        for (text, expected) in cases {
            let read = read_all(text);
            let expected: Vec<_> =
                expected.iter().map(|[phrase, q, amount]| (phrase.clone(), figure_of(q, amount))).collect();
            if read != expected {
                wrong.push(format!("[{group}] {text:?}\n    read     {read:?}\n    expected {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[derive(serde::Deserialize)]
struct Cells {
    blank: Vec<String>,
    unknown: Vec<String>,
    figure: BTreeMap<String, [String; 2]>,
    error: BTreeMap<String, (String, usize)>,
}

#[test]
fn cells() {
    let corpus: Cells = toml::from_str(CELL).unwrap();
    let read = |cell: &str| figure::read_cell(cell, Lexicon::english());
    for cell in &corpus.blank {
        assert_eq!(read(cell), Ok(Cell::Blank), "{cell:?}");
    }
    for cell in &corpus.unknown {
        assert_eq!(read(cell), Ok(Cell::Unknown), "{cell:?}");
    }
    for (cell, [qualifier, amount]) in &corpus.figure {
        assert_eq!(read(cell), Ok(Cell::Figure(figure_of(qualifier, amount))), "{cell:?}");
    }
    for (cell, (says, position)) in &corpus.error {
        let error = read(cell).expect_err(cell);
        assert!(error.to_string().contains(says), "{cell:?}: {error}");
        assert_eq!(error.position(), *position, "{cell:?}: {error}");
    }
}

#[test]
fn cells_in_other_languages() {
    let corpus: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(LANGUAGES).unwrap();
    let mut wrong = Vec::new();
    for language in Language::of_cells() {
        for (cell, expected) in &corpus[&language.code] {
            let read = match figure::read_cell_in(cell, language) {
                Some(Some(Cell::Figure(figure))) => figure.to_string(),
                Some(Some(Cell::Unknown | Cell::Blank)) => "unknown".to_owned(),
                Some(None) => "open".to_owned(),
                None => "no reading".to_owned(),
            };
            if read != *expected {
                wrong.push(format!("[{}] {cell:?}: read {read}, expected {expected}", language.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a figure shows of itself in a cell reads back as the same range.
#[test]
fn shown_figures_read_back() {
    for qualifier in Qualifier::ALL {
        let amount = if qualifier == Qualifier::Between { Amount::Span(4, 19) } else { Amount::Number(19) };
        let figure = Figure { qualifier, amount };
        let Ok(Cell::Figure(read)) = figure::read_cell(&figure.to_string(), Lexicon::english()) else {
            panic!("{figure} is no figure");
        };
        assert_eq!(read.literal(), figure.literal(), "{figure}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn numbers_read_back(n in 0u64..1_000_000_000_000, shift in 0u32..40) {
        let n = n >> shift;
        for text in [spelled(n, " and ", "-"), spelled(n, " ", " "), n.to_string(), grouped(n, ","), grouped(n, " "),
            grouped(n, "\u{202f}")]
        {
            prop_assert_eq!(&read_all(&text), &[(text.clone(), Figure::exact(n))]);
            prop_assert_eq!(figure::read_cell(&text, Lexicon::english()), Ok(Cell::Figure(Figure::exact(n))));
        }
    }

    #[test]
    fn two_numbers_make_a_range(a in 1u64..10_000, more in 1u64..10_000) {
        let b = a + more;
        let figure = Figure { qualifier: Qualifier::Between, amount: Amount::Span(a, b) };
        let words = |n| spelled(n, " and ", "-");
        for text in [format!("{a} to {b}"), format!("{a}–{b}"), format!("between {a} and {b}"), format!("{a} or {b}")] {
            prop_assert_eq!(&read_all(&text), &[(text.clone(), figure.clone())]);
        }
        // Each with a scale of its own: "one to two thousand" would share one.
        let text = format!("{} to {}", words(a + 100_000), words(b + 100_000));
        let figure = Figure { qualifier: Qualifier::Between, amount: Amount::Span(a + 100_000, b + 100_000) };
        prop_assert_eq!(read_all(&text), [(text.clone(), figure)]);
    }

    /// Any text, and any string of the grammar's own words: no panic, and every figure stands where it says.
    #[test]
    fn figures_stand_in_order(text in any::<String>(), words in proptest::collection::vec(0usize..WORDS.len(), 0..12)) {
        check_places(&text);
        check_places(&words.into_iter().map(|i| WORDS[i]).collect::<String>());
    }
}

/// An apostrophe that Unicode counts among the letters, where no word goes before it.
#[test]
fn letters_that_are_marks_end() {
    check_places("\u{2bc} 7 \u{2bc}s \u{2bc}\u{2bc}a");
}

const WORDS: [&str; 40] = [
    "at least ",
    "some ",
    "more than ",
    "between ",
    "and ",
    "from ",
    "to ",
    "or ",
    "hundred ",
    "thousand ",
    "twenty ",
    "five",
    "-",
    "–",
    " ",
    ".",
    ",",
    "+",
    "7",
    "40",
    "300",
    "half ",
    "a ",
    "dozen ",
    "dozens ",
    "of ",
    "few ",
    "no ",
    "point ",
    "million ",
    "or more",
    "%",
    "$",
    "(",
    ")",
    "\n",
    "unknown ",
    "’s",
    "k",
    "<~",
];

fn check_places(text: &str) {
    let lexicon = Lexicon::english();
    let tokens = lexicon.scan(text);
    let mut last = 0;
    for found in figure::scan(text, &tokens, lexicon) {
        assert!(last <= found.first && found.first <= found.core.start, "{text:?}: {found:?}");
        assert!(found.core.start < found.core.end && found.core.end <= found.end, "{text:?}: {found:?}");
        assert_eq!(figure::read_at(text, &tokens, found.first, lexicon).as_ref(), Some(&found), "{text:?}");
        if let Amount::Span(low, high) = found.figure.amount {
            assert!(low < high, "{text:?}: {found:?}");
        }
        last = found.end;
    }
    let _ = figure::read_cell(text, lexicon);
}

fn read_all(text: &str) -> Vec<(String, Figure)> {
    let lexicon = Lexicon::english();
    let tokens = lexicon.scan(text);
    let phrase = |found: &Found| {
        let byte = |token: &Token| token.range();
        text[byte(&tokens[found.first]).start..byte(&tokens[found.end - 1]).end].to_owned()
    };
    figure::scan(text, &tokens, lexicon).into_iter().map(|found| (phrase(&found), found.figure)).collect()
}

fn figure_of(qualifier: &str, amount: &str) -> Figure {
    let amount = match amount.split_once("..") {
        Some((low, high)) => Amount::Span(low.parse().unwrap(), high.parse().unwrap()),
        None => amount.parse().map_or_else(|_| Amount::Vague(amount.to_owned()), Amount::Number),
    };
    Figure { qualifier: qualifier.parse().unwrap(), amount }
}

/// A number below 10^12 in English words.
fn spelled(n: u64, and: &str, hyphen: &str) -> String {
    /// A digit alone, beside ten, and as tens.
    const DIGITS: [[&str; 3]; 10] = [
        ["zero", "ten", ""],
        ["one", "eleven", ""],
        ["two", "twelve", "twenty"],
        ["three", "thirteen", "thirty"],
        ["four", "fourteen", "forty"],
        ["five", "fifteen", "fifty"],
        ["six", "sixteen", "sixty"],
        ["seven", "seventeen", "seventy"],
        ["eight", "eighteen", "eighty"],
        ["nine", "nineteen", "ninety"],
    ];
    let (tens, digit) = (n as usize / 10, n as usize % 10);
    let rest =
        |rest: u64, and: &str| if rest == 0 { String::new() } else { format!("{and}{}", spelled(rest, and, hyphen)) };
    match n {
        0..20 => DIGITS[digit][tens].to_owned(),
        20..100 => format!("{}{}", DIGITS[tens][2], rest(n % 10, hyphen)),
        _ => {
            let (scale, name) =
                [(1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"), (100, "hundred")]
                    .into_iter()
                    .find(|&(scale, _)| n >= scale)
                    .unwrap();
            let left = n % scale;
            let joint = if left < 100 { and } else { " " };
            let tail = if left == 0 { String::new() } else { format!("{joint}{}", spelled(left, and, hyphen)) };
            format!("{} {name}{tail}", spelled(n / scale, and, hyphen))
        }
    }
}

/// Digits in groups of three.
fn grouped(n: u64, separator: &str) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}
