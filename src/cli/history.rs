//! `tollbook history`: how the figures of each source went over time.

use super::{Format, Sources, Target, gather::gather, output, reconcile::Reading};
use crate::{error::Error, write::history};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let report = args.reading.report(&gather(&args.sources)?.claims)?;
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
