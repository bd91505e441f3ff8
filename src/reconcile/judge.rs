//! A rule over accounts: low, best and high, and why.

use super::sweep::{Entry, Sweep};
use crate::{
    policy::{OfRange, Open, Others, Otherwise, Recency, Rule, RulePart, Status, Take},
    report::Verdict,
};

/// What a rule asks of who speaks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Voice {
    /// When, in seconds since 1970.
    pub time: Option<i64>,
    /// 0 to 4; `None` where nobody has rated it.
    pub reliability: Option<u8>,
    /// `official`, `agency`, `press` …
    pub kind: Option<String>,
    /// Speaks of what it did itself.
    pub perpetrator: bool,
}

/// What a rule gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// The lowest number that stands.
    pub low: Option<u64>,
    /// The number that the rule takes.
    pub best: Option<u64>,
    /// The highest number that stands.
    pub high: Option<u64>,
    /// The accounts that set low and high.
    pub low_by: Option<u32>,
    /// See `low_by`.
    pub high_by: Option<u32>,
    /// Why.
    pub why: Vec<Why>,
}

/// A step of a rule that decided something.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// Low and high are the hull.
    Hull,
    /// An account has no upper bound.
    NoCeiling,
    /// An account without an upper bound counts as its low.
    OpenAsFloor,
    /// Best is the median of so many exact figures.
    Median(usize),
    /// Of an even count, the lower middle one.
    LowerMiddle,
    /// Accounts are at odds, so only figures that are stated count.
    Stated,
    /// There are only rounded figures.
    Rounded,
    /// The median was moved into the band.
    IntoBand(u64, u64),
    /// No exact figure.
    NoExact,
    /// The lowest figure.
    Lowest,
    /// The latest account decides.
    Latest,
    /// More than half give it.
    MoreThanHalf(usize, usize),
    /// None has a majority, so the lowest.
    NoMajorityLowest,
    /// None has a majority, and that is the answer.
    Undecided,
    /// The most reliable account decides.
    MostReliable(u8),
    /// The first in the ranking decides.
    Ranked(String),
    /// Nobody in the ranking speaks: only that there were some.
    Presence,
    /// Too few accounts.
    TooFew(usize),
    /// Verified by so many.
    Verified(usize),
    /// A value over so many reports.
    Over(Take, usize),
    /// How well it is known.
    Status(&'static str),
}

/// Applies a rule. `entries` are the usable ones; `voices` are found by the account of an entry. The sweep has run over them.
pub fn judge(part: &RulePart, entries: &[Entry], voices: &[Voice], sweep: &mut Sweep) -> Judged {
    let Some(low) = entries.iter().min_by_key(|e| e.low) else { return Judged::default() };
    match &part.is {
        Rule::Bands => bands(entries, sweep),
        Rule::Hull { open, status } => {
            let mut judged = hull(entries, *open);
            judged.why.extend(status_of(*status, entries, voices).map(Why::Status));
            judged
        }
        Rule::Lowest => all_three(low, low.low, Why::Lowest),
        Rule::Majority { recency, otherwise } => majority(entries, voices, *recency, *otherwise),
        Rule::Reliable => {
            let top = entries.iter().map(|e| voice(voices, e).reliability.unwrap_or(0)).max().unwrap_or(0);
            let best = entries.iter().filter(|e| voice(voices, e).reliability.unwrap_or(0) == top).map(|e| e.low).min();
            let mut judged = hull(entries, Open::Floor);
            judged.best = best;
            judged.why.push(Why::MostReliable(top));
            judged
        }
        Rule::Priority { order, least, take, others } => priority(entries, voices, order, *least, *take, *others),
        Rule::Latest { take } => match latest(entries, voices).first() {
            Some(e) => taken(e, *take, Why::Latest),
            None => Judged::default(),
        },
        Rule::Verified { reliability } => {
            let verified: Vec<&Entry> =
                entries.iter().filter(|e| voice(voices, e).reliability.is_some_and(|r| r >= *reliability)).collect();
            match verified.iter().min_by_key(|e| e.low) {
                Some(e) => Judged {
                    low: Some(e.low),
                    best: Some(e.low),
                    low_by: Some(e.account),
                    why: vec![Why::Verified(verified.len())],
                    ..Judged::default()
                },
                None => Judged { why: vec![Why::Verified(0)], ..Judged::default() },
            }
        }
        Rule::Median => {
            let mut judged = hull(entries, Open::Open);
            sweep.points.clear();
            sweep.points.extend(entries.iter().map(|e| e.high().map_or(e.low, |h| e.low.midpoint(h))));
            judged.best = sweep.lower_median();
            judged.why.push(Why::Median(entries.len()));
            judged
        }
        Rule::Reports { take } => reports(entries, *take),
    }
}

