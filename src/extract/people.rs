//! People and groups that carry their outcome through a text: who is new, who was told of before, who is inside whom.

use super::attribution::Attribution;
use super::chunk::{Chunk, Chunks, Voice};
use super::noun_phrase::{NounPhrase, Opening, Pronoun, Who};
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
    /// Who is said to have stated it.
    pub said: &'a Attribution,
    /// In a line without an end mark.
    pub headline: bool,
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
    /// The text has a headline, so that its body tells the same people again.
    pub news: bool,
    /// The claims in the making, in the order of the text.
    pub drafts: Vec<Draft>,
    groups: Vec<Group>,
    /// The last single persons spoken of, harmed or not, whom a pronoun may mean.
    spoken_of: Vec<Person>,
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
const REACH: usize = 2;

impl Mention<'_> {
    /// The group these people belong to.
    fn group(&self) -> Victims {
        match (group_of(self.np), self.of) {
            (Victims::All, Some(of)) => of,
            (own, _) => own,
        }
    }
}

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
            victims: group_of(np),
            male: np.male,
            age: np.age,
            names: m.names,
            head: m.head,
            sentence: m.sentence,
        });
    }

    /// Takes in a statement: `mentions` are its items in order.
    pub fn take(&mut self, statement: &Statement, scope: Scope, mentions: &[(Item, Mention)]) {
        if scope.unreal {
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

    /// The total that a list of people spells out: its numbers sum to the same.
    fn spelled_out(&self, outcome: Outcome, mentions: &[(Item, Mention)]) -> Option<usize> {
        let whole: Vec<&Mention> = mentions.iter().filter(|(i, _)| !i.part).map(|(_, m)| m).collect();
        if whole.len() < 2 {
            return None;
        }
        let mut sum = 0u64;
        for m in whole {
            let n = match m.figure {
                Some(f) => f.value()?,
                None => self.implied(m.np)?.value()?,
            };
            sum = sum.saturating_add(n);
        }
        self.drafts.iter().rposition(|d| {
            d.outcome == outcome
                && !d.implied
                && matches!(d.role, Role::Total)
                && d.repeats.is_none()
                && d.figure.value() == Some(sum)
        })
    }

    fn resolve(&mut self, told: Told, item: Item, listed: bool, first: usize, whole: Option<usize>) -> Option<usize> {
        let Told { s, scope, m } = told;
        let np = m.np;
        let outcome = s.outcome;
        if np.pronoun == Some(Pronoun::Thing) {
            return None;
        }
        if np.nobody || s.negated || m.figure.is_some_and(|f| f.qualifier == Qualifier::None) {
            let none = np.nobody || m.figure.is_some_and(|f| f.qualifier == Qualifier::None);
            if !none || s.negated {
                return None;
            }
            return Some(self.push(told, Figure::NOBODY, Stand::detail(Role::Total, None, "none")));
        }
        if s.ground == Ground::Suicide
            && self.groups.iter().any(|g| g.outcome == outcome && g.victims == Victims::Perpetrators)
        {
            return None;
        }
        if s.ground == Ground::Taken && outcome == Outcome::Casualties || s.ground == Ground::Condition {
            // the taken and the tended are mostly people told of before
            if let Some(known) = self.told_before(m, outcome) {
                return Some(known);
            }
        }
        if np.pronoun.is_some() {
            return self.pronoun(told);
        }
        if s.ground == Ground::Count && np.count.is_some() && m.figure.is_none() {
            // "a homicide", "a triple murder": told of before wherever anyone was
            let times = np.times.unwrap_or(1);
            let known = self.groups.iter().any(|g| g.outcome == outcome);
            if known && (times == 1 || self.same(outcome, Some(times), m).is_some()) && !np.other && !np.ordinal {
                return None;
            }
            if np.times.is_some() {
                return Some(self.push(told, Figure::exact(times), Stand::new(Role::Total, None, "a multiple deed")));
            }
        }
        let figure = match m.figure {
            Some(f) => f.clone(),
            None => match self.implied(np) {
                Some(f) => f,
                None if np.remaining && np.plural == Some(false) => Figure::exact(1),
                None => return self.pronoun(told),
            },
        };
        let value = figure.value();
        let single = m.figure.is_none() && value == Some(1);
        if s.ground == Ground::Toll {
            let repeats = self.same(outcome, value, m);
            return Some(self.push(told, figure, Stand { repeats, ..Stand::detail(Role::Total, None, "toll") }));
        }
        if scope.cumulative || scope.background {
            let role = if scope.cumulative { Role::Cumulative } else { Role::Other };
            return Some(self.push(told, figure, Stand::detail(role, None, "scope")));
        }
        if item.part {
            return Some(self.push(told, figure, Stand::detail(Role::Part, whole, "including")));
        }
        // known by name
        if let Some(g) = self.by_name(m) {
            let (draft, known) = (self.groups[g].draft, self.groups[g].outcome);
            if known == outcome || supersedes(known, outcome) {
                return Some(self.push(told, figure, Stand::again(Role::Part, draft, "name again")));
            }
            let id = self.push(told, figure, Stand::new(Role::Total, Some(draft), "new outcome of one known"));
            return Some(id);
        }
        if single
            && np.opening == Opening::Definite
            && np.name.is_none()
            && !np.ordinal
            && !np.other
            && let Some(g) = self.antecedent(m)
        {
            return self.again(told, g);
        }
        if item.of {
            let base = self.largest(outcome, value, first);
            let role = if base.is_some_and(|b| self.drafts[b].outcome == outcome) { Role::Part } else { Role::Total };
            return Some(self.push(told, figure, Stand::detail(role, base, "of them")));
        }
        if np.remaining {
            return self.remaining(told, figure, first);
        }
        if np.ordinal {
            if let Some(total) =
                self.total_with_room(outcome, Some(1), usize::MAX).or_else(|| self.within_shot(outcome, Some(2)))
            {
                return Some(self.push(
                    told,
                    Figure::exact(1),
                    Stand::new(Role::Part, Some(total), "ordinal in a total"),
                ));
            }
            let base = self.latest_total(outcome);
            return Some(self.push(told, Figure::exact(1), Stand::new(Role::Addition, base, "ordinal")));
        }
        if np.other && !(single && m.figure.is_some()) {
            let in_sentence = self.groups.iter().any(|g| g.sentence == m.sentence && g.outcome == outcome);
            if let Some(r) = self.same(outcome, value, m).filter(|_| !in_sentence) {
                return Some(self.push(told, figure, Stand::again(Role::Addition, r, "others again")));
            }
            let base = self.latest_total(outcome);
            let total = self.drafts.iter().rposition(|d| {
                d.outcome == outcome
                    && d.role == Role::Total
                    && !d.implied
                    && d.repeats.is_none()
                    && d.figure.value() > value
            });
            if self.news
                && !scope.later
                && !in_sentence
                && let Some(total) = total
            {
                return Some(self.push(told, figure, Stand::new(Role::Part, Some(total), "others in a total")));
            }
            let role = if base.is_some() { Role::Addition } else { Role::Total };
            return Some(self.push(told, figure, Stand::new(role, base, "others")));
        }
        if listed
            && single
            && let Some(g) = self
                .same_person(m, outcome)
                .filter(|&g| self.groups[g].draft < first && self.groups[g].outcome == outcome)
        {
            let draft = self.groups[g].draft;
            self.learn(g, m);
            return Some(self.push(told, figure, Stand::again(Role::Part, draft, "listed again")));
        }
        if listed {
            if let Some(r) = self.same(outcome, value, m).filter(|&r| r < first) {
                return Some(self.push(told, figure, Stand::again(Role::Addition, r, "listed again")));
            }
            if let Some(total) = self.total_with_room(outcome, value, first) {
                return Some(self.push(told, figure, Stand::detail(Role::Part, Some(total), "listed under a total")));
            }
            let base = (self.drafts.len() > first).then_some(first);
            return Some(self.push(told, figure, Stand::new(Role::Addition, base, "listed")));
        }
        if single {
            return Some(self.single(told, figure));
        }
        // a number of its own
        if let Some(r) = self.same(outcome, value, m) {
            return Some(self.push(told, figure, Stand::again(Role::Total, r, "figure again")));
        }
        if let (Some(v), Some(total)) = (value, self.latest_total(outcome)) {
            let known = &self.drafts[total];
            let specific = m.group() != Victims::All && m.group() != known.victims;
            let rival = known.said.origin.is_some() && m.said.origin.is_some() && known.said.origin != m.said.origin;
            if let Some(k) = known.figure.value().filter(|_| !rival) {
                if !self.news && known.implied && known.sentence != m.sentence {
                    return Some(self.push(
                        told,
                        figure,
                        Stand::new(Role::Addition, Some(total), "more than one described"),
                    ));
                }
                if v < k && (np.who == Who::Bare || specific && known.victims == Victims::All) {
                    return Some(self.push(told, figure, Stand::detail(Role::Part, Some(total), "smaller figure")));
                }
                if specific && known.victims != Victims::All && self.groups.iter().any(|g| g.draft == total) {
                    return Some(self.push(told, figure, Stand::new(Role::Addition, Some(total), "another group")));
                }
            }
        }
        let within = self.within_shot(outcome, value);
        let role = part_of_shot(outcome, within);
        let id = self.push(told, figure, Stand::new(role, within, "figure"));
        if outcome == Outcome::Casualties && !np.other {
            self.gather(id, value);
        }
        Some(id)
    }

    /// "Six people were shot" after "a man was killed": the dead and hurt told of before are among them.
    fn gather(&mut self, casualties: usize, value: Option<u64>) {
        let Some(mut room) = value else { return };
        for i in 0..casualties {
            let d = &self.drafts[i];
            let free = d.within.is_none() && d.repeats.is_none() && matches!(d.role, Role::Total | Role::Addition);
            let alike = matches!(d.outcome, Outcome::Killed | Outcome::Injured) && d.victims != Victims::Perpetrators;
            if let Some(n) = d.figure.value().filter(|&n| free && alike && n > 0 && n <= room) {
                room -= n;
                self.drafts[i].within = Some(casualties);
            }
        }
    }

    /// One person described or named.
    fn single(&mut self, told: Told, figure: Figure) -> usize {
        let Told { s, m, .. } = told;
        let outcome = s.outcome;
        // the same person in other words: headline and body, a man and then his name
        if let Some(g) = self.same_person(m, outcome) {
            let (draft, known) = (self.groups[g].draft, self.groups[g].outcome);
            self.learn(g, m);
            if known == outcome || supersedes(known, outcome) {
                return self.push(told, figure, Stand::again(Role::Part, draft, "same person"));
            }
            let role = part_of_shot(outcome, (known == Outcome::Casualties).then_some(draft));
            return self.push(told, figure, Stand::new(role, Some(draft), "same person, new outcome"));
        }
        let attacker = m.group() == Victims::Perpetrators;
        let mut total = self.total_with_room(outcome, Some(1), usize::MAX).filter(|_| !attacker);
        if outcome == Outcome::Casualties && !attacker {
            total = total.or_else(|| self.total_with_room(Outcome::Injured, Some(1), usize::MAX));
        }
        if let Some(total) = total {
            return self.push(told, figure, Stand::new(Role::Part, Some(total), "one of a total"));
        }
        let others = self.groups.iter().any(|g| g.own && g.outcome == outcome);
        if others {
            let base = self.latest_total(outcome);
            return self.push(told, figure, Stand::new(Role::Addition, base, "one more"));
        }
        let within = self.within_shot(outcome, Some(1));
        self.push(told, figure, Stand::new(part_of_shot(outcome, within), within, "one"))
    }

    /// "he", "the victim": a claim only where it brings a new outcome of someone known.
    fn pronoun(&mut self, told: Told) -> Option<usize> {
        let Told { s, m, .. } = told;
        if m.np.pronoun == Some(Pronoun::Reflexive) {
            let known = self.groups.iter().any(|g| g.victims == Victims::Perpetrators && g.outcome == s.outcome);
            return (!known).then(|| self.push(told, Figure::exact(1), Stand::new(Role::Total, None, "himself")));
        }
        let he = m.np.plural == Some(false) && m.np.pronoun == Some(Pronoun::Person);
        let meant = self
            .spoken_of
            .iter()
            .rposition(|p| he && p.sentence + REACH >= m.sentence && (p.male.is_none() || p.male == m.np.male));
        if let Some(p) = meant {
            let person = self.spoken_of[p].clone();
            let known = self.groups.iter().rposition(|g| {
                g.value == Some(1)
                    && (g.head == person.head && g.victims == person.victims
                        || !g.names.is_empty() && g.names.last() == person.names.last())
            });
            if let Some(g) = known {
                return self.again(told, g);
            }
            let others = self.latest_total(s.outcome);
            let attacker = person.victims == Victims::Perpetrators;
            if self.groups.iter().all(|g| g.outcome != s.outcome && g.outcome != Outcome::Casualties) || attacker {
                let role = if others.is_some() && !attacker { Role::Addition } else { Role::Total };
                let id = self.push(told, Figure::exact(person.value), Stand::new(role, None, "someone spoken of"));
                self.drafts[id].victims = person.victims;
                if let Some(g) = self.groups.last_mut() {
                    (g.victims, g.male, g.age, g.head, g.names) =
                        (person.victims, person.male, person.age, person.head, person.names);
                }
                return Some(id);
            }
        }
        let Some(g) = self.antecedent(m) else {
            // nobody told of before: "She was critically wounded" still is one person
            return (he && self.groups.is_empty())
                .then(|| self.push(told, Figure::exact(1), Stand::new(Role::Total, None, "a pronoun alone")));
        };
        self.again(told, g)
    }

    /// Someone known is told of again, perhaps with a new outcome.
    fn again(&mut self, told: Told, g: usize) -> Option<usize> {
        let Told { s, m, .. } = told;
        let group = self.groups[g].clone();
        if m.np.state.is_some() && m.np.pronoun.is_none() {
            return None; // "the dead" are those told of as dead
        }
        if group.outcome == s.outcome || supersedes(group.outcome, s.outcome) {
            return None;
        }
        let figure = self.drafts[group.draft].figure.clone();
        let id = self.push(told, figure, Stand::new(Role::Total, Some(group.draft), "someone known"));
        self.drafts[id].victims = group.victims;
        Some(id)
    }

    /// "the other two", "the rest": those of a larger group that are not yet told of.
    fn remaining(&mut self, told: Told, figure: Figure, first: usize) -> Option<usize> {
        let Told { s, m, .. } = told;
        let figure = if m.figure.is_none() && m.np.plural == Some(false) { Figure::exact(1) } else { figure };
        let base = self.largest(s.outcome, figure.value(), first);
        let value = figure.value();
        if let Some(r) = self.same(s.outcome, value, m) {
            return Some(self.push(told, figure, Stand::again(Role::Part, r, "the others again")));
        }
        figure.value()?;
        let role = if base.is_some_and(|b| self.drafts[b].outcome == s.outcome) {
            Role::Part
        } else {
            part_of_shot(s.outcome, base)
        };
        Some(self.push(told, figure, Stand::new(role, base, "the others")))
    }

    /// Whether the people of a weak statement were told of before with an outcome of their own.
    fn told_before(&self, m: &Mention, outcome: Outcome) -> Option<usize> {
        let value = m.figure.map_or(Some(1), Figure::value);
        let known = |g: &&Group| {
            matches!(g.outcome, Outcome::Killed | Outcome::Injured | Outcome::Casualties)
                && (outcome != Outcome::Injured || g.outcome != Outcome::Killed)
        };
        if m.figure.is_none() {
            return self.groups.iter().rev().find(known).map(|g| g.draft);
        }
        self.groups.iter().rev().filter(known).find(|g| g.value >= value).map(|g| g.draft)
    }

    fn by_name(&self, m: &Mention) -> Option<usize> {
        let last = m.names.last()?;
        self.groups.iter().position(|g| {
            let shared = g.names.last() == Some(last) || g.names.contains(last) && m.names.len() == 1;
            let given = |names: &[String]| names[..names.len() - 1].to_vec();
            let clash =
                m.names.len() > 1 && g.names.len() > 1 && !given(&m.names).iter().any(|n| given(&g.names).contains(n));
            shared && !clash
        })
    }

    /// The latest group that a pronoun or definite phrase can point to.
    fn antecedent(&self, m: &Mention) -> Option<usize> {
        let np = m.np;
        let fits = |g: &Group| {
            let number = match np.plural {
                Some(true) => !g.single,
                Some(false) => g.value == Some(1),
                None => true,
            };
            let sex = np.male.is_none() || g.male.is_none() || np.male == g.male;
            let kind = np.pronoun.is_some()
                || np.is_people()
                    && !np.kin
                    && (m.head == g.head
                        || generic(np)
                        || g.victims == group_of(np)
                        || g.names.is_empty() && generic_group(g));
            number && sex && kind && (np.attacker == (g.victims == Victims::Perpetrators) || !np.attacker)
        };
        self.groups.iter().rposition(fits)
    }

    /// A single person told of before whom this mention may be again: nothing told of the two stands against it, and the
    /// words do not bring in someone new.
    fn same_person(&self, m: &Mention, outcome: Outcome) -> Option<usize> {
        let np = m.np;
        let group = m.group();
        self.groups.iter().rposition(|g| {
            if !g.single || g.sentence == m.sentence || np.other || np.ordinal || !related(g.outcome, outcome) {
                return false;
            }
            let sex = np.male.is_none() || g.male.is_none() || np.male == g.male;
            let years = |a: Option<u16>| a.filter(|&a| a > 0);
            let age = years(np.age).is_none() || years(g.age).is_none() || np.age == g.age;
            let named = g.names.is_empty() || m.names.is_empty();
            let grown = (group == Victims::Children) != (g.victims == Victims::Children)
                && (adult(np, group) || adult_group(g));
            let side = (group == Victims::Perpetrators) == (g.victims == Victims::Perpetrators);
            let trade = trade(group, np.kin).is_none()
                || trade(g.victims, g.kin).is_none()
                || m.head == g.head
                || group == g.victims && group != Victims::Other;
            let relation = np.kin && np.opening == Opening::Owner && !g.names.is_empty() && m.names.is_empty();
            if !(sex && age && named && side && trade) || grown || relation {
                return false;
            }
            // "a man was wounded" after "a man was killed" brings in another; so does a second "a man was killed" in a
            // text without a headline
            let brings_in = np.opening == Opening::A && !g.headline;
            let alike =
                years(np.age).is_some() && np.age == g.age || m.head == g.head && g.names.is_empty() && self.news;
            match (g.outcome, outcome) {
                (Outcome::Killed, Outcome::Injured) => !brings_in && np.opening != Opening::A,
                (a, b) if a == b => !brings_in || alike || self.news && (!m.names.is_empty() || !g.names.is_empty()),
                _ => !brings_in || alike || self.news,
            }
        })
    }

    fn learn(&mut self, g: usize, m: &Mention) {
        let group = &mut self.groups[g];
        if group.names.is_empty() {
            group.names.clone_from(&m.names);
        }
        group.age = group.age.or(m.np.age);
        group.male = group.male.or(m.np.male);
    }

    /// An earlier claim that gives the same number for the same outcome.
    fn same(&self, outcome: Outcome, value: Option<u64>, m: &Mention) -> Option<usize> {
        let value = value?;
        self.drafts.iter().enumerate().rev().find_map(|(i, d)| {
            let group = m.group();
            let alike = d.victims == group || vague_kind(d.victims) || vague_kind(group);
            let other_sentence = d.sentence != m.sentence || m.np.opening == Opening::Definite;
            // two sources that say the same are two accounts, not one said twice
            let rival = d.said.origin.is_some() && m.said.origin.is_some() && d.said.origin != m.said.origin;
            let counts =
                matches!(d.role, Role::Total | Role::Addition | Role::Part) && d.figure.qualifier != Qualifier::None;
            (d.outcome == outcome
                && d.figure.value() == Some(value)
                && alike
                && !rival
                && other_sentence
                && counts
                && (value > 1 || !d.implied))
                .then_some(i)
        })
    }

    fn latest_total(&self, outcome: Outcome) -> Option<usize> {
        self.groups
            .iter()
            .rev()
            .find(|g| g.own && g.outcome == outcome && g.victims != Victims::Perpetrators)
            .map(|g| g.draft)
    }

    /// The largest group these may be among.
    fn largest(&self, outcome: Outcome, value: Option<u64>, _first: usize) -> Option<usize> {
        let fits = |g: &&Group| g.value.is_none() || g.value >= value;
        let related = |g: &&Group| {
            g.outcome == outcome
                || g.outcome == Outcome::Casualties
                || outcome == Outcome::Killed
                    && matches!(g.outcome, Outcome::Injured | Outcome::Abducted | Outcome::Missing)
        };
        self.groups.iter().rev().filter(related).find(fits).map(|g| g.draft)
    }

    /// "Six were shot", and now one of them died: the group of casualties not yet told apart.
    fn within_shot(&self, outcome: Outcome, value: Option<u64>) -> Option<usize> {
        if !matches!(outcome, Outcome::Killed | Outcome::Injured) {
            return None;
        }
        self.groups
            .iter()
            .rev()
            .find(|g| {
                g.outcome == Outcome::Casualties
                    && g.own
                    && g.victims != Victims::Perpetrators
                    && g.value >= value.or(Some(1))
            })
            .map(|g| g.draft)
    }

    /// A stated number of people of whom not all have been told of one by one.
    fn total_with_room(&self, outcome: Outcome, value: Option<u64>, before: usize) -> Option<usize> {
        let value = value?;
        self.drafts.iter().enumerate().rev().find_map(|(i, d)| {
            let total = d.outcome == outcome
                && !d.implied
                && i < before
                && matches!(d.role, Role::Total | Role::Addition)
                && d.repeats.is_none();
            let room = d.figure.value()?;
            (total && d.told.saturating_add(value) <= room && room > 1 && d.victims != Victims::Perpetrators)
                .then_some(i)
        })
    }

    /// The figure of a noun phrase without one: one person, or a plural.
    fn implied(&self, np: &NounPhrase) -> Option<Figure> {
        if np.both && np.figure.is_none() && np.pronoun.is_none() {
            return Some(Figure::exact(2));
        }
        if np.pronoun.is_some() || np.who == Who::Bare && !np.other && !np.all && !np.share {
            return None;
        }
        if np.share {
            return Some(Figure::vague("most"));
        }
        match np.plural {
            Some(false) => Some(Figure::exact(1)),
            Some(true) if np.opening == Opening::Definite || np.opening == Opening::Owner || np.all => None,
            Some(true) if np.other => Some(Figure::vague("plural")),
            Some(true) if np.who == Who::Person => Some(Figure::vague("plural")),
            Some(true) => None,
            None if np.name.is_some() || np.age.is_some() || np.opening != Opening::None => Some(Figure::exact(1)),
            None => None,
        }
    }

    fn push(&mut self, told: Told, figure: Figure, stand: Stand) -> usize {
        let Told { s, scope, m } = told;
        let Stand { role, within, repeats, own, rule } = stand;
        let np = m.np;
        let id = self.drafts.len();
        let mut victims = m.group();
        if victims == Victims::Militants && self.militants_attack && (np.opening == Opening::Definite || m.of.is_some())
        {
            victims = Victims::Perpetrators;
        }
        // "13 soldiers were killed and five wounded": the noun left out is the one before
        let bare = np.who == Who::Bare && np.victims.is_none() && m.of.is_none() && !np.other && np.state.is_none();
        if bare
            && let Some(before) = self
                .drafts
                .iter()
                .rfind(|d| d.role != Role::Part)
                .filter(|d| d.sentence == m.sentence && !d.implied && d.victims != Victims::Perpetrators)
        {
            victims = before.victims;
        }
        if np.who == Who::Bare
            && m.of.is_none()
            && figure.qualifier != Qualifier::None
            && !np.other
            && np.victims.is_none()
            && let Some(w) = within
        {
            victims = self.drafts[w].victims;
        }
        let implied = m.figure.is_none() && matches!(figure.amount, Amount::Number(1));
        let value = figure.value();
        let status = if scope.possible { Status::Uncertain } else { Status::Asserted };
        if let (Some(w), Role::Part) = (within, role) {
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
            said: m.said.clone(),
            rule,
        });
        if !matches!(role, Role::Cumulative | Role::Other) && repeats.is_none() {
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

/// Whether what is known of someone leaves nothing new in the other outcome: the dead were shot.
fn supersedes(known: Outcome, said: Outcome) -> bool {
    known == Outcome::Killed && matches!(said, Outcome::Casualties | Outcome::Injured)
        || known == Outcome::Injured && said == Outcome::Casualties
}

/// Whether a noun phrase is of people whom a pronoun may mean later. Asked before a mention is made of it, since most
/// phrases of a text are of things.
pub fn can_be_meant(np: &NounPhrase) -> bool {
    let person =
        np.who == Who::Person || np.who == Who::Unknown && np.name.is_some() && np.male.is_some() || np.age.is_some();
    person && np.pronoun.is_none() && !np.body
}

/// The group a noun phrase names.
pub fn group_of(np: &NounPhrase) -> Victims {
    if np.attacker {
        return Victims::Perpetrators;
    }
    if np.age.is_some_and(|a| a > 0 && a < 18) {
        return Victims::Children;
    }
    if np.count.is_some() || np.harm {
        return Victims::All;
    }
    match np.victims {
        Some(Victims::All) if np.described => Victims::Other,
        Some(v) => v,
        None if np.described => Victims::Other,
        None if np.who == Who::Bare || np.figure.is_some() && np.who == Who::Unknown => Victims::All,
        None if np.who == Who::Person && np.state.is_some() => Victims::All,
        None if np.name.is_some() && np.who == Who::Unknown || np.age.is_some() => Victims::All,
        None => Victims::Other,
    }
}

/// The dead among those shot are the whole of the dead; the hurt told of are only some of the hurt.
fn part_of_shot(outcome: Outcome, within: Option<usize>) -> Role {
    if outcome == Outcome::Injured && within.is_some() { Role::Part } else { Role::Total }
}

/// Whether two outcomes can be told of one person in turn.
fn related(before: Outcome, now: Outcome) -> bool {
    use Outcome::{Abducted, Casualties, Injured, Killed, Missing};
    before == now
        || matches!(
            (before, now),
            (Killed | Injured | Casualties, Killed | Injured | Casualties) | (Abducted | Missing, Killed | Missing)
        )
}

/// A trade or side that tells people apart; kinship, age and sex do not.
fn trade(group: Victims, kin: bool) -> Option<Victims> {
    (!kin && !matches!(group, Victims::All | Victims::Men | Victims::Women | Victims::Children)).then_some(group)
}

fn adult(np: &NounPhrase, group: Victims) -> bool {
    np.age.is_some_and(|a| a >= 18)
        || matches!(group, Victims::Police | Victims::Soldiers | Victims::Officials)
        || !np.kin && matches!(group, Victims::Men | Victims::Women)
}

fn adult_group(g: &Group) -> bool {
    g.age.is_some_and(|a| a >= 18)
        || matches!(g.victims, Victims::Police | Victims::Soldiers | Victims::Officials)
        || !g.kin && matches!(g.victims, Victims::Men | Victims::Women)
}

fn vague_kind(v: Victims) -> bool {
    matches!(v, Victims::All | Victims::Men | Victims::Women)
}

fn generic(np: &NounPhrase) -> bool {
    np.victims == Some(Victims::All) || np.who == Who::Bare
}

fn generic_group(g: &Group) -> bool {
    matches!(g.victims, Victims::All)
}
