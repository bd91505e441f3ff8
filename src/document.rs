//! A text with who published it and when.

use crate::place::Point;
use std::borrow::Cow;

/// One text. Only `id` and `text` are always there; what is not known is `None`, never an empty string.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Unique within a run: a path, or the `id` of a row.
    pub id: String,
    /// The headline, where the input keeps it apart from the text. It is read before the text; see [`Whole`].
    pub title: Option<String>,
    /// The text.
    pub text: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// When: ISO 8601.
    pub published: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The incident it reports, where the input names one: it is kept, and wins over linking.
    pub incident: Option<String>,
    /// The place, where the input names one.
    pub place: Option<String>,
    /// Where on the globe, where the input says.
    pub point: Option<Point>,
    /// The date of the incident, where the input names one.
    pub event_date: Option<String>,
}

/// A document as it is read: its headline, where the input keeps one apart, and behind a blank line its text.
///
/// A headline is told before the text and by the same voice. Claims still count from the first code point of the text as
/// it came; what stands in the headline is counted as if the headline stood behind the text and a blank line.
///
/// ```
/// use tollbook::document::{Document, Whole};
///
/// let document = Document { title: Some("Two die".into()), text: "It was a fire.".into(), ..Document::default() };
/// let whole = Whole::of(&document);
/// assert_eq!(whole.text, "Two die\n\nIt was a fire.");
/// assert_eq!((whole.named(9), whole.named(0)), (0, 16));
/// assert_eq!((whole.place(0), whole.place(16)), (9, 0));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Whole<'a> {
    /// What is read.
    pub text: Cow<'a, str>,
    /// How many code points of it stand before and how many in the text of the document; `None` without a headline.
    parts: Option<(usize, usize)>,
}

/// What stands between headline and text.
const BETWEEN: &str = "\n\n";

impl<'a> Whole<'a> {
    /// The whole of a document. A headline with which the text begins is not read twice.
    pub fn of(document: &'a Document) -> Whole<'a> {
        let text = document.text.as_str();
        let title = document.title.as_deref().map(str::trim).filter(|t| !t.is_empty());
        let Some(title) = title.filter(|title| !begins(text, title)) else {
            return Whole { text: Cow::Borrowed(text), parts: None };
        };
        let before = title.chars().count() + BETWEEN.len();
        Whole { text: Cow::Owned([title, BETWEEN, text].concat()), parts: Some((before, text.chars().count())) }
    }

    /// How claims name a code point of the whole.
    pub fn named(&self, place: usize) -> usize {
        let Some((before, text)) = self.parts else { return place };
        place.checked_sub(before).unwrap_or(text + BETWEEN.len() + place)
    }

    /// Whether a code point that claims name so stands in the headline.
    pub fn is_headline(&self, named: usize) -> bool {
        self.parts.is_some_and(|(_, text)| named > text)
    }

    /// The code point of the whole that claims name so.
    pub fn place(&self, named: usize) -> usize {
        let Some((before, text)) = self.parts else { return named };
        named.checked_sub(text + BETWEEN.len()).unwrap_or(before + named)
    }
}

/// Whether a text begins with the letters and digits of a headline.
fn begins(text: &str, title: &str) -> bool {
    let mut text = letters(text);
    letters(title).all(|c| text.next() == Some(c))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
