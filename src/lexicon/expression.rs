//! The words of an expression behind its first, compared as numbers: a text is looked up once, when it is scanned.

use super::{Lexicon, short::MIX};
use crate::token::{Kind, Token, WordId};

/// The expressions of a list by their first word. Few words begin one, and every word of a text is looked up here.
#[derive(Debug)]
pub(super) struct Expressions<T> {
    /// Where those of a word stand, by its number, and one more; 0 where it begins none.
    at: Vec<u16>,
    longer: Vec<Longer<T>>,
    pairs: Pairs,
}

/// The expressions that begin with one word.
#[derive(Clone, Debug)]
struct Longer<T> {
    /// What the word stands for alone.
    alone: Option<T>,
    /// The further words of each and what it stands for, by the second word; of those that have the same, the longest first.
    list: Vec<(Rest, T)>,
}

/// The first and second words of all expressions, a bit for some pairs each: most words that follow each other are none of
/// them, and nothing else is looked at.
#[derive(Debug, Default)]
struct Pairs(Vec<u64>);

impl<T> Default for Expressions<T> {
    fn default() -> Self {
        Expressions { at: Vec::new(), longer: Vec::new(), pairs: Pairs::default() }
    }
}

impl<T: Copy> Expressions<T> {
    /// What a word stands for alone.
    #[inline]
    pub(super) fn alone(&self, word: WordId) -> Option<T> {
        self.with(word)?.alone
    }

    /// Those that begin with a word.
    pub(super) fn all(&self, first: WordId) -> &[(Rest, T)] {
        self.with(first).map_or(&[][..], |longer| &longer.list)
    }

    /// Those that begin with a word and whose second word these tokens may begin with, the longest first.
    #[inline]
    pub(super) fn before(&self, first: WordId, tokens: &[Token]) -> impl Iterator<Item = &(Rest, T)> {
        let broken = tokens.first().is_some_and(|t| t.kind == Kind::Break);
        let second = tokens.get(usize::from(broken)).map_or(WordId::UNKNOWN, |t| t.word);
        let list = if self.pairs.has(first, second) { self.of_pair(first, second) } else { &[] };
        list.iter().take_while(move |(rest, _)| rest.second == second)
    }

    /// Those that begin with two words, and what stands behind them in the list.
    fn of_pair(&self, first: WordId, second: WordId) -> &[(Rest, T)] {
        let list = self.all(first);
        &list[list.partition_point(|(rest, _)| rest.second < second)..]
    }

    #[inline]
    fn with(&self, first: WordId) -> Option<&Longer<T>> {
        let at = *self.at.get(first.0 as usize)?;
        self.longer.get(usize::from(at).wrapping_sub(1))
    }

    /// Adds an expression, or the word alone.
    pub(super) fn push(&mut self, first: WordId, rest: Rest, told: T) {
        let at = first.0 as usize;
        self.at.resize(self.at.len().max(at + 1), 0);
        if self.at[at] == 0 {
            self.longer.push(Longer { alone: None, list: Vec::new() });
            self.at[at] = u16::try_from(self.longer.len()).expect("a lexicon has not so many expressions");
        }
        let longer = &mut self.longer[usize::from(self.at[at]) - 1];
        if rest.is_empty() {
            longer.alone.get_or_insert(told);
            return;
        }
        self.pairs.add(first, rest.second);
        longer.list.push((rest, told));
    }

    /// Puts all in order, when the last is there. Of one that was added twice the first stands.
    pub(super) fn sort(&mut self) {
        for Longer { list, .. } in &mut self.longer {
            list.sort_by(|a, b| a.0.cmp(&b.0));
            list.dedup_by(|b, a| a.0 == b.0);
        }
    }
}

impl Pairs {
    /// So many bits tell pairs apart.
    const BITS: u32 = 16;

    fn add(&mut self, first: WordId, second: WordId) {
        self.0.resize(1 << (Self::BITS - u64::BITS.ilog2()), 0);
        let (at, bit) = Self::place(first, second);
        self.0[at] |= bit;
    }

    #[inline]
    fn has(&self, first: WordId, second: WordId) -> bool {
        let (at, bit) = Self::place(first, second);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }

    #[inline]
    fn place(first: WordId, second: WordId) -> (usize, u64) {
        let pair = u64::from(first.0) << u32::BITS | u64::from(second.0);
        let mixed = pair.wrapping_mul(MIX) >> (u64::BITS - Self::BITS);
        ((mixed / 64) as usize, 1 << (mixed % 64))
    }
}

/// The further words of an expression; of those with the same second word the longer one comes first in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rest {
    /// The number of the first of them.
    second: WordId,
    /// How many there are.
    length: std::cmp::Reverse<usize>,
    /// Their numbers; unknown for a mark or digits, which stand as they are written.
    words: Vec<WordId>,
    written: Box<str>,
    /// The number of the next of them; unknown where there is none or it is a mark. Most expressions that begin alike part here.
    third: WordId,
}

impl Rest {
    /// The first word of an expression, or a word alone, and what follows, in lower case; each gets a number where it has none.
    pub(super) fn of(words: &str, lexicon: &mut Lexicon) -> (WordId, Rest) {
        debug_assert!(words == words.to_lowercase(), "“{words}” is not in small letters");
        let length = words.bytes().position(|b| b == b' ').unwrap_or(words.len());
        let (first, written) = words.split_at(length);
        let first = lexicon.word_id(first.as_bytes());
        (first, Rest::behind(written.trim_ascii_start(), lexicon))
    }

    fn behind(written: &str, lexicon: &mut Lexicon) -> Rest {
        let mut number = |word: &str| match word.starts_with(char::is_alphabetic) {
            true => lexicon.word_id(word.as_bytes()),
            false => WordId::UNKNOWN,
        };
        let words: Vec<WordId> = written.split_ascii_whitespace().map(&mut number).collect();
        let word = |at: usize| words.get(at).copied().unwrap_or(WordId::UNKNOWN);
        let length = std::cmp::Reverse(words.len());
        Rest { second: word(0), third: word(1), length, words, written: written.into() }
    }

    /// Whether there are none: a word alone.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words as written.
    pub(super) fn written(&self) -> &str {
        &self.written
    }

    /// How many tokens they take where they stand at the beginning of these; a line may end before each.
    #[inline]
    pub(super) fn length(&self, text: &str, tokens: &[Token]) -> Option<usize> {
        let broken = |at: usize| usize::from(tokens.get(at).is_some_and(|t| t.kind == Kind::Break));
        let second = broken(0);
        let third = second + 1 + broken(second + 1);
        let parts = self.third != WordId::UNKNOWN && tokens.get(third).is_none_or(|t| t.word != self.third);
        if parts { None } else { self.length_word_by_word(text, tokens) }
    }

    fn length_word_by_word(&self, text: &str, tokens: &[Token]) -> Option<usize> {
        let mut at = 0;
        for (n, word) in self.words.iter().enumerate() {
            at += usize::from(tokens.get(at)?.kind == Kind::Break);
            let token = tokens.get(at)?;
            let same = match *word {
                WordId::UNKNOWN => self.written.split_ascii_whitespace().nth(n) == Some(&text[token.range()]),
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
