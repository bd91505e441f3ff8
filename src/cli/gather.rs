//! Everything that the inputs say, linked to incidents.

use super::{Sources, input};
use crate::{
    claim::Claim,
    error::Error,
    extract::extract,
    lexicon::Lexicon,
    link::{Options, link},
};
use rayon::prelude::*;

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
    link(&mut claims, &documents, &Options::default());
    Ok(claims)
}
