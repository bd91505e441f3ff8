//! Everything that the inputs say, linked to incidents.

use super::{
    Sources, input,
    review::Review,
    voice::{Level, say},
};
use crate::{
    claim::Claim,
    error::Error,
    extract::extract,
    lexicon::Lexicon,
    link::{Incident, Linked, Rule, link},
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
    let (mut claims, mut documents) = (Vec::new(), Vec::new());
    let rejects = input::each(sources, |reading| {
        let found: Vec<Vec<Claim>> =
            reading.documents.par_iter().with_min_len(16).map(|document| extract(document, lexicon)).collect();
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
    Ok(Joined { gathered: Gathered { claims, rejects }, linked, rule })
}

/// Says of which places nothing tells in which country they lie.
fn tell_open_places(incidents: &[Incident]) {
    const TOLD: usize = 3;
    let open: Vec<&Incident> = incidents.iter().filter(|i| !i.countries.is_empty()).collect();
    if open.is_empty() {
        return;
    }
    let told = |i: &&Incident| {
        let place = i.place.as_deref().unwrap_or_default();
        format!("{} ({place}: {})", i.id, i.countries.join(" or "))
    };
    let some: Vec<String> = open.iter().take(TOLD).map(told).collect();
    let more = if open.len() > TOLD { format!(" and {} more", open.len() - TOLD) } else { String::new() };
    say(
        Level::Plain,
        &format!(
            "the country is not told and left open for {}{more}; write it behind the place (\u{201c}Tripoli, Libya\u{201d}) or give --places",
            some.join(", ")
        ),
    );
}
