//! One finding for each outcome and group of an incident.

use super::{
    judge::{Judged, Voice, Why, judge},
    sweep::{BLANK, Entry, OPEN, Sweep},
};
use crate::{
    claim::{Outcome, Victims, seconds},
    policy::{Policy, Take},
    range::Range,
    report::{Account, Basis, Cell, Finding, Verdict},
    source::Sources,
};
use std::collections::{BTreeMap, BTreeSet};

/// The findings of an incident, in the order of outcome and group.
pub(super) fn findings(accounts: &[Account], policy: &Policy, sources: &Sources) -> Vec<Finding> {
    let voices: Vec<Voice> = accounts.iter().map(|a| voice(a, sources)).collect();
    let mut by_key: BTreeMap<(Outcome, Victims), Vec<(usize, &Cell)>> = BTreeMap::new();
    for (number, account) in accounts.iter().enumerate() {
        for cell in &account.cells {
            by_key.entry((cell.outcome, cell.victims)).or_default().push((number, cell));
        }
    }
    let mut sweep = Sweep::default();
    by_key.into_iter().map(|((o, v), cells)| finding(o, v, &cells, accounts, &voices, policy, &mut sweep)).collect()
}

fn voice(account: &Account, sources: &Sources) -> Voice {
    let known = sources.get(&account.name);
    Voice {
        time: account.at.as_deref().and_then(seconds),
        reliability: known.and_then(|s| s.reliability),
        kind: known.and_then(|s| s.kind.clone()),
        perpetrator: known.is_some_and(|s| s.perpetrator),
    }
}

/// Stated beats implied: what an account only implies bears on a finding only where none says more.
fn tier(cell: &Cell) -> u8 {
    match cell.basis {
        _ if cell.range.is_none() => 4,
        Basis::Stated | Basis::Rounded | Basis::Derived => 0,
        Basis::Inside => 1,
        Basis::Vague => 2,
        Basis::Implied => 3,
    }
}

/// Whether an account only adds up people of whom its own text tells of more: "the mayor named one of the dead" beside three
/// soldiers and a clerk.
fn tells_of_some((number, cell): (usize, &Cell), cells: &[(usize, &Cell)], accounts: &[Account]) -> bool {
    let Some(high) = cell.range.and_then(Range::high).filter(|_| cell.basis == Basis::Derived) else { return false };
    let near = |n: usize| accounts[n].documents.iter().any(|d| accounts[number].documents.contains(d));
    let more = |c: &Cell| c.basis == Basis::Inside && c.range.is_some_and(|r| r.low() > high);
    cells.iter().any(|&(n, c)| n != number && more(c) && near(n))
}

fn finding(
    outcome: Outcome,
    victims: Victims,
    cells: &[(usize, &Cell)],
    accounts: &[Account],
    voices: &[Voice],
    policy: &Policy,
    sweep: &mut Sweep,
) -> Finding {
    let whole: Vec<(usize, &Cell)> = cells.iter().copied().filter(|c| !tells_of_some(*c, cells, accounts)).collect();
    let best_tier = whole.iter().map(|(_, c)| tier(c)).min().unwrap_or(4);
    let used: Vec<(usize, &Cell)> = whole.into_iter().filter(|(_, c)| tier(c) == best_tier).collect();
    let entries: Vec<Entry> = used.iter().filter_map(|&(n, c)| entry(n, c, &accounts[n])).collect();
    sweep.run(&entries);
    let (verdict, agree) = (sweep.verdict(), sweep.most);
    let measures = sweep.measures(&entries);
    let bands = sweep.bands.iter().filter_map(|&(low, high)| Range::new(low, (high != OPEN).then_some(high))).collect();
    let judged = judge(&policy.rule, &entries, voices, sweep);
    let of = |number: usize| &accounts[number];
    let distinct =
        |list: fn(&Account) -> &Vec<String>| used.iter().flat_map(|(n, _)| list(of(*n))).collect::<BTreeSet<_>>().len();
    let name = |number: Option<u32>| number.map(|n| of(n as usize).name.clone());
    let basis = used.iter().map(|(_, c)| c.basis).max().unwrap_or(Basis::Stated);
    Finding {
        outcome,
        victims,
        low: judged.low,
        best: judged.best,
        high: judged.high,
        display: display(&judged, &used),
        verdict,
        agree,
        accounts: entries.len(),
        measures,
        bands,
        reports: distinct(|a| &a.documents),
        outlets: distinct(|a| &a.outlets),
        origins: used.iter().map(|(n, _)| sources_name(of(*n))).collect::<BTreeSet<_>>().len(),
        low_by: name(judged.low_by),
        high_by: name(judged.high_by),
        basis,
        reason: reason(&judged, verdict, basis),
        replaced: None,
    }
}

