//! People as they stand in a statement, and as walks over a sentence find them.

/// People inside a statement.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Their noun phrase.
    pub phrase: usize,
    /// "including two children": inside the item before.
    pub part: bool,
    /// "of whom two", "one of the wounded": inside others named before, in this sentence or another.
    pub of: bool,
    /// "two of the attackers": the phrase behind "of", which tells who they are.
    pub inner: Option<usize>,
}
