//! Equations: "the dead were A and B", "among the dead was a boy", "also injured were A and B", "the dead: three men",
//! "a captain is among the dead", "most of the dead were farmers".

use super::super::chunk::{Chunk, Chunks, Kind, VerbGroup, Voice};
use super::super::noun_phrase::{NounPhrase, Opening, Who};
use super::super::walk;
use super::super::word::Sentence;
use super::named::{included, named, some_of_them};
use super::{Ground, Item, Statement};
use crate::claim::Outcome;
use crate::lexicon::Class;

/// What stands left of the sign of equality.
struct Left {
    /// What befell them.
    outcome: Outcome,
    /// Only some of them are named.
    among: bool,
    /// The phrase that stands for all of them.
    phrase: Option<usize>,
    /// "three of the dead": the phrase that is counted.
    share: Option<usize>,
}

/// Adds what equations tell.
pub(super) fn equations(sentence: &Sentence, chunks: &Chunks, found: &mut Vec<Statement>) {
    let signs = [Kind::Including, Kind::Verb, Kind::Break, Kind::Comma];
    let may_be = |c: &usize| match chunks.list[*c] {
        Chunk::Verb(v) => chunks.verbs[v].voice == Voice::Copula,
        Chunk::Comma => *c == 1, // behind what opens the sentence
        _ => true,
    };
    for c in chunks.runs([&signs]).filter(|c| *c >= 1 && may_be(c)) {
        if let Chunk::Including(_) = chunks.list[c] {
            among(sentence, chunks, c, found);
            found.extend(included(sentence, chunks, c, found));
            continue;
        }
        if let Some(labelled) = label(sentence, chunks, c) {
            found.retain(|s| s.chunk != c - 1); // the word is the label of what follows, not the fate of what stands before
            found.push(labelled);
            continue;
        }
        let Some(right) = sign(sentence, chunks, c) else { continue };
        let Some(left) = left(chunks, c, found, sentence) else {
            let some = || some_of_them(sentence, chunks, c, right, found);
            found.extend(named(sentence, chunks, c, right).or_else(some));
            continue;
        };
        let Chunk::Noun(first) = chunks.list[right] else { continue };
        let new = |items| Statement::new(chunks.starts[right], right, left.outcome, Ground::People, items);
        if let Some(share) = left.share {
            if !chunks.phrases[first].is_people() {
                continue;
            }
            let known = found.iter_mut().flat_map(|s| s.items.iter_mut()).find(|i| i.phrase == share);
            match known {
                Some(item) => item.inner = Some(first),
                None => found.push(new(vec![Item { phrase: share, part: false, of: true, inner: Some(first) }])),
            }
            continue;
        }
        let mut items: Vec<Item> = walk::list_on(sentence, chunks, right);
        if left.phrase.is_some_and(|n| chunks.phrases[n].plural == Some(false)) {
            // "the injured man was a guard" brings in nobody, "the man killed was Ann Lee" gives a name
            let np = &chunks.phrases[first];
            items.truncate(usize::from(np.name.is_some() && np.opening != Opening::A));
            // who they are is told by both: "the civilian killed was Ann Lee, a baker"
            items.iter_mut().for_each(|i| i.inner = left.phrase);
        }
        let told = |i: &Item| {
            let np = &chunks.phrases[i.phrase];
            np.pronoun.is_none() && (np.figure.is_some() || np.plural != Some(true))
        };
        if items.is_empty() || !items.iter().all(told) {
            continue;
        }
        let whole = left.phrase.filter(|&n| chunks.phrases[n].figure.is_some());
        let base = whole.and_then(|n| found.iter_mut().find(|s| s.items.iter().any(|i| i.phrase == n)));
        if let Some(base) = base {
            base.items.extend(items.into_iter().map(|i| Item { part: true, ..i }));
            continue;
        }
        if let Some(n) = left.phrase {
            found.iter_mut().for_each(|s| s.items.retain(|i| i.phrase != n)); // "those who died are …"
        }
        let also = sentence.words[..chunks.starts[c]].iter().rev().take(6).any(|w| w.has(Class::Also));
        let items = items.into_iter().map(|i| Item { of: left.among, ..i }).collect();
        found.push(Statement { also, ..new(items) });
    }
}

