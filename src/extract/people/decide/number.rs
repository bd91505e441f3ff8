//! Rules for one person and for a number of its own: said before, beside a total, or new.

use super::super::super::noun_phrase::{Opening, Who};
use super::super::super::statement::Ground;
use super::super::kind::part_of_shot;
use super::super::{Group, People, Stand};
use super::{Case, Count, PASS, Ruling};
use crate::claim::{Outcome, Role, Status, Victims};
use crate::figure::Qualifier;
use std::ops::ControlFlow;

impl People {
    /// One person described or named; "one victim, Ann Lee, died" after the headline told of a woman killed.
    pub(super) fn one(&mut self, case: &Case, count: &Count) -> Ruling {
        let (m, outcome) = (case.told.m, case.told.s.outcome);
        if count.single {
            return ControlFlow::Break(Some(self.single(case.told, count.figure.clone())));
        }
        let one = count.value == Some(1) && self.news && m.np.who == Who::Person && !case.item.of && m.of.is_none();
        if !one {
            return PASS;
        }
        let Some(g) = self.same_person(m, outcome, case.told.s.ground).filter(|&g| self.groups[g].outcome == outcome)
        else {
            return PASS;
        };
        self.make(case, count, Stand::again(Role::Part, self.groups[g].draft, "one again"))
    }

    /// The number of those told of before, together or one by one; "also" under a total that has room.
    pub(super) fn said_before(&mut self, case: &Case, count: &Count) -> Ruling {
        let (s, m) = (case.told.s, case.told.m);
        if let Some(r) = self.same(s.outcome, count.value, m) {
            return self.make(case, count, Stand::again(Role::Total, r, "figure again"));
        }
        if let Some(id) = self.one_by_one(case.told, &count.figure) {
            return ControlFlow::Break(Some(id));
        }
        let total = self.total_with_room(s.outcome, count.value, usize::MAX).filter(|_| s.also && self.news);
        let Some(total) = total else { return PASS };
        self.make(case, count, Stand::new(Role::Part, Some(total), "also of a total"))
    }

    /// "The three were shot" after three dead, "all five had wounds" after five dead: those told of as dead.
    pub(super) fn the_dead_again(&mut self, case: &Case, count: &Count) -> Ruling {
        let (m, outcome) = (case.told.m, case.told.s.outcome);
        let all = self.all_the_dead(outcome, count.value, m);
        let Some(dead) = all.or_else(|| self.dead_as_many(outcome, count, m)) else { return PASS };
        self.make(case, count, Stand::again(Role::Part, dead, "the dead again"))
    }

    /// A number beside a total of the same: more than it, or some of it.
    pub(super) fn beside_a_total(&mut self, case: &Case, count: &Count) -> Ruling {
        let (s, m, np) = (case.told.s, case.told.m, case.told.m.np);
        // "the toll has risen to 23. Nine died in Malatya": of the toll
        let toll = || {
            self.drafts
                .iter()
                .rposition(|d| d.ground == Ground::Toll && d.outcome == s.outcome && d.role == Role::Total)
        };
        let Some(total) = self.latest_total(s.outcome).or_else(toll) else { return PASS };
        let Some(v) = count.value else { return PASS };
        let known = &self.drafts[total];
        let doubted = known.said.doubtful && !m.said.doubtful; // "had earlier said 12, but said now that nine had died"
        let Some(k) = known.figure.value().filter(|_| !known.said.rivals(m.said) && !doubted) else { return PASS };
        let specific = m.group() != Victims::All && m.group() != known.victims;
        // "two peasants were killed; one rebel died"
        let other_kind = specific && known.victims != Victims::All;
        let apart = !self.news && known.sentence != m.sentence;
        // "killed 17 and wounded 120. Four later died": of the wounded
        let hurt = || self.groups.iter().any(|g| g.own && g.outcome == Outcome::Injured);
        let afterwards = || case.told.scope.afterwards && !self.news && hurt();
        // "ten died on the spot and 17 were rushed to hospital, where five died"
        let taken = |g: &Group| {
            let hit = matches!(g.outcome, Outcome::Casualties | Outcome::Injured) && g.value >= Some(v);
            hit && g.own && g.draft > total && [g.sentence, known.sentence] == [m.sentence; 2]
        };
        // "killed five, while police said eight had died": another's number, and no more people
        let voice = known.said.origin == m.said.origin;
        let beside = voice && known.sentence == m.sentence && !known.implied && known.role == Role::Total;
        let exact = [&count.figure, &known.figure].iter().all(|f| f.qualifier == Qualifier::Exact);
        let later = || afterwards() || self.groups.iter().any(taken);
        let own = || self.groups.iter().any(|g| g.draft == total);
        // "three were killed on the spot, while two died later"
        let beside_them = || beside && exact && case.told.scope.later && own();
        let later = s.outcome == Outcome::Killed && np.who == Who::Bare && (later() || beside_them());
        // "three bodies were found"
        let bodies = np.state == Some(s.outcome) && np.opening == Opening::None && m.group() == Victims::All;
        let last_of_all = exact || known.figure.qualifier == Qualifier::AtLeast;
        let bare = (np.who == Who::Bare || np.state.is_some()) && !np.all;
        // "In Cianjur, nine died" of eleven, "… and two in Sukabumi", with whom the eleven are all told of
        let placed = m.placed && known.sentence != m.sentence && known.role == Role::Total;
        let last = last_of_all && known.told > 0 && known.told.saturating_add(v) == k && m.group() == Victims::All;
        let more = |rule| Stand::new(Role::Addition, Some(total), rule);
        let stand = if apart && known.implied {
            more("more than one described")
        } else if (apart || beside) && s.also && np.opening == Opening::None {
            more("also")
        } else if beside && case.told.scope.possible && known.status == Status::Asserted {
            more("listed") // "four porters and possibly five skiers"
        } else if later {
            more("later died")
        } else if beside && exact && v >= k && bare {
            more("as many or more beside")
        } else if v < k
            && (placed || m.nth_deed || last || np.who == Who::Bare || bodies || !other_kind && (v == 1 || specific))
        {
            Stand::detail(Role::Part, Some(total), "smaller figure")
        } else if other_kind && own() {
            more("another group")
        } else {
            return PASS;
        };
        self.make(case, count, stand)
    }

