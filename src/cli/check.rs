//! `tollbook check`: for the tests of a data set. What is wrong is listed, and the exit code says whether anything is.

use super::{Done, Sources, gather::gather, output, reconcile::Reading};
use crate::{
    error::Error,
    report::{Report, Verdict},
};
use clap::ValueEnum;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    reading: Reading,
    /// What counts as wrong
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Fault::Rejected, Fault::Conflict, Fault::Contradiction])]
    on: Vec<Fault>,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Fault {
    /// A row that cannot be read
    Rejected,
    /// Accounts of which no two meet
    Conflict,
    /// Accounts that fall apart into camps
    Split,
    /// Accounts apart from the majority
    Majority,
    /// A source that contradicts itself
    Contradiction,
}

pub(super) fn run(args: &Args) -> Result<Done, Error> {
    let gathered = gather(&args.sources)?;
    let report = args.reading.report(&gathered.claims)?;
    let mut faults = found(&report, &args.on);
    if gathered.rejected > 0 && args.on.contains(&Fault::Rejected) {
        faults.push(format!("{} rows could not be read", gathered.rejected));
    }
    let text: String = faults.iter().map(|fault| format!("{fault}\n")).collect();
    output::print(text.as_bytes())?;
    Ok(if faults.is_empty() { Done::Clean } else { Done::Found })
}

fn found(report: &Report, on: &[Fault]) -> Vec<String> {
    let mut faults = Vec::new();
    for incident in &report.incidents {
        for finding in &incident.findings {
            let fault = match finding.verdict {
                Verdict::Conflict => Fault::Conflict,
                Verdict::Split => Fault::Split,
                Verdict::Majority => Fault::Majority,
                _ => continue,
            };
            if on.contains(&fault) {
                let (outcome, victims) = (finding.outcome, finding.victims);
                let (id, verdict) = (&incident.id, finding.verdict);
                faults.push(format!("{id}: {outcome} {victims}: {verdict}, {}", finding.display));
            }
        }
        if on.contains(&Fault::Contradiction) {
            let told = incident.accounts.iter().flat_map(|a| a.contradictions.iter().map(move |c| (&a.name, c)));
            faults.extend(told.map(|(name, c)| format!("{}: {name} contradicts itself: {c}", incident.id)));
        }
    }
    faults
}