/// "Dead: 14", "Number of injured: over 50".
fn label(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<Statement> {
    let at = chunks.starts[c];
    // "Deaths – 5", but not "Days since last death – 5"
    let word = |m: usize| chunks.phrases[m].end - chunks.phrases[m].first == 1;
    let opens = c < 2 || matches!(chunks.list[c - 2], Chunk::Comma | Chunk::Break);
    let dash = sentence.words[at].is('–') && opens && matches!(chunks.list[c - 1], Chunk::Noun(m) if word(m));
    let &Chunk::Noun(n) = chunks.list.get(c + 1).filter(|_| sentence.words[at].is(':') || dash)? else { return None };
    let own = match chunks.list.get(c + 2) {
        Some(&Chunk::Verb(v)) => chunks.verbs[v].outcome.is_some(),
        next => matches!(next, Some(Chunk::State(_))),
    };
    if own && chunks.list.get(c + 3) != Some(&Chunk::Break) {
        return None; // "Casualties: three killed"
    }
    let plain = match chunks.list[c - 1] {
        Chunk::Verb(v) => chunks.verbs[v].alone(),
        Chunk::Noun(m) => chunks.phrases[m].figure.is_none(),
        Chunk::State(_) => true,
        _ => false,
    };
    let word = sentence.words[at - 1].outcome;
    let outcome = word.adjective.or(word.people).or(word.count).or(word.toll).or(word.verb.map(|v| v.outcome))?;
    let np = &chunks.phrases[n];
    let items = vec![Item { phrase: n, part: false, of: false, inner: None }];
    (plain && np.who == Who::Bare && np.figure.is_some())
        .then(|| Statement::new(at, c + 1, outcome, Ground::Toll, items))
}

/// Where the sign of equality at chunk `c` is one, the chunk of what follows.
fn sign(sentence: &Sentence, chunks: &Chunks, c: usize) -> Option<usize> {
    let right = match chunks.list[c] {
        Chunk::Verb(v) if equals(sentence, &chunks.verbs[v]) => match chunks.list.get(c + 1)? {
            Chunk::Preposition(w) if sentence.words[*w].has(Class::Named) => c + 2,
            Chunk::Break if sentence.words[chunks.starts[c + 1]].is(':') => c + 2,
            _ => c + 1,
        },
        Chunk::Break if sentence.words[chunks.starts[c]].is(':') => c + 1,
        // "the dead – two men and a woman – have not been named"
        Chunk::Break | Chunk::Comma if c == 1 && the_dead(chunks, c) => {
            c + chunks.list[c..].iter().take_while(|k| **k == chunks.list[c]).count()
        }
        _ => return None,
    };
    matches!(chunks.list.get(right), Some(Chunk::Noun(_))).then_some(right)
}

/// Whether "the dead" or "those injured" of no number stand before the mark at chunk `c`, and counted people between it and
/// the next such mark.
fn the_dead(chunks: &Chunks, c: usize) -> bool {
    let (before, after) = (&chunks.list[..c], &chunks.list[c..]);
    let opens = after.iter().take_while(|k| **k == after[0]).count();
    let state = |np: &NounPhrase| np.state.is_some() && np.opening == Opening::Definite && np.figure.is_none();
    let dead =
        matches!(*before, [Chunk::Noun(n)] if state(&chunks.phrases[n]) && chunks.phrases[n].plural != Some(false));
    let counted = |k: Option<&Chunk>| matches!(k, Some(&Chunk::Noun(n)) if chunks.phrases[n].is_people() && chunks.phrases[n].figure.is_some());
    dead && counted(after.get(opens)) && after[opens..].contains(&after[0])
}

fn equals(sentence: &Sentence, g: &VerbGroup) -> bool {
    let be = sentence.words[g.first..g.end].iter().any(|w| w.any(&[Class::BeSingle, Class::BePlural, Class::Be]));
    be && g.voice == Voice::Copula && g.state.is_none() && !g.negated && !g.modal
}

/// What the clause before chunk `c` names people by, where it names them by what befell them.
fn left(chunks: &Chunks, c: usize, found: &[Statement], sentence: &Sentence) -> Option<Left> {
    let opens = |k: &Chunk| matches!(k, Chunk::Break | Chunk::Where(_) | Chunk::But | Chunk::Quote);
    let start = chunks.list[..c].iter().rposition(opens).map_or(0, |p| p + 1);
    let told = |n: usize| found.iter().find(|s| !s.negated && s.items.iter().any(|i| i.phrase == n)).map(|s| s.outcome);
    let finite =
        |k: &Chunk| matches!(*k, Chunk::Verb(v) if !matches!(chunks.verbs[v].voice, Voice::Ing | Voice::Infinitive));
    let left = |outcome, among, phrase, share| Left { outcome, among, phrase, share };
    // "the dead, police said, were"
    let aside = matches!(chunks.list[start..c], [Chunk::Noun(_), Chunk::Comma, _, _, Chunk::Comma]);
    let says = |k: &Chunk| chunks.is_speech(sentence, k);
    let verbs = chunks.list[start..c].iter().filter(|k| finite(k) && !(aside && says(k))).count();
    match *chunks.list.get(start).filter(|_| start < c)? {
        Chunk::Including(_) if verbs <= 1 => {
            let outcome = chunks.list[start + 1..c].iter().find_map(|k| match *k {
                Chunk::State(w) => sentence.words[w].outcome.adjective,
                Chunk::Noun(n) => told(n).or(chunks.phrases[n].state),
                Chunk::Verb(v) => chunks.verbs[v].outcome.map(|o| o.verb.outcome),
                _ => None,
            })?;
            Some(left(outcome, true, None, None))
        }
        Chunk::Verb(v) if verbs == 1 => {
            let g = &chunks.verbs[v];
            let bare = g.main + 1 == g.end && g.voice == Voice::Active && g.plural.is_none();
            // "killed were A and B", "Killed: 3 civilians"
            let outcome = g.outcome.filter(|_| bare && (c == start + 1 || matches!(chunks.list[c], Chunk::Verb(_))))?;
            found.iter().all(|s| s.chunk != start || s.items.is_empty()).then_some(left(
                outcome.verb.outcome,
                false,
                None,
                None,
            ))
        }
        // "Of the dead, nine were women"
        Chunk::Preposition(w) if sentence.words[w].has(Class::Of) && verbs == 0 => {
            let Chunk::Noun(n) = chunks.list[c - 1] else { return None };
            let &Chunk::Noun(all) = chunks.list.get(start + 1)? else { return None };
            let np = &chunks.phrases[n];
            let share = np.who == Who::Bare && (np.figure.is_some() || np.share) && n != all;
            Some(left(chunks.phrases[all].state.filter(|_| share && c <= start + 4)?, false, None, Some(n)))
        }
        Chunk::State(w) if verbs == 0 => Some(left(sentence.words[w].outcome.adjective?, false, None, None)),
        Chunk::Noun(n) => {
            let np = &chunks.phrases[n];
            let group = match (chunks.list.get(start + 1), chunks.list.get(start + 2)) {
                (Some(Chunk::Preposition(w)), Some(&Chunk::Noun(m))) if sentence.words[*w].has(Class::Of) => {
                    chunks.phrases[m].state.or(told(m))
                }
                (Some(Chunk::Whom), Some(&Chunk::Verb(v))) => chunks.verbs[v].outcome.map(|o| o.verb.outcome),
                _ => None,
            };
            if np.who == Who::Bare && (np.figure.is_some() || np.share) {
                return Some(left(group.filter(|_| verbs <= 1)?, false, None, Some(n)));
            }
            // "the man who was killed was", "the man killed was"
            let relative = match chunks.list.get(start + 1) {
                Some(Chunk::Relative(_)) => true,
                Some(&Chunk::Verb(v)) => chunks.verbs[v].alone() && chunks.verbs[v].outcome.is_some(),
                _ => false,
            };
            let all = np.opening == Opening::Definite || np.pronoun.is_some();
            let outcome = np.state.filter(|_| verbs == 0).or_else(|| told(n).filter(|_| verbs == 1 && relative))?;
            all.then_some(left(outcome, false, Some(n), None))
        }
        _ => None,
    }
}

/// "Two children were among the 13 people killed": the subject is a part of them.
fn among(sentence: &Sentence, chunks: &Chunks, c: usize, found: &mut Vec<Statement>) {
    let (is, plural) = match chunks.list[c - 1] {
        Chunk::Verb(v) if chunks.verbs[v].voice == Voice::Copula => (c - 1, chunks.verbs[v].plural),
        // "Boy among six dead"
        Chunk::Noun(_) if c == 1 && chunks.verbs.iter().all(VerbGroup::alone) => (c, None),
        _ => return,
    };
    let mut word = chunks.starts[c] + 1;
    let outcome = match chunks.list.get(c + 1) {
        Some(&Chunk::Noun(whole)) => match found.iter().find(|s| s.items.iter().any(|i| i.phrase == whole)) {
            Some(told) => {
                word = (told.word + 1).min(sentence.words.len() - 1); // told of behind the whole
                Some(told.outcome)
            }
            None => chunks.phrases[whole].state,
        },
        Some(&Chunk::State(w)) => sentence.words[w].outcome.adjective,
        Some(&Chunk::Verb(v)) => chunks.verbs[v].outcome.map(|o| o.verb.outcome),
        _ => None,
    };
    let Some(outcome) = outcome else { return };
    let before = |i: &Item| (chunks.phrases[i.phrase].first as usize) < chunks.starts[c]; // the others are the whole
    let subject = walk::subject(sentence, chunks, is, plural).into_iter().filter(before);
    let items = subject.map(|i| Item { part: false, of: true, ..i }).collect();
    found.push(Statement::new(word, c, outcome, Ground::People, items));
}
