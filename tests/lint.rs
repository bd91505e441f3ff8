//! What `check` finds in claims, rule by rule: a table with a fault, and where it is told.

use tollbook::{
    lint::lint,
    policy::Policy,
    read::{Hints, Input},
    reconcile::{Options, reconcile},
};

#[track_caller]
fn faults(table: &str, expected: &[&str]) {
    let input = Input { name: "t.csv".to_owned(), bytes: table.as_bytes().to_vec() };
    let mut claims = Vec::new();
    for piece in input.pieces() {
        claims.extend(piece.read(&Hints::default()).unwrap().claims);
    }
    let report = reconcile(&claims, &Policy::default(), &Options::default());
    let found: Vec<String> =
        lint(&claims, &report).iter().map(|f| format!("{}: {}: {}", f.rule, f.place, f.what)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_part_above_its_whole() {
    faults(
        "claim,incident,outcome,victims,role,value,within,document\n\
         a,x,killed,all,total,5,,t\nb,x,killed,children,part,7,a,t\nc,x,killed,women,part,5,a,t\n",
        &["part-above-whole: t: killed children: 7 inside 5 all"],
    );
}

#[test]
fn dates_outside() {
    faults(
        "claim,incident,outcome,role,value,within,event_date,published,document\n\
         a,x,killed,total,5,,2021-05-01/2021-05-03,2021-05-04,t\n\
         b,x,killed,part,2,a,2021-05-04,2021-05-05,u\n\
         c,x,killed,part,2,a,2021-05-03,2021-05-05,v\n\
         d,y,killed,total,2,,2021-05-03,2021-05-02,w\n",
        &[
            "dates-outside: u: happened on 2021-05-04, outside 2021-05-01/2021-05-03 of its whole",
            "dates-outside: w: said on 2021-05-02 of what happened on 2021-05-03",
        ],
    );
}

#[test]
fn an_incident_outside_the_period_it_is_said_to_be_in() {
    faults(
        "claim,incident,outcome,role,value,within,event_date,document\n\
         a,spring,killed,cumulative,50,,2021-03/2021-05,t\n\
         b,x,killed,total,2,spring,2021-05-31,u\n\
         c,y,killed,total,2,spring,2021-06-01,v\n\
         d,z,killed,total,2,a,2021-02-28,w\n",
        &[
            "dates-outside: v: happened on 2021-06-01, outside 2021-03/2021-05 of its whole",
            "dates-outside: w: happened on 2021-02-28, outside 2021-03/2021-05 of its whole",
        ],
    );
}

#[test]
fn totals_that_fall() {
    faults(
        "incident,outcome,value,origin,published,document\n\
         x,killed,11,police,2021-05-01,a\nx,killed,13,police,2021-05-02,b\nx,killed,12,police,2021-05-03,c\n",
        &["falls: x: killed all: police said 13, then 12"],
    );
}

#[test]
fn years_and_ages() {
    faults(
        "incident,outcome,value,phrase,sentence,document\n\
         x,killed,1994,1994,Killed in 1994.,a\n\
         y,killed,1994,\"1,994\",\"1,994 were killed.\",b\n\
         z,killed,34,34,\"Omar, 34, was killed.\",c\n\
         w,killed,34,34,\"Among them 34, and more.\",d\n",
        &["like-year: a: killed: 1994 could be a year", "like-age: c: killed: 34 could be an age"],
    );
}

#[test]
fn who_quotes_himself() {
    faults(
        "incident,outcome,value,origin,via,outlet,document\n\
         x,killed,5,the police,police,Gazette,a\n\
         y,killed,5,Gazette,,Herald,b\n\
         y,killed,5,Observer,,Gazette,c\n\
         y,killed,5,the Herald,,Observer,d\n\
         z,killed,5,Herald,,Herald,e\n",
        &[
            "quotes-itself: a: killed: the police through police",
            "quotes-itself: y: killed all: Observer, the Herald, Gazette quote each other in a circle",
        ],
    );
}

#[test]
fn one_odd_figure_in_several_outlets() {
    faults(
        "incident,outcome,value,outlet,origin,published,document\n\
         x,killed,47,Gazette,,2021-05-01,a\nx,killed,47,Herald,,2021-05-02,b\nx,killed,47,Observer,police,2021-05-02,c\n\
         x,killed,47,Standard,,2021-05-09,d\n\
         y,killed,50,Gazette,,2021-05-01,e\ny,killed,50,Herald,,2021-05-01,f\n",
        &["may-be-copies: x: killed all: 47 in Gazette, Herald, none of which names an origin"],
    );
}
