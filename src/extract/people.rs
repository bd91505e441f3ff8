//! People and groups that carry their outcome through a text: who is new, who was told of before, who is inside whom.

mod again;
mod decide;
mod gather;
mod kind;
mod known;
mod who;

pub use kind::{can_be_meant, group_of, titles_name};
pub use who::{doers, subjects, told_beside};

use super::attribution::Attribution;
use super::chunk::{Chunk, Chunks, Voice};
use super::noun_phrase::{NounPhrase, Opening, Who};
use super::scope::Scope;
use super::statement::{Ground, Item, Statement};
use super::word::Sentence;
use crate::claim::{Outcome, Role, Status, Victims};
use crate::figure::{Amount, Figure, Qualifier};
use crate::lexicon::{Class, WordId};

/// A claim in the making. Links are places in the list of drafts.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What happened.
    pub outcome: Outcome,
    /// To whom.
    pub victims: Victims,
    /// How it stands to the toll.
    pub role: Role,
    /// Whether it is asserted.
    pub status: Status,
    /// The figure.
    pub figure: Figure,
    /// Described, not counted.
    pub implied: bool,
    /// Bytes of the phrase.
    pub bytes: std::ops::Range<usize>,
    /// Its sentence.
    pub sentence: usize,
    /// The draft whose people these are among, or that they raise.
    pub within: Option<usize>,
    /// The draft it says again.
    pub repeats: Option<usize>,
    /// How many of its people were told of one by one.
    told: u64,
    /// They come to those told of elsewhere: "two more".
    more: bool,
    /// Who is said to have stated it.
    pub said: Attribution,
    /// Why it became what it is, for the trace.
    pub rule: &'static str,
}

/// What a mention tells of its people.
#[derive(Clone, Debug)]
pub struct Mention<'a> {
    /// Its noun phrase.
    pub np: &'a NounPhrase,
    /// Its figure.
    pub figure: Option<&'a Figure>,
    /// The words of its name, in lower case.
    pub names: Vec<String>,
    /// The word of its head.
    pub head: WordId,
    /// Bytes of the phrase that a claim would keep.
    pub bytes: std::ops::Range<usize>,
    /// Its sentence.
    pub sentence: usize,
    /// The group of the people these are "of": "two of the attackers".
    pub of: Option<Victims>,
    /// "one of the wounded"
    pub of_hurt: bool,
    /// Who is said to have stated it.
    pub said: &'a Attribution,
    /// In a line without an end mark.
    pub headline: bool,
    /// They do the harm of the sentence: "a man shot two people before …".
    pub attacks: bool,
    /// What people of this sentence do is done to them: a pronoun means none of these ("shot a man, killing him").
    pub acted_on: bool,
}

/// One mention in its statement.
#[derive(Clone, Copy)]
struct Told<'a> {
    s: &'a Statement,
    scope: Scope,
    m: &'a Mention<'a>,
}

/// How a claim stands to those made before it.
#[derive(Clone, Copy)]
struct Stand {
    role: Role,
    within: Option<usize>,
    repeats: Option<usize>,
    /// Its people are told of for the first time, by a total or an addition of their own.
    own: bool,
    rule: &'static str,
}

impl Stand {
    /// People of their own.
    const fn new(role: Role, within: Option<usize>, rule: &'static str) -> Stand {
        Stand { role, within, repeats: None, own: true, rule }
    }

    /// People among others, or nobody.
    const fn detail(role: Role, within: Option<usize>, rule: &'static str) -> Stand {
        Stand { own: false, ..Stand::new(role, within, rule) }
    }

    /// What the draft `of` said before.
    const fn again(role: Role, of: usize, rule: &'static str) -> Stand {
        Stand { repeats: Some(of), ..Stand::detail(role, None, rule) }
    }
}

