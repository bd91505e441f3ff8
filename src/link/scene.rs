//! Scenes: what one text says of one incident, gathered from its claims.

use super::{
    By,
    capitals::{names, names_of_headline},
    locate::{Located, locate},
    mark::{Mark, Telling, opens, scene},
};
use crate::{
    claim::{Claim, Role},
    date::Edtf,
    document::{Document, Whole},
    extract::Scanned,
    lexicon::Lexicon,
    place::{Gazetteer, Point},
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Where on the globe it may have been.
    pub points: Vec<Point>,
    /// The countries between which nothing decides, where the place is in one of several.
    pub countries: Vec<&'a str>,
    /// Who keeps it apart from the other scenes it tells of: a text, or the source of the rows of a table.
    pub teller: &'a str,
    /// It is a row of a table, whose place and day are taken at their word.
    pub row: bool,
    /// Its first sentence.
    pub sentence: &'a str,
    /// The names that are told of it.
    pub names: Vec<&'a str>,
    /// The kinds of event that are told of it, a bit each.
    pub kinds: u64,
}

/// The places that are known, when they are asked for.
pub(super) type Known<'f, 'a> = &'f (dyn Fn() -> &'a Gazetteer + Sync);

/// Marks all claims that bear no key yet.
pub(super) fn enter(claims: &mut [Claim], documents: &[Document], by: By, known: Known<'_, '_>) {
    let mut of: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    claims.iter().enumerate().for_each(|(i, c)| of.entry(&c.document).or_default().push(i));
    let told: Vec<(&Document, Vec<usize>)> =
        documents.iter().filter_map(|d| Some((d, of.remove(d.id.as_str())?))).collect();
    let marked: Vec<(usize, Mark)> = told
        .par_iter()
        .flat_map_iter(|(document, at)| {
            let all = at.iter().map(|i| &claims[*i]);
            let key = given(document, by);
            let scanned = Scanned::of(Whole::of(document), Lexicon::english());
            let mut marks = Vec::with_capacity(at.len());
            Telling::of(all, document, &scanned, known()).mark(&mut marks);
            let reported = |claim: usize| is_reported(&claims[claim]);
            marks.iter_mut().zip(at).filter(|(_, claim)| reported(**claim)).for_each(|(mark, _)| {
                mark.scene = key.clone().unwrap_or_else(|| std::mem::take(&mut mark.scene));
            });
            at.iter().copied().zip(marks)
        })
        .collect();
    let tables: Vec<usize> = of.into_values().flatten().collect();
    marked.into_iter().for_each(|(i, mark)| mark.enter(&mut claims[i]));
    // A row of a table is of the incident it names, else of its document's.
    for i in tables {
        let claim = &mut claims[i];
        let saved = claim.incident.is_some() && scene(claim).is_some_and(opens);
        let key = match by {
            By::Folder => folder(&claim.document).unwrap_or(&claim.document).to_owned(),
            By::Text if is_dated(claim) => format!("{}#1", claim.document),
            _ => claim.document.clone(),
        };
        if is_reported(claim) && (claim.incident.is_none() || saved && by != By::Text) {
            claim.incident = Some(key);
        }
    }
}

/// Whether a claim counts people of an incident that its text reports.
pub(super) fn is_reported(claim: &Claim) -> bool {
    matches!(claim.role, Role::Total | Role::Part | Role::Addition)
}

/// Whether a row says where and on which day, so that it can be told what others say of the same.
fn is_dated(claim: &Claim) -> bool {
    const DAYS: i32 = 3;
    let span = claim.event_date.as_deref().and_then(|d| Some(d.parse::<Edtf>().ok()?.span()));
    let days = span.and_then(|(first, last)| Some(last?.since(first?).ok()?.get_days()));
    (claim.place.is_some() || claim.point.is_some()) && days.is_some_and(|d| d < DAYS)
}

/// The incident of all that a document reports, where that is not for its text to say.
pub fn given(document: &Document, by: By) -> Option<String> {
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
pub(super) fn scenes<'a>(claims: &'a [Claim], documents: &'a [Document], known: Known<'_, 'a>) -> Vec<Scene<'a>> {
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
                _ if !open => Vec::new(),
                (Some(text), Some(scenes)) => {
                    let others: Vec<&str> = scenes.iter().filter(|s| *s.0 != key).filter_map(|s| *s.1).collect();
                    told_names(text, at.iter().map(|i| claims[*i].start))
                        .into_iter()
                        .filter(|n| !others.contains(n))
                        .collect()
                }
                _ => {
                    let told = at.iter().flat_map(|i| names(&claims[*i].sentence)).chain(first.place.as_deref());
                    told.collect::<BTreeSet<&str>>().into_iter().collect()
                }
            };
            let place = first.place.as_deref();
            let event_date = at.iter().find_map(|i| claims[*i].event_date.as_deref());
            let published = first.published.as_deref();
            let Located { mut points, open: countries } = match place.filter(|_| open && first.point.is_none()) {
                Some(place) => locate(place, texts.get(document).map(|d| d.text.as_str()), known()),
                None => Located::default(),
            };
            points.extend(at.iter().find_map(|i| claims[*i].point).filter(|_| points.is_empty()));
            // Rows of a table that one source gives are as many incidents as it tells apart.
            let source = || first.outlet.as_deref().or(first.origin.as_deref());
            let row = first.start == first.end;
            let teller = Some(document).filter(|_| !row).or_else(source).unwrap_or(document);
            let sentence = &first.sentence;
            let kinds =
                if open { at.iter().map(|i| kinds(&claims[*i].sentence)).fold(0, |all, of| all | of) } else { 0 };
            Scene {
                key,
                open,
                document,
                published,
                claims: at,
                place,
                event_date,
                points,
                countries,
                teller,
                row,
                sentence,
                names,
                kinds,
            }
        })
        .collect()
}

/// The names that a document tells, in the order of the letters: those of its text where one of the claims stands there, for
/// what stands under a headline without telling a toll may be anything.
fn told_names(document: &Document, mut claims: impl Iterator<Item = usize>) -> Vec<&str> {
    let whole = Whole::of(document);
    let of_text = claims.any(|at| !whole.is_headline(at));
    let mut found = if of_text { names(&document.text) } else { Vec::new() };
    found.extend(document.title.iter().flat_map(|title| names_of_headline(title)));
    found.sort_unstable();
    found.dedup();
    found
}

/// The kinds of event that a sentence tells of, a bit each.
fn kinds(sentence: &str) -> u64 {
    let lexicon = Lexicon::english();
    let bare = |word: &'_ str| lexicon.id(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let told = sentence.split([' ', '-', '–']).filter_map(|word| lexicon.event().kind(bare(word)));
    told.fold(0, |all, kind| all | 1 << kind)
}
