//! One person, a pronoun, the rest of a group: mostly people told of before.

use super::super::noun_phrase::{Opening, Pronoun, Who};
use super::super::statement::Ground;
use super::kind::{may_be_one, part_of_shot, related, supersedes, vague_kind};
use super::{Draft, Group, People, Person, REACH, Stand, Told};
use crate::claim::{Outcome, Role, Status, Victims};
use crate::figure::{Figure, Qualifier};

impl People {
    /// One person described or named.
    pub(super) fn single(&mut self, told: Told, figure: Figure) -> usize {
        let Told { s, m, .. } = told;
        let outcome = s.outcome;
        // the same person in other words: headline and body, a man and then his name
        let room = self.total_with_room(outcome, Some(1), usize::MAX).filter(|_| !m.names.is_empty());
        if let Some(g) =
            self.same_person(m, outcome, s.ground).filter(|&g| room.is_none() || self.groups[g].outcome == outcome)
        {
            let (draft, known) = (self.groups[g].draft, self.groups[g].outcome);
            self.learn(g, m);
            if known == outcome || supersedes(known, outcome) {
                return self.push(told, figure, Stand::again(Role::Part, draft, "same person"));
            }
            let role = part_of_shot(outcome, (known == Outcome::Casualties).then_some(draft));
            return self.push(told, figure, Stand::new(role, Some(draft), "same person, new outcome"));
        }
        let attacker = m.group() == Victims::Perpetrators || s.ground == Ground::Suicide;
        // "four were killed. The driver was also killed": one more, where nothing is told twice
        let more = s.also && !self.news;
        let mut total = self.total_with_room(outcome, Some(1), usize::MAX).filter(|_| !attacker && !more);
        if outcome == Outcome::Casualties && !attacker {
            total = total.or_else(|| self.total_with_room(Outcome::Injured, Some(1), usize::MAX));
            total = total.or_else(|| self.dead_with_room(outcome, Some(1), usize::MAX).filter(|_| !s.also));
        }
        if let Some(total) = total.or_else(|| self.some_with_room(told)) {
            return self.push(told, figure, Stand::new(Role::Part, Some(total), "one of a total"));
        }
        let room = |&d: &usize| {
            let shot = &self.drafts[d];
            outcome == Outcome::Injured && !shot.implied && shot.figure.value() > Some(shot.told)
        };
        if let Some(shot) = self.within_shot(outcome, Some(2), m).filter(room) {
            return self.push(told, figure, Stand::new(Role::Part, Some(shot), "one of the shot"));
        }
        if self.of_another_day(told) {
            return self.push(told, figure, Stand::detail(Role::Other, None, "scope"));
        }
        // "his passenger was taken to hospital" after the driver died
        let dead = self.latest_total(Outcome::Killed).filter(|_| outcome == Outcome::Casualties && !attacker);
        let new = matches!(m.np.opening, Opening::A | Opening::Owner);
        let died = |d: &usize| new && self.drafts[*d].sentence == m.sentence && self.drafts[*d].implied;
        // "a man was beaten to death and his brother was stabbed"
        if let Some(dead) = dead.filter(|d| s.ground == Ground::Taken || died(d)) {
            return self.push(told, figure, Stand::new(Role::Addition, Some(dead), "beside the dead"));
        }
        let others = self.groups.iter().any(|g| g.own && g.outcome == outcome);
        if others {
            let base = self.latest_total(outcome);
            return self.push(told, figure, Stand::new(Role::Addition, base, "one more"));
        }
        const FATES: &[Outcome] = &[Outcome::Killed, Outcome::Injured];
        if outcome == Outcome::Casualties
            && !attacker
            && let Some(base) = self.another_than(m, FATES)
        {
            return self.push(told, figure, Stand::new(Role::Addition, Some(base), "one more"));
        }
        if FATES.contains(&outcome) && !attacker && self.another_than(m, &[Outcome::Casualties]).is_some() {
            self.set_beside();
            return self.push(told, figure, Stand::new(Role::Total, None, "one"));
        }
        let within = self.within_shot(outcome, Some(1), m);
        self.push(told, figure, Stand::new(part_of_shot(outcome, within), within, "one"))
    }

