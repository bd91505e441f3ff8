//! What the outcomes and groups of one source say of each other: killed + injured = casualties, a group lies inside all.

use super::{sums::Sums, value::Value};
use crate::{
    claim::{Outcome, Victims},
    policy::Casualties,
    range::Range,
    report::Basis,
};
use Outcome::{Casualties as Hit, Injured, Killed};

/// Lets killed, injured and casualties bound each other, for `whole` and for every group that has casualties.
pub(super) fn outcomes(sums: &mut Sums, whole: Victims, silent: Casualties, contradictions: &mut Vec<String>) {
    let groups: Vec<Victims> = sums.cells.keys().filter(|(o, _)| *o == Hit).map(|(_, v)| *v).collect();
    for group in groups {
        split(sums, group, silent, contradictions);
    }
    others(sums, whole);
    if let Some(died) = sums.died_of_wounds.take()
        && let Some(hurt) = sums.cells.get_mut(&(Injured, whole))
        && let Some(n) = hurt.range.and_then(Range::point)
    {
        // Whether those who died are still among the wounded that were counted is not said.
        hurt.range = Range::closed(n.saturating_sub(died.or_any().low()), n);
        hurt.basis = hurt.basis.max(Basis::Derived);
    }
}

/// Tells the dead from the wounded among the casualties of one group, as far as the account allows.
fn split(sums: &mut Sums, group: Victims, silent: Casualties, contradictions: &mut Vec<String>) {
    let Some(hit) = sums.cells.get(&(Hit, group)).cloned() else { return };
    let Some(range) = hit.range else { return };
    let of = |outcome| sums.cells.get(&(outcome, group)).cloned();
    let (mut dead, mut hurt) = (of(Killed), of(Injured));
    // Where only some of the dead or hurt are told of, the rest of those hit tells how many there are.
    let died = some_of(&mut dead, range, &[Basis::Inside]);
    // what is said of the hurt stands where those hit are only a floor
    let floors: &[Basis] = if hit.basis < Basis::Inside { &[Basis::Inside, Basis::Vague] } else { &[Basis::Inside] };
    let floor = some_of(&mut hurt, range, floors).max(one_by_one(&mut hurt, dead.as_ref(), &hit));
    let mut put = |outcome, value| drop(sums.cells.insert((outcome, group), value));
    let up_to_all = Range::new(0, range.high()).unwrap_or(Range::ANY);
    match (dead, hurt) {
        (Some(dead), None) => {
            let taken = dead.or_any();
            if range.high().is_some_and(|h| h < taken.low()) {
                contradictions.push(format!("{} casualties but {} killed", range, taken));
            } else if dead.is_number() {
                let point = hit.point.zip(dead.point).map(|(a, b)| a.saturating_sub(b));
                let basis = hit.basis.max(dead.basis).max(Basis::Derived);
                put(Injured, Value::follows(range.minus(taken), point, basis, &[&hit, &dead]));
            } else {
                put(Injured, Value::follows(up_to_all, None, Basis::Implied, &[&hit, &dead]));
            }
        }
        (None, Some(hurt)) => {
            let taken = hurt.or_any();
            if range.high().is_some_and(|h| h < taken.low()) {
                contradictions.push(format!("{} casualties but {} injured", range, taken));
            } else {
                let left = Range::new(0, range.minus(taken).high()).unwrap_or(Range::ANY);
                let point = (silent == Casualties::Open || silent == Casualties::Zero).then_some(0);
                put(Killed, Value::follows(left, point, Basis::Implied, &[&hit, &hurt]));
            }
        }
        (None, None) if hit.is_zero() => {
            put(Killed, Value::follows(Range::ZERO, Some(0), Basis::Derived, &[&hit]));
            put(Injured, Value::follows(Range::ZERO, Some(0), Basis::Derived, &[&hit]));
        }
        (None, None) if died > 0 => {
            put(Killed, Value::follows(up_to_all, None, Basis::Implied, &[&hit]));
            put(Injured, Value::follows(up_to_all, None, Basis::Implied, &[&hit]));
        }
        (None, None) => {
            // Reports name their dead: where no death is told, the hurt are read as wounded, and the doubt is kept. A bound
            // has no number to stand for it, so there the reading is its floor.
            let vague = hit.basis >= Basis::Vague;
            let hurt = if range.is_open() { Range::open(range.low()) } else { up_to_all };
            match silent {
                Casualties::Open => put(Killed, Value::follows(up_to_all, Some(0), Basis::Implied, &[&hit])),
                Casualties::Zero => put(Killed, Value::follows(Range::ZERO, Some(0), Basis::Implied, &[&hit])),
                Casualties::Blank => {}
            }
            let point = hit.point.filter(|_| !vague);
            put(Injured, Value::follows(hurt, point, Basis::Implied, &[&hit]));
        }
        (Some(dead), Some(hurt)) => {
            if dead.or_any().plus(hurt.or_any()).meet(range).is_none() && dead.is_number() && hurt.is_number() {
                contradictions.push(format!(
                    "{} casualties but {} killed and {} injured",
                    range,
                    dead.or_any(),
                    hurt.or_any()
                ));
            }
        }
    }
    for (outcome, floor, others) in [(Killed, died, floor), (Injured, floor, died)] {
        let Some(cell) = sums.cells.get_mut(&(outcome, group)).filter(|_| floor > 0 || died > 0) else { continue };
        let others = if cell.basis == Basis::Implied { others } else { 0 };
        let high = cell.range.and_then(Range::high).map(|h| h.saturating_sub(others));
        cell.range = cell.range.map(|r| Range::new(r.low().max(floor), high).unwrap_or(r));
        cell.point = cell.point.filter(|&p| cell.or_any().contains(p));
    }
}

