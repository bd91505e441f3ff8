//! The classes of words that the reader of prose knows, and the words that carry an outcome.

use super::Lexicon;
use crate::claim::{Outcome, Victims};
use std::collections::BTreeMap;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $key:literal),+ $(,)?) => {
        /// What a word can do in a sentence. The name in the lexicon file is `table.key`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class { $($(#[$doc])* $name),+ }

        impl Class {
            /// The class of a key of the lexicon file.
            pub fn of_key(key: &str) -> Option<Class> {
                match key { $($key => Some(Class::$name),)+ _ => None }
            }
        }
    };
}

classes! {
    /// "a"
    A = "class.a",
    /// "the"
    Definite = "class.definite",
    /// "his"
    Owner = "class.owner",
    /// "all", "both"
    All = "class.all",
    /// "most of"
    Share = "class.share",
    /// "another", "others"
    Other = "class.other",
    /// "the others": never more people
    Remaining = "class.remaining",
    /// "they"
    PersonPronoun = "class.person_pronoun",
    /// "he": one person
    SinglePronoun = "class.single_pronoun",
    /// "himself"
    Reflexive = "class.reflexive",
    /// "it"
    ThingPronoun = "class.thing_pronoun",
    /// "who"
    Relative = "class.relative",
    /// "when", "because"
    Where = "class.where",
    /// "in"
    Preposition = "class.preposition",
    /// "of"
    Of = "class.of",
    /// "for"
    For = "class.for",
    /// "by"
    By = "class.by",
    /// "from"
    From = "class.from",
    /// "and"
    And = "class.and",
    /// "or"
    Or = "class.or",
    /// "but"
    But = "class.but",
    /// "including"
    Including = "class.including",
    /// "of whom"
    Whom = "class.whom",
    /// "was"
    BeSingle = "class.be_single",
    /// "were"
    BePlural = "class.be_plural",
    /// "been"
    Be = "class.be",
    /// "has"
    HaveSingle = "class.have_single",
    /// "have"
    Have = "class.have",
    /// "did"
    Do = "class.do",
    /// "may"
    Modal = "class.modal",
    /// "to"
    To = "class.to",
    /// "not"
    Not = "class.not",
    /// "nobody"
    Nobody = "class.nobody",
    /// "no"
    No = "class.no",
    /// "also"
    Adverb = "class.adverb",
    /// A noun for one person.
    Person = "noun.person",
    /// A noun for several.
    Persons = "noun.persons",
    /// "family": people counted by their members only where a number stands.
    Crowd = "noun.crowd",
    /// An animal.
    Animal = "noun.animal",
    /// No person.
    Thing = "noun.thing",
    /// "members": counts what follows "of".
    Member = "noun.member",
    /// "wife"
    Kin = "noun.kin",
    /// Of a man.
    Male = "noun.male",
    /// Of a woman.
    Female = "noun.female",
    /// "Judge"
    Title = "noun.title",
    /// "Jr"
    NameSuffix = "noun.name_suffix",
    /// "year" in "12-year-old"
    AgeUnit = "noun.age_unit",
    /// "old" in "12-year-old"
    Old = "noun.old",
    /// "Saturday"
    Weekday = "noun.weekday",
    /// "October"
    Month = "noun.month",
    /// "hours"
    TimeUnit = "noun.time_unit",
    /// "miles"
    Measure = "noun.measure",
    /// "fatally"
    Fatal = "shade.fatal",
    /// "murder-suicide": those shot in it died
    FatalEvent = "shade.fatal_event",
    /// "seriously"
    Nonfatal = "shade.nonfatal",
    /// "suffered": its subject bears the harm.
    HarmVerb = "outcome.injured.harm_verb",
    /// "injuries"
    Harm = "outcome.injured.harm",
    /// "treated"
    Treated = "outcome.injured.treated",
    /// "taken" to hospital
    Taken = "outcome.casualties.taken",
    /// "hit": befalls things as well.
    Loose = "outcome.casualties.loose",
    /// "along with": joins further subjects behind a predicate
    Along = "class.along",
    /// "also": one more
    Also = "class.also",
    /// "suicide bomber": dies of the deed
    Suicide = "noun.suicide",
    /// "would-be": the deed failed
    WouldBe = "scope.would_be",
    /// "both": two
    Both = "class.both",
    /// "the shooting of"
    Deed = "outcome.casualties.deed",
    /// "a gunshot wound"
    Wound = "outcome.casualties.wound",
    /// "found" dead
    Found = "scope.found",
    /// "with" a wound
    With = "scope.with",
    /// "hospital"
    Hospital = "outcome.casualties.hospital",
    /// "attempted"
    Unreal = "scope.unreal",
    /// "managed"
    RealTo = "scope.real_to",
    /// "if"
    Conditional = "scope.conditional",
    /// "feared"
    Possible = "scope.possible",
    /// "charged"
    Legal = "scope.legal",
    /// "since"
    Cumulative = "scope.cumulative",
    /// "last week's"
    Background = "scope.background",
    /// "following": what follows is another event
    After = "scope.after",
    /// "fighting"
    Strife = "scope.strife",
    /// "past" eight years
    Past = "scope.past",
    /// "attacked"
    Attack = "scope.attack",
    /// "later"
    Later = "scope.later",
    /// "bringing"
    Raising = "scope.raising",
    /// "fifth"
    Ordinal = "scope.ordinal",
    /// "leaving"
    Left = "scope.left",
    /// "denied"
    Denial = "scope.denial",
    /// "unharmed"
    Unharmed = "scope.unharmed",
    /// "in all": asked for by no step, but a word that is known is no name and no verb by its ending
    Total = "scope.total",
    /// "occurred"
    Occurred = "scope.occurred",
    /// "said"
    Speech = "speech.verb",
    /// "according to"
    According = "speech.according",
    /// "Reuters"
    Agency = "speech.agency",
    /// "ministry"
    Body = "speech.body",
    /// Verb, base form.
    VerbBase = "verb_base",
    /// Verb, third person.
    VerbS = "verb_s",
    /// Verb, past or participle.
    VerbPast = "verb_past",
    /// Verb, -ing.
    VerbIng = "verb_ing",
    /// An adjective.
    Adjective = "adjective",
    /// A word with a point behind it that ends no sentence.
    Abbreviation = "class.abbreviation",
    /// A stretch of time.
    Period = "period",
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    /// Whether the class is in the set.
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether any of the classes is in the set.
    pub fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|&c| self.has(c))
    }

    /// Whether the set is empty.
    pub fn none(self) -> bool {
        self.0 == 0
    }

    pub(super) fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u8;
    }
}

