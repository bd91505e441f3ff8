//! The page stands by itself: nothing is fetched, nothing of the data becomes markup, every link leads somewhere.

use std::collections::BTreeSet;
use tollbook::{
    claim::Claim,
    policy::Policy,
    read::{Hints, Input},
    reconcile::{Options, reconcile},
    report::Report,
    write,
};

fn claims() -> Vec<Claim> {
    let table = "incident,place,event_date,outcome,qualifier,value,origin,outlet,published,document,start,end,phrase,sentence\n\
        i1,<b>Oldtown</b>,2021-05-03,killed,exact,13,police,Wire,2021-05-03,d1,0,2,13,\"13 died & <script>alert(1)</script> \"\"fled\"\".\"\n\
        i1,<b>Oldtown</b>,2021-05-03,killed,at_least,20,\"radio\"\" onload=\"\"x\",Post,2021-05-04,d2,0,11,at least 20,At least 20 died.\n\
        i2,Newtown,2021-06-01,injured,at_least,3,police,Wire,2021-06-01,d3,0,10,at least 3,At least 3 were hurt.\n\
        i2,Newtown,2021-06-01,injured,exact,5,police,Wire,2021-06-02,d4,0,1,5,5 were hurt.\n";
    let input = Input { name: "t.csv".to_owned(), bytes: table.as_bytes().to_vec() };
    let reading = input.pieces()[0].read(&Hints::default()).unwrap();
    assert!(reading.rejects.is_empty(), "{:?}", reading.rejects);
    reading.claims
}

fn reports(claims: &[Claim]) -> Vec<Report> {
    let policies = ["transparent", "range"].map(|id| Policy::shipped(id).unwrap());
    policies.iter().map(|policy| reconcile(claims, policy, &Options::default())).collect()
}

/// What stands between each pair of these marks.
fn between<'a>(page: &'a str, from: &'a str, to: &'a str) -> Vec<&'a str> {
    page.split(from).skip(1).filter_map(|rest| rest.split_once(to)).map(|(inside, _)| inside).collect()
}

#[test]
fn every_link_leads_to_words_on_the_page() {
    let claims = claims();
    let page = write::html::page(&reports(&claims), &claims);
    let ids = between(&page, " id=\"", "\"");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "an id stands once");
    let links = between(&page, "href=\"#", "\"");
    assert!(links.len() > 3);
    assert_eq!(links.into_iter().filter(|l| !unique.contains(l)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn nothing_of_the_data_becomes_markup() {
    let claims = claims();
    let page = write::html::page(&reports(&claims), &claims);
    assert_eq!(page.matches("<script>").count(), 1, "our own");
    assert!(!page.contains("<b>Oldtown") && !page.contains("\" onload=\""));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn nothing_is_fetched() {
    let claims = claims();
    let page = write::html::page(&reports(&claims), &claims).replace("http://www.w3.org/2000/svg", "");
    for mark in ["http:", "https:", "//cdn", "@import", "url(", "<link", " src="] {
        assert!(!page.contains(mark), "{mark}");
    }
}

#[test]
fn open_ends_are_drawn_open_and_said() {
    let claims = claims();
    let report = reports(&claims).remove(0);
    let incident = &report.incidents[0];
    let plot = write::svg::finding(incident, &incident.findings[0]).unwrap();
    assert_eq!(plot.matches("class=\"open\"").count(), 1);
    assert_eq!(plot.matches("class=\"dot\"").count(), 1);
    assert!(plot.contains("<desc>") && plot.contains(": 20+") && plot.contains("≠ "), "{plot}");
}

#[test]
fn a_name_from_right_to_left_leaves_the_date_behind_it() {
    let table = "incident,place,event_date,outcome,value,origin\ni1,غزة,2021-05-03,killed,13,الدفاع المدني 7\n";
    let input = Input { name: "t.csv".to_owned(), bytes: table.as_bytes().to_vec() };
    let claims = input.pieces()[0].read(&Hints::default()).unwrap().claims;
    let page = write::html::page(&reports(&claims), &claims);
    assert!(page.contains("غزة \u{200e}· 3 May 2021"));
    assert!(page.contains("الدفاع المدني 7\u{200e}"), "a number that belongs to the name stays with it");
}
