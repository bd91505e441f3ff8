//! Chunks of a sentence: noun phrases, verb groups, and what stands between them.

use super::noun_phrase::{NounPhrase, Opening, Who};
use super::statement;
use super::word::{Sentence, Sort, Word};
use crate::claim::Outcome;
use crate::lexicon::{Class, Form, Lexicon, OutcomeVerb};

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// A noun phrase: its place in [`Chunks::phrases`].
    Noun(usize),
    /// A verb group: its place in [`Chunks::verbs`].
    Verb(usize),
    /// A preposition: its word.
    Preposition(usize),
    /// "and", "as well as", "or": its word.
    And(usize),
    /// "but"
    But,
    /// A comma.
    Comma,
    /// A semicolon, colon or dash.
    Break,
    /// "when", "because": its word.
    Where(usize),
    /// "who": its word.
    Relative(usize),
    /// "including", "among them": its word.
    Including(usize),
    /// "of whom"
    Whom,
    /// "’s": what stands before owns what follows.
    Owner,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quotation mark.
    Quote,
    /// "dead", "in critical condition" after a noun, without a verb: its word.
    State(usize),
    /// An adverb or another word that nothing hangs on: its word.
    Other(usize),
}

/// How a verb group stands to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// "killed", "has killed", "kills"
    Active,
    /// "was killed"
    Passive,
    /// "killing"
    Ing,
    /// "to kill"
    Infinitive,
    /// "is", "was dead"
    Copula,
    /// A participle alone: "killed" after a noun and without an object.
    Bare,
}

/// A verb group. `first..end` are words of its sentence.
#[derive(Clone, Copy, Debug)]
pub struct VerbGroup {
    /// First word.
    pub first: usize,
    /// Word after the last.
    pub end: usize,
    /// How it stands to its subject.
    pub voice: Voice,
    /// Its verb of outcome: the strongest where several are joined ("shot and killed").
    pub outcome: Option<Joined>,
    /// The word of its main verb.
    pub main: usize,
    /// Whether its form says one (`false`) or several (`true`).
    pub plural: Option<bool>,
    /// "did not", "never"
    pub negated: bool,
    /// "would", "may"
    pub modal: bool,
    /// "had been": earlier than the story.
    pub pluperfect: bool,
    /// "was dead": the word of the state.
    pub state: Option<usize>,
    /// "fatally", "to death"
    pub fatal: bool,
    /// "critically"
    pub nonfatal: bool,
}

/// The verbs of outcome of one group taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// What they tell together: "shot and killed" is killed, "killed or wounded" and "killing and injuring" stay together
    /// as casualties.
    pub verb: OutcomeVerb,
    /// The word of the deciding one.
    pub word: usize,
    /// A second outcome of another kind: "kidnapped and killed".
    pub also: Option<Outcome>,
}

/// The chunks of a sentence.
#[derive(Debug, Default)]
pub struct Chunks {
    /// In order.
    pub list: Vec<Chunk>,
    /// First word of each.
    pub starts: Vec<usize>,
    /// The noun phrases.
    pub phrases: Vec<NounPhrase>,
    /// The verb groups.
    pub verbs: Vec<VerbGroup>,
}

const AUXILIARIES: &[Class] =
    &[Class::BeSingle, Class::BePlural, Class::Be, Class::HaveSingle, Class::Have, Class::Do, Class::Modal];

/// Cuts a sentence into chunks.
pub fn chunk(sentence: &Sentence, lexicon: &Lexicon) -> Chunks {
    let mut chunks = cut(sentence, lexicon);
    organisations(&mut chunks);
    ages(sentence, &mut chunks);
    chunks
}

