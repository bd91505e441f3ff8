//! What the columns of tables are called: our names, and those that others use for the same.

use crate::claim::{Outcome, Role, Victims};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::OnceLock};

type Others = BTreeMap<String, Vec<String>>;

/// The names that are known, as `data/layout/names.toml` has them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    columns: Others,
    documents: Others,
    outcomes: Others,
    victims: Others,
    roles: Others,
    ends: Others,
    totals: Others,
}

/// What a column of figures holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Figures {
    pub(super) outcome: Outcome,
    pub(super) victims: Victims,
    pub(super) role: Role,
    pub(super) end: End,
}

/// Which part of a figure a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    Whole,
    Low,
    High,
}

impl Names {
    pub(super) fn shipped() -> &'static Names {
        static SHIPPED: OnceLock<Names> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            toml::from_str(include_str!("../../data/layout/names.toml"))
                .expect("the shipped names are checked by a test")
        })
    }

    /// Our name of a column of claims.
    pub(super) fn column(&self, header: &str) -> Option<&str> {
        ours(&self.columns, &folded(header))
    }

    /// Our name of a column of documents.
    pub(super) fn document(&self, header: &str) -> Option<&str> {
        let header = folded(header);
        ours(&self.documents, &header).or_else(|| ours(&self.columns, &header))
    }

    /// Whether the first cell of a row says that the row adds up those above it.
    pub(super) fn is_total(&self, cell: &str) -> bool {
        let cell = folded(cell);
        self.totals.values().flatten().any(|name| *name == cell)
    }

    /// What figures a column holds by its name: an outcome, a group before or behind it, low or high at the end.
    pub(super) fn figures(&self, header: &str) -> Option<Figures> {
        let whole = folded(header);
        let (rest, role) = match self.ending(&self.roles, &whole) {
            Some((rest, role)) => (rest, role.parse().ok()?),
            None => (whole.as_str(), Role::Total),
        };
        let (rest, end) = match self.ending(&self.ends, rest) {
            Some((rest, "low")) => (rest, End::Low),
            Some((rest, _)) => (rest, End::High),
            None => (rest, End::Whole),
        };
        self.outcome_and_victims(rest).map(|(outcome, victims)| Figures { outcome, victims, role, end })
    }

    /// What stands before a known ending, and our name of that ending.
    fn ending<'a>(&'a self, endings: &'a Others, name: &'a str) -> Option<(&'a str, &'a str)> {
        name.match_indices('_').find_map(|(at, _)| Some((&name[..at], ours(endings, &name[at + 1..])?)))
    }

    fn outcome_and_victims(&self, name: &str) -> Option<(Outcome, Victims)> {
        let outcome = |name: &str| ours(&self.outcomes, name).and_then(|n| n.parse().ok());
        let victims = |name: &str| ours(&self.victims, name).and_then(|n| n.parse().ok());
        if let Some(outcome) = outcome(name) {
            return Some((outcome, Victims::All));
        }
        name.match_indices('_').find_map(|(at, _)| {
            let (before, after) = (&name[..at], &name[at + 1..]);
            outcome(after).zip(victims(before)).or_else(|| outcome(before).zip(victims(after)))
        })
    }
}

/// Lower case, and one `_` for every run of other signs than letters and digits.
pub(super) fn folded(header: &str) -> String {
    let mut out = String::new();
    for c in header.trim().chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.ends_with('_') && !out.is_empty() {
            out.push('_');
        }
    }
    out.trim_end_matches('_').to_owned()
}

fn ours<'a>(names: &'a Others, header: &str) -> Option<&'a str> {
    names
        .iter()
        .find(|(ours, others)| *ours == header || others.iter().any(|o| o == header))
        .map(|(ours, _)| ours.as_str())
}

#[cfg(test)]
mod tests {
    use super::{End, Figures, Names};
    use crate::claim::{Outcome, Role, Victims};

    #[track_caller]
    fn holds(header: &str, outcome: Outcome, victims: Victims, end: End) {
        assert_eq!(
            Names::shipped().figures(header),
            Some(Figures { outcome, victims, role: Role::Total, end }),
            "{header}"
        );
    }

    #[test]
    fn columns_of_figures() {
        holds("Killed", Outcome::Killed, Victims::All, End::Whole);
        holds("Deaths (min)", Outcome::Killed, Victims::All, End::Low);
        holds("civilian_deaths_max", Outcome::Killed, Victims::Civilians, End::High);
        holds("Suspects Killed", Outcome::Killed, Victims::Perpetrators, End::Whole);
        holds("injured women", Outcome::Injured, Victims::Women, End::Whole);
        for other in ["buildings destroyed", "low", "", "children"] {
            assert_eq!(Names::shipped().figures(other), None, "{other}");
        }
    }

    #[test]
    fn every_name_is_ours_once() {
        let names = Names::shipped();
        assert!(names.outcomes.keys().all(|n| n.parse::<Outcome>().is_ok()));
        assert!(names.victims.keys().all(|n| n.parse::<Victims>().is_ok()));
        assert_eq!(names.column("Media outlet"), Some("outlet"));
        assert_eq!(names.document("Headline"), Some("title"));
    }
}
