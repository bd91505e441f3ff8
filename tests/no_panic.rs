//! No input panics (invariant 6): whatever bytes come under whatever name, reading answers.

use proptest::prelude::*;
use tollbook::read::{Hints, Input, inspect::inspect};

/// Bytes that look like something: the marks of every format, numbers that cannot be, broken letters.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let mark = prop_oneof![
        proptest::sample::select(vec![
            "{",
            "}",
            "\"",
            ":",
            ",",
            ";",
            "\t",
            "\n",
            "\r\n",
            "---\n",
            "text",
            "id",
            "outcome",
            "killed",
            "incident",
            "low",
            "high",
            "value",
            "13",
            "-3",
            "1e30",
            "10-15",
            "more than",
            "<p>",
            "</p>",
            "<script>",
            "<!--",
            "&#x110000;",
            "&amp",
            "null",
            "[",
            "]",
            "\u{feff}",
            "é",
            "\u{0}",
            "=",
            "<article>",
            "|",
        ])
        .prop_map(|s| s.as_bytes().to_vec()),
        proptest::collection::vec(any::<u8>(), 0..4),
    ];
    proptest::collection::vec(mark, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn reading_answers(
        bytes in bytes(),
        name in proptest::sample::select(vec!["a.txt", "a.jsonl", "a.csv", "a.tsv", "a.html", "a.xlsx", "a.db", "<stdin>"]),
    ) {
        let mut input = Input { name: name.to_owned(), bytes };
        let _ = input.decode(None);
        let _ = inspect(&input, &Hints::default());
        for piece in input.pieces() {
            match piece.read(&Hints::default()) {
                Ok(reading) => prop_assert!(reading.rejects.iter().all(|r| r.error.place().file.is_some())),
                Err(error) => prop_assert!(error.place().file.is_some(), "{}", error),
            }
        }
    }
}
