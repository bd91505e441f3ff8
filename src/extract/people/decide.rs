//! The order of the rules that give a mention its role: the first that fits decides.

use super::super::noun_phrase::{Opening, Pronoun, Who};
use super::super::statement::{Ground, Item};
use super::kind::{part_of_shot, related, supersedes};
use super::{Draft, Group, People, Stand, Told};
use crate::claim::{Outcome, Role, Victims};
use crate::figure::{Figure, Qualifier};

impl People {
    pub(super) fn resolve(
        &mut self,
        told: Told,
        item: Item,
        listed: bool,
        first: usize,
        whole: Option<usize>,
    ) -> Option<usize> {
        let Told { s, scope, m } = told;
        let np = m.np;
        let outcome = s.outcome;
        if np.pronoun == Some(Pronoun::Thing) {
            return None;
        }
        if np.nobody || s.negated || m.figure.is_some_and(|f| f.qualifier == Qualifier::None) {
            let none = np.nobody || m.figure.is_some_and(|f| f.qualifier == Qualifier::None);
            if !none || s.negated {
                return None;
            }
            // "no one else was hurt" adds nobody to those told of
            let beside = self.groups.iter().rev().find(|g| np.other && related(g.outcome, outcome)).map(|g| g.draft);
            let role = if beside.is_some() { Role::Addition } else { Role::Total };
            return Some(self.push(told, Figure::NOBODY, Stand::detail(role, beside, "none")));
        }
        if s.ground == Ground::Suicide
            && self.groups.iter().any(|g| g.outcome == outcome && g.victims == Victims::Perpetrators)
        {
            return None;
        }
        if s.ground == Ground::Taken && outcome == Outcome::Casualties || s.ground == Ground::Condition {
            // the taken and the tended are mostly people told of before
            if let Some(known) = self.told_before(m, outcome, first) {
                let some = m.figure.filter(|f| f.value().is_some() && f.value() < self.drafts[known].figure.value());
                let part = |figure: &Figure| {
                    self.push(told, figure.clone(), Stand::detail(Role::Part, Some(known), "a condition of some"))
                };
                return Some(some.map_or(known, part));
            }
        }
        if np.pronoun.is_some() {
            return self.pronoun(told);
        }
        let dead = np.state == Some(Outcome::Killed) && np.opening == Opening::Definite && m.figure.is_none();
        if dead && self.groups.iter().any(|g| g.outcome == Outcome::Killed) {
            return None; // "the dead man"
        }
        if s.ground == Ground::Count && np.count.is_some() && m.figure.is_none() {
            // "a homicide", "a triple murder": told of before wherever anyone was
            let times = np.times.unwrap_or(1);
            let known = self.groups.iter().any(|g| g.outcome == outcome);
            if known
                && (times == 1 || self.same(outcome, Some(times), m).is_some())
                && !np.other
                && np.ordinal.is_none()
            {
                return None;
            }
            if np.times.is_some() {
                return Some(self.push(told, Figure::exact(times), Stand::new(Role::Total, None, "a multiple deed")));
            }
        }
        if np.opening == Opening::Owner && np.state == Some(Outcome::Killed) && !np.described && m.figure.is_none() {
            return self.body(told);
        }
        let figure = match m.figure {
            Some(f) => f.clone(),
            None => match self.implied(np) {
                Some(f) => f,
                None if np.remaining && np.plural == Some(false) => Figure::exact(1),
                None => return self.pronoun(told),
            },
        };
        let value = figure.value();
        let single = m.figure.is_none() && value == Some(1);
        if s.ground == Ground::Toll {
            let repeats = self.same(outcome, value, m);
            return Some(self.push(told, figure, Stand { repeats, ..Stand::detail(Role::Total, None, "toll") }));
        }
        if scope.cumulative || scope.background {
            let role = if scope.cumulative { Role::Cumulative } else { Role::Other };
            return Some(self.push(told, figure, Stand::detail(role, None, "scope")));
        }
        if item.part {
            return Some(self.push(told, figure, Stand::detail(Role::Part, whole, "including")));
        }
        // known by name
        if let Some(g) = self.by_name(m) {
            let (draft, known) = (self.groups[g].draft, self.groups[g].outcome);
            let victims = self.groups[g].victims;
            let stand = if known == outcome || supersedes(known, outcome) {
                Stand::again(Role::Part, draft, "name again")
            } else {
                Stand::new(Role::Total, Some(draft), "new outcome of one known")
            };
            let id = self.push(told, figure, stand);
            if self.drafts[id].victims == Victims::All {
                self.regroup(id, victims); // a name alone does not tell what was told of him before
            }
            return Some(id);
        }
        if single
            && np.opening == Opening::Definite
            && np.name.is_none()
            && np.ordinal.is_none()
            && !np.other
            && let Some(g) = self.antecedent(m, outcome)
        {
            return self.again(told, g);
        }
        if item.of {
            let base = self.largest(outcome, value);
            let same = base.is_some_and(|b| self.drafts[b].outcome == outcome);
            let shot = base.filter(|&b| self.drafts[b].outcome == Outcome::Casualties);
            let role = if same { Role::Part } else { part_of_shot(outcome, shot) };
            return Some(self.push(told, figure, Stand::detail(role, base, "of them")));
        }
        if np.remaining {
            return self.remaining(told, figure);
        }
        if let Some(place) = np.ordinal {
            // "a fifth victim" after four dead is one more; "the fifth victim" may be counted among dead and hurt
            let holds =
                |&total: &usize| np.opening == Opening::Definite || self.drafts[total].figure.value() >= Some(place);
            let total = self.total_with_room(outcome, Some(1), usize::MAX).filter(holds);
            let dead = || self.dead_with_room(outcome, Some(1), usize::MAX).filter(holds);
            if let Some(total) = total.or_else(|| self.within_shot(outcome, Some(2))).or_else(dead) {
                return Some(self.push(
                    told,
                    Figure::exact(1),
                    Stand::new(Role::Part, Some(total), "ordinal in a total"),
                ));
            }
            let base = self.latest_total(outcome);
            return Some(self.push(told, Figure::exact(1), Stand::new(Role::Addition, base, "ordinal")));
        }
        if np.other && !(single && m.figure.is_some()) {
            let in_sentence = self.groups.iter().any(|g| g.sentence == m.sentence && g.outcome == outcome);
            if let Some(r) = self.same(outcome, value, m).filter(|_| !in_sentence) {
                return Some(self.push(told, figure, Stand::again(Role::Addition, r, "others again")));
            }
            let contrast = self.drafts.iter().any(|d| d.sentence == m.sentence && d.outcome != outcome);
            if contrast && let Some(id) = self.one_by_one(told, &figure) {
                return Some(id);
            }
            // a vague word ("others were hurt") is no toll that a number is added to
            let counts = |g: &Group| g.value.is_some() || g.sentence == m.sentence;
            let base = self.latest_own(outcome, counts);
            if !scope.later
                && let Some(total) = self.around_others(outcome, value, in_sentence)
            {
                return Some(self.push(told, figure, Stand::new(Role::Part, Some(total), "others in a total")));
            }
            if outcome == Outcome::Casualties
                && let Some(hurt) = self.total_with_room(Outcome::Injured, value, usize::MAX)
            {
                let all = self.drafts[hurt].figure.value() == value;
                let some = Stand::detail(Role::Part, Some(hurt), "others of the hurt");
                let stand = if all { Stand::again(Role::Part, hurt, "the hurt again") } else { some };
                return Some(self.push(told, figure, stand));
            }
            let base = base.or_else(|| self.beside_dead(outcome, m));
            let role = if base.is_some() { Role::Addition } else { Role::Total };
            return Some(self.push(told, figure, Stand::new(role, base, "others")));
        }
        if listed
            && single
            && let Some(g) = self.same_person(m, outcome).filter(|&g| self.groups[g].draft < first).filter(|&g| {
                let known = self.groups[g].outcome;
                known == outcome || outcome == Outcome::Casualties && supersedes(known, outcome)
            })
        {
            let draft = self.groups[g].draft;
            self.learn(g, m);
            return Some(self.push(told, figure, Stand::again(Role::Part, draft, "listed again")));
        }
        if listed {
            if let Some(r) = self.same(outcome, value, m).filter(|&r| r < first) {
                return Some(self.push(told, figure, Stand::again(Role::Addition, r, "listed again")));
            }
            let dead = || self.dead_with_room(outcome, value, first);
            if let Some(total) = self.total_with_room(outcome, value, first).or_else(dead) {
                return Some(self.push(told, figure, Stand::detail(Role::Part, Some(total), "listed under a total")));
            }
            let base = (self.drafts.len() > first).then_some(first);
            return Some(self.push(told, figure, Stand::new(Role::Addition, base, "listed")));
        }
        if single {
            return Some(self.single(told, figure));
        }
        // "One victim, Ann Lee, died" after the headline told of a woman killed
        let one = value == Some(1) && self.news && np.who == Who::Person && !item.of && m.of.is_none();
        if one && let Some(g) = self.same_person(m, outcome).filter(|&g| self.groups[g].outcome == outcome) {
            return Some(self.push(told, figure, Stand::again(Role::Part, self.groups[g].draft, "one again")));
        }
        // a number of its own
        if let Some(r) = self.same(outcome, value, m) {
            return Some(self.push(told, figure, Stand::again(Role::Total, r, "figure again")));
        }
        if let Some(id) = self.one_by_one(told, &figure) {
            return Some(id);
        }
        if s.also
            && let Some(total) = self.total_with_room(outcome, value, usize::MAX)
        {
            return Some(self.push(told, figure, Stand::new(Role::Part, Some(total), "also of a total")));
        }
        if let (Some(v), Some(total)) = (value, self.latest_total(outcome)) {
            let known = &self.drafts[total];
            let specific = m.group() != Victims::All && m.group() != known.victims;
            let rival = known.said.rivals(m.said);
            if let Some(k) = known.figure.value().filter(|_| !rival) {
                if !self.news && known.implied && known.sentence != m.sentence {
                    return Some(self.push(
                        told,
                        figure,
                        Stand::new(Role::Addition, Some(total), "more than one described"),
                    ));
                }
                if v < k && (np.who == Who::Bare || v == 1 || specific && known.victims == Victims::All) {
                    return Some(self.push(told, figure, Stand::detail(Role::Part, Some(total), "smaller figure")));
                }
                if specific && known.victims != Victims::All && self.groups.iter().any(|g| g.draft == total) {
                    return Some(self.push(told, figure, Stand::new(Role::Addition, Some(total), "another group")));
                }
            }
        }
        // "six injured" and then "five were shot": some of the hurt
        let hurt = self.total_with_room(Outcome::Injured, value, usize::MAX).filter(|_| outcome == Outcome::Casualties);
        if let Some(hurt) = hurt.filter(|&h| self.drafts[h].figure.value() > value) {
            return Some(self.push(told, figure, Stand::new(Role::Part, Some(hurt), "shot among the hurt")));
        }
        let within = self.within_shot(outcome, value);
        // as many hurt as were hit: the whole of the hurt
        let all = within.is_some_and(|w| self.drafts[w].figure.value() == value);
        let role = if all { Role::Total } else { part_of_shot(outcome, within) };
        let id = self.push(told, figure, Stand::new(role, within, "figure"));
        match outcome {
            Outcome::Casualties if !np.other => self.gather(id, value),
            Outcome::Injured if within.is_none() => self.gather_hit(id, value),
            _ => {}
        }
        Some(id)
    }

