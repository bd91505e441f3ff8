//! Statistics for those who ask. Nothing here enters a finding, and each says what it assumes.
//!
//! Not offered: rules that make certainty of conflict, and models that take copies for independent counts.

mod alpha;
mod influence;
mod likelihood;
mod mixture;
mod pairs;
mod sums;
mod support;

pub use alpha::alpha;
pub use influence::{Influence, influence};
pub use likelihood::{Counts, Fit, likelihood};
pub use mixture::{Mixture, mixture};
pub use pairs::{Pair, pairs};
pub use sums::sums;
pub use support::{Support, support};
