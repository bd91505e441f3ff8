//! Accounts and policies against their corpora. A claim is a line:
//! `id | outcome | victims | role | figure | in=ID, same=ID, implied, origin=NAME, via=NAME, outlet=NAME, doc=NAME, at=TIME`.

use serde::Deserialize;
use tollbook::{
    claim::{Claim, Outcome, Role, Status, Victims},
    figure::{self, Cell, Figure},
    lexicon::Lexicon,
    policy::Policy,
    reconcile::{Decision, Options, reconcile},
    report::{Finding, Report},
    source::Sources,
};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    claims: Vec<String>,
    #[serde(default)]
    expect: Vec<String>,
    #[serde(default)]
    absent: Vec<String>,
    #[serde(default)]
    sources: String,
    #[serde(default)]
    under: toml::Table,
    fresh: Option<u64>,
    as_of: Option<String>,
    verdict: Option<String>,
    meet: Option<String>,
    contradictions: Option<Vec<String>>,
}

#[test]
fn tally() {
    run(include_str!("corpus/account/tally.toml"));
}

#[test]
fn policies() {
    run(include_str!("corpus/policy/rules.toml"));
}

#[test]
fn a_decision_wins_and_what_it_replaced_stays() {
    let claims = [
        claim(0, "a | killed | all | total | 12 | origin=police"),
        claim(1, "b | killed | all | total | 15 | origin=radio"),
    ];
    let decision = Decision {
        incident: "here".to_owned(),
        outcome: Outcome::Killed,
        victims: None,
        low: Some(12),
        best: Some(14),
        high: Some(15),
        who: "A. Coder".to_owned(),
        when: Some("2021-06-01".to_owned()),
        why: "names counted".to_owned(),
    };
    assert_eq!(decision.check(), Ok(()));
    assert!(Decision { best: Some(20), ..decision.clone() }.check().is_err());
    let options = Options { decisions: vec![decision], ..Options::default() };
    let report = reconcile(&claims, &Policy::default(), &options);
    let found = find(findings(&report), "killed all").unwrap();
    assert_eq!((three(found).as_str(), found.replaced), ("12 / 14 / 15", Some((Some(12), Some(12), Some(15)))));
    assert!(found.reason.starts_with("decided by A. Coder, 2021-06-01: names counted; replaces"), "{}", found.reason);
    every_claim_once(&claims, &report);
}

/// What papers have from one agency is one account, and two agencies in one text are two, where nobody else is named.
#[test]
fn an_agency_speaks_where_nobody_else_does() {
    let accounts = |lines: &[&str]| {
        let claims: Vec<Claim> = lines.iter().enumerate().map(|(i, l)| claim(i, l)).collect();
        let report = reconcile(&claims, &Policy::default(), &Options::default());
        every_claim_once(&claims, &report);
        report.incidents[0].accounts.iter().map(|a| (a.name.clone(), a.via.clone())).collect::<Vec<_>>()
    };
    let papers = accounts(&[
        "a | killed | all | total | 14 | via=Reuters, outlet=Morning Paper, doc=1",
        "b | killed | all | total | 14 | via=Reuters, outlet=Evening Paper, doc=2",
        "c | killed | all | total | 14 | outlet=Reuters, doc=3",
    ]);
    assert_eq!(papers, [("Reuters".to_owned(), vec![])]);
    let agencies =
        accounts(&["a | killed | all | total | 12 | via=AFP", "b | killed | all | total | 14 | via=Reuters"]);
    assert_eq!(agencies, [("AFP".to_owned(), vec![]), ("Reuters".to_owned(), vec![])]);
    let police = accounts(&["a | killed | all | total | 12 | origin=police, via=AFP"]);
    assert_eq!(police, [("police".to_owned(), vec!["AFP".to_owned()])]);
}

/// The order of the claims, and another outlet that repeats an origin, change nothing of what is found.
#[test]
fn order_and_copies_change_nothing() {
    let lines = [
        "a | killed | all | total | 5 | origin=police, doc=1, at=2021-05-03T01:00Z",
        "b | killed | all | total | 14-18 | origin=the Red Crescent, doc=2, at=2021-05-03T08:00Z",
        "c | killed | all | total | 15 | origin=the police, doc=3, at=2021-05-03T20:00Z",
        "d | casualties | all | total | 40 | outlet=Radio, doc=4, at=2021-05-03T21:00Z",
    ];
    let claims: Vec<Claim> = lines.iter().enumerate().map(|(i, l)| claim(i, l)).collect();
    let of = |claims: &[Claim], id: &str| {
        let report = reconcile(claims, &Policy::shipped(id).unwrap(), &Options::default());
        findings(&report).iter().map(|f| (f.outcome, f.victims, three(f), f.verdict, f.accounts)).collect::<Vec<_>>()
    };
    let copy =
        claim(9, "e | killed | all | total | 15 | origin=police, outlet=Evening Paper, doc=5, at=2021-05-03T20:30Z");
    for id in Policy::ids().filter(|id| !["conservative", "representative", "informative"].contains(id)) {
        let mut other = claims.clone();
        other.reverse();
        assert_eq!(of(&claims, id), of(&other, id), "{id}");
        other.push(copy.clone());
        assert_eq!(of(&claims, id), of(&other, id), "{id} with a copy");
    }
}

