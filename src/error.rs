//! One error for everything that can go wrong, always with its place and with what to do about it.

use std::{fmt, io};

/// What went wrong, where, and what to do.
///
/// Prints as `file:line:column: what: why` and, on a line of its own, the advice.
#[derive(Debug)]
pub struct Error {
    kind: Kind,
    place: Place,
    advice: Option<String>,
}

/// Where something stands in an input: what is not known is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The path, or `<stdin>`.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Code point of the line, from 1, or the name of the column of a table.
    pub column: Option<Column>,
}

/// A place within a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// Code point, from 1.
    At(usize),
    /// Column of a table.
    Named(String),
}

#[derive(Debug)]
enum Kind {
    Io(io::Error),
    /// Nothing to work on: a folder without inputs, an empty file.
    Nothing(String),
    /// Bytes that are no text, JSON or table.
    Syntax(String),
    /// A value that cannot be.
    Value(String),
    /// A request that cannot be carried out.
    Request(String),
}

impl Error {
    /// The file system or a pipe refused.
    pub fn io(error: io::Error) -> Error {
        Kind::Io(error).into()
    }

    /// There is nothing to work on.
    pub fn nothing(what: impl Into<String>) -> Error {
        Kind::Nothing(what.into()).into()
    }

    /// Bytes that cannot be read as what they should be.
    pub fn syntax(what: impl Into<String>) -> Error {
        Kind::Syntax(what.into()).into()
    }

    /// A value that cannot be.
    pub fn value(what: impl Into<String>) -> Error {
        Kind::Value(what.into()).into()
    }

    /// A request that cannot be carried out.
    pub fn request(what: impl Into<String>) -> Error {
        Kind::Request(what.into()).into()
    }

    /// The same, in this file.
    pub fn in_file(mut self, name: &str) -> Error {
        self.place.file = Some(name.to_owned());
        self
    }

    /// The same, at this line (from 1).
    pub fn at_line(mut self, line: usize) -> Error {
        self.place.line = Some(line);
        self
    }

    /// The same, at this code point of the line (from 1).
    pub fn at_column(mut self, column: usize) -> Error {
        self.place.column = Some(Column::At(column));
        self
    }

    /// The same, in this column of a table.
    pub fn in_column(mut self, name: &str) -> Error {
        self.place.column = Some(Column::Named(name.to_owned()));
        self
    }

    /// The same, with what to do about it.
    pub fn advise(mut self, advice: impl Into<String>) -> Error {
        self.advice = Some(advice.into());
        self
    }

    /// Where it happened.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What to do about it.
    pub fn advice(&self) -> Option<&str> {
        self.advice.as_deref()
    }

    /// What happened and why, without place and advice.
    pub fn reason(&self) -> String {
        self.kind.to_string()
    }

    /// Whether the reader of the output went away, which is no failure.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(&self.kind, Kind::Io(e) if e.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Error {
        Error { kind, place: Place::default(), advice: None }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        Error::io(error)
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place != Place::default() {
            write!(f, "{}: ", self.place)?;
        }
        self.kind.fmt(f)?;
        match &self.advice {
            Some(advice) => write!(f, "\n  {advice}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Io(e) if e.kind() == io::ErrorKind::NotFound => f.write_str("no such file or folder"),
            Kind::Io(e) => e.fmt(f),
            Kind::Nothing(what) | Kind::Syntax(what) | Kind::Value(what) | Kind::Request(what) => f.write_str(what),
        }
    }
}

/// `file:3:17`, `file:3, column “high”`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file.as_deref().unwrap_or("input"))?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        match &self.column {
            Some(Column::At(n)) => write!(f, ":{n}"),
            Some(Column::Named(name)) => write!(f, ", column “{name}”"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Error;

    #[test]
    fn names_place_reason_and_advice() {
        let error = Error::value("low 15 is above high 13")
            .in_file("claims.csv")
            .at_line(12)
            .in_column("high")
            .advise("write the lower number first");
        assert_eq!(
            error.to_string(),
            "claims.csv:12, column “high”: low 15 is above high 13\n  write the lower number first"
        );
    }
}
