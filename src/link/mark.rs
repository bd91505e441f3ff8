//! Marks the claims of one text with the scene each belongs to, its place and its date.

use super::{
    divide::{Draft, Placed, Sort, divide},
    told::{Told, told},
};
use crate::{
    claim::Claim,
    document::Document,
    extract::{Read, Scanned},
    lexicon::Lexicon,
    place::{Gazetteer, Point},
};
use std::fmt::Write;

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
    let mut told: Vec<Telling<'_>> = Vec::with_capacity(read.len());
    let telling = read.iter().filter(|r| !r.claims.is_empty());
    told.extend(telling.map(|r| Telling::of(&r.claims, r.document, &r.scanned, known)));
    told.iter().for_each(|t| _ = t.first().map(|first| t.told.spots(first)));
    told.iter().for_each(|t| _ = t.first().map(|first| t.told.dates(first)));
    let mut marks = Vec::with_capacity(read.iter().map(|r| r.claims.len()).sum());
    told.iter().for_each(|t| t.mark(&mut marks));
    drop(told);
    let claims = read.iter_mut().flat_map(|r| &mut r.claims);
    claims.zip(marks).for_each(|(claim, mark)| mark.enter(claim));
}

/// What one text tells of its claims.
pub(super) struct Telling<'a> {
    document: &'a Document,
    claims: Vec<Placed<'a>>,
    told: Told<'a>,
}

impl<'a> Telling<'a> {
    pub(super) fn of(
        claims: impl IntoIterator<Item = &'a Claim>,
        document: &'a Document,
        scanned: &'a Scanned<'_>,
        known: &'a Gazetteer,
    ) -> Telling<'a> {
        let told = told(document, scanned, Lexicon::english(), known);
        let point = |claim: &Claim| scanned.whole.place(claim.start);
        let placed = |(given, claim)| Placed { claim, at: point(claim), sentence: None, given };
        let mut claims: Vec<Placed<'_>> = claims.into_iter().enumerate().map(placed).collect();
        claims.sort_unstable_by_key(|c| (c.at, c.given));
        points_to_bytes(&scanned.whole.text, &mut claims);
        claims.iter_mut().for_each(|c| c.sentence = told.sentence(c.at));
        Telling { document, claims, told }
    }

    /// The sentence of the first, whose places and dates are asked for in any case.
    fn first(&self) -> Option<usize> {
        self.claims.first()?.sentence
    }

    /// Adds the marks of the claims, in the order of the list given.
    pub(super) fn mark(&self, marks: &mut Vec<Mark>) {
        let (drafts, of) = divide(&self.claims, &self.told);
        let from = marks.len();
        marks.resize(from + of.len(), Mark::default());
        for (claim, of) in self.claims.iter().zip(of) {
            marks[from + claim.given] = self.mark_of(&drafts[of]);
        }
    }

    fn mark_of(&self, draft: &Draft<'_>) -> Mark {
        let document = self.document;
        let own = draft.sort == Sort::Own;
        let kind = match draft.sort {
            Sort::Own => "#",
            Sort::Background => "#background-",
            Sort::Period => "#period-",
        };
        let (place, date) = if own { (&document.place, &document.event_date) } else { (&None, &None) };
        let told_date = || draft.date.map(|d| d.to_string()).or_else(|| draft.relative.map(str::to_owned));
        Mark {
            scene: numbered(&[&document.id, kind], draft.n),
            place: place.clone().or_else(|| draft.spot.map(|s| s.name.to_owned())),
            point: document.point.filter(|_| own),
            event_date: date.clone().or_else(told_date),
        }
    }
}

/// Some words and a number behind them.
fn numbered(words: &[&str], n: usize) -> String {
    /// Few numbers have more digits.
    const DIGITS: usize = 2;
    let mut text = String::with_capacity(words.iter().map(|w| w.len()).sum::<usize>() + DIGITS);
    words.iter().for_each(|w| text.push_str(w));
    write!(text, "{n}").expect("memory does not fail");
    text
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

/// Claims count code points: puts their first bytes in place of these.
fn points_to_bytes(text: &str, claims: &mut [Placed<'_>]) {
    if text.is_ascii() {
        return;
    }
    let mut points = text.char_indices().map(|(byte, _)| byte).enumerate().peekable();
    for claim in claims {
        while points.next_if(|(point, _)| *point < claim.at).is_some() {}
        claim.at = points.peek().map_or(text.len(), |p| p.1);
    }
}
