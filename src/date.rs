//! Dates as precise as they were said: a small part of EDTF (levels 0 and 1 of ISO 8601-2, and sets of one).
//!
//! ```
//! use tollbook::date::Edtf;
//!
//! let night: Edtf = "2020-10-16/2020-10-17".parse().unwrap();
//! assert_eq!(night.span().0, Some(jiff::civil::date(2020, 10, 16)));
//! assert!("2020-13-01".parse::<Edtf>().is_err());
//! ```

pub mod numeric;
pub mod said;

use jiff::civil::{Date, date};
use std::{fmt, str::FromStr};

/// A year, a month of it or a day of that; what is not said is zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Part {
    /// 1 to 9999.
    pub year: i16,
    /// 1 to 12, 0 where only the year is said.
    pub month: i8,
    /// 1 to 31, 0 where no day is said.
    pub day: i8,
    /// How sure it is.
    pub doubt: Doubt,
}

/// How sure the date is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Doubt {
    /// Plain.
    #[default]
    None,
    /// `?`: also a date that was counted from one that the text itself bears, since nobody said when it was published
    Uncertain,
    /// `~`
    Approximate,
    /// `%`
    Both,
}

/// A date, a stretch of time, or one of two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// `2020`, `2020-10`, `2020-10-17`, each perhaps with a mark of doubt.
    One(Part),
    /// `2020-10-16/2020-10-17`; an end that is not known is `None`, written `..`.
    Span(Option<Part>, Option<Part>),
    /// `[2020-03-04,2020-04-03]`: one of them, which is not known.
    Either(Part, Part),
}

/// Text that is no date of this kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoDate(pub String);

impl Edtf {
    /// A day.
    pub fn day(day: Date) -> Edtf {
        Edtf::One(day.into())
    }

    /// From one day to another; a day where they are the same.
    pub fn days(from: Date, to: Date) -> Edtf {
        if from == to { Edtf::day(from) } else { Edtf::Span(Some(from.into()), Some(to.into())) }
    }

    /// The same with a doubt wherever it had none.
    pub fn doubted(self, doubt: Doubt) -> Edtf {
        let part = |p: Part| if p.doubt == Doubt::None { Part { doubt, ..p } } else { p };
        match self {
            Edtf::One(p) => Edtf::One(part(p)),
            Edtf::Span(from, to) => Edtf::Span(from.map(part), to.map(part)),
            Edtf::Either(a, b) => Edtf::Either(part(a), part(b)),
        }
    }

    /// The first and the last day that it may mean; `None` where it is open.
    pub fn span(&self) -> (Option<Date>, Option<Date>) {
        match self {
            Edtf::One(part) => (Some(part.first()), Some(part.last())),
            Edtf::Span(from, to) => (from.map(|p| p.first()), to.map(|p| p.last())),
            Edtf::Either(a, b) => (Some(a.min(b).first()), Some(a.max(b).last())),
        }
    }
}

impl Part {
    /// A year.
    pub fn year(year: i16) -> Part {
        Part { year, month: 0, day: 0, doubt: Doubt::None }
    }

    /// Its first day.
    pub fn first(self) -> Date {
        date(self.year, self.month.max(1), self.day.max(1))
    }

    /// Its last day.
    pub fn last(self) -> Date {
        match (self.month, self.day) {
            (0, _) => date(self.year, 12, 31),
            (_, 0) => self.first().last_of_month(),
            _ => self.first(),
        }
    }
}

impl From<Date> for Part {
    fn from(day: Date) -> Part {
        Part { year: day.year(), month: day.month(), day: day.day(), doubt: Doubt::None }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        f.write_str(match self.doubt {
            Doubt::None => "",
            Doubt::Uncertain => "?",
            Doubt::Approximate => "~",
            Doubt::Both => "%",
        })
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open = |p: &Option<Part>| p.map_or("..".to_owned(), |p| p.to_string());
        match self {
            Edtf::One(part) => part.fmt(f),
            Edtf::Span(from, to) => write!(f, "{}/{}", open(from), open(to)),
            Edtf::Either(a, b) => write!(f, "[{a},{b}]"),
        }
    }
}

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is no date; write 2020-10-17, 2020-10, 2020, or 2020-10-16/2020-10-17 for a stretch", self.0)
    }
}

impl std::error::Error for NoDate {}

impl FromStr for Part {
    type Err = NoDate;

    /// A time after the day is passed over, as are unknown digits at the end (`2020-XX-XX`).
    fn from_str(text: &str) -> Result<Part, NoDate> {
        let wrong = || NoDate(text.to_owned());
        let (doubt, text) = match text.strip_suffix(['?', '~', '%']) {
            Some(plain) if text.ends_with('?') => (Doubt::Uncertain, plain),
            Some(plain) if text.ends_with('~') => (Doubt::Approximate, plain),
            Some(plain) => (Doubt::Both, plain),
            None => (Doubt::None, text),
        };
        let day = text.split(['T', ' ']).next().unwrap_or_default();
        let mut fields = day.split('-');
        let year = fields.next().filter(|y| y.len() == 4).and_then(|y| y.parse::<i16>().ok()).ok_or_else(wrong)?;
        let mut two = || match fields.next() {
            None | Some("XX") => Ok(0),
            Some(n) if n.len() == 2 => n.parse::<i8>().ok().filter(|n| *n > 0).ok_or_else(wrong),
            Some(_) => Err(wrong()),
        };
        let part = Part { year, month: two()?, day: two()?, doubt };
        let known = year > 0 && (part.month > 0 || part.day == 0) && fields.next().is_none();
        Date::new(year, part.month.max(1), part.day.max(1)).ok().filter(|_| known).map(|_| part).ok_or_else(wrong)
    }
}

impl FromStr for Edtf {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Edtf, NoDate> {
        let text = text.trim();
        let wrong = || NoDate(text.to_owned());
        if let Some((from, to)) = text.split_once('/') {
            let end = |p: &str| match p {
                "" | ".." => Ok(None),
                p => p.parse().map(Some).map_err(|_| wrong()),
            };
            let (from, to): (Option<Part>, Option<Part>) = (end(from)?, end(to)?);
            let ordered = from.zip(to).is_none_or(|(a, b)| a.first() <= b.last());
            return if ordered && (from.is_some() || to.is_some()) { Ok(Edtf::Span(from, to)) } else { Err(wrong()) };
        }
        if let Some((a, b)) = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')).and_then(|t| t.split_once(',')) {
            return Ok(Edtf::Either(a.trim().parse().map_err(|_| wrong())?, b.trim().parse().map_err(|_| wrong())?));
        }
        Ok(Edtf::One(text.parse()?))
    }
}
