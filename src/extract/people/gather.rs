//! A number that counts people told of before it, one by one or by their fate.

use super::super::noun_phrase::Opening;
use super::kind::vague_kind;
use super::{Draft, People, Stand, Told};
use crate::claim::{Outcome, Role};
use crate::figure::{Figure, added_up};

impl People {
    /// "… and wounding three others" after a boy, a mother and her son were told of one by one: they are the three, or some of
    /// them.
    pub(super) fn one_by_one(&mut self, told: Told, figure: &Figure) -> Option<usize> {
        let Told { s, m, .. } = told;
        let value = figure.value().filter(|&v| v > 1)?;
        let own = |d: &Draft| d.counts() && d.outcome == s.outcome;
        let of: Vec<usize> = (0..self.drafts.len()).filter(|&i| own(&self.drafts[i])).collect();
        let single = |&i: &usize| self.drafts[i].implied && self.drafts[i].sentence != m.sentence;
        // "the two" and "all three" may be so in any text, a number alone where the body tells the headline again
        let the_two = (m.np.opening == Opening::Definite || m.np.both) && of.len() as u64 == value || m.np.all;
        if of.is_empty() || of.len() as u64 > value || !of.iter().all(single) || !(self.news || the_two) {
            return None;
        }
        let id = self.push(told, figure.clone(), Stand::new(Role::Total, None, "those told of one by one"));
        for i in of {
            (self.drafts[i].role, self.drafts[i].within) = (Role::Part, Some(id));
            self.drafts[id].told += 1;
        }
        Some(id)
    }

    /// "Three people are recovering" after "a girl and two women were shot": all of those hit.
    pub(super) fn gather_hit(&mut self, hurt: usize, value: Option<u64>) {
        let hit = |d: &Draft| d.counts() && d.outcome == Outcome::Casualties;
        let of: Vec<usize> = (0..hurt).filter(|&i| hit(&self.drafts[i])).collect();
        let sum = added_up(of.iter().map(|&i| self.drafts[i].figure.value()));
        if of.len() > 1 && sum == value {
            for i in of {
                (self.drafts[i].role, self.drafts[i].within) = (Role::Part, Some(hurt));
            }
        }
    }

    /// "Six people were shot" after "a man was killed": the dead and hurt told of before are among them.
    pub(super) fn gather(&mut self, casualties: usize, value: Option<u64>) {
        let Some(mut room) = value else { return };
        let (sentence, hit) = (self.drafts[casualties].sentence, self.drafts[casualties].victims);
        for i in 0..casualties {
            let d = &self.drafts[i];
            let free = d.within.is_none() && d.counts();
            let alike = matches!(d.outcome, Outcome::Killed | Outcome::Injured);
            let alike = alike && d.sentence != sentence && (vague_kind(hit) || hit == d.victims);
            if let Some(n) = d.figure.value().filter(|&n| free && alike && n > 0 && n <= room) {
                room -= n;
                self.drafts[i].within = Some(casualties);
            }
        }
    }
}
