//! Everything that the inputs say, linked to incidents.

use super::{
    Sources, input,
    review::Review,
    voice::{Level, listed, say},
};
use crate::{
    claim::Claim,
    document::Document,
    error::Error,
    extract::{batches, read},
    lexicon::Lexicon,
    link::{Incident, Linked, Rule, given, link},
    read::Reject,
};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// What the inputs say.
#[derive(Debug)]
pub(super) struct Gathered {
    /// All claims.
    pub(super) claims: Vec<Claim>,
    /// The documents that were read, those without a claim too, each with the incident that it came with.
    pub(super) documents: Vec<Document>,
    /// What could not be read.
    pub(super) rejects: Vec<Reject>,
}

/// The same, with how it was linked.
#[derive(Debug)]
pub(super) struct Joined {
    /// What the inputs say.
    pub(super) gathered: Gathered,
    /// The incidents, and what people may decide better.
    pub(super) linked: Linked,
    /// The windows and weights.
    pub(super) rule: Rule,
}

/// All claims, each with the incident it is about where it is about one.
///
/// # Errors
/// As for [`input::each`], and where what the user gave for linking cannot be read.
pub(super) fn gather(sources: &Sources) -> Result<Gathered, Error> {
    let review = sources.linking.old_review()?;
    join(sources, review.as_ref()).map(|joined| joined.gathered)
}

/// The same under what people have marked.
///
/// # Errors
/// As for [`gather`].
pub(super) fn join(sources: &Sources, review: Option<&Review>) -> Result<Joined, Error> {
    let lexicon = Lexicon::english();
    let (rule, places) = (sources.linking.rule()?, sources.linking.places()?);
    let (mut claims, mut documents) = (Vec::new(), Vec::<Document>::new());
    let rejects = input::each(sources, |reading| {
        let found = |some| read(some, lexicon).into_iter().flat_map(|read| read.claims).collect();
        let found: Vec<Vec<Claim>> = batches(&reading.documents).into_par_iter().map(found).collect();
        claims.extend(found.into_iter().flatten());
        claims.extend(reading.claims);
        documents.extend(reading.documents);
        Ok(())
    })?;
    let linked = link(&mut claims, &documents, &sources.linking.options(rule.clone(), places.as_ref(), review));
    if let Some(review) = review {
        review.tell(&linked);
    }
    tell_open_places(&linked.incidents);
    tell_silent(&documents, &claims);
    let by = sources.linking.by();
    documents.iter_mut().for_each(|d| d.incident = given(d, by));
    Ok(Joined { gathered: Gathered { claims, documents, rejects }, linked, rule })
}

/// Says of which places nothing tells in which country they lie: once, each place once.
fn tell_open_places(incidents: &[Incident]) {
    let open: Vec<&Incident> = incidents.iter().filter(|i| !i.countries.is_empty()).collect();
    let told = |i: &&Incident| format!("{} ({})", i.place.as_deref().unwrap_or_default(), i.countries.join(" or "));
    let places: BTreeSet<String> = open.iter().map(told).collect();
    if places.is_empty() {
        return;
    }
    let of = if open.len() == 1 { "of 1 incident".to_owned() } else { format!("of {} incidents", open.len()) };
    let places = listed(&places.into_iter().collect::<Vec<_>>());
    let advice = "write it behind the place (\u{201c}Tripoli, Libya\u{201d}) or give --places";
    say(Level::Plain, &format!("the country {of} is not told and left open: {places}; {advice}"));
}

/// Says which documents bear on no figure, since none of the totals stands on them.
fn tell_silent(documents: &[Document], claims: &[Claim]) {
    let telling: FxHashSet<&str> = claims.iter().map(|c| c.document.as_str()).collect();
    let silent: BTreeSet<&str> = documents.iter().map(|d| d.id.as_str()).filter(|id| !telling.contains(id)).collect();
    if !silent.is_empty() {
        let (n, all) = (silent.len(), silent.len() + telling.len());
        let silent: Vec<String> = silent.into_iter().map(str::to_owned).collect();
        say(Level::Plain, &format!("no figure in {n} of {all} documents, which no total counts: {}", listed(&silent)));
    }
}
