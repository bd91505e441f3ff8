//! Documents to claims, step by step: gate, tokens, sentences, words, chunks, statements, scope, people, attribution.
//!
//! Every step is a small function over plain records; the words it needs stand in the lexicon.

pub mod attribution;
pub mod chunk;
mod claims;
mod glance;
mod item;
pub mod noun_phrase;
pub mod people;
mod row;
pub mod scope;
pub mod sentence;
pub mod statement;
mod trace;
mod turn;
mod walk;
pub mod word;

pub use trace::trace;

use crate::claim::{Claim, Outcome};
use crate::document::{Document, Whole};
use crate::lexicon::{Class, Lexicon, Openings};
use crate::token::{self, Token, WordId};
use attribution::Attribution;
use chunk::{Chunk, Chunks};
use noun_phrase::{NounPhrase, figure_of};
use people::{Mention, People};
use sentence::Span;
use statement::Statement;
use std::cell::OnceCell;
use word::{Sentence, Word};

/// All claims of a document, in the order of its text; those of a headline that is kept apart stand behind it.
///
/// ```
/// use tollbook::{document::Document, extract::extract, lexicon::Lexicon};
///
/// let text = "Police said at least 13 people were killed, two children among them.";
/// let document = Document { id: "a".into(), text: text.into(), ..Document::default() };
/// let claims = extract(&document, Lexicon::english());
/// assert_eq!(claims[0].phrase, "at least 13");
/// assert_eq!(claims[0].origin.as_deref(), Some("Police"));
/// ```
pub fn extract(document: &Document, lexicon: &Lexicon) -> Vec<Claim> {
    read(document, lexicon).0
}

/// A document as it is read, cut into tokens and sentences.
#[derive(Debug, Default)]
pub struct Scanned<'a> {
    /// What is read.
    pub whole: Whole<'a>,
    /// All tokens.
    pub tokens: Vec<Token>,
    /// The sentences.
    pub spans: Vec<Span>,
}

impl<'a> Scanned<'a> {
    /// Cuts a document.
    pub fn of(whole: Whole<'a>, lexicon: &Lexicon) -> Scanned<'a> {
        let tokens = lexicon.scan(&whole.text);
        let spans = sentence::split(&whole.text, &tokens, sentence::is_wrapped(&whole.text), lexicon);
        Scanned { whole, tokens, spans }
    }
}

/// The claims of [`extract`], and the text as it was cut for them; not cut at all where nothing can be told.
pub fn read<'a>(document: &'a Document, lexicon: &Lexicon) -> (Vec<Claim>, Scanned<'a>) {
    let Some((scanned, people)) = told(document, lexicon) else { return Default::default() };
    let mut claims = claims::claims(document, &scanned, &people);
    claims.sort_by_key(|c| (c.start, c.end, c.outcome));
    (claims, scanned)
}

/// A document as it was cut, and the people it tells of; `None` where it cannot tell of any.
fn told<'a>(document: &'a Document, lexicon: &Lexicon) -> Option<(Scanned<'a>, People)> {
    let whole = Whole::of(document);
    let openings = lexicon.gate().openings(&whole.text);
    if openings.none() || !glance::may_tell(&whole.text, &openings, lexicon) {
        return None;
    }
    let scanned = Scanned::of(whole, lexicon);
    let people = people(document, &scanned, &openings, lexicon);
    Some((scanned, people))
}

/// How many words open a sentence that turns to another incident: "In a separate incident on Sunday, …".
const OPENING: usize = 6;

