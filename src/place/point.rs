//! Coordinates as inputs give them: checked, and never put right behind the user's back.

use serde::{Deserialize, Serialize};

/// Where on the globe, to 0.00001 degree (about a metre), WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Point {
    latitude: i32,
    longitude: i32,
}

/// Why two fields are no coordinates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPoint {
    /// The column at fault: `latitude` or `longitude`.
    pub column: &'static str,
    /// What is wrong.
    pub what: String,
    /// What to write instead.
    pub advice: String,
}

/// Steps in one degree.
const STEPS: f64 = 100_000.0;

impl Point {
    /// Degrees north and east; `None` outside −90 to 90 and −180 to 180.
    pub fn new(latitude: f64, longitude: f64) -> Option<Point> {
        let fits = |degrees: f64, most: f64| degrees.abs() <= most;
        let steps = |degrees: f64| (degrees * STEPS).round() as i32;
        (fits(latitude, 90.0) && fits(longitude, 180.0))
            .then(|| Point { latitude: steps(latitude), longitude: steps(longitude) })
    }

    /// Reads two fields; `None` where both are blank.
    ///
    /// # Errors
    /// Where one is blank, no decimal number, or beyond what there is. Degrees and minutes are not converted: the advice says
    /// what they would be.
    ///
    /// ```
    /// use tollbook::place::Point;
    ///
    /// assert_eq!(Point::read("40.68278", "46.36056").unwrap().unwrap().latitude(), 40.68278);
    /// assert_eq!(Point::read("", " "), Ok(None));
    /// assert!(Point::read("40°41′N", "46.36").unwrap_err().advice.contains("40.68333"));
    /// assert!(Point::read("120.5", "40.7").unwrap_err().what.contains("swapped"));
    /// ```
    pub fn read(latitude: &str, longitude: &str) -> Result<Option<Point>, NoPoint> {
        let (latitude, longitude) = (latitude.trim(), longitude.trim());
        if latitude.is_empty() && longitude.is_empty() {
            return Ok(None);
        }
        let (north, east) = (degrees("latitude", latitude)?, degrees("longitude", longitude)?);
        Point::new(north, east).map(Some).ok_or_else(|| {
            let swapped = Point::new(east, north).is_some();
            let column = if north.abs() > 90.0 { "latitude" } else { "longitude" };
            let (value, most) = if column == "latitude" { (latitude, 90) } else { (longitude, 180) };
            let hint = if swapped { "; latitude and longitude look swapped" } else { "" };
            let what = format!("{value} is beyond {most} degrees{hint}");
            NoPoint {
                column, what, advice: "latitude is −90 to 90 (north), longitude −180 to 180 (east)".to_owned()
            }
        })
    }

    /// Degrees north.
    pub fn latitude(self) -> f64 {
        f64::from(self.latitude) / STEPS
    }

    /// Degrees east.
    pub fn longitude(self) -> f64 {
        f64::from(self.longitude) / STEPS
    }

    /// How far it is from another, in kilometres along the surface (haversine, mean radius 6,371 km).
    pub fn kilometres(self, other: Point) -> f64 {
        let [a, b] = [self, other].map(|p| (p.latitude().to_radians(), p.longitude().to_radians()));
        let half = |x: f64| (x / 2.0).sin().powi(2);
        let h = half(b.0 - a.0) + a.0.cos() * b.0.cos() * half(b.1 - a.1);
        2.0 * 6_371.0 * h.sqrt().min(1.0).asin()
    }
}

fn degrees(column: &'static str, text: &str) -> Result<f64, NoPoint> {
    let no = |what: String, advice: String| NoPoint { column, what, advice };
    if text.is_empty() {
        return Err(no(format!("no {column} beside the other coordinate"), "fill both or leave both blank".to_owned()));
    }
    let plain = text.replace('−', "-");
    if let Ok(degrees) = plain.parse::<f64>()
        && degrees.is_finite()
    {
        return Ok(degrees);
    }
    Err(match sexagesimal(text) {
        Some(degrees) => {
            no(format!("“{text}” is in letters and signs"), format!("write {degrees:.5} if that is meant"))
        }
        None => no(format!("“{text}” is no number of degrees"), "write decimal degrees such as 40.68278".to_owned()),
    })
}

/// What "40°41′N", "40 41 30 S" or "18.51 W" come to.
fn sexagesimal(text: &str) -> Option<f64> {
    let last = text.chars().last()?.to_ascii_uppercase();
    let south = matches!(last, 'S' | 'W');
    let numbers: Vec<f64> = text
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let known = matches!(last, 'N' | 'E' | 'S' | 'W') || text.contains('°');
    let parts = numbers.iter().skip(1).all(|n| *n < 60.0);
    let sum: f64 = numbers.iter().zip([1.0, 60.0, 3600.0]).map(|(n, d)| n / d).sum();
    let signed = if south || text.starts_with(['-', '−']) { -sum } else { sum };
    (known && parts && (1..=3).contains(&numbers.len()) && sum <= 180.0).then_some(signed)
}
