//! Whom a mention may mean: those told of before by name, number, kind or as part of a total.

use super::super::noun_phrase::{NounPhrase, Opening, Who};
use super::super::statement::{Ground, Item};
use super::another::{of_the_dead, strange};
use super::kind::{
    adult, adult_group, generic, generic_group, group_of, related, same_name, trade, unarmed, vague_kind,
};
use super::{Draft, Group, Mention, People};
use crate::claim::{Outcome, Role, Victims};
use crate::figure::{Figure, Qualifier};

impl People {
    /// The total that a list of people spells out: its numbers sum to the same.
    pub(super) fn spelled_out(&self, outcome: Outcome, mentions: &[(Item, Mention)]) -> Option<usize> {
        let whole = || mentions.iter().filter(|(i, _)| !i.part).map(|(_, m)| m);
        whole().nth(1)?;
        let mut sum = 0u64;
        for m in whole() {
            let n = match m.figure {
                Some(f) => f.value()?,
                None => self.implied(m.np)?.value()?,
            };
            sum = sum.saturating_add(n);
        }
        // "sent two others to hospital", who are then told of one by one
        let hit =
            |d: &Draft| d.role == Role::Addition && (d.outcome, outcome) == (Outcome::Casualties, Outcome::Injured);
        self.drafts.iter().rposition(|d| {
            (d.outcome == outcome && d.role == Role::Total || hit(d) && d.told == 0)
                && !d.implied
                && d.repeats.is_none()
                && d.figure.value() == Some(sum)
        })
    }

    /// Whether the people of a weak statement were told of before it, whose drafts start at `first`, with an outcome of
    /// their own.
    pub(super) fn told_before(&self, m: &Mention, outcome: Outcome, first: usize) -> Option<usize> {
        let value = m.figure.map_or(Some(1), Figure::value);
        let known = |g: &&Group| {
            g.draft < first
                && matches!(g.outcome, Outcome::Killed | Outcome::Injured | Outcome::Casualties)
                && (outcome != Outcome::Injured || g.outcome != Outcome::Killed)
        };
        if m.figure.is_none() {
            return self.groups.iter().rev().find(known).map(|g| g.draft);
        }
        let alike = |g: &&Group| g.value == value && g.head == m.head && g.sentence != m.sentence && self.news;
        let again = self.groups.iter().rev().filter(known).find(alike);
        // those who are tended are not some of the dead, but may be all of them
        let holds = |g: &&Group| if g.outcome == Outcome::Killed { g.value == value } else { g.value >= value };
        again.or_else(|| self.groups.iter().rev().filter(known).find(holds)).map(|g| g.draft)
    }

    pub(super) fn by_name(&self, m: &Mention) -> Option<usize> {
        self.groups.iter().position(|g| same_name(&g.names, &m.names))
    }

    /// The latest group that a pronoun or definite phrase can point to.
    pub(super) fn antecedent(&self, m: &Mention, outcome: Outcome) -> Option<usize> {
        let np = m.np;
        let fits = |g: &Group| {
            let number = match np.plural.or(np.age.map(|_| false)) {
                Some(true) => !g.single,
                Some(false) => g.value == Some(1),
                None => true,
            };
            let sex = np.male.is_none() || g.male.is_none() || np.male == g.male;
            let kind = np.pronoun.is_some()
                || np.is_people()
                    && !np.kin
                    && (m.head == g.head
                        || generic(np)
                        || g.victims == group_of(np)
                        || g.names.is_empty() && generic_group(g));
            number && sex && kind && !g.deed && (np.attacker == (g.victims == Victims::Perpetrators) || !np.attacker)
        };
        // "the men killed", "the girl's death": those told of as dead before
        let same = |g: &Group| np.plural == Some(true) || m.head == g.head;
        let again = |g: &Group| np.pronoun.is_none() && g.outcome == outcome && same(g) && fits(g);
        self.groups.iter().rposition(again).or_else(|| self.groups.iter().rposition(fits))
    }

