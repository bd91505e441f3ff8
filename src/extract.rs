//! Documents to claims, step by step: gate, tokens, sentences, words, chunks, statements, scope, people, attribution.
//!
//! Every step is a small function over plain records; the words it needs stand in the lexicon.

pub mod attribution;
pub mod chunk;
mod claims;
mod glance;
mod item;
mod mention;
mod near;
pub mod noun_phrase;
mod parsed;
pub mod people;
mod row;
mod scenes;
pub mod scope;
pub mod sentence;
mod speakers;
pub(crate) mod spot;
pub mod statement;
mod trace;
mod walk;
pub mod word;

pub use trace::trace;

use crate::claim::Claim;
use crate::document::{Document, Whole};
use crate::lexicon::{Lexicon, Openings};
use crate::token::Token;
use mention::Here;
use near::Near;
use parsed::Parsed;
use people::People;
use scenes::Scenes;
use sentence::Span;
use speakers::Said;
use word::Casing;

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
    read(std::slice::from_ref(document), lexicon).into_iter().flat_map(|read| read.claims).collect()
}

/// Cuts documents into some that are well read at once: see [`read`].
///
/// ```
/// use tollbook::{document::Document, extract::batches};
///
/// let documents = vec![Document { text: "Three died.".into(), ..Document::default() }; 1000];
/// let some: Vec<usize> = batches(&documents).iter().map(|batch| batch.len()).collect();
/// assert!(some.len() > 1 && some.iter().sum::<usize>() == 1000);
/// ```
pub fn batches(documents: &[Document]) -> Vec<&[Document]> {
    /// The words and sentences of so many bytes of text are what a processor keeps at hand.
    const MOST: usize = 24 << 10;
    /// What is made of a text has a size, be it ever so short.
    const LEAST: usize = 100;
    let mut size = 0;
    let goes_on = |document: &Document, _: &Document| {
        size += LEAST + document.text.len();
        let full = size > MOST;
        size = if full { 0 } else { size };
        !full
    };
    documents.chunk_by(goes_on).collect()
}

/// A document that tells of people's fates.
#[derive(Debug)]
pub struct Read<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its claims.
    pub claims: Vec<Claim>,
    /// As it was cut for them.
    pub scanned: Scanned<'a>,
}

/// Those of some documents that tell of people's fates, in their order, each with the claims that [`extract`] finds. All of
/// them take one step after the other: the code of a step, which fills what a processor keeps at hand of it, then serves many
/// texts. So they should be no more than that holds: see [`batches`].
pub fn read<'a>(documents: &'a [Document], lexicon: &Lexicon) -> Vec<Read<'a>> {
    let read = |Told { document, scanned, mut people }| {
        let mut claims = claims::claims(document, &scanned, &mut people.drafts);
        claims.sort_by_key(|c| (c.start, c.end, c.outcome));
        Read { document, claims, scanned }
    };
    told(documents, lexicon).into_iter().map(read).collect()
}

/// A document as it is read, cut into tokens and sentences.
#[derive(Debug)]
pub struct Scanned<'a> {
    /// What is read.
    pub whole: Whole<'a>,
    /// All tokens.
    pub tokens: Vec<Token>,
    /// The sentences.
    pub spans: Vec<Span>,
    /// What its capitals tell.
    pub casing: Casing,
}