/// "two Armed Forces of the People (AFP) guerrillas": the name of an organisation with its letters in brackets stands
/// between a figure and its noun. The whole is one phrase.
fn organisations(chunks: &mut Chunks) {
    let mut c = 0;
    while c + 3 < chunks.list.len() {
        let (Chunk::Open, Chunk::Noun(_), Chunk::Close, Chunk::Noun(last)) =
            (chunks.list[c], chunks.list[c + 1], chunks.list[c + 2], chunks.list[c + 3])
        else {
            c += 1;
            continue;
        };
        let inner = chunks.phrases[last];
        let bare = inner.figure.is_none()
            && inner.opening == Opening::None
            && inner.pronoun.is_none()
            && inner.who == Who::Person;
        let mut first = c;
        while bare && first >= 1 {
            match chunks.list[first - 1] {
                Chunk::Noun(n)
                    if chunks.phrases[n].name.is_some()
                        || first < c && matches!(chunks.list[first], Chunk::Preposition(_)) =>
                {
                    first -= 1;
                    if first >= 1 && !matches!(chunks.list[first - 1], Chunk::Preposition(_))
                        || chunks.phrases[n].figure.is_some()
                    {
                        break;
                    }
                }
                Chunk::Preposition(_)
                    if first < c
                        && first >= 2
                        && matches!(chunks.list[first - 2], Chunk::Noun(n) if chunks.phrases[n].name.is_some()) =>
                {
                    first -= 1
                }
                _ => break,
            }
        }
        if !bare || first == c {
            c += 1;
            continue;
        }
        if let Chunk::Preposition(_) = chunks.list[first] {
            first += 1;
        }
        let Chunk::Noun(n) = chunks.list[first] else {
            c += 1;
            continue;
        };
        let outer = chunks.phrases[n];
        chunks.phrases[last] = NounPhrase {
            first: outer.first,
            figure: outer.figure,
            opening: outer.opening,
            other: outer.other,
            all: outer.all,
            both: outer.both,
            name: None,
            ..inner
        };
        chunks.list.drain(first..c + 3);
        chunks.starts.drain(first + 1..c + 4);
        c = first + 1;
    }
}

/// "Ann Lee, 34, of Bay City": a number behind a person is an age.
fn ages(sentence: &Sentence, chunks: &mut Chunks) {
    for c in 2..chunks.list.len() {
        let (Chunk::Noun(person), Chunk::Comma, Chunk::Noun(number)) =
            (chunks.list[c - 2], chunks.list[c - 1], chunks.list[c])
        else {
            continue;
        };
        let (np, age) = (chunks.phrases[person], chunks.phrases[number]);
        let Some(years) = statement::figure_of(sentence, &age).and_then(|f| f.figure.value()) else { continue };
        let one = np.figure.is_none() && (np.name.is_some() || np.who == Who::Person) && np.plural != Some(true);
        let alone = age.who == Who::Bare && !age.other && (age.all || age.end - age.first == 1);
        let closes = match chunks.list.get(c + 1) {
            None
            | Some(
                Chunk::Comma
                | Chunk::And(_)
                | Chunk::Other(_)
                | Chunk::Break
                | Chunk::Close
                | Chunk::Verb(_)
                | Chunk::State(_),
            ) => true,
            Some(Chunk::Preposition(w)) => sentence.words[*w].any(&[Class::Of, Class::From]),
            _ => false,
        };
        // "In Lagos, 12 were killed": a place that opens the clause has no age
        let place = c >= 3
            && matches!(chunks.list[c - 3], Chunk::Preposition(_))
            && (c == 3 || !matches!(chunks.list[c - 4], Chunk::Noun(_) | Chunk::Verb(_)))
            && matches!(chunks.list.get(c + 1), Some(Chunk::Verb(_) | Chunk::State(_)));
        if one && alone && closes && years <= 120 && !place {
            chunks.phrases[person].age = Some(years as u16);
            chunks.list[c] = Chunk::Other(age.first as usize);
            chunks.list[c - 1] = Chunk::Other(age.first as usize - 1);
            if chunks.list.get(c + 1) == Some(&Chunk::Comma) && !list_goes_on(&chunks.list, c + 1) {
                chunks.list[c + 1] = Chunk::Other(chunks.starts[c + 1]);
            }
        }
    }
}

/// Whether the comma at `c` stands between two items of a list.
fn list_goes_on(list: &[Chunk], c: usize) -> bool {
    matches!(list.get(c + 1), Some(Chunk::Noun(_) | Chunk::And(_)))
}