    /// A single person told of before whom this mention may be again: nothing told of the two stands against it, and the
    /// words do not bring in someone new.
    pub(super) fn same_person(&self, m: &Mention, outcome: Outcome, ground: Ground) -> Option<usize> {
        let np = m.np;
        let group = m.group();
        let may_be = |g: &Group| {
            if !g.single || g.sentence == m.sentence || np.other || np.ordinal.is_some() || !related(g.outcome, outcome)
            {
                return false;
            }
            let sex = np.male.is_none() || g.male.is_none() || np.male == g.male;
            let years = |a: Option<u16>| a.filter(|&a| a > 0);
            let age = years(np.age).is_none() || years(g.age).is_none() || np.age == g.age;
            let named = g.names.is_empty() || m.names.is_empty();
            // who is 18 or 19 may be called a teen
            let teen = np.age.is_some_and(|a| (18..20).contains(&a)) && g.age.is_none();
            let grown = !teen
                && (group == Victims::Children) != (g.victims == Victims::Children)
                && (adult(np, group) || adult_group(g));
            let side = (group == Victims::Perpetrators) == (g.victims == Victims::Perpetrators);
            let trade = trade(group, np.kin).is_none()
                || trade(g.victims, g.kin).is_none()
                || m.head == g.head
                || group == g.victims && group != Victims::Other;
            // "a 52-year-old German" after "climber killed": where one is from is no trade
            let origin = np.name == Some(np.head) && g.headline;
            // "his guard" is another than he, unless a headline told of the guard
            let owned = np.kin && np.opening == Opening::Owner && m.names.is_empty();
            // a child who was named is somebody's son
            let child = np.offspring && g.victims == Victims::Children && g.outcome == outcome;
            let relation = owned && !child && (!g.names.is_empty() || !self.news && !g.kin);
            if !(sex && age && named && side && (trade || origin)) || grown || relation {
                return false;
            }
            // "a man was wounded" after "a man was killed" brings in another; so does a second "a man was killed" in a
            // text without a headline
            let brings_in = np.opening == Opening::A && !g.headline;
            // "his assistant was hurt" after the driver was killed: someone of the dead man's, and not he
            let another = np.kin && np.opening == Opening::Owner;
            // "one person was killed", and then who it was; "a teen", and then "a 16-year-old"
            let counted = self.news && !self.drafts[g.draft].implied;
            let child = self.news && group == Victims::Children && g.victims == group && np.age != g.age;
            let same = m.head == g.head && g.names.is_empty() && self.news;
            let alike = years(np.age).is_some() && np.age == g.age || same || counted || child;
            match (g.outcome, outcome) {
                (Outcome::Killed, Outcome::Injured) => !brings_in && np.opening != Opening::A && !another,
                (a, b) if a == b => !brings_in || alike || self.news && (!m.names.is_empty() || !g.names.is_empty()),
                _ => !brings_in || alike || self.news,
            }
        };
        // of several the one of the same age or kind
        let alike =
            |g: &Group| np.age.is_some_and(|a| a > 0) && np.age == g.age || group != Victims::All && group == g.victims;
        let again = |g: &Group| g.outcome == outcome && may_be(g);
        let best = self.groups.iter().rposition(|g| alike(g) && again(g));
        let best = best.or_else(|| self.groups.iter().rposition(again));
        // "his passenger was hurt" after he was killed
        let hurt = outcome == Outcome::Injured || ground == Ground::Taken;
        let lives = |g: &Group| g.outcome == Outcome::Killed && hurt && (strange(g, m) || of_the_dead(g, m));
        best.or_else(|| self.groups.iter().rposition(may_be)).filter(|&g| !lives(&self.groups[g]))
    }

    pub(super) fn learn(&mut self, g: usize, m: &Mention) {
        let group = &mut self.groups[g];
        if group.names.is_empty() {
            group.names.clone_from(&m.names);
        }
        group.age = group.age.or(m.np.age);
        group.male = group.male.or(m.np.male);
    }

    /// An earlier claim that gives the same number for the same outcome.
    pub(super) fn same(&self, outcome: Outcome, value: Option<u64>, m: &Mention) -> Option<usize> {
        self.same_said(outcome, value, m, false)
    }

