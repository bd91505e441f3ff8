//! What the words of a noun phrase tell, and what its head makes of the whole.

use super::super::word::{Sentence, Word};
use super::{NounPhrase, Opening, Reader, Who};
use crate::claim::{Outcome, Victims};
use crate::lexicon::{Class, Form};

impl Reader<'_> {
    /// "a bus stop", "the farm show": behind one thing no verb has the form of several.
    pub(super) fn compound(&self, i: usize, np: &NounPhrase, head: Option<usize>) -> bool {
        const NO_THING: &[Class] = &[
            Class::Person,
            Class::Persons,
            Class::Several,
            Class::Crowd,
            Class::Body,
            Class::TimeUnit,
            Class::A,
            Class::Definite,
            Class::Owner,
        ];
        let w = &self.words[i];
        let verb = w.any(&[Class::VerbPast, Class::VerbS, Class::Speech, Class::Denial, Class::HarmVerb, Class::After])
            || w.outcome.any();
        let counts = |w: &Word| w.outcome.any() || w.any(NO_THING); // "the shootings follow"
        let thing = |h: usize| h + 1 == i && !self.words[h].name && !counts(&self.words[h]);
        // "when the dam burst"
        let clause = (np.first as usize).checked_sub(1).is_some_and(|b| self.words[b].has(Class::Where));
        !verb && !clause && np.opening != Opening::None && np.figure.is_none() && head.is_some_and(thing)
    }

    /// Notes what a word of the phrase tells.
    pub(super) fn describe(&self, i: usize, np: &mut NounPhrase) {
        let w = &self.words[i];
        let named = w.name & np.name.is_none() & !w.has(Class::Title);
        np.name = if named { Some(i as u16) } else { np.name };
        let entry = w.more.then(|| self.lexicon.entry(w.id));
        let group = entry.and_then(|e| e.victims);
        np.described |= w.any(&[Class::Person, Class::Persons]) & group.is_none() & w.outcome.people.is_none();
        if let Some(victims) = group {
            let stronger = np.victims.is_none_or(|known| {
                known == Victims::All || victims == Victims::Children || victims == Victims::Perpetrators
            });
            if stronger {
                np.victims = Some(victims);
            }
        }
        np.attacker |= group == Some(Victims::Perpetrators);
        np.serves = entry.and_then(|e| e.serves).or(np.serves);
        np.times = entry.and_then(|e| e.times()).or(np.times);
        np.male = male(w).or(np.male);
        np.kin |= w.has(Class::Kin);
        np.offspring |= w.has(Class::Kin) & w.has(Class::Total);
        if let Some(verb) = w.outcome.verb.filter(|v| matches!(v.form, Form::Past | Form::Participle)) {
            np.state = Some(verb.outcome);
        }
        if w.outcome.people.is_some() && w.end - w.first > 1 && np.first as usize == i {
            (np.opening, np.plural) = (Opening::Definite, Some(true)); // "those killed"
        }
        np.state = w.outcome.adjective.or(w.outcome.people).or(np.state);
    }

    /// Judges the whole by its head. Out of line the phrase stands in memory as it is given back, and is not put together there
    /// from parts.
    #[inline(never)]
    pub(super) fn judge(&self, h: usize, np: &mut NounPhrase) {
        let w = &self.words[h];
        np.count = w.outcome.count;
        np.toll = w.outcome.toll;
        np.harm = w.has(Class::Harm);
        np.body = w.any(&[Class::Body, Class::Agency]);
        np.member = w.has(Class::Member);
        if np.count.is_some() && w.outcome.people.is_none() {
            np.state = None;
        }
        let named = np.name.is_some_and(|n| n as usize <= h) & w.name;
        np.who = if w.outcome.people.is_some() && w.outcome.people != Some(Outcome::Missing) {
            Who::Person
        } else if w.any(&[Class::Harm, Class::TimeUnit, Class::Measure, Class::Month, Class::Weekday, Class::Hospital])
            || np.count.is_some()
            || np.toll.is_some()
        {
            Who::Thing
        } else if w.has(Class::Leads) && self.leads(h, np) {
            Who::Person
        } else if w.has(Class::Crowd) {
            Who::Crowd
        } else if w.any(&[Class::Person, Class::Persons]) {
            Who::Person
        } else if w.has(Class::Animal) && !named {
            Who::Animal
        } else if np.age.is_some() {
            Who::Person
        } else if !named
            && (w.any(&[Class::Thing, Class::Period, Class::Limb])
                || w.has(Class::VerbBase) && self.compound(h, np, h.checked_sub(1)))
        {
            Who::Thing // "a fire", "a night raid"
        } else if w.outcome.adjective.is_some() && np.figure.is_some() && !w.name && np.victims.is_none() {
            Who::Bare // "five missing"
        } else {
            Who::Unknown
        };
        if np.who == Who::Person && w.has(Class::Leads) {
            np.plural = Some(false);
        }
        let crowd = w.any(&[Class::Persons, Class::Several]) && w.outcome.people.is_none();
        // "and the other injured", but "the other injured were"
        let rest = np.remaining && !self.words.get(h + 1).is_some_and(|w| w.any(&[Class::BePlural, Class::Have]));
        let one = (np.other || rest) && np.figure.is_none() && np.plural == Some(false) && !crowd;
        // "the Jesuits", but "Judge Torres": a name of one person is more than a word behind an article
        let people_named = || np.name == Some(h as u16) && (np.opening == Opening::Definite || np.other);
        let several = w.has(Class::Several) && (!named || people_named());
        np.plural = if one {
            Some(false) // "another wounded"
        } else if w.has(Class::Persons) || w.has(Class::Crowd) || several {
            Some(true)
        } else if w.has(Class::Person) || named {
            Some(false)
        } else {
            np.plural
        };
        if np.figure.is_none() && np.opening == Opening::A && !(np.who == Who::Crowd && np.times.is_some()) {
            np.plural = Some(false);
        }
    }

    /// "a village head", but neither "his head" nor "a severed head".
    fn leads(&self, h: usize, np: &NounPhrase) -> bool {
        let before = h.checked_sub(1).filter(|&b| b > np.first as usize).map(|b| &self.words[b]);
        let noun =
            |w: &Word| !w.any(&[Class::Adjective, Class::VerbPast, Class::Person, Class::Animal]) && !w.outcome.any();
        matches!(np.opening, Opening::A | Opening::Definite) && before.is_some_and(noun)
    }
}

pub(super) fn male(w: &Word) -> Option<bool> {
    match (w.has(Class::Male), w.has(Class::Female)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// The side of a fight that a phrase names: "an infantry company", "the army", "rebels".
pub fn fighting_side(sentence: &Sentence, np: &NounPhrase) -> Option<Victims> {
    let crowd = sentence.words[np.head as usize].has(Class::Crowd);
    let armed = |v: &Victims| v.bear_arms();
    let group = np.victims.filter(armed).or(np.serves.filter(armed));
    group.filter(|_| crowd || np.who != Who::Thing)
}
