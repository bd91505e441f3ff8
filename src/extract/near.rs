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
    meant: bool,
    said: Option<Said>,
    here: Option<Here<'a>>,
}

/// Those of a text.
pub(super) fn near<'a>(parsed: &'a Parsed<'a>) -> impl Iterator<Item = Near<'a>> {
    let near = |index| {
        let attacks = parsed.may_attack(index);
        let near = attacks || parsed.is_near(index);
        let (opening, meant) = if near { (parsed.opening(index), parsed.may_be_meant(index)) } else { (None, false) };
        near.then_some(Near { parsed, index, opening, attacks, meant, said: None, here: None })
    };
    let silent = parsed.is_silent();
    (0..parsed.spans.len()).filter(move |_| !silent).filter_map(near)
}

impl<'a> Near<'a> {
    /// Whether it is of a text.
    pub(super) fn is_of(&self, parsed: &Parsed<'_>) -> bool {
        std::ptr::eq(self.parsed, parsed)
    }

    /// Those of each text.
    pub(super) fn by_text<'n>(near: &'n mut [Near<'a>]) -> impl Iterator<Item = &'n mut [Near<'a>]> {
        near.chunk_by_mut(|one, next| next.is_of(one.parsed))
    }

    /// Whether its words and chunks are asked for.
    pub(super) fn is_read(&self) -> bool {
        self.meant || self.attacks
    }

    /// What is told in it, and who says so, where someone is meant.
    pub(super) fn told(&mut self) -> Option<(&mut Here<'a>, &Said)> {
        self.here.as_mut().zip(self.said.as_ref())
    }
}

/// Reads the words and chunks of these.
pub(super) fn read(near: &mut [Near]) {
    near.iter().filter(|n| n.is_read()).for_each(|n| _ = n.parsed.sentence(n.index));
}

/// Hears who speaks in them.
pub(super) fn hear(near: &mut [Near]) {
    for near in Near::by_text(near) {
        let mut speakers = Speakers::default();
        near.iter_mut().filter(|n| n.meant).for_each(|n| n.said = Some(speakers.hear(n.parsed, n.index)));
    }
}

/// Looks at what does not hang on whom the text told of before.
pub(super) fn look(near: &mut [Near]) {
    let meant = near.iter_mut().filter(|n| n.meant);
    meant.for_each(|n| n.here = Some(Here::of(n.parsed, n.index, n.opening.is_some())));
}
