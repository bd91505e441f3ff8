//! `tollbook history`: how the figures of each source went over time.

use super::{Format, Target, output, reconciling::Reconciling};
use crate::{error::Error, write::history};

const EXAMPLES: &str = "\
Examples:
  tollbook history reports/                         how each source revised its figures
  tollbook history claims.csv --format csv          the same as rows";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    of: Reconciling,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let (_, report) = args.of.report()?;
    let mut bytes = Vec::new();
    match output::format(&args.target) {
        Format::Table | Format::Plot => {
            bytes = history::plot(&report, output::width()).into_bytes();
            if bytes.is_empty() {
                bytes = b"no source has revised a figure\n".to_vec();
            }
        }
        Format::Csv => history::rows(&mut bytes, &report),
        _ => return Err(Error::request("the history is written as plot or csv").advise("ask for --format csv")),
    }
    let mut out = output::open(&args.target)?;
    out.write(&bytes)?;
    out.finish()
}
