//! The words of an expression behind its first, compared as numbers: a text is looked up once, when it is scanned.

use super::{Lexicon, WordId};
use crate::token::{Kind, Token};

/// The expressions that begin with one word: the further words and the entry of each, the longest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Longer {
    pub(super) list: Vec<(Rest, WordId)>,
    /// The second words, a bit for each sixty-fourth number: most that follow are none of them, and nothing else is looked at.
    seconds: u64,
}

impl Longer {
    /// Those whose second word these tokens may begin with.
    #[inline]
    pub(super) fn before(&self, tokens: &[Token]) -> &[(Rest, WordId)] {
        let broken = tokens.first().is_some_and(|t| t.kind == Kind::Break(false));
        match tokens.get(usize::from(broken)) {
            Some(token) if self.seconds & bit(token.word) != 0 => &self.list,
            _ => &[],
        }
    }

    /// Adds an expression.
    pub(super) fn push(&mut self, rest: Rest, id: WordId) {
        self.seconds |= rest.words.first().map_or(0, |next| bit(next.word));
        self.list.push((rest, id));
    }
}

fn bit(word: WordId) -> u64 {
    1 << (word.0 % u64::BITS)
}

/// The further words of an expression; the longer one comes first in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rest {
    /// How many there are.
    length: std::cmp::Reverse<usize>,
    words: Vec<Next>,
}

/// A word, which the lexicon has a number for, or a mark or digits as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Next {
    written: Box<str>,
    word: WordId,
}

impl Rest {
    /// As the words are written, in lower case; each gets a number where it has none.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>, lexicon: &mut Lexicon) -> Rest {
        let number = |written: &str, lexicon: &mut Lexicon| match written.starts_with(char::is_alphabetic) {
            true => lexicon.word_id(written),
            false => WordId::UNKNOWN,
        };
        let words: Vec<Next> = words.map(|w| Next { written: w.into(), word: number(w, lexicon) }).collect();
        Rest { length: std::cmp::Reverse(words.len()), words }
    }

    /// Whether there are none: a word alone.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words as written.
    pub(super) fn written(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|next| &*next.written)
    }

    /// How many tokens they take where they stand at the beginning of these; a line may end before each.
    pub(super) fn length(&self, text: &str, tokens: &[Token]) -> Option<usize> {
        let mut at = 0;
        for next in &self.words {
            at += usize::from(tokens.get(at)?.kind == Kind::Break(false));
            let token = tokens.get(at)?;
            let same = match next.word {
                WordId::UNKNOWN => text[token.range()] == *next.written,
                word => token.word == word,
            };
            if !same {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}