    /// "Eight were killed. At least one civilian casualty": some of the dead, who are told by a word for dead and hurt.
    pub(super) fn among_the_dead(&mut self, case: &Case, count: &Count) -> Ruling {
        let (s, m) = (case.told.s, case.told.m);
        let word = s.outcome == Outcome::Casualties && s.ground == Ground::Count && !m.np.other && !s.also;
        let hurt = |g: &Group| g.own && matches!(g.outcome, Outcome::Injured | Outcome::Casualties);
        let dead = self.latest_total(Outcome::Killed).filter(|_| word && !self.groups.iter().any(hurt));
        let Some(dead) = dead else { return PASS };
        let known = &self.drafts[dead];
        let fewer = known.figure.value() > count.value && !known.implied;
        let some = m.group() != Victims::All && known.victims != m.group() && !known.said.rivals(m.said);
        if !fewer || !some || known.sentence == m.sentence {
            return PASS;
        }
        self.make(case, count, Stand::new(Role::Part, Some(dead), "some of the dead"))
    }

    /// "Six injured" and then "five were shot": some of the hurt.
    pub(super) fn among_the_hurt(&mut self, case: &Case, count: &Count) -> Ruling {
        let hit = case.told.s.outcome == Outcome::Casualties;
        let hurt = self.total_with_room(Outcome::Injured, count.value, usize::MAX).filter(|_| hit);
        let Some(hurt) = hurt.filter(|&h| self.drafts[h].figure.value() > count.value) else { return PASS };
        self.make(case, count, Stand::new(Role::Part, Some(hurt), "shot among the hurt"))
    }

    /// A number that nobody gave before: within those hit, beside the dead, or a total.
    pub(super) fn number(&mut self, case: &Case, count: &Count) -> Ruling {
        let (s, np) = (case.told.s, case.told.m.np);
        let within = self.within_shot(s.outcome, count.value, case.told.m);
        // "One was pronounced dead at the scene. Two were taken to hospital": beside the dead, unless a headline told of them
        let taken =
            s.ground == Ground::Taken && s.word != np.head as usize && !np.all && np.opening != Opening::Definite;
        let told_above = self.groups.iter().any(|g| g.headline && g.outcome == Outcome::Killed);
        let beside = taken && !case.told.scope.later && within.is_none() && !told_above;
        let beside = beside && s.outcome == Outcome::Casualties;
        if let Some(dead) = self.latest_total(Outcome::Killed).filter(|_| beside) {
            return self.make(case, count, Stand::new(Role::Addition, Some(dead), "beside the dead"));
        }
        if case.told.scope.day && self.of_another_day(case.told) {
            return self.make(case, count, Stand::detail(Role::Other, None, "scope"));
        }
        // as many hurt as were hit: the whole of the hurt
        let all = within.is_some_and(|w| self.drafts[w].figure.value() == count.value);
        let role = if all { Role::Total } else { part_of_shot(s.outcome, within) };
        let id = self.push(case.told, count.figure.clone(), Stand::new(role, within, "figure"));
        match s.outcome {
            Outcome::Casualties if !np.other => self.gather(id, count.value),
            Outcome::Injured if within.is_none() => self.gather_hit(id, count.value),
            _ => {}
        }
        ControlFlow::Break(Some(id))
    }
}
