//! How figures become ranges, whose accounts stand, and how low, best and high are chosen: data, each part with its
//! citation and a mark of how well it is known.

mod rule;
mod words;

pub use rule::{OfRange, Open, Others, Otherwise, Recency, Rule, Status, Take};
pub use words::{Casualties, Reading, Words};

use serde::Deserialize;
use std::fmt;

/// One way of reading what was said, in three separable parts.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Its name on the command line.
    pub id: String,
    /// Its name in words.
    pub title: String,
    /// What it does, in a sentence or two.
    pub about: String,
    /// Figures to numbers.
    pub words: Words,
    /// Accounts to low, best and high.
    pub rule: RulePart,
    /// What one event is, and how a toll over several is handled.
    pub events: Events,
    /// Who counts.
    pub counting: Counting,
    /// An example in words, for `policies show`.
    #[serde(default)]
    pub example: Option<String>,
}

/// The rule of a policy and where it comes from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulePart {
    /// Where the rule stands.
    pub citation: String,
    /// How well it is known.
    pub mark: Mark,
    /// Sources below this reliability are not used; one that nobody has rated is.
    #[serde(default)]
    pub least_reliability: u8,
    /// Whether those who speak of what they did themselves are heard.
    #[serde(default)]
    pub own_deeds: OwnDeeds,
    /// What it does.
    pub is: Rule,
}

/// Whether those who speak of what they did themselves are heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnDeeds {
    /// As any other.
    #[default]
    Heard,
    /// Not at all.
    Unheard,
}

/// What one event is: told, not computed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Events {
    /// Where it stands.
    pub citation: String,
    /// How well it is known.
    pub mark: Mark,
    /// What it says.
    pub text: String,
    /// What is done with the toll of a longer period.
    #[serde(default)]
    pub cumulative: Cumulative,
}

/// What a way of recording does with the toll of a longer period. It never enters a comparison of sources; `period` does the
/// arithmetic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cumulative {
    /// It is left aside.
    #[default]
    Aside,
    /// It is spread over the incidents in it.
    Spread,
    /// What it has beyond fighters, other causes and what is recorded is added.
    Absorb,
}

/// Who counts: printed with every table, since figures on different bases are no dispute.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// Attackers who died are added to `all`.
    pub perpetrators: bool,
    /// Missing presumed dead are added to the killed.
    pub missing: bool,
    /// Where that stands.
    pub citation: String,
    /// How well it is known.
    pub mark: Mark,
}

/// How well a part is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Mark {
    /// The passage was read in the document cited.
    V,
    /// This project's own.
    Own,
    /// Seen in a secondary text.
    S,
    /// Derived from published records.
    D,
    /// From memory, not checked.
    M,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Mark::V => "read in the source",
            Mark::Own => "this program's own",
            Mark::S => "seen in a secondary text",
            Mark::D => "derived from published records",
            Mark::M => "from memory, not checked",
        })
    }
}

/// The policies that ship, in the order of the list.
const SHIPPED: &[(&str, &str)] = &[
    ("transparent", include_str!("../data/policy/transparent.toml")),
    ("range", include_str!("../data/policy/range.toml")),
    ("latest", include_str!("../data/policy/latest.toml")),
    ("majority", include_str!("../data/policy/majority.toml")),
    ("median", include_str!("../data/policy/median.toml")),
    ("priority", include_str!("../data/policy/priority.toml")),
    ("acled", include_str!("../data/policy/acled.toml")),
    ("gtd", include_str!("../data/policy/gtd.toml")),
    ("gtd-nperps", include_str!("../data/policy/gtd-nperps.toml")),
    ("ucdp", include_str!("../data/policy/ucdp.toml")),
    ("ibc", include_str!("../data/policy/ibc.toml")),
    ("airwars", include_str!("../data/policy/airwars.toml")),
    ("emdat", include_str!("../data/policy/emdat.toml")),
    ("desinventar", include_str!("../data/policy/desinventar.toml")),
    ("aoav", include_str!("../data/policy/aoav.toml")),
    ("verified", include_str!("../data/policy/verified.toml")),
    ("conservative", include_str!("../data/policy/conservative.toml")),
    ("representative", include_str!("../data/policy/representative.toml")),
    ("informative", include_str!("../data/policy/informative.toml")),
];

impl Policy {
    /// A policy that ships with the program, by its id.
    pub fn shipped(id: &str) -> Option<Policy> {
        Some(Policy::load(Policy::text(id)?).expect("every shipped policy is checked by a test"))
    }

    /// The file of a policy that ships.
    pub fn text(id: &str) -> Option<&'static str> {
        SHIPPED.iter().find(|(name, _)| *name == id).map(|(_, text)| *text)
    }

    /// The ids of those that ship.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(id, _)| *id)
    }

    /// Reads a policy file.
    ///
    /// # Errors
    /// Where the text is no policy; the message names line and key.
    pub fn load(text: &str) -> Result<Policy, String> {
        let policy: Policy = toml::from_str(text).map_err(|e| e.to_string())?;
        if !policy.words.is_total() {
            return Err(
                "[words.vague] has no answer for words it does not list: add other = \"blank\" or a range".to_owned()
            );
        }
        Ok(policy)
    }

    /// The words of this one under the rule of another.
    pub fn mix(words: &Policy, rule: &Policy) -> Policy {
        Policy {
            id: format!("{}+{}", words.id, rule.id),
            title: format!("words: {}; rule: {}", words.title, rule.title),
            words: words.words.clone(),
            ..rule.clone()
        }
    }

    /// The weakest mark of its parts.
    pub fn mark(&self) -> Mark {
        [self.words.mark, self.rule.mark, self.events.mark, self.counting.mark].into_iter().max().unwrap_or(Mark::M)
    }

    /// What it rests on, for the foot of every output.
    pub fn basis(&self) -> String {
        let parts = [("words", self.words.mark), ("rule", self.rule.mark)];
        let weak: Vec<String> =
            parts.iter().filter(|(_, m)| *m > Mark::Own).map(|(part, mark)| format!("{part} {mark}")).collect();
        let weak = if weak.is_empty() { String::new() } else { format!(" ({})", weak.join(", ")) };
        let perpetrators = if self.counting.perpetrators { "counted" } else { "apart" };
        let missing = if self.counting.missing { "counted as killed" } else { "apart" };
        format!("{}{weak}; attackers {perpetrators}, missing {missing}", self.title)
    }
}

impl Default for Policy {
    /// `transparent`.
    fn default() -> Policy {
        Policy::shipped("transparent").expect("it ships")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_policy_can_be_read() {
        for (id, text) in SHIPPED {
            let policy = Policy::load(text).unwrap_or_else(|e| panic!("{id}: {e}"));
            assert_eq!(&policy.id, id);
            assert!(
                policy.rule.mark != Mark::M || policy.title.contains("after"),
                "{id}: an unchecked rule is no rule “by”"
            );
        }
    }
}