/// The form of a verb that carries an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "kill"
    Base,
    /// "kills"
    Third,
    /// "shot", "killed": past and participle are one word.
    Past,
    /// "slain": participle only.
    Participle,
    /// "killing"
    Ing,
}

/// A verb that carries an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutcomeVerb {
    /// What it tells.
    pub outcome: Outcome,
    /// Its form.
    pub form: Form,
    /// Its object suffers it.
    pub transitive: bool,
    /// Its subject suffers it.
    pub intransitive: bool,
}

/// What a word tells of an outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutcomeWord {
    /// "killed"
    pub verb: Option<OutcomeVerb>,
    /// "dead" as a predicate
    pub adjective: Option<Outcome>,
    /// "deaths": each is one person
    pub count: Option<Outcome>,
    /// "death toll": a number follows
    pub toll: Option<Outcome>,
    /// "the wounded": the people themselves
    pub people: Option<Outcome>,
}

impl OutcomeWord {
    /// Whether it is a noun of an outcome.
    pub fn any_noun(&self) -> bool {
        self.count.is_some() || self.people.is_some()
    }

    /// Whether it tells anything.
    pub fn any(&self) -> bool {
        self.verb.is_some()
            || self.adjective.is_some()
            || self.count.is_some()
            || self.toll.is_some()
            || self.people.is_some()
    }
}

/// Words by key.
pub(super) type Table = BTreeMap<String, Vec<String>>;

/// `[class]`, `[noun]`, `[shade]`, `[scope]`, `[speech]`.
pub(super) fn enter_table(lexicon: &mut Lexicon, name: &str, table: &Table) -> Result<(), String> {
    table.iter().try_for_each(|(key, words)| enter_class(lexicon, &format!("{name}.{key}"), words))
}

/// `[suffix]`: the classes that an ending gives to a word without an entry.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Suffixes {
    past: Vec<String>,
    ing: Vec<String>,
    adverb: Vec<String>,
}

impl Suffixes {
    /// The shortest word that an ending says anything of.
    const SHORTEST: usize = 5;

