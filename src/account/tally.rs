//! What one document has of one source, outcome by outcome: totals, what is added to them, what is inside them.

use super::{
    revise,
    sums::Sums,
    value::{Value, sum},
};
use crate::{
    claim::{Claim, Outcome, Role, Victims},
    policy::Words,
    range::Range,
    report::Basis,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Groups that no person is in two of: their sum is a floor for all.
const APART: &[Victims] = &[
    Victims::Civilians,
    Victims::Soldiers,
    Victims::Police,
    Victims::Militants,
    Victims::Officials,
    Victims::Journalists,
    Victims::AidWorkers,
    Victims::Medics,
    Victims::Students,
    Victims::Other,
];

/// A claim with what it is taken to mean.
struct Said<'a> {
    claim: &'a Claim,
    value: Value<'a>,
    /// The claim of the same source that it is inside of, or raises.
    whole: Option<&'a Claim>,
}

/// Adds up the claims of one document of one source; `whole` is `All` for the victims, `Perpetrators` for the attackers.
pub(super) fn document<'a>(claims: &[&'a Claim], whole: Victims, words: &Words) -> Sums<'a> {
    let by_id: FxHashMap<&str, &Claim> = claims.iter().map(|c| (c.claim.as_str(), *c)).collect();
    let find = |id: &Option<String>| id.as_deref().and_then(|id| by_id.get(id)).copied();
    // "A boy was hurt. The boy has died": one who died is no longer among the hurt.
    let attacker = |c: &Claim| c.victims == Victims::Perpetrators;
    let died = |hurt: &Claim| {
        let one = |c: &Claim| c.implied && c.figure == hurt.figure && attacker(c) == attacker(hurt);
        let of = |c: &&Claim| c.outcome == Outcome::Killed && c.within.as_ref() == Some(&hurt.claim) && one(c);
        hurt.outcome == Outcome::Injured && hurt.implied && claims.iter().any(of)
    };
    let said: Vec<Said> = claims
        .iter()
        .filter(|c| !died(c))
        // What is said again adds nothing, as long as what it repeats is here.
        .filter(|c| find(&c.repeats).is_none())
        .map(|&claim| Said { claim, value: Value::of(claim, words), whole: find(&claim.within) })
        .collect();
    let mut sums = Sums::default();
    // "Six were shot, no one else was hurt" does not tell how many of the six were hurt.
    let hit = said.iter().any(|s| s.claim.outcome == Outcome::Casualties && !s.value.is_zero());
    let silent = |s: &Said| hit && s.claim.role == Role::Addition && s.value.is_zero();
    // "A man and a woman were shot. The woman died": the dead are among those hit, who stand beside nobody.
    let among = |s: &Said| fate(s.claim.outcome) && s.whole.is_some_and(|w| w.outcome == Outcome::Casualties);
    let beside = !said.iter().any(among);
    for &outcome in Outcome::ALL {
        let of: Vec<&Said> = said.iter().filter(|s| s.claim.outcome == outcome && !silent(s)).collect();
        let of: Vec<&Said> = of.into_iter().filter(|s| belongs(s, whole)).collect();
        if !of.is_empty() {
            one_outcome(&mut sums, outcome, whole, &of, beside);
        }
    }
    open_to_others(&mut sums, &said, whole);
    repeat_claims(&mut sums, claims);
    sums
}

/// "Four soldiers were shot. Many civilians were injured": those hit are no fewer than the soldiers, but more may be.
fn open_to_others(sums: &mut Sums, said: &[Said], whole: Victims) {
    // a text tells these apart: who is said to be of one is of no other
    let side = |v: Victims| v == Victims::Civilians || v.bear_arms();
    let total = |s: &&Said| s.claim.role == Role::Total && s.whole.is_none() && side(s.claim.victims);
    let hit = |v: Victims| sums.cells.contains_key(&(Outcome::Casualties, v));
    let others = said.iter().filter(total).any(|s| fate(s.claim.outcome) && !hit(s.claim.victims));
    if let Some(all) = sums.cells.get_mut(&(Outcome::Casualties, whole)).filter(|v| others && v.basis == Basis::Derived)
    {
        (all.range, all.point, all.basis) = (all.range.map(|r| Range::open(r.low())), None, Basis::Inside);
    }
}

