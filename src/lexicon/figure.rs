//! The words of a figure.

use super::Lexicon;
use std::collections::BTreeMap;

/// What a word does in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureWord {
    /// A number of its own.
    Number(u64),
}

/// The `[figure]` tables of a lexicon file.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    number: BTreeMap<String, u64>,
}

impl Words {
    pub(super) fn enter(&self, lexicon: &mut Lexicon) {
        for (word, &n) in &self.number {
            lexicon.entry_mut(word).figure = Some(FigureWord::Number(n));
        }
    }
}