fn run(corpus: &str) {
    let cases: Cases = toml::from_str(corpus).unwrap();
    let mut wrong = Vec::new();
    for case in &cases.case {
        let claims: Vec<Claim> = case.claims.iter().enumerate().map(|(i, line)| claim(i, line)).collect();
        let options = Options {
            sources: Sources::load(&case.sources).unwrap(),
            fresh_hours: case.fresh,
            as_of: case.as_of.clone(),
            ..Options::default()
        };
        let report = reconcile(&claims, &Policy::default(), &options);
        every_claim_once(&claims, &report);
        let findings = findings(&report);
        for line in &case.expect {
            let (key, value) = line.split_once(" = ").unwrap();
            let found = find(findings, key).map(short);
            if found.as_deref() != Some(value) {
                wrong.push(format!("{}: {key}: expected {value}, found {found:?}", case.name));
            }
        }
        wrong.extend(case.absent.iter().filter(|k| find(findings, k).is_some()).map(|k| format!("{}: {k}", case.name)));
        if let Some(first) = findings.first() {
            let bands: Vec<String> = first.bands.iter().map(ToString::to_string).collect();
            let meet = format!("{} of {} at {}", first.agree, first.accounts, bands.join(", "));
            if case.verdict.as_ref().is_some_and(|v| v != first.verdict.name()) {
                wrong.push(format!("{}: verdict {}", case.name, first.verdict));
            }
            if case.meet.as_ref().is_some_and(|m| *m != meet) {
                wrong.push(format!("{}: {meet}", case.name));
            }
        }
        let accounts = report.incidents.iter().flat_map(|i| &i.accounts);
        let told: Vec<String> = accounts.flat_map(|a| a.contradictions.clone()).collect();
        if case.contradictions.as_ref().is_some_and(|c| *c != told) {
            wrong.push(format!("{}: contradictions {told:?}", case.name));
        }
        for (id, value) in &case.under {
            let policy = Policy::shipped(id).unwrap_or_else(|| panic!("no policy {id}"));
            let report = reconcile(&claims, &policy, &options);
            every_claim_once(&claims, &report);
            let first = self::findings(&report).first();
            let (found, why) = first.map(|f| (three(f), f.reason.as_str())).unwrap_or_default();
            let (expected, told) =
                value.as_str().and_then(|v| v.split_once("; ")).unwrap_or((value.as_str().unwrap(), ""));
            if found != expected || !why.contains(told) {
                wrong.push(format!("{} under {id}: expected {value}, found {found}; {why}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn findings(report: &Report) -> &[Finding] {
    report.incidents.first().map_or(&[], |i| &i.findings)
}

fn find<'a>(findings: &'a [Finding], key: &str) -> Option<&'a Finding> {
    findings.iter().find(|f| format!("{} {}", f.outcome, f.victims) == key)
}

fn short(f: &Finding) -> String {
    let range = f.low.and_then(|low| tollbook::range::Range::new(low, f.high));
    format!("{} {}", range.map(|r| r.to_string()).unwrap_or_default(), cell(f.best, "-"))
}

/// `low / best / high`, `–` for a best that is not given, `open` for a high.
fn three(f: &Finding) -> String {
    if f.low.is_none() {
        return "none".to_owned();
    }
    format!("{} / {} / {}", cell(f.low, "–"), cell(f.best, "–"), cell(f.high, "open"))
}

fn cell(value: Option<u64>, blank: &str) -> String {
    value.map_or(blank.to_owned(), |v| v.to_string())
}

/// The second law: every claim ends in one account or is set aside, once.
fn every_claim_once(claims: &[Claim], report: &Report) {
    let mut found: Vec<&str> = report
        .incidents
        .iter()
        .flat_map(|i| i.accounts.iter().flat_map(|a| &a.claims).chain(i.set_aside.iter().map(|s| &s.claim)))
        .chain(report.set_aside.iter().map(|s| &s.claim))
        .map(String::as_str)
        .collect();
    let mut said: Vec<&str> = claims.iter().map(|c| c.claim.as_str()).collect();
    found.sort_unstable();
    said.sort_unstable();
    assert_eq!(found, said);
}

fn claim(place: usize, line: &str) -> Claim {
    let mut parts = line.split(" | ");
    let mut next = || parts.next().unwrap_or_else(|| panic!("too short: {line}")).trim();
    let (id, outcome, victims, role) = (next(), next(), next(), next());
    let phrase = next();
    let figure = match figure::read_cell(phrase, Lexicon::english()) {
        Ok(Cell::Figure(figure)) => figure,
        _ => Figure::vague(phrase),
    };
    let more = parts.next().unwrap_or_default();
    let mut claim = Claim {
        claim: id.to_owned(),
        incident: Some("here".to_owned()),
        place: None,
        point: None,
        event_date: None,
        outcome: outcome.parse().unwrap(),
        victims: victims.parse::<Victims>().unwrap(),
        role: role.parse::<Role>().unwrap(),
        status: Status::Asserted,
        phrase: phrase.to_owned(),
        figure,
        best: None,
        implied: false,
        origin: None,
        via: None,
        outlet: None,
        url: None,
        published: None,
        as_of: None,
        document: "text".to_owned(),
        start: 10 * place,
        end: 10 * place + 5,
        sentence: String::new(),
        within: None,
        repeats: None,
    };
    for item in more.split(',').map(str::trim).filter(|i| !i.is_empty()) {
        match item.split_once('=') {
            None => claim.implied = item == "implied",
            Some(("in", v)) => claim.within = Some(v.to_owned()),
            Some(("same", v)) => claim.repeats = Some(v.to_owned()),
            Some(("origin", v)) => claim.origin = Some(v.to_owned()),
            Some(("best", v)) => claim.best = v.parse().ok(),
            Some(("via", v)) => claim.via = Some(v.to_owned()),
            Some(("outlet", v)) => claim.outlet = Some(v.to_owned()),
            Some(("doc", v)) => claim.document = v.to_owned(),
            Some(("at", v)) => claim.published = Some(v.to_owned()),
            Some(("status", v)) => claim.status = v.parse().unwrap(),
            Some(other) => panic!("{other:?}"),
        }
    }
    claim
}
