//! Which incidents lie in a longer period whose toll somebody gives.

use crate::{
    claim::{Claim, Outcome, Role, Status, Victims},
    date::Edtf,
    place::{self, Gazetteer},
    policy::Words,
    range::Range,
    report::{Incident, Report},
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The toll of a longer period, and the incidents in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Covered<'a> {
    /// The claim that gives the toll.
    pub toll: &'a Claim,
    /// What it is taken to mean.
    pub range: Range,
    /// The incidents, in the order of their dates.
    pub incidents: Vec<&'a Incident>,
    /// A claim of each incident says that it is inside of the toll; else they were found by place and time.
    pub declared: bool,
}

/// What incidents have of an outcome and a group, one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The sum of what they have: worst cases.
    pub sum: Range,
    /// Those with no figure, of which nothing is in the sum.
    pub no_figure: usize,
}

/// Every asserted toll of a longer period with the incidents that it covers.
///
/// Incidents are declared, where one of their claims names the toll or its incident in `within`. Where none does, they are
/// those whose time lies in the period and whose place is that of the toll or lies in it; a toll without either covers
/// nothing that way, since nothing says what it does. A period without an end runs until it was told of.
pub fn covered<'a>(claims: &'a [Claim], report: &'a Report, words: &Words, known: &Gazetteer) -> Vec<Covered<'a>> {
    let mut inside: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for claim in claims.iter().filter(|c| c.role != Role::Cumulative) {
        if let (Some(whole), Some(incident)) = (&claim.within, &claim.incident) {
            inside.entry(whole).or_default().insert(incident);
        }
    }
    let one = |toll: &'a Claim| {
        let names = [Some(toll.claim.as_str()), toll.incident.as_deref()];
        let declared: BTreeSet<&str> =
            names.into_iter().flatten().filter_map(|n| inside.get(n)).flatten().copied().collect();
        let found = Span::of(toll);
        let fits = |i: &&Incident| {
            declared.contains(i.id.as_str())
                || declared.is_empty() && found.as_ref().is_some_and(|period| period.holds(i, known))
        };
        let mut incidents: Vec<&Incident> = report.incidents.iter().filter(fits).collect();
        incidents.sort_by_cached_key(|i| (days(i.event_date.as_deref()).0, i.id.as_str()));
        Some(Covered { toll, range: words.read(&toll.figure).range?, incidents, declared: !declared.is_empty() })
    };
    let tolls = claims.iter().filter(|c| c.role == Role::Cumulative && c.status == Status::Asserted);
    tolls.filter(|c| c.repeats.is_none()).filter_map(one).collect()
}

impl Covered<'_> {
    /// What the incidents have of the same outcome and group.
    pub fn recorded(&self) -> Recorded {
        let of = |i: &&Incident| finding(i, self.toll.outcome, self.toll.victims);
        let figures: Vec<Range> = self.incidents.iter().filter_map(of).collect();
        let sum = figures.iter().copied().fold(Range::ZERO, Range::plus);
        Recorded { sum, no_figure: self.incidents.len() - figures.len() }
    }
}

fn finding(incident: &Incident, outcome: Outcome, victims: Victims) -> Option<Range> {
    let found = incident.findings.iter().find(|f| (f.outcome, f.victims) == (outcome, victims))?;
    Range::new(found.low?, found.high)
}

/// Where and from when to when.
struct Span<'a> {
    place: &'a str,
    from: Option<Date>,
    to: Option<Date>,
}

impl<'a> Span<'a> {
    fn of(toll: &'a Claim) -> Option<Span<'a>> {
        let (from, to) = days(toll.event_date.as_deref());
        let told = || toll.at().and_then(|at| days(Some(at)).1);
        let place = toll.place.as_deref()?;
        (from.is_some() || to.is_some()).then(|| Span { place, from, to: to.or_else(told) })
    }

    fn holds(&self, incident: &Incident, known: &Gazetteer) -> bool {
        let (first, last) = days(incident.event_date.as_deref());
        let after = self.from.is_none_or(|from| first.is_some_and(|first| from <= first));
        let before = self.to.is_none_or(|to| last.is_some_and(|last| last <= to));
        let place = || incident.place.as_deref().is_some_and(|place| lies_in(place, self.place, known));
        (first.is_some() || last.is_some()) && after && before && place()
    }
}

/// The first and the last day of a date, a time of day passed over.
fn days(text: Option<&str>) -> (Option<Date>, Option<Date>) {
    text.and_then(|t| t.parse::<Edtf>().ok()).map_or((None, None), |date| date.span())
}

/// Whether a place is another or lies in it: "Ganja, Azerbaijan" and "Ganja" do in "Azerbaijan", as far as the names tell
/// or the most likely readings of both.
fn lies_in(place: &str, wide: &str, known: &Gazetteer) -> bool {
    let parts = |name: &str| name.split(',').map(place::fold).collect::<Vec<_>>();
    let (own, whole) = (parts(place), parts(wide));
    if own.ends_with(&whole) || own.first() == whole.first() && (own.len() == 1 || whole.len() == 1) {
        return true;
    }
    let (Some(first), Some(region)) = (own.first(), known.find(wide).first().filter(|w| !w.is_town()).copied()) else {
        return false;
    };
    known.find(first).first().is_some_and(|town| {
        let (inner, outer) = (town.division(known), region.division(known));
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}
