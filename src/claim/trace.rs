//! How a claim was read from prose.

/// What each step saw of a claim and what it made of it, in the order of the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The id of the claim.
    pub claim: String,
    /// The rule that gave it its role.
    pub rule: &'static str,
    /// The steps.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it looks for.
    pub step: &'static str,
    /// The words that it saw, as they stand in the text; empty where it is the absence of words that tells.
    pub saw: String,
    /// What they came to mean.
    pub made: String,
}
