//! Where and when a text says that things happened, sentence by sentence.

use crate::{
    date::{
        Doubt, Edtf, Part,
        said::{self, Said},
    },
    document::Document,
    extract::{
        Scanned, bytes,
        sentence::Span,
        spot::{self, Places, Spot},
    },
    lexicon::{Class, Lexicon, Told as Word},
    place::Gazetteer,
    token::{Case, Kind, Token},
};
use jiff::civil::Date;
use std::{cell::OnceCell, ops::Range};

/// What a text tells of places and dates, read sentence by sentence as it is asked for.
pub(super) struct Told<'a> {
    reader: Reader<'a>,
    places: Places<'a>,
    spans: &'a [Span],
    read: Vec<OnceCell<Box<Sentence<'a>>>>,
}

/// What has been read of a sentence: of most, nothing.
#[derive(Default)]
struct Sentence<'a> {
    spots: OnceCell<Vec<Spot<'a>>>,
    said: OnceCell<Vec<Said>>,
    dates: OnceCell<Vec<(usize, Edtf)>>,
    harm: OnceCell<bool>,
    separate: OnceCell<bool>,
}

/// Reads the places and dates of a text. Relative dates count from the day of publication; where that is not known, from
/// the dates that the text itself bears, and are then marked as uncertain.
pub(super) fn told<'a>(
    document: &'a Document,
    scanned: &'a Scanned<'a>,
    lexicon: &'a Lexicon,
    known: &'a Gazetteer,
) -> Told<'a> {
    let (text, tokens) = (&*scanned.whole.text, scanned.tokens.as_slice());
    let published: Option<Date> = document.published.as_deref().and_then(|p| p.get(..10)?.parse().ok());
    let anchor = OnceCell::new();
    if let Some(day) = published {
        anchor.get_or_init(|| Some(day));
    }
    Told {
        reader: Reader { text, tokens, anchor, published: published.is_some(), lexicon },
        places: Places::of(text, tokens, scanned.casing, lexicon, known),
        spans: &scanned.spans,
        read: scanned.spans.iter().map(|_| OnceCell::new()).collect(),
    }
}

impl<'a> Told<'a> {
    /// The sentence in which a byte of the text stands.
    pub(super) fn sentence(&self, byte: usize) -> Option<usize> {
        let start = |s: &Span| self.reader.tokens[s.tokens.start].range().start;
        self.spans.partition_point(|s| start(s) <= byte).checked_sub(1)
    }

    fn read(&self, sentence: usize) -> &Sentence<'a> {
        self.read[sentence].get_or_init(Box::default)
    }

    /// The paragraph of a sentence.
    pub(super) fn paragraph(&self, sentence: usize) -> u32 {
        self.spans[sentence].paragraph
    }

    /// The places where a sentence says something is.
    pub(super) fn spots(&self, sentence: usize) -> &[Spot<'a>] {
        self.read(sentence).spots.get_or_init(|| self.places.find(self.spans[sentence].tokens.clone()).collect())
    }

    /// The dates on which it says something was, and their first bytes.
    pub(super) fn dates(&self, sentence: usize) -> &[(usize, Edtf)] {
        self.read(sentence).dates.get_or_init(|| self.reader.dates(self.said(sentence)))
    }

    /// The words of the first time it tells that counts from a day nobody gives: "on Sunday".
    pub(super) fn relative(&self, sentence: usize) -> Option<&'a str> {
        self.reader.relative(self.said(sentence))
    }

    fn said(&self, sentence: usize) -> &[Said] {
        self.read(sentence).said.get_or_init(|| self.reader.said(self.spans[sentence].tokens.clone()))
    }

    /// The time from a day or year on that a sentence tells of: "since 2004", "since June 3".
    pub(super) fn since(&self, sentence: usize) -> Option<Edtf> {
        let Reader { text, tokens, lexicon, .. } = self.reader;
        self.spans[sentence].tokens.clone().find_map(|at| {
            let classes = lexicon.entry(tokens[at].word).classes;
            let next = tokens.get(at + 1).filter(|_| classes.has(Class::Cumulative) && classes.has(Class::Where))?;
            let year = || text[next.range()].parse().ok().filter(|y| (1900..2100).contains(y)).map(Part::year);
            let day = self.dates(sentence).iter().find(|d| d.0 == next.range().start);
            let from = day.map_or_else(|| year().map(Edtf::One), |d| Some(d.1))?;
            if let Edtf::One(part) = from { Some(Edtf::Span(Some(part), None)) } else { None }
        })
    }

    /// The place that opens a sentence: "In Herat, …".
    pub(super) fn opening(&self, sentence: usize) -> Option<&'a str> {
        let Reader { text, tokens, lexicon, .. } = self.reader;
        spot::opening(text, tokens, self.spans[sentence].tokens.clone(), lexicon)
    }

    /// The words of a sentence.
    pub(super) fn text(&self, sentence: usize) -> &'a str {
        &self.reader.text[bytes(self.reader.tokens, &self.spans[sentence])]
    }

    /// It tells of harm, or of an event that does harm.
    pub(super) fn harm(&self, sentence: usize) -> bool {
        let tells = || self.reader.tells_of_harm(self.spans[sentence].tokens.clone());
        *self.read(sentence).harm.get_or_init(tells)
    }

    /// Its words set it apart from the event told of before.
    pub(super) fn separate(&self, sentence: usize) -> bool {
        let within = &self.spans[sentence].tokens;
        let leaves = || self.reader.lexicon.event().leaves(self.reader.text, self.reader.tokens, within.clone());
        *self.read(sentence).separate.get_or_init(leaves)
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The day from which relative dates count.
    anchor: OnceCell<Option<Date>>,
    /// It is the day of publication.
    published: bool,
    lexicon: &'a Lexicon,
}

