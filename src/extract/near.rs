//! The sentences of a text that tell of people, or near which others do: all of several texts take one step after the other.

use super::{
    mention::Here,
    parsed::Parsed,
    speakers::{Said, Speakers},
};

/// A sentence that may tell of people, or of who attacks.
pub(super) struct Near<'a> {
    parsed: &'a Parsed<'a>,
    pub(super) index: usize,
    /// The place that opens it.
    pub(super) opening: Option<&'a str>,
    /// It may tell who attacks.
    attacks: bool,
    /// Someone is told of in it, or may be meant further down.
    pub(super) meant: bool,
}

/// Those of a text.
pub(super) fn near<'a>(parsed: &'a Parsed<'a>) -> impl Iterator<Item = Near<'a>> {
    let near = |index| {
        let attacks = parsed.may_attack(index);
        let near = attacks || parsed.is_near(index);
        let of = |opening| Near { parsed, index, opening, attacks, meant: parsed.may_be_meant(index) };
        near.then(|| of(parsed.opening(index)))
    };
    let all = if parsed.is_silent() { 0 } else { parsed.spans.len() };
    (0..all).filter_map(near)
}

impl<'a> Near<'a> {
    /// Whether it is of a text.
    pub(super) fn is_of(&self, parsed: &Parsed<'_>) -> bool {
        std::ptr::eq(self.parsed, parsed)
    }

    /// Those of each text.
    pub(super) fn by_text<'n>(near: &'n [Near<'a>]) -> impl Iterator<Item = &'n [Near<'a>]> {
        near.chunk_by(|one, next| next.is_of(one.parsed))
    }

    /// Whether its words and chunks are asked for.
    pub(super) fn is_read(&self) -> bool {
        self.meant || self.attacks
    }
}

/// Reads the words and chunks of these.
pub(super) fn read(near: &[Near]) {
    near.iter().filter(|n| n.is_read()).for_each(|n| _ = n.parsed.sentence(n.index));
}

/// Who speaks in each of those where someone is meant.
pub(super) fn hear(near: &[Near]) -> Vec<Said> {
    let mut said = Vec::with_capacity(meant(near).count());
    for near in Near::by_text(near) {
        let mut speakers = Speakers::default();
        said.extend(meant(near).map(|n| speakers.hear(n.parsed, n.index)));
    }
    said
}

/// What does not hang on whom the text told of before, of each of the same.
pub(super) fn look<'a>(near: &[Near<'a>]) -> Vec<Here<'a>> {
    let mut here = Vec::with_capacity(meant(near).count());
    here.extend(meant(near).map(|n| Here::of(n.parsed, n.index, n.opening.is_some())));
    here
}

fn meant<'n, 'a>(near: &'n [Near<'a>]) -> impl Iterator<Item = &'n Near<'a>> {
    near.iter().filter(|n| n.meant)
}
