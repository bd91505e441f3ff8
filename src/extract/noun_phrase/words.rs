//! Which words belong to a noun phrase, and which end it.

use super::super::word::{Sort, Word};
use super::marks::joins_noun;
use super::{NounPhrase, Opening, Reader, STOPS};
use crate::claim::Outcome;
use crate::lexicon::{Class, Entry, Form};

impl Reader<'_> {
    /// Takes a word that opens a phrase: an article, "all", "other", an ordinal.
    pub(super) fn opens(&self, w: &Word, np: &mut NounPhrase) -> bool {
        let opens = w.any(&[Class::Remaining, Class::A, Class::Definite, Class::Owner, Class::Share, Class::All])
            | w.any(&[Class::Both, Class::Other, Class::No, Class::Nonfatal, Class::Adverb]);
        if !opens && !w.more {
            return false;
        }
        if w.has(Class::Remaining) {
            np.remaining = true;
            np.opening = Opening::Definite;
            np.plural = Some(!w.has(Class::Person));
        } else if w.has(Class::A) && !w.name {
            np.opening = Opening::A;
        } else if w.any(&[Class::Definite]) {
            if np.figure.is_some() && np.opening == Opening::None {
                return false;
            }
            np.opening = Opening::Definite;
        } else if w.has(Class::Owner) {
            np.opening = Opening::Owner;
        } else if w.has(Class::Share) {
            np.share = true;
        } else if w.any(&[Class::All, Class::Both]) {
            np.all = true;
            np.both |= w.has(Class::Both);
        } else if w.has(Class::Other) {
            np.other = true;
            np.plural = np.plural.or(Some(!self.lexicon.entry(w.id).classes.has(Class::Person)));
        } else if w.has(Class::No) {
            np.nobody = true;
        } else if let Some(place) = w.more.then(|| self.lexicon.entry(w.id)).and_then(Entry::ordinal) {
            np.ordinal = Some(place);
        } else if w.has(Class::Nonfatal) || w.has(Class::Adverb) && np.opening != Opening::None {
        } else {
            return false;
        }
        true
    }

    /// Whether the word at `i` goes on with the phrase: a noun, name, adjective or participle before one.
    pub(super) fn belongs(&self, i: usize, open: bool, np: &NounPhrase, head: Option<usize>) -> bool {
        let w = &self.words[i];
        if w.plain {
            return true;
        }
        // "an off-duty guard", but "guards off duty"
        let hyphen = || i > 1 && self.hyphen(i - 1) || joins_noun(self.words, i);
        if w.any(STOPS) && !w.name && !hyphen() {
            return false;
        }
        let state = |n: &Word| n.outcome.adjective.is_some() && n.outcome.people != Some(Outcome::Killed);
        if w.has(Class::Found) && np.figure.is_some() && head.is_none() && self.words.get(i + 1).is_some_and(state) {
            return false; // "20 remain missing"
        }
        let title = w.has(Class::Title) && head.is_some_and(|h| self.words[h].any(&[Class::AgeUnit, Class::TimeUnit]));
        if title || (head.is_some() || np.other) && self.time_opens(i) {
            return false; // "killed three people Sunday", "five others early Wednesday", "killed in two days Judge Lee"
        }
        let owner = |n: &Word| n.name && !n.has(Class::Title) || n.sort == Sort::Possessive; // "Sunday Times", "Friday's blast"
        let time = w.any(&[Class::Weekday, Class::Day]) && !self.words.get(i + 1).is_some_and(owner);
        let time = time || w.has(Class::Past) && self.time_opens(i); // "last Thursday"
        if time && np.opening == Opening::None && head.is_none() {
            return false; // "a man shot last week has died", "shot Sunday": a time that hangs on the verb
        }
        if w.opens_fire() {
            return false;
        }
        if w.name {
            if head.is_none() && w.any(&[Class::A, Class::Definite]) {
                return false; // "Missing: 3 The weather …"
            }
            return !w.any(&[Class::Including, Class::According]) && (!w.any(STOPS) || !w.classes.any(STOPS));
        }
        if i > 1 && self.hyphen(i - 1) && w.any(&[Class::VerbIng, Class::VerbPast]) && !w.outcome.any() {
            // "life-threatening injuries", "rebel-held towns"
            return self.noun_follows(i + 1) || self.words.get(i + 1).is_some_and(|n| n.has(Class::Harm));
        }
        if w.has(Class::Any) && head.is_some() {
            return false; // "not clear how many people"
        }
        let number = |n: &Word| matches!(n.sort, Sort::Figure(_));
        if w.has(Class::Possible) && np.figure.is_none() && self.words.get(i + 1).is_some_and(number) {
            return false; // "and possibly five villagers"
        }
        if joins_noun(self.words, i) {
            return head.is_none(); // "an off-duty guard"
        }
        let done = |k: usize| {
            self.words.get(k).is_some_and(|w| w.any(&[Class::VerbPast, Class::Adjective]) && !w.outcome.any())
        };
        if w.has(Class::Adverb) && np.figure.is_some() && open && !w.any(STOPS) {
            // "six heavily armed men", "six heavily-armed men"
            let hyphen = self.words.get(i + 1).is_some_and(|w| w.is('-'));
            let verb = i + 1 + usize::from(hyphen);
            return done(verb) && self.noun_follows(verb + 1);
        }
        if w.any(STOPS)
            || w.any(&[
                Class::PersonPronoun,
                Class::ThingPronoun,
                Class::Adverb,
                Class::Reflexive,
                Class::A,
                Class::Definite,
                Class::Owner,
                Class::All,
            ])
        {
            return false;
        }
        if w.has(Class::Month) && np.opening == Opening::None && head.is_none() {
            return false;
        }
        if w.any(&[Class::Weekday]) {
            return np.opening != Opening::None && open;
        }
        if w.any(&[Class::Fatal, Class::Nonfatal]) && !w.outcome.any() {
            let harm = |n: &Word| n.any(&[Class::Harm, Class::Deed]) || n.outcome.count.is_some();
            return open && self.words.get(i + 1).is_some_and(harm); // "a fatal wound"
        }
        let person = head.is_some_and(|h| self.words[h].any(&[Class::Person, Class::Persons]) && h + 1 == i);
        let state = w.outcome.adjective.is_some() && w.outcome.verb.is_none();
        if person && (state || w.has(Class::VerbIng) && !w.outcome.any() && !self.noun_follows(i + 1)) {
            return false; // "shot the man dead", "a man waiting for a bus"
        }
        let determined = np.opening != Opening::None
            || np.figure.is_some()
            || np.other
            || np.ordinal.is_some()
            || np.all
            || np.nobody;
        let told = state || w.outcome.verb.is_some_and(|v| matches!(v.form, Form::Past | Form::Participle));
        if np.ordinal.is_some() && np.figure.is_none() && head.is_none() && told && !self.noun_follows(i + 1) {
            return false; // "two dead, a third injured"
        }
        if let Some(people) = w.outcome.people.or(w.outcome.count)
            && people != Outcome::Missing
            && w.outcome.verb.is_none_or(|_| determined && open)
            && (determined || !w.has(Class::Adjective))
            && !self.is_state(w, head)
        {
            return true;
        }
        let harm = w.has(Class::Harm) && (w.outcome.verb.is_none() || harm_suffered(self.words, i));
        if harm || self.deed(i, determined, head) {
            return true;
        }
        if w.outcome.verb.is_some_and(|v| v.form == Form::Base) && !w.outcome.any_noun() {
            // "a strike", "the missile strike", but "clashes kill six", "rebels kill a guard", "six die"
            let next = |classes| self.words.get(i + 1).is_some_and(|n| n.any(classes));
            let counted = || self.words.get(i + 1).is_some_and(|n| matches!(n.sort, Sort::Figure(_) | Sort::Age(_)));
            let acts = match head {
                Some(h) => {
                    let several = self.words[h].any(&[Class::Persons, Class::Several]);
                    let object = next(&[Class::A, Class::Definite, Class::Owner]);
                    counted() || several && (object || !w.has(Class::Thing))
                }
                None => {
                    let bare = np.figure.is_some() && np.opening == Opening::None && np.plural != Some(false);
                    bare && !w.has(Class::Thing)
                }
            };
            return (determined || head.is_some()) && !acts;
        }
        let name_next = self.words.get(i + 1).is_some_and(|n| n.name);
        if w.has(Class::WouldBe) && determined && open && name_next {
            return true; // "three alleged QRX members"
        }
        if w.has(Class::HarmVerb) && np.figure.is_some() && head.is_none() && self.harm_follows(i + 1) {
            return false; // "two sustained serious burns"
        }
        if w.outcome.verb.is_some() || w.has(Class::VerbPast) {
            // a participle before its noun: "five wounded soldiers", "the alleged militants"
            let deed = || w.has(Class::Blame) && self.words.get(i + 1).is_some_and(|n| n.outcome.count.is_some());
            let noun = self.noun_follows(i + 1) || determined && (deed() || self.named_people_follow(i + 1));
            // "on the ground", "the accused": nothing else can follow the article
            if w.outcome.verb.is_none() && i > 0 && open && np.figure.is_none() && head.is_none() && !noun {
                let article = |w: &Word| w.any(&[Class::Definite, Class::A]) && !w.any(&[Class::PersonPronoun]);
                let next = self.words.get(i + 1).is_none_or(|n| n.any(STOPS) || matches!(n.sort, Sort::Mark(_)));
                return article(&self.words[i - 1]) && next;
            }
            return (determined || np.age.is_some() || head.is_none()) && open && noun;
        }
        if w.outcome.adjective.is_some() {
            return determined && open || self.noun_follows(i + 1) && head.is_none();
        }
        if w.has(Class::VerbIng) && !w.any(&[Class::Thing, Class::Person]) {
            return determined && open && (self.noun_follows(i + 1) || self.named_people_follow(i + 1));
        }
        if w.has(Class::Body) && w.has(Class::Speech) && self.reports(i) {
            return true;
        }
        if w.any(&[Class::VerbBase, Class::VerbS]) && !w.any(&[Class::Person, Class::Persons]) {
            if name_next && i > 0 && self.words[i - 1].outcome.verb.is_some() {
                return true; // "killed cook Ann Lee"
            }
            let noun = determined && open || w.has(Class::Thing);
            return self.compound(i, np, head)
                || noun
                    && (determined
                        || i > 0 && self.words[i - 1].has(Class::Preposition)
                        || head.is_some_and(|h| self.words[h].has(Class::Thing))
                            && w.has(Class::VerbBase)
                            && !self.noun_follows(i + 1));
        }
        if w.any(&[Class::Raising, Class::Left, Class::Speech, Class::Later, Class::Unsaved]) {
            return false;
        }
        true
    }

    /// "initial reports said", "no reports of injuries": a noun, though the word is a verb elsewhere.
    fn reports(&self, i: usize) -> bool {
        self.words.get(i + 1).is_some_and(|n| n.any(&[Class::Speech, Class::Of]))
    }

    /// Whether a time without a preposition starts at `i`, which hangs on the predicate: "yesterday", "late Sunday", "last
    /// night", "January 5".
    fn time_opens(&self, i: usize) -> bool {
        let (Some(w), next) = (self.words.get(i), self.words.get(i + 1)) else { return false };
        let next_is = |classes: &[Class]| next.is_some_and(|n| n.any(classes));
        w.any(&[Class::Day, Class::Weekday, Class::Background, Class::Cumulative])
            || w.has(Class::Month) && next.is_some_and(|n| matches!(n.sort, Sort::Digits | Sort::Place(_)))
            || w.has(Class::Past) && next_is(&[Class::TimeUnit, Class::Period, Class::Weekday, Class::Month])
            || w.has(Class::Early) && self.time_opens(i + 1)
    }

    /// "the May 3 killing", "the July 4 shooting": whether the number at `i` is a day before a deed.
    pub(super) fn day_of(&self, i: usize, np: &NounPhrase, head: Option<usize>) -> bool {
        let month = head.is_some_and(|h| h + 1 == i && self.words[h].has(Class::Month));
        let deed = |w: &Word| w.has(Class::Deed) || w.outcome.count.is_some();
        let next = self.words.get(i + 1..).unwrap_or_default();
        let next = match next {
            [shade, deed, ..] if shade.has(Class::Fatal) => Some(deed),
            [deed, ..] => Some(deed),
            [] => None,
        };
        month && np.opening == Opening::Definite && next.is_some_and(deed)
    }

    /// "a double murder", "a brutal killing": the noun of a deed that is a verb elsewhere, behind one word that describes it and
    /// before nobody it could be done to.
    fn deed(&self, i: usize, determined: bool, head: Option<usize>) -> bool {
        let (w, next) = (&self.words[i], self.words.get(i + 1));
        let noun = w.outcome.verb.is_some_and(|v| matches!(v.form, Form::Base | Form::Ing))
            && (w.outcome.count.is_some() || w.has(Class::Deed));
        let times = |w: &Word| self.lexicon.entry(w.id).times().is_some();
        let describes = |w: &Word| times(w) || determined && (w.classes.none() || w.has(Class::Adjective));
        let opens = &[Class::A, Class::Definite, Class::Owner, Class::All, Class::Other, Class::PersonPronoun];
        let object = next.is_some_and(|w| matches!(w.sort, Sort::Figure(_)) || w.name || w.any(opens));
        let Some(before) = head.filter(|h| h + 1 == i).map(|h| &self.words[h]) else { return false };
        noun && describes(before) && !object && (times(before) || !self.noun_follows(i + 1))
    }

    /// "left a man dead": what became of the person that is the head, and no noun.
    fn is_state(&self, w: &Word, head: Option<usize>) -> bool {
        w.outcome.adjective.is_some() && head.is_some_and(|h| self.words[h].any(&[Class::Person, Class::Persons]))
    }

    /// Whether a noun can start at `i`, so that a participle before it is its attribute.
    pub(super) fn noun_follows(&self, i: usize) -> bool {
        let Some(w) = self.words.get(i) else { return false };
        if w.sort != Sort::Word
            || w.any(STOPS)
            || w.any(&[
                Class::Adverb,
                Class::A,
                Class::Definite,
                Class::Owner,
                Class::PersonPronoun,
                Class::Weekday,
                Class::Month,
                Class::Other,
                Class::All,
                Class::Where,
            ])
        {
            return false;
        }
        if w.outcome.verb.is_some() || w.has(Class::VerbPast) && !w.has(Class::Adjective) {
            return false;
        }
        w.any(&[Class::Person, Class::Persons, Class::Crowd, Class::Animal, Class::Thing, Class::Member])
            || (w.classes.none() || w.has(Class::Several)) && !w.name
            || w.has(Class::Adjective)
    }

    /// Whether a word for a harm stands at `i`, or behind what describes it.
    fn harm_follows(&self, i: usize) -> bool {
        let mut behind = self.words[i.min(self.words.len())..].iter().take(3);
        behind.find(|w| !w.any(&[Class::Adjective, Class::Fatal, Class::Nonfatal])).is_some_and(|w| w.has(Class::Harm))
    }

    /// "four alleged Haran militants": names before the people they are of.
    fn named_people_follow(&self, i: usize) -> bool {
        let names = self.words[i.min(self.words.len())..].iter().take_while(|w| w.name && !w.any(STOPS)).count();
        let person = |w: &Word| w.any(&[Class::Person, Class::Persons]) && w.outcome.verb.is_none();
        let (last, behind) = (names.checked_sub(1).map(|n| &self.words[i + n]), self.words.get(i + names));
        last.is_some_and(|last| last.has(Class::Title) || behind.is_some_and(person)) // "a retired Army Colonel"
    }

    /// Whether a noun for one person stands at `i`.
    pub(super) fn person(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(|w| w.has(Class::Person))
    }

    /// "Dead: 26 Injured: 9": the word behind a number that is the label of the next.
    pub(super) fn label(&self, i: usize) -> bool {
        self.words[i].outcome.any() && self.words.get(i + 1).is_some_and(|w| w.is(':'))
    }
}

/// "suffered wounds", "with wounds": a word for the harm behind a verb that takes it, though it is a verb elsewhere.
pub fn harm_suffered(words: &[Word], i: usize) -> bool {
    words[i].has(Class::Harm) && i > 0 && words[i - 1].any(&[Class::HarmVerb, Class::With])
}
