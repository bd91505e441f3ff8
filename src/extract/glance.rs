//! A first look at a text that holds words of harm: most such texts tell no toll ("the dollar hit a high", "prices were
//! cut"), and are not scanned whole.
//!
//! The sentences at each opening of the gate are read on their own. They are cut out where a sentence certainly ends, so that
//! they read the same as within the whole text.

use super::{bytes, chunk, sentence, statement, word};
use crate::lexicon::{Class, Lexicon, Openings};
use std::ops::Range;

/// Texts of fewer bytes are read at once.
const SHORT: usize = 1000;

/// Whether something may be stated in a text: `false` only where no sentence of it states anything. A text that is short or
/// mostly stands near openings is not looked at twice. `wrapped` as [`sentence::is_wrapped`] has it.
pub(super) fn may_tell(text: &str, wrapped: bool, openings: &Openings, lexicon: &Lexicon) -> bool {
    if text.len() < SHORT {
        return true;
    }
    let Some(passages) = passages(text, openings, lexicon) else { return true };
    let casing = word::casing(text);
    // most passages are short
    let mut tokens = Vec::with_capacity(SHORT / 4);
    passages.into_iter().any(|passage| {
        tokens.clear();
        lexicon.scan_into(&text[passage.clone()], passage.start, &mut tokens);
        let spans = sentence::split(text, &tokens, wrapped, lexicon).into_iter();
        spans.filter(|span| openings.may_tell(&bytes(&tokens, span))).any(|span| {
            let words = word::words(text, &tokens, span.tokens, casing, lexicon);
            let sentence = word::Sentence { headline: span.headline, paragraph: span.paragraph, ..words };
            let chunks = chunk::chunk(&sentence, lexicon);
            !statement::statements(&sentence, &chunks).is_empty() || statement::heading(&sentence, &chunks).is_some()
        })
    })
}

/// The sentences of a text at its openings. `None` where they are most of the text, or the gate lets everything in.
fn passages(text: &str, openings: &Openings, lexicon: &Lexicon) -> Option<Vec<Range<usize>>> {
    let ends = |at: &usize| is_end(text, *at, lexicon);
    let behind = |point: usize| point + 1;
    let sentence_start = |at: usize| points_before(&text[..at]).map(behind).find(ends).unwrap_or(0);
    let sentence_end = |at: usize| points(&text[at..]).map(|n| behind(at + n)).find(ends).unwrap_or(text.len());
    let mut passages: Vec<Range<usize>> = Vec::new();
    let mut length = 0;
    for &at in openings.fates()? {
        if length * 2 > text.len() {
            return None;
        }
        let end = sentence_end(at);
        match passages.last_mut() {
            Some(last) if at < last.end => {
                length += end - last.end;
                last.end = end;
            }
            _ => {
                let start = sentence_start(at);
                length += end - start;
                passages.push(start..end);
            }
        }
    }
    (length * 2 <= text.len()).then_some(passages)
}

/// The points of a text.
fn points(text: &str) -> impl Iterator<Item = usize> {
    memchr::memchr_iter(b'.', text.as_bytes())
}

/// The points of a text from its end on.
fn points_before(text: &str) -> impl Iterator<Item = usize> {
    memchr::memrchr_iter(b'.', text.as_bytes())
}

/// Whether a sentence certainly ends before a byte that stands behind a point: a small word that is no abbreviation, a point,
/// spaces, a capital letter.
fn is_end(text: &str, at: usize, lexicon: &Lexicon) -> bool {
    let (before, after) = (&text.as_bytes()[..at - 1], &text.as_bytes()[at..]);
    let word = before.iter().rev().take_while(|b| b.is_ascii_lowercase()).count();
    let start = before.len() - word;
    let next = after.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(0);
    word > 2
        && start.checked_sub(1).is_some_and(|space| before[space] == b' ')
        && next > 0
        && after[next].is_ascii_uppercase()
        && !lexicon.entry(lexicon.id(&text[start..at - 1])).classes.has(Class::Abbreviation)
}
