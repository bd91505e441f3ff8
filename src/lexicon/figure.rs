//! The words of a figure.

use super::{Lexicon, file::Item};
use crate::figure::Qualifier;

/// What a word or expression does in a figure; it may do several things, each in its own place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FigureWord {
    /// How it counts.
    pub counts: Counts,
    /// How it qualifies the amount that follows: "at least".
    pub before: Option<Qualifier>,
    /// How it qualifies the amount that stands before it: "or more".
    pub after: Option<Qualifier>,
    /// What it does.
    pub(crate) parts: Parts,
    /// What every expression that begins with this word does, and the word itself.
    opens: Parts,
}

/// How a word counts: no word does so in two ways, so that an entry is small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counts {
    /// Not at all.
    #[default]
    Nothing,
    /// A number of its own: "thirteen".
    Number(u64),
    /// What it multiplies by: "hundred", "dozen", "million".
    Scale(u64),
    /// "triple": how many times it counts what follows.
    Times(u32),
    /// "third": the place it gives in a row.
    Ordinal(u32),
}

/// A set of parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts(u32);

/// The parts of a figure's grammar. The name in the lexicon file is `figure.part.NAME`, except for the first four, which
/// have tables of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Part {
    /// Has a [`FigureWord::number`].
    #[serde(skip)]
    Number,
    /// Has a [`FigureWord::scale`].
    #[serde(skip)]
    Scale,
    /// Has a [`FigureWord::before`].
    #[serde(skip)]
    Before,
    /// Has a [`FigureWord::after`].
    #[serde(skip)]
    After,
    /// One, before a scale: "a" in "a hundred".
    Article,
    /// "and" in "a hundred and ten", "between 5 and 9".
    And,
    /// "point" in "two point two million".
    Point,
    /// "half" in "half a dozen".
    Half,
    /// "to" in "10 to 15".
    To,
    /// "or" in "ten or eleven".
    Or,
    /// "of" in "tens of thousands".
    Of,
    /// Opens a range that "and" continues: "between".
    Between,
    /// Opens a range that "to" continues: "from".
    From,
    /// Before "from" it tells a change and no range: "rose".
    Change,
    /// Before the size of a change: "by".
    Step,
    /// As large as the figure before it: "as many".
    Same,
    /// Digits after it, written as a name, are its number: "Flight".
    Label,
    /// Says nothing of the amount and may stand between a qualifier and its amount: "a total of", "reportedly".
    Fill,
    /// Qualifies a number, and before a quantity without one is a preposition: "about many things".
    Preposition,
    /// A share, which such a word qualifies as well: "about half".
    Share,
    /// Adds the number itself to a bound: "or equal to".
    Equal,
    /// A quantity without a number: "many".
    Vague,
    /// The same, and it may multiply a scale: "several" in "several hundred".
    Several,
    /// The plural of a scale: vague alone, a scale after a number.
    Plural,
    /// A scale only after a number: "score".
    Multiplied,
    /// "nobody"
    Nobody,
    /// The number is said to be unknown: "an unknown number of".
    Unknown,
    /// A cell that says no more than that the number is unknown: "n/a".
    Untold,
    /// Looks like a figure and is none: "one another".
    Idiom,
    /// Makes the number before it a measure of something else: "percent".
    Unit,
    /// Makes the number before it a share: "thirds".
    Fraction,
    /// Closes a number by a hyphen and loosens it as `after` tells: "plus" in "thirty-plus".
    Joined,
}

/// What a figure, or what looks like one, can begin with; and an article, before some of these.
const STARTS: Parts = {
    use Part::*;
    let parts = [Number, Scale, Before, Half, Between, From, Vague, Several, Plural, Nobody, Unknown, Idiom, Label];
    let (mut all, mut i) = (0, 0);
    while i < parts.len() {
        all |= parts[i].bit();
        i += 1;
    }
    Parts(all)
};

/// The same and the article.
const MAY_START: Parts = Parts(STARTS.0 | Part::Article.bit());

impl Parts {
    /// Whether it is in the set.
    #[inline]
    pub(crate) fn has(self, part: Part) -> bool {
        self.0 & part.bit() != 0
    }

    /// Both sets in one.
    #[inline]
    pub(crate) fn and(self, other: Parts) -> Parts {
        Parts(self.0 | other.0)
    }

    /// Whether a figure, or what looks like one, can begin with some of them.
    #[inline]
    pub(crate) fn may_start(self) -> bool {
        self.0 & STARTS.0 != 0
    }

    fn add(&mut self, part: Part) {
        self.0 |= part.bit();
    }
}

impl Part {
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

impl FigureWord {
    /// A number of its own: "thirteen".
    #[inline]
    pub fn number(&self) -> Option<u64> {
        if let Counts::Number(n) = self.counts { Some(n) } else { None }
    }

    /// What it multiplies by: "hundred", "dozen", "million".
    #[inline]
    pub fn scale(&self) -> Option<u64> {
        if let Counts::Scale(n) = self.counts { Some(n) } else { None }
    }

    /// Whether it does this.
    #[inline]
    pub fn is(&self, part: Part) -> bool {
        self.parts.has(part)
    }

    /// Whether it, or an expression that begins with it, does this.
    #[inline]
    pub fn opens(&self, part: Part) -> bool {
        self.opens.has(part)
    }

    /// Whether it, or an expression that begins with it, does one of these.
    #[inline]
    pub fn opens_any(&self, parts: &[Part]) -> bool {
        self.opens.0 & parts.iter().fold(0, |all, part| all | part.bit()) != 0
    }

    /// Whether it can begin a figure or what looks like one, alone.
    #[inline]
    pub fn starts(&self) -> bool {
        self.parts.may_start()
    }

    /// Whether it, or an expression that begins with it, can begin a figure or what looks like one, or is an article.
    #[inline]
    pub fn may_start(&self) -> bool {
        self.opens.0 & MAY_START.0 != 0
    }
}

/// `[figure]`
pub(super) fn enter(lexicon: &mut Lexicon, tables: Item) -> Result<(), String> {
    for table in tables.items()? {
        for item in table.items()? {
            match table.name {
                "number" => word_of(lexicon, item.name, Part::Number).counts = Counts::Number(item.number()?),
                "scale" => word_of(lexicon, item.name, Part::Scale).counts = Counts::Scale(item.number()?),
                "before" => {
                    let qualifier = item.named()?;
                    item.words()?.for_each(|word| word_of(lexicon, word, Part::Before).before = Some(qualifier));
                }
                "after" => {
                    let qualifier = item.named()?;
                    item.words()?.for_each(|word| word_of(lexicon, word, Part::After).after = Some(qualifier));
                }
                "part" => {
                    let part = item.named()?;
                    item.words()?.for_each(|word| _ = word_of(lexicon, word, part));
                }
                _ => return Err(table.unknown()),
            }
        }
    }
    Ok(())
}

/// `[times]`, `[ordinal]`: the number that goes with a word, and how it counts.
pub(super) fn enter_counts(lexicon: &mut Lexicon, table: Item, counts: fn(u32) -> Counts) -> Result<(), String> {
    for word in table.items()? {
        lexicon.entry_mut(word.name).figure.counts = counts(word.number()?);
    }
    Ok(())
}

/// The entry of a word or expression, with the part noted.
pub(super) fn word_of<'a>(lexicon: &'a mut Lexicon, words: &str, part: Part) -> &'a mut FigureWord {
    let first = words.split(' ').next().unwrap_or(words);
    lexicon.entry_mut(first).figure.opens.add(part);
    let word = &mut lexicon.entry_mut(words).figure;
    word.parts.add(part);
    word
}
