//! The gate before all reading: the words without which nothing is told of anybody's fate.
//!
//! Most of what is written tells no toll. A claim needs a word that tells an outcome, so a text or sentence without one is
//! not read any further. The gate looks at letters alone and lets through more than is told, never less: it compares runs of
//! ASCII letters, and takes whatever stands between two runs for what stands between the words of an expression.

use super::{
    Class, Entry, Form, Lexicon,
    letters::{self, ShortWord},
    short::{MIX, key},
};
use crate::claim::Victims;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The words that open the gate, by the key of their letters, and what must stand around each.
#[derive(Debug, Default)]
pub struct Gate {
    words: FxHashMap<u128, Vec<Around>>,
    beginnings: Beginnings,
    /// The fewest letters that one of them has, up to three: shorter words of a text are passed over.
    shortest: usize,
    open: bool,
}

/// The runs of letters that stand around the longest one of an expression; none for a word that opens the gate alone.
#[derive(Debug)]
struct Around {
    tells: Tells,
    /// The nearest first.
    before: Vec<Box<[u8]>>,
    after: Vec<Box<[u8]>>,
}

/// What a word tells that opens the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tells {
    /// A fate.
    Fate,
    /// A fate, where what stands beside it lets it.
    Beside(Company),
    /// Just who attacks.
    Attacker,
}

/// What must stand near a word that tells a fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Company {
    /// Before a harm, who has it: "suffered cuts", "with cuts".
    Bearing,
    /// Before prisoners, who takes them: "captured two prisoners".
    Capture,
    /// Behind what is lost, people, or before it a side of a fight: "lost 12 soldiers", "the rebels lost 12".
    People,
    /// Before a verb, nothing that makes it a noun: "on strike", "a strike".
    NoNoun,
}

/// Where a text may tell of a fate, and where it just says who attacks: the first bytes of the words, in order.
#[derive(Debug)]
pub struct Openings {
    fates: Vec<usize>,
    attackers: Vec<usize>,
    all: bool,
}

/// How words of a list begin, a bit for some beginnings each: refuses most words that are not in it, without a look at the list.
#[derive(Debug, Default)]
struct Beginnings(Vec<u64>);

impl Gate {
    /// Lets everything in.
    pub(super) fn open() -> Gate {
        Gate { open: true, ..Gate::default() }
    }

    pub(super) fn of(lexicon: &Lexicon) -> Gate {
        let mut gate = Gate { shortest: 3, ..Gate::default() };
        gate.words.reserve(1 << 10);
        let mut longer = Vec::new();
        lexicon.each_word(|first, id| {
            if let Some(tells) = tells(lexicon.entry(id)) {
                gate.open_at(first, tells);
            }
            for (rest, whole) in lexicon.expressions.all(id) {
                let Some(tells) = tells(lexicon.entry(*whole)) else { continue };
                longer.push(([first, b" ", rest.written().as_bytes()].concat(), tells));
            }
        });
        longer.iter().for_each(|(words, tells)| gate.open_at(words, *tells));
        gate
    }

    /// Opens it at the longest run of letters of a word or expression; not where one of its words does so already.
    fn open_at(&mut self, words: &[u8], tells: Tells) {
        let all: Vec<&[u8]> = runs(words).map(|run| &words[run]).collect();
        let opens = |known: &Around| {
            known.before.is_empty() && known.after.is_empty() && (known.tells == Tells::Fate || known.tells == tells)
        };
        if all.iter().any(|run| self.words.get(&key(run)).is_some_and(|known| known.iter().any(opens))) {
            return;
        }
        let Some(longest) = (0..all.len()).max_by_key(|n| all[*n].len()) else { return };
        let boxed = |run: &&[u8]| Box::from(*run);
        let before = all[..longest].iter().rev().map(boxed).collect();
        let after = all[longest + 1..].iter().map(boxed).collect();
        self.shortest = self.shortest.min(all[longest].len());
        self.beginnings.add(all[longest]);
        self.words.entry(key(all[longest])).or_default().push(Around { tells, before, after });
    }

    /// Where a text may tell of a fate: elsewhere no word of it does. `lexicon` is that of the gate.
    pub(super) fn openings(&self, text: &str, lexicon: &Lexicon) -> Openings {
        let text = text.as_bytes();
        let (mut fates, mut attackers) = (Vec::new(), Vec::new());
        if !self.open {
            each_start(text, self.shortest, |start| {
                if self.beginnings.has(beginning(&text[start..]))
                    && let Some(fate) = self.opens(text, start, lexicon)
                {
                    if fate { &mut fates } else { &mut attackers }.push(start);
                }
            });
        }
        Openings { fates, attackers, all: self.open }
    }

