//! What one document has of one source, added up.

use super::value::Value;
use crate::claim::{Outcome, Victims};
use std::collections::BTreeMap;

/// The sums of one source.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums<'a> {
    pub(super) cells: BTreeMap<(Outcome, Victims), Value<'a>>,
    /// Casualties beside the killed and injured that are counted: "one was killed and three others were shot".
    pub(super) others: Option<Value<'a>>,
    /// Wounded who died later and are among the killed.
    pub(super) died_of_wounds: Option<Value<'a>>,
}