    /// "… and wounding three others" after a boy, a mother and her son were told of one by one: they are the three, or some of
    /// them.
    fn one_by_one(&mut self, told: Told, figure: &Figure) -> Option<usize> {
        let Told { s, m, .. } = told;
        let value = figure.value().filter(|&v| self.news && v > 1)?;
        let own = |d: &Draft| {
            let counts = d.repeats.is_none() && matches!(d.role, Role::Total | Role::Addition);
            counts && d.outcome == s.outcome && d.victims != Victims::Perpetrators
        };
        let of: Vec<usize> = (0..self.drafts.len()).filter(|&i| own(&self.drafts[i])).collect();
        let single = |&i: &usize| self.drafts[i].implied && self.drafts[i].sentence != m.sentence;
        if of.is_empty() || of.len() as u64 > value || !of.iter().all(single) {
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
    fn gather_hit(&mut self, hurt: usize, value: Option<u64>) {
        let hit = |d: &Draft| {
            d.outcome == Outcome::Casualties
                && d.repeats.is_none()
                && d.victims != Victims::Perpetrators
                && matches!(d.role, Role::Total | Role::Addition)
        };
        let of: Vec<usize> = (0..hurt).filter(|&i| hit(&self.drafts[i])).collect();
        let sum = of.iter().map(|&i| self.drafts[i].figure.value()).sum::<Option<u64>>();
        if of.len() > 1 && sum == value {
            for i in of {
                (self.drafts[i].role, self.drafts[i].within) = (Role::Part, Some(hurt));
            }
        }
    }

    /// "Six people were shot" after "a man was killed": the dead and hurt told of before are among them.
    pub(super) fn gather(&mut self, casualties: usize, value: Option<u64>) {
        let Some(mut room) = value else { return };
        for i in 0..casualties {
            let d = &self.drafts[i];
            let free = d.within.is_none() && d.repeats.is_none() && matches!(d.role, Role::Total | Role::Addition);
            let alike = matches!(d.outcome, Outcome::Killed | Outcome::Injured) && d.victims != Victims::Perpetrators;
            if let Some(n) = d.figure.value().filter(|&n| free && alike && n > 0 && n <= room) {
                room -= n;
                self.drafts[i].within = Some(casualties);
            }
        }
    }
}
