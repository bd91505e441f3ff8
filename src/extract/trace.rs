//! What each step saw of a claim.

use super::{
    Told, claims,
    people::{Draft, RULES},
    statement::Ground,
    told,
};
use crate::claim::{Claim, Role, Step, Trace};
use crate::document::Document;
use crate::lexicon::Lexicon;

/// How each claim of a document was read: its words, what tells of it, who the people are, how it stands to the claims before
/// it and by which rule, and who said it. In the order in which the text tells.
///
/// ```
/// use tollbook::{document::Document, extract::trace, lexicon::Lexicon};
///
/// let text = "Police said 13 people were killed, including two children.";
/// let document = Document { id: "a".into(), text: text.into(), ..Document::default() };
/// let read = trace(&document, Lexicon::english());
/// assert_eq!(read[1].rule, "including");
/// assert!(read[1].steps.iter().any(|s| s.saw == "13" && s.made.starts_with("part of it")));
/// ```
pub fn trace(document: &Document, lexicon: &Lexicon) -> Vec<Trace> {
    let Some(Told { scanned, mut people, .. }) = told(std::slice::from_ref(document), lexicon).pop() else {
        return Vec::new();
    };
    let claims = claims::claims(document, &scanned, &mut people.drafts);
    let text = &*scanned.whole.text;
    let read = |(draft, claim): (&Draft, &Claim)| {
        let of = draft.within.or(draft.repeats).map(|i| claims[i].phrase.as_str());
        Trace { claim: claim.claim.clone(), rule: draft.rule, steps: steps(text, draft, claim, of) }
    };
    people.drafts.iter().zip(&claims).map(read).collect()
}

fn steps(text: &str, draft: &Draft, claim: &Claim, of: Option<&str>) -> Vec<Step> {
    let step = |step, saw: &str, made: String| Step { step, saw: saw.to_owned(), made };
    let figure = if claim.implied { "described, not counted".to_owned() } else { claim.figure.to_string() };
    let mut steps = vec![
        step("figure", &claim.phrase, figure),
        step("told by", &text[draft.by.clone()], format!("{}: {}", ground(draft.ground), claim.outcome)),
        step("people", &text[draft.whole.clone()], claim.victims.to_string()),
    ];
    if !draft.scope.is_empty() {
        steps.push(step("clause", "", draft.scope.to_owned()));
    }
    let why = RULES.iter().find(|(name, _)| *name == draft.rule).map_or("", |(_, why)| why);
    steps.push(step(
        "stands as",
        of.unwrap_or_default(),
        format!("{}, by “{}” ({why})", stands(claim, of.is_some()), draft.rule),
    ));
    let origin = claim.origin.as_deref();
    steps.push(step("said by", origin.unwrap_or_default(), origin.map_or("nobody named", |_| "the origin").to_owned()));
    steps.extend(claim.via.as_deref().map(|via| step("through", via, "the outlet it was taken from".to_owned())));
    steps
}

fn stands(claim: &Claim, beside: bool) -> String {
    let role = match claim.role {
        _ if claim.repeats.is_some() => "the same said again",
        Role::Part if beside => "part of it",
        Role::Addition if beside => "more than it",
        Role::Total if beside => "total, out of it",
        role => role.name(),
    };
    role.to_owned()
}

fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Verb => "a verb",
        Ground::People => "people by their state",
        Ground::Count => "a noun for the deed",
        Ground::Toll => "a toll",
        Ground::Harm => "a wound",
        Ground::Taken => "where they were taken",
        Ground::Condition => "a condition",
        Ground::Suicide => "a deed that kills who does it",
        Ground::Survived => "who survived",
        Ground::Named => "who they are",
    }
}