impl<'a> Reader<'a> {
    fn is(&self, at: usize, wanted: Word) -> bool {
        let event = self.lexicon.event();
        event.may_tell(self.tokens[at].word, wanted)
            && event.at(self.text, self.tokens, at).is_some_and(|t| t.0 == wanted)
    }

    fn tells_of_harm(&self, mut within: Range<usize>) -> bool {
        within.any(|at| {
            let entry = self.lexicon.entry(self.tokens[at].word);
            entry.outcome.any() || entry.classes.has(Class::Attack) || self.is(at, Word::Event)
        })
    }

    /// The dates on which a sentence says something was: not that of its dateline, nor that of the saying.
    fn dates(&self, said: &[Said]) -> Vec<(usize, Edtf)> {
        let doubt = |full: bool| if self.published || full { Doubt::None } else { Doubt::Uncertain };
        said.iter()
            .filter_map(|s| Some((self.tokens[s.tokens.start].range().start, s.date?.doubted(doubt(s.full)))))
            .collect()
    }

    /// The words of the first of them that counts from a day nobody gives.
    fn relative(&self, said: &[Said]) -> Option<&'a str> {
        let said = &said.iter().find(|s| s.date.is_none())?.tokens;
        Some(&self.text[self.tokens[said.start].range().start..self.tokens[said.end - 1].range().end])
    }

    fn said(&self, within: Range<usize>) -> Vec<Said> {
        let anchor = *self.anchor.get_or_init(|| inferred(self.text, self.tokens, self.lexicon));
        let mut found = said::find(self.text, self.tokens, within.clone(), anchor, self.lexicon);
        if found.is_empty() {
            return found;
        }
        let begins = self.dateline(within.clone());
        let is_told = |s: &Said| {
            let Range { start, end } = s.tokens;
            start >= begins
                && !self.is_of_saying(within.start, start)
                && !self.is_beside(within.start..start, end..within.end)
        };
        found.retain(is_told);
        found
    }

    /// Where a sentence begins behind its dateline, "LIMA, June 3 (AP) - ", which tells where and when it was written.
    fn dateline(&self, within: Range<usize>) -> usize {
        const LONGEST: usize = 16;
        let tokens = self.tokens;
        let is_dash = |at: &usize| {
            let dash = matches!(tokens[*at].kind, Kind::Mark('-' | '–' | '—'));
            dash && *at > within.start && !tokens[*at].touches(&tokens[at - 1])
        };
        let upper = tokens[within.start].case == Case::Upper;
        let dash = if upper { within.clone().take(LONGEST).find(is_dash) } else { None };
        dash.map_or(within.start, |at| at + 1)
    }

    /// Whether the date at a token is that of the saying: "police said on Monday".
    fn is_of_saying(&self, start: usize, at: usize) -> bool {
        const LOOKED_AT: usize = 6;
        let before = self.tokens[start..at].iter().rev().take(LOOKED_AT);
        let classes = before.take_while(|t| !matches!(t.kind, Kind::Mark(_))).map(|t| self.lexicon.entry(t.word));
        classes.take_while(|entry| !entry.outcome.any()).any(|entry| entry.classes.has(Class::Speech))
    }

    /// Whether the date between two stretches of a sentence is that of something beside the event: "was jailed on Monday", "on
    /// Monday, he pleaded". The nearest word before it that tells of harm or of such a thing decides, else the nearest behind.
    fn is_beside(&self, before: Range<usize>, behind: Range<usize>) -> bool {
        const LOOKED_AT: usize = 8;
        let told = |at: usize| {
            let entry = self.lexicon.entry(self.tokens[at].word);
            let harm = entry.outcome.any() || entry.classes.has(Class::Attack) || self.is(at, Word::Event);
            self.is(at, Word::Aside).then_some(true).or(harm.then_some(false))
        };
        let is_mark = |at: &usize| matches!(self.tokens[*at].kind, Kind::Mark(_));
        let nearest = before.rev().take(LOOKED_AT).take_while(|at| !is_mark(at)).find_map(told);
        let comma = usize::from(self.tokens.get(behind.start).is_some_and(|t| t.is(',')) && !behind.is_empty());
        let next = || (behind.start + comma..behind.end).take(LOOKED_AT).take_while(|at| !is_mark(at)).find_map(told);
        nearest.or_else(next).unwrap_or(false)
    }
}

/// The day from which relative dates count where nobody says when a text was published: the first full date near its
/// beginning (a dateline or a caption), else the one it bears most often, the later of two.
fn inferred(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Option<Date> {
    const NEAR_THE_BEGINNING: usize = 60;
    // Without a year no date is full, and most texts bear none.
    let year = |(at, t): (usize, &Token)| match t.range().len() {
        4 => true,
        2 => at > 0 && tokens[at - 1].case == Case::Upper,
        _ => false,
    };
    if !tokens.iter().enumerate().any(|(at, t)| t.kind == Kind::Digits && year((at, t))) {
        return None;
    }
    let days = said::find(text, tokens, 0..tokens.len(), None, lexicon).into_iter().filter(|s| s.full);
    let days: Vec<(usize, Date)> = days
        .filter_map(|s| match s.date? {
            Edtf::One(part) if part.day > 0 => Some((s.tokens.start, part.first())),
            _ => None,
        })
        .collect();
    let first = days.iter().find(|(at, _)| *at < NEAR_THE_BEGINNING).map(|(_, day)| *day);
    first.or_else(|| {
        let often = |day: Date| days.iter().filter(|d| d.1 == day).count();
        days.iter().map(|d| d.1).max_by_key(|day| (often(*day), *day))
    })
}
