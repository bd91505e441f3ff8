//! A text with its sentences, each read when it is first asked for.

use super::{
    Scanned,
    attribution::{self, Attribution},
    bytes,
    chunk::{self, Chunks},
    noun_phrase::NounPhrase,
    people,
    sentence::Span,
    spot,
    statement::{self, Statement},
    word::{self, Casing, Sentence, Word},
};
use crate::{
    document::Document,
    lexicon::{Lexicon, Openings},
    token::Token,
};
use std::cell::OnceCell;

/// A text, its sentences and what each of them states.
pub(super) struct Parsed<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) spans: &'a [Span],
    pub(super) lexicon: &'a Lexicon,
    pub(super) casing: Casing,
    /// The year of publication.
    year: Option<u64>,
    /// What is known of each sentence.
    known: Vec<Known>,
    openings: &'a Openings,
    /// The last word of each name that it tells of without a title, with its sentence: one before it may give that.
    named: Vec<(usize, &'a str)>,
    /// The sentences up to the last that states something of people of whom it may matter who attacked.
    fought: usize,
    /// The lines of lists whose heading tells the outcome: "Deaths by district:", and below it "Kaski: 4".
    rows: Vec<usize>,
}

/// What is known of a sentence.
struct Known {
    /// Of most there is no need.
    read: OnceCell<Box<Read>>,
    /// Whether a word of harm stands in it.
    harm: bool,
    /// Whether what it states may be of people whom a sentence before it spoke of.
    points_back: bool,
    stated: Vec<Statement>,
}

/// The words of a sentence, and its chunks where they were asked for.
struct Read {
    words: Sentence,
    chunks: OnceCell<Chunks>,
}

