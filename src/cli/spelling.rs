//! What was likely meant by a name that is not known.

/// How alike two names must be, from 0 to 1, for one to be a slip of the other.
const ALIKE: f64 = 0.8;

/// So many letters are a slip whatever the length of the name.
const SLIP: usize = 1;

/// The advice for a name that is none of the known ones: the one likely meant, and what to do otherwise.
pub(super) fn advice<'a>(said: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    let alike = known.into_iter().map(|name| (strsim::jaro_winkler(said, name), name));
    let near = |name| strsim::osa_distance(said, name) <= SLIP;
    match alike.filter(|(score, name)| *score >= ALIKE || near(name)).max_by(|a, b| a.0.total_cmp(&b.0)) {
        Some((_, name)) => format!("is “{name}” meant? {otherwise}"),
        None => otherwise.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::advice;

    #[test]
    fn only_what_is_near_is_named() {
        assert_eq!(advice("acld", ["gtd", "acled"], "look"), "is “acled” meant? look");
        assert_eq!(advice("gdt", ["gtd", "acled"], "look"), "is “gtd” meant? look");
        assert_eq!(advice("mine", ["gtd", "acled"], "look"), "look");
    }
}
