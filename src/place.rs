//! Places by name: where they lie, how large they are, and what else they are called.
//!
//! The names come with the program (cut from [GeoNames](https://www.geonames.org), CC BY 4.0) or from the user's own
//! file. One name may be that of many places: which one a text means is not decided here.
//!
//! ```
//! use tollbook::place::Gazetteer;
//!
//! let known = Gazetteer::shipped();
//! let ganja = known.find("Gəncə")[0];
//! assert_eq!((ganja.country(known), ganja.latitude.round()), ("AZ", 41.0));
//! assert_eq!(known.find("Ganja")[0], ganja);
//! assert!(known.find("Nowhere at All").is_empty());
//! ```

mod own;
mod packed;
mod point;

pub use point::{NoPoint, Point};

use std::{borrow::Cow, sync::OnceLock};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A country; without coordinates.
    Country,
    /// A first-level division of a country; without coordinates.
    Division,
    /// A town or village, with the digits that its population has: 6 is 100,000 to 999,999, 0 not known.
    Town(u8),
}

/// A place that bears a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
    /// What it is.
    pub kind: Kind,
    region: u16,
}

/// Every place that is known by name.
#[derive(Debug)]
pub struct Gazetteer {
    regions: Regions,
    names: Names,
}

/// The codes of countries and divisions, one behind the other, and where each ends.
#[derive(Debug)]
struct Regions {
    codes: Cow<'static, str>,
    ends: Vec<u32>,
}

#[derive(Debug)]
enum Names {
    Packed(Box<packed::Packed>),
    Own(own::Own),
}

impl Gazetteer {
    /// The one that comes with the program.
    pub fn shipped() -> &'static Gazetteer {
        static SHIPPED: OnceLock<Gazetteer> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let (regions, packed) = packed::open(include_bytes!("../data/gazetteer/places.bin"));
            Gazetteer { regions, names: Names::Packed(Box::new(packed)) }
        })
    }

    /// The user's own, as CSV with the columns `name`, `other_names` (with `|` between them), `country`, `division`,
    /// `latitude`, `longitude`, `population`; only the first is needed.
    ///
    /// # Errors
    /// The line and what is wrong with it.
    pub fn own(csv: &[u8]) -> Result<Gazetteer, (usize, String)> {
        let (regions, own) = own::open(csv)?;
        Ok(Gazetteer { regions, names: Names::Own(own) })
    }

    /// The places of a name, the most likely first. Letters are compared without their marks and case.
    pub fn find(&self, name: &str) -> Vec<Place> {
        let folded = fold(name);
        match &self.names {
            _ if folded.is_empty() => Vec::new(),
            Names::Packed(packed) => packed.find(&folded),
            Names::Own(own) => own.get(&folded).cloned().unwrap_or_default(),
        }
    }
}

impl Gazetteer {
    /// Where a place lies that is written from the narrower to the wider, and how many places it may be: the most likely town
    /// of the narrowest name that is known, among those in the countries and divisions named after it.
    ///
    /// ```
    /// use tollbook::place::Gazetteer;
    ///
    /// let known = Gazetteer::shipped();
    /// let (point, _) = known.locate("Paris, Texas").unwrap();
    /// assert_eq!((point.latitude().round(), point.longitude().round()), (34.0, -96.0));
    /// assert_eq!(known.locate("France"), None);
    /// ```
    pub fn locate(&self, place: &str) -> Option<(Point, usize)> {
        let mut parts = place.split(',').map(|part| self.find(part));
        let towns = |places: Vec<Place>| places.into_iter().filter(Place::is_town).collect::<Vec<_>>();
        let mut towns = parts.by_ref().map(towns).find(|towns| !towns.is_empty())?;
        for wider in parts.flatten().filter(|p| !p.is_town()) {
            let wider = wider.division(self);
            let inside = |p: &&Place| p.division(self) == wider || p.country(self) == wider;
            let narrowed: Vec<Place> = towns.iter().filter(inside).copied().collect();
            towns = if narrowed.is_empty() { towns } else { narrowed };
        }
        Some((towns.first()?.point()?, towns.len()))
    }
}

impl Regions {
    fn code(&self, region: usize) -> &str {
        let start = region.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.codes[start as usize..self.ends[region] as usize]
    }
}

impl Place {
    /// The country, as ISO 3166-1 alpha-2; blank where the user's file does not say.
    pub fn country<'a>(&self, of: &'a Gazetteer) -> &'a str {
        self.division(of).split('.').next().unwrap_or_default()
    }

    /// The country and, behind a point, its first-level division: "AZ.20", "US.PA".
    pub fn division<'a>(&self, of: &'a Gazetteer) -> &'a str {
        of.regions.code(self.region.into())
    }

    /// Whether it has coordinates.
    pub fn is_town(&self) -> bool {
        matches!(self.kind, Kind::Town(_))
    }

    /// Where it lies; a country or division has no one point.
    pub fn point(&self) -> Option<Point> {
        Point::new(self.latitude, self.longitude).filter(|_| self.is_town())
    }

    /// How far it is from another, as for [`Point::kilometres`]; without end where one has no coordinates.
    pub fn kilometres(&self, other: &Place) -> f64 {
        self.point().zip(other.point()).map_or(f64::INFINITY, |(a, b)| a.kilometres(b))
    }
}

/// A name in small plain letters, as the gazetteer is sorted by: "Gəncə" is "ganca", "Saint-Denis" "saint denis". Letters of
/// other scripts stay.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut add = |c: char| match whole(c) {
        // most letters are plain
        _ if c.is_ascii_alphanumeric() => folded.push(c),
        Some(letters) => folded.push_str(letters),
        None if c.is_alphanumeric() => folded.push(c),
        None if APOSTROPHES.contains(&c) || is_combining_mark(c) => {}
        None if !folded.is_empty() && !folded.ends_with(' ') => folded.push(' '),
        None => {}
    };
    if name.is_ascii() {
        name.chars().map(|c| c.to_ascii_lowercase()).for_each(add);
    } else {
        name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).for_each(&mut add);
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The sums of all numbers up to each.
fn running(numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    numbers.scan(0, |sum, number| {
        *sum += number;
        Some(*sum)
    })
}

const APOSTROPHES: &[char] = &['\'', '’', 'ʻ', 'ʼ', '‘', '`'];

/// Letters that do not come apart into a letter and a mark; the list is that of `make_places.py`.
fn whole(c: char) -> Option<&'static str> {
    Some(match c {
        'ə' | 'ǝ' => "a",
        'ı' => "i",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ø' => "o",
        'ħ' => "h",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}
