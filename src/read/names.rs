//! What the columns of tables are called: our names, and those that others use for the same.

use super::languages::Languages;
use crate::{
    claim::{Outcome, Role, Victims},
    lexicon::tables,
};
use std::{collections::BTreeMap, sync::OnceLock};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

type Others = BTreeMap<String, Vec<String>>;

/// The names that are known, as the files of `data/layout/names/` have them, one a language.
#[derive(Debug, Default)]
pub(super) struct Names {
    columns: Others,
    documents: Others,
    outcomes: Others,
    victims: Others,
    roles: Others,
    ends: Others,
    counts: Others,
    totals: Others,
}

/// The languages whose words are known; where a word of two of them differs in sense, the first has it.
const LANGUAGES: [&str; 10] = [
    include_str!("../../data/layout/names/en.toml"),
    include_str!("../../data/layout/names/ar.toml"),
    include_str!("../../data/layout/names/de.toml"),
    include_str!("../../data/layout/names/es.toml"),
    include_str!("../../data/layout/names/fr.toml"),
    include_str!("../../data/layout/names/it.toml"),
    include_str!("../../data/layout/names/pt.toml"),
    include_str!("../../data/layout/names/ru.toml"),
    include_str!("../../data/layout/names/tr.toml"),
    include_str!("../../data/layout/names/uk.toml"),
];

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
            let mut all = Names::default();
            for language in LANGUAGES {
                all.learn(language, true);
            }
            all
        })
    }

    /// The words of each language by itself, in the order of [`Languages`].
    fn apart() -> &'static [Names] {
        static APART: OnceLock<Vec<Names>> = OnceLock::new();
        APART.get_or_init(|| {
            let apart = LANGUAGES.iter().enumerate().map(|(at, language)| {
                let mut names = Names::default();
                // Our own names are English.
                names.learn(language, at == 0);
                names
            });
            apart.collect()
        })
    }

    /// The languages that know a column by this name.
    pub(super) fn languages(header: &str) -> Languages {
        let knows = |names: &Names| names.figures(header).is_some() || names.column(header).is_some();
        Languages::those(|at| Names::apart().get(at).is_some_and(knows))
    }

    /// Adds the words of a language, and our own where they are to be known too.
    fn learn(&mut self, language: &str, own: bool) {
        for (table, names) in tables(language) {
            let known = match table.as_str() {
                "columns" => &mut self.columns,
                "documents" => &mut self.documents,
                "outcomes" => &mut self.outcomes,
                "victims" => &mut self.victims,
                "roles" => &mut self.roles,
                "ends" => &mut self.ends,
                "counts" => &mut self.counts,
                "totals" => &mut self.totals,
                other => unreachable!("a test reads what ships: [{other}]"),
            };
            for (ours, words) in names {
                let known = known.entry(ours.clone()).or_default();
                known.extend(words.iter().map(|word| folded(word)).chain(own.then_some(ours)));
            }
        }
    }

    /// Our name of a column of claims.
    pub(super) fn column(&self, header: &str) -> Option<&str> {
        ours(&self.columns, &folded(header))
    }

    /// What stands in a column of outcomes or victims, in our word for it where we know one.
    pub(super) fn ours<'a>(&'a self, column: &str, text: &'a str) -> &'a str {
        let words = match column {
            "outcome" => &self.outcomes,
            "victims" => &self.victims,
            _ => return text,
        };
        ours(words, &folded(text)).unwrap_or(text)
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
        self.figures_of(&whole).or_else(|| self.figures_of(self.counted(&whole)))
    }

    fn figures_of(&self, whole: &str) -> Option<Figures> {
        let (rest, role) = match self.ending(&self.roles, whole) {
            Some((rest, role)) => (rest, role.parse().ok()?),
            None => (whole, Role::Total),
        };
        let (rest, end) = match self.ending(&self.ends, rest) {
            Some((rest, "low")) => (rest, End::Low),
            Some((rest, "high")) => (rest, End::High),
            Some((rest, _)) => (rest, End::Whole),
            None => (rest, End::Whole),
        };
        self.outcome_and_victims(rest).map(|(outcome, victims)| Figures { outcome, victims, role, end })
    }

    /// What is counted, where a name begins with words that say no more than that it counts.
    fn counted<'a>(&self, name: &'a str) -> &'a str {
        let words = self.counts.values().flatten();
        let rest = words.filter_map(|w| name.strip_prefix(w.as_str())?.strip_prefix('_'));
        rest.min_by_key(|rest| rest.len()).unwrap_or(name)
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

/// Lower case without accents, and one `_` for every run of other signs than letters and digits.
pub(super) fn folded(header: &str) -> String {
    let mut out = String::new();
    for c in header.trim().nfkd().filter(|c| !is_combining_mark(*c)) {
        if c == 'ı' {
            // In capitals it is I, whose small letter is another.
            out.push('i');
        } else if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.ends_with('_') && !out.is_empty() {
            out.push('_');
        }
    }
    out.trim_end_matches('_').to_owned()
}

fn ours<'a>(names: &'a Others, header: &str) -> Option<&'a str> {
    names.iter().find(|(_, others)| others.iter().any(|o| o == header)).map(|(ours, _)| ours.as_str())
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
        holds("No. of deaths", Outcome::Killed, Victims::All, End::Whole);
        for other in ["buildings destroyed", "low", "", "children"] {
            assert_eq!(Names::shipped().figures(other), None, "{other}");
        }
    }

    #[test]
    fn in_other_languages_with_and_without_accents() {
        holds("Anzahl der Verletzten (mindestens)", Outcome::Injured, Victims::All, End::Low);
        holds("Enfants blessés", Outcome::Injured, Victims::Children, End::Whole);
        holds("enfants blesses", Outcome::Injured, Victims::Children, End::Whole);
        holds("Погибшие", Outcome::Killed, Victims::All, End::Whole);
        holds("عدد القتلى", Outcome::Killed, Victims::All, End::Whole);
        holds("ÖLÜ SAYISI", Outcome::Killed, Victims::All, End::Whole);
        assert_eq!(Names::shipped().column("Fecha"), Some("event_date"));
        assert!(Names::shipped().is_total("Итого"));
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
