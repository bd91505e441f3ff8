//! What looks wrong in claims: told by rule and row, never repaired.
//!
//! Rows that no reader can take (a low above its high, a best outside its range) are named while they are read; here are
//! the rules that need more than one field, more than one claim, or the accounts.

mod circle;

use crate::{
    claim::{Claim, Role},
    date::Edtf,
    figure::Qualifier,
    report::Report,
    source::fold,
};
use rustc_hash::FxHashMap;
use std::fmt;

/// A rule that claims can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// The best of a claim lies outside its low and high.
    BestOutside,
    /// A part is larger than the whole it is inside of.
    PartAboveWhole,
    /// What a part tells of happened outside the dates of its whole, or a claim was published before what it tells of.
    DatesOutside,
    /// A source gives a lower toll than before.
    Falls,
    /// The figure is a bare number that could be a year.
    LikeYear,
    /// The figure stands in its sentence as ages do: between commas or in brackets, after a word.
    LikeAge,
    /// A source is quoted through itself, or outlets quote each other in a circle.
    QuotesItself,
    /// One odd figure from several outlets that name no origin.
    MayBeCopies,
}

/// Something that looks wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where: the document and the place in it, or the incident.
    pub place: String,
    /// Which rule.
    pub rule: Rule,
    /// What is there.
    pub what: String,
}

impl Rule {
    /// Its name in a list.
    pub const fn name(self) -> &'static str {
        match self {
            Rule::BestOutside => "best-outside",
            Rule::PartAboveWhole => "part-above-whole",
            Rule::DatesOutside => "dates-outside",
            Rule::Falls => "falls",
            Rule::LikeYear => "like-year",
            Rule::LikeAge => "like-age",
            Rule::QuotesItself => "quotes-itself",
            Rule::MayBeCopies => "may-be-copies",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// All that looks wrong in the claims and in what was made of them, in the order of places.
pub fn lint(claims: &[Claim], report: &Report) -> Vec<Fault> {
    // A whole is named by its claim; the toll of a longer period also by its incident.
    let longer = claims.iter().filter(|c| c.role == Role::Cumulative);
    let longer = longer.filter_map(|c| Some((c.incident.as_deref()?, c)));
    let by_id: FxHashMap<&str, &Claim> = longer.chain(claims.iter().map(|c| (c.claim.as_str(), c))).collect();
    let mut faults: Vec<Fault> = claims.iter().flat_map(|claim| of_claim(claim, &by_id)).collect();
    faults.extend(circle::circles(claims));
    for incident in &report.incidents {
        for account in &incident.accounts {
            for cell in &account.cells {
                let later = cell.history.iter().skip(1).map(|h| &h.said).chain([&cell.said]);
                for (before, after) in cell.history.iter().zip(later).filter(|(b, _)| b.revised_down) {
                    let (outcome, victims) = (cell.outcome, cell.victims);
                    let what = format!("{outcome} {victims}: {} said {}, then {after}", account.name, before.said);
                    faults.push(Fault { place: incident.id.clone(), rule: Rule::Falls, what });
                }
            }
        }
        for copies in &incident.copies {
            let (outcome, victims, names) = (copies.outcome, copies.victims, copies.accounts.join(", "));
            let what = format!("{outcome} {victims}: {} in {names}, none of which names an origin", copies.figure);
            faults.push(Fault { place: incident.id.clone(), rule: Rule::MayBeCopies, what });
        }
    }
    faults.sort_unstable();
    faults.dedup();
    faults
}

/// Where a claim stands, for a list.
fn place(claim: &Claim) -> String {
    if claim.end > claim.start { format!("{}:{}", claim.document, claim.start) } else { claim.document.clone() }
}

fn of_claim(claim: &Claim, by_id: &FxHashMap<&str, &Claim>) -> Vec<Fault> {
    let whole = claim.within.as_deref().and_then(|id| by_id.get(id)).copied();
    let told = [
        (Rule::BestOutside, best_outside(claim)),
        (Rule::PartAboveWhole, whole.and_then(|w| above_whole(claim, w))),
        (Rule::DatesOutside, dates_outside(claim, whole)),
        (Rule::LikeYear, like_year(claim)),
        (Rule::LikeAge, like_age(claim)),
        (Rule::QuotesItself, quotes_itself(claim)),
    ];
    let fault = |(rule, what): (Rule, Option<String>)| Some(Fault { place: place(claim), rule, what: what? });
    told.into_iter().filter_map(fault).collect()
}

fn best_outside(claim: &Claim) -> Option<String> {
    let (best, range) = claim.best.zip(claim.figure.literal())?;
    (!range.contains(best)).then(|| format!("{}: best {best} is outside {range}", claim.outcome))
}

fn above_whole(part: &Claim, whole: &Claim) -> Option<String> {
    let inside = part.role == Role::Part && part.outcome == whole.outcome;
    let (p, w) = (part.figure.literal()?, whole.figure.literal()?);
    (inside && w.high().is_some_and(|high| p.low() > high))
        .then(|| format!("{} {}: {p} inside {w} {}", part.outcome, part.victims, whole.victims))
}

/// A part lies within the time of its whole, and nobody publishes the toll of what has not happened yet.
fn dates_outside(claim: &Claim, whole: Option<&Claim>) -> Option<String> {
    let date = |text: Option<&str>| text.and_then(|t| t.get(..10).unwrap_or(t).parse::<Edtf>().ok());
    let event: Edtf = claim.event_date.as_deref()?.parse().ok()?;
    let (from, to) = event.span();
    let before = |a: Option<_>, b: Option<_>| a.zip(b).is_some_and(|(a, b)| a < b);
    if let Some(published) = date(claim.at())
        && before(published.span().1, from)
    {
        return Some(format!("said on {published} of what happened on {event}"));
    }
    let longer: Edtf = whole?.event_date.as_deref()?.parse().ok()?;
    let (first, last) = longer.span();
    (before(from, first) || before(last, to)).then(|| format!("happened on {event}, outside {longer} of its whole"))
}

/// The years of which tolls are told; a bare number among them is more often a date than a count.
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2099;

fn like_year(claim: &Claim) -> Option<String> {
    let n = claim.figure.literal()?.point()?;
    let bare = claim.figure.qualifier == Qualifier::Exact && claim.phrase.trim() == n.to_string();
    (bare && YEARS.contains(&n)).then(|| format!("{}: {n} could be a year", claim.outcome))
}

fn like_age(claim: &Claim) -> Option<String> {
    const OLDEST: u64 = 115;
    let n = claim.figure.literal()?.point().filter(|n| (1..=OLDEST).contains(n))?;
    let number = n.to_string();
    let mut places = claim.sentence.match_indices(&number);
    let between = |before: &str, after: &str| {
        let word = |text: &str| text.trim_end().ends_with(char::is_alphabetic);
        let comma = before.strip_suffix(", ").is_some_and(word) && after.starts_with(',');
        let bracket = before.strip_suffix('(').is_some_and(word) && after.starts_with(')');
        comma || bracket
    };
    let found = claim.phrase.trim() == number
        && places.any(|(at, _)| between(&claim.sentence[..at], &claim.sentence[at + number.len()..]));
    found.then(|| format!("{}: {n} could be an age", claim.outcome))
}

fn quotes_itself(claim: &Claim) -> Option<String> {
    let (origin, via) = (claim.origin.as_deref()?, claim.via.as_deref()?);
    (fold(origin) == fold(via)).then(|| format!("{}: {origin} through {via}", claim.outcome))
}