fn bands(entries: &[Entry], sweep: &mut Sweep) -> Judged {
    let mut judged = hull(entries, Open::Open);
    // Where accounts are at odds, a figure that a source states counts before one that is only added up from those it tells of.
    let at_odds = !matches!(sweep.verdict(), Verdict::Agree | Verdict::Majority);
    let steps = [Entry::ROUNDED | Entry::DERIVED, Entry::ROUNDED, 0];
    let points =
        |out: u32| entries.iter().filter(move |e| e.flags & (Entry::STALE | out) == 0).filter_map(Entry::point);
    let some = |out: &&u32| points(**out).next().is_some();
    let Some(&out) = steps[usize::from(!at_odds)..].iter().find(some) else {
        judged.why.push(Why::NoExact);
        return judged;
    };
    sweep.points.clear();
    sweep.points.extend(points(out));
    let count = sweep.points.len();
    let Some(median) = sweep.lower_median() else { return judged };
    judged.why.push(Why::Median(count));
    if out & Entry::DERIVED != 0 && count < points(Entry::ROUNDED).count() {
        judged.why.push(Why::Stated);
    }
    if out & Entry::ROUNDED == 0 {
        judged.why.push(Why::Rounded);
    }
    if count.is_multiple_of(2) {
        judged.why.push(Why::LowerMiddle);
    }
    let mut best = median;
    if let (Verdict::Agree | Verdict::Majority, &[(low, high)]) = (sweep.verdict(), sweep.bands.as_slice()) {
        best = median.clamp(low, high);
        if best != median {
            judged.why.push(Why::IntoBand(low, high));
        }
    }
    judged.best = Some(best);
    judged
}

/// Low and high over all entries.
fn hull(entries: &[Entry], open: Open) -> Judged {
    let top = |e: &Entry| if open == Open::Floor { e.high().unwrap_or(e.low) } else { e.high };
    // Of several, the first in the order of the accounts.
    let low = entries.iter().min_by_key(|e| (e.low, e.account));
    let high = entries.iter().max_by_key(|e| (top(e), std::cmp::Reverse(e.account)));
    let (Some(low), Some(high)) = (low, high) else { return Judged::default() };
    let some_open = entries.iter().any(|e| e.high().is_none());
    let why = match open {
        Open::Open if some_open => vec![Why::Hull, Why::NoCeiling],
        Open::Floor if some_open => vec![Why::Hull, Why::OpenAsFloor],
        _ => vec![Why::Hull],
    };
    let bound = Some(top(high)).filter(|&h| h != super::sweep::OPEN);
    Judged { low: Some(low.low), best: None, high: bound, low_by: Some(low.account), high_by: Some(high.account), why }
}

fn all_three(by: &Entry, n: u64, why: Why) -> Judged {
    Judged {
        low: Some(n),
        best: Some(n),
        high: Some(n),
        low_by: Some(by.account),
        high_by: Some(by.account),
        why: vec![why],
    }
}

fn taken(by: &Entry, take: OfRange, why: Why) -> Judged {
    match take {
        OfRange::Low => all_three(by, by.low, why),
        OfRange::Mean => all_three(by, by.high().map_or(by.low, |h| by.low.midpoint(h)), why),
        OfRange::Range => Judged { best: by.point(), high: by.high(), ..all_three(by, by.low, why) },
    }
}

fn voice<'a>(voices: &'a [Voice], entry: &Entry) -> &'a Voice {
    static UNKNOWN: Voice = Voice { time: None, reliability: None, kind: None, perpetrator: false };
    voices.get(entry.account as usize).unwrap_or(&UNKNOWN)
}