impl<'a> Scanned<'a> {
    /// Cuts a document.
    pub fn of(whole: Whole<'a>, lexicon: &Lexicon) -> Scanned<'a> {
        let wrapped = sentence::is_wrapped(&whole.text);
        Scanned::cut(whole, wrapped, lexicon)
    }

    fn cut(whole: Whole<'a>, wrapped: bool, lexicon: &Lexicon) -> Scanned<'a> {
        let tokens = lexicon.scan(&whole.text);
        let spans = sentence::split(&whole.text, &tokens, wrapped, lexicon);
        let casing = word::casing(&whole.text);
        Scanned { whole, tokens, spans, casing }
    }
}

/// A document that may tell of people, and those it tells of.
struct Told<'a> {
    document: &'a Document,
    scanned: Scanned<'a>,
    people: People,
}

/// Those of some documents that may tell of people.
fn told<'a>(documents: &'a [Document], lexicon: &Lexicon) -> Vec<Told<'a>> {
    let mut opened: Vec<Opened> = Vec::with_capacity(documents.len());
    opened.extend(documents.iter().filter_map(|document| Opened::of(document, lexicon)));
    let scan =
        |Opened { document, whole, wrapped, openings }| (document, Scanned::cut(whole, wrapped, lexicon), openings);
    let scanned: Vec<(&Document, Scanned<'_>, Openings)> = opened.into_iter().map(scan).collect();
    let mut parsed: Vec<Parsed<'_>> =
        scanned.iter().map(|(document, cut, openings)| Parsed::of(document, cut, openings, lexicon)).collect();
    parsed.iter().for_each(Parsed::read_words);
    parsed.iter().for_each(Parsed::read_chunks);
    parsed.iter_mut().for_each(Parsed::read_statements);
    let people = peoples(&scanned, &parsed);
    drop(parsed);
    scanned.into_iter().zip(people).map(|((document, scanned, _), people)| Told { document, scanned, people }).collect()
}

/// A document, and where it may tell of a fate.
struct Opened<'a> {
    document: &'a Document,
    whole: Whole<'a>,
    wrapped: bool,
    openings: Openings,
}

impl<'a> Opened<'a> {
    /// A document that may tell of a fate.
    fn of(document: &'a Document, lexicon: &Lexicon) -> Option<Opened<'a>> {
        let whole = Whole::of(document);
        let openings = lexicon.openings(&whole.text);
        if openings.none() {
            return None;
        }
        let wrapped = sentence::is_wrapped(&whole.text);
        let may = glance::may_tell(&whole.text, wrapped, &openings, lexicon);
        may.then_some(Opened { document, whole, wrapped, openings })
    }
}

/// The people of each of some texts.
fn peoples<'a>(scanned: &[(&Document, Scanned<'_>, Openings)], parsed: &'a [Parsed<'a>]) -> Vec<People> {
    let mut near: Vec<Near<'_>> = Vec::with_capacity(2 * parsed.len());
    near.extend(parsed.iter().flat_map(near::near));
    near::read(&near);
    let said = near::hear(&near);
    let mut here = near::look(&near);
    let mut meant = here.iter_mut().zip(&said);
    let mut by_text = Near::by_text(&near).peekable();
    let of = |((document, ..), parsed): (&(&Document, Scanned<'_>, Openings), &'a Parsed<'a>)| {
        let near = by_text.next_if(|near| near[0].is_of(parsed)).unwrap_or_default();
        people(document, parsed, near, &mut meant)
    };
    let mut people: Vec<People> = scanned.iter().zip(parsed).map(of).collect();
    people.iter_mut().zip(parsed).for_each(|(people, parsed)| speakers::hear_through(people, parsed));
    people
}

/// The people that a text tells of: sentence by sentence those of each statement, with who said it. `meant` gives what is told
/// in the sentences where someone is meant.
fn people<'a, 'm>(
    document: &Document,
    parsed: &Parsed<'a>,
    near: &[Near<'a>],
    meant: &mut impl Iterator<Item = (&'m mut Here<'a>, &'m Said)>,
) -> People
where
    'a: 'm,
{
    if near.is_empty() {
        return People::default();
    }
    let mut scenes = Scenes::of(document, parsed);
    for near in near {
        let people = scenes.enter(parsed, near.index, near.opening);
        if near.is_read() {
            let (sentence, chunks) = parsed.sentence(near.index);
            people.watch(sentence, chunks, near.index);
        }
        if near.meant
            && let Some((here, said)) = meant.next()
        {
            mention::take(people, here, said);
        }
    }
    let mut people = scenes.all();
    people.put_titles();
    people.put_first();
    people
}

/// The bytes of a sentence.
pub(crate) fn bytes(tokens: &[Token], span: &Span) -> std::ops::Range<usize> {
    tokens[span.tokens.start].range().start..tokens[span.tokens.end - 1].range().end
}
