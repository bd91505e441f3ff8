//! What the capitals of a text and of a line tell.

use crate::token::{Case, Kind, Token};

/// What a text looks like as a whole, which decides what a capital letter tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Casing {
    /// Names have capitals.
    Usual,
    /// Everything has capitals.
    Capitals,
}

/// Whether most letters of a text are capitals.
pub fn casing(text: &str) -> Casing {
    let bytes = text.as_bytes();
    // of most texts the first third tells
    let mut lower = 0;
    for some in bytes.as_chunks::<64>().0 {
        lower += usize::from(some.iter().map(|b| u8::from(b.is_ascii_lowercase())).sum::<u8>());
        if 4 * lower >= bytes.len() {
            return Casing::Usual;
        }
    }
    let count = |is: fn(&u8) -> bool| bytes.iter().filter(|b| is(b)).count();
    if count(u8::is_ascii_uppercase) > 3 * count(u8::is_ascii_lowercase) { Casing::Capitals } else { Casing::Usual }
}

/// Whether a line is written As Headlines Are, so that a capital tells nothing.
pub(super) fn title_case(tokens: &[Token]) -> bool {
    let (mut title, mut lower) = (0, 0);
    for t in tokens {
        let (long, small) = ((t.kind == Kind::Word) & (t.end - t.start > 3), t.case == Case::Lower);
        lower += usize::from(long & small);
        title += usize::from(long & !small);
    }
    title > 3 && lower * 3 <= title
}

/// How many tokens make the name in capitals and marks that starts here: "M-19", "U.S.".
pub(super) fn capitals(tokens: &[Token], at: usize) -> usize {
    let token = &tokens[at];
    match token.case {
        Case::Lower => 0,
        Case::Title if token.end - token.start > 1 => 0,
        _ if is_numbered(tokens, at) => 3,
        _ => initials(tokens, at),
    }
}

/// "M-19", "MS-13": capitals that a hyphen joins to a number.
fn is_numbered(tokens: &[Token], at: usize) -> bool {
    const LETTERS: u32 = 4;
    let [letters, hyphen, number, ..] = &tokens[at..] else { return false };
    let joined = hyphen.is('-') && hyphen.touches(letters) && number.touches(hyphen);
    joined && number.kind == Kind::Digits && letters.end - letters.start <= LETTERS
}

/// How many tokens of dotted capitals start here: two letters at the least.
fn initials(tokens: &[Token], at: usize) -> usize {
    let letter =
        |i: usize| tokens.get(i).is_some_and(|t| t.kind == Kind::Word && t.end - t.start == 1 && t.case == Case::Title);
    let dot = |i: usize| tokens.get(i).is_some_and(|t| t.is('.') && t.touches(&tokens[i - 1]));
    let mut i = at;
    while letter(i) && dot(i + 1) && (i == at || tokens[i].touches(&tokens[i - 1])) {
        i += 2;
    }
    if i - at >= 4 { i - at } else { 0 }
}
