//! Accounts and a policy make a report.

mod copies;
mod decision;
mod finding;
mod intern;
mod judge;
mod sweep;
pub mod table;

pub use decision::Decision;
pub use judge::{Judged, Voice, Why, judge};
pub use sweep::{BLANK, Entry, OPEN, Sweep};

use crate::{
    account::{self, Grouping},
    claim::{Claim, Role, Status, seconds},
    place::Point,
    policy::{OwnDeeds, Policy, Rule},
    report::{Account, Aside, Incident, Report, SetAside},
    source::Sources,
};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};

/// What the user asks for beside the policy.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Only what was said up to then: ISO 8601.
    pub as_of: Option<String>,
    /// Accounts older than this many hours before the newest leave `best`.
    pub fresh_hours: Option<u64>,
    /// What is known of the sources.
    pub sources: Sources,
    /// What a team has decided itself: it wins over what is reconciled.
    pub decisions: Vec<Decision>,
    /// The documents that were read, so that those without a figure are counted too. A document with a claim may be left out.
    pub documents: Vec<Given>,
}

/// A document that was read, and what came with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// Its id.
    pub document: String,
    /// The incident it was given as one of: with no figure at all it stands in the report, its toll unknown.
    pub incident: Option<String>,
    /// The place, where the input names one.
    pub place: Option<String>,
    /// Where on the globe, where the input says.
    pub point: Option<Point>,
    /// The date of the incident, where the input names one.
    pub event_date: Option<String>,
}

/// Reconciles claims that carry their incident. Every claim ends in exactly one account or is set aside with a reason.
///
/// ```
/// use tollbook::{claim::Claim, policy::Policy, reconcile::{Options, reconcile}};
///
/// let claims: Vec<Claim> = Vec::new();
/// let report = reconcile(&claims, &Policy::default(), &Options::default());
/// assert!(report.incidents.is_empty());
/// ```
pub fn reconcile(claims: &[Claim], policy: &Policy, options: &Options) -> Report {
    let mut by_incident: BTreeMap<Option<&str>, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        by_incident.entry(claim.incident.as_deref()).or_default().push(claim);
    }
    let mut given: BTreeMap<&str, Vec<&Given>> = BTreeMap::new();
    for document in &options.documents {
        let Some(id) = document.incident.as_deref() else { continue };
        given.entry(id).or_default().push(document);
        by_incident.entry(Some(id)).or_default();
    }
    let unlinked = by_incident.remove(&None).unwrap_or_default();
    let mut set_aside: Vec<SetAside> = unlinked
        .into_iter()
        .map(|c| SetAside { claim: c.claim.clone(), reason: aside(c, None).unwrap_or(Aside::Unlinked) })
        .collect();
    let incidents: Vec<(&str, Vec<&Claim>)> =
        by_incident.into_iter().filter_map(|(id, claims)| Some((id?, claims))).collect();
    let mut incidents: Vec<Incident> =
        incidents.into_par_iter().map(|(id, claims)| incident(id, claims, policy, options)).collect();
    let given = |incident: &mut Incident| given.get(incident.id.as_str()).map(|documents| enter(incident, documents));
    incidents.iter_mut().for_each(|incident| given(incident).unwrap_or_default());
    // What a text only mentions, and the toll of a longer time, is no incident of the report.
    let (incidents, mentioned): (Vec<_>, Vec<_>) = incidents.into_iter().partition(is_reported);
    set_aside.extend(mentioned.into_iter().flat_map(|i| i.set_aside));
    set_aside.sort_by(|a, b| a.claim.cmp(&b.claim));
    let read: FxHashSet<&str> = claims
        .iter()
        .map(|c| c.document.as_str())
        .chain(options.documents.iter().map(|d| d.document.as_str()))
        .collect();
    Report { policy: policy.id.clone(), basis: policy.basis(), incidents, documents: read.len(), set_aside }
}

/// Adds the documents that came as those of an incident, whatever they hold. What they say of it fills what no claim says.
fn enter(incident: &mut Incident, given: &[&Given]) {
    incident.documents.extend(given.iter().map(|d| d.document.clone()));
    incident.documents.sort_unstable();
    incident.documents.dedup();
    if incident.place.is_none() {
        incident.place = given.iter().find_map(|d| d.place.clone());
    }
    if incident.event_date.is_none() {
        incident.event_date = given.iter().find_map(|d| d.event_date.clone());
    }
    incident.point = incident.point.or_else(|| given.iter().find_map(|d| d.point));
}

