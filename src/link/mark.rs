//! Marks the claims of one text with the scene each belongs to, its place and its date.

use super::{
    divide::{Sort, divide},
    told::{Told, told},
};
use crate::{
    claim::Claim,
    document::{Document, Whole},
    extract::{Read, Scanned},
    lexicon::Lexicon,
    place::{Gazetteer, Point},
};

/// What a claim is marked with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its scene: the document's id, `#`, and what the scene is to the text and how many of these came before.
    pub scene: String,
    /// Where, as said.
    pub place: Option<String>,
    /// Where on the globe, where the input says.
    pub point: Option<Point>,
    /// When: EDTF.
    pub event_date: Option<String>,
}

/// Gives every claim of some texts its scene, and where a text tells them, its place and date. What a claim bears already stays.
/// All texts take one step after the other, as for [`crate::extract::read`].
///
/// A scene is an incident as far as one text can tell: [`super::link`] joins those of several texts.
pub fn mark(read: &mut [Read<'_>]) {
    let known = Gazetteer::shipped();
    let told: Vec<Telling<'_>> = read
        .iter()
        .filter(|r| !r.claims.is_empty())
        .map(|r| Telling::of(r.claims.iter().collect(), r.document, &r.scanned, known))
        .collect();
    told.iter().for_each(|t| _ = t.first().map(|first| t.told.spots(first)));
    told.iter().for_each(|t| _ = t.first().map(|first| t.told.dates(first)));
    let marks: Vec<Vec<Mark>> = told.iter().map(Telling::marks).collect();
    drop(told);
    for (read, marks) in read.iter_mut().filter(|r| !r.claims.is_empty()).zip(marks) {
        read.claims.iter_mut().zip(marks).for_each(|(claim, mark)| mark.enter(claim));
    }
}

/// What one text tells of its claims.
pub(super) struct Telling<'a> {
    document: &'a Document,
    /// As they are read: those of a headline come first, though they are counted behind the text.
    claims: Vec<&'a Claim>,
    /// The first byte of each.
    at: Vec<usize>,
    /// Where each stands in the list given.
    order: Vec<usize>,
    told: Told<'a>,
}

impl<'a> Telling<'a> {
    pub(super) fn of(
        claims: Vec<&'a Claim>,
        document: &'a Document,
        scanned: &'a Scanned<'_>,
        known: &'a Gazetteer,
    ) -> Telling<'a> {
        let at = bytes(&scanned.whole, &claims);
        let mut order: Vec<usize> = (0..claims.len()).collect();
        order.sort_unstable_by_key(|i| (at[*i], *i));
        let (claims, at) = order.iter().map(|i| (claims[*i], at[*i])).unzip();
        Telling { document, claims, at, order, told: told(document, scanned, Lexicon::english(), known) }
    }

    /// The sentence of the first, whose places and dates are asked for in any case.
    fn first(&self) -> Option<usize> {
        self.told.sentence(*self.at.first()?)
    }

    /// The marks of the claims, in the order of the list given.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let Telling { document, claims, at, order, told } = self;
        let mut marks = vec![Mark::default(); claims.len()];
        let mut count = [0; 3];
        for draft in divide(claims, at, told) {
            let n = &mut count[draft.sort as usize];
            *n += 1;
            let kind = match draft.sort {
                Sort::Own => "",
                Sort::Background => "background-",
                Sort::Period => "period-",
            };
            let of_document =
                if draft.sort == Sort::Own { (&document.place, &document.event_date) } else { (&None, &None) };
            let told_date = draft.date.map(|d| d.to_string()).or_else(|| draft.relative.map(str::to_owned));
            let mark = Mark {
                scene: [&document.id, "#", kind, &n.to_string()].concat(),
                place: of_document.0.clone().or_else(|| draft.spot.map(|s| s.name.to_owned())),
                point: document.point.filter(|_| draft.sort == Sort::Own),
                event_date: of_document.1.clone().or(told_date),
            };
            let Some((last, others)) = draft.claims.split_last() else { continue };
            others.iter().for_each(|claim| marks[order[*claim]].clone_from(&mark));
            marks[order[*last]] = mark;
        }
        marks
    }
}

impl Mark {
    /// Writes it into a claim; what the claim says of itself stays.
    pub(super) fn enter(self, claim: &mut Claim) {
        claim.incident.get_or_insert(self.scene);
        claim.place = claim.place.take().or(self.place);
        claim.point = claim.point.or(self.point);
        claim.event_date = claim.event_date.take().or(self.event_date);
    }
}

/// The scene of a key, where it is one that [`mark`] gave: `None` for a key that came with the input.
pub(super) fn scene(claim: &Claim) -> Option<&str> {
    let key = claim.incident.as_deref()?;
    key.strip_prefix(claim.document.as_str())?.strip_prefix('#')
}

/// Whether a scene is one that its text reports, and not background or a longer time.
pub(super) fn opens(scene: &str) -> bool {
    scene.bytes().all(|b| b.is_ascii_digit())
}

/// The first byte of each claim: claims count code points.
fn bytes(whole: &Whole<'_>, claims: &[&Claim]) -> Vec<usize> {
    let text = &*whole.text;
    let places: Vec<usize> = claims.iter().map(|c| whole.place(c.start)).collect();
    if text.is_ascii() {
        return places;
    }
    let mut points = text.char_indices().map(|(byte, _)| byte).enumerate().peekable();
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_unstable_by_key(|i| (places[*i], *i));
    let mut found = vec![text.len(); claims.len()];
    for i in order {
        while points.next_if(|(point, _)| *point < places[i]).is_some() {}
        found[i] = points.peek().map_or(text.len(), |p| p.1);
    }
    found
}
