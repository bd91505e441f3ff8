//! Known layouts, each on small rows of ours: columns by name, blank stays blank, conventions kept and named.

use tollbook::{
    claim::Claim,
    read::{Hints, Input, Reading},
};

fn read(text: &str, columns: &[(&str, &str)]) -> Reading {
    let input = Input { name: "t.csv".to_owned(), bytes: text.as_bytes().to_vec() };
    let columns = columns.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let hints = Hints { columns, ..Hints::default() };
    let mut all = Reading::default();
    for piece in input.pieces() {
        all.extend(piece.read(&hints).unwrap_or_else(|e| panic!("{e}")));
    }
    let told: Vec<String> = all.rejects.iter().map(|r| r.error.to_string()).collect();
    assert!(told.is_empty(), "{told:#?}");
    all
}

fn short(claim: &Claim) -> String {
    let stated = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let people = match claim.victims {
        tollbook::claim::Victims::All => String::new(),
        group => format!("{group} "),
    };
    let role = match claim.role {
        tollbook::claim::Role::Total => String::new(),
        role => format!(" {role}"),
    };
    let (incident, place, date) = (stated(&claim.incident), stated(&claim.place), stated(&claim.event_date));
    let who = claim.origin.clone().or(claim.outlet.clone()).unwrap_or_default();
    format!("{incident}|{place}|{date}|{people}{} {}{role}|{who}", claim.outcome, claim.figure)
}

#[track_caller]
fn layout(named: &str, text: &str, expected: &[&str]) {
    let reading = read(text, &[]);
    assert!(reading.notes.iter().any(|note| note.contains(named)), "{:?}", reading.notes);
    assert_eq!(reading.claims.iter().map(short).collect::<Vec<_>>(), expected);
}

#[test]
fn ucdp_ged() {
    layout(
        "UCDP",
        "id,source_office,source_date,source_original,where_coordinates,adm_1,country,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low\n\
         12,Wire,2020-10-18,army,Hill 9,North,Landia,2020-10-16 00:00:00.000,2020-10-17 00:00:00.000,1,0,2,0,3,5,3\n",
        &[
            "12|Hill 9, North, Landia|2020-10-16/2020-10-17|killed 3–5|army",
            "12|Hill 9, North, Landia|2020-10-16/2020-10-17|civilians killed 2|army",
        ],
    );
}

#[test]
fn airwars_keeps_fighters_apart() {
    layout(
        "Airwars",
        "id,post_id,permalink,code,date,date_type,date_end,location_name,region,country_name,latitude,longitude,\
         civilian_harm_status_slug,civilian_non_combatants_killed_min,civilian_non_combatants_killed_max,\
         civilian_non_combatants_injured_min,civilian_non_combatants_injured_max,children_killed_min,children_killed_max,\
         persons_directly_participating_in_hostilities_killed_min,persons_directly_participating_in_hostilities_killed_max\n\
         7,70,https://example.org/x12,X12,2021-05-03,single_date,,Oldtown,North,Landia,10.5,20.25,fair,3,5,,,1,1,0,2\n",
        &[
            "X12|Oldtown, North, Landia|2021-05-03|civilians killed 3–5|",
            "X12|Oldtown, North, Landia|2021-05-03|children killed 1|",
            "X12|Oldtown, North, Landia|2021-05-03|militants killed 0–2|",
        ],
    );
}

#[test]
fn acled_zero_is_none_reported() {
    layout(
        "ACLED",
        "event_id_cnty,event_date,sub_event_type,location,admin1,country,source,fatalities\n\
         LAN1,2021-05-03,Attack,Oldtown,North,Landia,Daily; Radio,4\nLAN2,2021-05-04,Shelling,Oldtown,,Landia,Daily,0\n",
        &["LAN1|Oldtown, North, Landia|2021-05-03|killed 4|Daily; Radio"],
    );
}

#[test]
fn gtd_attackers_are_taken_out() {
    layout(
        "Global Terrorism Database",
        "eventid,iyear,imonth,iday,country_txt,provstate,city,nkill,nkillter,nwound,nwoundte,dbsource\n\
         201001,2010,3,0,Landia,North,Oldtown,13,2,,,Archive\n",
        &[
            "201001|Oldtown, North, Landia|2010-03|killed 11|Archive",
            "201001|Oldtown, North, Landia|2010-03|perpetrators killed 2|Archive",
        ],
    );
}

