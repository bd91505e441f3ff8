//! The sentences of a text that tell of people, or near which others do: all of several texts take one step after the other.

use super::{
    mention::Here,
    parsed::Parsed,
    speakers::{Said, Speakers},
};

/// A sentence that may tell of people, or of who attacks.
pub(super) struct Near<'a> {
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
pub(super) fn near<'a>(parsed: &Parsed<'a>) -> Vec<Near<'a>> {
    if parsed.is_silent() {
        return Vec::new();
    }
    let near = |index| {
        let attacks = parsed.may_attack(index);
        let near = attacks || parsed.is_near(index);
        let of = |opening| Near { index, opening, attacks, meant: parsed.may_be_meant(index), said: None, here: None };
        near.then(|| of(parsed.opening(index)))
    };
    (0..parsed.spans.len()).filter_map(near).collect()
}

impl<'a> Near<'a> {
    /// Whether its words and chunks are asked for.
    pub(super) fn is_read(&self) -> bool {
        self.meant || self.attacks
    }

    /// What is told in it, and who says so, where someone is meant.
    pub(super) fn told(self) -> Option<(Here<'a>, Said)> {
        self.here.zip(self.said)
    }
}

/// Reads the words and chunks of these.
pub(super) fn read<'a>(parsed: &'a Parsed<'a>, near: &mut [Near<'a>]) {
    near.iter().filter(|n| n.is_read()).for_each(|n| _ = parsed.sentence(n.index));
}

/// Hears who speaks in them.
pub(super) fn hear<'a>(parsed: &'a Parsed<'a>, near: &mut [Near<'a>]) {
    let mut speakers = Speakers::default();
    near.iter_mut().filter(|n| n.meant).for_each(|n| n.said = Some(speakers.hear(parsed, n.index)));
}

/// Looks at what does not hang on whom the text told of before.
pub(super) fn look<'a>(parsed: &'a Parsed<'a>, near: &mut [Near<'a>]) {
    let here = |n: &Near<'_>| Here::of(parsed, n.index, n.opening.is_some());
    near.iter_mut().filter(|n| n.meant).for_each(|n| n.here = Some(here(n)));
}
