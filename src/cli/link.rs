//! `tollbook link`: claims with the incident each is about.

use super::{
    Format, Sources, Target,
    binary::{self, Answer},
    extract,
    gather::gather,
    output,
};
use crate::error::Error;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let format = extract::format(&args.target)?;
    let claims = gather(&args.sources)?.claims;
    let rows = || [extract::header(Format::Csv), extract::rows(Format::Csv, &claims)].concat();
    if let Some(bytes) = binary::answer(format, &Answer { reports: &[], claims: &claims, rows: &rows })? {
        return output::whole(&args.target, &bytes);
    }
    let mut out = output::open(&args.target)?;
    out.write(&extract::header(format))?;
    out.write(&extract::rows(format, &claims))?;
    out.finish()
}
