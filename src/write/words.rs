//! What a report says, in words for a person.

use super::fold::{folded, wrapped};
use crate::{
    claim::{Outcome, Victims},
    date::{Edtf, Part},
    report::{Account, Aside, Basis, Cell, Finding, Incident, Report, SetAside, Verdict},
};
use std::collections::BTreeMap;

/// An outcome, as the head of a column.
pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Casualties => "killed or injured",
        other => other.name(),
    }
}

/// A group beneath its whole, or beside it.
pub(super) fn group(victims: Victims) -> String {
    match victims {
        Victims::Perpetrators => "besides them, perpetrators".to_owned(),
        other => format!("of them {}", other.name().replace('_', " ")),
    }
}

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Single => "one account",
        Verdict::Agree => "agree",
        Verdict::BoundsOnly => "only lower bounds",
        Verdict::Majority => "majority",
        Verdict::Split => "split",
        Verdict::Conflict => "conflict",
        Verdict::None => "no number",
    }
}

/// Where most accounts meet, and how many do; all ties.
pub(super) fn meeting(finding: &Finding) -> String {
    if finding.accounts < 2 || finding.bands.is_empty() || finding.agree < 2 {
        return "–".to_owned();
    }
    const SHOWN: usize = 3;
    let mut bands: Vec<String> = finding.bands.iter().take(SHOWN).map(ToString::to_string).collect();
    if finding.bands.len() > SHOWN {
        bands.push(format!("{} more", finding.bands.len() - SHOWN));
    }
    format!("{} · {} of {}", bands.join(" or "), finding.agree, finding.accounts)
}

/// Place, date and what stands behind it.
pub(super) fn heading(incident: &Incident) -> String {
    format!("{} · {}", title(incident), extent(incident))
}

fn title(incident: &Incident) -> String {
    match (&incident.place, &incident.event_date) {
        (Some(place), Some(when)) => format!("{place} · {}", date(when)),
        (Some(place), None) => place.clone(),
        (None, Some(when)) => format!("{} · {}", incident.id, date(when)),
        (None, None) => incident.id.clone(),
    }
}

/// "3 accounts from 1 document, 2 claims set aside", "3 accounts from 2 of 5 documents".
fn extent(incident: &Incident) -> String {
    let mut documents: Vec<&String> = incident.accounts.iter().flat_map(|a| &a.documents).collect();
    documents.sort_unstable();
    documents.dedup();
    let count = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    let aside = match incident.set_aside.len() {
        0 => String::new(),
        n => format!(", {} set aside", count(n, "claim")),
    };
    let accounts = count(incident.accounts.len(), "account");
    match incident.documents.len() {
        all if all > documents.len() => {
            format!("{accounts} from {} of {}{aside}", documents.len(), count(all, "document"))
        }
        _ => format!("{accounts} from {}{aside}", count(documents.len(), "document")),
    }
}

/// The incidents of which nothing is said, in a line of at most `width` columns; empty where there is none.
pub(super) fn silent(report: &Report, width: usize) -> String {
    const SHOWN: usize = 5;
    let mut names: Vec<String> = report.silent().take(SHOWN).map(title).collect();
    let all = report.silent().count();
    if all == 0 {
        return String::new();
    }
    names.extend((all > SHOWN).then(|| format!("{} more", all - SHOWN)));
    wrapped(&format!("No figure, which is not zero: {}", names.join("; ")), width, 2)
}

/// Who it is, and on lines of at most `width` columns below it through whom or in which outlets, and when last.
pub(super) fn account(account: &Account, width: usize) -> String {
    let mut lines = folded(account.name.split(' '), " ", width.saturating_sub(4));
    lines.iter_mut().skip(1).for_each(|line| line.insert_str(0, "    "));
    for part in folded(known(account).iter().map(String::as_str), " · ", width.saturating_sub(2)) {
        let pieces = folded(part.split(' '), " ", width.saturating_sub(4));
        lines.extend(
            pieces.iter().enumerate().map(|(n, piece)| format!("{}{piece}", if n == 0 { "  " } else { "    " })),
        );
    }
    lines.join("\n")
}

/// The same on one line.
pub(super) fn account_line(account: &Account) -> String {
    std::iter::once(account.name.clone()).chain(known(account)).collect::<Vec<_>>().join(" · ")
}

fn known(account: &Account) -> Vec<String> {
    let mut known = Vec::new();
    if !account.via.is_empty() {
        known.push(format!("via {}", short_list(&account.via)));
    }
    let outlets: Vec<String> =
        account.outlets.iter().filter(|o| **o != account.name && !account.via.contains(o)).cloned().collect();
    if !outlets.is_empty() {
        known.push(format!("in {}", short_list(&outlets)));
    }
    if let Some(at) = &account.at {
        known.push(date(at));
    }
    if account.stale {
        known.push("stale".to_owned());
    }
    known
}

/// The figure of a cell, and what it rests on where that is not plain words.
pub(super) fn said(cell: &Cell) -> String {
    match cell.basis {
        Basis::Stated | Basis::Rounded | Basis::Vague => cell.said.clone(),
        Basis::Derived => format!("{} derived", cell.said),
        Basis::Inside => format!("{} at the least", cell.said),
        Basis::Implied => format!("({} implied)", cell.said),
    }
}

/// Whether an account stands apart: some stretch that most accounts share has no number in common with it.
pub(super) fn is_apart(cell: &Cell, finding: &Finding) -> bool {
    let torn = matches!(finding.verdict, Verdict::Majority | Verdict::Split | Verdict::Conflict);
    torn && cell.range.is_some_and(|range| finding.bands.iter().any(|band| band.meet(range).is_none()))
}