fn cut(sentence: &Sentence, lexicon: &Lexicon) -> Chunks {
    let words = &sentence.words;
    let mut chunks = Chunks::default();
    let mut at = 0;
    while at < words.len() {
        let w = &words[at];
        chunks.starts.push(at);
        let (chunk, end) = match w.sort {
            Sort::Mark(mark) => (of_mark(mark, at), at + 1),
            Sort::Possessive if matches!(chunks.list.last(), Some(Chunk::Noun(_))) => (Chunk::Owner, at + 1),
            Sort::Possessive => (Chunk::Other(at), at + 1),
            _ => read_words(sentence, &mut chunks, at, lexicon),
        };
        chunks.list.push(chunk);
        at = end;
    }
    chunks
}

fn of_mark(mark: char, at: usize) -> Chunk {
    match mark {
        ',' => Chunk::Comma,
        '&' => Chunk::And(at),
        ';' | ':' | '—' | '–' | '-' | '…' => Chunk::Break,
        '(' | '[' => Chunk::Open,
        ')' | ']' => Chunk::Close,
        '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»' => Chunk::Quote,
        _ => Chunk::Other(at),
    }
}

fn read_words(sentence: &Sentence, chunks: &mut Chunks, at: usize, lexicon: &Lexicon) -> (Chunk, usize) {
    let words = &sentence.words;
    let w = &words[at];
    if w.sort == Sort::Word {
        if w.has(Class::Whom) {
            return (Chunk::Whom, at + 1);
        }
        if w.has(Class::Including) {
            return (Chunk::Including(at), at + 1);
        }
        if w.has(Class::Relative) && relative_here(words, at, chunks) {
            return (Chunk::Relative(at), at + 1);
        }
        let counts = words.get(at + 1).is_some_and(|n| matches!(n.sort, Sort::Figure(_)));
        let clause = counts || matches!(chunks.list.last(), Some(Chunk::Verb(_)));
        if w.has(Class::Relative) && w.has(Class::Definite) && clause {
            return (Chunk::Where(at), at + 1); // "said that …"
        }
        if w.any(&[Class::And, Class::Or]) {
            return (Chunk::And(at), at + 1);
        }
        if w.has(Class::But) {
            return (Chunk::But, at + 1);
        }
        if w.has(Class::Preposition) && !w.has(Class::To) {
            return (Chunk::Preposition(at), at + 1);
        }
        if let Some(group) = verb_group(sentence, at, chunks) {
            let end = group.end;
            chunks.verbs.push(group);
            return (Chunk::Verb(chunks.verbs.len() - 1), end);
        }
        if w.has(Class::Where) {
            return (Chunk::Where(at), at + 1);
        }
        if w.any(&[Class::Fatal, Class::Nonfatal]) && w.outcome.adjective.is_none() {
            return (Chunk::Other(at), at + 1);
        }
        if w.has(Class::To) {
            return (Chunk::Preposition(at), at + 1);
        }
        if w.outcome.adjective.is_some() && !noun_phrase_better(sentence, at, lexicon) {
            return (Chunk::State(at), at + 1);
        }
    }
    if let Some(mut np) = NounPhrase::read(sentence, at, lexicon).filter(|np| np.end as usize > at) {
        if let [.., Chunk::Noun(owner), Chunk::Owner] = chunks.list[..] {
            np.opening = Opening::Owner;
            np.first = chunks.phrases[owner].first;
            np.male = np.male.filter(|_| np.name.is_none());
        }
        chunks.phrases.push(np);
        return (Chunk::Noun(chunks.phrases.len() - 1), np.end as usize);
    }
    (Chunk::Other(at), at + 1)
}

/// "wounded soldiers said": the adjective belongs to a noun.
fn noun_phrase_better(sentence: &Sentence, at: usize, lexicon: &Lexicon) -> bool {
    NounPhrase::read(sentence, at, lexicon).is_some_and(|np| np.end as usize > at + 1 && np.is_people())
}

/// "that" opens a clause after a noun or a verb; before a noun it points.
fn relative_here(words: &[Word], at: usize, chunks: &Chunks) -> bool {
    let w = &words[at];
    if !w.has(Class::Definite) {
        return true;
    }
    let after_noun = matches!(chunks.list.last(), Some(Chunk::Noun(_) | Chunk::Comma));
    let verb_next = words
        .get(at + 1)
        .is_some_and(|n| n.any(AUXILIARIES) || n.outcome.verb.is_some() || n.any(&[Class::VerbPast, Class::VerbS]));
    after_noun && verb_next
}

