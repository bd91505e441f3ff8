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
    let upper = count(text.as_bytes(), |b| b.is_ascii_uppercase());
    let lower = count(text.as_bytes(), |b| b.is_ascii_lowercase());
    if upper > 3 * lower { Casing::Capitals } else { Casing::Usual }
}

/// How many bytes are so, many looked at in one step.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    // so many as a byte can count
    bytes.chunks(255).map(|some| usize::from(some.iter().map(|b| u8::from(is(*b))).sum::<u8>())).sum()
}

/// Whether a line is written As Headlines Are, so that a capital tells nothing.
pub(super) fn title_case(tokens: &[Token]) -> bool {
    let (mut title, mut lower) = (0, 0);
    for t in tokens {
        let (long, small) = (t.kind == Kind::Word && t.end - t.start > 3, t.case == Case::Lower);
        lower += usize::from(long & small);
        title += usize::from(long & !small);
    }
    title > 3 && lower * 3 <= title
}
