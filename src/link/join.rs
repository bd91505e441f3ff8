//! Tellings of one incident: joined by what they have in common, or as people have decided.
//!
//! The closest are joined first, two groups only where they are close on the average of their pairs, so that one text that
//! mentions two incidents does not make them one. The order of the input changes nothing.

use super::{
    Rule, near,
    review::{Asked, Decided},
    scene::Scene,
    score::Scorer,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Of a large group, so many stand for it in an average.
const ASKED: usize = 24;

/// How the scenes were joined.
#[derive(Debug)]
pub(super) struct Joined {
    /// The scenes in groups, each of one incident: those of one key, and of those whose key is open the ones that are close.
    /// The groups and what stands in them keep the order of the scenes.
    pub groups: Vec<Vec<usize>>,
    /// What the scenes of each group were joined by, in words.
    pub shared: Vec<String>,
    /// What people may decide better, the closest calls first.
    pub asked: Vec<Asked>,
}

/// Joins scenes. `decided` are pairs of scenes, by their places, and whether they are one.
pub(super) fn join(scenes: &[Scene<'_>], rule: &Rule, decided: &[Decided]) -> Joined {
    let open: Vec<usize> = (0..scenes.len()).filter(|i| scenes[*i].open).collect();
    let sides: Vec<&Scene<'_>> = open.iter().map(|i| &scenes[*i]).collect();
    let scorer = Scorer::of(&sides, rule);
    let at: FxHashMap<usize, usize> = open.iter().enumerate().map(|(at, i)| (*i, at)).collect();
    let decided: Vec<Decided> =
        decided.iter().map(|d| Decided { one: at[&d.one], other: at[&d.other], ..*d }).collect();
    let mut groups = Groups::of(&sides);
    for d in decided.iter().filter(|d| d.same) {
        groups.merge(d.one, d.other);
    }
    decided.iter().filter(|d| !d.same).for_each(|d| groups.keep_apart(d.one, d.other));
    let close = near::pairs(&scorer, (rule.score.join - rule.score.doubt).max(f64::MIN_POSITIVE));
    let mut asked: Vec<(f64, usize, usize)> = Vec::new();
    for &(score, i, j) in &close {
        if score < rule.score.join {
            break;
        }
        let (i, j) = (i as usize, j as usize);
        if groups.root[i] == groups.root[j] || groups.are_apart(i, j) {
            continue;
        }
        let average = groups.average(i, j, &scorer);
        if average >= rule.score.join {
            groups.merge(i, j);
            if average < rule.score.join + rule.score.doubt {
                asked.push((average - rule.score.join, i, j));
            }
        }
    }
    // Of those that stayed apart, the closest pair of each two groups.
    let mut met = FxHashMap::default();
    for &(score, i, j) in &close {
        let (i, j) = (i as usize, j as usize);
        let roots = (groups.root[i].min(groups.root[j]), groups.root[i].max(groups.root[j]));
        if roots.0 != roots.1 && !groups.are_apart(i, j) && met.insert(roots, ()).is_none() {
            asked.push(((score - rule.score.join).abs(), i, j));
        }
    }
    asked.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let told = asked.iter().map(|(_, i, j)| (*i, *j)).chain(decided.iter().map(|d| (d.one, d.other)));
    let asked = told.map(|(i, j)| Asked {
        one: open[i],
        other: open[j],
        joined: groups.root[i] == groups.root[j],
        common: scorer.compare(i, j),
        shared: scorer.shared(i, j).into_iter().map(str::to_owned).collect(),
    });
    let asked = if rule.score.doubt > 0.0 || !decided.is_empty() { asked.collect() } else { Vec::new() };
    let groups = gather(scenes, &open, &groups.root);
    let shared = groups.iter().map(|group| match group.as_slice() {
        [first, _, ..] if scenes[*first].open => {
            let sides: Vec<usize> = group.iter().map(|i| at[i]).collect();
            let names = scorer.most_shared(&sides);
            if names.is_empty() { "place and day".to_owned() } else { names.join(", ") }
        }
        [first, _, ..] if !scenes[*first].open => "given".to_owned(),
        _ => String::new(),
    });
    Joined { shared: shared.collect(), groups, asked }
}

/// The groups of all scenes, in the order of their keys.
fn gather(scenes: &[Scene<'_>], open: &[usize], root: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<(&str, usize), Vec<usize>> = BTreeMap::new();
    for (i, scene) in scenes.iter().enumerate().filter(|(_, s)| !s.open) {
        groups.entry((scene.key, 0)).or_default().push(i);
    }
    for (at, i) in open.iter().enumerate() {
        let first = open[root[at]];
        groups.entry((scenes[first].key, 1 + first)).or_default().push(*i);
    }
    groups.into_values().collect()
}

/// Scenes as far as they are joined.
struct Groups {
    /// The first scene of the group of each.
    root: Vec<usize>,
    /// The scenes of each group, under its first.
    members: Vec<Vec<usize>>,
    /// Who tells of each group, by number, in order.
    tellers: Vec<Vec<u32>>,
    /// What people keep apart.
    apart: FxHashMap<usize, Vec<usize>>,
}

impl Groups {
    fn of(sides: &[&Scene<'_>]) -> Groups {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let tellers = sides.iter().map(|s| {
            let next = numbers.len() as u32;
            vec![*numbers.entry(s.teller).or_insert(next)]
        });
        Groups {
            tellers: tellers.collect(),
            root: (0..sides.len()).collect(),
            members: (0..sides.len()).map(|i| vec![i]).collect(),
            apart: FxHashMap::default(),
        }
    }

    fn keep_apart(&mut self, i: usize, j: usize) {
        self.apart.entry(i).or_default().push(j);
        self.apart.entry(j).or_default().push(i);
    }

    /// Whether one voice tells of both groups, or people keep them apart.
    fn are_apart(&self, i: usize, j: usize) -> bool {
        let (a, b) = (self.root[i], self.root[j]);
        let (few, many) = if self.tellers[a].len() < self.tellers[b].len() { (a, b) } else { (b, a) };
        let decided = || {
            let out = |x: &usize| self.apart.get(x).is_some_and(|others| others.iter().any(|o| self.root[*o] == b));
            !self.apart.is_empty() && self.members[a].iter().any(out)
        };
        self.tellers[few].iter().any(|t| self.tellers[many].binary_search(t).is_ok()) || decided()
    }

    /// How close two groups are on the average of their pairs.
    fn average(&self, i: usize, j: usize, scorer: &Scorer<'_>) -> f64 {
        let some = |of: usize| {
            let members = &self.members[self.root[of]];
            let count = members.len().min(ASKED);
            (0..count).map(|n| members[n * members.len() / count]).collect::<Vec<_>>()
        };
        let (a, b) = (some(i), some(j));
        let sum: f64 = a.iter().flat_map(|x| b.iter().map(|y| scorer.compare(*x, *y).score)).sum();
        sum / (a.len() * b.len()) as f64
    }

    fn merge(&mut self, i: usize, j: usize) {
        let (a, b) = (self.root[i].min(self.root[j]), self.root[i].max(self.root[j]));
        if a == b {
            return;
        }
        let moved = std::mem::take(&mut self.members[b]);
        moved.iter().for_each(|&x| self.root[x] = a);
        self.members[a].extend(moved);
        let tellers = std::mem::take(&mut self.tellers[b]);
        self.tellers[a].extend(tellers);
        self.tellers[a].sort_unstable();
        self.tellers[a].dedup();
    }
}
