//! Documents to claims, step by step: gate, tokens, sentences, words, chunks, statements, scope, people, attribution.
//!
//! Every step is a small function over plain records; the words it needs stand in the lexicon.

pub mod attribution;
pub mod chunk;
mod claims;
mod glance;
mod item;
mod mention;
pub mod noun_phrase;
mod parsed;
pub mod people;
mod row;
mod scenes;
pub mod scope;
pub mod sentence;
mod speakers;
pub(crate) mod spot;
pub mod statement;
mod trace;
mod walk;
pub mod word;

pub use trace::trace;

use crate::claim::Claim;
use crate::document::{Document, Whole};
use crate::lexicon::{Lexicon, Openings};
use crate::token::Token;
use parsed::Parsed;
use people::People;
use scenes::Scenes;
use sentence::Span;
use speakers::Speakers;

/// All claims of a document, in the order of its text; those of a headline that is kept apart stand behind it.
///
/// ```
/// use tollbook::{document::Document, extract::extract, lexicon::Lexicon};
///
/// let text = "Police said at least 13 people were killed, two children among them.";
/// let document = Document { id: "a".into(), text: text.into(), ..Document::default() };
/// let claims = extract(&document, Lexicon::english());
/// assert_eq!(claims[0].phrase, "at least 13");
/// assert_eq!(claims[0].origin.as_deref(), Some("Police"));
/// ```
pub fn extract(document: &Document, lexicon: &Lexicon) -> Vec<Claim> {
    read(document, lexicon).0
}

/// A document as it is read, cut into tokens and sentences.
#[derive(Debug, Default)]
pub struct Scanned<'a> {
    /// What is read.
    pub whole: Whole<'a>,
    /// All tokens.
    pub tokens: Vec<Token>,
    /// The sentences.
    pub spans: Vec<Span>,
}

impl<'a> Scanned<'a> {
    /// Cuts a document.
    pub fn of(whole: Whole<'a>, lexicon: &Lexicon) -> Scanned<'a> {
        let tokens = lexicon.scan(&whole.text);
        let spans = sentence::split(&whole.text, &tokens, sentence::is_wrapped(&whole.text), lexicon);
        Scanned { whole, tokens, spans }
    }
}

/// The claims of [`extract`], and the text as it was cut for them; not cut at all where nothing can be told.
pub fn read<'a>(document: &'a Document, lexicon: &Lexicon) -> (Vec<Claim>, Scanned<'a>) {
    let Some((scanned, people)) = told(document, lexicon) else { return Default::default() };
    let mut claims = claims::claims(document, &scanned, &people);
    claims.sort_by_key(|c| (c.start, c.end, c.outcome));
    (claims, scanned)
}

/// A document as it was cut, and the people it tells of; `None` where it cannot tell of any.
fn told<'a>(document: &'a Document, lexicon: &Lexicon) -> Option<(Scanned<'a>, People)> {
    let whole = Whole::of(document);
    let openings = lexicon.gate().openings(&whole.text);
    if openings.none() || !glance::may_tell(&whole.text, &openings, lexicon) {
        return None;
    }
    let scanned = Scanned::of(whole, lexicon);
    let people = people(document, &scanned, &openings, lexicon);
    Some((scanned, people))
}

/// The people that a text tells of: sentence by sentence those of each statement, with who said it.
fn people(document: &Document, scanned: &Scanned<'_>, openings: &Openings, lexicon: &Lexicon) -> People {
    let parsed = Parsed::of(document, scanned, openings, lexicon);
    if parsed.is_silent() {
        return People::default();
    }
    let (mut scenes, mut speakers) = (Scenes::of(document, &parsed), Speakers::default());
    for index in (0..parsed.spans.len()).filter(|&i| parsed.is_near(i) || parsed.tells_of_harm(i)) {
        let opening = parsed.opening(index);
        let people = scenes.enter(&parsed, index, opening);
        let (sentence, chunks) = parsed.sentence(index);
        people.watch(sentence, chunks, index);
        if parsed.is_near(index) {
            mention::take(people, &parsed, index, opening.is_some(), &speakers.hear(&parsed, index));
        }
    }
    let mut people = scenes.all();
    people.put_titles();
    people.put_first();
    speakers::hear_through(&mut people, &parsed);
    people
}

/// The bytes of a sentence.
pub(crate) fn bytes(tokens: &[Token], span: &Span) -> std::ops::Range<usize> {
    tokens[span.tokens.start].range().start..tokens[span.tokens.end - 1].range().end
}
