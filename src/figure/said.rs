//! An amount as it is read, before its words are kept.

use super::amount::Refused;

/// An amount before its words are kept.
pub(super) enum Said {
    Number(u64),
    Span(u64, u64),
    Vague,
    Unknown,
    Nobody,
}

/// An amount with its tokens.
pub(super) type ReadAmount = Result<(Said, std::ops::Range<usize>), Refused>;
