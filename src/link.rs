//! Claims to incidents: what one text says of several, and what several texts say of one.
//!
//! A key that the input gives is kept and wins. All else is decided by place, date, words of discourse and shared
//! particulars, never by the toll: joining by the toll would erase the disagreement that is to be shown.

mod join;
mod scene;

use crate::{
    claim::{Claim, Role},
    document::Document,
};
use scene::Scene;
use std::collections::BTreeMap;

/// What decides which claims are about one incident.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Place, date and particulars, within texts and across them.
    #[default]
    Text,
    /// Every document reports one incident of its own.
    Document,
    /// Documents whose ids share a folder report one incident.
    Folder,
}

/// What the user asks for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What decides.
    pub by: By,
}

/// One occurrence at a place and time, to which claims are linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// The key that its claims carry.
    pub id: String,
    /// Where, as its first document has it.
    pub place: Option<String>,
    /// When: EDTF.
    pub event_date: Option<String>,
    /// The ids of the documents that tell of it, in order.
    pub documents: Vec<String>,
    /// How many claims it has.
    pub claims: usize,
}

/// Gives every claim the incident it is about, and its place and date where the text tells them. The incidents come in
/// the order of their ids, whatever the order of the input.
pub fn link(claims: &mut [Claim], documents: &[Document], options: &Options) -> Vec<Incident> {
    let scenes = scene::scenes(claims, documents, options.by);
    let mut incidents: BTreeMap<String, Incident> = BTreeMap::new();
    for scene in &scenes {
        let entry = incidents.entry(scene.key.clone()).or_insert_with(|| Incident {
            id: scene.key.clone(),
            place: scene.place.clone(),
            event_date: scene.event_date.clone(),
            documents: Vec::new(),
            claims: 0,
        });
        entry.documents.push(scene.document.clone());
        entry.claims += scene.claims.len();
        enter(scene, claims);
    }
    incidents
        .into_values()
        .map(|mut incident| {
            incident.documents.sort();
            incident.documents.dedup();
            incident
        })
        .collect()
}

/// Writes what a scene was found to be into its claims; what a claim says of itself stays.
fn enter(scene: &Scene, claims: &mut [Claim]) {
    for &at in &scene.claims {
        let claim = &mut claims[at];
        claim.incident.get_or_insert_with(|| scene.key.clone());
        if claim.place.is_none() {
            claim.place.clone_from(&scene.place);
        }
        if claim.event_date.is_none() {
            claim.event_date.clone_from(&scene.event_date);
        }
    }
}

/// Whether a claim counts people of the incident that its document reports.
fn is_own(claim: &Claim) -> bool {
    matches!(claim.role, Role::Total | Role::Part | Role::Addition)
}
