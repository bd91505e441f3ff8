//! What the ending of a word tells that has no entry.

use super::{super::file::Item, Class, Classes};

/// `[suffix]`: the classes that an ending gives to a word without an entry.
#[derive(Debug, Default)]
pub(in crate::lexicon) struct Suffixes {
    past: Vec<String>,
    ing: Vec<String>,
    adverb: Vec<String>,
    plural: Vec<String>,
    /// Endings that look like a plural's and are none.
    singular: Vec<String>,
    /// A bit for some last letters of endings each: most names end otherwise.
    last: u32,
}

impl Suffixes {
    /// The shortest word that an ending says anything of.
    const SHORTEST: usize = 5;

    /// The shortest word that is an adverb by its ending even where all is in capitals: names of people end so too.
    const LONG: usize = 9;

    pub(in crate::lexicon) fn enter(&mut self, table: Item) -> Result<(), String> {
        for list in table.items()? {
            let endings = match list.name {
                "past" => &mut self.past,
                "ing" => &mut self.ing,
                "adverb" => &mut self.adverb,
                "plural" => &mut self.plural,
                "singular" => &mut self.singular,
                _ => return Err(list.unknown()),
            };
            endings.extend(list.words()?.map(str::to_owned));
            self.last |= endings.iter().fold(0, |all, ending| all | last_bit(ending));
        }
        Ok(())
    }

    pub(in crate::lexicon) fn is_adverb(&self, word: &str) -> bool {
        word.len() >= Suffixes::LONG && self.classes(word).has(Class::Adverb)
    }

    pub(in crate::lexicon) fn classes(&self, word: &str) -> Classes {
        let mut classes = Classes::default();
        if (word.len() < Suffixes::SHORTEST) | (self.last & last_bit(word) == 0) {
            return classes;
        }
        let ends = |list: &[String]| {
            list.iter().any(|s| {
                word.len() > s.len() && word.as_bytes()[word.len() - s.len()..].eq_ignore_ascii_case(s.as_bytes())
            })
        };
        for (list, class) in [(&self.past, Class::VerbPast), (&self.ing, Class::VerbIng), (&self.adverb, Class::Adverb)]
        {
            if ends(list) {
                classes.add(class);
            }
        }
        if classes.none() && ends(&self.plural) && !ends(&self.singular) {
            classes.add(Class::Several);
        }
        classes
    }
}

/// A bit for the last letter of a word, be it small or not.
#[inline]
fn last_bit(word: &str) -> u32 {
    word.bytes().next_back().map_or(0, |b| 1 << (b & 31))
}