/// People told of so far.
#[derive(Clone, Debug)]
struct Group {
    draft: usize,
    kin: bool,
    outcome: Outcome,
    victims: Victims,
    value: Option<u64>,
    single: bool,
    male: Option<bool>,
    age: Option<u16>,
    names: Vec<String>,
    head: WordId,
    sentence: usize,
    headline: bool,
    /// Its draft is a total or addition of its own, not a part or repeat.
    own: bool,
}

/// The people of a document.
#[derive(Debug, Default)]
pub struct People {
    /// The text has a headline, above it or apart from it, so that its body tells the same people again.
    pub news: bool,
    /// The claims in the making, in the order of the text.
    pub drafts: Vec<Draft>,
    groups: Vec<Group>,
    /// The last single persons spoken of, harmed or not, whom a pronoun may mean.
    spoken_of: Vec<Person>,
    /// The groups that titles and descriptions give to names: "Attorney General Hoyos".
    titled: Vec<(Vec<String>, Victims)>,
    /// Militants of this text attack: those of them who die are attackers of the incident.
    militants_attack: bool,
}

/// A single person spoken of.
#[derive(Clone, Debug)]
struct Person {
    value: u64,
    victims: Victims,
    male: Option<bool>,
    age: Option<u16>,
    names: Vec<String>,
    head: WordId,
    sentence: usize,
}

/// How many sentences back a pronoun may reach.
pub(super) const REACH: usize = 2;

impl People {
    /// Watches for militants who attack, in a sentence that is about to be told.
    pub fn watch(&mut self, sentence: &Sentence, chunks: &Chunks) {
        let militant = |k: Option<&Chunk>| matches!(k, Some(Chunk::Noun(n)) if chunks.phrases[*n].victims == Some(Victims::Militants));
        for (c, k) in chunks.list.iter().enumerate() {
            let attacks = match *k {
                Chunk::Verb(v) => {
                    let g = &chunks.verbs[v];
                    let main = &sentence.words[g.main];
                    let deed = main.has(Class::Attack) || g.outcome.is_some_and(|o| o.verb.transitive);
                    deed && g.voice == Voice::Active && !g.modal && c > 0 && militant(chunks.list.get(c - 1))
                }
                Chunk::Preposition(w) => sentence.words[w].has(Class::By) && militant(chunks.list.get(c + 1)),
                _ => false,
            };
            self.militants_attack |= attacks;
        }
    }

    /// Notes the single persons of a sentence, so that a pronoun later can mean one of them.
    pub fn note(&mut self, m: Mention) {
        let np = m.np;
        let value = match m.figure {
            Some(f) if f.qualifier == Qualifier::Exact => f.value(),
            None if np.plural == Some(false) => Some(1),
            _ => None,
        };
        let Some(value) = value else { return };
        self.spoken_of.retain(|p| p.sentence + REACH >= m.sentence);
        self.spoken_of.push(Person {
            value,
            victims: m.group(),
            male: np.male,
            age: np.age,
            names: m.names,
            head: m.head,
            sentence: m.sentence,
        });
    }

    /// Whether anyone was told of so far who suffered an outcome.
    pub fn tells_of(&self, outcome: Outcome) -> bool {
        self.groups.iter().any(|g| g.own && g.outcome == outcome)
    }

    /// Takes in a statement: `mentions` are its items in order.
    pub fn take(&mut self, statement: &Statement, scope: Scope, mentions: &[(Item, Mention)]) {
        if scope.unreal {
            return;
        }
        if statement.ground == Ground::Named {
            self.name(statement, scope, mentions);
            return;
        }
        let first = self.drafts.len();
        let spelled = self.spelled_out(statement.outcome, mentions);
        let whole = mentions.iter().filter(|(i, _)| !i.part).count();
        let mut last_whole = None;
        for (item, mention) in mentions {
            let told = Told { s: statement, scope, m: mention };
            let listed = whole > 1;
            let draft = match spelled {
                Some(total) if !item.part && mention.np.pronoun.is_none() => {
                    let figure = mention.figure.cloned().unwrap_or(Figure::exact(1));
                    Some(self.push(told, figure, Stand::detail(Role::Part, Some(total), "spells out a total")))
                }
                _ => self.resolve(told, *item, listed, first, last_whole),
            };
            if !item.part {
                last_whole = draft.or(last_whole);
            }
        }
    }

