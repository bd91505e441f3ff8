//! Numbers that a hyphen joins to what they count: "a six-member family", "the three-man crew".

use crate::figure::{Figure, Found, is_hyphen};
use crate::lexicon::{Class, Lexicon};
use crate::token::{Kind, Token};

/// The number of the members of a group that starts at a token, with the word behind its hyphen.
pub(super) fn members(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Found> {
    let [number, hyphen, counted, group, ..] = &tokens[at..] else { return None };
    let joined =
        matches!(hyphen.kind, Kind::Mark(mark) if is_hyphen(mark)) && hyphen.touches(number) && counted.touches(hyphen);
    let classes = |t: &Token| lexicon.entry(t.word).classes;
    if !joined || !classes(counted).any(&[Class::Member, Class::Person]) || !classes(group).has(Class::Crowd) {
        return None;
    }
    let value = match number.kind {
        Kind::Digits => text[number.range()].parse().ok()?,
        _ => lexicon.entry(number.word).figure.number()?,
    };
    Some(Found { figure: Figure::exact(value), first: at, end: at + 3, core: at..at + 1 })
}