#[test]
fn gva_victims_and_suspects() {
    layout(
        "Gun Violence Archive",
        "Incident ID,Incident Date,State,City Or County,Address,Victims Killed,Victims Injured,Suspects Killed,Suspects Injured,Suspects Arrested\n\
         77,\"May 3, 2021\",Ohio,Springtown,1 Main St,2,3,1,0,0\n",
        &[
            "77|1 Main St, Springtown, Ohio|2021-05-03|killed 2|",
            "77|1 Main St, Springtown, Ohio|2021-05-03|perpetrators killed 1|",
            "77|1 Main St, Springtown, Ohio|2021-05-03|injured 3|",
            "77|1 Main St, Springtown, Ohio|2021-05-03|perpetrators injured 0|",
            "77|1 Main St, Springtown, Ohio|2021-05-03|perpetrators detained 0|",
        ],
    );
}

#[test]
fn em_dat_blank_stays_blank() {
    layout(
        "EM-DAT",
        "DisNo.,Country,Location,Origin,Start Year,Start Month,Start Day,Total Deaths,No. Injured,No. Homeless\n\
         2021-0001-LAN,Landia,North,Heavy rains,2021,5,,,12,\n",
        &["2021-0001-LAN|North, Landia|2021-05|injured 12|"],
    );
}

#[test]
fn maverick_reports() {
    layout(
        "MAVERICK",
        "id,event_id,country,date_start,date_end,city,location,deaths_low,deaths_best,deaths_high,injuries_low,injuries_best,injuries_high,source,source_author\n\
         r1,E1,Landia,2021-05-03,2021-05-03,Oldtown,,8,8,9,0,0,0,A short report,Wire\n",
        &["E1|Oldtown, Landia|2021-05-03|killed 8–9|Wire"],
    );
}

#[test]
fn iraq_body_count() {
    layout(
        "Iraq Body Count",
        "IBC code,Start Date,End Date,Location,Reported Minimum,Reported Maximum,Sources\n\
         x01,01 Jan 2005,01 Jan 2005,Oldtown,3,4,Wire\nx02,01 Jan 2005,03 Jan 2005,Oldtown,3,3,Wire\n",
        &[
            "x01|Oldtown|2005-01-01|civilians killed 3–4|Wire",
            "x02|Oldtown|2005-01-01/2005-01-03|civilians killed 3|Wire",
        ],
    );
}

#[test]
fn palestine_daily_and_cumulative() {
    layout(
        "Palestine Datasets",
        "report_date,report_source,killed,killed_cum,killed_children_cum,injured,injured_cum\n2024-01-02,ministry,5,100,40,,250\n",
        &[
            "2024-01-02|-|2024-01-02|killed 5|ministry",
            "2024-01-02|-|2024-01-02|killed 100 cumulative|ministry",
            "2024-01-02|-|2024-01-02|children killed 40 cumulative|ministry",
            "2024-01-02|-|2024-01-02|injured 250 cumulative|ministry",
        ],
    );
}

#[test]
fn palestine_west_bank_verified_and_flash() {
    let text = "[{\"date\":\"2024-01-02\",\"verified\":{\"killed\":4,\"killed_cum\":60,\"killed_children\":1,\"injured\":9},\
                 \"killed_cum\":64,\"injured_cum\":500,\"settler_attacks_cum\":80}]";
    assert_eq!(
        of_json(text),
        [
            "2024-01-02|2024-01-02|killed 4 asserted| ",
            "2024-01-02|2024-01-02|killed 60 asserted| ",
            "2024-01-02|2024-01-02|killed 1 asserted| ",
            "2024-01-02|2024-01-02|injured 9 asserted| ",
        ]
    );
}

#[test]
fn desinventar_flags() {
    layout(
        "DesInventar",
        "serial,fechano,fechames,fechadia,name0,name1,lugar,muertos,hay_muertos,heridos,hay_heridos,desaparece,hay_deasparece,fuentes\n\
         7,2021,5,3,North,Oldtown,,3,-1,0,-1,0,0,Daily\n",
        &["7|Oldtown, North|2021-05-03|killed 3|Daily", "7|Oldtown, North|2021-05-03|injured 1+|Daily"],
    );
}

