//! Sentences without a word of harm that go on with the one before.

use crate::claim::Victims;
use crate::lexicon::{Class, Lexicon};
use crate::token::Token;

/// Whether a sentence without a word of harm may go on with those of the one before: it says who they are ("they were A and B"),
/// or what a toll does ("it later rose to 30", "activists say nine").
pub(in crate::extract) fn may_follow(tokens: &[Token], lexicon: &Lexicon) -> bool {
    /// Words that may stand between one of saying and its number: "said at least nine".
    const BETWEEN: usize = 4;
    let mut first = None;
    let (mut people, mut said, mut toll, mut raised, mut counted) = (false, None, None, None, false);
    let mut moved = false;
    for (n, token) in tokens.iter().filter(|t| !t.kind.is_break()).enumerate() {
        let entry = lexicon.entry(token.word);
        let (is, near) =
            (|class| entry.classes.has(class), |last: Option<usize>| last.is_some_and(|l| n - l <= BETWEEN + 1));
        let counts = lexicon.counts(token);
        let equals = entry.classes.any(&[Class::BePlural, Class::Be, Class::Have, Class::Including]) || token.is(':');
        let opens = *first.get_or_insert(counts);
        if people && equals || opens && (equals || is(Class::BeSingle)) || counts && near(said) {
            return true;
        }
        people = counts || is(Class::PersonPronoun) || entry.victims == Some(Victims::All);
        counted |= counts;
        said = if is(Class::Speech) { Some(n) } else { said };
        toll = if entry.classes.any(&[Class::ThingPronoun, Class::Counter]) { Some(n) } else { toll };
        raised = if is(Class::Raising) { Some(n) } else { raised };
        moved |= near(toll) && near(raised);
    }
    counted && moved
}