    /// The same; by anyone at all, where `anyone` holds.
    pub(super) fn same_said(&self, outcome: Outcome, value: Option<u64>, m: &Mention, anyone: bool) -> Option<usize> {
        let value = value?;
        self.drafts.iter().enumerate().rev().find_map(|(i, d)| {
            let group = m.group();
            // "two daughters" are the "two girls" of before
            let kin = m.np.kin || self.groups.iter().any(|g| g.draft == i && g.kin);
            let alike = d.victims == group || vague_kind(d.victims) || vague_kind(group) || kin;
            let other_sentence = d.sentence != m.sentence || m.np.opening == Opening::Definite;
            // two sources that say the same are two accounts, not one said twice
            let rival = d.said.rivals(m.said) && !anyone;
            let counts =
                matches!(d.role, Role::Total | Role::Addition | Role::Part) && d.figure.qualifier != Qualifier::None;
            (d.outcome == outcome
                && d.figure.value() == Some(value)
                && alike
                && !rival
                && other_sentence
                && counts
                && (value > 1 || !d.implied))
                .then_some(i)
        })
    }

    pub(super) fn latest_total(&self, outcome: Outcome) -> Option<usize> {
        self.latest_own(outcome, |_| true)
    }

    /// The latest total or addition among the drafts before `end`.
    pub(super) fn total_before(&self, end: usize, outcome: Outcome) -> Option<usize> {
        self.latest_own(outcome, |g| g.draft < end)
    }

    /// The latest people of their own whom `fits` takes.
    pub(super) fn latest_own(&self, outcome: Outcome, fits: impl Fn(&Group) -> bool) -> Option<usize> {
        let own = |g: &&Group| g.own && g.outcome == outcome && g.victims != Victims::Perpetrators && fits(g);
        self.groups.iter().rev().find(own).map(|g| g.draft)
    }

    /// The total that an addition raises, through those told of with it.
    pub(super) fn root(&self, draft: usize) -> usize {
        let d = &self.drafts[draft];
        let total = d.within.filter(|&w| d.role == Role::Addition && self.drafts[w].role == Role::Total);
        total.unwrap_or(draft)
    }

    /// The stated total that others may be among: a larger one, or the shot of whom some were told of already.
    pub(super) fn around_others(&self, outcome: Outcome, value: Option<u64>, in_sentence: bool) -> Option<usize> {
        self.drafts.iter().rposition(|d| {
            let larger = self.news && d.outcome == outcome && d.figure.value() > value && !in_sentence;
            let told = d.told.saturating_add(value.unwrap_or(u64::MAX));
            let shot = (d.outcome, outcome) == (Outcome::Casualties, Outcome::Injured) && d.told > 0;
            let among = larger || shot && d.figure.value() >= Some(told);
            among && d.role == Role::Total && !d.implied && d.repeats.is_none()
        })
    }

    /// "Two of the men were treated and two others are in hospital", "a fisherman and two others drowned": the whole that those
    /// told of just before, or before them in their list, are in. The list begins with draft `list`.
    pub(super) fn beside_part(
        &self,
        m: &Mention,
        outcome: Outcome,
        value: Option<u64>,
        list: Option<usize>,
    ) -> Option<usize> {
        let same = |d: &Draft| d.role == Role::Part && d.sentence == m.sentence && d.outcome == outcome;
        let mate = list.and_then(|first| self.drafts.get(first..)?.iter().rfind(|d| same(d)));
        let room = |whole: usize| {
            let all = &self.drafts[whole];
            let room = all.told.saturating_add(value?) <= all.figure.value()?;
            (room && (mate.is_some() || all.outcome == Outcome::Casualties)).then_some(whole)
        };
        let mut parts = self.drafts.iter().rev().filter(|d| same(d) && !d.implied);
        mate.map_or_else(|| parts.find_map(|d| room(d.within?)), |d| room(d.within?))
    }

    /// "One died and two others were taken to hospital": the dead whom others hit stand beside.
    pub(super) fn beside_dead(&self, outcome: Outcome, m: &Mention) -> Option<usize> {
        let dead = self.latest_total(Outcome::Killed).filter(|_| outcome == Outcome::Casualties)?;
        (m.figure.is_some() || self.drafts[dead].sentence == m.sentence).then_some(dead)
    }

    /// "Killed two and wounded six, one of whom died": the dead that are raised by one of the hurt told of with them.
    pub(super) fn dead_beside(&self, outcome: Outcome, hurt: usize, item: Item, m: &Mention) -> Option<usize> {
        let whom = item.inner.is_none() && self.drafts[hurt].sentence == m.sentence;
        let of_hurt =
            outcome == Outcome::Killed && self.drafts[hurt].outcome == Outcome::Injured && (m.of_hurt || whom);
        let dead = self.latest_total(outcome).filter(|_| of_hurt)?;
        let together = self.drafts[dead].sentence == self.drafts[hurt].sentence;
        (!self.drafts[dead].implied && (together || !self.news)).then_some(dead)
    }