/// The claims of JSON as "incident|date|outcome figure best status|outlet as_of".
fn of_json(text: &str) -> Vec<String> {
    let input = Input { name: "t.json".to_owned(), bytes: text.as_bytes().to_vec() };
    let reading = input.pieces()[0].read(&Hints::default()).unwrap();
    assert!(reading.rejects.is_empty(), "{:?}", reading.rejects);
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    let short = |c: &Claim| {
        let best = c.best.map(|n| format!(" best {n}")).unwrap_or_default();
        let (incident, date, outlet, as_of) = (text(&c.incident), text(&c.event_date), text(&c.outlet), text(&c.as_of));
        format!("{incident}|{date}|{} {}{best} {}|{outlet} {as_of}", c.outcome, c.figure, c.status)
    };
    reading.claims.iter().map(short).collect()
}

#[test]
fn wikidata_items_with_bounds_and_references() {
    let statement = |amount: &str, rest: &str| {
        format!(
            "{{\"id\":\"Q9$1\",\"rank\":\"normal\",\"mainsnak\":{{\"datavalue\":{{\"value\":{{\"amount\":\"{amount}\"{rest}"
        )
    };
    let killed = statement(
        "+13",
        ",\"lowerBound\":\"+10\",\"upperBound\":\"+15\"}}},\"references\":[\
        {\"snaks\":{\"P248\":[{\"datavalue\":{\"value\":{\"id\":\"Q77\"}}}]}},\
        {\"snaks\":{\"P854\":[{\"datavalue\":{\"value\":\"https://www.example.org/a\"}}]}}]}",
    );
    let injured = statement(
        "+40",
        "}}},\"qualifiers\":{\"P585\":[{\"datavalue\":{\"value\":\
        {\"time\":\"+2020-10-18T00:00:00Z\",\"precision\":11}}}],\"P1480\":[{\"datavalue\":{\"value\":{\"id\":\"Q5727902\"}}}]}}",
    );
    let old = statement("+5", "}}}}").replace("normal", "deprecated");
    let unknown = "{\"rank\":\"normal\",\"mainsnak\":{\"snaktype\":\"somevalue\"}}";
    let text = format!(
        "{{\"entities\":{{\"Q9\":{{\"labels\":{{}},\"claims\":{{\"P1120\":[{killed},{unknown}],\"P1339\":[{injured},{old}],\
         \"P585\":[{{\"mainsnak\":{{\"datavalue\":{{\"value\":{{\"time\":\"+2020-10-00T00:00:00Z\",\"precision\":10}}}}}}}}]}}}}}}}}"
    );
    assert_eq!(
        of_json(&text),
        [
            "Q9|2020-10|killed 10–15 best 13 asserted|Q77 ",
            "Q9|2020-10|killed 10–15 best 13 asserted|example.org ",
            "Q9|2020-10|injured ~40 asserted| 2020-10-18",
            "Q9|2020-10|injured 5 denied| ",
        ]
    );
}

#[test]
fn answers_to_a_query() {
    let text = "{\"head\": {\"vars\": [\"event\", \"deaths\"]},\n\"results\": {\"bindings\": [\n\
        {\"event\": {\"type\": \"uri\", \"value\": \"http://www.wikidata.org/entity/Q9\"}, \"deaths\": {\"type\": \"literal\", \"value\": \"13\"}}]}}";
    assert_eq!(of_json(text), ["Q9||killed 13 asserted| "]);
}

#[test]
fn columns_that_the_user_names() {
    let text = "Fall,Tote,Zeitung\nx,13,Bote\n";
    let reading = read(text, &[("killed", "Tote"), ("incident", "Fall"), ("outlet", "zeitung")]);
    assert_eq!(reading.claims.iter().map(short).collect::<Vec<_>>(), ["x|-|-|killed 13|Bote"]);
    let input = Input { name: "t.csv".to_owned(), bytes: text.as_bytes().to_vec() };
    let hints =
        Hints { columns: vec![("killed".into(), "Tote".into()), ("via".into(), "Radio".into())], ..Hints::default() };
    let error = input.pieces()[0].read(&hints).unwrap_err().to_string();
    assert!(error.contains("no column “Radio”; found Fall, Tote, Zeitung"), "{error}");
}
