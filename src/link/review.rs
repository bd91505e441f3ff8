//! What people decide: pairs of tellings that are one incident, or are not. Their word wins over any score.

use super::{Common, Rule, scene::Scene};
use crate::claim::fnv1a;
use rustc_hash::FxHashMap;

/// What a person says of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One incident.
    Yes,
    /// Two.
    No,
    /// Looked at and left to the program.
    Unsure,
}

/// A decision of a person on two tellings, each named by its document, `#`, and which of the incidents it tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// One telling.
    pub one: String,
    /// The other.
    pub other: String,
    /// What is decided.
    pub verdict: Verdict,
}

/// A pair of tellings to look at, with both sides and what they have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Its id: the same for the same two tellings, in either order.
    pub id: String,
    /// They are taken as one.
    pub joined: bool,
    /// What they have in common.
    pub common: Common,
    /// The names that both have, the rarest first.
    pub shared: Vec<String>,
    /// Both sides, in the order of their names.
    pub sides: [Telling; 2],
}

/// One side of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Its document, `#`, and which of the incidents that tells of.
    pub name: String,
    /// The incident it was linked to.
    pub incident: String,
    /// When the document was published.
    pub published: Option<String>,
    /// Where, as said.
    pub place: Option<String>,
    /// When: EDTF.
    pub event_date: Option<String>,
    /// The first sentence with a claim.
    pub sentence: String,
}

/// A decision that cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its place in the list given, from 0.
    pub at: usize,
    /// Why.
    pub why: String,
}

/// A decision on two scenes, by their places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decided {
    pub one: usize,
    pub other: usize,
    pub same: bool,
}

/// Two scenes to be looked at, by their places.
#[derive(Debug)]
pub(super) struct Asked {
    pub one: usize,
    pub other: usize,
    pub joined: bool,
    pub common: Common,
    pub shared: Vec<String>,
}

/// The id of a pair of tellings.
///
/// ```
/// use tollbook::link::pair_id;
///
/// assert_eq!(pair_id("a#1", "b#1"), pair_id("b#1", "a#1"));
/// ```
pub fn pair_id(one: &str, other: &str) -> String {
    let key = format!("{}\u{1f}{}", one.min(other), one.max(other));
    format!("p{:016x}", fnv1a(key.as_bytes()))
}

/// The decisions that can be followed, and those that cannot: on tellings that are not there, whose incident the input gives,
/// or against what earlier ones say.
pub(super) fn followed(scenes: &[Scene<'_>], decisions: &[Decision]) -> (Vec<Decided>, Vec<Refused>) {
    let (mut followed, mut refused): (Vec<Decided>, Vec<Refused>) = (Vec::new(), Vec::new());
    if decisions.is_empty() {
        return (followed, refused);
    }
    let places: FxHashMap<&str, usize> = scenes.iter().enumerate().map(|(i, s)| (s.key, i)).collect();
    let mut root: Vec<usize> = (0..scenes.len()).collect();
    // Joins first, so that a split is held against all of them.
    let order = [Verdict::Yes, Verdict::No, Verdict::Unsure].into_iter();
    let order = order.flat_map(|v| decisions.iter().enumerate().filter(move |(_, d)| d.verdict == v));
    for (at, d) in order {
        let find = |name: &String| {
            let place =
                places.get(name.as_str()).copied().ok_or_else(|| format!("no telling “{name}” in this input"))?;
            let given = || format!("“{name}” has its incident from the input, “{}”", scenes[place].key);
            if scenes[place].open { Ok(place) } else { Err(given()) }
        };
        let same = d.verdict == Verdict::Yes;
        let found = find(&d.one).and_then(|one| Ok((one, find(&d.other)?))).and_then(|(one, other)| {
            if one == other {
                return Err("both sides are one telling".to_owned());
            }
            let joined = root[one] == root[other];
            if joined && d.verdict == Verdict::No {
                Err("other rows say that these are one incident".to_owned())
            } else {
                Ok((one, other))
            }
        });
        match found {
            Ok(_) if d.verdict == Verdict::Unsure => {}
            Ok((one, other)) => {
                followed.push(Decided { one, other, same });
                if same {
                    let (from, to) = (root[one], root[other]);
                    root.iter_mut().filter(|r| **r == from).for_each(|r| *r = to);
                }
            }
            Err(why) => refused.push(Refused { at, why }),
        }
    }
    refused.sort_unstable_by_key(|r| r.at);
    (followed, refused)
}

impl Pair {
    /// Why the pair is taken as it is, in words.
    pub fn why(&self, rule: &Rule) -> String {
        let Common { names, days, told, km, kinds, score } = self.common;
        let mut parts = Vec::new();
        match self.shared.len() {
            0 => parts.push("no shared names".to_owned()),
            n => {
                let names = format!("{:.0} % of what they could share", 100.0 * names);
                parts.push(if n == 1 {
                    format!("1 shared name, {names}")
                } else {
                    format!("{n} shared names, {names}")
                });
            }
        }
        parts.extend(days.map(|d| match (d, told) {
            (0, true) => "same day".to_owned(),
            (1, true) => "1 day apart".to_owned(),
            (_, true) => format!("{d} days apart"),
            (0, false) => "published the same day".to_owned(),
            (1, false) => "published 1 day apart".to_owned(),
            (_, false) => format!("published {d} days apart"),
        }));
        parts.extend(km.map(|km| if km < 0.5 { "same place".to_owned() } else { format!("{km:.0} km apart") }));
        parts.extend((!kinds).then(|| "other kinds of event".to_owned()));
        let line = rule.score.join;
        let side = match (score >= line, self.joined) {
            (true, true) => "is enough",
            (true, false) => "is enough, but the rest of the two incidents is not that close, or rows say no",
            (false, false) => "is too little",
            (false, true) => "is too little, but others or rows of yours join them",
        };
        format!("{}; {score:.3} of {line:.3} {side}", parts.join(", "))
    }
}
