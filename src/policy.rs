//! How figures become ranges, whose accounts stand, and how low, best and high are chosen.

use std::collections::BTreeMap;

/// One way of reading what was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Its name on the command line.
    pub id: String,
    /// Its name in words.
    pub title: String,
    /// To come: words, rule, events.
    pub parts: BTreeMap<String, String>,
}

impl Policy {
    /// A policy that ships with the program, by its id.
    pub fn shipped(id: &str) -> Option<Policy> {
        ["transparent", "range"].contains(&id).then(|| Policy {
            id: id.to_owned(),
            title: id.to_owned(),
            parts: BTreeMap::new(),
        })
    }
}

impl Default for Policy {
    /// `transparent`.
    fn default() -> Policy {
        Policy::shipped("transparent").expect("shipped")
    }
}
