//! The noun phrase: one record for "13", "a policeman", "Judge X", "another" and "himself".

mod judge;
mod marks;
mod pronoun;
mod words;

use super::word::{Sentence, Sort, Word};
use crate::claim::{Outcome, Victims};
use crate::figure::Found;
use crate::lexicon::{Class, Lexicon};
pub(super) use judge::fighting_side;
use judge::male;
pub(super) use marks::joins_noun;
use pronoun::pronoun;
pub(super) use words::harm_suffered;

/// What its head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// People.
    Person,
    /// A group counted by its members only where a number stands.
    Crowd,
    /// An animal.
    Animal,
    /// A thing, place, time or measure.
    Thing,
    /// Not known: beside a strong verb it may be people.
    Unknown,
    /// No head: a number alone, "others", "the dead".
    Bare,
}

/// The word that opens it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// None.
    #[default]
    None,
    /// "a"
    A,
    /// "the", "these"
    Definite,
    /// "his", "Smith’s"
    Owner,
}

/// A pronoun that may stand for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pronoun {
    /// "he", "they"
    Person,
    /// "himself"
    Reflexive,
    /// "it", "which"
    Thing,
}

/// A noun phrase. `first..end` are words of its sentence.
#[derive(Clone, Copy, Debug)]
pub struct NounPhrase {
    /// First word.
    pub first: u16,
    /// Word after the last.
    pub end: u16,
    /// The word of its head.
    pub head: u16,
    /// Its chunk; `None` where another took it in.
    pub chunk: Option<u16>,
    /// The word of its figure.
    pub figure: Option<u16>,
    /// What the head is.
    pub who: Who,
    /// Whether the head says one (`false`) or several (`true`).
    pub plural: Option<bool>,
    /// The word that opens it.
    pub opening: Opening,
    /// "another", "others"
    pub other: bool,
    /// "the others", "the remaining"
    pub remaining: bool,
    /// "all", "both"
    pub all: bool,
    /// "both"
    pub both: bool,
    /// "most of"
    pub share: bool,
    /// "a fifth victim": the place in the row.
    pub ordinal: Option<u32>,
    /// "no one", "no casualties"
    pub nobody: bool,
    /// A pronoun.
    pub pronoun: Option<Pronoun>,
    /// "I": the one who speaks.
    pub speaker: bool,
    /// An age; 0 where it is not in digits.
    pub age: Option<u16>,
    /// First word of a name in it.
    pub name: Option<u16>,
    /// The group its words name.
    pub victims: Option<Victims>,
    /// "army", "television": the group of those who serve in a body that its words name.
    pub serves: Option<Victims>,
    /// The outcome a word inside tells: "five wounded soldiers", "the dead".
    pub state: Option<Outcome>,
    /// "three deaths": the head counts people by what happened to them.
    pub count: Option<Outcome>,
    /// "triple": how many times the count
    pub times: Option<u32>,
    /// "death toll"
    pub toll: Option<Outcome>,
    /// "injuries", "wounds"
    pub harm: bool,
    /// "wife": somebody’s
    pub kin: bool,
    /// "son": kin of the next generation
    pub offspring: bool,
    /// Man or woman, where the words tell.
    pub male: Option<bool>,
    /// A trade, nationality or kinship that is in no group: "a British engineer".
    pub described: bool,
    /// "gunman": an attacker by the word itself.
    pub attacker: bool,
    /// A news agency, ministry or other speaker.
    pub body: bool,
    /// "a suspected militant", "alleged"
    pub member: bool,
}

impl NounPhrase {
    /// Reads the noun phrase that starts at word `at`.
    pub fn read(sentence: &Sentence, at: usize, lexicon: &Lexicon) -> Option<NounPhrase> {
        Reader { words: &sentence.words, years: &sentence.years, lexicon }.read(at)
    }

    /// Whether it can be people who were counted or described, beside a verb that only people suffer.
    pub fn may_be_people(&self) -> bool {
        match self.who {
            Who::Person | Who::Bare => true,
            Who::Unknown => self.pronoun != Some(Pronoun::Thing),
            Who::Crowd => self.figure.is_some() || self.times.is_some(),
            Who::Animal | Who::Thing => false,
        }
    }

