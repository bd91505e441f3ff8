//! What the points in the figures of a table part: told by the user, or by the other rows of their column, or by nothing.

use super::{Hints, sniff::Dialect};
use crate::{
    error::Error,
    figure::point::{Point, plain, shown},
};
use csv::StringRecord;
use std::{borrow::Cow, cell::RefCell, collections::BTreeMap};

/// The columns of one table, each looked through when a cell of it first asks for that.
pub(super) struct Points<'a> {
    bytes: &'a [u8],
    dialect: &'a Dialect,
    told: Option<Point>,
    shown: RefCell<BTreeMap<usize, Option<Point>>>,
}

impl<'a> Points<'a> {
    pub(super) fn new(bytes: &'a [u8], dialect: &'a Dialect, hints: &Hints) -> Points<'a> {
        Points { bytes, dialect, told: hints.point(), shown: RefCell::default() }
    }

    /// A cell of this column with its numbers as they are written where a comma parts thousands.
    ///
    /// # Errors
    /// Where a point may part thousands or decimals, and nothing tells which.
    pub(super) fn plain<'c>(&self, at: usize, cell: &'c str) -> Result<Cow<'c, str>, Error> {
        let known = plain(cell, self.told);
        known.or_else(|| plain(cell, self.of(at))).ok_or_else(|| {
            Error::value(format!(
                "the point in “{}” may part thousands or decimals, and no other row tells which",
                cell.trim()
            ))
            .in_column(&self.dialect.header[at])
            .advise("say --map thousands=. or --map thousands=, or write thousands without a mark")
        })
    }

    /// What other rows have decided.
    pub(super) fn notes(&self, name: &str) -> Vec<String> {
        let told = |(at, point): (&usize, &Option<Point>)| {
            let what = match (*point)? {
                Point::Thousands => "thousands",
                Point::Decimals => "decimals",
            };
            let column = &self.dialect.header[*at];
            Some(format!("{name}, column “{column}”: points part {what}, as other rows show"))
        };
        self.shown.borrow().iter().filter_map(told).collect()
    }

    fn of(&self, at: usize) -> Option<Point> {
        *self.shown.borrow_mut().entry(at).or_insert_with(|| {
            let cells: Vec<String> = self.rows().filter_map(|row| row.get(at).map(str::to_owned)).collect();
            shown(cells.iter().map(String::as_str))
        })
    }

    fn rows(&self) -> impl Iterator<Item = StringRecord> {
        self.dialect.reader(self.bytes).into_records().skip(self.dialect.above + 1).filter_map(Result::ok)
    }
}
