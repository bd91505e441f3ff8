//! A text cut into tokens, each word with its number.

use super::{Lexicon, letters::ShortWord};
use crate::token::{Case, Kind, Token, WordId};

impl Lexicon {
    /// All tokens of a text, in order.
    ///
    /// ```
    /// use tollbook::lexicon::Lexicon;
    ///
    /// let tokens = Lexicon::english().scan("At least 1,200 didn’t");
    /// let words: Vec<&str> = tokens.iter().map(|t| &"At least 1,200 didn’t"[t.range()]).collect();
    /// assert_eq!(words, ["At", "least", "1", ",", "200", "didn’t"]);
    /// ```
    pub fn scan(&self, text: &str) -> Vec<Token> {
        // lists of few sizes: memory that was given back is soon used again
        let mut tokens = Vec::with_capacity((text.len() / 4).next_power_of_two());
        self.scan_into(text, 0, &mut tokens);
        tokens
    }

    /// Appends the tokens of `text`, which stands at byte `offset` of a larger one.
    pub fn scan_into(&self, text: &str, offset: usize, tokens: &mut Vec<Token>) {
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
                tokens.push(Token { start, end, kind: Kind::Word, case: short.case, word: self.short.find(short.key) });
                at += usize::from(bytes.get(at) == Some(&b' '));
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
                    let blank = if lines > 1 { Kind::Blank } else { Kind::Break };
                    (kind, case, word) = (blank, Case::Lower, WordId::UNKNOWN);
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
                        (kind, case, word) = (Kind::Word, case_of(read), self.id(read));
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
            at += usize::from(bytes.get(at) == Some(&b' '));
        }
    }
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
