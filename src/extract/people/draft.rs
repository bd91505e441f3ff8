//! A claim in the making, and how it stands to those made before it.

use super::super::attribution::Attribution;
use super::super::statement::Ground;
use crate::claim::{Outcome, Role, Status, Victims};
use crate::figure::Figure;

/// A claim in the making. Links are places in the list of drafts.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What happened.
    pub outcome: Outcome,
    /// To whom.
    pub victims: Victims,
    /// How it stands to the toll.
    pub role: Role,
    /// Whether it is asserted.
    pub status: Status,
    /// The figure.
    pub figure: Figure,
    /// Described, not counted.
    pub implied: bool,
    /// Bytes of the phrase.
    pub bytes: std::ops::Range<usize>,
    /// Its sentence.
    pub sentence: usize,
    /// The token at which the label of its line starts.
    pub row: Option<u32>,
    /// The draft whose people these are among, or that they raise.
    pub within: Option<usize>,
    /// The draft it says again.
    pub repeats: Option<usize>,
    /// How many of its people were told of one by one.
    pub(super) told: u64,
    /// They come to those told of elsewhere: "two more".
    pub(super) more: bool,
    /// "a third man": the place in the row.
    pub(super) ordinal: Option<u32>,
    /// Who is said to have stated it.
    pub said: Attribution,
    /// How it was told.
    pub ground: Ground,
    /// Bytes of the word that tells it.
    pub by: std::ops::Range<usize>,
    /// Bytes of the people as the text names them.
    pub whole: std::ops::Range<usize>,
    /// What its clause says that makes it another incident, a longer time, doubtful or denied; empty for none of these.
    pub scope: &'static str,
    /// The rule that gave it its role.
    pub rule: &'static str,
}

impl Draft {
    /// Whether it counts people of its own who suffered: no part, no repeat, no attackers.
    pub(super) fn counts(&self) -> bool {
        self.repeats.is_none()
            && matches!(self.role, Role::Total | Role::Addition)
            && self.victims != Victims::Perpetrators
    }
}

/// How a claim stands to those made before it.
#[derive(Clone, Copy)]
pub(super) struct Stand {
    pub(super) role: Role,
    pub(super) within: Option<usize>,
    pub(super) repeats: Option<usize>,
    /// Its people are told of for the first time, by a total or an addition of their own.
    pub(super) own: bool,
    pub(super) rule: &'static str,
}

impl Stand {
    /// People of their own.
    pub(super) const fn new(role: Role, within: Option<usize>, rule: &'static str) -> Stand {
        Stand { role, within, repeats: None, own: true, rule }
    }

    /// People among others, or nobody.
    pub(super) const fn detail(role: Role, within: Option<usize>, rule: &'static str) -> Stand {
        Stand { own: false, ..Stand::new(role, within, rule) }
    }

    /// What the draft `of` said before.
    pub(super) const fn again(role: Role, of: usize, rule: &'static str) -> Stand {
        Stand { repeats: Some(of), ..Stand::detail(role, None, rule) }
    }
}
