//! The sweep and the measures against results of independent code, and the laws they keep.

use proptest::prelude::{Strategy, any, prop_assert_eq, proptest};
use serde::Deserialize;
use std::collections::BTreeMap;
use tollbook::reconcile::{BLANK, Entry, OPEN, Sweep};

#[derive(Deserialize)]
struct Case {
    ranges: Vec<String>,
    n: usize,
    verdict: String,
    #[serde(default)]
    top_count: usize,
    #[serde(default)]
    conflict_pairs: usize,
    #[serde(default)]
    pairs: usize,
    floor: Option<u64>,
    ceiling: Option<u64>,
    #[serde(default)]
    gap: u64,
    gap_factor: Option<f64>,
    spread_factor: Option<f64>,
}

#[test]
fn edges() {
    let cases: BTreeMap<String, Case> = toml::from_str(include_str!("corpus/measures/edges.toml")).unwrap();
    for (name, case) in cases {
        let entries: Vec<Entry> = case.ranges.iter().map(|r| entry(r)).collect();
        let mut sweep = Sweep::default();
        sweep.run(&entries);
        let m = sweep.measures(&entries);
        assert_eq!(entries.len(), case.n, "{name}");
        assert_eq!((sweep.verdict().name(), sweep.most), (case.verdict.as_str(), case.top_count), "{name}");
        assert_eq!((m.conflicting_pairs.unwrap_or(0), m.pairs), (case.conflict_pairs, case.pairs), "{name}");
        assert_eq!((m.floor, m.ceiling, m.gap), (case.floor, case.ceiling, case.gap), "{name}");
        let four = |x: Option<f64>| x.map(|x| (x * 1e4).round() / 1e4);
        assert_eq!((four(m.gap_factor), four(m.spread_factor)), (case.gap_factor, case.spread_factor), "{name}");
    }
}

#[test]
fn worked_sweeps() {
    for (ranges, most, bands) in [
        (vec!["13 -", "10 15", "14 18", "41 -", "0 5"], 3, vec![(14, 15)]),
        (vec!["8 12", "11 13", "10 12"], 3, vec![(11, 12)]),
        (vec!["10 12", "12 14", "20 22", "22 24"], 2, vec![(12, 12), (22, 22)]),
        (vec!["13 -", "41 -"], 2, vec![(41, OPEN)]),
        (vec!["1 4", "5 9"], 1, vec![(1, 9)]),
        (vec!["7 7"], 1, vec![(7, 7)]),
    ] {
        let entries: Vec<Entry> = ranges.iter().map(|r| entry(r)).collect();
        let mut sweep = Sweep::default();
        sweep.run(&entries);
        assert_eq!((sweep.most, &sweep.bands), (most, &bands), "{ranges:?}");
    }
}

proptest! {
    /// Counted number by number, the sweep is right.
    #[test]
    fn as_counting_does(ranges in proptest::collection::vec(range(), 1..9)) {
        let entries: Vec<Entry> = ranges.iter().map(|&(low, high)| of(low, high)).collect();
        let mut sweep = Sweep::default();
        sweep.run(&entries);
        let held = |x: u64| entries.iter().filter(|e| e.low <= x && x <= e.high).count();
        let most = (0..60).map(held).max().unwrap();
        prop_assert_eq!(sweep.most, most);
        for x in 0..60 {
            let inside = sweep.bands.iter().any(|b| b.0 <= x && x <= b.1);
            prop_assert_eq!(inside, held(x) == most, "{}", x);
        }
    }

    /// The order of the accounts changes nothing, and another open account closes nothing.
    #[test]
    fn order_and_open_accounts(ranges in proptest::collection::vec(range(), 1..9), low in 0u64..40) {
        let mut entries: Vec<Entry> = ranges.iter().map(|&(low, high)| of(low, high)).collect();
        let (mut a, mut b) = (Sweep::default(), Sweep::default());
        a.run(&entries);
        let before = a.measures(&entries);
        entries.reverse();
        b.run(&entries);
        prop_assert_eq!((a.most, &a.bands), (b.most, &b.bands));
        prop_assert_eq!(before, b.measures(&entries));
        entries.push(of(low, OPEN));
        b.run(&entries);
        prop_assert_eq!(b.measures(&entries).ceiling, before.ceiling);
    }
}

fn range() -> impl Strategy<Value = (u64, u64)> {
    (0u64..40, 0u64..15, any::<bool>()).prop_map(|(low, more, open)| (low, if open { OPEN } else { low + more }))
}

fn entry(text: &str) -> Entry {
    let mut parts = text.split(' ');
    let low = parts.next().unwrap().parse().unwrap();
    let high = parts.next().map(|h| h.parse().unwrap_or(OPEN)).unwrap();
    let best = parts.next().map(|b| b.parse().unwrap());
    Entry { point: best.unwrap_or(if low == high { low } else { BLANK }), ..of(low, high) }
}

fn of(low: u64, high: u64) -> Entry {
    Entry { low, high, point: if low == high { low } else { BLANK }, account: 0, flags: 0 }
}