fn is_adverb(w: &Word) -> bool {
    w.sort == Sort::Word
        && (w.any(&[Class::Adverb, Class::Not, Class::Fatal, Class::Nonfatal, Class::Later]) && !w.any(&[Class::Other])
            || w.has(Class::Possible)
                && w.classes != Default::default()
                && !w.any(AUXILIARIES)
                && !w.any(&[Class::VerbPast, Class::VerbBase]))
}

/// The verb group that starts at word `at`.
fn verb_group(sentence: &Sentence, at: usize, chunks: &Chunks) -> Option<VerbGroup> {
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
        } else if is_adverb(w) && w.outcome.verb.is_none() && w.outcome.adjective.is_none() {
            g.negated |= w.has(Class::Not);
            g.fatal |= w.has(Class::Fatal);
            g.nonfatal |= w.has(Class::Nonfatal);
        } else {
            break;
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
    let verb_here = main.filter(|w| w.sort == Sort::Word).filter(|w| {
        let forms = w.any(&[
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
        ]);
        let noun = w.any(&[Class::Person, Class::Persons, Class::Thing])
            && !w.any(&[Class::VerbPast])
            && !(aux || w.has(Class::Speech));
        w.outcome.verb.is_some() || forms && !noun && (aux || !w.has(Class::Harm))
    });
    // "were found dead", "reported killed": the state behind decides
    let behind = i
        + 1
        + words[(i + 1).min(words.len())..]
            .iter()
            .take_while(|w| is_adverb(w) && w.outcome.verb.is_none() && w.outcome.adjective.is_none())
            .count();
    if main.is_some_and(|w| w.has(Class::Found) && w.outcome.verb.is_none())
        && let Some(w) = words.get(behind)
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
                    Some(Joined { verb, word: behind, also: None }),
                    None,
                ),
                None => (Voice::Copula, None, Some(behind)),
            };
            if !be {
                g.first = behind; // it stands as a participle alone does
            }
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
    g.outcome = main.outcome.verb.map(|verb| Joined { verb, word: i, also: None });
    join_verbs(words, &mut g);
    shade(words, &mut g);
    Some(g)
}

/// "have" alone says several; "had" says nothing.
fn words_is_plain_have(w: &Word) -> bool {
    !w.any(&[Class::VerbPast, Class::VerbIng])
}

/// Whether a verb without an auxiliary is one here, and not an attribute or a noun.
fn verb_alone(sentence: &Sentence, i: usize, chunks: &Chunks) -> bool {
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
    if w.outcome.verb.is_some()
        && !matches!(chunks.list.last(), Some(Chunk::Noun(n)) if chunks.phrases[*n].plural == Some(true))
    {
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
    if w.has(Class::VerbIng) && w.has(Class::Thing) {
        return false;
    }
    after_noun && !w.name
}

/// A noun that an attribute can stand before.
fn plain_noun(w: &Word) -> bool {
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

/// Takes in the verbs of outcome that follow, joined by "and", "or" or a comma, without a noun between.
fn join_verbs(words: &[Word], g: &mut VerbGroup) {
    let Some(mut joined) = g.outcome else { return };
    loop {
        let mut i = g.end;
        let mut link = false;
        while let Some(w) = words.get(i) {
            if w.any(&[Class::And, Class::Or]) || w.is(',') || w.is('/') || w.is('&') {
                link = true;
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
        joined = both(joined, Joined { verb, word: i, also: None });
        g.end = i + 1;
    }
    g.outcome = Some(joined);
}

/// Two verbs of one group: the more telling outcome; casualties where they tell both death and injury; both where they are
/// of another kind ("kidnapped and killed").
fn both(a: Joined, b: Joined) -> Joined {
    use Outcome::{Casualties, Injured, Killed};
    match (a.verb.outcome, b.verb.outcome) {
        (Killed, Injured) | (Injured, Killed) => Joined { verb: OutcomeVerb { outcome: Casualties, ..a.verb }, ..a },
        (Casualties, _) => Joined { also: a.also, ..b },
        (Killed | Injured, _) => a,
        (first, second) if first != second => Joined { also: Some(first), ..b },
        _ => a,
    }
}

/// Looks past the group for "dead", "to death", "fatally".
fn shade(words: &[Word], g: &mut VerbGroup) {
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
