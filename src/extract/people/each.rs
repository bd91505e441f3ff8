//! "Killed and injured dozens": some of them died and some were hurt.

use super::{Draft, Mention, People};
use crate::claim::{Outcome, Role, Status, Victims};
use crate::figure::{Amount, Figure, Qualifier};

impl People {
    /// Tells of at least one dead and one hurt among those hit, of whom the drafts from `first` on tell.
    pub(super) fn some_of_each(&mut self, first: usize, m: &Mention) {
        let hit = |d: &Draft| d.outcome == Outcome::Casualties && d.counts() && d.status != Status::Denied;
        let mut all = (first..self.drafts.len()).filter(|&i| hit(&self.drafts[i]));
        let Some(within) = all.next() else { return };
        let alone = all.next().is_none();
        let known = &self.drafts[within];
        if alone && matches!(known.figure.value(), Some(0 | 1)) {
            return;
        }
        let some = Draft {
            // of which group of several is not told
            victims: if alone { known.victims } else { Victims::All },
            role: Role::Part,
            figure: Figure { qualifier: Qualifier::AtLeast, amount: Amount::Number(1) },
            implied: true,
            bytes: m.by.clone(),
            row: None,
            within: Some(within),
            rule: "some of each",
            ..known.clone()
        };
        self.drafts.push(Draft { outcome: Outcome::Killed, ..some.clone() });
        self.drafts.push(Draft { outcome: Outcome::Injured, ..some });
    }
}