    /// The largest group these may be among.
    pub(super) fn largest(&self, outcome: Outcome, value: Option<u64>, among: bool, end: usize) -> Option<usize> {
        let fits = |g: &&Group| (g.value.is_none() || g.value >= value) && g.draft < end;
        let same = |g: &&Group| g.outcome == outcome && fits(g);
        if let Some(group) = self.groups.iter().rev().find(same).filter(|_| among) {
            return Some(group.draft);
        }
        let related = |g: &&Group| {
            g.outcome == outcome
                || g.outcome == Outcome::Casualties
                || outcome == Outcome::Killed
                    && (g.outcome == Outcome::Injured
                        || matches!(g.outcome, Outcome::Abducted | Outcome::Missing) && g.value != Some(1))
        };
        self.groups.iter().rev().filter(related).find(fits).map(|g| g.draft)
    }

    /// "Six were shot", and now one of them died: the group of casualties not yet told apart.
    pub(super) fn within_shot(&self, outcome: Outcome, value: Option<u64>, m: &Mention) -> Option<usize> {
        if !matches!(outcome, Outcome::Killed | Outcome::Injured) {
            return None;
        }
        self.groups
            .iter()
            .rev()
            .find(|g| {
                g.outcome == Outcome::Casualties
                    && g.own
                    && g.victims != Victims::Perpetrators
                    && g.value >= value.or(Some(1))
                    && !(unarmed(m.group()) && g.victims.bear_arms())
            })
            .map(|g| g.draft)
    }

    /// "Three dead" in the headline, and a woman who was shot: the dead whom those hit may be among, where nobody else was
    /// told to be hit or hurt.
    pub(super) fn dead_with_room(&self, outcome: Outcome, value: Option<u64>, before: usize) -> Option<usize> {
        let else_hit =
            |g: &Group| matches!(g.outcome, Outcome::Casualties | Outcome::Injured) && g.draft < before && g.own;
        if outcome != Outcome::Casualties || !self.news || self.groups.iter().any(else_hit) {
            return None;
        }
        self.total_with_room(Outcome::Killed, value, before)
    }

    /// A stated number of people of whom not all have been told of one by one.
    pub(super) fn total_with_room(&self, outcome: Outcome, value: Option<u64>, before: usize) -> Option<usize> {
        let value = value?;
        self.drafts.iter().enumerate().rev().find_map(|(i, d)| {
            let total = d.outcome == outcome
                && !d.implied
                && i < before
                && matches!(d.role, Role::Total | Role::Addition)
                && d.repeats.is_none();
            let room = d.figure.value()?;
            (total && d.told.saturating_add(value) <= room && room > 1 && d.victims != Victims::Perpetrators)
                .then_some(i)
        })
    }

    /// The figure of a noun phrase without one: one person, or a plural.
    pub(super) fn implied(&self, np: &NounPhrase) -> Option<Figure> {
        // "both brothers", but "both the man and his son"
        if np.both && np.figure.is_none() && np.pronoun.is_none() && np.plural != Some(false) {
            return Some(Figure::exact(2));
        }
        if let Some(times) = np.times.filter(|_| np.plural == Some(true) && np.opening != Opening::Definite) {
            return Some(Figure::exact(times.into())); // "an elderly couple"
        }
        if np.ordinal.is_some() && np.who == Who::Bare && np.opening != Opening::None {
            return Some(Figure::exact(1)); // "and a third died", "and the sixth was hurt"
        }
        if np.pronoun.is_some() || np.who == Who::Bare && !np.other && !np.all && !np.share {
            return None;
        }
        if np.share {
            return Some(Figure::vague("most"));
        }
        match np.plural {
            Some(false) => Some(Figure::exact(1)),
            Some(true) if np.opening == Opening::Definite || np.opening == Opening::Owner || np.all => None,
            Some(true) if np.other => Some(Figure::vague("plural")),
            Some(true) if np.who == Who::Person => Some(Figure::vague("plural")),
            Some(true) => None,
            None if np.name.is_some() || np.age.is_some() || np.opening != Opening::None => Some(Figure::exact(1)),
            None => None,
        }
    }
}
