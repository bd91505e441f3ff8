//! The names of incidents: by place and day where these are known, so that a name says what it is of.

use super::scene::Scene;
use crate::{claim::fnv1a, date::Edtf, place::fold};
use std::collections::BTreeSet;

/// A name for each group of scenes. It comes from the scene that was published first, so texts that come later do not change
/// it; where two incidents would have one name, all but the first are told apart by a mark made from that scene's text.
pub(super) fn names(scenes: &[Scene<'_>], groups: &[Vec<usize>]) -> Vec<String> {
    let mut taken: BTreeSet<String> = scenes.iter().filter(|s| !s.open).map(|s| s.key.to_owned()).collect();
    let order = |i: &usize| (scenes[*i].published.unwrap_or("~"), scenes[*i].key);
    let mut sorted: Vec<(usize, Vec<usize>)> = groups.iter().cloned().enumerate().collect();
    sorted.iter_mut().for_each(|(_, group)| group.sort_unstable_by(|a, b| order(a).cmp(&order(b))));
    sorted.sort_unstable_by(|a, b| order(&a.1[0]).cmp(&order(&b.1[0])));
    let mut names = vec![String::new(); groups.len()];
    for (at, group) in sorted {
        let first = &scenes[group[0]];
        let name = if first.open { group.iter().find_map(|i| said(&scenes[*i])) } else { Some(first.key.to_owned()) };
        let mut name = name.unwrap_or_else(|| of_text(first.key));
        if first.open && !taken.insert(name.clone()) {
            name = format!("{name}-{:04x}", fnv1a(first.key.as_bytes()) & 0xffff);
            taken.insert(name.clone());
        }
        names[at] = name;
    }
    names
}

/// The name of an incident of which no place and day are known, from its scene: "report.txt", and "report.txt-2" for the second
/// that a text tells of. It is no scene's key, so claims that are saved with it keep it when they are read again.
fn of_text(scene: &str) -> String {
    match scene.rsplit_once('#') {
        Some((document, "1")) => document.to_owned(),
        Some((document, n)) => format!("{document}-{n}"),
        None => scene.to_owned(),
    }
}

/// "ganja-2020-10-17"
fn said(scene: &Scene<'_>) -> Option<String> {
    // "Sunday" is no day that a name can bear.
    scene.event_date?.parse::<Edtf>().ok()?;
    let day = scene.event_date?.split(['/', '?', '~', '%']).next()?.trim_start_matches('[');
    let day = day.split(',').next().filter(|d| !d.is_empty())?;
    Some(format!("{}-{day}", fold(scene.place?).replace(' ', "-")))
}
