//! What one document says of one incident.

use super::{By, is_own, join};
use crate::{claim::Claim, document::Document};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The claims of one document about one incident.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    /// The key of its incident.
    pub key: String,
    /// The document's id.
    pub document: String,
    /// Places in the list of claims.
    pub claims: Vec<usize>,
    /// Where, as said.
    pub place: Option<String>,
    /// When: EDTF.
    pub event_date: Option<String>,
}

/// All scenes, in the order of document and first claim.
pub(super) fn scenes(claims: &[Claim], documents: &[Document], by: By) -> Vec<Scene> {
    let known: FxHashMap<&str, &Document> = documents.iter().map(|d| (d.id.as_str(), d)).collect();
    let told: BTreeSet<&str> = claims.iter().filter(|c| is_own(c)).map(|c| c.document.as_str()).collect();
    let free: Vec<&Document> =
        documents.iter().filter(|d| d.incident.is_none() && told.contains(d.id.as_str())).collect();
    let groups = if by == By::Text { join::groups(&free) } else { BTreeMap::new() };
    let mut found: BTreeMap<(&str, String), Scene> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        let document = known.get(claim.document.as_str()).copied();
        let Some(key) = key(claim, document, by, &groups) else { continue };
        let scene = found.entry((claim.document.as_str(), key.clone())).or_insert_with(|| Scene {
            key,
            document: claim.document.clone(),
            claims: Vec::new(),
            place: document.and_then(|d| d.place.clone()),
            event_date: document.and_then(|d| d.event_date.clone()),
        });
        scene.claims.push(at);
    }
    found.into_values().collect()
}

/// The incident of a claim; `None` for one of a longer period or of the background, which go to no toll.
fn key(claim: &Claim, document: Option<&Document>, by: By, groups: &BTreeMap<String, String>) -> Option<String> {
    if let Some(key) = &claim.incident {
        return Some(key.clone());
    }
    if !is_own(claim) {
        return None;
    }
    if let Some(key) = document.and_then(|d| d.incident.clone()) {
        return Some(key);
    }
    let folder = claim.document.rsplit_once('/').map(|(folder, _)| folder);
    Some(match by {
        By::Folder => folder.unwrap_or(&claim.document).to_owned(),
        By::Text | By::Document => groups.get(&claim.document).unwrap_or(&claim.document).clone(),
    })
}
