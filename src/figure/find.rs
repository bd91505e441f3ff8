//! Finding the figures of a text.

use super::{
    Figure,
    amount::joint,
    line::{Line, Seen},
    phrase::{Step, step},
};
use crate::{
    lexicon::{Lexicon, Part},
    token::{Kind, Token},
};

/// A figure and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The number as said.
    pub figure: Figure,
    /// Its first token.
    pub first: usize,
    /// The token after its last.
    pub end: usize,
    /// The tokens of the amount alone, without what qualifies it.
    pub core: std::ops::Range<usize>,
}

/// The longest figure that starts exactly at a token, be it with a qualifier or with the amount; what bounds it from
/// behind is in it ("30 or more", "13+").
pub fn read_at(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Found> {
    let seen = Seen::default();
    let line = Line::new(text, tokens, lexicon, &seen);
    match may_start(line, at).then(|| step(line, at)) {
        Some(Step::Found(found)) => Some(found),
        _ => None,
    }
}

/// All figures of a text, from left to right; none overlaps another.
///
/// ```
/// use tollbook::{figure, lexicon::Lexicon, token};
///
/// let text = "At least 13 killed, more than forty wounded with an AK-47";
/// let lexicon = Lexicon::english();
/// let found = figure::scan(text, &lexicon.scan(text), lexicon);
/// let shown: Vec<String> = found.iter().map(|f| f.figure.to_string()).collect();
/// assert_eq!(shown, ["13+", "41+"]);
/// ```
pub fn scan(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Found> {
    let seen = Seen::default();
    let line = Line::new(text, tokens, lexicon, &seen);
    let mut all = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        at = match may_start(line, at).then(|| step(line, at)) {
            Some(Step::Found(found)) => {
                let end = found.end;
                all.push(found);
                end
            }
            Some(Step::Refused(refused)) => refused.end.max(at + 1),
            Some(Step::Nothing) | None => at + 1,
        };
    }
    all
}

/// Whether a figure, or what looks like one, can start at a token: most tokens are passed over here.
fn may_start(line: Line, at: usize) -> bool {
    let Some(token) = line.token(at) else { return false };
    let figure = &line.lexicon.entry(token.word).figure;
    let sign = matches!(token.kind, Kind::Mark('<' | '>' | '~' | '\u{80}'..));
    // what is no word has no part in a figure: one choice is made for all
    let may = figure.may_start() | (token.kind == Kind::Digits) | sign;
    let article = || figure.is(Part::Article) && may_follow_article(line, at + 1);
    may && (token.kind != Kind::Word || figure.starts() || article() || line.parts(at).may_start())
}

/// "a dozen", "a half"
fn may_follow_article(line: Line, at: usize) -> bool {
    let word = line.word(joint(line, at));
    word.opens(Part::Scale) || word.opens(Part::Half)
}
