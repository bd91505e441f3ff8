//! The fields of a row of claims, back to a claim.

use super::{Claim, Outcome, Role, Status, Victims};
use crate::{
    document::Document,
    error::Error,
    figure::{Amount, Figure, Qualifier},
    place::Point,
    range::Range,
};
use std::{borrow::Cow, fmt, str::FromStr};

/// More than all people who live: a toll above it is a slip of the pen.
pub const MOST: u64 = 10_000_000_000;

macro_rules! columns {
    ($($name:ident),+ $(,)?) => {
        /// The names of the columns, in order.
        pub const COLUMNS: &[&str] = &[$(stringify!($name)),+];

        /// The same as they stand in JSON before their cells.
        pub(crate) const KEYS: &[&str] = &[$(concat!("\"", stringify!($name), "\":")),+];

        /// What stands in a row, by column. Blank is `None`.
        #[derive(Clone, Debug, Default)]
        pub struct Fields<'a> { $($name: Option<Cow<'a, str>>),+ }

        impl<'a> Fields<'a> {
            /// Asks for the field of each column, by its place in [`COLUMNS`].
            pub fn gather(mut field: impl FnMut(usize) -> Option<Cow<'a, str>>) -> Fields<'a> {
                let mut places = 0..COLUMNS.len();
                let mut next = || {
                    let text = places.next().and_then(&mut field);
                    text.filter(|t| !t.trim().is_empty())
                };
                Fields { $($name: next()),+ }
            }
        }
    };
}

columns! {
    claim, incident, place, latitude, longitude, event_date, outcome, victims, role, status, phrase, qualifier, value, value_high, vague, low,
    high, best, implied, origin, via, outlet, url, published, as_of, document, start, end, within, repeats, sentence,
}

