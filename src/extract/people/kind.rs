//! What a noun phrase and its group tell of its people: group, trade, age, and what outcomes can follow each other.

use super::super::noun_phrase::{NounPhrase, Opening, Who};
use super::super::statement::{Ground, Statement};
use super::{Group, Mention};
use crate::claim::{Outcome, Role, Victims};

/// Whether what is known of someone leaves nothing new in the other outcome: the dead were shot.
pub(super) fn supersedes(known: Outcome, said: Outcome) -> bool {
    known == Outcome::Killed && matches!(said, Outcome::Casualties | Outcome::Injured)
        || known == Outcome::Injured && said == Outcome::Casualties
}

/// Whether a noun phrase is of people whom a pronoun may mean later. Asked before a mention is made of it, since most
/// phrases of a text are of things.
pub fn can_be_meant(np: &NounPhrase) -> bool {
    let person =
        np.who == Who::Person || np.who == Who::Unknown && np.name.is_some() && np.male.is_some() || np.age.is_some();
    let person = person || np.who == Who::Crowd; // "four crew", "a delegation"
    person && np.pronoun.is_none() && !np.body
}

/// Whether the people of a statement may be some whom the sentences before spoke of, or be known from there: "they", "the
/// passengers", "all", "killing three". "A man" and "two soldiers" are as they stand.
pub fn may_point_back(statement: &Statement, phrases: &[NounPhrase]) -> bool {
    let these = |np: &NounPhrase| np.all || np.both || np.pronoun.is_some();
    let uncounted = |np: &NounPhrase| np.figure.is_none() && np.plural == Some(true);
    let object = |np: &NounPhrase| statement.word < np.first as usize;
    let bare = |np: &NounPhrase| np.who == Who::Bare && (np.opening == Opening::Definite || object(np));
    let points = |np: &NounPhrase| these(np) || uncounted(np) || bare(np);
    statement.ground == Ground::Survived || statement.items.iter().any(|i| points(&phrases[i.phrase]))
}

/// Whether a noun phrase names someone without telling the group: "Hoyos", who was called a judge before.
pub fn is_untitled(np: &NounPhrase) -> bool {
    np.name.is_some() && np.figure.is_none() && np.victims.is_none()
}

/// Whether a noun phrase of these names militants. All are looked at: that is done sooner than to stop at the first.
pub fn any_fights(phrases: &[NounPhrase]) -> bool {
    phrases.iter().fold(false, |any, np| any | fights(np))
}

/// Whether a noun phrase names militants: they are told apart by whether they attacked.
pub(super) fn fights(np: &NounPhrase) -> bool {
    matches!(np.victims, Some(Victims::Militants))
}

/// Whether a noun phrase tells the group of someone it names: "Mayor Ann Lee".
pub fn titles_name(np: &NounPhrase) -> bool {
    let named = np.name.is_some() & np.figure.is_none();
    named && !matches!(group_of(np), Victims::All | Victims::Perpetrators)
}

/// The group a noun phrase names.
pub fn group_of(np: &NounPhrase) -> Victims {
    if np.attacker {
        return Victims::Perpetrators;
    }
    if np.age.is_some_and(|a| a > 0 && a < 18) {
        return Victims::Children;
    }
    if np.harm {
        return Victims::All;
    }
    if np.count.is_some() || np.times.is_some() && np.who == Who::Thing {
        return np.victims.unwrap_or(Victims::All); // "three civilian deaths", "a triple shooting"
    }
    let adult = np.age.is_some_and(|a| a >= 18);
    match np.victims {
        // "three Kenyan passengers"
        Some(Victims::All) if np.figure.is_some() && np.name.is_some_and(|n| n < np.head) => Victims::Other,
        Some(Victims::All) if np.described => served(np).unwrap_or(Victims::Other),
        Some(Victims::Children) if np.kin && adult => Victims::Other, // "her child, 23"
        Some(v @ (Victims::All | Victims::Police)) => served(np).unwrap_or(v), // "an army officer"
        Some(v) => v,
        None if np.described => served(np).unwrap_or(Victims::Other),
        None if matches!(np.who, Who::Bare | Who::Thing) => Victims::All,
        None if np.who == Who::Person && np.state.is_some() => Victims::All,
        None if np.name.is_some() && (np.figure.is_some() || np.opening == Opening::A) => Victims::Other, // "three Kenyans"
        None if np.name.is_some() && np.who == Who::Unknown || np.age.is_some() => Victims::All,
        None => Victims::Other,
    }
}