    /// Whether it is plainly people.
    pub fn is_people(&self) -> bool {
        match self.who {
            Who::Person => true,
            Who::Bare => {
                let one_more = self.ordinal.is_some() && self.opening == Opening::A; // "a second"
                self.figure.is_some() || self.other || self.nobody || self.state.is_some() || self.all || one_more
            }
            Who::Crowd => self.figure.is_some() || self.times.is_some(),
            Who::Unknown => self.age.is_some(),
            Who::Animal | Who::Thing => false,
        }
    }
}

struct Reader<'a> {
    words: &'a [Word],
    years: &'a [(usize, u64)],
    lexicon: &'a Lexicon,
}

const STOPS: &[Class] = &[
    Class::Preposition,
    Class::And,
    Class::Or,
    Class::But,
    Class::BeSingle,
    Class::BePlural,
    Class::Be,
    Class::HaveSingle,
    Class::Have,
    Class::Do,
    Class::Modal,
    Class::To,
    Class::Not,
    Class::Where,
    Class::Relative,
    Class::Including,
    Class::Whom,
    Class::According,
    Class::Unharmed,
];

impl Reader<'_> {
    fn read(&self, at: usize) -> Option<NounPhrase> {
        let first = self.words.get(at)?;
        let mut np = NounPhrase {
            first: at as u16,
            end: at as u16,
            head: at as u16,
            chunk: None,
            figure: None,
            who: Who::Bare,
            plural: None,
            // "last Monday’s murder of": owned by what is no noun phrase
            opening: match at.checked_sub(1).map(|b| self.words[b].sort) {
                Some(Sort::Possessive) => Opening::Owner,
                _ => Opening::None,
            },
            other: false,
            remaining: false,
            all: false,
            both: false,
            share: false,
            ordinal: None,
            nobody: false,
            pronoun: None,
            speaker: false,
            age: None,
            name: None,
            victims: None,
            serves: None,
            state: None,
            count: None,
            times: None,
            toll: None,
            harm: false,
            kin: false,
            offspring: false,
            male: None,
            described: false,
            attacker: false,
            body: false,
            member: false,
        };
        if let Some(pronoun) = pronoun(first, self.words.get(at + 1)) {
            np.end += 1;
            np.pronoun = Some(pronoun);
            let those = first.has(Class::PersonPronoun) && first.has(Class::Definite);
            np.plural = Some(those || !first.any(&[Class::SinglePronoun, Class::ThingPronoun]));
            np.who = if pronoun == Pronoun::Thing { Who::Thing } else { Who::Person };
            np.male = male(first);
            np.speaker = first.has(Class::Speaker);
            np.attacker = pronoun == Pronoun::Reflexive;
            np.both = pronoun == Pronoun::Person && self.words.get(at + 1).is_some_and(|w| w.has(Class::Both));
            np.end += u16::from(np.both); // "them both"
            np.all = pronoun == Pronoun::Person && first.has(Class::Including); // "all of them"
            return Some(np);
        }
        let mut i = at;
        let mut open = true; // nothing but determiners and numbers so far
        let (mut head, mut closes) = (None, None);
        let labels = at > 0 && self.words[at - 1].is(':');
        while let Some(w) = self.words.get(i) {
            let mut noun = w.plain & !w.more; // it goes on with any phrase: most words are so
            match w.sort {
                _ if noun => {}
                // "a Form Three student"
                Sort::Figure(_) if np.opening == Opening::A && np.name.is_some() && self.person(i + 1) => {}
                Sort::Figure(_) if np.figure.is_none() && (head.is_none() || np.name == Some(i as u16 - 1)) => {
                    if head.is_some() {
                        break;
                    }
                    np.figure = Some(i as u16);
                }
                Sort::Place(place) if open && head.is_none() && np.ordinal.is_none() => np.ordinal = Some(place),
                // "the May 3 killing of": the day stands for no one
                Sort::Digits | Sort::Figure(_) | Sort::Place(_) if self.day_of(i, &np, head) => {
                    (head, open) = (None, true)
                }
                Sort::Digits if i == at + 1 && self.years.iter().any(|y| y.0 == i) => {} // "the 1988 bombing"
                Sort::Figure(_) | Sort::Digits | Sort::Place(_) => break,
                Sort::Age(years) => {
                    if np.age.is_some() && head.is_none() {
                        np.times = Some(np.times.map_or(2, |n| n + 1)); // "5- and 9-year-old sons"
                    }
                    np.age = Some(years);
                    open = false;
                }
                Sort::Mark('-' | '‑' | '–') if head.is_some() && self.hyphen(i) => {}
                Sort::Mark('&') if head.is_some() && np.name.is_some() => {}
                Sort::Mark('"' | '“' | '”' | '\'' | '’') if np.name.is_some() && self.nickname(i) => {}
                Sort::Mark('"' | '“' | '’' | '\'') if i > at && head.is_none() && self.quoted(i).is_some() => {
                    closes = self.quoted(i); // three "rebels"
                }
                Sort::Mark(_) | Sort::Possessive if closes == Some(i) && head.is_some() => {}
                Sort::Mark('/') if head.is_some() => {}
                Sort::Mark('.') if np.name == Some(i as u16 - 1) || np.name.is_some() && self.initial(i - 1) => {}
                Sort::Mark('.')
                    if head.is_some_and(|h: usize| {
                        h + 1 == i && self.words[h].any(&[Class::Title, Class::NameSuffix])
                    }) => {}
                Sort::Word if w.has(Class::Nobody) && open && np.figure.is_none() => {
                    np.nobody = true;
                    np.end = i as u16 + 1;
                    return Some(np);
                }
                Sort::Word if i > at && labels && self.label(i) => break,
                Sort::Word if w.has(Class::Nonfatal) && one_more(&np) && !self.noun_follows(i + 2) => break,
                Sort::Word if open && head.is_none() && self.opens(w, &mut np) => {}
                Sort::Word if self.belongs(i, open, &np, head) => noun = true,
                _ => break,
            }
            if noun {
                (head, open) = (Some(i), false);
                self.describe(i, &mut np);
            }
            i += 1;
        }
        // a mark at the end belongs to nobody
        let mark = |k: usize| matches!(self.words[k].sort, Sort::Mark(_) | Sort::Possessive) && closes != Some(k);
        while i > at && mark(i - 1) && !self.junior(i) {
            i -= 1;
        }
        np.end = i as u16;
        match head {
            Some(h) => {
                np.head = h as u16;
                self.judge(h, &mut np);
            }
            None if np.age.is_some() => np.who = Who::Person,
            None if np.nobody && self.words.get(i).is_some_and(|w| w.has(Class::Of)) => np.head = np.first, // "any of them"
            None if np.figure.is_some() || np.other || np.all || np.ordinal.is_some() || np.share || np.remaining => {
                np.head = np.figure.unwrap_or(np.end.saturating_sub(1));
                if np.all && np.figure.is_none() && np.plural.is_none() {
                    np.plural = Some(true); // "all those on board"
                }
                if np.ordinal.is_some() && np.figure.is_none() {
                    np.plural = np.plural.or(Some(false)); // "a third", "the sixth"
                }
            }
            None => return None,
        }
        if let (Some(f), Sort::Figure(_)) = (np.figure, self.words[np.first as usize].sort) {
            debug_assert!(f >= np.first);
        }
        Some(np)
    }
}

/// "another seriously wounded", "a third badly hurt": what stands behind tells of the one, and is no noun.
fn one_more(np: &NounPhrase) -> bool {
    np.figure.is_none() && (np.other || np.ordinal.is_some())
}

/// The figure of a noun phrase.
pub fn figure_of<'a>(sentence: &'a Sentence, np: &NounPhrase) -> Option<&'a Found> {
    match sentence.words[np.figure? as usize].sort {
        Sort::Figure(f) => Some(&sentence.figures[f as usize]),
        _ => None,
    }
}