    /// Whether a word that opens the gate and starts there, with what must stand around it, tells a fate; `None` where none
    /// does start there.
    fn opens(&self, text: &[u8], start: usize, lexicon: &Lexicon) -> Option<bool> {
        let (before, word) = text.split_at(start);
        let (key, length) = match ShortWord::at(word) {
            Some(short) => (short.key, short.length),
            None => {
                let run = runs(word).next().unwrap_or_default();
                (key(&word[run.clone()]), run.end)
            }
        };
        let same = |sought: &[Box<[u8]>], found: &mut dyn Iterator<Item = &[u8]>| {
            sought.iter().all(|run| found.next().is_some_and(|f| f.eq_ignore_ascii_case(run)))
        };
        let stands = |around: &Around| {
            let after = &word[length..];
            same(&around.after, &mut runs(after).map(|run| &after[run])) && same(&around.before, &mut runs_back(before))
        };
        let fate = |tells: Tells| match tells {
            Tells::Fate => Some(true),
            Tells::Beside(company) => company.stands(before, &word[length..], lexicon).then_some(true),
            Tells::Attacker => Some(false),
        };
        self.words.get(&key)?.iter().filter(|around| stands(around)).filter_map(|around| fate(around.tells)).max()
    }
}

impl Company {
    /// Whether it stands beside a word, by what is before and behind that.
    fn stands(self, before: &[u8], after: &[u8], lexicon: &Lexicon) -> bool {
        /// So many words are looked at: between the two stands what describes one of them.
        const FAR: usize = 12;
        const PEOPLE: &[Class] = &[Class::Person, Class::Persons, Class::Crowd, Class::Member];
        const NAMES: &[Class] = &[Class::A, Class::Definite, Class::Owner, Class::Preposition, Class::Adjective];
        const VERB_FOLLOWS: &[Class] = &[Class::To, Class::PersonPronoun, Class::Adverb];
        let entry = |run: &[u8]| lexicon.entry(lexicon.short.find(key(run)));
        let mut near = runs_back(before).take(FAR);
        match self {
            Company::Bearing => near.any(|run| entry(run).classes.any(&[Class::HarmVerb, Class::With])),
            Company::Capture => near.any(|run| entry(run).classes.has(Class::Capture)),
            Company::People => {
                let people = |entry: &Entry| entry.victims.is_some() || entry.classes.any(PEOPLE);
                let side = |entry: &Entry| entry.victims.or(entry.serves).is_some_and(Victims::bear_arms);
                near.any(|run| side(entry(run))) || runs(after).take(FAR).any(|run| people(entry(&after[run])))
            }
            Company::NoNoun => !near.next().is_some_and(|run| {
                let classes = entry(run).classes;
                classes.any(NAMES) && !classes.any(VERB_FOLLOWS)
            }),
        }
    }
}

impl Openings {
    /// Whether no fate is told: a text that only says who attacks states nothing.
    pub fn none(&self) -> bool {
        !self.all && self.fates.is_empty()
    }

    /// Where a fate may be told; `None` where that is everywhere.
    pub fn fates(&self) -> Option<&[usize]> {
        (!self.all).then_some(&self.fates)
    }

    /// Whether a fate may be told among these bytes of the text.
    pub fn may_tell(&self, bytes: &Range<usize>) -> bool {
        self.all || any_within(&self.fates, bytes)
    }

    /// Whether an attacker may be named among them.
    pub fn may_attack(&self, bytes: &Range<usize>) -> bool {
        self.may_tell(bytes) || any_within(&self.attackers, bytes)
    }
}

fn any_within(places: &[usize], bytes: &Range<usize>) -> bool {
    places.get(places.partition_point(|at| *at < bytes.start)).is_some_and(|at| *at < bytes.end)
}