    /// Tells who the people of the draft made last are.
    fn regroup(&mut self, id: usize, victims: Victims) {
        self.drafts[id].victims = victims;
        if let Some(group) = self.groups.last_mut().filter(|g| g.draft == id) {
            group.victims = victims;
        }
    }

    fn push(&mut self, told: Told, figure: Figure, stand: Stand) -> usize {
        let Told { s, scope, m } = told;
        let Stand { role, within, repeats, own, rule } = stand;
        let np = m.np;
        let id = self.drafts.len();
        let mut victims = m.group();
        let attack = self.militants_attack && (np.opening == Opening::Definite || m.of.is_some());
        if s.ground == Ground::Suicide || victims == Victims::Militants && attack {
            victims = Victims::Perpetrators;
        }
        // "13 soldiers were killed and five wounded": the noun left out is the one before
        let headless =
            np.who == Who::Bare && np.state.is_none() || np.state.is_some() && !np.described && m.figure.is_some();
        let toll = s.ground == Ground::Toll && role != Role::Part; // of all of them
        let bare = headless && np.victims.is_none() && m.of.is_none() && !np.other && !toll;
        if bare
            && let Some(before) = self
                .drafts
                .iter()
                .rfind(|d| d.role != Role::Part)
                .filter(|d| d.sentence == m.sentence && !d.implied && d.victims != Victims::Perpetrators)
        {
            victims = before.victims;
        }
        let nameless_kind = np.name.is_some() && victims == Victims::All && role == Role::Part;
        if (np.who == Who::Bare || nameless_kind)
            && m.of.is_none()
            && figure.qualifier != Qualifier::None
            && !np.other
            && np.victims.is_none()
            && let Some(w) = within
            && figure.value() <= self.drafts[w].figure.value()
        {
            victims = self.drafts[w].victims;
        }
        let implied = m.figure.is_none() && matches!(figure.amount, Amount::Number(1));
        let value = figure.value();
        let status = match scope {
            Scope { denied: true, .. } => Status::Denied,
            Scope { possible: true, .. } => Status::Uncertain,
            _ => Status::Asserted,
        };
        // what was doubtful when it was told first is now asserted
        let doubted = repeats.filter(|&r| {
            status == Status::Asserted && self.drafts[r].status == Status::Uncertain && self.drafts[r].repeats.is_none()
        });
        let (role, within, repeats) = match doubted {
            Some(r) => (self.drafts[r].role, self.drafts[r].within, None),
            None => (role, within, repeats),
        };
        // those hit may be the hurt who are told of one by one further on
        let fills = |w: usize| s.outcome != Outcome::Casualties || self.drafts[w].outcome == Outcome::Casualties;
        if let (Some(w), Role::Part) = (within.filter(|&w| fills(w)), role) {
            let told = &mut self.drafts[w].told;
            *told = told.saturating_add(value.unwrap_or(0));
        }
        self.drafts.push(Draft {
            outcome: s.outcome,
            victims,
            role,
            status,
            figure,
            implied,
            bytes: m.bytes.clone(),
            sentence: m.sentence,
            within,
            repeats,
            told: 0,
            more: np.other || np.ordinal.is_some(),
            said: m.said.clone(),
            rule,
        });
        if let Some(r) = doubted {
            self.drafts[r].repeats = Some(id);
        }
        if !matches!(role, Role::Cumulative | Role::Other) && repeats.is_none() && status != Status::Denied {
            self.groups.push(Group {
                draft: id,
                kin: np.kin,
                outcome: s.outcome,
                victims,
                value,
                single: value == Some(1),
                male: np.male,
                age: np.age,
                names: m.names.clone(),
                head: m.head,
                sentence: m.sentence,
                headline: m.headline,
                own,
            });
        }
        id
    }
}
