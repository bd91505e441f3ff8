//! Scenes: what one text says of one incident, gathered from its claims.

use super::{
    By,
    join::names,
    mark::{Mark, marks, opens, scene},
};
use crate::{
    claim::{Claim, Role},
    document::Document,
    extract::Scanned,
    lexicon::Lexicon,
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// The claims of one text about one incident.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    /// The key, as its claims bear it.
    pub key: &'a str,
    /// The key was given by [`super::mark`]: what is joined to what is still to be decided.
    pub open: bool,
    /// The id of the text.
    pub document: &'a str,
    /// When the text was published.
    pub published: Option<&'a str>,
    /// Its claims, by their places in the list.
    pub claims: Vec<usize>,
    /// Where, as said.
    pub place: Option<&'a str>,
    /// When: EDTF.
    pub event_date: Option<&'a str>,
    /// The names that are told of it.
    pub names: FxHashSet<&'a str>,
}

/// Marks all claims that bear no key yet.
pub(super) fn enter(claims: &mut [Claim], documents: &[Document], by: By) {
    let mut of: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    claims.iter().enumerate().for_each(|(i, c)| of.entry(&c.document).or_default().push(i));
    let told: Vec<(&Document, Vec<usize>)> =
        documents.iter().filter_map(|d| Some((d, of.remove(d.id.as_str())?))).collect();
    let marked: Vec<(usize, Mark)> = told
        .par_iter()
        .flat_map_iter(|(document, at)| {
            let all: Vec<&Claim> = at.iter().map(|i| &claims[*i]).collect();
            let key = given(document, by);
            let marks = marks(&all, document, &Scanned::of(&document.text, Lexicon::english()))
                .into_iter()
                .zip(&all)
                .map(|(mark, claim)| match &key {
                    Some(key) if is_reported(claim) => Mark { scene: key.clone(), ..mark },
                    _ => mark,
                });
            at.iter().copied().zip(marks.collect::<Vec<_>>())
        })
        .collect();
    let tables: Vec<usize> = of.into_values().flatten().collect();
    marked.into_iter().for_each(|(i, mark)| mark.enter(&mut claims[i]));
    // A row of a table is of the incident it names, else of its document's.
    for i in tables {
        let claim = &mut claims[i];
        if is_reported(claim) && claim.incident.is_none() {
            let key = folder(&claim.document).filter(|_| by == By::Folder).unwrap_or(&claim.document);
            claim.incident = Some(key.to_owned());
        }
    }
}

/// Whether a claim counts people of an incident that its text reports.
fn is_reported(claim: &Claim) -> bool {
    matches!(claim.role, Role::Total | Role::Part | Role::Addition)
}

/// The incident of all that a text reports, where that is not for the text to say.
fn given(document: &Document, by: By) -> Option<String> {
    document.incident.clone().or_else(|| match by {
        By::Text => None,
        By::Document => Some(document.id.clone()),
        By::Folder => Some(folder(&document.id).unwrap_or(&document.id).to_owned()),
    })
}

fn folder(document: &str) -> Option<&str> {
    document.rsplit_once('/').map(|(folder, _)| folder)
}

/// All scenes, in the order of text and key.
pub(super) fn scenes<'a>(claims: &'a [Claim], documents: &'a [Document]) -> Vec<Scene<'a>> {
    let mut found: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    // The scenes that each text reports, and their places.
    let mut reported: FxHashMap<&str, FxHashMap<&str, Option<&str>>> = FxHashMap::default();
    for (i, claim) in claims.iter().enumerate() {
        let Some(key) = claim.incident.as_deref() else { continue };
        found.entry((&claim.document, key)).or_default().push(i);
        if scene(claim).is_some_and(opens) {
            reported.entry(&claim.document).or_default().insert(key, claim.place.as_deref());
        }
    }
    let texts: FxHashMap<&str, &Document> = documents.iter().map(|d| (d.id.as_str(), d)).collect();
    let found: Vec<((&str, &str), Vec<usize>)> = found.into_iter().collect();
    found
        .into_par_iter()
        .map(|((document, key), at)| {
            let first = &claims[at[0]];
            let open = scene(first).is_some_and(opens);
            // The rest of a text is mostly about what it tells first, but for the places it keeps apart.
            let scenes = reported.get(document).filter(|r| r.keys().min() == Some(&key));
            let names = match (texts.get(document), scenes) {
                _ if !open => FxHashSet::default(),
                (Some(text), Some(scenes)) => {
                    let others: Vec<&str> = scenes.iter().filter(|s| *s.0 != key).filter_map(|s| *s.1).collect();
                    names(&text.text).into_iter().filter(|n| !others.contains(n)).collect()
                }
                _ => at.iter().flat_map(|i| names(&claims[*i].sentence)).chain(first.place.as_deref()).collect(),
            };
            let place = first.place.as_deref();
            let event_date = at.iter().find_map(|i| claims[*i].event_date.as_deref());
            let published = first.published.as_deref();
            Scene { key, open, document, published, claims: at, place, event_date, names }
        })
        .collect()
}
