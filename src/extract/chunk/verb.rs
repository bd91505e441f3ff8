//! Verb groups: auxiliaries, adverbs, main verb, and the verbs of outcome joined to it.

use super::super::noun_phrase::Who;
use super::super::word::{Sentence, Sort, Word};
use super::joined::{behind_found, is_adverb, join_verbs, shade, time_between};
use super::{AUXILIARIES, Chunk, Chunks, Joined, VerbGroup, Voice};
use crate::claim::Outcome;
use crate::lexicon::{Class, Form, OutcomeVerb};

/// The classes of words that may be a main verb.
const FORMS: &[Class] = &[
    Class::VerbPast,
    Class::VerbIng,
    Class::VerbBase,
    Class::VerbS,
    Class::HarmVerb,
    Class::Taken,
    Class::Raising,
    Class::Left,
    Class::Occurred,
    Class::Speech,
    Class::Denial,
    Class::Unsaved,
];

/// Whether a verb group may start with a word: of those that are no plain nouns and join nothing, most are articles.
pub(super) fn may_open_group(w: &Word) -> bool {
    let how = &[Class::Adverb, Class::Not, Class::Fatal, Class::Nonfatal, Class::Later, Class::Possible];
    let verb = w.any(AUXILIARIES) | w.any(FORMS) | w.any(&[Class::To, Class::Found, Class::Attack]);
    verb | w.any(how) | w.outcome.verb.is_some()
}

