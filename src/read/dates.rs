//! Dates in words and in figures. The order of day and month in figures is told by the other rows of their column, or by
//! nothing.

use super::Reading;
use crate::{
    claim::seconds,
    date::{
        Edtf,
        numeric::{order, parse},
        said,
    },
    lexicon::{Language, Lexicon},
};
use std::collections::BTreeSet;

/// Puts dates such as 17/10/2020 and 17 Oct 2020 into ISO 8601. One that can be read both ways is read as the column shows elsewhere; where
/// nothing shows it, it is kept as one of two days, and that is said.
pub(super) fn settle(name: &str, reading: &mut Reading) {
    let mut notes = Vec::new();
    for (column, mut dates) in columns(reading) {
        for date in &mut dates {
            if let Ok(day) = date.parse::<Edtf>() {
                // Workbooks hold a time with every day.
                if column == "event_date" && date.contains([' ', 'T']) {
                    **date = day.to_string();
                }
            } else if let Some(read) = in_words(date).or_else(|| in_other_words(date)) {
                **date = read;
            }
        }
        let unread: BTreeSet<&str> = dates.iter().map(|d| d.as_str()).filter(|d| is_unread(d)).collect();
        if let Some(first) = unread.first() {
            notes.push(format!(
                "{name}, column “{column}”: {} dates such as “{first}” are not understood and kept as they are: write 2020-04-03",
                unread.len()
            ));
        }
        if !dates.iter().any(|d| parse(d, None).is_some()) {
            continue;
        }
        let order = order(dates.iter().map(|d| d.as_str()));
        let (mut open, mut first) = (BTreeSet::new(), String::new());
        for date in &mut dates {
            let Some(read) = parse(date, order) else { continue };
            if matches!(read, Edtf::Either(..)) {
                open.insert(date.clone());
                first = if first.is_empty() { date.clone() } else { first };
            }
            **date = read.to_string();
        }
        if !open.is_empty() {
            notes.push(format!(
                "{name}, column “{column}”: dates such as {first} ({} of them) can be read with the day or the month first; no other row \
                 tells which, so each is kept as one of two days: write 2020-04-03 to decide",
                open.len()
            ));
        }
    }
    reading.notes.extend(notes);
}

/// Whether a text with digits in it is a date of no kind that is known.
fn is_unread(text: &str) -> bool {
    let said = || {
        let lexicon = Lexicon::english();
        let tokens = lexicon.scan(text);
        !said::find(text, &tokens, 0..tokens.len(), None, lexicon).is_empty()
    };
    let is_known = || text.parse::<Edtf>().is_ok() || parse(text, None).is_some() || seconds(text).is_some() || said();
    text.contains(|c: char| c.is_ascii_digit()) && !is_known()
}

/// A date in words, "May 3, 2021", or a period between two of them; `None` where it is none, or leaves out the year.
fn in_words(text: &str) -> Option<String> {
    if !text.contains(char::is_alphabetic) || text.starts_with('[') {
        return None;
    }
    if let Some((first, last)) = text.split_once('/') {
        return Some(format!("{}/{}", in_words(first)?, in_words(last)?));
    }
    let lexicon = Lexicon::english();
    let tokens = lexicon.scan(text);
    let said = said::find(text, &tokens, 0..tokens.len(), None, lexicon);
    let [date] = said.as_slice() else { return None };
    let beside = tokens.iter().enumerate().any(|(at, t)| !date.tokens.contains(&at) && !t.kind.is_break());
    date.date.filter(|_| date.full && !beside).map(|date| date.to_string())
}

/// A date with a month in another language, "3 de mayo de 2031"; `None` where any word of it is another, or two languages take
/// it for two months.
fn in_other_words(text: &str) -> Option<String> {
    if !text.contains(char::is_alphabetic) || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (mut day, mut month, mut year) = (None, None, None);
    let plain = Language::plain(text).to_lowercase();
    for word in plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let known = Language::of_cells();
        let part = match (word.parse::<u16>(), word.len()) {
            (Ok(number), 4) => year.replace(number),
            (Ok(number), 1..=2) => day.replace(number),
            (Ok(_), _) => return None,
            (Err(_), _) if known.iter().any(|language| language.is_in_dates(word)) => None,
            (Err(_), _) => {
                let months: BTreeSet<u8> = known.iter().filter_map(|language| language.month(word)).collect();
                let one = months.first().filter(|_| months.len() == 1)?;
                month.replace(u16::from(*one))
            }
        };
        if part.is_some() {
            return None;
        }
    }
    let day = day.map_or_else(String::new, |day| format!("-{day:02}"));
    let date: Edtf = format!("{}-{:02}{day}", year?, month?).parse().ok()?;
    Some(date.to_string())
}

/// The dates that are stated, by our names of their columns.
fn columns(reading: &mut Reading) -> [(&'static str, Vec<&mut String>); 3] {
    let (mut published, mut event, mut as_of) = (Vec::new(), Vec::new(), Vec::new());
    for document in &mut reading.documents {
        published.extend(&mut document.published);
        event.extend(&mut document.event_date);
    }
    for claim in &mut reading.claims {
        published.extend(&mut claim.published);
        event.extend(&mut claim.event_date);
        as_of.extend(&mut claim.as_of);
    }
    [("published", published), ("event_date", event), ("as_of", as_of)]
}
