//! The laws of the range algebra.

use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use tollbook::range::{Range, Relation};

/// Ranges near each other, so that every relation comes up, and some at the far end.
fn range() -> impl Strategy<Value = Range> {
    let end = || prop_oneof![9 => 0u64..12, 1 => u64::MAX - 3..=u64::MAX];
    (end(), prop_oneof![2 => end().prop_map(Some), 1 => Just(None)])
        .prop_map(|(a, b)| b.map_or(Range::open(a), |b| Range::closed(a.min(b), a.max(b)).unwrap()))
}

proptest! {
    #[test]
    fn meet_and_hull_commute_and_associate(a in range(), b in range(), c in range()) {
        prop_assert_eq!(a.meet(b), b.meet(a));
        prop_assert_eq!(a.meet(b).and_then(|m| m.meet(c)), b.meet(c).and_then(|m| a.meet(m)));
        prop_assert_eq!(a.hull(b), b.hull(a));
        prop_assert_eq!(a.hull(b).hull(c), a.hull(b.hull(c)));
        prop_assert_eq!(a.hull(a), a);
        prop_assert_eq!(a.meet(Range::ANY), Some(a));
        prop_assert!(a.hull(b).covers(a) && a.hull(b).covers(b));
        prop_assert!(a.meet(b).is_none_or(|m| a.covers(m) && b.covers(m)));
    }

    #[test]
    fn membership_says_the_same(a in range(), b in range(), n in 0u64..14) {
        prop_assert_eq!(a.contains(n) && b.contains(n), a.meet(b).is_some_and(|m| m.contains(n)));
        prop_assert!(!a.contains(n) || a.hull(b).contains(n));
        prop_assert!(!(a.covers(b) && b.contains(n)) || a.contains(n));
        prop_assert_eq!(a.point() == Some(n), a == Range::exact(n));
    }

    #[test]
    fn a_relation_has_its_counterpart(a in range(), b in range()) {
        let counterpart = match a.relation(b) {
            Relation::Refines => Relation::Generalises,
            Relation::Generalises => Relation::Refines,
            same => same,
        };
        prop_assert_eq!(b.relation(a), counterpart);
        prop_assert_eq!(a.relation(b) == Relation::Agree, a == b);
        prop_assert_eq!(a.relation(b) == Relation::Conflict, a.meet(b).is_none());
        prop_assert_eq!(a.relation(b) == Relation::Refines, a != b && b.covers(a));
    }

    #[test]
    fn a_gap_is_symmetric_and_stands_only_in_conflict(a in range(), b in range()) {
        prop_assert_eq!(a.gap(b), b.gap(a));
        prop_assert_eq!(a.gap(b) > 0, a.relation(b) == Relation::Conflict);
        let (below, above) = if a.low() <= b.low() { (a, b) } else { (b, a) };
        if a.gap(b) > 0 {
            prop_assert_eq!(below.high().map(|h| h + a.gap(b)), Some(above.low()));
        }
    }

    #[test]
    fn sums_and_differences_hold_every_member(a in range(), b in range(), n in 0u64..14, m in 0u64..14) {
        if a.contains(n) && b.contains(m) {
            prop_assert!(a.plus(b).contains(n + m));
            prop_assert!(a.minus(b).contains(n.saturating_sub(m)));
        }
        prop_assert_eq!(a.plus(b), b.plus(a));
        prop_assert_eq!(a.plus(Range::ZERO), a);
        prop_assert_eq!(a.minus(Range::ZERO), a);
        for r in [a.plus(b), a.minus(b), a.hull(b)] {
            prop_assert!(r.high().is_none_or(|h| r.low() <= h));
        }
        prop_assert_eq!(a.plus(b).is_open(), a.is_open() || b.is_open());
    }

    #[test]
    fn shown_ranges_read_back(a in range()) {
        prop_assert_eq!(a.to_string().parse(), Ok(a));
        prop_assert_eq!(Range::new(a.low(), a.high()), Some(a));
    }

    #[test]
    fn no_text_panics(text in "[0-9+–\\- ]{0,24}|.{0,12}") {
        if let Ok(range) = text.parse::<Range>() {
            prop_assert_eq!(range.to_string().parse(), Ok(range));
        }
    }

    #[test]
    fn low_above_high_is_no_range(a in 0u64..100, b in 0u64..100) {
        prop_assert_eq!(Range::closed(a, b).is_some(), a <= b);
        prop_assert_eq!(format!("{a}-{b}").parse::<Range>().is_ok(), a <= b);
    }
}
