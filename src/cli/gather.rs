//! Everything that the inputs say, linked to incidents.

use super::{Sources, input};
use crate::{
    claim::Claim,
    error::Error,
    extract::extract,
    lexicon::Lexicon,
    link::{By, Options, link},
    read::Reject,
};
use rayon::prelude::*;

/// What the inputs say.
#[derive(Debug)]
pub(super) struct Gathered {
    /// All claims.
    pub(super) claims: Vec<Claim>,
    /// What could not be read.
    pub(super) rejects: Vec<Reject>,
}

/// All claims, each with the incident it is about where it is about one.
///
/// # Errors
/// As for [`input::each`].
pub(super) fn gather(sources: &Sources) -> Result<Gathered, Error> {
    let lexicon = Lexicon::english();
    let (mut claims, mut documents) = (Vec::new(), Vec::new());
    let rejects = input::each(sources, |reading| {
        let found: Vec<Vec<Claim>> =
            reading.documents.par_iter().with_min_len(16).map(|document| extract(document, lexicon)).collect();
        claims.extend(found.into_iter().flatten());
        claims.extend(reading.claims);
        documents.extend(reading.documents);
        Ok(())
    })?;
    let by = match sources.incident_by.as_deref() {
        Some("document") => By::Document,
        Some("folder") => By::Folder,
        _ => By::Text,
    };
    link(&mut claims, &documents, &Options { by });
    Ok(Gathered { claims, rejects })
}
