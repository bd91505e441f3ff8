//! Which of the places of one name a text means: decided by the countries and divisions that it names, or left open.

use crate::{
    lexicon::Lexicon,
    place::{Gazetteer, Place, Point},
};
use std::collections::BTreeSet;

/// Where a place may be.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Located<'a> {
    /// The points that may be meant, the largest town first.
    pub points: Vec<Point>,
    /// The countries between which nothing decides; fewer than two where one is meant.
    pub open: Vec<&'a str>,
}

/// Of many towns of one name, so many are looked at.
const LOOKED_AT: usize = 8;
/// A town whose population has so many digits fewer than that of the largest is not meant where nothing says so.
const LARGER: u8 = 2;

/// Locates a place told of in a text.
pub(super) fn locate<'a>(place: &str, text: Option<&str>, known: &'a Gazetteer) -> Located<'a> {
    // "Aleppo, Syria": the wider place decides.
    let (name, wider) = place.split_once(',').unwrap_or((place, ""));
    let mut towns: Vec<Place> = known.find(name).into_iter().filter(Place::is_town).take(LOOKED_AT).collect();
    let countries =
        |towns: &[Place]| towns.iter().map(|t| t.country(known)).collect::<BTreeSet<&str>>().into_iter().collect();
    if towns.len() > 1 {
        let text = text.filter(|_| wider.is_empty()).unwrap_or(wider);
        let (codes, named) = regions(text, known);
        let within = |t: &Place| {
            let of_country = codes.contains(t.country(known));
            codes.contains(t.division(known)) || of_country && !named.contains(t.country(known))
        };
        let meant: Vec<Place> = towns.iter().copied().filter(within).collect();
        if !meant.is_empty() {
            towns = meant;
        }
    }
    let digits = |t: &Place| if let crate::place::Kind::Town(n) = t.kind { n } else { 0 };
    let largest = towns.iter().map(digits).max().unwrap_or_default();
    towns.retain(|t| digits(t) + LARGER > largest);
    let open: Vec<&str> = countries(&towns);
    let points = towns.iter().filter_map(Place::point).collect();
    Located { points, open: if open.len() > 1 { open } else { Vec::new() } }
}

/// The countries and divisions that a text names, and the countries of which it names a division.
fn regions<'a>(text: &str, known: &'a Gazetteer) -> (BTreeSet<&'a str>, BTreeSet<&'a str>) {
    const LONGEST: usize = 3;
    let (mut codes, mut divided) = (BTreeSet::new(), BTreeSet::new());
    let bare = |w: &'_ str| w.trim_matches(|c: char| !c.is_alphanumeric()).len();
    let words: Vec<&str> = text.split_whitespace().collect();
    let lexicon = Lexicon::english();
    for at in 0..words.len() {
        if !words[at].trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase) {
            continue;
        }
        // "Wash."
        let short = words[at].trim_end_matches([',', ';', ':', ')']);
        let short = short.strip_suffix('.').and_then(|w| lexicon.event().region(lexicon.id(w)));
        if let Some(division) = short {
            codes.insert(division);
            divided.extend(division.split('.').next());
        }
        for end in at + 1..=(at + LONGEST).min(words.len()) {
            let found = known.find(&words[at..end].join(" "));
            for place in found.iter().filter(|p| !p.is_town()) {
                codes.insert(place.division(known));
                if place.division(known).contains('.') {
                    divided.insert(place.country(known));
                }
            }
            // A name does not run over the end of a clause.
            if bare(words[end - 1]) == 0 || words[end - 1].ends_with([',', '.', ';', ':', ')']) {
                break;
            }
        }
    }
    (codes, divided)
}
