//! Order for what is put in order once in a run. Each type's own sort would take ten kilobytes of the program; here one sort of
//! numbers serves all. What is sorted for every sentence or claim has a sort of its own.

use std::cmp::Ordering;

/// Puts items in order; those that are equal stay as they were.
pub(crate) fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut from = order(items.len(), &mut |a, b| compare(&items[a as usize], &items[b as usize]));
    // Along each circle of places, every item moves to where the one before it was.
    for start in 0..from.len() {
        let mut at = start;
        while from[at] as usize != start {
            let next = from[at] as usize;
            items.swap(at, next);
            from[at] = at as u32;
            at = next;
        }
        from[at] = at as u32;
    }
}

/// The same by a key that is made for each comparison.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The numbers below `count` in the order that is asked for.
fn order(count: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;

    #[test]
    fn as_the_sort_of_slices_does() {
        for length in 0..60u32 {
            let items: Vec<(u32, u32)> = (0..length).map(|n| (n.wrapping_mul(2_654_435_761) % 13, n)).collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs);
        }
    }
}
