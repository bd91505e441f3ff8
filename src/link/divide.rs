//! What one text tells of several incidents: its claims, divided into scenes.
//!
//! Most texts report one incident, so claims stay together unless the text says otherwise: it places them in two towns
//! that are not one, or its words leave one event for another. Claims about the same people are never divided.

use super::told::Told;
use crate::{
    claim::{Claim, Role},
    date::Edtf,
    extract::spot::Spot,
};
use jiff::civil::Date;

/// A claim in the order in which its text is read: those of a headline come first, though they are counted behind the text.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub claim: &'a Claim,
    /// Its first byte.
    pub at: usize,
    /// Its sentence.
    pub sentence: Option<usize>,
    /// Where it stands in the list given.
    pub given: usize,
}

/// Claims of one text about one incident.
#[derive(Debug)]
pub(super) struct Draft<'t> {
    /// What the incident is to the text.
    pub sort: Sort,
    /// Which of its sort, from 1 on.
    pub n: usize,
    /// The town that sets it apart.
    pub spot: Option<&'t Spot<'t>>,
    /// When it was.
    pub date: Option<Edtf>,
    /// When, as told, where nothing says from which day that counts.
    pub relative: Option<&'t str>,
    /// Its sentences.
    pub sentences: Vec<usize>,
}

/// What an incident is to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// What the text reports.
    Own,
    /// What it mentions.
    Background,
    /// A longer time: a year, a campaign, a war.
    Period,
}

/// How many sentences a place is remembered for.
const REMEMBERED: usize = 4;

/// Divides the claims of one text, which are in its order; and which draft each of them is of.
pub(super) fn divide<'t>(claims: &[Placed<'_>], told: &'t Told<'_>) -> (Vec<Draft<'t>>, Vec<usize>) {
    // most texts report one incident
    let mut drafts: Vec<Draft<'t>> = Vec::with_capacity(1);
    let mut drafted: Vec<usize> = Vec::with_capacity(claims.len());
    let mut last = None;
    for (i, &Placed { claim, at, sentence: here, .. }) in claims.iter().enumerate() {
        let sort = sort(claim);
        let leaves = || here.is_some_and(|h| starts_another(told, h, last.map(|l| &drafts[l])));
        // Another event has other people, whatever the numbers allow.
        let same_people = same_people(claims, i).filter(|j| claims[*j].sentence == here || !leaves());
        let same_people = same_people.and_then(|j| drafted.get(j).copied());
        let reach = if sort == Sort::Own { REMEMBERED } else { 0 };
        let draft = same_people.or_else(|| match sort {
            Sort::Own => {
                let l = last?;
                let another =
                    leaves() || turns(told, here, &drafts[l]) || is_elsewhere_then(&drafts[l], told, here, at);
                home(&drafts, l, place(told, here, at, reach), another)
            }
            _ => drafts.iter().rposition(|d| d.sort == sort && near(told, d, here)),
        });
        let draft = draft.unwrap_or_else(|| {
            let n = 1 + drafts.iter().filter(|d| d.sort == sort).count();
            drafts.push(Draft { sort, n, spot: None, date: None, relative: None, sentences: Vec::new() });
            drafts.len() - 1
        });
        let found = &mut drafts[draft];
        found.sentences.extend(here.filter(|h| !found.sentences.contains(h)));
        if found.spot.is_none_or(|s| !s.is_town()) {
            found.spot = place(told, here, at, reach).or(found.spot);
        }
        if found.date.is_none() {
            let since = here.filter(|_| sort == Sort::Period).and_then(|h| told.since(h));
            found.date = since.or_else(|| date(told, here, at, reach));
        }
        drafted.push(draft);
        last = if found.sort == Sort::Own { Some(draft) } else { last };
    }
    drafts.iter_mut().filter(|d| d.sort == Sort::Own).for_each(|d| set(d, told));
    for draft in drafts.iter_mut().filter(|d| d.date.is_none()) {
        draft.relative = draft.sentences.iter().find_map(|s| told.relative(*s));
    }
    (drafts, drafted)
}

/// Gives a draft that tells of neither place nor day what stands just before it: it sets no claims apart, but says where and
/// when they are of.
fn set<'t>(draft: &mut Draft<'t>, told: &'t Told<'_>) {
    const BEFORE: usize = 2;
    let Some(&first) = draft.sentences.iter().min() else { return };
    let before = || (first.saturating_sub(BEFORE)..first).rev();
    draft.spot = draft.spot.or_else(|| before().find_map(|s| last_town(told, s)));
    draft.date = draft.date.or_else(|| before().find_map(|s| told.dates(s).last()).map(|d| d.1));
}