/// The entries of the latest time, the narrowest first.
fn latest<'a>(entries: &'a [Entry], voices: &[Voice]) -> Vec<&'a Entry> {
    let time = entries.iter().map(|e| voice(voices, e).time).max().flatten();
    let mut of: Vec<&Entry> = entries.iter().filter(|e| voice(voices, e).time == time).collect();
    of.sort_unstable_by_key(|e| (e.high - e.low, e.account));
    of
}

fn majority(entries: &[Entry], voices: &[Voice], recency: Recency, otherwise: Otherwise) -> Judged {
    let newest = latest(entries, voices);
    let all: Vec<&Entry> = entries.iter().collect();
    let voters = match recency {
        Recency::All | Recency::Latest if newest.len() == 1 => return all_three(newest[0], newest[0].low, Why::Latest),
        Recency::Latest => newest,
        _ => all,
    };
    let votes = |e: &Entry| voters.iter().filter(|v| v.low == e.low).count();
    if let Some(e) = voters.iter().find(|e| 2 * votes(e) > voters.len()) {
        return all_three(e, e.low, Why::MoreThanHalf(votes(e), voters.len()));
    }
    match (otherwise, entries.iter().min_by_key(|e| e.low)) {
        (Otherwise::Lowest, Some(e)) => all_three(e, e.low, Why::NoMajorityLowest),
        _ => Judged { why: vec![Why::Undecided], ..Judged::default() },
    }
}

fn priority(
    entries: &[Entry],
    voices: &[Voice],
    order: &[String],
    least: usize,
    take: OfRange,
    others: Others,
) -> Judged {
    if entries.len() < least {
        return Judged { why: vec![Why::TooFew(least)], ..Judged::default() };
    }
    let rank = |e: &Entry| {
        let kind = voice(voices, e).kind.as_deref();
        order.iter().position(|k| Some(k.as_str()) == kind).unwrap_or(order.len())
    };
    let by_rank = |e: &&Entry| (rank(e), std::cmp::Reverse(voice(voices, e).time), e.high - e.low, e.account);
    match entries.iter().min_by_key(by_rank) {
        Some(e) if rank(e) < order.len() => taken(e, take, Why::Ranked(order[rank(e)].clone())),
        Some(e) if others == Others::Last => taken(e, take, Why::Latest),
        _ => Judged { why: vec![Why::Presence], ..Judged::default() },
    }
}

fn reports(entries: &[Entry], take: Take) -> Judged {
    let pick = |of: &dyn Fn(&Entry) -> u64| -> Option<u64> {
        let mut values: Vec<u64> = entries.iter().map(of).collect();
        values.sort_unstable();
        match take {
            Take::Min => values.first().copied(),
            Take::Max => values.last().copied(),
            Take::Mode => {
                let count = |v: u64| values.iter().filter(|x| **x == v).count();
                values.iter().copied().max_by_key(|&v| (count(v), std::cmp::Reverse(v)))
            }
        }
    };
    let named = |e: &Entry| e.high().unwrap_or(e.low);
    let mut why = vec![Why::Over(take, entries.len())];
    if entries.iter().any(|e| e.high().is_none()) {
        why.push(Why::OpenAsFloor);
    }
    let (low, best, high) = (pick(&|e| e.low), pick(&|e| e.point().unwrap_or(e.low)), pick(&named));
    let by = |value: Option<u64>, of: &dyn Fn(&Entry) -> u64| {
        entries.iter().find(|e| Some(of(e)) == value).map(|e| e.account)
    };
    Judged { low, best, high, low_by: by(low, &|e| e.low), high_by: by(high, &named), why }
}

fn status_of(status: Status, entries: &[Entry], voices: &[Voice]) -> Option<&'static str> {
    match status {
        Status::None => None,
        Status::TwoOrigins => Some(if entries.len() >= 2 { "accepted" } else { "provisional" }),
        Status::Grade => {
            let accepts = |e: &Entry| voice(voices, e).kind.as_deref() == Some("belligerent") && e.low > 0;
            Some(match () {
                () if entries.iter().any(accepts) => "confirmed",
                () if entries.iter().all(|e| e.high == 0) => "discounted",
                () if entries.len() >= 2 => "fair",
                () => "weak",
            })
        }
    }
}
