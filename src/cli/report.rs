//! `tollbook report`: a page to look at, or one incident as a picture.

use super::{
    Target,
    gather::Gathered,
    output,
    reconciling::{Reading, Reconciling},
    voice::{Level, say},
};
use crate::{error::Error, policy::Policy, report::Report, write};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  tollbook report reports/ -o report.html           a page to look at, under every policy
  tollbook report claims.csv --svg oldtown/killed -o killed.svg";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// Write the page to this file
    #[arg(short, long, value_name = "FILE", default_value = "report.html")]
    output: PathBuf,
    /// Write over a file that is there, even one that is not ours
    #[arg(long)]
    force: bool,
    /// Only the picture of this INCIDENT/OUTCOME, as SVG
    #[arg(long, value_name = "INCIDENT/OUTCOME")]
    svg: Option<String>,
    #[command(flatten)]
    of: Reconciling,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let (read, report) = args.of.report()?;
    let page = match &args.svg {
        Some(asked) => picture(&report, asked)?,
        None => {
            let mut reports = vec![report];
            reports.extend(others(&args.of.reading, &read)?);
            write::html::page(&reports, &read.claims)
        }
    };
    let target = Target { output: Some(args.output.clone()), force: args.force, ..Target::default() };
    output::whole(&target, page.as_bytes())?;
    say(Level::Plain, &format!("wrote {}", args.output.display()));
    Ok(())
}

/// The same claims under every other policy.
fn others(reading: &Reading, read: &Gathered) -> Result<Vec<Report>, Error> {
    let main = reading.policy()?;
    Policy::ids().filter(|id| *id != main).map(|id| reading.under(id).report(read)).collect()
}

fn picture(report: &Report, asked: &str) -> Result<String, Error> {
    let found = asked.rsplit_once('/').and_then(|(incident, outcome)| {
        let incident = report.incidents.iter().find(|i| i.id == incident)?;
        let finding = incident.findings.iter().find(|f| f.outcome.name() == outcome)?;
        write::svg::alone(incident, finding)
    });
    found.ok_or_else(|| {
        let names: Vec<&str> = report.incidents.iter().map(|i| i.id.as_str()).take(5).collect();
        Error::nothing(format!("no picture of “{asked}”"))
            .advise(format!("name INCIDENT/OUTCOME with one of the incidents {}", names.join(", ")))
    })
}
