//! Claims to incidents: what one text says of several, and what several texts say of one.
//!
//! A key that the input gives is kept and wins. All else is decided by place, date, words of discourse and shared
//! particulars, never by the toll: joining by the toll would erase the disagreement that is to be shown.

mod divide;
mod join;
mod mark;
mod name;
mod scene;
mod spot;
mod told;

pub use mark::mark;

use crate::{claim::Claim, document::Document};
use scene::Scene;

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
    scene::enter(claims, documents, options.by);
    let scenes = scene::scenes(claims, documents);
    let groups = join::groups(&scenes);
    let names = name::names(&scenes, &groups);
    let mut incidents: Vec<(Incident, Vec<usize>)> =
        groups.iter().zip(names).map(|(group, id)| incident(id, group.iter().map(|i| &scenes[*i]).collect())).collect();
    incidents.sort_by(|a, b| a.0.id.cmp(&b.0.id));
    for (incident, of) in &incidents {
        of.iter().for_each(|i| claims[*i].incident = Some(incident.id.clone()));
    }
    incidents.into_iter().map(|(incident, _)| incident).collect()
}

/// An incident, and the places of its claims.
fn incident(id: String, scenes: Vec<&Scene<'_>>) -> (Incident, Vec<usize>) {
    let mut documents: Vec<String> = scenes.iter().map(|s| s.document.to_owned()).collect();
    documents.sort_unstable();
    documents.dedup();
    let claims: Vec<usize> = scenes.iter().flat_map(|s| s.claims.iter().copied()).collect();
    let place = scenes.iter().find_map(|s| s.place).map(str::to_owned);
    let event_date = scenes.iter().find_map(|s| s.event_date).map(str::to_owned);
    (Incident { id, place, event_date, documents, claims: claims.len() }, claims)
}
