//! Claims to incidents: what one text keeps apart, and what several texts share.

use tollbook::{
    claim::Claim,
    document::Document,
    extract::{self, extract},
    lexicon::Lexicon,
    link::{By, Options, link, mark},
};

#[derive(serde::Deserialize)]
struct Corpus {
    case: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    text: String,
    published: Option<String>,
    scenes: Vec<Scene>,
}

#[derive(Debug, Default, PartialEq, serde::Deserialize)]
#[serde(default)]
struct Scene {
    sort: String,
    place: Option<String>,
    date: Option<String>,
    claims: Vec<String>,
}

fn document(id: &str, published: Option<&str>, text: &str) -> Document {
    Document { id: id.into(), text: text.into(), published: published.map(Into::into), ..Document::default() }
}

fn claims(documents: &[Document]) -> Vec<Claim> {
    documents.iter().flat_map(|d| extract(d, Lexicon::english())).collect()
}

#[test]
fn one_text() {
    let corpus: Corpus = toml::from_str(include_str!("corpus/link/one_text.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in &corpus.case {
        let document = document("a", case.published.as_deref(), &case.text);
        let (mut claims, scanned) = extract::read(&document, Lexicon::english());
        mark(&mut claims, &document, &scanned);
        let mut found: Vec<(String, Scene)> = Vec::new();
        for claim in claims {
            let key = claim.incident.expect("every claim of a text has a scene");
            let sort = key["a#".len()..].trim_end_matches(|c: char| c == '-' || c.is_ascii_digit()).to_owned();
            let scene = Scene { sort, place: claim.place, date: claim.event_date, claims: vec![claim.phrase] };
            match found.iter_mut().find(|(k, _)| *k == key) {
                Some((_, before)) => before.claims.extend(scene.claims),
                None => found.push((key, scene)),
            }
        }
        let found: Vec<Scene> = found.into_iter().map(|(_, scene)| scene).collect();
        if found != case.scenes {
            wrong.push(format!("{}\n  found {found:?}\n  not   {:?}", case.text, case.scenes));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Three reports of one fire, one of another, in any order.
fn fires() -> Vec<Document> {
    vec![
        document(
            "a",
            Some("2012-11-03"),
            "A fire in the Rosebank dye works at Sialkot killed 12 people on Friday, said Inspector Qadir.",
        ),
        document(
            "b",
            Some("2012-11-04"),
            "Inspector Qadir said that 14 people were killed on Friday at the Rosebank dye works in Sialkot.",
        ),
        document(
            "c",
            Some("2012-11-04"),
            "In Sialkot, 14 people were killed in Friday's fire at Rosebank, where Inspector Qadir is looking for the cause.",
        ),
        document(
            "d",
            Some("2012-11-04"),
            "Three people were killed in a fire at a Valparaiso cinema called Miramar on Saturday.",
        ),
    ]
}

#[test]
fn texts_of_one_incident_are_joined_whatever_their_order() {
    let told = |documents: &[Document]| {
        let mut claims = claims(documents);
        link(&mut claims, documents, &Options::default());
        let mut ids: Vec<(String, Option<String>)> = claims.into_iter().map(|c| (c.document, c.incident)).collect();
        ids.sort();
        ids.dedup();
        ids
    };
    let mut documents = fires();
    let ids = told(&documents);
    let of = |d: &str| ids.iter().find(|(id, _)| id == d).and_then(|(_, key)| key.clone()).expect(d);
    assert_eq!(of("a"), "sialkot-2012-11-02");
    assert_eq!((of("b"), of("c")), (of("a"), of("a")));
    assert_eq!(of("d"), "valparaiso-2012-11-03");
    documents.reverse();
    assert_eq!(told(&documents), ids);
}

#[test]
fn an_incident_keeps_its_name_when_later_texts_come() {
    let name = |documents: &[Document]| {
        let mut claims = claims(documents);
        link(&mut claims, documents, &Options::default());
        claims.into_iter().find(|c| c.document == "a").and_then(|c| c.incident)
    };
    let documents = fires();
    assert_eq!(name(&documents[..1]), name(&documents));
}

#[test]
fn a_key_that_is_given_wins() {
    let mut documents = fires();
    documents[1].incident = Some("mine".into());
    let mut claims = claims(&documents);
    claims[0].incident = Some("yours".into());
    link(&mut claims, &documents, &Options::default());
    assert_eq!(claims[0].incident.as_deref(), Some("yours"));
    assert!(claims.iter().filter(|c| c.document == "b").all(|c| c.incident.as_deref() == Some("mine")));
}

#[test]
fn the_user_says_what_an_incident_is() {
    let mut documents = fires();
    documents.iter_mut().for_each(|d| d.id = format!("folder/{}", d.id));
    for (by, count) in [(By::Document, 4), (By::Folder, 1)] {
        let mut claims = claims(&documents);
        let incidents = link(&mut claims, &documents, &Options { by });
        assert_eq!(incidents.len(), count);
    }
}

#[test]
fn claims_that_were_marked_and_saved_are_joined_all_the_same() {
    let documents = fires();
    let mut claims: Vec<Claim> = documents
        .iter()
        .flat_map(|d| {
            let (mut claims, scanned) = extract::read(d, Lexicon::english());
            mark(&mut claims, d, &scanned);
            claims
        })
        .collect();
    let incidents = link(&mut claims, &[], &Options::default());
    assert_eq!(incidents.len(), 2, "{incidents:?}");
}

#[test]
fn the_toll_joins_and_parts_nothing() {
    let keys = |toll: &str| {
        let documents: Vec<Document> =
            fires().into_iter().map(|d| Document { text: d.text.replace("14", toll), ..d }).collect();
        let mut claims = claims(&documents);
        link(&mut claims, &documents, &Options::default());
        claims.into_iter().map(|c| c.incident).collect::<Vec<_>>()
    };
    assert_eq!(keys("14"), keys("90"));
}
