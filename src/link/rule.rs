//! Windows and weights by which texts are joined: data, each set with its citation.

use serde::Deserialize;

/// When two tellings are of one incident. The toll has no part in it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name on the command line.
    pub id: String,
    /// Its name in words.
    pub title: String,
    /// What it does, in a sentence or two.
    pub about: String,
    /// Where its numbers are from.
    pub citation: String,
    /// What counts as the same place and the same time.
    pub near: Near,
    /// What is never one incident, whatever is shared.
    #[serde(default)]
    pub apart: Apart,
    /// What counts less.
    #[serde(default)]
    pub late: Late,
    /// What each measure counts.
    pub weight: Weight,
    /// What the sum must be.
    pub score: Score,
}

/// Within so many kilometres a place is the same, within so many days the time.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// Kilometres.
    pub km: f64,
    /// Days between what is told of; between publications where the day is not told.
    pub days: i64,
}

/// Limits; `None` is none. Rows of a table that say place and day are held to [`Near`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// Kilometres between places that are both known.
    pub km: Option<f64>,
    /// Days between what is told of, where both days are told.
    pub days: Option<i64>,
}

/// Texts published further apart than `days` have their score multiplied by `factor`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Late {
    /// Days.
    pub days: i64,
    /// From 0 to 1.
    pub factor: f64,
}

/// The score is the sum of these, each times its measure, which is from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// The part of their names that both have, rare names counting more.
    pub names: f64,
    /// A telling with fewer names than so many rare ones is weighed as if it had them.
    #[serde(default)]
    pub few: f64,
    /// 1 where the places are near.
    pub place: f64,
    /// 1 where the days are.
    pub day: f64,
    /// Where the kinds of event that are told have none in common, the score is multiplied by this.
    #[serde(default = "whole")]
    pub other_kind: f64,
}

fn whole() -> f64 {
    1.0
}

/// Where the line is.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// From here on tellings are joined.
    pub join: f64,
    /// So far above and below they are doubtful, and proposed for review.
    pub doubt: f64,
}

const SHIPPED: [(&str, &str); 4] = [
    ("default", include_str!("../../data/link/default.toml")),
    ("xsub-strict", include_str!("../../data/link/xsub-strict.toml")),
    ("xsub-loose", include_str!("../../data/link/xsub-loose.toml")),
    ("meltt", include_str!("../../data/link/meltt.toml")),
];

impl Default for Late {
    fn default() -> Late {
        Late { days: i64::MAX, factor: 1.0 }
    }
}

impl Default for Rule {
    fn default() -> Rule {
        Rule::shipped("default").expect("there is one")
    }
}

impl Rule {
    /// One that ships with the program.
    ///
    /// ```
    /// use tollbook::link::Rule;
    ///
    /// assert_eq!(Rule::shipped("xsub-loose").unwrap().near.km, 5.0);
    /// assert!(Rule::ids().all(|id| Rule::shipped(id).is_some()));
    /// ```
    pub fn shipped(id: &str) -> Option<Rule> {
        Some(Rule::load(Rule::text(id)?).expect("every shipped rule is checked by a test"))
    }

    /// The file of one that ships.
    pub fn text(id: &str) -> Option<&'static str> {
        SHIPPED.iter().find(|(name, _)| *name == id).map(|(_, text)| *text)
    }

    /// The ids of those that ship.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(id, _)| *id)
    }

    /// Reads a file of windows and weights.
    ///
    /// # Errors
    /// Where the text is none; the message names the key.
    pub fn load(text: &str) -> Result<Rule, String> {
        let rule: Rule = toml::from_str(text).map_err(|e| e.to_string())?;
        let numbers = [
            ("near.km", rule.near.km),
            ("near.days", rule.near.days as f64),
            ("apart.km", rule.apart.km.unwrap_or(0.0)),
            ("apart.days", rule.apart.days.unwrap_or(0) as f64),
            ("late.days", rule.late.days as f64),
            ("late.factor", rule.late.factor),
            ("weight.names", rule.weight.names),
            ("weight.few", rule.weight.few),
            ("weight.place", rule.weight.place),
            ("weight.day", rule.weight.day),
            ("weight.other_kind", rule.weight.other_kind),
            ("score.doubt", rule.score.doubt),
        ];
        if let Some((key, n)) = numbers.iter().find(|(_, n)| !n.is_finite() || *n < 0.0) {
            return Err(format!("{key} is {n}: write a number from 0"));
        }
        match rule.score.join {
            join if join > 0.0 => Ok(rule),
            join => Err(format!("score.join is {join}, which joins everything: write a number above 0")),
        }
    }
}
