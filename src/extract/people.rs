//! People and groups that carry their outcome through a text: who is new, who was told of before, who is inside whom.

mod again;
mod another;
mod counted;
mod decide;
mod draft;
mod each;
mod gather;
mod kind;
mod known;
mod name;
mod rules;
mod side;
mod titles;
mod together;
mod who;

pub use draft::Draft;
pub use kind::{any_fights, can_be_meant, group_of, is_untitled, may_point_back, titles_name};
pub use rules::RULES;
pub use who::{attacks, doers, subjects, told_beside};

use super::attribution::Attribution;
use super::noun_phrase::{NounPhrase, Opening, Who};
use super::scope::Scope;
use super::statement::{Ground, Item, Statement};
use crate::claim::{Outcome, Role, Status, Victims};
use crate::figure::{Amount, Figure, Qualifier};
use crate::token::WordId;
use decide::Case;
use draft::Stand;
use kind::fights;

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
    /// Bytes of the whole noun phrase.
    pub whole: std::ops::Range<usize>,
    /// Bytes of the word that tells what befell them.
    pub by: std::ops::Range<usize>,
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
    /// In such a line further down: a caption, or the title of another page.
    pub line: bool,
    /// They do the harm of the sentence: "a man shot two people before …".
    pub attacks: bool,
    /// A place opens their sentence: "In Herat, …".
    pub placed: bool,
    /// The token at which the label of their line starts: "Homs: 3 killed".
    pub row: Option<u32>,
    /// What did it is one of several told of: "the first bomb killed nine".
    pub nth_deed: bool,
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

/// People told of so far.
#[derive(Clone, Debug)]
struct Group {
    draft: usize,
    kin: bool,
    outcome: Outcome,
    victims: Victims,
    value: Option<u64>,
    single: bool,
    /// "a triple shooting": what was done, which nobody points to as people.
    deed: bool,
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
    /// Its entries stand under clock times that go on: the last number stands.
    pub running: bool,
    /// The claims in the making, in the order of the text.
    pub drafts: Vec<Draft>,
    groups: Vec<Group>,
    /// The last people spoken of, harmed or not, whom a pronoun may mean.
    spoken_of: Vec<Person>,
    /// The groups that titles and descriptions give to names: "Attorney General Hoyos".
    titled: Vec<(Vec<String>, Victims)>,
    /// Militants of this text attack: those of them who die are attackers of the incident.
    militants_attack: bool,
    /// Their incident is not the one that the document is about.
    mentioned: bool,
    /// The last sentence that opened on another incident.
    pub aside: Option<usize>,
    /// The sentence in which militants last attacked.
    attack_at: Option<usize>,
    /// The side that was attacked last, and in which sentence.
    attacked: Option<(Victims, usize)>,
}

/// People spoken of.
#[derive(Clone, Debug)]
struct Person {
    /// How many; 0 where that is not said.
    value: u64,
    victims: Victims,
    male: Option<bool>,
    age: Option<u16>,
    names: Vec<String>,
    head: WordId,
    sentence: usize,
    whole: std::ops::Range<usize>,
    /// Does the harm of the sentence.
    attacks: bool,
    /// Something was done to them: "pulled 12 men off a bus and shot them".
    acted_on: bool,
}

/// How many sentences back a pronoun may reach.
pub(super) const REACH: usize = 2;

impl People {
    /// Notes the people of a sentence, so that a pronoun later can mean them.
    pub fn note(&mut self, m: Mention) {
        let np = m.np;
        let crowd = np.who == Who::Crowd;
        let value = match m.figure {
            Some(f) if f.value().is_some() => f.value().filter(|_| f.qualifier == Qualifier::Exact),
            None if np.times.is_some() => np.times.map(u64::from), // "a couple"
            None if np.plural == Some(false) && !crowd => Some(1),
            _ if np.plural == Some(true) && np.opening != Opening::Definite || crowd => Some(0),
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
            whole: m.whole,
            attacks: m.attacks,
            acted_on: m.acted_on,
        });
    }

    /// The people of another incident, of whom nobody was told of yet.
    /// It is only mentioned in a text that is `bound` to its own.
    pub fn elsewhere(&mut self, bound: bool) -> People {
        People { titled: std::mem::take(&mut self.titled), mentioned: bound, ..People::default() }
    }

    /// Takes in the people of another incident that the text told of aside.
    pub fn absorb(&mut self, aside: People) {
        let moved = self.drafts.len();
        let links =
            |d: Draft| Draft { within: d.within.map(|w| w + moved), repeats: d.repeats.map(|r| r + moved), ..d };
        self.drafts.extend(aside.drafts.into_iter().map(links));
        self.titled = aside.titled;
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
            let draft = match spelled.filter(|&t| self.drafts[t].outcome == statement.outcome) {
                Some(total) if !item.part && mention.np.pronoun.is_none() => {
                    let figure = mention.figure.cloned().unwrap_or(Figure::exact(1));
                    Some(self.push(told, figure, Stand::detail(Role::Part, Some(total), "spells out a total")))
                }
                _ => self.resolve(&Case { told, item: *item, listed, first, whole: last_whole }),
            };
            if !item.part {
                last_whole = draft.or(last_whole);
            }
        }
        if let (Some(_), Some((_, mention))) = (statement.each, mentions.first()) {
            self.some_of_each(first, mention);
        }
        if self.running {
            self.overtake(first);
        }
        // "sent two others to hospital": who and how they are is told now
        if let Some(hit) = spelled.filter(|&t| self.drafts[t].outcome != statement.outcome && first < self.drafts.len())
        {
            self.drafts[hit].repeats = Some(first);
        }
    }

    /// The totals of earlier entries are inside those of a later one, from draft `first` on.
    fn overtake(&mut self, first: usize) {
        for id in first..self.drafts.len() {
            let (earlier, new) = self.drafts.split_at_mut(id);
            let total = |d: &Draft| d.counts() && d.role == Role::Total;
            let holds = |d: &&mut Draft| {
                let alike = (d.outcome, d.victims) == (new[0].outcome, new[0].victims);
                alike && total(d) && d.sentence < new[0].sentence && d.figure.value() <= new[0].figure.value()
            };
            if total(&new[0]) {
                earlier.iter_mut().filter(holds).for_each(|d| (d.role, d.within) = (Role::Part, Some(id)));
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
        let mut victims = self.group_of_these(told, &figure, role, within);
        if let Some(r) = repeats {
            victims = self.learn_group(r, victims);
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
        let (role, repeats) = if self.mentioned { (Role::Other, None) } else { (role, repeats) };
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
            row: m.row,
            within,
            repeats,
            told: 0,
            more: np.other || np.ordinal.is_some(),
            ordinal: np.ordinal,
            said: m.said.clone(),
            ground: s.ground,
            by: m.by.clone(),
            whole: m.whole.clone(),
            scope: scope.why,
            rule,
        });
        if let Some(r) = doubted {
            self.drafts[r].repeats = Some(id);
        }
        // "several were hurt" after "five were hurt": a word for those counted, whom nothing further on is measured by
        let counted = |g: &Group| g.own && g.outcome == s.outcome && g.value.is_some() && !g.single;
        let word = value.is_none() && role == Role::Total && self.groups.iter().any(counted);
        let told = !matches!(role, Role::Cumulative | Role::Other) && repeats.is_none() && status != Status::Denied;
        if told && !word {
            self.groups.push(Group {
                draft: id,
                kin: np.kin,
                outcome: s.outcome,
                victims,
                value,
                single: value == Some(1),
                deed: np.who == Who::Thing && m.figure.is_none(),
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