fn sources_name(account: &Account) -> &str {
    account.origin.as_deref().unwrap_or(&account.name)
}

fn entry(number: usize, cell: &Cell, account: &Account) -> Option<Entry> {
    let range = cell.range?;
    let mut flags = 0;
    if cell.basis == Basis::Rounded || (cell.point.is_some() && range.point().is_none()) {
        flags |= Entry::ROUNDED;
    }
    if account.stale {
        flags |= Entry::STALE;
    }
    if cell.basis == Basis::Derived {
        flags |= Entry::DERIVED;
    }
    Some(Entry {
        low: range.low(),
        high: range.high().unwrap_or(OPEN),
        point: cell.point.unwrap_or(BLANK),
        account: u32::try_from(number).unwrap_or(u32::MAX),
        flags,
    })
}

/// For the screen: the range; a vague word where nobody gives more.
fn display(judged: &Judged, used: &[(usize, &Cell)]) -> String {
    let vague = used.iter().find(|(_, c)| c.basis == Basis::Vague || c.range.is_none());
    match (judged.low, vague) {
        (_, Some((_, cell))) => cell.said.clone(),
        (Some(low), None) => Range::new(low, judged.high).unwrap_or(Range::exact(low)).to_string(),
        (None, None) => String::new(),
    }
}

/// Why low, best and high are what they are, in words.
fn reason(judged: &Judged, verdict: Verdict, basis: Basis) -> String {
    let mut parts: Vec<String> =
        judged.why.iter().filter(|w| **w != Why::Hull || verdict != Verdict::Single).map(words).collect();
    parts.extend(match basis {
        _ if judged.why.contains(&Why::Stated) => None,
        Basis::Stated => None,
        Basis::Rounded => Some("a rounded figure is said".to_owned()),
        Basis::Derived => Some("added up or taken away from what is stated".to_owned()),
        Basis::Inside => Some("only some of them are counted".to_owned()),
        Basis::Vague => Some("only a vague word is said".to_owned()),
        Basis::Implied => {
            Some("nobody states it: it follows from what is said of killed and injured together".to_owned())
        }
    });
    parts.join("; ")
}

fn words(why: &Why) -> String {
    match why {
        Why::Hull => "low and high span all accounts".to_owned(),
        Why::NoCeiling => "no upper bound".to_owned(),
        Why::OpenAsFloor => "a figure without an upper bound counts as its floor in high".to_owned(),
        Why::Median(1) => "best is the one exact figure".to_owned(),
        Why::Median(n) => format!("best is the median of {n} figures"),
        Why::LowerMiddle => "the lower middle one".to_owned(),
        Why::Stated => "of those stated, before those added up".to_owned(),
        Why::Rounded => "no figure is exact".to_owned(),
        Why::IntoBand(low, high) if *high == OPEN => format!("held in {low}+, where most meet"),
        Why::IntoBand(low, high) => format!("held in {low}–{high}, where most meet"),
        Why::NoExact => "no exact figure, so no best".to_owned(),
        Why::Lowest => "the lowest figure reported".to_owned(),
        Why::Latest => "the latest account".to_owned(),
        Why::MoreThanHalf(m, n) => format!("given by {m} of {n}"),
        Why::NoMajorityLowest => "none is given by more than half, so the lowest".to_owned(),
        Why::Undecided => "none is given by more than half: undecided".to_owned(),
        Why::MostReliable(r) => format!("best from the most reliable account (reliability {r})"),
        Why::Ranked(kind) => format!("the figure of the first in the ranking: {kind}"),
        Why::Presence => "some, but no source of the ranking gives a number".to_owned(),
        Why::TooFew(n) => format!("fewer than {n} accounts, so no figure"),
        Why::Verified(0) => "no account of the reliability asked for".to_owned(),
        Why::Verified(n) => format!("verified by {n}; a floor"),
        Why::Over(take, n) => {
            let what = match take {
                Take::Min => "smallest",
                Take::Mode => "most frequent",
                Take::Max => "largest",
            };
            format!("the {what} over {n} reports, for low, best and high each")
        }
        Why::Status(status) => (*status).to_owned(),
    }
}
