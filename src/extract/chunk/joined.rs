//! Verbs of outcome that one group joins, and the words behind them that shade what they tell.

use super::super::word::{Sort, Word};
use super::{AUXILIARIES, Joined, VerbGroup};
use crate::claim::Outcome;
use crate::lexicon::{Class, Form, OutcomeVerb};

/// Takes in the verbs of outcome that follow, joined by "and", "or" or a comma, without a noun between.
pub(super) fn join_verbs(words: &[Word], g: &mut VerbGroup) {
    let Some(mut joined) = g.outcome else { return };
    loop {
        let mut i = g.end;
        let (mut link, mut or) = (false, false);
        while let Some(w) = words.get(i) {
            if w.any(&[Class::And, Class::Or]) || w.is(',') || w.is('/') || w.is('&') {
                link = true;
                or |= w.has(Class::Or);
            } else if !(is_adverb(w) && w.outcome.verb.is_none()) {
                break;
            }
            i += 1;
        }
        let Some(verb) = words.get(i).and_then(|w| w.outcome.verb).filter(|_| link) else { break };
        let same = (verb.form == Form::Ing) == (joined.verb.form == Form::Ing);
        if !same || !verb.transitive || words[g.end..i].iter().any(|w| w.any(AUXILIARIES)) {
            break;
        }
        g.fatal |= words[g.end..i].iter().any(|w| w.has(Class::Fatal));
        g.nonfatal |= words[g.end..i].iter().any(|w| w.has(Class::Nonfatal));
        joined = both(joined, Joined { verb, word: i, also: None, each: None }, !or);
        g.end = i + 1;
    }
    g.outcome = Some(joined);
}

/// Two verbs of one group: the more telling outcome; casualties where they tell both death and injury; both where they are
/// of another kind ("kidnapped and killed"). `and`: the one and the other befell some.
pub(super) fn both(a: Joined, b: Joined, and: bool) -> Joined {
    use Outcome::{Casualties, Injured, Killed};
    match (a.verb.outcome, b.verb.outcome) {
        (Killed, Injured) | (Injured, Killed) => {
            Joined { verb: OutcomeVerb { outcome: Casualties, ..a.verb }, each: and.then_some(b.word), ..a }
        }
        (Casualties, _) => Joined { also: a.also, ..b },
        (Killed | Injured, _) => a,
        (first, second) if first != second => Joined { also: Some(first), ..b },
        _ => a,
    }
}

/// Looks past the group for "dead", "to death", "fatally".
pub(super) fn shade(words: &[Word], g: &mut VerbGroup) {
    if g.outcome.is_none() {
        return;
    }
    let mut i = g.end;
    while let Some(w) = words.get(i).filter(|w| w.any(&[Class::Fatal, Class::Nonfatal])) {
        g.fatal |= w.has(Class::Fatal);
        g.nonfatal |= w.has(Class::Nonfatal);
        g.end = i + 1;
        i += 1;
    }
}

/// "were found dead", "reported killed", "listed as missing": the word from `at` on that decides what the verb before it tells.
pub(super) fn behind_found(words: &[Word], at: usize) -> Option<(usize, &Word)> {
    let how = |w: &&Word| is_adverb(w) && w.outcome.verb.is_none() && w.outcome.adjective.is_none();
    let at = at + words.get(at..)?.iter().take_while(how).count();
    let state = |w: &Word| w.outcome.adjective.is_some();
    let named = words.get(at)?.has(Class::Where) && words.get(at + 1).is_some_and(state);
    let behind = at + usize::from(named);
    Some((behind, words.get(behind)?))
}

/// Whether it only says how, and stands in the way of no verb.
pub(super) fn is_adverb(w: &Word) -> bool {
    w.sort == Sort::Word
        && (w.any(&[Class::Adverb, Class::Not, Class::Fatal, Class::Nonfatal, Class::Later]) && !w.any(&[Class::Other])
            || w.has(Class::Possible)
                && w.classes != Default::default()
                && !w.any(AUXILIARIES)
                && !w.any(&[Class::VerbPast, Class::VerbBase]))
}

/// "was on Monday night lynched", "was yesterday shot": how many words tell when between the auxiliary and a word of outcome.
pub(super) fn time_between(words: &[Word]) -> usize {
    const LONG: usize = 4;
    const TIMES: &[Class] = &[Class::Weekday, Class::Day, Class::TimeUnit, Class::Early];
    let opens = |w: &Word| w.any(&[Class::Preposition, Class::Weekday, Class::Day]);
    if !words.first().is_some_and(opens) {
        return 0;
    }
    let length = 1 + words[1..].iter().take(LONG).take_while(|w| w.any(TIMES)).count();
    let named = words[..length].iter().any(|w| w.any(&[Class::Weekday, Class::Day]));
    let told = words.get(length).is_some_and(|w| w.outcome.verb.is_some_and(|v| v.form != Form::Base));
    if named && told { length } else { 0 }
}
