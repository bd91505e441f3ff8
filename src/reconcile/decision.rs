//! A team's own decision about a figure: it wins, is marked, and what it replaced stays visible.

use crate::{
    claim::{Outcome, Victims},
    range::Range,
    report::{Basis, Finding, Incident, Measures, Verdict},
};
use serde::Deserialize;

/// A row of a file of decisions.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Decision {
    /// The incident.
    pub incident: String,
    /// The outcome.
    pub outcome: Outcome,
    /// The group; `all` where blank.
    #[serde(default)]
    pub victims: Option<Victims>,
    /// The lowest number.
    pub low: Option<u64>,
    /// The number to take.
    pub best: Option<u64>,
    /// The highest number; blank is open.
    pub high: Option<u64>,
    /// Who decided.
    pub who: String,
    /// When.
    #[serde(default)]
    pub when: Option<String>,
    /// Why.
    pub why: String,
}

impl Decision {
    /// Whether `low <= best <= high` where they stand, and somebody and a reason are named.
    ///
    /// # Errors
    /// Says what is wrong.
    pub fn check(&self) -> Result<(), String> {
        let stated: Vec<u64> = [self.low, self.best, self.high].into_iter().flatten().collect();
        if !stated.is_sorted() {
            return Err("low, best and high do not rise".to_owned());
        }
        if self.who.trim().is_empty() || self.why.trim().is_empty() {
            return Err("a decision names who decided and why".to_owned());
        }
        Ok(())
    }
}

/// Puts the decisions about an incident in the place of its findings. Of several about one figure the last stands.
pub(super) fn apply(incident: &mut Incident, decisions: &[Decision]) {
    for decision in decisions.iter().filter(|d| d.incident == incident.id) {
        let (outcome, victims) = (decision.outcome, decision.victims.unwrap_or(Victims::All));
        let place = incident.findings.iter().position(|f| (f.outcome, f.victims) == (outcome, victims));
        let mut finding = match place {
            Some(at) => incident.findings.remove(at),
            None => unsaid(outcome, victims),
        };
        let was = (finding.low, finding.best, finding.high);
        finding.replaced = finding.replaced.or(Some(was));
        (finding.low, finding.best, finding.high) = (decision.low, decision.best, decision.high);
        finding.display =
            Range::new(decision.low.unwrap_or(0), decision.high).map(|r| r.to_string()).unwrap_or_default();
        let when = decision.when.as_deref().map(|w| format!(", {w}")).unwrap_or_default();
        finding.reason = format!("decided by {}{when}: {}; replaces {}", decision.who, decision.why, shown(was));
        let at = incident.findings.partition_point(|f| (f.outcome, f.victims) < (outcome, victims));
        incident.findings.insert(at, finding);
    }
}

fn shown((low, best, high): (Option<u64>, Option<u64>, Option<u64>)) -> String {
    let number = |n: Option<u64>| n.map_or("–".to_owned(), |n| n.to_string());
    format!("low {}, best {}, high {}", number(low), number(best), number(high))
}

/// A finding of which no account says anything.
fn unsaid(outcome: Outcome, victims: Victims) -> Finding {
    Finding {
        outcome,
        victims,
        low: None,
        best: None,
        high: None,
        display: String::new(),
        verdict: Verdict::None,
        agree: 0,
        accounts: 0,
        measures: Measures::default(),
        bands: Vec::new(),
        reports: 0,
        outlets: 0,
        origins: 0,
        low_by: None,
        high_by: None,
        basis: Basis::Stated,
        reason: String::new(),
        replaced: None,
    }
}
