//! What stands in the tables of a lexicon file. It is read where it lies in the text, and no word is copied: a run begins with it.
//! That is why a list of words is one text and no array.

use memchr::memchr2_iter;
use serde::{
    Deserialize,
    de::value::{Error, StrDeserializer},
};
use toml::de::{DeTable, DeValue};

/// A table, a list of words or a number, and its name.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub(super) name: &'a str,
    value: &'a DeValue<'a>,
}

/// What a table holds, in the order of the names.
pub(super) fn items<'a>(table: &'a DeTable<'a>) -> impl Iterator<Item = Item<'a>> {
    table.iter().map(|(name, value)| Item { name: name.get_ref(), value: value.get_ref() })
}

impl<'a> Item<'a> {
    /// What a table holds.
    pub(super) fn items(self) -> Result<impl Iterator<Item = Item<'a>>, String> {
        Ok(items(self.value.as_table().ok_or_else(|| self.is_no("table"))?))
    }

    /// The words of a list, which commas and ends of lines part.
    pub(super) fn words(self) -> Result<impl Iterator<Item = &'a str>, String> {
        let (text, mut start) = (self.text()?, 0);
        let ends = memchr2_iter(b',', b'\n', text.as_bytes()).chain([text.len()]);
        let words = ends.map(move |end| text[std::mem::replace(&mut start, end + 1)..end].trim_ascii());
        Ok(words.filter(|word| !word.is_empty()))
    }

    pub(super) fn text(self) -> Result<&'a str, String> {
        self.value.as_str().ok_or_else(|| self.is_no("text"))
    }

    pub(super) fn number<N: TryFrom<i64>>(self) -> Result<N, String> {
        number(self.value).ok_or_else(|| self.is_no("number, or too large"))
    }

    /// A list of two numbers.
    pub(super) fn pair<N: TryFrom<i64>>(self) -> Result<(N, N), String> {
        let pair = match self.value.as_array().map(|list| &**list) {
            Some([a, b]) => number(a.get_ref()).zip(number(b.get_ref())),
            _ => None,
        };
        pair.ok_or_else(|| self.is_no("pair of numbers"))
    }

    /// What the name says, where it is one of a few.
    pub(super) fn named<K: Deserialize<'a>>(self) -> Result<K, String> {
        K::deserialize(StrDeserializer::new(self.name)).map_err(|e: Error| e.to_string())
    }

    /// What is said of one with a name that is not known.
    pub(super) fn unknown(self) -> String {
        format!("nothing is named “{}”", self.name)
    }

    fn is_no(self, what: &str) -> String {
        format!("“{}” is no {what}", self.name)
    }
}

fn number<N: TryFrom<i64>>(value: &DeValue) -> Option<N> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()?.try_into().ok()
}
