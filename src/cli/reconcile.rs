//! `tollbook reconcile`: documents and claims to findings, the main job.

use super::{Format, Sources, Target, binary, gather::gather, output, policies, project::Project};
use crate::{
    claim::Claim,
    error::Error,
    policy::Policy,
    reconcile::{Options, reconcile},
    report::Report,
    source, write,
};
use std::path::{Path, PathBuf};

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
    #[arg(long, value_name = "NAME|FILE")]
    policy: Option<String>,
    /// The words of another policy under the rule of this one
    #[arg(long, value_name = "NAME")]
    words: Option<String>,
    /// What is known of the sources: aliases, kinds, sides, who copies whom
    #[arg(long, value_name = "FILE")]
    sources: Option<PathBuf>,
    /// Take only what had been said by then
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Keep accounts that are older than this before the newest out of best
    #[arg(long, value_name = "HOURS")]
    fresh: Option<u64>,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let claims = gather(&args.sources)?.claims;
    let report = args.reading.report(&claims)?;
    let format = output::format(&args.target);
    if let Some(bytes) = binary::answer(format, &report, &claims)? {
        return output::whole(&args.target, &bytes);
    }
    let mut bytes = Vec::new();
    match format {
        Format::Table => bytes = write::table::report(&report, output::width()).into_bytes(),
        Format::Plot => bytes = write::plot::report(&report, output::width()).into_bytes(),
        Format::Wide => write::wide::report(&mut bytes, &report),
        Format::Jsonl => write::jsonl::report(&mut bytes, &report),
        Format::Markdown => bytes = write::markdown::report(&report).into_bytes(),
        Format::Wiki => bytes = write::markdown::wiki(&report).into_bytes(),
        _ => write::csv::report(&mut bytes, &report),
    }
    let mut out = output::open(&args.target)?;
    out.write(&bytes)?;
    out.finish()
}

impl Reading {
    /// The same under another policy.
    pub(super) fn under(&self, policy: &str) -> Reading {
        Reading { policy: Some(policy.to_owned()), ..self.clone() }
    }

    /// The policy asked for: here, by the project, or the one that decides least by itself.
    ///
    /// # Errors
    /// Where the project file cannot be read.
    pub(super) fn policy(&self) -> Result<String, Error> {
        let project = || Ok::<_, Error>(Project::here()?.policy.unwrap_or_else(|| "transparent".to_owned()));
        self.policy.clone().map_or_else(project, Ok)
    }

    /// Reconciles claims as asked.
    ///
    /// # Errors
    /// Where there is no such policy, or a file named is none.
    pub(super) fn report(&self, claims: &[Claim]) -> Result<Report, Error> {
        let project = Project::here()?;
        let policy = policies::load(&self.policy()?)?;
        let policy = match self.words.as_ref().or(project.words.as_ref()) {
            Some(words) => Policy::mix(&policies::load(words)?, &policy),
            None => policy,
        };
        let sources = match self.sources.as_ref().or(project.sources.as_ref()) {
            Some(path) => known(path)?,
            None => source::Sources::default(),
        };
        let options = Options { as_of: self.as_of.clone(), fresh_hours: self.fresh, sources };
        Ok(reconcile(claims, &policy, &options))
    }
}

/// A file of sources.
fn known(path: &Path) -> Result<source::Sources, Error> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(e).in_file(&name))?;
    source::Sources::load(&text).map_err(|e| Error::syntax(e).in_file(&name))
}
