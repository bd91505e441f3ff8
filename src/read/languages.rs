//! In which language the cells of a column stand: the one of its name, or the one that can read them.

use super::{names::Names, sniff::Dialect};
use crate::{
    error::Error,
    figure::{Cell, read_cell, read_cell_in},
    lexicon::{Language, Lexicon},
};
use std::{cell::RefCell, collections::BTreeMap};

/// A set of languages: English, then those of [`Language::of_cells`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Languages(u16);

const ENGLISH: Languages = Languages(1);

impl Languages {
    /// How many there are.
    const COUNT: usize = 10;

    pub(super) fn those(is: impl Fn(usize) -> bool) -> Languages {
        Languages((0..Languages::COUNT).filter(|&at| is(at)).fold(0, |all, at| all | 1 << at))
    }

    fn each(self) -> impl Iterator<Item = usize> {
        (0..Languages::COUNT).filter(move |at| self.0 & 1 << at != 0)
    }

    fn and(self, other: Languages) -> Languages {
        Languages(self.0 & other.0)
    }

    fn is_none(self) -> bool {
        self.0 == 0
    }

    /// In words: “Spanish or Portuguese”.
    fn told(self) -> String {
        let names = self.each().map(|at| match at.checked_sub(1) {
            None => "English",
            Some(at) => Language::of_cells()[at].name.as_str(),
        });
        names.collect::<Vec<_>>().join(" or ")
    }
}

/// The columns of one table, each with the languages that its words were read in.
pub(super) struct Tongues<'a> {
    dialect: &'a Dialect,
    columns: RefCell<BTreeMap<usize, Column>>,
}

#[derive(Clone, Copy)]
struct Column {
    /// Those of its name.
    named: Languages,
    /// Those in which every cell in words was read, were it English or not.
    read: Option<Languages>,
}

/// What a cell says in one language: a figure, that the number is not known, or `None` where its word is no figure there.
type Said = Option<Cell>;

impl<'a> Tongues<'a> {
    pub(super) fn new(dialect: &'a Dialect) -> Tongues<'a> {
        Tongues { dialect, columns: RefCell::default() }
    }

    /// Reads a cell of this column. The language of the column's name decides; where it does not know the words, those that
    /// do must say the same.
    ///
    /// # Errors
    /// Where nobody can read it, or it says one thing in one language and another in another.
    pub(super) fn read(&self, at: usize, cell: &str) -> Result<Cell, Error> {
        let english = read_cell(cell, Lexicon::english());
        if !cell.contains(char::is_alphabetic) {
            return english.map_err(|e| self.unread(at, &e.to_string(), ""));
        }
        let mut columns = self.columns.borrow_mut();
        let column = columns.entry(at).or_insert_with(|| Column { named: self.named(at), read: None });
        let mut said: Vec<(Languages, Said)> = Vec::new();
        let mut add = |at: usize, new: Said| match said.iter_mut().find(|(_, old)| *old == new) {
            Some((languages, _)) => languages.0 |= 1 << at,
            None => said.push((Languages(1 << at), new)),
        };
        if let Ok(cell) = &english {
            add(0, Some(cell.clone()));
        }
        // Nine more readings are for cells that English does not settle.
        if column.named != ENGLISH || english.is_err() {
            for (at, language) in Language::of_cells().iter().enumerate() {
                if let Some(new) = read_cell_in(cell, language) {
                    add(at + 1, new);
                }
            }
        }
        let of_name: Vec<_> = said.iter().filter(|(languages, _)| !languages.and(column.named).is_none()).collect();
        let asked = if of_name.is_empty() { said.iter().collect() } else { of_name };
        match asked.as_slice() {
            [(languages, Some(cell))] => {
                let languages = Some(languages.and(column.named)).filter(|l| !l.is_none()).unwrap_or(*languages);
                column.read = Some(column.read.map_or(languages, |read| read.and(languages)));
                Ok(cell.clone())
            }
            [(languages, None)] => {
                let what = format!("“{}” is no figure in {}", cell.trim(), languages.told());
                Err(self.unread(at, &what, ""))
            }
            [] => {
                let told = Languages(column.named.0 & !ENGLISH.0);
                let told = if told.is_none() { String::new() } else { format!(", nor one in {}", told.told()) };
                Err(self.unread(at, &english.map_or_else(|e| e.to_string(), |_| String::new()), &told))
            }
            several => {
                let each = several.iter().map(|(languages, said)| format!("{} in {}", told(said), languages.told()));
                let what = format!("“{}” is {}", cell.trim(), each.collect::<Vec<_>>().join(" and "));
                Err(self.unread(at, &what, ", and the name of the column does not tell which"))
            }
        }
    }

    /// The columns whose words were not English, with their languages in words.
    pub(super) fn foreign(&self) -> Vec<(usize, String)> {
        let told = |(at, column): (&usize, &Column)| {
            let read = column.read.filter(|read| read.and(ENGLISH).is_none())?;
            Some((*at, if read.is_none() { "several languages".to_owned() } else { read.told() }))
        };
        self.columns.borrow().iter().filter_map(told).collect()
    }

    /// The same, to be told.
    pub(super) fn notes(&self, name: &str) -> Vec<String> {
        let column = |at: usize| &self.dialect.header[at];
        let note = |(at, language)| format!("{name}, column “{}”: words read as {language}", column(at));
        self.foreign().into_iter().map(note).collect()
    }

    /// The languages of a column's name; where it is of none, those that know the most names of the table.
    fn named(&self, at: usize) -> Languages {
        let header = &self.dialect.header;
        let own = Names::languages(&header[at]);
        if !own.is_none() {
            return own;
        }
        let all: Vec<Languages> = header.iter().map(|name| Names::languages(name)).collect();
        let count = |at: usize| all.iter().filter(|l| l.0 & 1 << at != 0).count();
        let most = (0..Languages::COUNT).map(count).max().unwrap_or(0);
        Languages::those(|at| most > 0 && count(at) == most)
    }

    fn unread(&self, at: usize, what: &str, more: &str) -> Error {
        Error::value(format!("{what}{more}"))
            .in_column(&self.dialect.header[at])
            .advise("write a figure such as 13, 13+, 10-15, more than 40, ~50, or leave it blank")
    }
}

fn told(said: &Said) -> String {
    match said {
        Some(Cell::Figure(figure)) => figure.to_string(),
        Some(Cell::Blank | Cell::Unknown) => "not known".to_owned(),
        None => "no figure".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Languages};
    use crate::read::names::Names;

    #[test]
    fn names_and_cells_are_of_the_same_languages() {
        assert_eq!(Language::of_cells().len() + 1, Languages::COUNT);
        for (header, language) in [
            ("killed", "English"),
            ("Verletzte", "German"),
            ("muertos", "Spanish"),
            ("ölü", "Turkish"),
            ("Погибшие", "Russian"),
            ("загиблі", "Ukrainian"),
            ("قتلى", "Arabic"),
            ("feriti", "Italian"),
            ("blessés", "French"),
            ("feridos", "Portuguese"),
        ] {
            assert_eq!(Names::languages(header).told(), language, "{header}");
        }
    }
}