impl Fields<'_> {
    /// The claim that the row states. Only an outcome and a figure must be there; the figure may stand as qualifier and
    /// value, or as low and high. `row` names a row that names no document.
    ///
    /// # Errors
    /// Names the column, what stands there, and what could.
    pub fn claim(self, row: impl FnOnce() -> String) -> Result<Claim, Error> {
        let figure = self.figure()?;
        self.stated(figure, row)
    }

    /// The same where a figure in words stands in one cell.
    ///
    /// # Errors
    /// As for [`Fields::claim`].
    pub fn in_words(mut self, figure: Figure, phrase: &str, row: impl FnOnce() -> String) -> Result<Claim, Error> {
        self.phrase.get_or_insert_with(|| phrase.to_owned().into());
        self.stated(figure, row)
    }

    fn stated(self, figure: Figure, row: impl FnOnce() -> String) -> Result<Claim, Error> {
        let outcome = self.outcome.as_deref().ok_or_else(|| {
            Error::value("no outcome").in_column("outcome").advise(format!("write one of {}", names(Outcome::ALL)))
        })?;
        let outcome = name("outcome", outcome)?;
        let victims = self.victims.as_deref().map_or(Ok(Victims::All), |v| name("victims", v))?;
        self.state(outcome, victims, figure, row)
    }

    /// The claim of one cell among several of a row, read from `phrase` and shown in `sentence`.
    ///
    /// # Errors
    /// As for [`Fields::claim`].
    pub fn wide(
        mut self,
        (outcome, victims, role): (Outcome, Victims, Role),
        (figure, best): (Figure, Option<u64>),
        (phrase, sentence): (String, String),
        row: impl FnOnce() -> String,
    ) -> Result<Claim, Error> {
        self.claim = None;
        self.role = if role == Role::Total { self.role } else { Some(role.name().into()) };
        self.phrase = Some(phrase.into());
        self.sentence.get_or_insert(sentence.into());
        self.best = best.map(|n| n.to_string().into());
        self.state(outcome, victims, figure, row)
    }

    /// What remains of a row whose figures are blank: it says of which incident nothing is known.
    pub fn silent(self, row: impl FnOnce() -> String) -> Document {
        let point = self.point().ok().flatten();
        Document {
            id: owned(self.document).unwrap_or_else(row),
            outlet: owned(self.outlet),
            url: owned(self.url),
            published: owned(self.published),
            incident: owned(self.incident),
            place: owned(self.place),
            event_date: owned(self.event_date),
            point,
            ..Document::default()
        }
    }

    /// The coordinates of the row.
    ///
    /// # Errors
    /// As for [`Point::read`], with the column.
    pub fn point(&self) -> Result<Option<Point>, Error> {
        coordinates(self.latitude.as_deref(), self.longitude.as_deref())
    }

    fn state(
        self,
        outcome: Outcome,
        victims: Victims,
        figure: Figure,
        row: impl FnOnce() -> String,
    ) -> Result<Claim, Error> {
        let (start, end) = (count("start", &self.start)?.unwrap_or(0), count("end", &self.end)?.unwrap_or(0));
        if start > end {
            return Err(Error::value(format!("start {start} is after end {end}")).in_column("end"));
        }
        let best = toll("best", &self.best)?;
        if let Some((best, range)) = best.zip(figure.literal()).filter(|(best, range)| !range.contains(*best)) {
            return Err(Error::value(format!("best {best} is outside {range}")).in_column("best"));
        }
        // What is wrong with them is told by whoever reads the row; the figure stands all the same.
        let point = self.point().ok().flatten();
        let mut claim = Claim {
            claim: String::new(),
            incident: owned(self.incident),
            place: owned(self.place),
            point,
            event_date: owned(self.event_date),
            outcome,
            victims,
            role: self.role.as_deref().map_or(Ok(Role::Total), |v| name("role", v))?,
            status: self.status.as_deref().map_or(Ok(Status::Asserted), |v| name("status", v))?,
            phrase: owned(self.phrase).unwrap_or_else(|| figure.to_string()),
            figure,
            best,
            implied: self.implied.as_deref().map_or(Ok(false), |v| truth("implied", v))?,
            origin: owned(self.origin),
            via: owned(self.via),
            outlet: owned(self.outlet),
            url: owned(self.url),
            published: owned(self.published),
            as_of: owned(self.as_of),
            document: owned(self.document).unwrap_or_else(row),
            start: start as usize,
            end: end as usize,
            sentence: owned(self.sentence).unwrap_or_default(),
            within: owned(self.within),
            repeats: owned(self.repeats),
        };
        match owned(self.claim) {
            Some(id) => claim.claim = id,
            None => claim.seal(),
        }
        Ok(claim)
    }

    fn figure(&self) -> Result<Figure, Error> {
        let (low, high) = (toll("low", &self.low)?, toll("high", &self.high)?);
        if self.qualifier.is_none() && self.value.is_none() && self.vague.is_none() {
            return bounds(low, high);
        }
        if low.is_some() && high.is_some() {
            bounds(low, high)?;
        }
        let figure = self.said()?;
        let literal = figure.literal();
        let same = literal.map_or(low.is_none() && high.is_none(), |r| (r.low(), r.high()) == (low.unwrap_or(0), high));
        if (low.is_some() || high.is_some()) && !same {
            let reading = literal.map_or("blank".to_owned(), |r| r.to_string());
            return Err(Error::value(format!("low and high do not fit the figure {figure}, which reads {reading}"))
                .in_column("low")
                .advise("correct qualifier and value and leave low and high blank, or the other way round"));
        }
        Ok(figure)
    }

    /// The figure from qualifier, value, value_high and vague.
    fn said(&self) -> Result<Figure, Error> {
        let (value, value_high) = (toll("value", &self.value)?, toll("value_high", &self.value_high)?);
        let qualifier = match self.qualifier.as_deref() {
            Some(text) => text.parse().map_err(|()| {
                Error::value(format!("“{text}” is none of {}", names(&Qualifier::ALL))).in_column("qualifier")
            })?,
            None if value_high.is_some() => Qualifier::Between,
            None => Qualifier::Exact,
        };
        if let Some(word) = self.vague.as_deref() {
            return Ok(Figure { qualifier, amount: Amount::Vague(word.to_lowercase()) });
        }
        let amount = match (value, value_high) {
            (Some(low), Some(high)) if low > high => {
                return Err(Error::value(format!("value {low} is above value_high {high}"))
                    .in_column("value")
                    .advise("write the lower number in “value” and the higher in “value_high”"));
            }
            (Some(low), Some(high)) => Amount::Span(low, high),
            (Some(n), None) => Amount::Number(n),
            (None, None) if qualifier == Qualifier::None => Amount::Number(0),
            (None, _) => {
                return Err(Error::value(format!("“{qualifier}” without a number")).in_column("value"));
            }
        };
        Ok(Figure { qualifier, amount })
    }
}