fn people(document: &Document, scanned: &Scanned<'_>, openings: &Openings, lexicon: &Lexicon) -> People {
    let Scanned { whole, tokens, spans } = scanned;
    let text = &*whole.text;
    let casing = word::casing(text);
    let year = document.published.as_deref().and_then(|p| p.get(..4)?.parse().ok());
    let parsed: Vec<OnceCell<(Sentence, Chunks)>> = spans.iter().map(|_| OnceCell::new()).collect();
    let read = |i: usize| {
        parsed[i].get_or_init(|| {
            let span = &spans[i];
            let words = word::words(text, tokens, span.tokens.clone(), casing, lexicon);
            let sentence = Sentence { headline: span.headline, paragraph: span.paragraph, year, ..words };
            let chunks = chunk::chunk(&sentence, lexicon);
            (sentence, chunks)
        })
    };
    let state = |(sentence, chunks): &(Sentence, Chunks)| statement::statements(sentence, chunks);
    let told: Vec<bool> = spans.iter().map(|s| openings.within(bytes(tokens, s))).collect();
    // "They were A and B" may follow
    let mut known = false;
    let mut state_of = |i: usize| {
        let follows = known && told[i - 1] && statement::may_name(&tokens[spans[i].tokens.clone()], lexicon);
        let stated = if told[i] || follows { state(read(i)) } else { Vec::new() };
        known |= !stated.is_empty();
        stated
    };
    let stated: Vec<Vec<Statement>> = (0..spans.len()).map(&mut state_of).collect();
    if stated.iter().all(Vec::is_empty) {
        return People::default();
    }
    let credited = |i: usize| {
        let (sentence, chunks) = read(i);
        attribution::attribution(text, tokens, sentence, chunks, 0..chunks.list.len())
    };
    let mut main = People::default();
    main.news = spans.len() > 2 && (document.title.is_some() || spans[0].headline);
    // those of another incident, and the sentence that left the first one for it: "in a separate incident, …"
    let (mut aside, mut left): (Option<People>, Option<usize>) = (None, None);
    let mut places = turn::Places::default();
    // the paragraph of another incident that a place set apart: what stands behind it there goes on with it
    let mut round: Option<u32> = None;
    // the speaker named last before a sentence
    let (mut speaker, mut heard): (Option<String>, usize) = (None, 0);
    // whether it is one person, and the one named before who is
    let (mut alone, mut person): (bool, Option<String>) = (false, None);
    let mut names = Vec::new();
    // the years that the text gave before a sentence: its own incident may be of one
    let mut years: Vec<u64> = Vec::new();
    for index in 0..spans.len() {
        // a pronoun may mean someone of the sentences just before
        let near = stated[index..].iter().take(1 + people::REACH).any(|s| !s.is_empty());
        if !near && !told[index] {
            continue;
        }
        let (sentence, chunks) = read(index);
        let head = spans[index].tokens.clone();
        let head = head.start..head.end.min(head.start + OPENING);
        let leaves = near && !main.drafts.is_empty() && lexicon.event().leaves(text, tokens, head);
        let within = spans[index].tokens.clone();
        let opening = || lexicon.event().opening(text, tokens, within.clone(), lexicon);
        let opening = if stated[index].is_empty() { None } else { opening() };
        // a text that is bound to its incident tells of no other one like it
        let mut turns = false;
        if document.incident.is_none() && !stated[index].is_empty() {
            let start = |i: usize| bytes(tokens, &spans[i]).start;
            let told = &stated[index];
            let here = turn::Here { text, tokens, start: &start, within, index, sentence, chunks, told, lexicon };
            let town = turn::town(&here);
            turns = !main.drafts.is_empty() && places.turns(&here, opening, &town);
            places.keep(opening, town, index);
        }
        let leaves = leaves || turns;
        if leaves {
            round = turns.then_some(sentence.paragraph);
        }
        let follows = left.is_some_and(|l| l + 1 == index && spans[l].paragraph == sentence.paragraph);
        let follows = follows || round == Some(sentence.paragraph);
        if leaves || !follows {
            aside.take().into_iter().for_each(|people| main.absorb(people));
        }
        if leaves {
            (aside, left) = (Some(main.elsewhere(document.incident.is_some())), Some(index));
        }
        let people = aside.as_mut().unwrap_or(&mut main);
        people.watch(sentence, chunks, index);
        if !near {
            continue;
        }
        let mut who = credited(index);
        if who.origin.is_some() {
            if !who.one {
                person = speaker.filter(|_| alone).or(person);
            }
            (speaker, heard, alone) = (who.origin.clone(), index + 1, who.one);
        } else if who.carried && !stated[index].is_empty() {
            let named = |i: usize| {
                let (sentence, chunks) = read(i);
                let said = credited(i);
                let speaks = said.origin.filter(|_| said.one || !who.one);
                speaks.or_else(|| attribution::subject(text, tokens, sentence, chunks))
            };
            // "he" is none of "officials"
            let before = if who.one && !alone { person.take() } else { speaker };
            speaker = (heard..index).rev().find_map(named).or(before);
            (heard, alone) = (index, who.one);
            who.origin.clone_from(&speaker);
        }
        let mut voices = attribution::voices(text, tokens, sentence, chunks);
        voices
            .iter_mut()
            .map(|(_, said)| said)
            .chain([&mut who])
            .for_each(|said| attribution::fuller(&mut names, said, lexicon));
        let speaks = |chunk| voices.iter().find(|(clause, _)| clause.contains(&chunk)).map_or(&who, |(_, said)| said);
        let doers: Vec<usize> = people::doers(sentence, chunks).collect();
        let labels = if stated[index].is_empty() { Vec::new() } else { row::labels(sentence, tokens, lexicon.event()) };
        let mention = |n: usize, said| {
            let told = mention(text, tokens, sentence, &chunks.phrases[n], index, said);
            let first = sentence.words[chunks.phrases[n].first as usize].first;
            let row = labels.iter().rev().find(|l| **l <= first).copied();
            Mention { attacks: doers.contains(&n), placed: opening.is_some() || row.is_some(), row, ..told }
        };
        // who is spoken of before a statement of the same sentence as its subject may be meant there
        let mut noted = 0;
        for statement in &stated[index] {
            let all = |i: &statement::Item| {
                let np = &chunks.phrases[i.phrase];
                np.figure.is_none() && (np.all || np.pronoun.is_some() && np.plural == Some(true))
            };
            let points = statement.ground == statement::Ground::Survived || statement.items.iter().any(all);
            let whom = people::subjects(chunks, noted..statement.chunk);
            let aboard = (noted..statement.chunk).filter_map(|c| match chunks.list[c] {
                // "sank with 120 aboard, and only 14 survived", "carried 31 people; all drowned"
                Chunk::Noun(n) if points => Some(n),
                _ => None,
            });
            for n in whom.chain(aboard).filter(|n| people::can_be_meant(&chunks.phrases[*n])) {
                people.note(mention(n, &who));
            }
            noted = noted.max(statement.chunk);
            let said = speaks(statement.chunk);
            let mut scope = scope::scope(sentence, chunks, statement);
            scope.is_possible(said.doubtful, "the source is called unsure");
            if people.tells_of(statement.outcome) && scope::long_ago(sentence, chunks, statement) {
                scope.is_background(true, "a year long before the text");
            }
            if !people.drafts.is_empty() && scope::event_of_year(sentence, chunks, statement, &years) {
                scope.is_background(true, "an event of another year");
            }
            let mentions: Vec<_> = statement
                .items
                .iter()
                .map(|item| {
                    let told = mention(item.phrase, said);
                    let of_hurt = item.inner.is_some_and(|i| chunks.phrases[i].state == Some(Outcome::Injured));
                    let beside = people::told_beside(sentence, chunks, item);
                    let of = beside.or_else(|| people.title_of(&told.names));
                    let object = told.np.first as usize > statement.word;
                    let by_another =
                        matches!(statement.chunk.checked_sub(1).map(|c| chunks.list[c]), Some(Chunk::Noun(_)));
                    let by = place(tokens, &sentence.words[statement.word..=statement.word]);
                    // "the baker killed was Ann Lee": a name is the one whom the description tells of
                    let described = item.inner.filter(|_| told.np.name.is_some() && !item.of);
                    let head = described.map_or(told.head, |i| sentence.words[chunks.phrases[i].head as usize].id);
                    (*item, Mention { of, of_hurt, acted_on: object && !by_another, by, head, ..told })
                })
                .collect();
            people.take(statement, scope, &mentions);
        }
        years.extend(sentence.years.iter().map(|(_, year)| year));
        for &n in doers.iter().filter(|n| chunks.phrases[**n].name.is_some()) {
            people.blame(mention(n, &who));
        }
        let phrases =
            |fits: fn(&NounPhrase) -> bool| (0..chunks.phrases.len()).filter(move |n| fits(&chunks.phrases[*n]));
        for n in phrases(people::titles_name) {
            people.entitle(mention(n, &who));
        }
        for n in phrases(people::can_be_meant) {
            people.note(mention(n, &who));
        }
    }
    let mut people = main;
    aside.into_iter().for_each(|aside| people.absorb(aside));
    people.put_titles();
    let outlet = |i: usize| {
        let span = spans.get(i)?;
        attribution::names_outlet(text, &tokens[span.tokens.clone()], lexicon).then(|| credited(i))
    };
    for draft in people.drafts.iter_mut().filter(|d| d.said.via.is_none()) {
        let paragraph = |i: usize| spans.get(i).map(|s| s.paragraph);
        draft.said.via = attribution::heard_through(draft.sentence, &draft.said, paragraph, outlet);
    }
    people
}

