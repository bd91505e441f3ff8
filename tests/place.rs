//! Places by name: those that come with the program, and a user's own.

use tollbook::place::{Gazetteer, Kind};

#[test]
fn other_names_lead_to_the_same_place() {
    let known = Gazetteer::shipped();
    for (one, other) in [("Gəncə", "GANJA"), ("Stepanakert", "Khankendi"), ("Kyiv", "Kiev"), ("São Paulo", "Sao Paulo")]
    {
        assert_eq!(known.find(one).first(), known.find(other).first(), "{one}, {other}");
        assert!(!known.find(one).is_empty(), "{one}");
    }
}

#[test]
fn a_name_of_many_places_gives_the_largest_first() {
    let known = Gazetteer::shipped();
    let paris = known.find("Paris");
    assert!(paris.len() > 1);
    assert_eq!(paris[0].country(known), "FR");
    let texas = paris.iter().find(|p| p.division(known) == "US.TX").expect("there is one in Texas");
    assert!((7_500.0..8_500.0).contains(&paris[0].kilometres(texas)));
}

#[test]
fn countries_and_states_are_no_towns() {
    let known = Gazetteer::shipped();
    assert_eq!(known.find("Azerbaijan")[0].kind, Kind::Country);
    assert_eq!(known.find("Pennsylvania")[0].kind, Kind::Division);
}

#[test]
fn names_around_every_seam_are_found() {
    // The first and last names of blocks are where a search goes wrong.
    let known = Gazetteer::shipped();
    for name in ["Aleppo", "Zwolle", "Aachen", "Gaza", "Kabul", "Mariupol", "Oran", "Quito", "Xai-Xai", "Ypres"] {
        assert!(!known.find(name).is_empty(), "{name}");
    }
    for name in ["", "  ", "zzzz", "a", "\u{0}", "Nowhere at All"] {
        assert!(known.find(name).is_empty(), "{name}");
    }
}

#[test]
fn a_users_own_places_are_all_there_are() {
    let csv = "name,other_names,country,latitude,longitude,population\nLower Marsh,Marsh|Old Marsh,XX,10.5,20.25,300\n";
    let own = Gazetteer::own(csv.as_bytes()).unwrap();
    let marsh = own.find("old marsh")[0];
    assert_eq!((marsh.latitude, marsh.longitude, marsh.kind, marsh.country(&own)), (10.5, 20.25, Kind::Town(3), "XX"));
    assert!(own.find("Paris").is_empty());
    let swapped = "name,latitude,longitude\nLower Marsh,120.25,10.5\n";
    let (line, what) = Gazetteer::own(swapped.as_bytes()).unwrap_err();
    assert_eq!(line, 2);
    assert!(what.contains("120.25"), "{what}");
}
