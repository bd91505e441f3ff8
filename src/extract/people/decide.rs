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
        if s.ground == Ground::Survived {
            return self.survived(told);
        }
        if np.nobody || s.negated || s.nobody || m.figure.is_some_and(|f| f.qualifier == Qualifier::None) {
            let none = np.nobody || s.nobody || m.figure.is_some_and(|f| f.qualifier == Qualifier::None);
            if !none || s.negated {
                return None;
            }
            // "no one else was hurt" adds nobody to those told of
            let beside = self.groups.iter().rev().find(|g| np.other && related(g.outcome, outcome)).map(|g| g.draft);
            let role = if beside.is_some() { Role::Addition } else { Role::Total };
            return Some(self.push(told, Figure::NOBODY, Stand::detail(role, beside, "none")));
        }
        let told_of = self.groups.iter().any(|g| g.outcome == outcome && g.draft < first);
        if scope.blamed && told_of {
            return None; // "a man was arrested in connection with the murder of a clerk"
        }
        if s.ground == Ground::Suicide
            && self.groups.iter().any(|g| g.outcome == outcome && g.victims == Victims::Perpetrators)
        {
            return None;
        }
        let one_more = np.other || np.ordinal.is_some() && np.opening == Opening::A; // "a second boy"
        let another = one_more && m.figure.is_none() && np.plural == Some(false);
        if s.ground == Ground::Taken && outcome == Outcome::Casualties && !another || s.ground == Ground::Condition {
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
        let dead = dead && np.ordinal.is_none();
        if dead && self.groups.iter().any(|g| g.outcome == Outcome::Killed) {
            return None; // "the dead man"
        }
        let deed = np.count.is_some() || np.times.is_some() && np.who == Who::Thing;
        if s.ground == Ground::Count && deed && m.figure.is_none() {
            // "a homicide", "a triple murder": told of before wherever anyone was
            let times = np.times.unwrap_or(1);
            if told_of
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
        let just = |g: &Group| g.outcome == outcome && g.draft < first && g.sentence + 1 >= m.sentence;
        if s.ground == Ground::Toll && item.of && !self.groups.iter().any(just) {
            return None; // "put the number at 20", of what nobody knows
        }
        if s.ground == Ground::Toll && !item.part {
            let repeats = self.same(outcome, value, m);
            // "two more died, bringing the toll to 73", "found nine bodies and put the toll at 31": the toll has them
            let fewer = |d: &Draft| {
                let exact = d.figure.qualifier == Qualifier::Exact && figure.qualifier == Qualifier::Exact;
                exact && d.figure.value().is_some_and(|v| Some(v) < value) && !d.said.rivals(m.said)
            };
            let come = |d: &&mut Draft| {
                d.sentence == m.sentence && d.outcome == outcome && d.role == Role::Total && (d.more || fewer(d))
            };
            self.drafts.iter_mut().filter(come).for_each(|d| d.role = Role::Addition);
            let role = if scope.cumulative { Role::Cumulative } else { Role::Total };
            return Some(self.push(told, figure, Stand { repeats, ..Stand::detail(role, None, "toll") }));
        }
        let other = scope.dated && self.drafts.iter().any(|d| d.sentence < m.sentence);
        if scope.cumulative || scope.background || other {
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
            // "the kidnapped priest was killed"
            && !self.drafts.iter().any(|d| d.outcome == Outcome::Abducted && d.bytes == m.bytes)
            && let Some(g) = self.antecedent(m, outcome)
        {
            return self.again(told, g);
        }
        // "four villagers and two of the attackers": the two are among nobody told of
        let among = s.ground == Ground::People; // "among the dead"
        let end = if listed { first } else { usize::MAX };
        let base = self.largest(outcome, value, among, end).filter(|&b| item.inner.is_none() || b < first);
        let beside = listed && (m.group() == Victims::Perpetrators || base.is_none());
        if item.of && !beside {
            let same = base.is_some_and(|b| self.drafts[b].outcome == outcome);
            let shot = base.filter(|&b| self.drafts[b].outcome == Outcome::Casualties);
            if base.is_none()
                && let Some(total) =
                    self.latest_total(outcome).filter(|&t| m.figure.is_some() && !self.drafts[t].implied)
            {
                // "soldiers, four of whom were hurt": of people not told of before
                return Some(self.push(told, figure, Stand::new(Role::Addition, Some(total), "of others")));
            }
            if let Some(dead) = base.and_then(|hurt| self.dead_beside(outcome, hurt, item, m)) {
                return Some(self.push(told, figure, Stand::new(Role::Addition, Some(dead), "died of wounds")));
            }
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
            if let Some(whole) = self.beside_part(m, outcome, value, listed.then_some(first)) {
                return Some(self.push(told, figure, Stand::detail(Role::Part, Some(whole), "others of the same")));
            }
            let contrast = self.drafts.iter().any(|d| d.sentence == m.sentence && d.outcome != outcome);
            if contrast && let Some(id) = self.one_by_one(told, &figure) {
                return Some(id);
            }
            // a vague word ("others were hurt") is no toll that a number is added to
            let known = self.latest_total(outcome).filter(|&k| self.drafts[k].sentence != m.sentence);
            if self.news
                && contrast
                && value.is_none()
                && let Some(known) = known
            {
                return Some(self.push(told, figure, Stand::detail(Role::Part, Some(known), "some of those known")));
            }
            let counts = |g: &Group| g.value.is_some() || g.sentence == m.sentence;
            let base = self.latest_own(outcome, counts);
            if !scope.later
                && let Some(total) = self.around_others(outcome, value, in_sentence)
            {
                return Some(self.push(told, figure, Stand::new(Role::Part, Some(total), "others in a total")));
            }
            if outcome == Outcome::Casualties
                && let Some(hurt) = self.total_with_room(Outcome::Injured, value, usize::MAX)
                && self.drafts[hurt].figure.value() == value
            {
                return Some(self.push(told, figure, Stand::again(Role::Part, hurt, "the hurt again")));
            }
            let base = base.map(|b| self.root(b)).or_else(|| self.beside_dead(outcome, m));
            let role = if base.is_some() { Role::Addition } else { Role::Total };
            return Some(self.push(told, figure, Stand::new(role, base, "others")));
        }
        if listed
            && single
            && let Some(g) = self.same_person(m, outcome).filter(|&g| {
                let known = self.groups[g].outcome;
                self.groups[g].draft < first
                    && (known == outcome || outcome == Outcome::Casualties && supersedes(known, outcome))
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
            // "two also died": more than a total of whom nobody was told of yet
            let more = |t: usize| s.also && !self.news && self.drafts[t].told == 0;
            let hit = outcome == Outcome::Casualties;
            let hurt = || self.total_with_room(Outcome::Injured, value, first).filter(|_| hit);
            let dead = || self.dead_with_room(outcome, value, first);
            let total = self.total_with_room(outcome, value, first).filter(|&t| !more(t));
            if let Some(total) = total.or_else(hurt).or_else(dead) {
                return Some(self.push(told, figure, Stand::detail(Role::Part, Some(total), "listed under a total")));
            }
            let base = (self.drafts.len() > first).then_some(first);
            let more = self.total_before(first, outcome).filter(|&t| s.also || self.one_described(t));
            return Some(self.push(told, figure, Stand::new(Role::Addition, more.or(base), "listed")));
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
            && self.news
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
                if s.also && !self.news && known.sentence != m.sentence && np.opening == Opening::None {
                    return Some(self.push(told, figure, Stand::new(Role::Addition, Some(total), "also")));
                }
                // "killed 17 and wounded 120. Four later died": of the wounded
                let hurt = self.groups.iter().any(|g| g.own && g.outcome == Outcome::Injured);
                let bare = outcome == Outcome::Killed && np.who == Who::Bare;
                // "ten died on the spot and 17 were rushed to hospital, where five died"
                let taken = |g: &Group| {
                    let hit = matches!(g.outcome, Outcome::Casualties | Outcome::Injured) && g.value >= Some(v);
                    hit && g.own && g.draft > total && [g.sentence, known.sentence] == [m.sentence; 2]
                };
                if bare && (scope.afterwards && hurt && !self.news || self.groups.iter().any(taken)) {
                    return Some(self.push(told, figure, Stand::new(Role::Addition, Some(total), "later died")));
                }
                let beside = known.sentence == m.sentence && !known.implied && known.role == Role::Total;
                let exact = [&figure, &known.figure].iter().all(|f| f.qualifier == Qualifier::Exact);
                if beside && exact && v >= k && (np.who == Who::Bare || np.state.is_some()) && !np.all {
                    return Some(self.push(
                        told,
                        figure,
                        Stand::new(Role::Addition, Some(total), "as many or more beside"),
                    ));
                }
                let bodies = np.state == Some(outcome) && np.opening == Opening::None && m.group() == Victims::All; // "three bodies were found"
                if v < k && (np.who == Who::Bare || bodies || v == 1 || specific && known.victims == Victims::All) {
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
        // "One was pronounced dead at the scene. Two were taken to hospital": beside the dead, unless a headline told of them
        let taken =
            s.ground == Ground::Taken && s.word != np.head as usize && !np.all && np.opening != Opening::Definite;
        let told_above = self.groups.iter().any(|g| g.headline && g.outcome == Outcome::Killed);
        let beside =
            self.latest_total(Outcome::Killed).filter(|_| taken && !scope.later && within.is_none() && !told_above);
        if let Some(dead) = beside.filter(|_| outcome == Outcome::Casualties) {
            return Some(self.push(told, figure, Stand::new(Role::Addition, Some(dead), "beside the dead")));
        }
        let id = self.push(told, figure, Stand::new(role, within, "figure"));
        match outcome {
            Outcome::Casualties if !np.other => self.gather(id, value),
            Outcome::Injured if within.is_none() => self.gather_hit(id, value),
            _ => {}
        }
        Some(id)
    }

    /// Whether a total is one person told of in a text that tells nothing twice.
    fn one_described(&self, total: usize) -> bool {
        !self.news && self.drafts[total].implied && self.drafts[total].role == Role::Total
    }
}
