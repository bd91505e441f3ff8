//! In which language the cells of a column stand: the one of its name, or the one that can read them.

use super::{languages::Languages, names::Names, sniff::Dialect};
use crate::{
    error::Error,
    figure::{Cell, read_cell, read_cell_in},
    lexicon::{Language, Lexicon},
};
use std::{cell::RefCell, collections::BTreeMap};

const ENGLISH: Languages = Languages(1);

/// The columns of one table, each with the languages that its words were read in.
pub(super) struct Tongues<'a> {
    dialect: &'a Dialect,
    columns: RefCell<BTreeMap<usize, Column>>,
}

#[derive(Clone, Copy)]
struct Column {
    /// Those of its name.
    named: Languages,
    /// Of the cells that were not read in English: the languages that read every one of them, and those that read any.
    foreign: Option<(Languages, Languages)>,
}

/// What a cell says in one language; `None` where it may say that there was nobody or that nobody knows.
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
            return english.map_err(|e| self.unread(at, &e.to_string(), advice(cell)));
        }
        let [in_cells, others @ ..] = Language::of_cells() else { unreachable!("English is one of them") };
        let own = if in_cells.is_neither(cell) { None } else { english.as_ref().ok().map(|read| Some(read.clone())) };
        let own = own.or_else(|| read_cell_in(cell, in_cells));
        let mut columns = self.columns.borrow_mut();
        let column = columns.entry(at).or_insert_with(|| Column { named: self.named(at), foreign: None });
        let mut said: Vec<(Languages, Said)> = Vec::new();
        let mut add = |at: usize, new: Said| match said.iter_mut().find(|(_, old)| *old == new) {
            Some((languages, _)) => languages.0 |= 1 << at,
            None => said.push((Languages(1 << at), new)),
        };
        // More readings are for cells that English does not settle.
        let settled = column.named == ENGLISH && own.is_some();
        own.into_iter().for_each(|said| add(0, said));
        if !settled {
            for (at, language) in others.iter().enumerate() {
                if let Some(new) = read_cell_in(cell, language) {
                    add(at + 1, new);
                }
            }
        }
        let of_name = said.iter().map(|(languages, said)| (languages.and(column.named), said));
        let of_name: Vec<_> = of_name.filter(|(languages, _)| !languages.is_none()).collect();
        let all = || said.iter().map(|(languages, said)| (*languages, said)).collect();
        let asked: Vec<(Languages, &Said)> = if of_name.is_empty() { all() } else { of_name };
        match asked.as_slice() {
            [(languages, Some(cell))] => {
                if languages.and(ENGLISH).is_none() {
                    let (every, any) = column.foreign.unwrap_or((*languages, *languages));
                    column.foreign = Some((every.and(*languages), Languages(any.0 | languages.0)));
                }
                Ok(cell.clone())
            }
            [(languages, None)] => {
                let what = format!("“{}” in {} may be none or not known", cell.trim(), languages.told(" or "));
                Err(self.unread(at, &what, OPEN))
            }
            [] => {
                let more = Languages(column.named.0 & !ENGLISH.0);
                let more = if more.is_none() {
                    String::new()
                } else {
                    format!("; nor is it a figure in {}", more.told(" or "))
                };
                let what = english.err().map(|e| e.to_string()).unwrap_or_default();
                Err(self.unread(at, &format!("{what}{more}"), advice(cell)))
            }
            several => {
                let each =
                    several.iter().map(|(languages, said)| format!("{} in {}", told(said), languages.told(" or ")));
                let each = each.collect::<Vec<_>>().join(", ");
                let what = format!("“{}” is {each}; the name of the column does not tell which", cell.trim());
                Err(self.unread(at, &what, OPEN))
            }
        }
    }

    /// The columns with words that were not English, with the languages of those.
    pub(super) fn foreign(&self) -> Vec<(usize, String)> {
        let told = |(at, column): (&usize, &Column)| {
            let (every, any) = column.foreign?;
            Some((*at, if every.is_none() { any.told(" and ") } else { every.told(" or ") }))
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

    fn unread(&self, at: usize, what: &str, advice: &str) -> Error {
        Error::value(what).in_column(&self.dialect.header[at]).advise(advice)
    }
}

/// What to do about a word that says none or nothing.
const OPEN: &str = "write 0 where nobody is meant, and leave the cell blank where nobody knows";

/// What to do about a cell that nobody can read.
fn advice(cell: &str) -> &'static str {
    let is_note = |c: char| matches!(c, '*' | '†' | '‡' | ']' | '¹' | '²' | '³');
    if cell.trim_end().ends_with(is_note) {
        "take out the mark of a note, or write what it says of the number: 13+, ~13"
    } else if cell.contains('/') && !cell.contains(char::is_alphabetic) {
        "write 12-15 if it is a range; two counts need two columns"
    } else {
        "write a figure such as 13, 13+, 10-15, more than 40, ~50, or leave it blank"
    }
}

fn told(said: &Said) -> String {
    match said {
        Some(Cell::Figure(figure)) => figure.to_string(),
        Some(Cell::Blank | Cell::Unknown) => "not known".to_owned(),
        None => "none or not known".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Languages};
    use crate::read::names::Names;

    #[test]
    fn names_and_cells_are_of_the_same_languages() {
        assert_eq!(Language::of_cells().len(), Languages::COUNT);
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
            assert_eq!(Names::languages(header).told(" or "), language, "{header}");
        }
    }
}
