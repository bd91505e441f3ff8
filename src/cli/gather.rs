//! Everything that the inputs say, linked to incidents.

use super::{Sources, input};
use crate::{
    claim::{Claim, Role},
    document::Document,
    error::Error,
    extract::extract,
    lexicon::Lexicon,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// All claims, each with the incident it is about where it is about one.
///
/// # Errors
/// As for [`input::each`].
pub(super) fn gather(sources: &Sources) -> Result<Vec<Claim>, Error> {
    let lexicon = Lexicon::english();
    let (mut claims, mut documents) = (Vec::new(), Vec::new());
    input::each(sources, |reading| {
        let found: Vec<Vec<Claim>> =
            reading.documents.par_iter().with_min_len(16).map(|document| extract(document, lexicon)).collect();
        claims.extend(found.into_iter().flatten());
        claims.extend(reading.claims);
        documents.extend(reading.documents);
        Ok(())
    })?;
    link(&mut claims, &documents);
    Ok(claims)
}

/// What a document says of its own incident belongs to it.
fn link(claims: &mut [Claim], documents: &[Document]) {
    let by_id: FxHashMap<&str, &Document> = documents.iter().map(|d| (d.id.as_str(), d)).collect();
    for claim in claims {
        let Some(document) = by_id.get(claim.document.as_str()) else { continue };
        if matches!(claim.role, Role::Total | Role::Part | Role::Addition) && claim.incident.is_none() {
            claim.incident = document.incident.clone().or_else(|| Some(document.id.clone()));
        }
    }
}