/// The verb group that starts at word `at`.
pub(super) fn verb_group(sentence: &Sentence, at: usize, chunks: &Chunks) -> Option<VerbGroup> {
    let words = &sentence.words;
    let first = &words[at];
    if first.name && first.any(&[Class::Adverb, Class::VerbBase]) && first.outcome.verb.is_none() {
        return None;
    }
    let mut g = VerbGroup {
        first: at,
        end: at,
        voice: Voice::Active,
        outcome: None,
        main: at,
        plural: None,
        negated: false,
        modal: false,
        auxiliary: false,
        pluperfect: false,
        state: None,
        fatal: false,
        nonfatal: false,
    };
    let (mut be, mut have, mut aux, mut infinitive) = (false, false, false, false);
    let mut i = at;
    while let Some(w) = words.get(i) {
        if w.sort != Sort::Word {
            break;
        }
        if w.any(AUXILIARIES) && !(w.has(Class::Month) && w.name) {
            if w.any(&[Class::BeSingle, Class::HaveSingle]) {
                g.plural = g.plural.or(Some(false));
            } else if w.has(Class::BePlural)
                || w.has(Class::Have) && i == at && w.has(Class::Have) && !aux && words_is_plain_have(w)
            {
                g.plural = g.plural.or(Some(true));
            }
            be |= w.any(&[Class::BeSingle, Class::BePlural, Class::Be]);
            have |= w.any(&[Class::HaveSingle, Class::Have]);
            g.modal |= w.has(Class::Modal);
            g.negated |= w.has(Class::Not);
            aux = true;
        } else if w.has(Class::To) && (aux || i == at) {
            infinitive = true;
            aux = true;
        } else if aux && w.any(&[Class::All, Class::Both]) && words.get(i + 1).is_some_and(participle) {
            // "were both shot"
        } else if have && w.has(Class::Cumulative) && words.get(i + 1).is_some_and(participle) {
            // "have since died"
        } else if is_adverb(w) && w.outcome.verb.is_none() && w.outcome.adjective.is_none() {
            g.negated |= w.has(Class::Not);
            g.fatal |= w.has(Class::Fatal);
            g.nonfatal |= w.has(Class::Nonfatal);
        } else {
            let time = if aux { time_between(&words[i..]) } else { 0 };
            if time == 0 {
                break;
            }
            i += time - 1;
        }
        i += 1;
    }
    // "were reported to have been wounded": the saying is no verb of its own here
    if be
        && words.get(i).is_some_and(|w| w.any(&[Class::Found, Class::RealTo]) && w.outcome.verb.is_none())
        && words.get(i + 1).is_some_and(|w| w.has(Class::To))
    {
        let mut j = i + 2;
        let (mut passive, mut perfect) = (false, false);
        while let Some(w) = words.get(j).filter(|w| w.any(AUXILIARIES) || is_adverb(w) && w.outcome.verb.is_none()) {
            passive |= w.any(&[Class::Be]);
            perfect |= w.has(Class::Have);
            g.fatal |= w.has(Class::Fatal);
            g.nonfatal |= w.has(Class::Nonfatal);
            j += 1;
        }
        if (passive || perfect)
            && words.get(j).is_some_and(|w| w.outcome.verb.is_some() || w.outcome.adjective.is_some())
        {
            (be, have, i) = (passive, perfect, j);
        }
    }
    let main = words.get(i);
    // "a man who works nearby"
    let who = || i > 0 && words[i - 1].has(Class::Relative) && !words[i - 1].has(Class::Owner);
    let verb_here = main.filter(|w| w.sort == Sort::Word).filter(|w| {
        let forms = w.any(FORMS);
        let noun = w.any(&[Class::Person, Class::Persons, Class::Thing])
            && !w.any(&[Class::VerbPast])
            && !(aux || w.has(Class::Speech) || who());
        // "unconfirmed reports said"
        let reports = !aux
            && w.has(Class::Speech)
            && w.has(Class::Body)
            && words.get(i + 1).is_some_and(|n| n.any(&[Class::Speech, Class::Of]));
        // "were Judge Lee and his clerk": no base form stands behind "be"
        let base = be && w.has(Class::VerbBase) && !w.any(&[Class::VerbPast, Class::VerbIng]) && w.name;
        w.outcome.verb.is_some()
            || w.opens_fire()
            || forms && !noun && !reports && !base && (aux || !w.has(Class::Harm))
    });
    if main.is_some_and(|w| w.has(Class::Found) && w.outcome.verb.is_none())
        && let Some((behind, w)) = behind_found(words, i + 1)
    {
        let participle = w.outcome.verb.is_some_and(|v| matches!(v.form, Form::Past | Form::Participle));
        if participle || w.outcome.adjective.is_some() {
            g.fatal |= words[i..behind].iter().any(|w| w.has(Class::Fatal));
            g.nonfatal |= words[i..behind].iter().any(|w| w.has(Class::Nonfatal));
            g.end = behind + 1;
            g.main = behind;
            (g.voice, g.outcome, g.state) = match w.outcome.verb.filter(|_| participle) {
                Some(verb) => (
                    if be { Voice::Passive } else { Voice::Active },
                    Some(Joined { verb, word: behind, also: None, each: None }),
                    None,
                ),
                None => (Voice::Copula, None, Some(behind)),
            };
            if !be {
                g.first = behind; // it stands as a participle alone does
            }
            g.auxiliary = be;
            join_verbs(words, &mut g);
            shade(words, &mut g);
            return Some(g);
        }
    }
    let Some(main) = verb_here else {
        if !aux || infinitive && !be {
            return None;
        }
        g.voice = Voice::Copula;
        g.auxiliary = aux;
        g.end = i;
        // "was dead", "is in critical condition"
        if main.is_some_and(|w| w.sort == Sort::Word && w.outcome.adjective.is_some()) {
            g.state = Some(i);
            g.end = i + 1;
        }
        return Some(g);
    };
    if !aux && !verb_alone(sentence, i, chunks) {
        return None;
    }
    g.main = i;
    g.end = i + 1;
    g.auxiliary = aux;
    let participle = main.outcome.verb.map_or(main.any(&[Class::VerbPast, Class::Taken, Class::Left]), |v| {
        matches!(v.form, Form::Past | Form::Participle)
    });
    let ing = main.outcome.verb.map_or(main.has(Class::VerbIng), |v| v.form == Form::Ing);
    g.voice = if be && participle {
        Voice::Passive
    } else if be && !ing && main.outcome.adjective.is_some() {
        Voice::Copula
    } else if infinitive && !(have && participle) {
        Voice::Infinitive
    } else if ing && !be {
        Voice::Ing
    } else {
        Voice::Active
    };
    if infinitive && g.voice == Voice::Passive {
        g.modal = false;
    }
    g.pluperfect = have && words[at..i].iter().any(|w| w.any(&[Class::Have]) && w.has(Class::VerbPast));
    if main.outcome.verb.is_none() && main.outcome.adjective.is_some() && be {
        g.state = Some(i);
    }
    // "beaten to death", but not "sentenced to death"
    let deadly = (participle || ing)
        && !main.has(Class::Legal)
        && words.get(i + 1).is_some_and(|w| w.has(Class::Fatal) && w.end - w.first > 1);
    let death = OutcomeVerb {
        outcome: Outcome::Killed,
        form: if ing { Form::Ing } else { Form::Past },
        transitive: true,
        intransitive: false,
    };
    let verb = main.outcome.verb.or(deadly.then_some(death));
    g.outcome = verb.map(|verb| Joined { verb, word: i, also: None, each: None });
    join_verbs(words, &mut g);
    shade(words, &mut g);
    Some(g)
}

fn participle(w: &Word) -> bool {
    w.has(Class::VerbPast) || w.outcome.verb.is_some_and(|v| matches!(v.form, Form::Past | Form::Participle))
}

/// "have" alone says several; "had" says nothing.
pub(super) fn words_is_plain_have(w: &Word) -> bool {
    !w.any(&[Class::VerbPast, Class::VerbIng])
}

