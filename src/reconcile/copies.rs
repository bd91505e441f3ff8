//! A hint at copies that nobody declared. It is shown and never acted upon: two who counted may well agree.

use crate::{
    claim::seconds,
    report::{Account, Copies},
};
use std::collections::BTreeMap;

const HOURS: i64 = 48;
/// Small tolls agree by themselves, and so do rounded ones.
const SMALL: u64 = 10;
const ROUND: u64 = 5;

/// The accounts of outlets that name no origin and give the same odd figure within two days.
pub(super) fn copies(accounts: &[Account]) -> Vec<Copies> {
    let mut same: BTreeMap<_, Vec<(i64, &str)>> = BTreeMap::new();
    for account in accounts.iter().filter(|a| a.origin.is_none()) {
        let Some(time) = account.at.as_deref().and_then(seconds) else { continue };
        for cell in &account.cells {
            let Some(n) = cell.range.and_then(|r| r.point()) else { continue };
            if n > SMALL && !n.is_multiple_of(ROUND) {
                same.entry((cell.outcome, cell.victims, n)).or_default().push((time, &account.name));
            }
        }
    }
    let mut found = Vec::new();
    for ((outcome, victims, figure), mut said) in same {
        said.sort_unstable();
        // Each goes with the one before it as long as no more than two days lie between them.
        for near in said.chunk_by(|a, b| b.0 - a.0 <= HOURS * 3600).filter(|near| near.len() > 1) {
            let accounts = near.iter().map(|(_, name)| (*name).to_owned()).collect();
            found.push(Copies { outcome, victims, figure, accounts });
        }
    }
    found
}
