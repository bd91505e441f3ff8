//! What titles and blame tell of names anywhere in a text.

use super::super::scope::OF_LATE;
use super::kind::same_name;
use super::{Draft, Mention, People};
use crate::claim::{Role, Victims};

impl People {
    /// Keeps the group that a title gives to a name.
    pub fn entitle(&mut self, m: Mention) {
        if !m.names.is_empty() {
            let group = m.group();
            self.titled.push((m.names, group));
        }
    }

    /// Keeps that a bare name is of one who did it: "shot by Ann Lee", "Ann Lee shot two".
    pub fn blame(&mut self, m: Mention) {
        if !m.names.is_empty() && matches!(m.group(), Victims::All | Victims::Perpetrators) {
            self.titled.push((m.names, Victims::Perpetrators));
        }
    }

    /// The group that titles gave to a name so far, where all give the same.
    pub fn title_of(&self, names: &[String]) -> Option<Victims> {
        let mut groups = self.titled.iter().filter(|(known, _)| same_name(known, names)).map(|(_, group)| *group);
        let first = groups.next()?;
        groups.all(|g| g == first).then_some(first)
    }

    /// "A man shot last week has been named": where a text tells of nobody else, what was last week is what it is about.
    pub fn put_first(&mut self) {
        let told = |d: &Draft| !matches!(d.role, Role::Other | Role::Cumulative);
        let Some(first) = self.drafts.first().filter(|d| d.scope == OF_LATE && d.role == Role::Other) else {
            return;
        };
        if self.drafts.iter().any(told) {
            return;
        }
        let sentence = first.sentence;
        let passing = |d: &&mut Draft| d.sentence == sentence && d.role == Role::Other;
        let several = self.drafts.iter_mut().filter(passing).count() > 1;
        let role = if several { Role::Addition } else { Role::Total };
        self.drafts.iter_mut().filter(passing).for_each(|d| d.role = role);
    }

    /// Gives those told of by a bare name the group that a title gives the same name anywhere in the text.
    pub fn put_titles(&mut self) {
        for group in &self.groups {
            if self.drafts[group.draft].victims == Victims::All
                && let Some(title) = self.title_of(&group.names)
            {
                self.drafts[group.draft].victims = title;
            }
        }
    }
}
