//! Sentences and paragraphs: where a text stops, and where a point is only an abbreviation's.

use crate::lexicon::{Class, Lexicon};
use crate::token::{self, Case, Kind, Token};
use std::ops::Range;

/// A sentence: its tokens, its paragraph, and whether it lacks the mark that ends one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its paragraph, counted from 0.
    pub paragraph: u32,
    /// A headline, heading, caption or list item.
    pub headline: bool,
}

/// Lines of about one width, which break inside sentences, are no paragraphs of their own.
const WRAPPED_WIDTH: usize = 100;

/// Splits the tokens of a text into sentences; `wrapped` as [`is_wrapped`] has it.
pub fn split(text: &str, tokens: &[Token], wrapped: bool, lexicon: &Lexicon) -> Vec<Span> {
    // few sentences have fewer tokens
    const SHORT: usize = 16;
    let mut spans = Vec::with_capacity(tokens.len() / SHORT + 1);
    let (mut start, mut paragraph) = (0, 0u32);
    let mut close = |start: &mut usize, end: usize, paragraph: u32, ended: bool| {
        if tokens[*start..end].iter().any(|t| matches!(t.kind, Kind::Word | Kind::Digits)) {
            spans.push(Span { tokens: *start..end, paragraph, headline: !ended });
        }
        *start = end;
    };
    let parts = |t: &Token| !matches!(t.kind, Kind::Word | Kind::Digits | Kind::Possessive);
    let mut next = 0;
    while let Some(skipped) = tokens[next..].iter().position(parts) {
        let at = next + skipped;
        next = at + 1;
        match tokens[at].kind {
            kind @ (Kind::Break | Kind::Blank) if kind == Kind::Blank || !wrapped => {
                let ended = tokens[start..at].iter().rev().find(|t| !is_closing(t)).is_some_and(is_stop);
                close(&mut start, at + 1, paragraph, ended);
                paragraph += 1;
            }
            Kind::Mark('.' | '!' | '?' | '…') if ends_here(text, tokens, at, lexicon) => {
                let mut end = at + 1;
                while tokens.get(end).is_some_and(|t| is_closing(t) && t.touches(&tokens[end - 1])) {
                    end += 1;
                }
                close(&mut start, end, paragraph, true);
                next = end;
            }
            Kind::Mark('|' | '•' | '◦' | '▪') => {
                // "Two dead in fire | The Gazette" heads a text; further down such marks part the items of a menu
                let ended = start > 0 || paragraph > 0 || tokens[..at].iter().next_back().is_some_and(is_stop);
                close(&mut start, at + 1, paragraph, ended);
            }
            _ => {}
        }
    }
    close(&mut start, tokens.len(), paragraph, false);
    spans
}

fn is_stop(token: &Token) -> bool {
    matches!(token.kind, Kind::Mark('.' | '!' | '?' | '…' | ':' | ';' | ','))
}

fn is_closing(token: &Token) -> bool {
    matches!(token.kind, Kind::Mark('"' | '”' | '’' | '\'' | ')' | ']' | '»' | '.') | Kind::Possessive)
}

/// Whether a mark of ending ends a sentence: not inside an abbreviation, a number or a name's initial.
fn ends_here(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    if !tokens[at].is('.') {
        return true;
    }
    let next =
        tokens[at + 1..].iter().find(|t| !is_closing(t) && !matches!(t.kind, Kind::Mark('“' | '"' | '‘' | '(' | '[')));
    let Some(next) = next else { return true };
    if next.kind.is_break() {
        return true;
    }
    let Some(last) = at.checked_sub(1).map(|i| &tokens[i]) else { return true };
    let touching = tokens.get(at + 1).is_some_and(|t| t.touches(&tokens[at]));
    if last.kind == Kind::Word && last.touches_next(&tokens[at]) {
        let word = &text[last.range()];
        let letter = word.chars().nth(1).is_none();
        let initial = letter && last.case == Case::Title;
        let dotted = letter && at >= 2 && tokens[at - 2].is('.');
        if initial || dotted {
            // "J. Smith", "U.S. forces", "6 p.m. Monday": only a capital that begins a known small word ends it.
            let entry = lexicon.entry(next.word);
            let begins = next.case == Case::Title && !entry.classes.none() && dotted;
            // "the U.S. Embassy"
            return begins
                && entry.serves.is_none()
                && !entry.classes.any(&[
                    Class::Weekday,
                    Class::Month,
                    Class::Title,
                    Class::Person,
                    Class::Persons,
                    Class::Adjective,
                    Class::Body,
                ]);
        }
        if lexicon.entry(last.word).classes.has(Class::Abbreviation) {
            return false;
        }
    }
    if touching {
        // "1.5", "pic.twitter.com", but "said.Officials": a glued capital still begins a sentence.
        return next.case != Case::Lower
            && next.kind == Kind::Word
            && last.kind == Kind::Word
            && last.end - last.start > 2;
    }
    match next.kind {
        Kind::Word => next.case != Case::Lower,
        _ => true,
    }
}

/// Whether a text is broken into lines of about one width, as mail and agency wires are.
pub fn is_wrapped(text: &str) -> bool {
    let (mut lines, mut full) = (0, 0);
    for length in token::lines(text.as_bytes()).map(|line| line.trim_ascii_end().len()).filter(|&n| n > 0) {
        if length > WRAPPED_WIDTH {
            return false;
        }
        lines += 1;
        full += usize::from(length > 55);
    }
    full >= 3 && full * 2 >= lines
}
