//! The words that stand in cells of tables, in each language whose headers are known.

use super::{Counts, Lexicon, Part, figure::word_of, short::Short, tables};
use std::{borrow::Cow, collections::BTreeMap, sync::OnceLock};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A language whose cells are read.
#[derive(Debug, Default)]
pub struct Language {
    /// As ISO 639 has it.
    pub code: String,
    /// In English.
    pub name: String,
    words: Lexicon,
    /// Words of quantity, with the English word for the same.
    vague: BTreeMap<String, String>,
    /// Words that may say none, or that nobody knows.
    neither: Vec<String>,
    /// How the months begin, each in the ways parted by spaces.
    months: Vec<String>,
    /// Words that stand beside months and say nothing of the day.
    in_dates: Vec<String>,
}

impl Language {
    /// Each of them, English first and the others in the order of their codes.
    pub fn of_cells() -> &'static [Language] {
        static SHIPPED: OnceLock<Vec<Language>> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let mut file = tables(include_str!("../../data/lexicon/cells.toml"));
            let english = file.remove_entry("en").into_iter();
            english.chain(file).map(|(code, words)| Language::of(code, words)).collect()
        })
    }

    /// The words of its figures.
    pub fn words(&self) -> &Lexicon {
        &self.words
    }

    /// The English for a word of quantity.
    pub fn english<'a>(&'a self, vague: &'a str) -> &'a str {
        self.vague.get(vague).map_or(vague, String::as_str)
    }

    /// Whether a whole cell is a word that may say none, or that nobody knows.
    pub fn is_neither(&self, cell: &str) -> bool {
        self.neither.iter().any(|word| word == cell.trim())
    }

    /// The month, from 1, that a word in small plain letters names.
    pub fn month(&self, word: &str) -> Option<u8> {
        let at = self.months.iter().position(|ways| ways.split(' ').any(|begins| word.starts_with(begins)))?;
        Some(at as u8 + 1)
    }

    /// Whether a word stands beside months and says nothing of the day.
    pub fn is_in_dates(&self, word: &str) -> bool {
        self.in_dates.iter().any(|known| known == word)
    }

    /// A text as the words of a language are compared: without accents, words apart from digits, and an apostrophe behind
    /// digits as a space.
    pub fn plain(text: &str) -> Cow<'_, str> {
        if text.is_ascii() && !text.contains('\'') {
            return Cow::Borrowed(text);
        }
        let mut plain = String::with_capacity(text.len());
        for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
            let behind_digits = plain.ends_with(|last: char| last.is_ascii_digit());
            // Arabic writes "and" together with the number.
            if c.is_ascii_digit() && plain.ends_with(char::is_alphabetic) {
                plain.push(' ');
            }
            plain.push(match c {
                '\'' | '’' if behind_digits => ' ',
                // Small and without its point it is a letter of its own, which capitals do not tell from the other.
                'ı' => 'i',
                other => other,
            });
        }
        Cow::Owned(plain)
    }

    fn of(code: String, table: BTreeMap<String, Vec<String>>) -> Language {
        let words = Lexicon { short: Short::small(), ..Lexicon::empty() };
        let mut language = Language { code, words, ..Language::default() };
        for (does, words) in &table {
            words.iter().for_each(|word| language.learn(does, word));
        }
        language.words.expressions.sort();
        language
    }

    fn learn(&mut self, does: &str, word: &str) {
        let (plain, words) = (Language::plain(word).to_lowercase(), &mut self.words);
        let part = match does {
            "name" => return word.clone_into(&mut self.name),
            "months" => return self.months.push(plain),
            "in_dates" => return self.in_dates.push(plain),
            "neither" => return self.neither.push(word.to_owned()),
            "zero" => {
                word_of(words, &plain, Part::Number).counts = Counts::Number(0);
                return;
            }
            "none" => Part::Nobody,
            "unknown" => Part::Untold,
            "between" => Part::Between,
            "and" => Part::And,
            "from" => Part::From,
            "to" => Part::To,
            "or" => Part::Or,
            other => match (other.parse(), other.strip_prefix("behind_").map(str::parse)) {
                (Ok(qualifier), _) => {
                    word_of(words, &plain, Part::Before).before = Some(qualifier);
                    return;
                }
                (_, Some(Ok(qualifier))) => {
                    word_of(words, &plain, Part::After).after = Some(qualifier);
                    return;
                }
                _ => Part::Vague,
            },
        };
        word_of(words, &plain, part);
        if part == Part::Vague {
            self.vague.insert(plain, does.to_owned());
        }
    }
}
