//! Which of the languages whose words are known.

use crate::lexicon::Language;

/// A set of languages, by their places in [`Language::of_cells`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Languages(pub(super) u16);

impl Languages {
    /// How many there are.
    pub(super) const COUNT: usize = 10;

    pub(super) fn those(is: impl Fn(usize) -> bool) -> Languages {
        Languages((0..Languages::COUNT).filter(|&at| is(at)).fold(0, |all, at| all | 1 << at))
    }

    pub(super) fn each(self) -> impl Iterator<Item = usize> {
        (0..Languages::COUNT).filter(move |at| self.0 & 1 << at != 0)
    }

    pub(super) fn and(self, other: Languages) -> Languages {
        Languages(self.0 & other.0)
    }

    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// In words: “Spanish or Portuguese”.
    pub(super) fn told(self, joined: &str) -> String {
        self.each().map(|at| Language::of_cells()[at].name.as_str()).collect::<Vec<_>>().join(joined)
    }
}
