//! Claims to accounts: what one source says of one incident, taken together.
//!
//! First each document's claims are split by who speaks (`chain`); then what one document has of one source is added
//! up (`tally`); then later documents of the same source replace earlier figures, and the outcomes bound each other
//! (`bound`).

mod bound;
mod chain;
mod revise;
mod sums;
mod tally;
mod value;

use crate::{
    claim::{Claim, Outcome, Victims, seconds},
    policy::{Counting, Words},
    report::{Account, Basis, Cell},
    source::{self, Sources},
};
use std::collections::{BTreeMap, BTreeSet};
use value::Value;

/// What makes an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// One origin, over all documents.
    Origin,
    /// One origin in one document: for rules that count reports.
    Report,
}

/// The accounts of the claims of one incident, in the order of their names. Every claim goes into exactly one.
pub fn accounts(claims: &[&Claim], words: &Words, sources: &Sources, grouping: Grouping) -> Vec<Account> {
    let mut documents: BTreeMap<(Option<i64>, &str), Vec<&Claim>> = BTreeMap::new();
    let mut times: BTreeMap<&str, Option<i64>> = BTreeMap::new();
    for claim in claims {
        let time = times.entry(&claim.document).or_default();
        *time = (*time).max(claim.at().and_then(seconds));
    }
    for claim in claims {
        documents.entry((times[claim.document.as_str()], &claim.document)).or_default().push(claim);
    }
    // Who says what, in the order of time.
    let mut said: Vec<(String, usize, Option<&str>, Vec<&Claim>)> = Vec::new();
    for (number, mut of_document) in documents.into_values().enumerate() {
        of_document.sort_unstable_by(|a, b| (a.start, a.end, &a.claim).cmp(&(b.start, b.end, &b.claim)));
        for (origin, claims) in chain::split(&of_document, sources, words) {
            said.push((sources.key(name(origin, &claims)), number, origin, claims));
        }
    }
    let full = source::full_names(said.iter().filter(|s| s.2.is_some()).map(|s| s.0.as_str()));
    // By key and, for rules that count reports, by document.
    let mut by_source: BTreeMap<(String, usize), Voice> = BTreeMap::new();
    for (key, number, origin, claims) in said {
        let place = if grouping == Grouping::Report { number } else { 0 };
        let key = full.get(&key).cloned().unwrap_or(key);
        let voice = by_source.entry((key, place)).or_default();
        voice.origin = voice.origin.or(origin);
        voice.name = if voice.name.is_empty() { name(origin, &claims) } else { voice.name };
        voice.said.push(claims);
    }
    by_source.into_values().map(|voice| voice.account(words)).collect()
}

/// Who speaks: the origin (of a chain, where it names none, the outlet it was taken from), else the outlet, else the document.
fn name<'a>(origin: Option<&'a str>, claims: &[&'a Claim]) -> &'a str {
    origin.or(claims[0].outlet.as_deref()).unwrap_or(&claims[0].document)
}

/// All that one source says: document by document, in the order of time.
#[derive(Default)]
struct Voice<'a> {
    name: &'a str,
    origin: Option<&'a str>,
    said: Vec<Vec<&'a Claim>>,
}

impl Voice<'_> {
    fn account(&self, words: &Words) -> Account {
        let mut contradictions = Vec::new();
        let mut cells = Vec::new();
        for whole in [Victims::All, Victims::Perpetrators] {
            let mut sums = sums::Sums::default();
            for document in &self.said {
                revise::later(&mut sums, tally::document(document, whole, words), &mut contradictions);
            }
            bound::outcomes(&mut sums, whole, words.casualties, &mut contradictions);
            bound::groups(&mut sums, whole, &mut contradictions);
            cells.extend(sums.cells.into_iter().map(|((outcome, victims), v)| v.cell(outcome, victims)));
        }
        cells.sort_unstable_by_key(|c: &Cell| (c.outcome, c.victims));
        let all = || self.said.iter().flatten();
        Account {
            name: self.name.to_owned(),
            origin: self.origin.map(str::to_owned),
            via: names(all().filter_map(|c| c.via.as_ref()).filter(|via| !via.eq_ignore_ascii_case(self.name))),
            outlets: names(all().filter_map(|c| c.outlet.as_ref())),
            documents: names(all().map(|c| &c.document)),
            at: all().filter_map(|c| c.at()).max_by_key(|at| seconds(at)).map(str::to_owned),
            claims: all().map(|c| c.claim.clone()).collect(),
            cells,
            contradictions,
            stale: false,
        }
    }
}

/// Adds to the whole what a policy counts with it: attackers to all, missing presumed dead to the killed.
pub(crate) fn count_in(account: &mut Account, counting: &Counting) {
    let mut pairs = Vec::new();
    if counting.missing {
        pairs.push(((Outcome::Missing, Victims::All), (Outcome::Killed, Victims::All)));
    }
    if counting.perpetrators {
        pairs.extend([Outcome::Killed, Outcome::Injured].map(|o| ((o, Victims::Perpetrators), (o, Victims::All))));
    }
    for (from, into) in pairs {
        let find = |key| account.cells.iter().find(|c| (c.outcome, c.victims) == key).cloned();
        let Some(more) = find(from) else { continue };
        let sum = match find(into) {
            Some(cell) => Cell {
                range: cell.range.zip(more.range).map(|(a, b)| a.plus(b)).or(cell.range).or(more.range),
                point: cell.point.zip(more.point).map(|(a, b)| a.saturating_add(b)),
                said: format!("{} and {}", cell.said, more.said),
                basis: cell.basis.max(more.basis).max(Basis::Derived),
                claims: cell.claims.iter().chain(&more.claims).cloned().collect(),
                ..cell
            },
            None => Cell { outcome: into.0, victims: into.1, ..more },
        };
        account.cells.retain(|c| (c.outcome, c.victims) != into);
        account.cells.push(sum);
    }
    account.cells.sort_unstable_by_key(|c| (c.outcome, c.victims));
}

fn names<'a>(all: impl Iterator<Item = &'a String>) -> Vec<String> {
    all.collect::<BTreeSet<_>>().into_iter().cloned().collect()
}

impl Claim {
    /// The time that the figure is said to hold for: `as_of`, else when the document was published.
    pub(crate) fn at(&self) -> Option<&str> {
        self.as_of.as_deref().or(self.published.as_deref())
    }
}

impl Value<'_> {
    fn cell(self, outcome: Outcome, victims: Victims) -> Cell {
        let said = match (self.said, self.range) {
            (Some(said), _) => said,
            (None, Some(range)) => range.to_string(),
            (None, None) => String::new(),
        };
        Cell {
            outcome,
            victims,
            range: self.range,
            point: self.point,
            said,
            basis: self.basis,
            at: self.at.map(str::to_owned),
            claims: self.claims.into_iter().map(str::to_owned).collect(),
            history: self.history,
        }
    }
}
