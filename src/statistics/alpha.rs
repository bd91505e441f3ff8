//! Krippendorff's alpha over a data set of tolls.

/// The agreement of exact figures over incidents: 1 is perfect, 0 what chance gives. Two figures differ by
/// ((a−b)/(a+b))², 0 for two zeros. Incidents with one figure do not count; `None` where there is nothing to compare or
/// all figures are the same.
///
/// ```
/// use tollbook::statistics::alpha;
///
/// let tolls = [vec![12, 12, 15], vec![3, 3], vec![40, 55, 41], vec![7], vec![0, 2], vec![100, 120]];
/// assert!((alpha(&tolls).unwrap() - 0.67353).abs() < 1e-5);
/// ```
pub fn alpha(incidents: &[Vec<u64>]) -> Option<f64> {
    let units: Vec<&Vec<u64>> = incidents.iter().filter(|u| u.len() >= 2).collect();
    let all: Vec<u64> = units.iter().flat_map(|u| u.iter().copied()).collect();
    let n = all.len() as f64;
    let observed: f64 = units.iter().map(|u| total(u) / (u.len() - 1) as f64).sum::<f64>() / n;
    let expected = total(&all) / (n * (n - 1.0));
    (all.len() >= 2 && expected > 0.0).then(|| 1.0 - observed / expected)
}

/// The differences of all ordered pairs. Equal figures are taken together, since large sets have few different ones.
fn total(figures: &[u64]) -> f64 {
    let mut counts = std::collections::BTreeMap::new();
    figures.iter().for_each(|f| *counts.entry(*f).or_insert(0u64) += 1);
    let pairs =
        |(a, n): (&u64, &u64)| -> f64 { counts.range(..a).map(|(b, m)| difference(*a, *b) * (*n * *m) as f64).sum() };
    2.0 * counts.iter().map(pairs).sum::<f64>()
}

fn difference(a: u64, b: u64) -> f64 {
    let (a, b) = (a as f64, b as f64);
    if a + b == 0.0 { 0.0 } else { ((a - b) / (a + b)).powi(2) }
}
