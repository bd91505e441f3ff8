//! Who speaks, from sentence to sentence: "he said" means the one who spoke before.

use super::{
    attribution::{self, Attribution},
    parsed::Parsed,
    people::People,
};
use std::{cell::Cell, ops::Range};

/// Who spoke so far.
#[derive(Default)]
pub(super) struct Speakers {
    /// The speaker named last, and the sentence behind that.
    last: Option<String>,
    heard: usize,
    /// The sentence behind the last one that was read.
    next: usize,
    /// Whether that is one person.
    alone: bool,
    /// The one named before who is, where the last is none.
    person: Option<String>,
    /// Every name so far, in full.
    names: Vec<String>,
}

/// Who speaks in a sentence.
pub(super) struct Said {
    pub(super) who: Attribution,
    /// The speakers of its clauses, where it sets clauses against each other.
    voices: Vec<(Range<usize>, Attribution)>,
}

impl Said {
    /// Who says what stands at a chunk.
    pub(super) fn at(&self, chunk: usize) -> &Attribution {
        self.voices.iter().find(|(clause, _)| clause.contains(&chunk)).map_or(&self.who, |(_, said)| said)
    }
}

impl Speakers {
    /// Who speaks in the next sentence that is read.
    pub(super) fn hear(&mut self, parsed: &Parsed, index: usize) -> Said {
        let mut who = parsed.credited(index);
        if who.origin.is_some() || who.carried {
            // who spoke in sentences that tell of nobody
            for skipped in (self.next..index).filter(|&i| parsed.is_near(i)) {
                let mut who = parsed.credited(skipped);
                self.speaks(&who, skipped);
                attribution::fuller(&mut self.names, &mut who, parsed.lexicon);
            }
        }
        self.next = self.next.max(index + 1);
        if who.origin.is_some() {
            self.speaks(&who, index);
        } else if who.carried && !parsed.stated(index).is_empty() {
            let named = |i: usize| {
                let (sentence, chunks) = parsed.sentence(i);
                let said = parsed.credited(i);
                let speaks = said.origin.filter(|_| said.one || !who.one);
                speaks.or_else(|| attribution::subject(parsed.text, parsed.tokens, sentence, chunks))
            };
            // "he" is none of "officials"
            let before = if who.one && !self.alone { self.person.take() } else { self.last.take() };
            self.last = (self.heard..index).rev().find_map(named).or(before);
            (self.heard, self.alone) = (index, who.one);
            who.origin.clone_from(&self.last);
        }
        let (sentence, chunks) = parsed.sentence(index);
        let mut voices = attribution::voices(parsed.text, parsed.tokens, sentence, chunks);
        let all = voices.iter_mut().map(|(_, said)| said).chain([&mut who]);
        all.for_each(|said| attribution::fuller(&mut self.names, said, parsed.lexicon));
        Said { who, voices }
    }

    /// Keeps the speaker of a sentence, where one is named.
    fn speaks(&mut self, who: &Attribution, index: usize) {
        if who.origin.is_some() {
            if !who.one {
                self.person = self.last.take().filter(|_| self.alone).or(self.person.take());
            }
            (self.last, self.heard, self.alone) = (who.origin.clone(), index + 1, who.one);
        }
    }
}

/// Gives those whose outlet their own sentence does not name the one of the sentences beside it.
pub(super) fn hear_through(people: &mut People, parsed: &Parsed) {
    // those of one sentence ask the same one after the other
    let asked = Cell::new(None);
    let outlet = |i: usize| {
        let names = match asked.get() {
            Some((before, names)) if before == i => names,
            _ => i < parsed.spans.len() && attribution::names_outlet(parsed.text, parsed.span(i), parsed.lexicon),
        };
        asked.set(Some((i, names)));
        names.then(|| parsed.credited(i))
    };
    let paragraph = |i: usize| parsed.spans.get(i).map(|s| s.paragraph);
    for draft in people.drafts.iter_mut().filter(|d| d.said.via.is_none()) {
        draft.said.via = attribution::heard_through(draft.sentence, &draft.said, paragraph, outlet);
    }
}