    /// "Several people were killed", and then a baker who was killed: one of them, as far as they can be.
    fn some_with_room(&self, told: Told) -> Option<usize> {
        let Told { s, m, .. } = told;
        let kind = |v: Victims| vague_kind(v) || v == m.group();
        let some = |g: &Group| g.value.is_none() && !g.single && g.sentence < m.sentence && kind(g.victims);
        let known = self.latest_own(s.outcome, some).filter(|_| !s.also && !m.np.other && m.np.ordinal.is_none());
        known.filter(|&k| self.drafts[k].role == Role::Total)
    }

    /// Whether new people of a page of news, which told of its own before, are those of another event: a day of their own opens
    /// their sentence, or they stand in a line between its paragraphs.
    pub(super) fn of_another_day(&self, told: Told) -> bool {
        let Told { s, m, scope } = told;
        if !self.news || !(scope.day || m.line) || s.also || m.np.other {
            return false;
        }
        // the body told of someone new, or again of whom the headline told
        let new = |g: &Group| g.own && !g.headline && related(g.outcome, s.outcome) && g.sentence < m.sentence;
        let again = |d: &Draft| d.repeats.is_some() && related(d.outcome, s.outcome) && d.sentence < m.sentence;
        self.groups.iter().any(new) || self.drafts.iter().any(again)
    }

    /// "he", "the victim": a claim only where it brings a new outcome of someone known.
    pub(super) fn pronoun(&mut self, told: Told) -> Option<usize> {
        let Told { s, m, .. } = told;
        if m.np.speaker && s.outcome == Outcome::Killed {
            return None; // "I thought I was dead"
        }
        let alone = m.np.plural == Some(false) && s.ground == Ground::Suicide; // "he hanged himself"
        if alone || m.np.pronoun == Some(Pronoun::Reflexive) {
            let known = self.groups.iter().any(|g| g.victims == Victims::Perpetrators && g.outcome == s.outcome);
            return (!known).then(|| self.push(told, Figure::exact(1), Stand::new(Role::Total, None, "himself")));
        }
        let several =
            m.np.pronoun.is_none() && m.np.state.is_none() && m.np.plural == Some(true) && m.np.who == Who::Person;
        let he = m.np.plural == Some(false) && m.np.pronoun == Some(Pronoun::Person);
        let all = m.np.all && (m.np.who == Who::Bare || m.np.pronoun.is_some()) && m.figure.is_none(); // "all died"
        let they = (m.np.plural == Some(true) && m.np.pronoun == Some(Pronoun::Person) || all)
            && self.antecedent(m, s.outcome).is_none();
        let meant = self.spoken_of.iter().rposition(|p| {
            let near =
                p.sentence + REACH >= m.sentence && (p.sentence < m.sentence || !m.acted_on || all || p.acted_on);
            // "a bus with 31 pilgrims … all the pilgrims were killed"
            let attackers = m.np.attacker && p.victims == Victims::Perpetrators; // "all the attackers" after "five gunmen"
            let named = several && p.value > 1 && (p.head == m.head || attackers);
            let one = he && p.value == 1 && (p.male.is_none() || p.male == m.np.male);
            near && (one || named || they && p.value > 1)
        });
        if let Some(p) = meant {
            let mut person = self.spoken_of[p].clone();
            let named_so = several && person.head == m.head; // "the gunmen were killed"
            let together = self.aboard(m.sentence, 0).filter(|_| all);
            if let Some(ref together) = together {
                (person.value, person.victims) = (together.counted, together.victims);
            }
            let figure = together.map_or(Figure::exact(person.value), |t| t.figure());
            let known = self.groups.iter().rposition(|g| {
                g.value == Some(person.value)
                    && (g.head == person.head && g.victims == person.victims
                        || !g.names.is_empty() && g.names.last() == person.names.last())
            });
            if let Some(g) = known {
                return self.again(told, g);
            }
            let others = self.latest_total(s.outcome);
            if person.attacks && he && self.tells_of_victims(m.sentence) {
                person.victims = Victims::Perpetrators; // "a soldier opened fire, killing two, before he was shot dead"
            }
            let attacker = person.victims == Victims::Perpetrators;
            let hit = s.outcome == Outcome::Casualties;
            let told_of = |g: &Group| {
                g.outcome == s.outcome
                    || g.outcome == Outcome::Casualties
                    || hit && g.single && supersedes(g.outcome, s.outcome)
            };
            if !self.groups.iter().any(told_of) || attacker && (he || several || named_so) {
                let role = if others.is_some() && !attacker { Role::Addition } else { Role::Total };
                let id = self.push(told, figure, Stand::new(role, None, "someone spoken of"));
                let attacker = person.victims == Victims::Militants && self.militants_attack;
                let attacker = attacker || s.ground == Ground::Suicide;
                let victims = if attacker { Victims::Perpetrators } else { person.victims };
                self.drafts[id].victims = victims;
                if let Some(g) = self.groups.last_mut() {
                    (g.victims, g.male, g.age, g.head, g.names) =
                        (victims, person.male, person.age, person.head, person.names);
                }
                return Some(id);
            }
        }
        // "a man and a woman, 22, were found. She died": nearer than anyone told of, and one of the total
        let alike = |g: &Group| g.single && g.male.is_none_or(|male| Some(male) == m.np.male);
        let nearer = |p: &Person| !self.groups.iter().any(|g| g.sentence >= p.sentence && alike(g));
        let total = self.total_with_room(s.outcome, Some(1), usize::MAX);
        if let (Some(p), Some(total)) = (meant, total)
            && he
            && self.spoken_of[p].male == m.np.male
            && nearer(&self.spoken_of[p])
        {
            return Some(self.push(told, Figure::exact(1), Stand::new(Role::Part, Some(total), "one of a total")));
        }
        let Some(g) = self.antecedent(m, s.outcome) else {
            // nobody told of before: "She was critically wounded" still is one person, "the priests were killed" are several
            let (figure, rule) = match (he, several) {
                _ if m.np.both => (Figure::exact(2), "both of them"),
                (true, _) => (Figure::exact(1), "a pronoun alone"),
                (_, true) => (Figure::vague("plural"), "the people alone"),
                _ if all => (self.all_named(m.sentence), "all of them"),
                // "seized the mayor and his clerk and shot them dead"
                _ if they => (Figure::exact(self.named_together(m.sentence)?), "someone spoken of"),
                _ => return None,
            };
            let stand = Stand { own: he || m.np.both, ..Stand::new(Role::Total, None, rule) };
            return self.groups.is_empty().then(|| self.push(told, figure, stand));
        };
        self.again(told, g)
    }