    pub(super) fn classes(&self, word: &str) -> Classes {
        let mut classes = Classes::default();
        if word.len() < Suffixes::SHORTEST {
            return classes;
        }
        let ends = |list: &[String]| {
            list.iter().any(|s| {
                word.len() > s.len() && word.as_bytes()[word.len() - s.len()..].eq_ignore_ascii_case(s.as_bytes())
            })
        };
        for (list, class) in [(&self.past, Class::VerbPast), (&self.ing, Class::VerbIng), (&self.adverb, Class::Adverb)]
        {
            if ends(list) {
                classes.add(class);
            }
        }
        classes
    }
}

/// `[victims]`: the group a noun names.
pub(super) fn enter_victims(lexicon: &mut Lexicon, table: &BTreeMap<Victims, Vec<String>>) {
    for (&victims, words) in table {
        for word in words {
            lexicon.entry_mut(word).victims.get_or_insert(victims);
        }
    }
}

/// `[outcome.*]`: the words that carry an outcome.
pub(super) fn enter_outcomes(lexicon: &mut Lexicon, table: &BTreeMap<Outcome, Table>) -> Result<(), String> {
    for (&outcome, keys) in table {
        for (key, words) in keys {
            let mut each = |set: fn(&mut OutcomeWord, Outcome)| {
                words.iter().for_each(|w| set(&mut lexicon.entry_mut(w).outcome, outcome));
            };
            match key.as_str() {
                "harm_verb" => {
                    let forms: Vec<String> =
                        words.iter().flat_map(|w| w.split_whitespace()).map(str::to_owned).collect();
                    enter_class(lexicon, &format!("outcome.{outcome}.{key}"), &forms)?;
                }
                "adjective" => each(|w, o| w.adjective = Some(o)),
                "count" => each(|w, o| w.count = Some(o)),
                "toll" => each(|w, o| w.toll = Some(o)),
                "people" => each(|w, o| w.people = Some(o)),
                "transitive" | "intransitive" => {
                    for verb in words {
                        enter_verb(lexicon, outcome, verb, key == "transitive")?;
                    }
                }
                _ => enter_class(lexicon, &format!("outcome.{outcome}.{key}"), words)?,
            }
        }
    }
    Ok(())
}

fn enter_class(lexicon: &mut Lexicon, key: &str, words: &[String]) -> Result<(), String> {
    let class = Class::of_key(key).ok_or_else(|| format!("no class is named “{key}”"))?;
    words.iter().for_each(|w| lexicon.entry_mut(w).classes.add(class));
    Ok(())
}

/// The five forms of a verb: base, third person, past, participle, -ing.
fn enter_verb(lexicon: &mut Lexicon, outcome: Outcome, verb: &str, transitive: bool) -> Result<(), String> {
    let forms: Vec<String> = verb.split_whitespace().map(|f| f.replace('_', " ")).collect();
    let [base, third, past, participle, ing] = forms.as_slice() else {
        return Err(format!("“{verb}” should have five forms: base, third person, past, participle, -ing"));
    };
    let forms = [
        (ing, Form::Ing),
        (base, Form::Base),
        (third, Form::Third),
        (participle, Form::Participle),
        (past, Form::Past), // last: where past and participle are one word, it is both
    ];
    for (word, form) in forms {
        let entry = &mut lexicon.entry_mut(word).outcome.verb;
        let known = entry.get_or_insert(OutcomeVerb { outcome, form, transitive: false, intransitive: false });
        known.form = form;
        known.transitive |= transitive;
        known.intransitive |= !transitive;
    }
    Ok(())
}

/// Reads the word list: a class, then its words, a line each; `#` begins a comment.
pub(super) fn enter_list(lexicon: &mut Lexicon, list: &str) -> Result<(), String> {
    for line in list.lines().filter(|l| !l.starts_with('#')) {
        let mut words = line.split(' ');
        let name = words.next().unwrap_or_default();
        let key = match name {
            "verb_base" | "verb_s" | "verb_past" | "verb_ing" | "adjective" | "period" => name.to_owned(),
            "verb_too_base" | "verb_too_s" => continue,
            "verb_too_past" => "verb_past".to_owned(),
            "verb_too_ing" => "verb_ing".to_owned(),
            "adverb" => "class.adverb".to_owned(),
            _ => format!("noun.{name}"),
        };
        let class = Class::of_key(&key).ok_or_else(|| format!("no class is named “{name}”"))?;
        let kinds = [Class::Person, Class::Persons, Class::Animal, Class::Thing, Class::Crowd];
        for word in words {
            let classes = &mut lexicon.entry_mut(word).classes;
            let known = kinds.contains(&class) && classes.any(&kinds) || class == Class::Adverb && !classes.none();
            if !known {
                classes.add(class);
            }
        }
    }
    Ok(())
}
