//! Tables to look at.

use crate::claim::Claim;

/// Adds the claims, two lines each: what is said, and the sentence it stands in.
pub fn claims(out: &mut Vec<u8>, claims: &[Claim]) {
    for claim in claims {
        let reading = claim.figure.literal().map_or_else(|| claim.figure.to_string(), |r| r.to_string());
        let said = claim.origin.as_deref().map(|o| format!(", {o}")).unwrap_or_default();
        let role = format!("{}, {}", claim.role, claim.status);
        let head = format!("{} {} {}: “{}”{said} ({role})", claim.outcome, claim.victims, reading, claim.phrase);
        out.extend(format!("{}\n  {}:{} {}\n", head, claim.document, claim.start, claim.sentence).into_bytes());
    }
}
