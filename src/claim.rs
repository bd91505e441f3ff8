//! One statement, at one place of one document, of how many people suffered one outcome.
//!
//! Claims are what was said. They are never edited: what a claim is taken to mean is decided later, by a
//! [`crate::policy::Policy`].

pub mod fields;
pub mod row;
mod trace;

pub use trace::{Step, Trace};

use crate::{
    figure::{Amount, Figure},
    place::Point,
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Makes an enum of fixed names that are the same in rows, in JSON and on the screen.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every value, in the order of the row format.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The name in a row.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(self.name()) }
        }

        impl FromStr for $name {
            type Err = UnknownName;
            fn from_str(text: &str) -> Result<$name, UnknownName> {
                $name::ALL.iter().copied().find(|v| v.name() == text).ok_or_else(|| UnknownName {
                    read: text.to_owned(),
                    expected: $name::ALL.iter().map(|v| v.name()).collect::<Vec<_>>().join(", "),
                })
            }
        }
    };
}

/// A name that is none of the fixed ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    read: String,
    expected: String,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is none of {}", self.read, self.expected)
    }
}

impl std::error::Error for UnknownName {}

names! {
    /// What happened to the people.
    Outcome {
        /// Died.
        Killed = "killed",
        /// Wounded, hurt, treated in hospital.
        Injured = "injured",
        /// Killed or injured, not told apart: "13 dead or wounded", "six people were shot".
        Casualties = "casualties",
        /// Not found.
        Missing = "missing",
        /// Driven from their homes.
        Displaced = "displaced",
        /// Taken by force.
        Abducted = "abducted",
        /// Held by a side in the conflict.
        Detained = "detained",
    }
}

names! {
    /// The group that the words name.
    Victims {
        /// People, victims, persons: no group named.
        All = "all",
        /// Those who are not fighters.
        Civilians = "civilians",
        /// Under 18.
        Children = "children",
        /// Women and girls.
        Women = "women",
        /// Men.
        Men = "men",
        /// Members of armed forces.
        Soldiers = "soldiers",
        /// Police and gendarmes.
        Police = "police",
        /// Fighters who are not the attackers of this incident.
        Militants = "militants",
        /// The attackers of this incident: never inside `all`.
        Perpetrators = "perpetrators",
        /// Holders of public office.
        Officials = "officials",
        /// Reporters and their crews.
        Journalists = "journalists",
        /// Relief workers.
        AidWorkers = "aid_workers",
        /// Doctors, nurses, ambulance crews.
        Medics = "medics",
        /// Pupils and students.
        Students = "students",
        /// A trade, nationality, kinship or party of its own.
        Other = "other",
    }
}

impl Victims {
    /// Whether they bear arms, by trade or for a side.
    ///
    /// ```
    /// use tollbook::claim::Victims;
    ///
    /// assert!(Victims::Police.bear_arms() && !Victims::Medics.bear_arms());
    /// ```
    pub fn bear_arms(self) -> bool {
        matches!(self, Victims::Soldiers | Victims::Police | Victims::Militants)
    }
}

names! {
    /// How the people counted stand to the toll of the incident.
    Role {
        /// The whole toll of that outcome and group, as this statement has it.
        Total = "total",
        /// Inside another total.
        Part = "part",
        /// To be added to others to get the toll.
        Addition = "addition",
        /// Of a longer period, campaign or war: never in an incident's toll.
        Cumulative = "cumulative",
        /// Of an incident that the text mentions only as background.
        Other = "other",
    }
}

names! {
    /// Whether the words assert it.
    Status {
        /// Said to be so.
        Asserted = "asserted",
        /// Feared, possible, unconfirmed.
        Uncertain = "uncertain",
        /// Said not to be so.
        Denied = "denied",
    }
}