impl<'a> Parsed<'a> {
    /// A text of which nothing is read yet.
    pub(super) fn of(
        document: &Document,
        scanned: &'a Scanned<'_>,
        openings: &'a Openings,
        lexicon: &'a Lexicon,
    ) -> Parsed<'a> {
        let Scanned { whole, tokens, spans, casing } = scanned;
        let known = |span: &Span| {
            let harm = openings.may_tell(&bytes(tokens, span));
            Known { read: OnceCell::new(), harm, points_back: false, stated: Vec::new() }
        };
        Parsed {
            text: &whole.text,
            tokens,
            spans,
            lexicon,
            casing: *casing,
            year: document.published.as_deref().and_then(|p| p.get(..4)?.parse().ok()),
            known: spans.iter().map(known).collect(),
            openings,
            named: Vec::new(),
            fought: 0,
            rows: Vec::new(),
        }
    }

    /// Reads the words of the sentences that have a word of harm.
    pub(super) fn read_words(&self) {
        self.harmful().for_each(|i| _ = self.read(i));
    }

    /// Reads the chunks of these.
    pub(super) fn read_chunks(&self) {
        self.harmful().for_each(|i| _ = self.sentence(i));
    }

    /// Reads what they state, and the sentences that may go on with them.
    pub(super) fn read_statements(&mut self) {
        let (mut any, mut heading) = (false, None);
        for i in 0..self.spans.len() {
            let harm = self.known[i].harm;
            // "They were A and B", "it rose to 30" may follow
            let follows = || any && self.known[i - 1].harm && statement::may_follow(self.span(i), self.lexicon);
            let mut stated = if harm || follows() {
                let (sentence, chunks) = self.sentence(i);
                statement::statements(sentence, chunks)
            } else {
                Vec::new()
            };
            if stated.is_empty() && (harm || heading.is_some()) {
                let (sentence, chunks) = self.sentence(i);
                stated.extend(heading.and_then(|outcome| statement::row(sentence, chunks, outcome)));
                if stated.is_empty() {
                    heading = statement::heading(sentence, chunks);
                } else {
                    self.rows.push(i);
                }
            } else {
                heading = None;
            }
            if !stated.is_empty() {
                any = true;
                self.known[i].stated = stated;
                self.looks_back(i);
            }
        }
    }

    /// Takes down of whom before it a sentence may speak that states something.
    fn looks_back(&mut self, index: usize) {
        let mut named = std::mem::take(&mut self.named);
        let stated = self.stated(index);
        let (sentence, chunks) = self.sentence(index);
        let phrases = &chunks.phrases;
        let points_back = stated.iter().any(|s| people::may_point_back(s, phrases));
        let fights = people::any_fights(phrases);
        let people = stated.iter().flat_map(|s| &s.items).map(|i| &phrases[i.phrase]);
        let written = |np: &NounPhrase| (index, self.written(&sentence.words[np.head as usize]));
        named.extend(people.filter(|np| people::is_untitled(np)).map(written));
        self.named = named;
        self.known[index].points_back = points_back;
        if points_back || fights {
            self.fought = index + 1;
        }
    }

    fn written(&self, word: &Word) -> &'a str {
        &self.text[self.tokens[word.first as usize].range()]
    }

    fn harmful(&self) -> impl Iterator<Item = usize> {
        (0..self.spans.len()).filter(|i| self.known[*i].harm)
    }

    /// Whether nothing is stated.
    pub(super) fn is_silent(&self) -> bool {
        self.known.iter().all(|known| known.stated.is_empty())
    }

    /// Whether something is stated in a sentence or just behind it: a pronoun there may mean someone of this one.
    pub(super) fn is_near(&self, index: usize) -> bool {
        self.known[index..].iter().take(1 + people::REACH).any(|known| !known.stated.is_empty())
    }

    /// Whether someone of whom a sentence speaks is told of there, or may be meant by what is stated just behind it.
    pub(super) fn may_be_meant(&self, index: usize) -> bool {
        let behind = || self.known[index + 1..].iter().take(people::REACH).any(|known| known.points_back);
        let names = |name: &str| self.words_of(index).contains(name);
        let titles = || self.is_near(index) && self.named.iter().any(|(at, name)| index < *at && names(name));
        !self.stated(index).is_empty() || behind() || titles()
    }

    /// Whether a sentence may say who attacks, and that may matter for what is stated there or further down.
    pub(super) fn may_attack(&self, index: usize) -> bool {
        index < self.fought && self.openings.may_attack(&bytes(self.tokens, &self.spans[index]))
    }

    /// Whether a sentence is a line of a list whose heading tells the outcome.
    pub(super) fn is_row(&self, index: usize) -> bool {
        self.rows.binary_search(&index).is_ok()
    }

    /// What a sentence states.
    pub(super) fn stated(&self, index: usize) -> &[Statement] {
        &self.known[index].stated
    }

    /// A sentence and its chunks.
    pub(super) fn sentence(&self, index: usize) -> (&Sentence, &Chunks) {
        let read = self.read(index);
        (&read.words, read.chunks.get_or_init(|| chunk::chunk(&read.words, self.lexicon)))
    }

    fn read(&self, index: usize) -> &Read {
        self.known[index].read.get_or_init(|| {
            let span = &self.spans[index];
            let words = word::words(self.text, self.tokens, span.tokens.clone(), self.casing, self.lexicon);
            let words = Sentence { headline: span.headline, paragraph: span.paragraph, year: self.year, ..words };
            Box::new(Read { words, chunks: OnceCell::new() })
        })
    }

    /// The tokens of a sentence.
    pub(super) fn span(&self, index: usize) -> &'a [Token] {
        &self.tokens[self.spans[index].tokens.clone()]
    }

    /// A sentence as written.
    fn words_of(&self, index: usize) -> &'a str {
        &self.text[bytes(self.tokens, &self.spans[index])]
    }

    /// The first byte of a sentence.
    pub(super) fn start(&self, index: usize) -> usize {
        bytes(self.tokens, &self.spans[index]).start
    }

    /// The place or day that opens a sentence which states something.
    pub(super) fn opening(&self, index: usize) -> Option<&'a str> {
        let within = self.spans[index].tokens.clone();
        let opening = || spot::opening(self.text, self.tokens, within, self.lexicon);
        if self.stated(index).is_empty() { None } else { opening() }
    }

    /// The years that the text gave before a sentence: its own incident may be of one.
    pub(super) fn years_before(&self, index: usize) -> Vec<u64> {
        let before = (0..index).filter(|&i| self.is_near(i));
        before.flat_map(|i| &self.sentence(i).0.years).map(|(_, year)| *year).collect()
    }

    /// Who is said to have stated a sentence.
    pub(super) fn credited(&self, index: usize) -> Attribution {
        let (sentence, chunks) = self.sentence(index);
        attribution::attribution(self.text, self.tokens, sentence, chunks, 0..chunks.list.len())
    }
}
