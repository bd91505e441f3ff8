//! Accounts and a policy make a report.

use crate::{claim::Claim, policy::Policy, report::Report};

/// What the user asks for beside the policy.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Only what was said up to then: ISO 8601.
    pub as_of: Option<String>,
    /// Accounts older than this many hours before the newest leave `best`.
    pub fresh_hours: Option<u64>,
}

/// Reconciles claims that carry their incident.
pub fn reconcile(claims: &[Claim], policy: &Policy, options: &Options) -> Report {
    let _ = (claims, options);
    Report { policy: policy.id.clone(), ..Report::default() }
}
