//! GeoJSON (RFC 7946): a feature an incident, at the coordinates that its claims give or, failing that, at those of the town
//! that its place names.

use super::{package, wide};
use crate::{
    place::{Gazetteer, Point},
    report::{Incident, Report},
};
use serde_json::{Value, json};

/// How the incidents of reports came to lie where they do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Located {
    /// At the coordinates of their claims.
    pub given: usize,
    /// At the town that their place names.
    pub by_name: usize,
    /// At the most likely of several towns of that name.
    pub by_likely_name: usize,
    /// Nowhere: such a feature has no geometry.
    pub nowhere: usize,
}

/// Adds the collection, a feature a line. The properties are the columns of the wide layout, blanks `null`, and `located`:
/// `given`, `by_name`, `by_likely_name`, or blank.
pub fn reports(out: &mut Vec<u8>, reports: &[Report], known: &Gazetteer) -> Located {
    let (kinds, mut located) = (wide::kinds(reports), Located::default());
    let columns = wide::columns(&kinds);
    let mut features = Vec::new();
    for (report, incident) in reports.iter().flat_map(|r| r.incidents.iter().map(move |i| (r, i))) {
        let (point, how) = located.place(incident, known);
        let geometry = point.map(|p| json!({ "type": "Point", "coordinates": [p.longitude(), p.latitude()] }));
        let fields = columns.iter().zip(wide::row(&kinds, report, incident));
        let mut properties: Vec<String> =
            fields.map(|(name, text)| format!("{}:{}", json!(name), value(name, text))).collect();
        properties.push(format!("\"located\":{}", json!(how)));
        let (geometry, properties) = (json!(geometry), properties.join(","));
        features.push(format!("{{\"type\":\"Feature\",\"geometry\":{geometry},\"properties\":{{{properties}}}}}"));
    }
    let generator = concat!("tollbook ", env!("CARGO_PKG_VERSION"));
    let head = format!("{{\"type\":\"FeatureCollection\",\"generator\":\"{generator}\",\"features\":[\n");
    out.extend(format!("{head}{}\n]}}\n", features.join(",\n")).into_bytes());
    located
}

impl Located {
    fn place(&mut self, incident: &Incident, known: &Gazetteer) -> (Option<Point>, Option<&'static str>) {
        let named = || incident.place.as_deref().and_then(|place| known.locate(place));
        let (point, count, how) = match incident.point.map(|p| (p, 0)).or_else(named) {
            Some((point, 0)) => (Some(point), &mut self.given, Some("given")),
            Some((point, 1)) => (Some(point), &mut self.by_name, Some("by_name")),
            Some((point, _)) => (Some(point), &mut self.by_likely_name, Some("by_likely_name")),
            None => (None, &mut self.nowhere, None),
        };
        *count += 1;
        (point, how)
    }
}

/// A field as what its column holds: blank is `null`, never zero.
fn value(column: &str, text: String) -> Value {
    match text.parse::<u64>() {
        _ if text.is_empty() => Value::Null,
        Ok(number) if package::kind(column) == "integer" => number.into(),
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Located, reports};
    use crate::{
        place::{Gazetteer, Point},
        report::{Incident, Report},
    };

    #[test]
    fn an_incident_lies_where_its_claims_say_or_its_place_is_or_nowhere() {
        let at = |id: &str, place: &str, point: Option<Point>| Incident {
            id: id.to_owned(),
            place: Some(place.to_owned()),
            point,
            ..Incident::default()
        };
        let incidents = vec![
            at("a", "Ganja", Point::new(1.5, -2.25)),
            at("b", "Springfield", None),
            at("c", "Nowhere at All", None),
        ];
        let report = Report { policy: "range".to_owned(), incidents, ..Report::default() };
        let mut bytes = Vec::new();
        let located = reports(&mut bytes, &[report], Gazetteer::shipped());
        assert_eq!(located, Located { given: 1, by_likely_name: 1, nowhere: 1, ..Located::default() });
        let whole: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(whole["features"][0]["geometry"]["coordinates"], serde_json::json!([-2.25, 1.5]));
        assert_eq!(whole["features"][0]["properties"]["killed_low"], serde_json::Value::Null);
        assert_eq!(whole["features"][0]["properties"]["accounts"], 0);
        assert_eq!(whole["features"][2]["geometry"], serde_json::Value::Null);
    }
}