/// Takes out a floor of people inside those hit, and tells it; 0 where there is none that fits.
fn some_of(told: &mut Option<Value>, range: Range, floors: &[Basis]) -> u64 {
    let some = told.take_if(|t| floors.contains(&t.basis));
    let fits = |some: &Value| range.high().is_none_or(|n| some.or_any().low() <= n);
    some.filter(fits).map_or(0, |some| some.or_any().low())
}

/// "Five were shot, one of whom died. A man of 44 was hit in the knee, another in the hand": takes out the hurt who were told of
/// one by one, where with the dead they are fewer than the number that was said, and tells how many they are.
fn one_by_one(hurt: &mut Option<Value>, dead: Option<&Value>, hit: &Value) -> u64 {
    let said = hit.point.filter(|_| hit.basis < Basis::Derived);
    let dead = dead.map_or(Some(0), |d| d.point);
    let fewer = |h: &mut Value| {
        let told = h.point.zip(dead).map(|(h, d)| h.saturating_add(d));
        h.basis == Basis::Derived && told.zip(said).is_some_and(|(told, said)| told < said)
    };
    hurt.take_if(fewer).and_then(|h| h.point).unwrap_or(0)
}

/// Casualties beside those counted are read as wounded, since the dead are counted.
fn others(sums: &mut Sums, whole: Victims) {
    let Some(others) = sums.others.take() else { return };
    let hurt = match sums.cells.get(&(Injured, whole)) {
        Some(hurt) => hurt.plus(&others),
        None => Value { basis: Basis::Derived, ..others },
    };
    sums.cells.insert((Injured, whole), hurt);
}

/// Groups that share nobody by their meaning.
const APART: &[&[Victims]] =
    &[&[Victims::Civilians, Victims::Soldiers, Victims::Militants], &[Victims::Women, Victims::Men]];

/// The largest floor that groups of which nobody is in two put under all, and their names.
fn most_apart(of: &[(Victims, Value)]) -> Option<(u64, String)> {
    let sum = |apart: &&[Victims]| {
        let counted: Vec<_> = of.iter().filter(|(v, x)| apart.contains(v) && x.is_number()).collect();
        let floor = counted.iter().fold(0u64, |sum, (_, x)| sum.saturating_add(x.or_any().low()));
        (floor, counted.iter().map(|(v, _)| v.name()).collect::<Vec<_>>().join(" and "))
    };
    APART.iter().map(sum).max_by_key(|(floor, _)| *floor)
}

/// A group lies inside all, and `all` is told from the groups where nobody states it.
pub(super) fn groups(sums: &mut Sums, whole: Victims, contradictions: &mut Vec<String>) {
    let outcomes: Vec<Outcome> =
        Outcome::ALL.iter().copied().filter(|&o| sums.cells.keys().any(|k| k.0 == o)).collect();
    for outcome in outcomes {
        let of: Vec<(Victims, Value)> = sums
            .cells
            .iter()
            .filter(|((o, v), _)| *o == outcome && *v != whole)
            .map(|((_, v), x)| (*v, x.clone()))
            .collect();
        let Some(most) = of.iter().max_by_key(|(_, v)| v.or_any().low()) else { continue };
        let Some(all) = sums.cells.get_mut(&(outcome, whole)) else {
            if most.1.is_zero() {
                continue; // none of a group says nothing of the others
            }
            let value = Value { basis: most.1.basis.max(Basis::Inside), ..most.1.clone() };
            sums.cells.insert((outcome, whole), value);
            continue;
        };
        let (floor, names) = most_apart(&of).unwrap_or((0, String::new()));
        let (floor, names) =
            if floor > most.1.or_any().low() { (floor, names) } else { (most.1.or_any().low(), most.0.to_string()) };
        match all.range {
            Some(r) if r.high().is_some_and(|h| h < floor) => {
                contradictions.push(format!("{r} {outcome} in all but {floor} {names}"));
            }
            // "up to eight, among them two children": two at the least
            Some(r) if r.low() < floor => all.range = Range::new(floor, r.high()).or(all.range),
            _ => {}
        }
    }
}
