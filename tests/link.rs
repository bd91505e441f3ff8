//! Claims to incidents: what one text keeps apart, and what several texts share.

use tollbook::{
    claim::Claim,
    document::Document,
    extract::{self, extract},
    lexicon::Lexicon,
    link::{By, Decision, Options, Rule, Verdict, link, mark, pair_id},
    read::{Hints, Input},
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

fn marked(documents: &[Document]) -> Vec<Claim> {
    let mut read = extract::read(documents, Lexicon::english());
    mark(&mut read);
    read.into_iter().flat_map(|r| r.claims).collect()
}

#[test]
fn one_text() {
    let corpus: Corpus = toml::from_str(include_str!("corpus/link/one_text.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in &corpus.case {
        let claims = marked(&[document("a", case.published.as_deref(), &case.text)]);
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
fn what_stands_under_a_headline_without_a_toll_joins_nothing() {
    const BEHIND_A_WALL: &str =
        "Please confirm with Zebulon Quist of the Herald Tribune that you wish to hear from us by Quarterly Letter.";
    let titled = |id: &str, published: &str, title: &str, text: &str| Document {
        title: Some(title.into()),
        ..document(id, Some(published), text)
    };
    let documents = [
        titled("a", "2011-05-02", "Three hurt in Ballina bus crash", BEHIND_A_WALL),
        titled("b", "2011-05-03", "Man drowns off Ullapool", BEHIND_A_WALL),
        titled("c", "2011-05-03", "Ballina bus crash injures three", ""),
        document("d", Some("2011-05-03"), "Three people were hurt in a bus crash in Ballina on Monday."),
    ];
    let mut claims = claims(&documents);
    let linked = link(&mut claims, &documents, &Options::default());
    let mut told: Vec<Vec<String>> = linked.incidents.into_iter().map(|i| i.documents).collect();
    told.sort();
    assert_eq!(told, [vec!["a", "c", "d"], vec!["b"]]);
}

#[test]
fn a_headline_is_told_before_its_text() {
    let text = "Nine people died in a fire in Graz on Monday. In Linz, a bus crash injured three.";
    let document = Document { title: Some("Nine killed in fire".into()), ..document("a", Some("2011-05-03"), text) };
    let claims = marked(&[document]);
    let told: Vec<(&str, Option<&str>)> = claims.iter().map(|c| (c.phrase.as_str(), c.place.as_deref())).collect();
    assert_eq!(told, [("Nine", Some("Graz")), ("three", Some("Linz")), ("Nine", Some("Graz"))]);
}

#[test]
fn other_kinds_of_event_must_share_more() {
    let told = |what: &str| {
        let documents = [
            document(
                "a",
                Some("2011-05-02"),
                "Two porters were shot dead near the Corrib market in Ballina on Sunday, Mayor Orla Quinn said.",
            ),
            document(
                "b",
                Some("2011-05-03"),
                &format!("Mayor Orla Brady mourned four people killed in {what} at Crossmolina by Ballina on Monday."),
            ),
        ];
        let mut claims = claims(&documents);
        link(&mut claims, &documents, &Options::default()).incidents.len()
    };
    assert_eq!((told("a shooting"), told("a flood"), told("an attack")), (1, 2, 1));
}

#[test]
fn a_name_in_capitals_is_the_same_name() {
    let documents = [
        document("a", Some("2011-05-02"), "ENNISKILLEN, Ireland - Two roofers died in a fall on Sunday."),
        document("b", Some("2011-05-03"), "Two roofers fell to their deaths in Enniskillen on Sunday."),
        document("c", Some("2011-05-03"), "BREAKING NEWS UPDATE: two roofers died in a fall on Sunday."),
    ];
    let mut claims = claims(&documents);
    let linked = link(&mut claims, &documents, &Options::default());
    let mut told: Vec<Vec<String>> = linked.incidents.into_iter().map(|i| i.documents).collect();
    told.sort();
    assert_eq!(told, [vec!["a", "b"], vec!["c"]]);
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
        let incidents = link(&mut claims, &documents, &Options { by, ..Options::default() }).incidents;
        assert_eq!(incidents.len(), count);
    }
}

#[test]
fn claims_that_were_marked_and_saved_are_joined_all_the_same() {
    let documents = fires();
    let mut claims = marked(&documents);
    let incidents = link(&mut claims, &[], &Options::default()).incidents;
    assert_eq!(incidents.len(), 2, "{incidents:?}");
}

#[test]
fn claims_that_were_linked_and_saved_keep_their_incidents() {
    let documents = [
        document(
            "a",
            None,
            "Gunmen shot dead three shepherds. In a separate attack, a teacher was killed by Boro Dan.",
        ),
        document("b", None, "Two bakers were killed. In another attack, four masons died, said Boro Dan."),
    ];
    let mut claims = claims(&documents);
    link(&mut claims, &documents, &Options::default());
    let mut again = claims.clone();
    link(&mut again, &[], &Options::default());
    let keys = |claims: &[Claim]| claims.iter().map(|c| c.incident.clone().unwrap()).collect::<Vec<_>>();
    assert_eq!(keys(&claims), keys(&again));
    assert!(keys(&claims).iter().any(|key| key == "a-2"), "{:?}", keys(&claims));
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

/// The review file as a person would use it.
fn decided(one: &str, other: &str, verdict: Verdict) -> Decision {
    Decision { one: one.into(), other: other.into(), verdict }
}

#[test]
fn people_decide() {
    let documents = fires();
    let incidents = |decisions: Vec<Decision>| {
        let mut claims = claims(&documents);
        let linked = link(&mut claims, &documents, &Options { decisions, ..Options::default() });
        let mut groups: Vec<Vec<String>> = linked.incidents.into_iter().map(|i| i.documents).collect();
        groups.sort();
        (groups, linked.refused, linked.pairs)
    };
    assert_eq!(incidents(Vec::new()).0, [vec!["a", "b", "c"], vec!["d"]]);
    let (groups, refused, pairs) = incidents(vec![decided("d#1", "a#1", Verdict::Yes)]);
    assert_eq!((groups, refused), (vec![["a", "b", "c", "d"].map(str::to_owned).to_vec()], Vec::new()));
    assert!(pairs.iter().any(|p| p.id == pair_id("a#1", "d#1") && p.joined), "{pairs:?}");
    let apart = vec![decided("a#1", "b#1", Verdict::No), decided("a#1", "c#1", Verdict::No)];
    assert_eq!(incidents(apart).0, [vec!["a"], vec!["b", "c"], vec!["d"]]);
    let unsure = vec![decided("a#1", "b#1", Verdict::Unsure)];
    assert_eq!(incidents(unsure).0, [vec!["a", "b", "c"], vec!["d"]]);
}

#[test]
fn a_decision_that_cannot_be_followed_is_refused_and_the_rest_is_applied() {
    let documents = fires();
    let mut claims = claims(&documents);
    let decisions = vec![
        decided("x#1", "a#1", Verdict::Yes),
        decided("a#1", "d#1", Verdict::Yes),
        decided("d#1", "a#1", Verdict::No),
        decided("a#1", "a#1", Verdict::Yes),
    ];
    let linked = link(&mut claims, &documents, &Options { decisions, ..Options::default() });
    assert_eq!(linked.incidents.len(), 1);
    let refused: Vec<usize> = linked.refused.iter().map(|r| r.at).collect();
    assert_eq!(refused, [0, 2, 3], "{:?}", linked.refused);
    assert!(linked.refused[0].why.contains("x#1"));
}

/// Rows of three sources: two on one day within 3 km, one 40 km away, one a week later.
const ROWS: &str = "outcome,value,place,latitude,longitude,event_date,outlet\n\
    killed,3,Upper Marsh,10.00,20.00,2016-05-03,A\n\
    killed,5,Lower Marsh,10.02,20.01,2016-05-04,B\n\
    killed,4,Far Marsh,10.40,20.00,2016-05-03,C\n\
    killed,2,Upper Marsh,10.00,20.00,2016-05-11,C\n";

fn rows(rule: &str) -> usize {
    let input = Input { name: "t.csv".into(), bytes: ROWS.into() };
    let mut claims = input.pieces()[0].read(&Hints::default()).unwrap().claims;
    let options = Options { rule: Rule::shipped(rule).unwrap(), ..Options::default() };
    link(&mut claims, &[], &options).incidents.len()
}

#[test]
fn presets_keep_their_windows() {
    let found = ["default", "xsub-strict", "xsub-loose", "meltt"].map(|rule| (rule, rows(rule)));
    assert_eq!(found, [("default", 4), ("xsub-strict", 4), ("xsub-loose", 3), ("meltt", 4)]);
    for id in Rule::ids() {
        let rule = Rule::shipped(id).unwrap();
        assert_eq!(rule.id, id);
        assert!(!rule.title.is_empty() && !rule.about.is_empty() && !rule.citation.is_empty());
    }
    let text = Rule::text("default").unwrap();
    assert!(Rule::load(&text.replace("join = 0.14", "join = 0")).unwrap_err().contains("score.join"));
    assert!(Rule::load(&text.replace("names = 1.0", "names = -1.0")).unwrap_err().contains("weight.names"));
}

#[test]
fn one_source_does_not_tell_one_incident_twice_on_one_day() {
    let table = |outlet: &str| {
        let rows = format!(
            "outcome,value,place,event_date,outlet\nkilled,3,Upper Marsh,2016-05-03,A\nkilled,5,Upper Marsh,2016-05-03,{outlet}\n"
        );
        let input = Input { name: "t.csv".into(), bytes: rows.into() };
        let mut claims = input.pieces()[0].read(&Hints::default()).unwrap().claims;
        link(&mut claims, &[], &Options::default()).incidents.len()
    };
    assert_eq!((table("A"), table("B")), (2, 1));
}

#[test]
fn rows_of_one_place_and_day_are_one_in_a_large_table_too() {
    let mut rows = "outcome,value,place,event_date,outlet\n".to_owned();
    for day in 1..=28 {
        for outlet in ["A", "B"] {
            rows += &format!("killed,3,Upper Marsh,2016-{:02}-{day:02},{outlet}\n", 1 + day % 4 * 3);
        }
    }
    let input = Input { name: "t.csv".into(), bytes: rows.into() };
    let mut claims = input.pieces()[0].read(&Hints::default()).unwrap().claims;
    assert_eq!(link(&mut claims, &[], &Options::default()).incidents.len(), 28);
}

#[test]
fn a_name_in_two_countries_is_decided_by_the_text_or_left_open() {
    let open = |text: &str| {
        let documents = [document("a", Some("2014-05-03"), text)];
        let mut claims = claims(&documents);
        link(&mut claims, &documents, &Options::default()).incidents.remove(0).countries
    };
    assert_eq!(open("Three people were killed by a shell in Tripoli on Friday."), ["LB", "LY"]);
    assert!(open("Three people were killed by a shell in Tripoli on Friday, Lebanon said.").is_empty());
    assert!(open("Three people were killed by a shell in Aleppo on Friday.").is_empty());
    assert!(!open("Three people were killed by a train in Auburn on Friday.").is_empty());
    assert!(open("SEATTLE, Wash. - Three people were killed by a train in Auburn on Friday.").is_empty());
}
