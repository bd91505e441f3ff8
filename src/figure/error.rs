//! Why a cell is no figure.

use std::fmt;

/// What stands in the way of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The digits or words count nothing: a name, a date, a sum of money, a share.
    NoCount,
    /// Digits behind a point and no scale that makes the number whole.
    Fraction,
    /// Above `u64::MAX`.
    TooLarge,
    /// A range whose first number is not the lower.
    Reversed,
    /// Below zero.
    Negative,
    /// No figure begins here.
    NoFigure,
    /// A figure was read, and more stands behind it.
    More,
}

/// Why a cell is no figure, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFigureError {
    pub(super) fault: Fault,
    /// What had been read without fault.
    pub(super) read: String,
    /// What could not be read.
    pub(super) rest: String,
    pub(super) position: usize,
}

impl ReadFigureError {
    /// Where in the cell the fault stands, in characters from 0.
    pub fn position(&self) -> usize {
        self.position
    }
}

impl fmt::Display for ReadFigureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rest = Short(&self.rest);
        match self.fault {
            Fault::NoCount => write!(f, "“{rest}” is no count of people: expected a number such as 13, 13+ or 10–15"),
            Fault::Fraction => write!(f, "“{rest}” is not whole: expected a whole number"),
            Fault::TooLarge => write!(f, "“{rest}” is too large: expected a number up to {}", u64::MAX),
            Fault::Reversed => write!(f, "“{rest}” is no range: expected the lower number first"),
            Fault::Negative => write!(f, "“{rest}” is below zero: expected a number from 0 up"),
            Fault::NoFigure => {
                write!(f, "“{rest}” is no figure: expected a number, a word such as “dozens”, or nothing")
            }
            Fault::More => write!(f, "read “{}”, then “{rest}”: expected the end of the cell", Short(&self.read)),
        }?;
        write!(f, " (at character {})", self.position + 1)
    }
}

impl std::error::Error for ReadFigureError {}

/// A text cut so that a message stays on one line.
struct Short<'a>(&'a str);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(40) {
            Some((cut, _)) => write!(f, "{}…", &self.0[..cut]),
            None => f.write_str(self.0),
        }
    }
}