    /// "no one survived", "only three survived": of those spoken of before all are dead but these.
    pub(super) fn survived(&mut self, told: Told) -> Option<usize> {
        let m = told.m;
        if self.groups.iter().any(|g| g.own && g.outcome == Outcome::Killed && !g.single) {
            return None; // how many died was told
        }
        let left = match m.figure.filter(|f| f.qualifier != Qualifier::None) {
            Some(f) => f.value().filter(|_| f.qualifier == Qualifier::Exact)?,
            None if m.figure.is_some() || m.np.nobody => 0,
            None => 1, // "only the pilot survived"
        };
        let aboard = self.aboard(m.sentence, left).filter(|a| !a.open || left == 0);
        let Some(aboard) = aboard else {
            let unknown = left == 0 && self.groups.is_empty();
            let all = Stand::detail(Role::Total, None, "all of them");
            return unknown.then(|| self.push(told, Figure::vague("all"), all));
        };
        let figure = if left == 0 { aboard.figure() } else { Figure::exact(aboard.counted - left) };
        let id = self.push(told, figure, Stand::new(Role::Total, None, "survivors"));
        self.regroup(id, aboard.victims);
        Some(id)
    }

    /// "his body": someone told of before, perhaps as missing, is dead.
    pub(super) fn body(&mut self, told: Told) -> Option<usize> {
        let several = told.m.np.plural == Some(true);
        // "their bodies"
        let gone = |g: &Group| matches!(g.outcome, Outcome::Missing | Outcome::Abducted);
        let bodies = |g: &&Group| several && !g.single && gone(g);
        let single = |g: &&Group| g.single && related(g.outcome, Outcome::Killed);
        let known = self.groups.iter().rev().find(bodies).or_else(|| self.groups.iter().rev().find(single));
        // "took five men away. Their bodies were found": those spoken of, or however many
        let spoken = || self.spoken_of.iter().rev().map(|p| p.value).find(|v| *v > 1);
        let value = known.and_then(|g| g.value).or_else(|| spoken().filter(|_| several));
        let figure =
            value.map_or_else(|| if several { Figure::vague("plural") } else { Figure::exact(1) }, Figure::exact);
        let (of, victims) = (known.map(|g| g.draft), known.map(|g| g.victims));
        if known.is_some_and(|g| g.outcome == Outcome::Killed) {
            return None;
        }
        if of.is_none() && !self.groups.is_empty() {
            return None;
        }
        let id = self.push(told, figure, Stand::new(Role::Total, of, "a body"));
        self.drafts[id].victims = victims.unwrap_or(self.drafts[id].victims);
        Some(id)
    }