/// The bytes of a sentence.
fn bytes(tokens: &[Token], span: &Span) -> std::ops::Range<usize> {
    tokens[span.tokens.start].range().start..tokens[span.tokens.end - 1].range().end
}

/// The bytes of some words.
fn place(tokens: &[Token], words: &[Word]) -> std::ops::Range<usize> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return 0..0 };
    tokens[first.first as usize].range().start..tokens[last.end as usize - 1].range().end
}

fn mention<'a>(
    text: &str,
    tokens: &[token::Token],
    sentence: &'a Sentence,
    np: &'a NounPhrase,
    index: usize,
    said: &'a Attribution,
) -> Mention<'a> {
    let words = &sentence.words;
    let found = figure_of(sentence, np);
    let whole = place(tokens, &words[np.first as usize..np.end as usize]);
    let figure = found.and(np.figure).map(|f| place(tokens, &words[f as usize..=f as usize]));
    let head = &words[np.head as usize];
    let named =
        head.name && !head.any(&[Class::Person, Class::Persons, Class::Thing, Class::Animal]) && !sentence.titled;
    let mut names: Vec<String> = Vec::new();
    if named {
        // the run of names that ends the phrase: "Dutch reporter Cornell Lagrow" is called Cornell Lagrow
        let run = words[np.first as usize..=np.head as usize].iter().rev();
        let run = run.take_while(|w| w.name && !w.any(&[Class::Title, Class::Person]) || w.has(Class::NameSuffix));
        names = run
            .filter(|w| !w.has(Class::NameSuffix))
            .map(|w| {
                text[tokens[w.first as usize].start as usize..tokens[w.end as usize - 1].end as usize].to_lowercase()
            })
            .collect();
        names.reverse();
    }
    Mention {
        np,
        figure: found.map(|f| &f.figure),
        names,
        head: words.get(np.head as usize).map_or(WordId::UNKNOWN, |w| w.id),
        bytes: figure.unwrap_or_else(|| whole.clone()),
        whole,
        by: 0..0,
        sentence: index,
        of: None,
        of_hurt: false,
        said,
        headline: sentence.headline && sentence.paragraph == 0,
        attacks: false,
        placed: false,
        row: None,
        acted_on: false,
    }
}
