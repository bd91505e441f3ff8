//! A text with who published it and when.

use crate::place::Point;

/// One text. Only `id` and `text` are always there; what is not known is `None`, never an empty string.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Unique within a run: a path, or the `id` of a row.
    pub id: String,
    /// The headline, where the input keeps it apart from the text.
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
