//! A field that people write as a text or as a number: an id, a year; and what is no JSON at all.

use crate::error::Error;
use serde::{Deserialize, Deserializer, de};
use std::{borrow::Cow, fmt};

/// A text, or a number or truth value taken as it is written. Borrowed from the input where it stands there unescaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar<'a>(pub Cow<'a, str>);

impl Scalar<'_> {
    /// The text; `None` where it is blank.
    pub fn stated(self) -> Option<String> {
        if self.0.trim().is_empty() { None } else { Some(self.0.into_owned()) }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Scalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Scalar<'a>, D::Error> {
        deserializer.deserialize_any(Visitor).map(Scalar)
    }
}

struct Visitor;

impl<'de> de::Visitor<'de> for Visitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a number")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(text))
    }

    fn visit_u64<E>(self, n: u64) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(n.to_string()))
    }

    fn visit_i64<E>(self, n: i64) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(n.to_string()))
    }

    fn visit_f64<E>(self, n: f64) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(n.to_string()))
    }

    fn visit_bool<E>(self, b: bool) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(b.to_string()))
    }
}

/// What the JSON reader found, without the place that it adds: ours names the line of the file.
pub(super) fn no_json(error: &serde_json::Error) -> Error {
    Error::syntax(format!("not a JSON object: {}", why(error)))
        .at_column(error.column())
        .advise("write one whole JSON object on each line")
}

/// The same in words alone.
pub(super) fn why(error: &serde_json::Error) -> String {
    let mut told = error.to_string();
    told.truncate(told.find(" at line ").unwrap_or(told.len()));
    told
}