/// One statement of a toll. The field names are those of the row format.
///
/// `start..end` are code points of the document's text, end exclusive: `document[start..end] == phrase`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Claim {
    /// A hash of document, place in it, outcome, victims, figure and origin; see [`Claim::seal`].
    pub claim: String,
    /// The incident it is about, once linked or where the input gave one.
    pub incident: Option<String>,
    /// Where, as said.
    pub place: Option<String>,
    /// Where on the globe, as the input gives it.
    #[serde(default)]
    pub point: Option<Point>,
    /// When: ISO 8601, or EDTF where uncertain; as told ("Sunday") where nothing says from which day that counts.
    pub event_date: Option<String>,
    /// What happened.
    pub outcome: Outcome,
    /// To whom.
    pub victims: Victims,
    /// How it stands to the toll.
    pub role: Role,
    /// Whether it is asserted.
    pub status: Status,
    /// The words of the figure: "at least 13", "a policeman".
    pub phrase: String,
    /// The figure as said.
    pub figure: Figure,
    /// The number that the source itself takes as best within the range it gives, as coded tables have it.
    #[serde(default)]
    pub best: Option<u64>,
    /// The people were named or described, not counted: "a policeman", "Judge X".
    pub implied: bool,
    /// Who said it; `None` where the text itself does.
    pub origin: Option<String>,
    /// The outlet it was taken from.
    pub via: Option<String>,
    /// Who published the document.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<String>,
    /// The time the figure is said to hold for, where that is not `published`.
    pub as_of: Option<String>,
    /// The document's id.
    pub document: String,
    /// First code point of `phrase`.
    pub start: usize,
    /// Code point after `phrase`.
    pub end: usize,
    /// The sentence it stands in, white space folded.
    pub sentence: String,
    /// The claim of the same document whose people these are among, or (for an addition) that it raises. In a table also the
    /// toll of a longer period, or the incident of that toll, which this incident lies in.
    pub within: Option<String>,
    /// The claim of the same document that this one says again.
    pub repeats: Option<String>,
}

impl Claim {
    /// Gives the claim its id from what it says and where. The same input gives the same id, on every machine.
    pub fn seal(&mut self) {
        const PART: &[u8] = &[0x1f];
        let said = [self.figure.qualifier.name(), self.figure.vague_word().unwrap_or_default()];
        let of = [&self.document, self.outcome.name(), self.victims.name(), self.origin.as_deref().unwrap_or_default()];
        let numbers = match self.figure.amount {
            Amount::Number(n) => [n, n],
            Amount::Span(low, high) => [low, high],
            Amount::Vague(_) => [0, 0],
        };
        let texts = of.iter().chain(&said).fold(fnv1a(&[]), |hash, text| further(further(hash, text.as_bytes()), PART));
        let places = [self.start as u64, self.end as u64];
        let hash = places.iter().chain(&numbers).fold(texts, |hash, n| further(hash, &n.to_le_bytes()));
        let digit = |n: usize| b"0123456789abcdef"[(hash >> (4 * n)) as usize & 0xf];
        let id: [u8; 17] = std::array::from_fn(|n| if n == 0 { b'c' } else { digit(16 - n) });
        self.claim = str::from_utf8(&id).expect("letters and digits").to_owned();
    }
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo): a hash that is the same in every build, which an id must be.
pub fn fnv1a(bytes: &[u8]) -> u64 {
    further(0xcbf2_9ce4_8422_2325, bytes)
}

/// The same of further bytes.
fn further(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, &b| (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01b3))
}

/// Seconds since 1970 of an ISO 8601 time; a date alone is its midnight, a time without a zone is read as UTC.
///
/// ```
/// use tollbook::claim::seconds;
///
/// assert_eq!(seconds("1970-01-02"), Some(86_400));
/// assert_eq!(seconds("Saturday"), None);
/// ```
pub fn seconds(text: &str) -> Option<i64> {
    let text = text.trim();
    let zoned = text.parse::<jiff::Timestamp>().ok();
    let civil = || text.parse::<jiff::civil::DateTime>().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok();
    zoned.or_else(|| civil().map(|z| z.timestamp())).map(jiff::Timestamp::as_second)
}