/// What a word tells for which a sentence must be read, and a text if it is more than who attacks.
fn tells(entry: &Entry) -> Option<Tells> {
    const FATE: &[Class] =
        &[Class::Treated, Class::Hospital, Class::Deed, Class::Wound, Class::Suicide, Class::Survive, Class::Unsaved];
    const BESIDE: &[(Class, Company)] =
        &[(Class::Harm, Company::Bearing), (Class::Prisoner, Company::Capture), (Class::Losing, Company::People)];
    if entry.classes.any(FATE) || entry.outcome.any() {
        let verb = entry.outcome.verb.is_some_and(|verb| matches!(verb.form, Form::Base | Form::Third));
        let blow = verb && !entry.outcome.any_noun() && entry.classes.has(Class::Loose);
        return Some(if blow { Tells::Beside(Company::NoNoun) } else { Tells::Fate });
    }
    let beside = BESIDE.iter().find(|(class, _)| entry.classes.has(*class)).map(|(_, company)| Tells::Beside(*company));
    beside.or((entry.victims == Some(Victims::Militants)).then_some(Tells::Attacker))
}

/// The runs of ASCII letters of a text.
fn runs(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].iter().position(u8::is_ascii_alphabetic)?;
        at = text[start..].iter().position(|b| !b.is_ascii_alphabetic()).map_or(text.len(), |n| start + n);
        Some(start..at)
    })
}

/// The same from the end on.
fn runs_back(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.rsplit(|b| !b.is_ascii_alphabetic()).filter(|run| !run.is_empty())
}

/// The first byte of every run of ASCII letters that has at least so many, up to three. Sixty-four bytes are looked at in one step: all of
/// most texts is looked at here and nowhere else.
fn each_start(text: &[u8], shortest: usize, mut each: impl FnMut(usize)) {
    let (blocks, rest) = text.as_chunks::<64>();
    let mut last = [0; 64];
    last[..rest.len()].copy_from_slice(rest);
    // a run may go on behind the last bit
    let second = |found: u64| if shortest > 1 { found >> 1 | 1 << 63 } else { u64::MAX };
    let third = |found: u64| if shortest > 2 { found >> 2 | 3 << 62 } else { u64::MAX };
    let mut goes_on = 0;
    for (n, block) in blocks.iter().chain([&last]).enumerate() {
        let mut found = 0;
        for eight in block.as_chunks::<8>().0.iter().rev() {
            found = found << 8 | a_bit_each(letters::of(u64::from_le_bytes(*eight)));
        }
        let mut starts = found & !(found << 1 | goes_on) & second(found) & third(found);
        goes_on = found >> 63;
        while starts != 0 {
            each(64 * n + starts.trailing_zeros() as usize);
            starts &= starts - 1;
        }
    }
}

/// The highest bits of eight bytes, side by side.
#[inline]
fn a_bit_each(high: u64) -> u64 {
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The first four bytes of a text as a number, letters made small; of a run of three letters these alone.
#[inline]
fn beginning(text: &[u8]) -> u32 {
    const SMALL: u32 = u32::from_ne_bytes([0x20; 4]);
    let four = match text.first_chunk() {
        Some(four) => u32::from_le_bytes(*four),
        None => text.iter().rev().fold(0, |all, b| all << 8 | u32::from(*b)),
    };
    let small = four | SMALL;
    let goes_on = u32::from(((small >> 24) as u8).is_ascii_lowercase());
    small & (0xff_ffff | goes_on.wrapping_neg())
}

impl Beginnings {
    /// So many bits tell beginnings apart.
    const BITS: u32 = 16;

    /// Adds a run of letters; of one of two letters also every byte that may stand behind it.
    fn add(&mut self, run: &[u8]) {
        self.0.resize(1 << (Self::BITS - 6), 0);
        let mut add = |bytes: &[u8]| {
            let (at, bit) = Self::place(beginning(bytes));
            self.0[at] |= bit;
        };
        match run {
            [a, b, c, ..] => add(&[*a, *b, *c, run.get(3).copied().unwrap_or_default()]),
            [a, b] => (0..=u16::MAX).for_each(|next| add(&[&[*a, *b], &next.to_le_bytes()[..]].concat())),
            _ => self.0.fill(u64::MAX),
        }
    }

    /// Whether a word of the list may begin so.
    #[inline]
    fn has(&self, beginning: u32) -> bool {
        let (at, bit) = Self::place(beginning);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }

    #[inline]
    fn place(beginning: u32) -> (usize, u64) {
        let mixed = u64::from(beginning).wrapping_mul(MIX) >> (u64::BITS - Self::BITS);
        ((mixed >> 6) as usize, 1 << (mixed & 63))
    }
}
