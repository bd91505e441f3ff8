//! Dates as texts tell them: "17 October", "on Saturday", "last night", "two days ago".

use super::{Doubt, Edtf, Part};
use crate::lexicon::{Lexicon, Told};
use crate::token::{Kind, Token};
use jiff::{Span, ToSpan, civil::Date};
use std::ops::Range;

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The date; `None` for a relative one where nothing says what it is relative to.
    pub date: Option<Edtf>,
    /// The year stands in the text.
    pub full: bool,
}

/// The dates in `within`, the tokens of a text. Relative ones count from `anchor`, the day of publication; none is made more
/// precise than it was said.
pub fn find(text: &str, tokens: &[Token], within: Range<usize>, anchor: Option<Date>, lexicon: &Lexicon) -> Vec<Said> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let read =
            || absolute(text, tokens, at, anchor, lexicon).or_else(|| relative(text, tokens, at, anchor, lexicon));
        match may_start(text, tokens, at, lexicon).then(read).flatten() {
            Some((date, length, full)) => {
                found.push(Said { tokens: at..at + length, date, full });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a date can start at a token: most are passed over here. A number starts none where no word of time stands beside it.
fn may_start(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let event = lexicon.event();
    let (token, next) = (&tokens[at], tokens.get(at + 1));
    let of_time = |token: &Token| event.may_tell(token.word, Told::Ago);
    let (here, behind) = (of_time(token), next.is_some_and(of_time));
    if token.kind == Kind::Digits {
        return behind || next.is_some_and(|next| next.is('-') || next.touches(token));
    }
    let counts = || behind && lexicon.entry(token.word).figure.number().is_some();
    here | behind && token.kind == Kind::Word && (here && event.at(text, tokens, at).is_some() || counts())
}

type Read = (Option<Edtf>, usize, bool);

/// "October 17, 2020", "17 Oct 2020", "17 October", "October 2020", "2020-10-17".
fn absolute(text: &str, tokens: &[Token], at: usize, anchor: Option<Date>, lexicon: &Lexicon) -> Option<Read> {
    let month = |at: usize| match lexicon.event().at(text, tokens, at)? {
        // A month without a capital letter is another word: "may", "march".
        (Told::Month(m), length) if text[tokens[at].range()].starts_with(char::is_uppercase) => Some((m, length)),
        _ => None,
    };
    let number = |at: usize, digits: Range<usize>| {
        let token = tokens.get(at).filter(|t| t.kind == Kind::Digits && digits.contains(&t.range().len()))?;
        text[token.range()].parse::<i16>().ok()
    };
    let skip =
        |at: usize, marks: &[char]| at + usize::from(tokens.get(at).is_some_and(|t| marks.iter().any(|&m| t.is(m))));
    // "17th"
    let ordinal = |at: usize| {
        let glued = at > 0 && tokens.get(at).is_some_and(|t| t.kind == Kind::Word && t.touches(&tokens[at - 1]));
        at + usize::from(glued)
    };
    let day_of = |at: usize| number(at, 1..3).filter(|d| (1..=31).contains(d)).map(|d| d as i8);
    let year_of = |at: usize| number(at, 4..5).filter(|y| (1900..2100).contains(y));
    if let Some(year) = year_of(at)
        && tokens.get(at + 1).is_some_and(|t| t.is('-'))
        && let (Some(m), Some(d)) = (day_of(at + 2), day_of(at + 4))
        && tokens[at + 3].is('-')
    {
        return Some((dated(Some(year), m, d, anchor), 5, true));
    }
    if let Some(day) = day_of(at) {
        let (m, length) = month(ordinal(at + 1))?;
        let end = ordinal(at + 1) + length;
        let next = skip(end, &[',', '.']);
        let (year, end) = year_of(next).map_or((None, end), |y| (Some(y), next + 1));
        let (year, end) = match number(next, 2..3).filter(|_| year.is_none() && tokens[at].range().len() <= 2) {
            // "31 OCT 89", as agencies write it.
            Some(y) if tokens[end - 1].case == crate::token::Case::Upper => (Some(1900 + y), next + 1),
            _ => (year, end),
        };
        return Some((dated(year, m, day, anchor), end - at, year.is_some()));
    }
    let (m, length) = month(at)?;
    let next = skip(at + length, &['.']);
    if let Some(year) = year_of(next) {
        let part = Part { month: m, ..Part::year(year) };
        return Some((Some(Edtf::One(part)), next + 1 - at, true));
    }
    let day = day_of(next)?;
    let end = ordinal(next + 1);
    let after = skip(end, &[',']);
    let (year, end) = year_of(after).map_or((None, end), |y| (Some(y), after + 1));
    Some((dated(year, m, day, anchor), end - at, year.is_some()))
}

/// A day of a month; without a year the one nearest before the day of publication, or a few days after it.
fn dated(year: Option<i16>, month: i8, day: i8, anchor: Option<Date>) -> Option<Edtf> {
    let Some(year) = year else {
        let anchor = anchor?;
        let this = Date::new(anchor.year(), month, day).ok()?;
        let ahead = this > anchor.saturating_add(7.days());
        let it = if ahead { Date::new(anchor.year() - 1, month, day).ok()? } else { this };
        return Some(Edtf::day(it));
    };
    Date::new(year, month, day).ok().map(Edtf::day)
}

/// "on Saturday", "last night", "three days ago".
fn relative(text: &str, tokens: &[Token], at: usize, anchor: Option<Date>, lexicon: &Lexicon) -> Option<Read> {
    let add = |day: Date, span: Span| day.saturating_add(span);
    if let Some((told, length)) = lexicon.event().at(text, tokens, at) {
        let date = |read: fn(Date, i8) -> Edtf, n: i8| Some((anchor.map(|day| read(day, n)), length, false));
        return match told {
            Told::Weekday(n) => date(|day, n| Edtf::day(last_weekday(day, n)), n),
            Told::Days(from, to) => {
                let date =
                    anchor.map(|day| Edtf::days(add(day, i64::from(from).days()), add(day, i64::from(to).days())));
                Some((date, length, false))
            }
            Told::Week(n) => date(week, n),
            Told::InMonth(n) => date(|day, n| month_of(day.saturating_add(i64::from(n).months())), n),
            Told::InYear(n) => date(|day, n| Edtf::One(Part::year(day.year() + i16::from(n))), n),
            _ => None,
        };
    }
    let count = match tokens[at].kind {
        Kind::Digits => text[tokens[at].range()].parse().ok(),
        Kind::Word => lexicon.entry(tokens[at].word).figure.number(),
        _ => None,
    }?;
    let (Told::Unit(days), _) = lexicon.event().at(text, tokens, at + 1)? else { return None };
    let (Told::Ago, _) = lexicon.event().at(text, tokens, at + 2)? else { return None };
    let back = i64::try_from(count).ok()?.checked_mul(i64::from(days)).filter(|n| *n < 3_650)?;
    let doubt = if days == 1 { Doubt::None } else { Doubt::Approximate };
    Some((anchor.map(|day| Edtf::day(add(day, (-back).days())).doubted(doubt)), 3, false))
}

/// The last such day of the week up to the day of publication.
fn last_weekday(day: Date, weekday: i8) -> Date {
    let back = (day.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
    day.saturating_sub(i64::from(back).days())
}

/// A week from Monday to Sunday; the present one ends with the day of publication.
fn week(day: Date, n: i8) -> Edtf {
    let monday = day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days());
    if n == 0 {
        return Edtf::days(monday, day);
    }
    let first = monday.saturating_add((7 * i64::from(n)).days());
    Edtf::days(first, first.saturating_add(6.days()))
}

fn month_of(day: Date) -> Edtf {
    Edtf::One(Part { month: day.month(), ..Part::year(day.year()) })
}
