//! Words, numbers and marks of a text, each with its place and its lexicon entry: the text is scanned once.
//!
//! ```
//! use tollbook::{lexicon::Lexicon, token};
//!
//! let tokens = token::scan("At least 1,200 didn’t", Lexicon::english());
//! let words: Vec<&str> = tokens.iter().map(|t| &"At least 1,200 didn’t"[t.range()]).collect();
//! assert_eq!(words, ["At", "least", "1", ",", "200", "didn’t"]);
//! ```

use crate::lexicon::{Lexicon, ShortWord, WordId};

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
    /// One or more line ends; `true` where a blank line separates.
    Break(bool),
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

/// All tokens of a text, in order.
pub fn scan(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    scan_into(text, 0, lexicon, &mut tokens);
    tokens
}

/// Appends the tokens of `text`, which stands at byte `offset` of a larger one.
pub fn scan_into(text: &str, offset: usize, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let b = bytes[at];
        let start = at;
        if b.is_ascii_alphabetic()
            && let Some(short) = ShortWord::at(&bytes[at..])
        {
            at += short.length;
            let (start, end) = ((start + offset) as u32, (at + offset) as u32);
            tokens.push(Token { start, end, kind: Kind::Word, case: short.case, word: lexicon.short_id(short) });
            continue;
        }
        let (kind, case, word);
        match b {
            b' ' | b'\t' | b'\r' => {
                at += 1;
                continue;
            }
            b'\n' => {
                let mut lines = 0;
                while at < bytes.len() && matches!(bytes[at], b'\n' | b' ' | b'\t' | b'\r') {
                    lines += u32::from(bytes[at] == b'\n');
                    at += 1;
                }
                (kind, case, word) = (Kind::Break(lines > 1), Case::Lower, WordId::UNKNOWN);
            }
            b'0'..=b'9' => {
                while at < bytes.len() && bytes[at].is_ascii_digit() {
                    at += 1;
                }
                (kind, case, word) = (Kind::Digits, Case::Lower, WordId::UNKNOWN);
            }
            _ if b.is_ascii_alphabetic() || b >= 0x80 => {
                let c = text[at..].chars().next().expect("at stands on a character");
                // U+02BC is an apostrophe and a letter: where no word goes before it, a mark
                if c.is_alphabetic() && !is_apostrophe(c) {
                    at = word_end(text, at);
                    let read = &text[start..at];
                    (kind, case, word) = (Kind::Word, case_of(read), lexicon.id(read));
                } else if is_apostrophe(c) {
                    at = possessive_end(text, at, c.len_utf8(), tokens.last(), offset);
                    let possessive = at > start + c.len_utf8() || owns(tokens.last(), start + offset);
                    let k = if possessive { Kind::Possessive } else { Kind::Mark('’') };
                    (kind, case, word) = (k, Case::Lower, WordId::UNKNOWN);
                } else {
                    at += c.len_utf8();
                    if c.is_whitespace() || c == '\u{feff}' || c == '\u{ad}' {
                        continue;
                    }
                    (kind, case, word) = (Kind::Mark(c), Case::Lower, WordId::UNKNOWN);
                }
            }
            b'\'' => {
                at = possessive_end(text, at, 1, tokens.last(), offset);
                let possessive = at > start + 1 || owns(tokens.last(), start + offset);
                let k = if possessive { Kind::Possessive } else { Kind::Mark('\'') };
                (kind, case, word) = (k, Case::Lower, WordId::UNKNOWN);
            }
            _ => {
                at += 1;
                (kind, case, word) = (Kind::Mark(b as char), Case::Lower, WordId::UNKNOWN);
            }
        }
        let (start, end) = ((start + offset) as u32, (at + offset) as u32);
        tokens.push(Token { start, end, kind, case, word });
    }
}

/// How many bytes are so, many looked at in one step.
pub(crate) fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    // so many as a byte can count
    bytes.chunks(255).map(|some| usize::from(some.iter().map(|b| u8::from(is(*b))).sum::<u8>())).sum()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

/// Where the word that starts at `at` ends: an apostrophe inside belongs to it unless it begins a possessive ending.
fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    loop {
        while end < bytes.len() && bytes[end].is_ascii_alphabetic() {
            end += 1;
        }
        let Some(c) = text[end..].chars().next() else { return end };
        if c.is_ascii() && c != '\'' {
            return end;
        }
        if is_apostrophe(c) {
            let after = &text[end + c.len_utf8()..];
            let mut rest = after.chars();
            let (first, second) = (rest.next(), rest.next());
            let possessive = matches!(first, Some('s' | 'S')) && !second.is_some_and(char::is_alphabetic);
            if possessive || !first.is_some_and(char::is_alphabetic) {
                return end;
            }
            end += c.len_utf8();
        } else if c.is_alphabetic() || ('\u{300}'..'\u{370}').contains(&c) {
            end += c.len_utf8();
        } else {
            return end;
        }
    }
}

/// The end of "’s" at `at`, or of the apostrophe alone.
fn possessive_end(text: &str, at: usize, mark: usize, last: Option<&Token>, offset: usize) -> usize {
    let next = at + mark;
    let s = text[next..].starts_with(['s', 'S']);
    // a space that does not break ends it too
    let ends = || !text[next + 1..].starts_with(char::is_alphanumeric);
    if s && ends() && last.is_some_and(|t| t.end as usize == at + offset) { next + 1 } else { next }
}

/// A lone apostrophe right after a word: an owner in the plural ("the brothers’ house") or a closing quote, which
/// for our purpose may be taken as one.
fn owns(last: Option<&Token>, start: usize) -> bool {
    last.is_some_and(|t| t.kind == Kind::Word && t.end as usize == start)
}

fn case_of(word: &str) -> Case {
    let mut chars = word.chars();
    if !chars.next().is_some_and(char::is_uppercase) {
        return Case::Lower;
    }
    let mut more = false;
    for c in chars {
        if c.is_lowercase() {
            return Case::Title;
        }
        more |= c.is_uppercase();
    }
    if more { Case::Upper } else { Case::Title }
}