/// The claim whose people these are among or are added to, or that this one says again.
fn same_people(claims: &[Placed<'_>], i: usize) -> Option<usize> {
    let claim = claims[i].claim;
    let mut links = claim.within.iter().chain(&claim.repeats);
    links.find_map(|id| claims.iter().position(|c| c.claim.claim == *id))
}

/// What the incident of a claim is to its text.
fn sort(claim: &Claim) -> Sort {
    match claim.role {
        Role::Total | Role::Part | Role::Addition => Sort::Own,
        Role::Other => Sort::Background,
        Role::Cumulative => Sort::Period,
    }
}

/// The draft that a claim belongs to, which follows one of the draft `last`; none where it begins one.
fn home(drafts: &[Draft<'_>], last: usize, spot: Option<&Spot<'_>>, another: bool) -> Option<usize> {
    let Some(spot) = spot.filter(|s| s.is_town()) else {
        return if another { None } else { Some(last) };
    };
    let own = |d: &&Draft<'_>| d.sort == Sort::Own;
    let named = |d: &Draft<'_>| d.spot.filter(|s| s.is_town()).map(|s| s.fits(spot));
    let fits = drafts.iter().rposition(|d| own(&d) && named(d) == Some(true));
    match fits {
        Some(draft) if !another || draft != last => Some(draft),
        Some(_) => None,
        // What was told before a town was named was told of it, unless another event begins here.
        None if another => None,
        None => Some(last).filter(|l| named(&drafts[*l]).is_none()),
    }
}

/// Whether a sentence, or the one before it in its paragraph, leaves one event for another, to which the claims of the last
/// draft do not belong yet.
fn starts_another(told: &Told<'_>, at: usize, last: Option<&Draft<'_>>) -> bool {
    let before = at.checked_sub(1).filter(|b| told.paragraph(*b) == told.paragraph(at));
    let left = |s: usize| !last.is_some_and(|d| d.sentences.contains(&s)) && told.separate(s);
    left(at) || before.is_some_and(left)
}

/// Whether a place opens a sentence that those of a draft do not name.
fn turns(told: &Told<'_>, here: Option<usize>, draft: &Draft<'_>) -> bool {
    let Some(here) = here.filter(|h| !draft.sentences.contains(h)) else { return false };
    told.opening(here).is_some_and(|place| !draft.sentences.iter().any(|&s| told.text(s).contains(place)))
}

/// Whether a sentence names another place and another time than those of a draft.
fn is_elsewhere_then(draft: &Draft<'_>, told: &Told<'_>, here: Option<usize>, at: usize) -> bool {
    let (Some(spot), Some(then)) = (draft.spot, draft.date) else { return false };
    let before = |a: (Option<Date>, Option<Date>), b: (Option<Date>, Option<Date>)| {
        a.1.zip(b.0).is_some_and(|(end, start)| end < start)
    };
    let apart = |date: Edtf| before(date.span(), then.span()) || before(then.span(), date.span());
    date(told, here, at, 0).is_some_and(apart)
        && place(told, here, at, 0).is_some_and(|place| !place.name.eq_ignore_ascii_case(spot.name))
}

/// Whether a draft of background stands in the paragraph of a sentence.
fn near(told: &Told<'_>, draft: &Draft<'_>, here: Option<usize>) -> bool {
    here.zip(draft.sentences.last()).is_some_and(|(h, last)| told.paragraph(h) == told.paragraph(*last))
}

/// The place that a sentence speaks of: the nearest it names, else the last town named within `reach` sentences before
/// it that tell of harm.
fn place<'t>(told: &'t Told<'_>, here: Option<usize>, at: usize, reach: usize) -> Option<&'t Spot<'t>> {
    let here = here?;
    let own = told.spots(here);
    if let ([only], true) = (own, here == 0 || reach == 0) {
        return Some(only); // whatever it is
    }
    let away = |spot: &Spot<'_>| spot.at.abs_diff(at);
    // what is not nearer need not be looked for
    let nearest = |town: bool| {
        let nearer = |near: Option<&'t Spot<'t>>, spot: &'t Spot<'t>| {
            let better = near.is_none_or(|near| away(spot) < away(near)) && (!town || spot.is_town());
            if better { Some(spot) } else { near }
        };
        own.iter().fold(None, nearer)
    };
    let mut before = (here.saturating_sub(reach)..here).rev().filter(|s| told.harm(*s));
    nearest(true).or_else(|| before.find_map(|s| last_town(told, s))).or_else(|| nearest(false))
}

fn last_town<'t>(told: &'t Told<'_>, sentence: usize) -> Option<&'t Spot<'t>> {
    told.spots(sentence).iter().rev().find(|spot| spot.is_town())
}

/// When: the date nearest to the claim in its sentence, else the last within `reach` sentences before it that tell of harm.
fn date(told: &Told<'_>, here: Option<usize>, at: usize, reach: usize) -> Option<Edtf> {
    let here = here?;
    let own = told.dates(here).iter().min_by_key(|d| d.0.abs_diff(at));
    let before =
        || (here.saturating_sub(reach)..here).rev().filter(|s| told.harm(*s)).find_map(|s| told.dates(s).last());
    own.or_else(before).map(|d| d.1)
}
