//! `tollbook reconcile`: documents and claims to findings, the main job.

use super::{
    Format, Sources, Target,
    binary::{self, Answer},
    gather::gather,
    large, output, paint, policies,
    project::Project,
};
use crate::{
    claim::Claim,
    error::Error,
    policy::Policy,
    reconcile::{Decision, Options, reconcile},
    report::Report,
    source, write,
};
use clap::ValueEnum;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    reading: Reading,
    /// In which order incidents are written
    #[arg(long, value_enum, default_value_t = Order::Name)]
    sort: Order,
    /// Write only the sums over incidents, each with what it stands on
    #[arg(long)]
    totals: bool,
    #[command(flatten)]
    target: Target,
}

/// The order of incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Order {
    /// By name
    Name,
    /// Those first whose accounts are the farthest apart
    Dispute,
}

/// How what was said is taken.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Reading {
    /// The policy by which figures become ranges and a low, best and high are chosen; several are shown side by side
    #[arg(long, value_name = "NAME|FILE,…")]
    policy: Option<String>,
    /// The words of another policy under the rule of this one
    #[arg(long, value_name = "NAME")]
    words: Option<String>,
    /// The rule of another policy
    #[arg(long, value_name = "NAME")]
    rule: Option<String>,
    /// What is known of the sources: aliases, kinds, sides, who copies whom
    #[arg(long, value_name = "FILE")]
    sources: Option<PathBuf>,
    /// What your team has decided itself, as CSV: incident, outcome, victims, low, best, high, who, when, why
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
    /// Take only what had been said by then
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Keep accounts that are older than this before the newest out of best
    #[arg(long, value_name = "HOURS")]
    fresh: Option<u64>,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let policies = args.reading.policies()?;
    if let [policy] = policies.as_slice()
        && !args.totals
        && args.sort == Order::Name
        && args.reading.is_plain()?
        && large::wide(&args.sources, &args.target, policy)?
    {
        return Ok(());
    }
    let (claims, options) = (gather(&args.sources)?.claims, args.reading.options()?);
    let mut reports: Vec<Report> = policies.iter().map(|p| reconcile(&claims, p, &options)).collect();
    if args.sort == Order::Dispute {
        reports.iter_mut().for_each(|r| r.incidents.sort_by(|a, b| b.dispute().total_cmp(&a.dispute())));
    }
    let format = output::format(&args.target);
    if args.totals {
        return totals(&reports, format, &args.target);
    }
    let rows = || {
        let mut bytes = Vec::new();
        write::csv::reports(&mut bytes, &reports);
        bytes
    };
    if let Some(bytes) = binary::answer(format, &Answer { reports: &reports, claims: &claims, rows: &rows })? {
        return output::whole(&args.target, &bytes);
    }
    let mut bytes = Vec::new();
    match (format, reports.as_slice()) {
        (Format::Table, [report]) => bytes = paint::table(write::table::report(report, output::width())).into_bytes(),
        (Format::Table, _) => bytes = paint::table(write::side::reports(&reports, output::width())).into_bytes(),
        (Format::Plot, _) => {
            bytes = reports.iter().map(|r| write::plot::report(r, output::width())).collect::<String>().into_bytes();
        }
        (Format::Wide, _) => write::wide::reports(&mut bytes, &reports),
        (Format::Jsonl, _) => reports.iter().for_each(|r| write::jsonl::report(&mut bytes, r)),
        (Format::Markdown, _) => bytes = write::markdown::reports(&reports).into_bytes(),
        (Format::Wiki, _) => bytes = write::markdown::wiki(&reports).into_bytes(),
        _ => bytes = rows(),
    }
    let mut out = output::open(&args.target)?;
    out.write(&bytes)?;
    out.finish()
}

/// The sums alone.
fn totals(reports: &[Report], format: Format, target: &Target) -> Result<(), Error> {
    let mut bytes = Vec::new();
    match format {
        Format::Table => bytes = write::totals::table(reports, output::width()).into_bytes(),
        Format::Jsonl => write::totals::lines(&mut bytes, reports),
        Format::Markdown => bytes = write::markdown::totals(reports).into_bytes(),
        Format::Wiki => bytes = write::markdown::wiki_totals(reports).into_bytes(),
        Format::Csv => write::totals::rows(&mut bytes, reports),
        _ => return Err(Error::request("totals are written as table, csv, jsonl, markdown or wiki")),
    }
    let mut out = output::open(target)?;
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

    /// The policies asked for.
    fn policies(&self) -> Result<Vec<Policy>, Error> {
        let load = |name: &Option<String>| name.as_deref().map(policies::load).transpose();
        let project = Project::here()?;
        let (words, rule) = (load(&self.words.clone().or(project.words))?, load(&self.rule)?);
        let names = self.policy()?;
        let asked = names.split(',').map(|name| policies::load(name.trim()));
        let mixed = |p: Policy| match (&words, &rule) {
            (None, None) => p,
            (words, rule) => Policy::mix(words.as_ref().unwrap_or(&p), rule.as_ref().unwrap_or(&p)),
        };
        asked.map(|p| p.map(mixed)).collect()
    }

    /// Whether nothing is asked for that looks at who speaks or when.
    fn is_plain(&self) -> Result<bool, Error> {
        let known = self.sources.is_some() || Project::here()?.sources.is_some();
        Ok(self.decisions.is_none() && self.as_of.is_none() && self.fresh.is_none() && !known)
    }

    fn options(&self) -> Result<Options, Error> {
        let path = self.sources.clone().or(Project::here()?.sources);
        let sources = path.as_deref().map_or_else(|| Ok(source::Sources::default()), known)?;
        let decisions = self.decisions.as_deref().map_or_else(|| Ok(Vec::new()), decided)?;
        Ok(Options { as_of: self.as_of.clone(), fresh_hours: self.fresh, sources, decisions })
    }

    /// The first of the policies.
    ///
    /// # Errors
    /// Where there is no such policy.
    pub(super) fn first(&self) -> Result<Policy, Error> {
        self.policies()?.into_iter().next().ok_or_else(|| Error::request("no policy"))
    }

    /// Reconciles claims as asked, under the first of the policies.
    ///
    /// # Errors
    /// Where there is no such policy, or a file named is none.
    pub(super) fn report(&self, claims: &[Claim]) -> Result<Report, Error> {
        Ok(reconcile(claims, &self.first()?, &self.options()?))
    }
}

/// A file of sources.
fn known(path: &Path) -> Result<source::Sources, Error> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(e).in_file(&name))?;
    source::Sources::load(&text).map_err(|e| Error::syntax(e).in_file(&name))
}

/// A file of decisions. A row that cannot be read is an error: a decision that goes missing is worse than none.
fn decided(path: &Path) -> Result<Vec<Decision>, Error> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(e).in_file(&name))?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut decisions = Vec::new();
    for (at, row) in reader.deserialize().enumerate() {
        let wrong = |what: String| {
            let advice = "the columns are incident, outcome, victims, low, best, high, who, when, why";
            Error::value(what).in_file(&name).at_line(at + 2).advise(advice)
        };
        let decision: Decision = row.map_err(|e| wrong(e.to_string()))?;
        decision.check().map_err(wrong)?;
        decisions.push(decision);
    }
    Ok(decisions)
}