    /// Someone known is told of again, perhaps with a new outcome.
    pub(super) fn again(&mut self, told: Told, g: usize) -> Option<usize> {
        let Told { s, m, .. } = told;
        let group = self.groups[g].clone();
        if m.np.state.is_some() && m.np.pronoun.is_none() {
            return None; // "the dead" are those told of as dead
        }
        let doubted = self.drafts[group.draft].status == Status::Uncertain && !told.scope.possible;
        if doubted && group.outcome == s.outcome {
            let figure = self.drafts[group.draft].figure.clone();
            return Some(self.push(told, figure, Stand::again(Role::Total, group.draft, "no longer in doubt")));
        }
        if m.np.all && m.np.who == Who::Bare && self.groups.iter().any(|g| g.outcome == s.outcome) {
            return None; // "all were killed" after each was told of
        }
        if group.outcome == s.outcome || supersedes(group.outcome, s.outcome) {
            return None;
        }
        let one = |k: &Group| k.value == group.value && k.outcome == s.outcome && may_be_one(k, &group);
        if self.news
            && group.value.is_some()
            && let Some(told_of) = self.groups.iter().find(|g| one(g))
        {
            let draft = told_of.draft;
            if self.drafts[draft].status == Status::Uncertain && !told.scope.possible {
                let figure = self.drafts[draft].figure.clone();
                return Some(self.push(told, figure, Stand::again(Role::Total, draft, "no longer in doubt")));
            }
            return None; // the body tells of whom the headline told
        }
        let known = &self.drafts[group.draft];
        let figure = known.figure.clone();
        // "a girl was among four shot; the girl was hurt": one of those hit still
        let some = (known.outcome, s.outcome) == (Outcome::Casualties, Outcome::Injured);
        let another = |d: &Draft| d.counts() && d.outcome == Outcome::Casualties;
        let several = || self.drafts.iter().filter(|d| another(d)).count() > 1; // "a man and a boy were shot; the boy …"
        let of = match known.role {
            Role::Part => known.within,
            _ => Some(group.draft).filter(|_| several()),
        };
        let id = match of.filter(|_| some) {
            Some(hit) => {
                let told_of = self.drafts[hit].told;
                let id = self.push(told, figure, Stand::new(Role::Part, Some(hit), "one of the shot"));
                self.drafts[hit].told = told_of; // no further person of them
                id
            }
            None => self.push(told, figure, Stand::new(Role::Total, Some(group.draft), "someone known")),
        };
        self.drafts[id].victims = group.victims;
        Some(id)
    }

    /// "the other two", "the rest": those of a larger group that are not yet told of.
    pub(super) fn remaining(&mut self, told: Told, figure: Figure) -> Option<usize> {
        let Told { s, m, .. } = told;
        let figure = if m.figure.is_none() && m.np.plural == Some(false) { Figure::exact(1) } else { figure };
        let base = self.largest(s.outcome, figure.value(), false, usize::MAX);
        let value = figure.value();
        if let Some(r) = self.same(s.outcome, value, m) {
            return Some(self.push(told, figure, Stand::again(Role::Part, r, "the others again")));
        }
        figure.value()?;
        if let Some(dead) = self.beside_dead(s.outcome, m).filter(|_| base.is_none()) {
            return Some(self.push(told, figure, Stand::new(Role::Addition, Some(dead), "beside the dead")));
        }
        let role = if base.is_some_and(|b| self.drafts[b].outcome == s.outcome) {
            Role::Part
        } else {
            part_of_shot(s.outcome, base)
        };
        Some(self.push(told, figure, Stand::new(role, base, "the others")))
    }
}