/// The group of the body that someone serves in: "an army driver". Kin of its people do not.
fn served(np: &NounPhrase) -> Option<Victims> {
    np.serves.filter(|_| np.who == Who::Person && !np.kin)
}

/// The dead among those shot are the whole of the dead; the hurt told of are only some of the hurt.
pub(super) fn part_of_shot(outcome: Outcome, within: Option<usize>) -> Role {
    if outcome == Outcome::Injured && within.is_some() { Role::Part } else { Role::Total }
}

/// Whether two outcomes can be told of one person in turn.
pub(super) fn related(before: Outcome, now: Outcome) -> bool {
    use Outcome::{Abducted, Casualties, Injured, Killed, Missing};
    before == now
        || matches!(
            (before, now),
            (Killed | Injured | Casualties, Killed | Injured | Casualties) | (Abducted | Missing, Killed | Missing)
        )
}

/// Whether two names can be of one person: the last name of one is the other, or they share a given name too, since a family
/// shares a last name.
pub(super) fn same_name(a: &[String], b: &[String]) -> bool {
    let (short, full) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    match short {
        [] => false,
        [one] => full.contains(one),
        [given @ .., last] => full.last() == Some(last) && full[..full.len() - 1].iter().any(|n| given.contains(n)),
    }
}

/// A trade or side that tells people apart; kinship, age and sex do not.
pub(super) fn trade(group: Victims, kin: bool) -> Option<Victims> {
    (!kin && !matches!(group, Victims::All | Victims::Men | Victims::Women | Victims::Children)).then_some(group)
}

/// Those who certainly bear no arms.
pub(super) fn unarmed(group: Victims) -> bool {
    use Victims::{AidWorkers, Civilians, Journalists, Medics, Students};
    matches!(group, AidWorkers | Civilians | Journalists | Medics | Students)
}

pub(super) fn adult(np: &NounPhrase, group: Victims) -> bool {
    np.age.is_some_and(|a| a >= 18)
        || matches!(group, Victims::Police | Victims::Soldiers | Victims::Officials)
        || !np.kin && matches!(group, Victims::Men | Victims::Women)
}

pub(super) fn adult_group(g: &Group) -> bool {
    g.age.is_some_and(|a| a >= 18)
        || matches!(g.victims, Victims::Police | Victims::Soldiers | Victims::Officials)
        || !g.kin && matches!(g.victims, Victims::Men | Victims::Women)
}

/// Whether nothing told of two single persons stands against their being one.
pub(super) fn may_be_one(a: &Group, b: &Group) -> bool {
    let age = a.age.is_none() || b.age.is_none() || a.age == b.age;
    let sex = a.male.is_none() || b.male.is_none() || a.male == b.male;
    let child = |a: &Group, b: &Group| a.kin && b.victims == Victims::Children; // "two daughters", "two children"
    let kind = a.victims == b.victims || vague_kind(a.victims) || vague_kind(b.victims) || child(a, b) || child(b, a);
    let name = a.names.is_empty() || b.names.is_empty() || a.names.last() == b.names.last();
    let side = (a.victims == Victims::Perpetrators) == (b.victims == Victims::Perpetrators);
    age && sex && kind && name && side
}

pub(super) fn vague_kind(v: Victims) -> bool {
    matches!(v, Victims::All | Victims::Men | Victims::Women)
}

pub(super) fn generic(np: &NounPhrase) -> bool {
    np.victims == Some(Victims::All) || np.who == Who::Bare
}

pub(super) fn generic_group(g: &Group) -> bool {
    matches!(g.victims, Victims::All)
}

impl Mention<'_> {
    /// The group these people belong to.
    pub(super) fn group(&self) -> Victims {
        match (group_of(self.np), self.of) {
            (Victims::All | Victims::Men | Victims::Women | Victims::Other, _) if self.attacks => Victims::Perpetrators,
            (Victims::All, Some(of)) => of,
            (_, Some(Victims::Perpetrators)) if self.attacks => Victims::Perpetrators,
            // "the battalion lost three men"
            (Victims::Men, Some(of)) if of.bear_arms() => of,
            (Victims::Other, Some(of)) if of != Victims::All => of,
            (own, _) => own,
        }
    }
}