/// Whether a claim counts among `whole`. Attackers inside a toll of all are taken out of it.
fn belongs(said: &Said, whole: Victims) -> bool {
    let attacker = said.claim.victims == Victims::Perpetrators;
    let inside = said.claim.role == Role::Part
        && said.whole.is_some_and(|w| w.victims != Victims::Perpetrators && w.outcome == said.claim.outcome);
    attacker == (whole == Victims::Perpetrators) || (attacker && inside)
}

fn one_outcome<'a>(sums: &mut Sums<'a>, outcome: Outcome, whole: Victims, said: &[&Said<'a>], beside: bool) {
    let mut totals: BTreeMap<Victims, (Value<'a>, usize)> = BTreeMap::new();
    let somebody = said.iter().any(|s| !s.value.is_zero());
    for s in said.iter().filter(|s| s.claim.role == Role::Total) {
        // "No one else was hurt" takes nothing back.
        if s.value.is_zero() && somebody {
            continue;
        }
        // A text leads with what stands; what it says further down and differs is what was said before.
        let value = match totals.remove(&s.claim.victims) {
            Some((first, start)) if first.is_number() && first.basis <= s.value.basis => {
                let later = Value { history: Vec::new(), ..first.clone() };
                let mut stands = revise::replace(s.value.clone(), later);
                stands.history.extend(first.history);
                (stands, start)
            }
            Some((first, _)) => (revise::replace(first, s.value.clone()), s.claim.start),
            None => (s.value.clone(), s.claim.start),
        };
        totals.insert(s.claim.victims, value);
    }
    let (mut more, mut inside, mut died, mut attackers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for s in said {
        match (s.claim.role, s.whole) {
            (Role::Addition, _) => more.push(*s),
            (Role::Part, Some(_)) if s.claim.victims == Victims::Perpetrators && whole == Victims::All => {
                attackers.push(*s)
            }
            // Attackers told of inside a toll of all are a count of their own here.
            (Role::Part, Some(w)) if whole == Victims::Perpetrators && w.victims != whole => more.push(*s),
            (Role::Part, Some(w)) if w.outcome == outcome => inside.push(*s),
            // "five were wounded, one of them was hit in the street": one whose outcome is counted
            (Role::Part, Some(w)) if outcome == Outcome::Casualties && fate(w.outcome) => {}
            // "six were shot, one is in critical condition": of those hit, a floor of the hurt
            (Role::Part, Some(w)) if fate(outcome) && w.outcome == Outcome::Casualties => inside.push(*s),
            (Role::Part, Some(w)) if (outcome, w.outcome) == (Outcome::Killed, Outcome::Injured) => died.push(*s),
            (Role::Part, Some(_)) => more.push(*s),
            (Role::Part, None) => inside.push(*s),
            _ => {}
        }
    }
    let main = totals.remove(&whole);
    for (&group, (total, start)) in &totals {
        let raised = more.iter().filter(|s| s.claim.victims == group && raises(s, *start, outcome));
        let value = raised.fold(total.clone(), |sum, s| sum.plus(&s.value));
        sums.cells.insert((outcome, group), value);
    }
    for group in Victims::ALL.iter().copied().filter(|&g| g != whole && !totals.contains_key(&g)) {
        let of = |list: &[&Said<'a>]| -> Vec<Value<'a>> {
            list.iter().filter(|s| s.claim.victims == group).map(|s| s.value.clone()).collect()
        };
        if let Some(value) = sum(&of(&more)).or_else(|| sum(&of(&inside))) {
            sums.cells.insert((outcome, group), value);
        }
    }
    let mut value = match main {
        Some((total, start)) => Some(with_additions(total, start, outcome, &more)),
        None => counted(&totals, &more, &inside),
    };
    if let Some(died) = sum(&died.iter().map(|s| s.value.clone()).collect::<Vec<_>>()) {
        // Where the toll of the dead came after them, it has them already.
        let had = value.as_ref().is_some_and(|v| v.basis < Basis::Derived);
        value = match value {
            Some(v) if had => Some(v),
            Some(v) => Some(v.plus(&died)),
            None => Some(died.clone()),
        };
        sums.died_of_wounds = Some(died);
    }
    for s in attackers {
        value = value.map(|v| {
            let point = v.point.zip(s.value.point).map(|(a, b)| a.saturating_sub(b));
            Value::follows(v.or_any().minus(s.value.or_any()), point, Basis::Derived, &[&v, &s.value])
        });
    }
    if let Some(value) = value {
        let only_more = outcome == Outcome::Casualties
            && beside
            && value.basis >= Basis::Derived
            && !more.is_empty()
            && said.iter().all(|s| s.claim.role == Role::Addition)
            && sums.cells.keys().any(|(o, v)| *v == whole && fate(*o));
        // "Killing one, wounding four … hit three women and two men": the same people, told apart another way.
        let point = |o| sums.cells.get(&(o, whole)).and_then(|v| v.point);
        let again = point(Outcome::Killed)
            .zip(point(Outcome::Injured))
            .is_some_and(|(k, i)| value.point == Some(k.saturating_add(i)));
        match (only_more, again) {
            (true, true) => {}
            (true, false) => sums.others = Some(value),
            (false, _) => drop(sums.cells.insert((outcome, whole), value)),
        }
    }
}

/// A total with what was added to it after it was said; what stood before it is in it already.
fn with_additions<'a>(total: Value<'a>, start: usize, outcome: Outcome, more: &[&Said<'a>]) -> Value<'a> {
    let (raising, before): (Vec<&&Said>, Vec<&&Said>) = more.iter().partition(|s| raises(s, start, outcome));
    let mut value = raising.iter().fold(total, |sum, s| sum.plus(&s.value));
    let floor = sum(&before.iter().map(|s| s.value.clone()).collect::<Vec<_>>());
    if let Some(floor) = floor.filter(|f| value.range.is_none_or(|r| r.low() < f.or_any().low() && r.is_open())) {
        value.range = Some(Range::open(floor.or_any().low()));
        value.claims.extend(floor.claims);
    }
    value
}

/// Whether an outcome tells what became of those who were hit.
fn fate(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Killed | Outcome::Injured)
}

/// Whether an addition raises a total that starts at `start`: it points to a toll, or is a count that follows it.
fn raises(s: &Said, start: usize, outcome: Outcome) -> bool {
    match s.whole {
        // what was added before the total that stands was said is in it
        Some(w) => w.outcome == outcome && w.role == Role::Total && (w.start >= start || s.claim.start > start),
        None => s.claim.start > start && !s.claim.implied && s.value.is_number(),
    }
}

/// A toll that nobody states: groups and additions summed; where there are parts only, their sum is a floor.
fn counted<'a>(
    totals: &BTreeMap<Victims, (Value<'a>, usize)>,
    more: &[&Said<'a>],
    inside: &[&Said<'a>],
) -> Option<Value<'a>> {
    // That none of a group were hurt says nothing of the others.
    let total_of = |groups: &[Victims]| {
        let told = totals.iter().filter(|(v, t)| groups.contains(v) && !t.0.is_zero());
        sum(&told.map(|(_, t)| t.0.clone()).collect::<Vec<_>>())
    };
    let sums = [total_of(APART), total_of(&[Victims::Women, Victims::Men]), total_of(&[Victims::Children])];
    let groups = sums.into_iter().flatten().reduce(|a, b| if b.or_any().low() > a.or_any().low() { b } else { a });
    // "Farmers were killed", and elsewhere a man and others who were: they may be among those of whom no number is told.
    let loose = more.iter().all(|s| !APART.contains(&s.claim.victims) || s.claim.victims == Victims::Other);
    let more = sum(&more.iter().map(|s| s.value.clone()).collect::<Vec<_>>());
    match (groups, more) {
        (Some(a), Some(b)) if loose && !a.is_number() => {
            let floor = a.or_any().low().max(b.or_any().low());
            Some(Value::follows(Range::open(floor), None, a.basis.max(Basis::Derived), &[&a, &b]))
        }
        (Some(a), Some(b)) => Some(a.plus(&b)),
        (Some(a), None) | (None, Some(a)) => Some(Value { basis: a.basis.max(Basis::Derived), ..a }),
        (None, None) => {
            let floor = sum(&inside.iter().map(|s| s.value.clone()).collect::<Vec<_>>())?;
            Some(Value::follows(Range::open(floor.or_any().low()), None, Basis::Inside, &[&floor]))
        }
    }
}

/// A figure rests on its repetitions too.
fn repeat_claims<'a>(sums: &mut Sums<'a>, claims: &[&'a Claim]) {
    for claim in claims {
        let Some(repeats) = claim.repeats.as_deref() else { continue };
        for value in sums.cells.values_mut().filter(|v| v.claims.contains(&repeats)) {
            value.claims.push(&claim.claim);
        }
    }
}