/// Whether an incident is more than mentioned.
fn is_reported(incident: &Incident) -> bool {
    let mentioned = |a: &SetAside| matches!(a.reason, Aside::Cumulative | Aside::Background);
    // One with neither came with its documents, which hold no figure.
    let silent = incident.findings.is_empty() && incident.set_aside.is_empty();
    silent || !incident.findings.is_empty() || !incident.set_aside.iter().all(mentioned)
}

fn incident(id: &str, mut claims: Vec<&Claim>, policy: &Policy, options: &Options) -> Incident {
    claims.sort_unstable_by(|a, b| a.claim.cmp(&b.claim).then_with(|| a.document.cmp(&b.document)));
    let as_of = options.as_of.as_deref().and_then(|text| Some(seconds(text)? + rest_of_day(text)));
    let mut set_aside = Vec::new();
    let mut used = Vec::new();
    for claim in &claims {
        match aside(claim, as_of) {
            Some(reason) => set_aside.push(SetAside { claim: claim.claim.clone(), reason }),
            None => used.push(*claim),
        }
    }
    let grouping = if matches!(policy.rule.is, Rule::Reports { .. }) { Grouping::Report } else { Grouping::Origin };
    let mut accounts = account::accounts(&used, &policy.words, &options.sources, grouping);
    accounts.retain(|account| {
        let known = options.sources.get(&account.name);
        let unusable = known.and_then(|s| s.reliability).is_some_and(|r| r < policy.rule.least_reliability)
            || (policy.rule.own_deeds == OwnDeeds::Unheard && known.is_some_and(|s| s.perpetrator));
        if unusable {
            set_aside.extend(account.claims.iter().map(|c| SetAside { claim: c.clone(), reason: Aside::Policy }));
        }
        !unusable
    });
    accounts.iter_mut().for_each(|a| account::count_in(a, &policy.counting));
    if let Some(hours) = options.fresh_hours {
        mark_stale(&mut accounts, hours);
    }
    let findings = finding::findings(&accounts, policy, &options.sources);
    let mut incident = Incident {
        id: id.to_owned(),
        place: most_said(claims.iter().filter_map(|c| c.place.as_deref())).map(str::to_owned),
        point: most_said(claims.iter().filter_map(|c| c.point)),
        event_date: most_said(claims.iter().filter_map(|c| c.event_date.as_deref())).map(str::to_owned),
        documents: claims.iter().map(|c| &c.document).collect::<BTreeSet<_>>().into_iter().cloned().collect(),
        copies: copies::copies(&accounts),
        accounts,
        findings,
        set_aside,
    };
    decision::apply(&mut incident, &options.decisions);
    incident
}

/// The seconds from a time to the end of its day where it is told as a day.
fn rest_of_day(text: &str) -> i64 {
    const DAY: i64 = 24 * 60 * 60;
    if text.trim().contains([':', 'T', ' ']) { 0 } else { DAY - 1 }
}

/// Why a claim goes into no account, whatever the policy.
fn aside(claim: &Claim, as_of: Option<i64>) -> Option<Aside> {
    let later = as_of.is_some_and(|limit| claim.at().and_then(seconds).is_some_and(|at| at > limit));
    match (claim.role, claim.status) {
        (Role::Cumulative, _) => Some(Aside::Cumulative),
        (Role::Other, _) => Some(Aside::Background),
        (_, Status::Denied) => Some(Aside::Denied),
        (_, Status::Uncertain) => Some(Aside::Uncertain),
        _ if later => Some(Aside::Later),
        _ => None,
    }
}

fn mark_stale(accounts: &mut [Account], hours: u64) {
    let time = |a: &Account| a.at.as_deref().and_then(seconds);
    let Some(newest) = accounts.iter().filter_map(time).max() else { return };
    let window = i64::try_from(hours.saturating_mul(3600)).unwrap_or(i64::MAX);
    for account in accounts {
        account.stale = time(account).is_some_and(|t| newest - t > window);
    }
}

/// What is said most often, the first in order of those that tie.
fn most_said<T: Ord>(said: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    said.for_each(|what| *counts.entry(what).or_default() += 1);
    counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0))).map(|(what, _)| what)
}
