//! The user's own list of places.

use super::{Kind, Place, Regions, fold, running};
use std::collections::BTreeMap;

/// Places by folded name, the largest first.
pub(super) type Own = BTreeMap<String, Vec<Place>>;

#[derive(serde::Deserialize)]
struct Row {
    name: String,
    #[serde(default)]
    other_names: String,
    #[serde(default)]
    country: String,
    #[serde(default)]
    division: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    population: Option<u64>,
}

/// The regions and the places of a table; see [`super::Gazetteer::own`].
pub(super) fn open(csv: &[u8]) -> Result<(Regions, Own), (usize, String)> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(csv);
    let (mut regions, mut rows) = (Vec::new(), Vec::new());
    for (at, row) in reader.deserialize().enumerate() {
        let line = at + 2;
        let row: Row = row.map_err(|e| (line, e.to_string()))?;
        let place = row.place(&mut regions).map_err(|what| (line, what))?;
        rows.push((row, place));
    }
    rows.sort_by_key(|(row, _)| std::cmp::Reverse(row.population));
    let mut own = Own::new();
    for (row, place) in &rows {
        for name in std::iter::once(row.name.as_str()).chain(row.other_names.split('|')) {
            let name = fold(name);
            if !name.is_empty() {
                own.entry(name).or_default().push(*place);
            }
        }
    }
    let ends = running(regions.iter().map(|code: &String| code.len() as u32)).collect();
    Ok((Regions { ends, codes: regions.concat().into() }, own))
}

impl Row {
    fn place(&self, regions: &mut Vec<String>) -> Result<Place, String> {
        let region = match self.division.as_str() {
            "" => self.country.clone(),
            division => format!("{}.{division}", self.country),
        };
        let region = regions.iter().position(|r| *r == region).unwrap_or_else(|| {
            regions.push(region);
            regions.len() - 1
        });
        let region = u16::try_from(region).map_err(|_| "more than 65,536 divisions".to_owned())?;
        let (Some(latitude), Some(longitude)) = (self.latitude, self.longitude) else {
            let kind = if self.division.is_empty() { Kind::Country } else { Kind::Division };
            return Ok(Place { latitude: 0.0, longitude: 0.0, kind, region });
        };
        if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
            return Err(format!(
                "latitude {latitude}, longitude {longitude}: the first is −90 to 90, the second −180 to 180"
            ));
        }
        let digits = self.population.map_or(0, |p| p.checked_ilog10().map_or(0, |d| d as u8 + 1));
        Ok(Place { latitude, longitude, kind: Kind::Town(digits), region })
    }
}
