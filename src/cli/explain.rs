//! `tollbook explain`: why a figure.

use super::{gather::Gathered, output, reconciling::Reconciling};
use crate::{
    claim::{Outcome, Trace},
    error::Error,
    extract::trace,
    lexicon::Lexicon,
    write::explain::{Asked, explain},
};
use rayon::prelude::*;

const EXAMPLES: &str = "\
Examples:
  tollbook explain killed reports/                  the figure of every incident
  tollbook explain oldtown-2021-05-03/killed claims.csv
  tollbook explain c0ae33c37ebe4020b claims.csv     what became of one claim";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// What to explain: an outcome, an incident, INCIDENT/OUTCOME, or the id of a claim
    #[arg(value_name = "FIGURE")]
    asked: String,
    #[command(flatten)]
    of: Reconciling,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let (Gathered { claims, documents, .. }, report) = args.of.report()?;
    let traces: Vec<Trace> = documents.par_iter().flat_map_iter(|d| trace(d, Lexicon::english())).collect();
    let text = explain(&report, &claims, &traces, asked(&args.asked), output::width());
    if text.is_empty() {
        let incidents: Vec<&str> = report.incidents.iter().map(|i| i.id.as_str()).take(5).collect();
        return Err(Error::nothing(format!("nothing to explain by “{}”", args.asked)).advise(format!(
            "name an outcome such as killed, an incident such as {}, INCIDENT/OUTCOME, or the id of a claim",
            incidents.join(", ")
        )));
    }
    output::print(text.as_bytes())
}

/// An outcome, an id of a claim, or an incident with or without an outcome behind it. The name of an incident may
/// itself hold a "/": only an outcome behind the last one is taken off.
fn asked(text: &str) -> Asked<'_> {
    let is_outcome = |name: &str| name.parse::<Outcome>().is_ok();
    if is_outcome(text) {
        return Asked::Finding { incident: None, outcome: Some(text) };
    }
    let id = text.strip_prefix('c').is_some_and(|hex| hex.len() == 16 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
    match text.rsplit_once('/') {
        _ if id => Asked::Claim(text),
        Some((incident, outcome)) if is_outcome(outcome) => {
            Asked::Finding { incident: Some(incident), outcome: Some(outcome) }
        }
        _ => Asked::Finding { incident: Some(text), outcome: None },
    }
}
