//! What must not change a finding does not: the order of the input, copies of an origin, an open account, a document
//! split in two.

use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, proptest};
use tollbook::{
    claim::Claim,
    policy::Policy,
    read::{Hints, Input},
    reconcile::{Options, reconcile},
    report::{Finding, Report},
};

/// A row: source, hour, low, width, open.
type Row = (u8, u8, u64, u64, bool);

fn row() -> impl Strategy<Value = Row> {
    (0u8..4, 0u8..6, 0u64..30, 0u64..4, any::<bool>())
}

/// Rows as a reader gives them, each in a document of its own.
fn claims(rows: &[Row]) -> Vec<Claim> {
    let mut table = "incident,outcome,origin,published,low,high,document\n".to_owned();
    for (n, (source, hour, low, more, open)) in rows.iter().enumerate() {
        let high = if *open { String::new() } else { (low + more).to_string() };
        table.push_str(&format!("x,killed,source {source},2021-05-03T{hour:02}:00Z,{low},{high},text {n}\n"));
    }
    let input = Input { name: "t.csv".to_owned(), bytes: table.into_bytes() };
    input.pieces().into_iter().flat_map(|p| p.read(&Hints::default()).unwrap().claims).collect()
}

fn report(claims: &[Claim]) -> Report {
    reconcile(claims, &Policy::default(), &Options::default())
}

fn finding(claims: &[Claim]) -> Finding {
    report(claims).incidents.remove(0).findings.remove(0)
}

/// All of a finding that does not count documents and outlets.
fn core(f: &Finding) -> String {
    format!(
        "{:?}",
        (f.low, f.best, f.high, f.verdict, f.agree, f.accounts, &f.bands, f.measures, &f.low_by, &f.high_by)
    )
}

proptest! {
    #[test]
    fn the_order_of_the_input(rows in proptest::collection::vec(row(), 1..9).prop_flat_map(|r| (Just(r.clone()), Just(r).prop_shuffle()))) {
        let said = claims(&rows.0);
        let mut other = said.clone();
        // The same claims in the order of the shuffled rows.
        other.sort_by_key(|c| {
            let n: usize = c.document.trim_start_matches("text ").parse().unwrap();
            rows.1.iter().position(|r| *r == rows.0[n])
        });
        prop_assert_eq!(report(&said), report(&other));
    }

    #[test]
    fn another_outlet_of_an_origin(rows in proptest::collection::vec(row(), 1..9), which in any::<proptest::sample::Index>()) {
        let mut said = claims(&rows);
        let before = core(&finding(&said));
        let mut copy = said[which.index(said.len())].clone();
        copy.claim.push('x');
        // In the place of what it copies in the order of texts, since that decides between figures of one time.
        copy.document.push('a');
        copy.outlet = Some("Evening Paper".to_owned());
        said.push(copy);
        prop_assert_eq!(before, core(&finding(&said)));
    }

    #[test]
    fn an_open_account_more(rows in proptest::collection::vec(row(), 1..9), low in 0u64..40) {
        let mut said = claims(&rows);
        let before = finding(&said);
        let mut open = claims(&[(9, 0, low, 0, true)]).remove(0);
        open.document = "another".to_owned();
        open.claim.push('x');
        said.push(open);
        let after = finding(&said);
        prop_assert_eq!(after.high, None);
        prop_assert_eq!(after.low, before.low.min(Some(low)));
        prop_assert_eq!(after.measures.ceiling, before.measures.ceiling);
        prop_assert!(after.accounts == before.accounts + 1);
    }

    /// Sources of one text, each in a text of its own: the same figures.
    #[test]
    fn a_document_split(rows in proptest::collection::vec((0u64..30, 0u64..4, any::<bool>()), 1..6)) {
        let rows: Vec<Row> = rows.iter().enumerate().map(|(n, r)| (n as u8, 0, r.0, r.1, r.2)).collect();
        let apart = claims(&rows);
        let mut together = apart.clone();
        together.iter_mut().for_each(|c| c.document = "one text".to_owned());
        prop_assert_eq!(core(&finding(&apart)), core(&finding(&together)));
    }
}
