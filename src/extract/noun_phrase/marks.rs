//! Marks inside a noun phrase: hyphens, nicknames, quotes, and the full stops of names.

use super::super::word::{Sort, Word};
use super::Reader;
use crate::lexicon::Class;

impl Reader<'_> {
    pub(super) fn hyphen(&self, i: usize) -> bool {
        i > 0 && hyphen(self.words, i)
    }

    pub(super) fn nickname(&self, i: usize) -> bool {
        self.words.get(i + 1).is_some_and(|w| w.name)
            && self.words[i + 1..].iter().take(4).skip(1).any(|w| matches!(w.sort, Sort::Mark('"' | '”' | '’' | '\'')))
            || self.words[i.saturating_sub(1)].name
                && self.words.get(i + 1).is_some_and(|w| w.name)
                && self.words[..i].iter().rev().take(4).any(|w| matches!(w.sort, Sort::Mark('"' | '“' | '‘' | '\'')))
    }

    /// Where the quotes that the mark at `i` opens close behind a few words.
    pub(super) fn quoted(&self, i: usize) -> Option<usize> {
        let words = self.words[i + 1..].iter().take_while(|w| w.sort == Sort::Word).count();
        let close = self.words.get(i + 1 + words)?;
        let closes = matches!(close.sort, Sort::Mark('"' | '”' | '’' | '\'') | Sort::Possessive);
        ((1..4).contains(&words) && closes).then_some(i + 1 + words)
    }

    /// "Jr.," or "Ann L.," with its full stop, which ends no sentence before a comma.
    pub(super) fn junior(&self, end: usize) -> bool {
        self.words[end - 1].is('.')
            && end > 1
            && (self.words[end - 2].has(Class::NameSuffix) || self.initial(end - 2))
            && self.words.get(end).is_some_and(|w| w.is(','))
    }

    pub(super) fn initial(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(|w| w.name && w.end - w.first == 1)
    }
}

/// Whether a preposition at `i` begins a word: "off-duty", but not the one of "mother-of-two".
pub fn joins_noun(words: &[Word], i: usize) -> bool {
    words[i].has(Class::Preposition) && hyphen(words, i + 1) && !(i > 1 && hyphen(words, i - 1))
}

/// Whether a hyphen at `i` joins two words.
fn hyphen(words: &[Word], i: usize) -> bool {
    let (Some(before), Some(at), Some(after)) = (words.get(i - 1), words.get(i), words.get(i + 1)) else {
        return false;
    };
    at.is('-') && before.end == at.first && at.end == after.first && after.sort == Sort::Word
}