/// Whether a verb without an auxiliary is one here, and not an attribute or a noun.
pub(super) fn verb_alone(sentence: &Sentence, i: usize, chunks: &Chunks) -> bool {
    let words = &sentence.words;
    let w = &words[i];
    if w.outcome.verb.is_some_and(|v| v.form == Form::Ing && v.outcome == Outcome::Casualties) {
        // "Shooting at …" as a title, "a shooting suspect": a noun where no object of its own can follow
        let object = words.get(i + 1).is_some_and(|n| {
            matches!(n.sort, Sort::Figure(_) | Sort::Age(_))
                || n.any(&[
                    Class::A,
                    Class::Definite,
                    Class::Owner,
                    Class::PersonPronoun,
                    Class::Reflexive,
                    Class::Persons,
                    Class::Other,
                    Class::And,
                ])
                || n.name && !sentence.titled && !w.name
        });
        if !object || w.name {
            return false;
        }
    }
    // "seven people missing": a state, but for "missing their train" and for one of a row of attributes
    let told =
        !matches!(chunks.list.last(), None | Some(Chunk::Comma | Chunk::And(_) | Chunk::Break | Chunk::Where(_)));
    if w.has(Class::VerbIng) && told && w.outcome.adjective.is_some() && w.outcome.verb.is_none() {
        let opens = &[Class::A, Class::Definite, Class::Owner, Class::PersonPronoun];
        return words.get(i + 1).is_some_and(|n| n.any(opens) || matches!(n.sort, Sort::Figure(_)));
    }
    // "shot suspected militants", "Alleged rebels killed": an attribute of the noun that follows
    let opens = matches!(chunks.list.last(), None | Some(Chunk::Verb(_) | Chunk::Preposition(_)));
    let attribute =
        w.has(Class::VerbPast) || w.outcome.verb.is_some_and(|v| matches!(v.form, Form::Past | Form::Participle));
    if opens && attribute && words.get(i + 1).is_some_and(plain_noun) {
        return false;
    }
    if w.outcome.verb.is_some_and(|v| v.form != Form::Base) {
        return true;
    }
    let object = words.get(i + 1).is_some_and(|n| matches!(n.sort, Sort::Figure(_) | Sort::Age(_)));
    let several = |n: usize| {
        let np = &chunks.phrases[n];
        // "six die", "Floods kill", where the capital may be only that of the sentence, "fire kill 12"
        np.plural.unwrap_or(np.figure.is_some())
            || words[..np.first as usize].iter().all(|w| matches!(w.sort, Sort::Mark(_)))
                && words[np.head as usize].has(Class::Several)
            || np.who == Who::Thing && np.plural.is_none() && object
            // "Six of a family drown"
            || matches!(chunks.list[..], [.., Chunk::Noun(m), Chunk::Preposition(of), _]
                if words[of].has(Class::Of) && chunks.phrases[m].figure.is_some() && chunks.phrases[m].plural != Some(false))
    };
    // "kill two, injure five", "Rebels attack post, kill three"
    let goes_on = || {
        let base = |g: &VerbGroup| g.alone() && g.outcome.is_some_and(|o| o.verb.form == Form::Base);
        let (comma, and) =
            (chunks.list.last() == Some(&Chunk::Comma), matches!(chunks.list.last(), Some(Chunk::And(_))));
        (comma || and) && chunks.verbs.iter().any(base) || comma && object
    };
    if w.outcome.verb.is_some() && !matches!(chunks.list.last(), Some(Chunk::Noun(n)) if several(*n)) && !goes_on() {
        return false; // "the strike": a base form needs a subject in the plural
    }
    let after_noun = matches!(
        chunks.list.last(),
        Some(
            Chunk::Noun(_)
                | Chunk::Comma
                | Chunk::And(_)
                | Chunk::Relative(_)
                | Chunk::Quote
                | Chunk::Other(_)
                | Chunk::Close
                | Chunk::Preposition(_)
                | Chunk::Verb(_)
                | Chunk::Where(_)
                | Chunk::But
                | Chunk::Including(_)
                | Chunk::State(_)
                | Chunk::Break
        ) | None
    );
    if w.outcome.verb.is_some() {
        return after_noun;
    }
    let person = matches!(chunks.list.last(), Some(Chunk::Noun(n)) if chunks.phrases[*n].who == Who::Person);
    if w.has(Class::VerbIng) && w.has(Class::Thing) && !person {
        return false;
    }
    // "a strike on compound": no finite verb stands behind a preposition
    let hangs = matches!(chunks.list.last(), Some(Chunk::Preposition(_))) && !w.any(&[Class::VerbIng, Class::VerbPast]);
    // "killed cook Ann Lee"
    let title = w.has(Class::VerbBase)
        && matches!(chunks.list.last(), Some(Chunk::Verb(_)))
        && words.get(i + 1).is_some_and(|n| n.name);
    after_noun && !w.name && !hangs && !title
}

/// A noun that an attribute can stand before.
pub(super) fn plain_noun(w: &Word) -> bool {
    w.sort == Sort::Word
        && (w.any(&[Class::Person, Class::Persons, Class::Crowd, Class::Adjective]) || w.name)
        && !w.any(&[
            Class::Preposition,
            Class::Definite,
            Class::A,
            Class::Owner,
            Class::Weekday,
            Class::Month,
            Class::Adverb,
            Class::Where,
            Class::And,
        ])
}
