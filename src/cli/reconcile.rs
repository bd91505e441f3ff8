//! `tollbook reconcile`: documents and claims to findings, the main job.

use super::{Format, Sources, Target, gather::gather, output};
use crate::{
    error::Error,
    policy::Policy,
    reconcile::{Options, reconcile},
    report::Report,
    write,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    target: Target,
}

/// How what was said is taken.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Reading {
    /// The policy by which figures become ranges and a low, best and high are chosen
    #[arg(long, value_name = "NAME", default_value = "transparent")]
    pub(super) policy: String,
    /// Take only what had been said by then
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Keep accounts that are older than this before the newest out of best
    #[arg(long, value_name = "HOURS")]
    fresh: Option<u64>,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let report = args.reading.report(&gather(&args.sources)?)?;
    let mut bytes = Vec::new();
    match output::format(&args.target) {
        Format::Table => bytes = write::table::report(&report, output::width()).into_bytes(),
        Format::Csv => write::csv::report(&mut bytes, &report),
        Format::Wide => write::wide::report(&mut bytes, &report),
        Format::Jsonl => write::jsonl::report(&mut bytes, &report),
    }
    let mut out = output::open(&args.target)?;
    out.write(&bytes)?;
    out.finish()
}

impl Reading {
    /// The same under another policy.
    pub(super) fn under(&self, policy: &str) -> Reading {
        Reading { policy: policy.to_owned(), ..self.clone() }
    }

    /// Reconciles claims as asked.
    ///
    /// # Errors
    /// Where there is no such policy.
    pub(super) fn report(&self, claims: &[crate::claim::Claim]) -> Result<Report, Error> {
        let policy = Policy::shipped(&self.policy).ok_or_else(|| {
            Error::request(format!("no policy “{}”", self.policy)).advise("`tollbook policies` lists those there are")
        })?;
        let options = Options { as_of: self.as_of.clone(), fresh_hours: self.fresh, ..Options::default() };
        Ok(reconcile(claims, &policy, &options))
    }
}
