//! The words of an expression behind its first, compared as numbers: a text is looked up once, when it is scanned.

use super::Lexicon;
use crate::token::{Kind, Token, WordId};

/// "of" begins or goes on in so many expressions that fewer bits would all be set.
const SECONDS: usize = 4;

/// The expressions of a list by their first word. Few words begin one, and every word of a text is looked up here.
#[derive(Debug)]
pub(super) struct Expressions<T> {
    /// Where those of a word stand, by its number, and one more; 0 where it begins none.
    at: Vec<u16>,
    longer: Vec<Longer<T>>,
}

impl<T> Default for Expressions<T> {
    fn default() -> Self {
        Expressions { at: Vec::new(), longer: Vec::new() }
    }
}

impl<T> Expressions<T> {
    /// Those that begin with a word.
    #[inline]
    pub(super) fn with(&self, first: WordId) -> Option<&Longer<T>> {
        let at = *self.at.get(first.0 as usize)?;
        self.longer.get(usize::from(at).wrapping_sub(1))
    }

    /// The same, to add to.
    pub(super) fn with_mut(&mut self, first: WordId) -> &mut Longer<T> {
        let first = first.0 as usize;
        self.at.resize(self.at.len().max(first + 1), 0);
        if self.at[first] == 0 {
            self.longer.push(Longer::default());
            self.at[first] = u16::try_from(self.longer.len()).expect("a lexicon has not so many expressions");
        }
        &mut self.longer[usize::from(self.at[first]) - 1]
    }

    /// Puts all in order, when the last is there.
    pub(super) fn sort(&mut self) {
        self.longer.iter_mut().for_each(Longer::sort);
    }
}

/// The expressions that begin with one word: the further words of each and what it stands for.
#[derive(Clone, Debug)]
pub(super) struct Longer<T> {
    /// What the word stands for alone.
    pub(super) alone: Option<T>,
    /// By the second word; of those that have the same, the longest first.
    pub(super) list: Vec<(Rest, T)>,
    /// The second words, a bit for some numbers each: most that follow are none of them, and nothing else is looked at.
    seconds: [u64; SECONDS],
}

impl<T> Default for Longer<T> {
    fn default() -> Self {
        Longer { alone: None, list: Vec::new(), seconds: [0; SECONDS] }
    }
}

impl<T> Longer<T> {
    /// Those whose second word these tokens may begin with, the longest first.
    #[inline]
    pub(super) fn before(&self, tokens: &[Token]) -> &[(Rest, T)] {
        let broken = tokens.first().is_some_and(|t| t.kind == Kind::Break(false));
        match tokens.get(usize::from(broken)) {
            Some(token) if self.may_follow(token.word) => self.with(token.word),
            _ => &[],
        }
    }

    #[inline]
    fn may_follow(&self, second: WordId) -> bool {
        let (at, bit) = bit(second);
        self.seconds[at] & bit != 0
    }

    fn with(&self, second: WordId) -> &[(Rest, T)] {
        let from = &self.list[self.list.partition_point(|(rest, _)| rest.second < second)..];
        &from[..from.partition_point(|(rest, _)| rest.second == second)]
    }

    /// Adds an expression, or the word alone; all are put in order when the last is there.
    pub(super) fn push(&mut self, rest: Rest, told: T) {
        if rest.is_empty() {
            self.alone.get_or_insert(told);
            return;
        }
        let (at, bit) = bit(rest.second);
        self.seconds[at] |= bit;
        self.list.push((rest, told));
    }

    /// Of one that was added twice the first stands.
    fn sort(&mut self) {
        self.list.sort_by(|a, b| a.0.cmp(&b.0));
        self.list.dedup_by(|b, a| a.0 == b.0);
    }
}

/// The bit of [`Longer::seconds`] for a word.
#[inline]
fn bit(word: WordId) -> (usize, u64) {
    let bit = word.0 as usize % (SECONDS * u64::BITS as usize);
    (bit / 64, 1 << (bit % 64))
}

/// The further words of an expression; of those with the same second word the longer one comes first in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rest {
    /// The number of the first of them.
    second: WordId,
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
        let second = words.first().map_or(WordId::UNKNOWN, |next| next.word);
        Rest { second, length: std::cmp::Reverse(words.len()), words }
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
