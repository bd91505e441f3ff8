//! `tollbook link`: claims with the incident each is about.

use super::{Sources, Target, binary, extract, gather::gather, output};
use crate::{error::Error, report::Report};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let format = output::format(&args.target);
    let claims = gather(&args.sources)?.claims;
    if let Some(bytes) = binary::answer(format, &Report::default(), &claims)? {
        return output::whole(&args.target, &bytes);
    }
    let mut out = output::open(&args.target)?;
    out.write(&extract::header(format))?;
    out.write(&extract::rows(format, &claims))?;
    out.finish()
}
