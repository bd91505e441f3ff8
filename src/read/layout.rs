//! Tables that people already have: known by their header, with the conventions of those who make them.

use super::names::folded;
use serde::Deserialize;
use std::{collections::BTreeMap, sync::OnceLock};

/// The layout of a data set, as a file of `data/layout/` has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Layout {
    pub(super) title: String,
    /// Where the conventions are written down.
    pub(super) citation: String,
    /// What a reader of the figures must know, said whenever such a table is read.
    pub(super) note: String,
    /// The columns that make the header one of this layout.
    known_by: Vec<String>,
    /// The columns that make up the place, the narrower first.
    #[serde(default)]
    place: Vec<String>,
    /// The column of the date, or those of year, month and day.
    #[serde(default)]
    date: Vec<String>,
    /// The same of the last day.
    #[serde(default)]
    date_end: Vec<String>,
    /// Columns where 0 says that nothing was reported, not that nobody was hurt.
    #[serde(default)]
    none_reported: Vec<String>,
    /// Their names to ours.
    #[serde(default)]
    rename: BTreeMap<String, String>,
    /// Columns where 0 beside a flag says that there were some, and 0 without one says nothing; each with its flag.
    #[serde(default)]
    flag: BTreeMap<String, String>,
    /// Columns that hold the people of another too, to be taken out.
    #[serde(default)]
    less: BTreeMap<String, String>,
}

const FILES: [&str; 11] = [
    include_str!("../../data/layout/acled.toml"),
    include_str!("../../data/layout/airwars.toml"),
    include_str!("../../data/layout/desinventar.toml"),
    include_str!("../../data/layout/em-dat.toml"),
    include_str!("../../data/layout/gtd.toml"),
    include_str!("../../data/layout/gva.toml"),
    include_str!("../../data/layout/iraq-body-count.toml"),
    include_str!("../../data/layout/maverick.toml"),
    include_str!("../../data/layout/palestine-daily.toml"),
    include_str!("../../data/layout/palestine-west-bank.toml"),
    include_str!("../../data/layout/ucdp-ged.toml"),
];

/// The layout that a header is of; `None` where it is of none we know.
pub(super) fn recognise(header: &[String]) -> Option<&'static Layout> {
    shipped().iter().find(|layout| layout.known_by.iter().all(|name| place(header, name).is_some()))
}

impl Layout {
    /// The header in our names, where they differ.
    pub(super) fn renamed(&self, header: &[String]) -> Vec<String> {
        let ours = |name: &String| {
            let folded_name = folded(name);
            self.rename.iter().find(|(theirs, _)| folded(theirs) == folded_name).map_or(name, |(_, ours)| ours).clone()
        };
        header.iter().map(ours).collect()
    }

    /// Its conventions for a table with this header.
    pub(super) fn conventions(&self, header: &[String]) -> Conventions {
        let places = |names: &[String]| names.iter().filter_map(|name| place(header, name)).collect();
        Conventions {
            place: places(&self.place),
            date: places(&self.date),
            date_end: places(&self.date_end),
            none_reported: places(&self.none_reported),
            flag: self.flag.iter().filter_map(|(of, flag)| Some((place(header, of)?, place(header, flag)?))).collect(),
            less: self.less.iter().filter_map(|(all, some)| place(header, all).zip(place(header, some))).collect(),
        }
    }
}

/// The conventions of a layout, by the places of the columns in one table.
#[derive(Debug, Default)]
pub(super) struct Conventions {
    pub(super) place: Vec<usize>,
    pub(super) date: Vec<usize>,
    pub(super) date_end: Vec<usize>,
    pub(super) none_reported: Vec<usize>,
    pub(super) flag: Vec<(usize, usize)>,
    pub(super) less: Vec<(usize, usize)>,
}

impl Conventions {
    /// Every column that they speak of.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        let alone = [&self.place, &self.date, &self.date_end, &self.none_reported].into_iter().flatten().copied();
        alone.chain(self.flag.iter().chain(&self.less).flat_map(|&(one, other)| [one, other]))
    }
}

/// Where a column stands, whatever its case and signs.
pub(super) fn place(header: &[String], name: &str) -> Option<usize> {
    let name = folded(name);
    header.iter().position(|h| folded(h) == name)
}

fn shipped() -> &'static [Layout] {
    static SHIPPED: OnceLock<Vec<Layout>> = OnceLock::new();
    SHIPPED.get_or_init(|| FILES.iter().map(|file| super::shipped(file)).collect())
}

#[cfg(test)]
mod tests {
    use super::shipped;

    #[test]
    fn every_layout_says_where_it_is_from() {
        for layout in shipped() {
            assert!(!layout.title.is_empty() && !layout.citation.is_empty() && layout.known_by.len() > 1);
        }
    }
}
