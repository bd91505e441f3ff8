//! Words, numbers and marks of a text, each with its place and its number in a lexicon, which scans a text once.

/// A word or expression of a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

impl WordId {
    /// A word without an entry.
    pub const UNKNOWN: WordId = WordId(0);
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with apostrophes inside ("didn’t") but without a possessive ending.
    Word,
    /// Digits alone: "1,200" is three tokens, which the figure grammar joins.
    Digits,
    /// One mark.
    Mark(char),
    /// The ending "’s" or the lone apostrophe of a plural owner.
    Possessive,
    /// A line end.
    Break,
    /// Line ends with a blank line between.
    Blank,
}

impl Kind {
    /// Whether a line ends there.
    #[inline]
    pub fn is_break(self) -> bool {
        matches!(self, Kind::Break | Kind::Blank)
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// "people"
    Lower,
    /// "People"
    Title,
    /// "PEOPLE"; one capital letter alone is `Title`.
    Upper,
}

/// A word, number or mark. `start..end` are bytes of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// What it is made of.
    pub kind: Kind,
    /// How it is written.
    pub case: Case,
    /// Its entry in the lexicon; [`WordId::UNKNOWN`] where it has none.
    pub word: WordId,
}

impl Token {
    /// Its place as a range of bytes.
    #[inline]
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it follows the other without a space.
    #[inline]
    pub fn touches(&self, before: &Token) -> bool {
        before.end == self.start
    }

    /// Whether the other follows it without a space.
    pub fn touches_next(&self, after: &Token) -> bool {
        after.touches(self)
    }

    /// Whether it is this mark.
    #[inline]
    pub fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// The lines of a text, without what ends them.
pub(crate) fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut from = 0;
    let ends = memchr::memchr_iter(b'\n', text).chain([text.len()]);
    ends.map(move |end| &text[std::mem::replace(&mut from, end + 1)..end])
}
