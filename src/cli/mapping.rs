//! `--map killed=Deaths,source="Media outlet"`: what the columns of a table are; or a file that says so.

use crate::read::column;
use std::{collections::BTreeMap, fs, io, str::FromStr};

/// Our names of columns, each with theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mapping(pub(super) Vec<(String, String)>);

impl FromStr for Mapping {
    type Err = String;

    fn from_str(text: &str) -> Result<Mapping, String> {
        if !text.contains('=') {
            return saved(text);
        }
        parts(text).into_iter().map(|part| pair(&part)).collect::<Result<_, _>>().map(Mapping)
    }
}

/// A file as `tollbook inspect --save-map` writes it.
fn saved(path: &str) -> Result<Mapping, String> {
    let text = fs::read_to_string(path).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => format!("“{path}” is neither OURS=THEIRS nor a file that is there"),
        _ => format!("{path}: {e}"),
    })?;
    let pairs: BTreeMap<String, String> = toml::from_str(&text).map_err(|e| format!("{path}: {}", e.message()))?;
    pairs.iter().map(|(ours, theirs)| named(ours, theirs)).collect::<Result<_, _>>().map(Mapping)
}

fn pair(part: &str) -> Result<(String, String), String> {
    let (ours, theirs) = part.split_once('=').ok_or_else(|| format!("“{part}” is not OURS=THEIRS"))?;
    named(ours, theirs.trim().trim_matches('"'))
}

fn named(ours: &str, theirs: &str) -> Result<(String, String), String> {
    let name = column(ours).ok_or_else(|| {
        format!("“{ours}” is no column; killed, killed_low, children_injured, source, outlet, incident, text are some")
    })?;
    Ok((name, theirs.to_owned()))
}

/// Splits at commas outside double quotes.
fn parts(text: &str) -> Vec<String> {
    let (mut parts, mut quoted) = (vec![String::new()], false);
    for c in text.chars() {
        quoted ^= c == '"';
        match (c, parts.last_mut()) {
            (',', Some(last)) if !quoted && !last.ends_with('=') => parts.push(String::new()),
            (c, Some(last)) => last.push(c),
            (_, None) => {}
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::Mapping;

    #[test]
    fn names_with_blanks_and_commas() {
        let Mapping(pairs) = "killed=Deaths,source=\"Media, outlet\"".parse().unwrap();
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(pairs, [("killed", "Deaths"), ("origin", "Media, outlet")]);
    }

    #[test]
    fn what_is_no_column_of_ours_is_refused() {
        assert!("colour=Deaths".parse::<Mapping>().unwrap_err().contains("“colour” is no column"));
        assert!("killed".parse::<Mapping>().unwrap_err().contains("OURS=THEIRS"));
    }
}
