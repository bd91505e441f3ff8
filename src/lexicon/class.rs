//! The classes of words that the reader of prose knows.

mod enter;
mod outcome;
mod suffix;

pub(super) use enter::{enter_bodies, enter_list, enter_outcomes, enter_table, enter_victims};
pub use outcome::{Form, OutcomeVerb, OutcomeWord};
pub(super) use suffix::Suffixes;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $key:literal),+ $(,)?) => {
        /// What a word can do in a sentence. The name in the lexicon file is `table.key`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class { $($(#[$doc])* $name),+ }

        // a set of classes is a number with a bit for each
        const _: () = assert!([$($key),+].len() <= u128::BITS as usize);

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
    /// "yesterday"
    Day = "class.day",
    /// "early", before a time
    Early = "class.early",
    /// "he": one person
    SinglePronoun = "class.single_pronoun",
    /// "I"
    Speaker = "class.speaker",
    /// "himself"
    Reflexive = "class.reflexive",
    /// "it"
    ThingPronoun = "class.thing_pronoun",
    /// "who"
    Relative = "class.relative",
    /// "when", "because"
    Where = "class.where",
    /// "while": sets one clause against another
    While = "class.while",
    /// "in"
    Preposition = "class.preposition",
    /// "apart from"
    Except = "class.except",
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
    /// "identified as"
    Named = "class.named",
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
    /// "any": nobody only where something else says so
    Any = "class.any",
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
    /// "head" of an organisation
    Leads = "noun.leads",
    /// "lives": lost, not saved
    Lives = "noun.lives",
    /// "lowered": a toll that replaces another
    Revising = "scope.revising",
    /// "claimed" lives
    Costing = "scope.costing",
    /// "number", of people
    Counter = "noun.counter",
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
    /// "th": behind digits, a place in a row
    OrdinalEnding = "noun.ordinal_ending",
    /// "year" in "12-year-old"
    AgeUnit = "noun.age_unit",
    /// "aged", before years
    AgeWord = "noun.age_word",
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
    /// "leg": a wound there is told as a wound
    Limb = "outcome.casualties.limb",
    /// "gunfire"
    Bullet = "outcome.casualties.bullet",
    /// "the shooting of"
    Deed = "outcome.casualties.deed",
    /// "a gunshot wound"
    Wound = "outcome.casualties.wound",
    /// "found" dead
    Found = "scope.found",
    /// "took" prisoners
    Capture = "outcome.detained.capture",
    /// "prisoners", where they are taken
    Prisoner = "outcome.detained.prisoner",
    /// "with" a wound
    With = "scope.with",
    /// "hospital"
    Hospital = "outcome.casualties.hospital",
    /// "attempted"
    Unreal = "scope.unreal",
    /// "managed"
    RealTo = "scope.real_to",
    /// "a film in which four die"
    Fiction = "scope.fiction",
    /// "if"
    Conditional = "scope.conditional",
    /// "feared"
    Possible = "scope.possible",
    /// "charged"
    Legal = "scope.legal",
    /// "suspected of": who did it is in doubt, and not that it was done
    Blame = "scope.blame",
    /// "accused", of a deed that is told as done: "the murder of"
    Accused = "scope.accused",
    /// "since"
    Cumulative = "scope.cumulative",
    /// "last week's"
    Background = "scope.background",
    /// "following": what follows is another event
    After = "scope.after",
    /// "the anniversary of": what follows is long past
    Recall = "scope.recall",
    /// "fighting"
    Strife = "scope.strife",
    /// "during" a month
    During = "scope.during",
    /// "past" eight years
    Past = "scope.past",
    /// "the deadliest" since 2004
    Rank = "scope.rank",
    /// "attacked"
    Attack = "scope.attack",
    /// "later"
    Later = "scope.later",
    /// "bringing"
    Raising = "scope.raising",
    /// "leaving"
    Left = "scope.left",
    /// "denied"
    Denial = "scope.denial",
    /// "survived"
    Survive = "scope.survive",
    /// "sole", before a survivor
    Only = "scope.only",
    /// "lost" soldiers
    Losing = "scope.losing",
    /// "could not save": whom it was not possible to save is dead.
    Unsaved = "scope.unsaved",
    /// "unharmed"
    Unharmed = "scope.unharmed",
    /// "in all"; with [`Class::Kin`] someone's son or daughter
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
    /// Several, by its ending alone.
    Several = "several",
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
    #[inline]
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether any of the classes is in the set.
    #[inline]
    pub fn any(self, classes: &[Class]) -> bool {
        // one number, made beforehand where the classes stand in the code
        self.0 & classes.iter().fold(0, |all, &class| all | 1 << class as u8) != 0
    }

    /// Whether no other class is in the set.
    #[inline]
    pub fn are_all_of(self, classes: &[Class]) -> bool {
        self.0 & !classes.iter().fold(0, |all, &class| all | 1 << class as u8) == 0
    }

    /// The class alone, where it is in the set.
    #[inline]
    pub fn only(self, class: Class) -> Classes {
        Classes(self.0 & (1 << class as u8))
    }

    /// Whether the set is empty.
    #[inline]
    pub fn none(self) -> bool {
        self.0 == 0
    }

    /// These and those of another set.
    #[inline]
    pub fn and(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    /// These without some.
    fn without(self, classes: &[Class]) -> Classes {
        classes.iter().fold(self, |left, class| Classes(left.0 & !(1 << *class as u8)))
    }

    pub(super) fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u8;
    }
}
