//! What is written can be read back to the same claims (invariant 8).

use proptest::prelude::*;
use tollbook::{
    claim::{Claim, Outcome, Role, Status, Victims},
    figure::{Amount, Figure, Qualifier},
    place::Point,
    read::{Hints, Input, Reading},
    write,
};

fn figure() -> impl Strategy<Value = Figure> {
    let number = 0u64..10_000_000_000;
    let amount = prop_oneof![
        number.clone().prop_map(Amount::Number),
        (number.clone(), number).prop_map(|(a, b)| Amount::Span(a.min(b), a.max(b))),
        "[a-z]{1,8}( [a-z]{1,8})?".prop_map(Amount::Vague),
    ];
    (proptest::sample::select(&Qualifier::ALL[..]), amount).prop_map(|(qualifier, amount)| Figure { qualifier, amount })
}

/// Any text that is not blank: quotes, commas, line ends, signs of other scripts.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z ,;\"'\r\n=+@№é]{0,12}[a-z\"]", "\\PC{1,12}", Just("007".to_owned()), Just("NULL".to_owned())]
        .prop_filter("blank is not stated", |t| !t.trim().is_empty())
}

fn stated() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(words())
}

prop_compose! {
    fn claim()(
        (outcome, victims, role, status, figure, implied) in (
            proptest::sample::select(Outcome::ALL), proptest::sample::select(Victims::ALL),
            proptest::sample::select(Role::ALL), proptest::sample::select(Status::ALL), figure(), any::<bool>(),
        ),
        (incident, place, event_date, origin, via, outlet, url) in
            (stated(), stated(), stated(), stated(), stated(), stated(), stated()),
        (published, as_of, within, repeats, document, phrase, sentence) in
            (stated(), stated(), stated(), stated(), words(), words(), words()),
        (start, length, id, degrees) in (
            0usize..1_000_000, 1usize..60, "c[0-9a-f]{16}",
            proptest::option::of((-90.0f64..90.0, -180.0f64..180.0)),
        ),
    ) -> Claim {
        let best = figure.literal().and_then(|r| r.high()).filter(|_| implied);
        Claim {
            claim: id, incident, place, point: degrees.and_then(|(n, e)| Point::new(n, e)), event_date, outcome, victims, role, status, phrase, figure, best, implied, origin, via,
            outlet, url, published, as_of, document, start, end: start + length, sentence, within, repeats,
        }
    }
}

fn read(name: &str, bytes: Vec<u8>) -> Vec<Claim> {
    let input = Input { name: name.to_owned(), bytes };
    let mut all = Reading::default();
    for piece in input.pieces() {
        all.extend(piece.read(&Hints::default()).unwrap());
    }
    let rejects: Vec<String> = all.rejects.iter().map(|r| r.error.to_string()).collect();
    assert!(rejects.is_empty(), "{rejects:#?}");
    all.claims
}

proptest! {
    #[test]
    fn claims_through_csv(claims in proptest::collection::vec(claim(), 0..6)) {
        let mut bytes = Vec::new();
        write::csv::claims_header(&mut bytes);
        write::csv::claims(&mut bytes, &mut claims.iter());
        prop_assert_eq!(read("x.csv", bytes), claims);
    }

    #[test]
    fn claims_through_jsonl(claims in proptest::collection::vec(claim(), 0..6)) {
        let mut bytes = Vec::new();
        write::jsonl::claims(&mut bytes, &mut claims.iter());
        prop_assert_eq!(read("x.jsonl", bytes), claims);
    }
}
