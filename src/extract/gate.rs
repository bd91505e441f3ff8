//! The gate: whether a text tells of any outcome at all, by stems, before anything else is done with it.

/// Whether a text can hold a claim.
pub fn tells(_text: &str) -> bool {
    true
}