/// The figure of a row that gives only low and high.
///
/// # Errors
/// Where low is above high, or both are blank.
pub fn bounds(low: Option<u64>, high: Option<u64>) -> Result<Figure, Error> {
    if low.is_none() && high.is_none() {
        return Err(Error::value("no figure")
            .in_column("value")
            .advise("fill qualifier and value, or low and high; a row without a figure is no claim"));
    }
    let range = Range::new(low.unwrap_or(0), high).ok_or_else(|| {
        Error::value(format!("low {} is above high {}", low.unwrap_or(0), high.unwrap_or(0)))
            .in_column("low")
            .advise("write the lower number in “low” and the higher in “high”")
    })?;
    Ok(match (range.point(), range.high()) {
        (Some(n), _) => Figure::exact(n),
        (None, None) => Figure { qualifier: Qualifier::AtLeast, amount: Amount::Number(range.low()) },
        (None, Some(high)) if low.is_none() => Figure { qualifier: Qualifier::AtMost, amount: Amount::Number(high) },
        (None, Some(high)) => Figure { qualifier: Qualifier::Between, amount: Amount::Span(range.low(), high) },
    })
}

/// Coordinates from two fields that may be blank.
///
/// # Errors
/// As for [`Point::read`], with the column; it says that the row stands without them.
pub fn coordinates(latitude: Option<&str>, longitude: Option<&str>) -> Result<Option<Point>, Error> {
    Point::read(latitude.unwrap_or_default(), longitude.unwrap_or_default()).map_err(|no| {
        let advice = format!("{}; the rest of the row is read, without coordinates", no.advice);
        Error::value(no.what).in_column(no.column).advise(advice)
    })
}

fn owned(field: Option<Cow<'_, str>>) -> Option<String> {
    field.map(Cow::into_owned)
}

/// A number of people.
fn toll(column: &str, field: &Option<Cow<'_, str>>) -> Result<Option<u64>, Error> {
    match count(column, field)? {
        Some(n) if n > MOST => Err(Error::value(format!("{n} is more than all people who live"))
            .in_column(column)
            .advise("write the number of people, in digits")),
        n => Ok(n),
    }
}

/// A whole number, from 0. A trailing `.0`, which spreadsheets write, is none the worse.
fn count(column: &str, field: &Option<Cow<'_, str>>) -> Result<Option<u64>, Error> {
    let Some(text) = field.as_deref().map(str::trim) else { return Ok(None) };
    let digits = text.strip_suffix(".0").unwrap_or(text);
    digits.parse().map(Some).map_err(|_| {
        let what = match text.parse::<f64>() {
            Ok(n) if n < 0.0 => format!("{text} is below zero"),
            Ok(n) if n.is_finite() && n.fract() == 0.0 => format!("{text} is more than all people who live"),
            _ => format!("“{text}” is no whole number"),
        };
        Error::value(what).in_column(column).advise("write a whole number in digits, or leave it blank")
    })
}

fn name<T: FromStr<Err: fmt::Display>>(column: &str, text: &str) -> Result<T, Error> {
    text.trim().parse().map_err(|e| Error::value(format!("{e}")).in_column(column))
}

fn truth(column: &str, text: &str) -> Result<bool, Error> {
    match text.trim() {
        "true" | "TRUE" | "True" | "1" => Ok(true),
        "false" | "FALSE" | "False" | "0" => Ok(false),
        other => Err(Error::value(format!("“{other}” is neither true nor false")).in_column(column)),
    }
}

fn names<T: fmt::Display>(all: &[T]) -> String {
    all.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}
