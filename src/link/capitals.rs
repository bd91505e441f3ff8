//! Names in texts: words that are written with a capital where no sentence asks for one.

use crate::lexicon::{Class, Lexicon};
use crate::token::WordId;
use std::borrow::Cow;

/// How much of a text is looked at for names, in bytes: what follows is often other news.
const LOOKED_AT: usize = 2500;

/// The words of a text that are written with a capital where no sentence asks for one, but for days and months, in the order
/// of the letters.
pub(super) fn names(text: &str) -> Vec<&str> {
    capitals(text, true)
}

/// The same of a headline: its first word may be a name too, and of words that the lexicon knows none is, for headlines may
/// have capitals throughout.
pub(super) fn names_of_headline(text: &str) -> Vec<&str> {
    let lexicon = Lexicon::english();
    capitals(text, false).into_iter().filter(|name| lexicon.id(name) == WordId::UNKNOWN).collect()
}

fn capitals(text: &str, mut starts: bool) -> Vec<&str> {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut found = Vec::new();
    let known = |word: &str| Lexicon::english().id(word) != WordId::UNKNOWN;
    for word in text[..end].split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = bare.split(['’', '\'']).next().unwrap_or(bare);
        // "LIMA, June 3 (AP) -": all capitals are a name at the beginning too, but where they only cry.
        let is_name = if is_loud(bare) { !known(bare) } else { !starts && bare.starts_with(char::is_uppercase) };
        if is_name && bare.chars().count() > 2 && !is_time(bare) {
            found.push(bare);
        }
        starts = word.ends_with(['.', '!', '?', ':']) && bare.chars().count() > 3;
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The name as others may write it: "AURORA" as "Aurora".
pub(super) fn in_small(name: &str) -> Cow<'_, str> {
    let Some(first) = name.chars().next().filter(|_| is_loud(name)) else { return Cow::Borrowed(name) };
    let (head, rest) = name.split_at(first.len_utf8());
    Cow::Owned(head.to_owned() + &rest.to_lowercase())
}

/// Whether a word is written in capitals and too long for the first letters of several.
pub(super) fn is_loud(word: &str) -> bool {
    const LONGEST_SHORT_FORM: usize = 3;
    word.chars().count() > LONGEST_SHORT_FORM && word.chars().all(char::is_uppercase)
}

/// Whether a word names a day of the week or a month.
fn is_time(word: &str) -> bool {
    let lexicon = Lexicon::english();
    let classes = lexicon.entry(lexicon.id(word)).classes;
    classes.has(Class::Weekday) || classes.has(Class::Month)
}