/// "killed: rebel radio is at least 23 above the Red Crescent"; `None` where the accounts meet.
fn distance(incident: &Incident, finding: &Finding) -> Option<String> {
    if finding.measures.gap == 0 {
        return None;
    }
    let cells = incident.accounts.iter().filter_map(|a| {
        let cell = a.cells.iter().find(|c| c.outcome == finding.outcome && c.victims == finding.victims);
        cell.and_then(|c| c.range).map(|range| (a.name.as_str(), range))
    });
    let (above, floor) = cells.clone().max_by_key(|(name, r)| (r.low(), std::cmp::Reverse(*name)))?;
    let (below, ceiling) =
        cells.filter_map(|(name, r)| r.high().map(|h| (name, h))).min_by_key(|(name, h)| (*h, *name))?;
    let least = floor.low().checked_sub(ceiling).filter(|n| *n > 0)?;
    let at_least = if floor.point().is_some() { "" } else { "at least " };
    let who = match finding.victims {
        Victims::All => String::new(),
        victims => format!("{}, ", victims.name().replace('_', " ")),
    };
    Some(format!("{who}{}: {above} is {at_least}{least} above {below}", outcome(finding.outcome)))
}

/// How far apart accounts are, who contradicts himself, what was left out.
pub(super) fn notes(incident: &Incident) -> Vec<String> {
    let mut notes: Vec<String> = incident.findings.iter().filter_map(|f| distance(incident, f)).collect();
    for account in &incident.accounts {
        notes.extend(account.contradictions.iter().map(|c| format!("{} contradicts itself: {c}", account.name)));
    }
    for (account, cell) in incident.accounts.iter().flat_map(|a| a.cells.iter().map(move |c| (a, c))) {
        if cell.history.last().is_some_and(|h| h.revised_down) {
            let (name, what) = (&account.name, outcome(cell.outcome));
            notes.push(format!("{name} revised {what} down to {}", cell.said));
        }
    }
    for copies in &incident.copies {
        let names = short_list(&copies.accounts);
        notes.push(format!("{}: {} in {names} may be one count, copied", outcome(copies.outcome), copies.figure));
    }
    let aside = aside(&incident.set_aside);
    if !aside.is_empty() {
        notes.push(format!("set aside: {aside}"));
    }
    if incident.event_date.as_deref().is_some_and(is_uncertain) {
        notes.push("date uncertain: inferred from dates in the text, since no day of publication is given".to_owned());
    }
    notes
}

/// "2 the toll of a longer period, 1 denied".
pub(super) fn aside(set_aside: &[SetAside]) -> String {
    let mut counts: BTreeMap<Aside, usize> = BTreeMap::new();
    for aside in set_aside {
        *counts.entry(aside.reason).or_default() += 1;
    }
    counts.iter().map(|(reason, n)| format!("{n} {reason}")).collect::<Vec<_>>().join(", ")
}

/// The first three of a list, and how many more there are.
fn short_list(names: &[String]) -> String {
    match names {
        [.., _, _, _, _] => format!("{} and {} more", names[..3].join(", "), names.len() - 3),
        _ => names.join(", "),
    }
}

/// The date, with hour and minute where they are said.
pub(super) fn moment(iso: &str) -> String {
    let clock = iso.split_once('T').and_then(|(_, clock)| clock.get(..5));
    clock.map_or_else(|| date(iso), |clock| format!("{} {clock}", date(iso)))
}

/// "2020-10-17" as "17 October 2020", "2020-10-16/2020-10-17" as "16–17 October 2020", "2020-10-17?" as "17 October 2020
/// (uncertain)"; what is no date as it is. Hours and minutes are left out.
pub(super) fn date(iso: &str) -> String {
    let Ok(date) = iso.parse::<Edtf>() else { return iso.to_owned() };
    let long = match date {
        Edtf::Span(Some(a), Some(b)) if a.day > 0 && b.day > 0 && (a.year, a.month) == (b.year, b.month) => {
            format!("{}–{}", a.day, long(b))
        }
        Edtf::Span(from, to) => {
            let end = |p: Option<Part>| p.map_or("…".to_owned(), long);
            format!("{} – {}", end(from), end(to))
        }
        Edtf::One(part) => long(part),
        Edtf::Either(a, b) => format!("{} or {}", long(a), long(b)),
    };
    let doubt = if is_uncertain(iso) { " (uncertain)" } else { "" };
    format!("{long}{doubt}")
}

/// Whether a date bears a mark of doubt.
fn is_uncertain(iso: &str) -> bool {
    iso.contains(['?', '~', '%'])
}

/// As much of a date as is known: "17 October 2020", "October 2020", "2020".
fn long(part: Part) -> String {
    let form = match (part.month, part.day) {
        (0, _) => "%Y",
        (_, 0) => "%B %Y",
        _ => "%-d %B %Y",
    };
    part.first().strftime(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_for_a_person() {
        assert_eq!(date("2020-10-17"), "17 October 2020");
        assert_eq!(date("2020-10-17T08:30:00Z"), "17 October 2020");
        assert_eq!(date("2020-10-16/2020-10-17"), "16–17 October 2020");
        assert_eq!(date("2020-09-30/2020-10-01"), "30 September 2020 – 1 October 2020");
        assert_eq!(date("2020-10"), "October 2020");
        assert_eq!(date("2020-10-16?/2020-10-17?"), "16–17 October 2020 (uncertain)");
        assert_eq!(date("[2020-03-04,2020-04-03]"), "4 March 2020 or 3 April 2020");
        assert_eq!(date("2020-10-16/.."), "16 October 2020 – …");
        assert_eq!(date("2020-13-01"), "2020-13-01");
        assert_eq!(date("Saturday"), "Saturday");
    }
}
