//! Which side people are of: attackers who fall in their own attack, the side that was attacked, the group of a number
//! without a noun.

use super::super::chunk::{Chunk, Chunks, Kind, Voice};
use super::super::noun_phrase::{Opening, Who};
use super::super::statement::Ground;
use super::super::word::Sentence;
use super::{Draft, People, Person, REACH, Told, any_fights, fights, who};
use crate::claim::{Role, Victims};
use crate::figure::{Figure, Qualifier};
use crate::lexicon::Class;

impl People {
    /// Watches for militants who attack and sides that are attacked, in the sentence `at` that is about to be told.
    pub fn watch(&mut self, sentence: &Sentence, chunks: &Chunks, at: usize) {
        let fought = any_fights(&chunks.phrases);
        if !fought && !sentence.has(Class::Attack) {
            return;
        }
        let militant = |k: Option<&Chunk>| matches!(k, Some(Chunk::Noun(n)) if fights(&chunks.phrases[*n]));
        for c in chunks.runs([&[Kind::Noun, Kind::Verb, Kind::Preposition]]) {
            let k = &chunks.list[c];
            let attacks = match *k {
                _ if !fought => false,
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
            if attacks && matches!(*k, Chunk::Verb(v) if sentence.words[chunks.verbs[v].main].has(Class::Attack)) {
                self.attack_at = Some(at);
            }
            if let Some(side) = who::attacked(sentence, chunks, c) {
                self.attacked = Some((side, at));
            }
        }
    }

    /// "A soldier shot dead three villagers before …": whether people were told of in a sentence whom no guard shoots in his
    /// duty, so that who did is an attacker.
    pub fn tells_of_victims(&self, sentence: usize) -> bool {
        let victims = |d: &Draft| !matches!(d.victims, Victims::Perpetrators | Victims::Militants);
        let last = self.drafts.iter().rev().take_while(|d| d.sentence == sentence);
        last.into_iter().any(|d| d.counts() && victims(d))
    }

    /// The group of the people of a mention that tells `figure`, by its words and by what was told before.
    pub(super) fn group_of_these(&self, told: Told, figure: &Figure, role: Role, within: Option<usize>) -> Victims {
        let Told { s, m, .. } = told;
        let np = m.np;
        let mut victims = m.group();
        let object = s.word < np.first as usize;
        // "rebels attacked the base; two rebels were killed": they fell in their own attack
        let fell = !object && self.attack_at.is_some_and(|at| at + 1 >= m.sentence);
        let attack = fell || self.militants_attack && (np.opening == Opening::Definite || m.of.is_some());
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
                .filter(|d| d.sentence == m.sentence && !d.implied)
                // "the gunmen killed and 12 wounded" are not of one side, "three gunmen killed and one wounded" are
                .filter(|d| d.victims != Victims::Perpetrators || figure.value() < d.figure.value())
        {
            victims = before.victims;
        }
        // "guerrillas attacked an army patrol, killing three"
        if bare
            && victims == Victims::All
            && object
            && let Some((side, _)) = self.attacked.filter(|(_, at)| at + REACH >= m.sentence)
        {
            victims = side;
        }
        // "two assailants attacked the post. Both were shot dead"
        if bare && victims == Victims::All && (np.all || np.opening == Opening::Definite) && !self.tells_of(s.outcome) {
            let meant = |p: &&Person| Some(p.value) == figure.value() && p.sentence + REACH >= m.sentence;
            victims = self.spoken_of.iter().rfind(meant).map_or(victims, |p| match p.victims {
                Victims::Militants if self.militants_attack => Victims::Perpetrators,
                other => other,
            });
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
        // "six rebels, including two commanders"
        if let (Role::Part, Some(w), Victims::Soldiers | Victims::Officials) = (role, within, victims)
            && self.drafts[w].victims == Victims::Militants
        {
            victims = Victims::Militants;
        }
        victims
    }

    /// "Six were hurt", and then "six passers-by were hurt": who they are holds for both.
    pub(super) fn learn_group(&mut self, known: usize, said: Victims) -> Victims {
        let group =
            |v| !matches!(v, Victims::All | Victims::Other | Victims::Men | Victims::Women | Victims::Perpetrators);
        let before = self.drafts[known].victims;
        match (before, said) {
            (group_before, Victims::All) if group(group_before) => before,
            (Victims::All, _) if group(said) => {
                self.drafts[known].victims = said;
                self.groups.iter_mut().filter(|g| g.draft == known).for_each(|g| g.victims = said);
                said
            }
            _ => said,
        }
    }
}
