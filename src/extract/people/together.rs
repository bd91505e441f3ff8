//! Those whom a text spoke of in one breath: "28 passengers and four crew", "the mayor, his wife and several clerks".

use super::{People, Person, REACH};
use crate::claim::Victims;
use crate::figure::{Amount, Figure, Qualifier};

/// People spoken of in one breath.
pub(super) struct Together {
    /// How many they are, those left out whose number is not said.
    pub(super) counted: u64,
    /// There are some whose number is not said.
    pub(super) open: bool,
    /// Some of them were counted together.
    group: bool,
    /// Their group.
    pub(super) victims: Victims,
}

impl Together {
    /// How many: people not counted are two at the least.
    pub(super) fn figure(&self) -> Figure {
        if self.open {
            let amount = Amount::Number(self.counted.saturating_add(2));
            return Figure { qualifier: Qualifier::AtLeast, amount };
        }
        Figure::exact(self.counted)
    }

    fn of(p: &Person) -> Together {
        Together { counted: p.value, open: p.value == 0, group: p.value > 1, victims: p.victims }
    }

    fn add(&mut self, p: &Person) {
        self.counted = self.counted.saturating_add(p.value);
        (self.open, self.group) = (self.open || p.value == 0, self.group || p.value > 1);
        self.victims = if p.victims == self.victims { self.victims } else { Victims::All };
    }

    /// Whether they are several, more than `left`: not just persons named one beside the other.
    fn several(&self, left: u64) -> bool {
        (self.group || self.open) && self.counted > left
    }
}

impl People {
    /// "All of them died": how many, where only single persons and people not counted were spoken of.
    pub(super) fn all_named(&self, sentence: usize) -> Figure {
        let together = self.aboard(sentence, 0).filter(|t| t.open).map(|t| t.figure());
        let named = || self.named_together(sentence).map(Figure::exact);
        together.or_else(named).unwrap_or_else(|| Figure::vague("all"))
    }

    /// How many single persons were spoken of last in one breath, of a sentence or just before it.
    pub(super) fn named_together(&self, sentence: usize) -> Option<u64> {
        // "the mayor of Huanta and his clerk"
        const BREATH: usize = 24;
        let counted = || self.spoken_of.iter().rev().filter(|p| p.value > 0);
        let last = counted().next().filter(|p| p.value == 1 && p.sentence + 1 >= sentence)?;
        let before = counted().skip(1);
        let mut start = last.whole.start;
        let joined = before.take_while(|p| {
            let near = p.value == 1 && start.checked_sub(p.whole.end).is_some_and(|gap| gap <= BREATH);
            start = p.whole.start;
            near
        });
        let count = 1 + joined.count() as u64;
        (count > 1).then_some(count)
    }

    /// Those spoken of last in one breath before or in a sentence: more than one, and more than `left`.
    pub(super) fn aboard(&self, sentence: usize, left: u64) -> Option<Together> {
        const BREATH: usize = 8; // ", and " where hard spaces part the words
        let near = self.spoken_of.iter().rev().take_while(|p| p.sentence + REACH >= sentence);
        let (mut last, mut start) = (None::<Together>, 0usize);
        for p in near {
            let joined = !p.attacks && start.checked_sub(p.whole.end).is_some_and(|gap| gap <= BREATH);
            match last.as_mut() {
                Some(together) if joined => together.add(p),
                Some(together) if together.several(left) => break,
                _ => last = Some(Together::of(p)),
            }
            start = p.whole.start;
        }
        last.filter(|t| t.several(left))
    }
}
