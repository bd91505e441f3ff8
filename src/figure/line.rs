//! Looking at the tokens of a text, as the figure grammar needs it.

use crate::{
    lexicon::{Entry, FigureWord, Lexicon, Part, Parts},
    token::{Kind, Token, WordId},
};
use std::cell::Cell;

/// A text with its tokens and its language.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
    seen: &'a Seen,
}

/// The token looked at last, and what starts there does in a figure: each step asks the same of it again.
#[derive(Default)]
pub(super) struct Seen(Cell<Option<(usize, Parts)>>);

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], lexicon: &'a Lexicon, seen: &'a Seen) -> Line<'a> {
        seen.0.set(None);
        Line { text, tokens, lexicon, seen }
    }

    /// The same without a token and what stands behind it.
    pub(super) fn before_token(self, end: usize, seen: &'a Seen) -> Line<'a> {
        Line::new(self.text, &self.tokens[..end], self.lexicon, seen)
    }

    #[inline]
    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    pub(super) fn before(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at.wrapping_sub(1))
    }

    /// What the word at a token does in a figure, by itself.
    #[inline]
    pub(super) fn word(&self, at: usize) -> &'a FigureWord {
        &self.lexicon.entry(self.token(at).map_or(WordId::UNKNOWN, |t| t.word)).figure
    }

    /// The longest expression at a token that does this, and the token after it.
    pub(super) fn find(&self, at: usize, part: Part) -> Option<(&'a FigureWord, usize)> {
        if !self.word(at).opens(part) || !self.parts(at).has(part) {
            return None;
        }
        let wanted = |entry: &Entry| entry.figure.is(part);
        let (word, length) = self.lexicon.longest_where(self.text, self.tokens, at, wanted)?;
        Some((&self.lexicon.entry(word).figure, at + length))
    }

    /// What the word at a token and the expressions that begin with it do in a figure.
    pub(super) fn parts(&self, at: usize) -> Parts {
        if let Some((seen, parts)) = self.seen.0.get()
            && seen == at
        {
            return parts;
        }
        let mut parts = self.word(at).parts;
        for (word, _) in self.lexicon.expressions_at(self.text, self.tokens, at) {
            parts = parts.and(self.lexicon.entry(word).figure.parts);
        }
        self.seen.0.set(Some((at, parts)));
        parts
    }

    /// Whether the word at a token, or an expression that begins with it, does one of these: most do none, and need not be
    /// asked for each.
    #[inline]
    pub(super) fn opens(&self, at: usize, parts: &[Part]) -> bool {
        self.word(at).opens_any(parts)
    }

    /// The token after it.
    pub(super) fn part(&self, at: usize, part: Part) -> Option<usize> {
        self.find(at, part).map(|(_, end)| end)
    }

    /// The same place, or the one after a line end: a figure goes on over it, but not over a blank line.
    pub(super) fn over_line_end(&self, at: usize) -> usize {
        at + usize::from(self.token(at).is_some_and(|t| t.kind == Kind::Break))
    }

    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Digits)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Word)
    }

    /// The mark at a token.
    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.token(at)?.kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    /// The mark that touches the token before it.
    pub(super) fn joined_mark(&self, at: usize) -> Option<char> {
        self.mark(at).filter(|_| self.touches(at))
    }

    /// Whether a token touches the one before it.
    pub(super) fn touches(&self, at: usize) -> bool {
        at > 0 && self.token(at).is_some_and(|t| t.touches(&self.tokens[at - 1]))
    }

    /// The text between a token and the one before it.
    pub(super) fn space_before(&self, at: usize) -> &'a str {
        &self.text[self.tokens[at - 1].end as usize..self.tokens[at].start as usize]
    }

    /// A token as written.
    pub(super) fn read(&self, at: usize) -> &'a str {
        &self.text[self.tokens[at].range()]
    }
}

/// A hyphen that joins words: "twenty-six", "AK-47".
pub(crate) fn is_hyphen(mark: char) -> bool {
    matches!(mark, '-' | '‐' | '‑')
}

/// A mark that joins the ends of a range: "10–15".
pub(super) fn is_range_mark(mark: char) -> bool {
    is_hyphen(mark) || matches!(mark, '–' | '‒' | '−' | '~' | '〜' | '～')
}

/// Whether a hyphen joins the words before a token to a further word: "no" in "no-fly zone".
pub(super) fn starts_compound(line: Line, end: usize) -> bool {
    line.joined_mark(end).is_some_and(is_hyphen) && line.touches(end + 1)
}
