//! Drafts to claims.

use super::{Scanned, bytes, people::Draft, statement::Ground};
use crate::{claim::Claim, document::Document, figure::Figure};
use std::mem::{replace, take};

/// The claims of drafts, in their order: places in code points, ids, links by id. What a draft says in words becomes theirs.
pub(super) fn claims(document: &Document, scanned: &Scanned<'_>, drafts: &mut [Draft]) -> Vec<Claim> {
    let Scanned { whole, tokens, spans, .. } = scanned;
    let text = &*whole.text;
    let mut points = CodePoints::new(text);
    let mut claims: Vec<Claim> = Vec::with_capacity(drafts.len());
    for draft in &mut *drafts {
        let sentence = &text[shown(text, bytes(tokens, &spans[draft.sentence]), &draft.bytes)];
        let mut claim = Claim {
            claim: String::new(),
            incident: None,
            place: None,
            point: None,
            event_date: None,
            outcome: draft.outcome,
            victims: draft.victims,
            role: draft.role,
            status: draft.status,
            phrase: text[draft.bytes.clone()].to_owned(),
            figure: replace(&mut draft.figure, Figure::NOBODY),
            best: None,
            // who died is told by who lives, not counted
            implied: draft.implied || draft.ground == Ground::Survived,
            origin: take(&mut draft.said.origin),
            via: take(&mut draft.said.via),
            outlet: document.outlet.clone(),
            url: document.url.clone(),
            published: document.published.clone(),
            as_of: None,
            document: document.id.clone(),
            start: whole.named(points.at(draft.bytes.start)),
            end: whole.named(points.at(draft.bytes.end)),
            sentence: spaced(sentence),
            within: None,
            repeats: None,
        };
        claim.seal();
        claims.push(claim);
    }
    for (i, draft) in drafts.iter().enumerate() {
        claims[i].within = draft.within.map(|w| claims[w].claim.clone());
        claims[i].repeats = draft.repeats.map(|r| claims[r].claim.clone());
    }
    claims
}

/// A text with one space between its words.
fn spaced(text: &str) -> String {
    // all bytes are looked at, and no choice is made at each
    let plain = text.bytes().fold(true, |plain, b| plain & matches!(b, b' '..=b'~'));
    if plain && memchr::memmem::find(text.as_bytes(), b"  ").is_none() && text.trim().len() == text.len() {
        return text.to_owned();
    }
    let mut spaced = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()) {
        spaced.push_str(if spaced.is_empty() { "" } else { " " });
        spaced.push_str(word);
    }
    spaced
}

/// The bytes of a sentence that a claim shows: all, or of a run-on line the words around its phrase.
fn shown(text: &str, sentence: std::ops::Range<usize>, phrase: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    const AROUND: usize = 1000;
    let space = |(at, c): (usize, char)| c.is_whitespace().then_some(at);
    let boundary = |from: usize| (from..text.len()).find(|&byte| text.is_char_boundary(byte)).unwrap_or(text.len());
    let (from, to) = (boundary(phrase.start.saturating_sub(AROUND)), boundary(phrase.end + AROUND));
    let start = if from <= sentence.start { None } else { text[from..phrase.start].char_indices().find_map(space) };
    let end = if to >= sentence.end { None } else { text[phrase.end..to].char_indices().rev().find_map(space) };
    start.map_or(sentence.start.max(from), |n| from + n)..end.map_or(sentence.end.min(to), |n| phrase.end + n)
}

/// Byte places to code points, counted on from the last asked for.
struct CodePoints<'a> {
    text: &'a str,
    /// Every byte is one.
    ascii: bool,
    byte: usize,
    point: usize,
}

impl<'a> CodePoints<'a> {
    fn new(text: &'a str) -> Self {
        CodePoints { text, ascii: text.is_ascii(), byte: 0, point: 0 }
    }

    fn at(&mut self, byte: usize) -> usize {
        if self.ascii {
            return byte;
        }
        if byte < self.byte {
            (self.byte, self.point) = (0, 0);
        }
        self.point += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.point
    }
}
