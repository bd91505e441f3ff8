//! What every verb that reconciles takes: what is read, and how what was said is taken.

use super::{
    Sources,
    gather::{Gathered, gather},
    policies,
    project::Project,
};
use crate::{
    document::Document,
    error::Error,
    policy::Policy,
    reconcile::{Decision, Given, Options, reconcile},
    report::Report,
    source,
};
use std::path::{Path, PathBuf};

/// What every verb that reconciles takes.
#[derive(Debug, clap::Args)]
pub(super) struct Reconciling {
    #[command(flatten)]
    pub(super) sources: Sources,
    #[command(flatten)]
    pub(super) reading: Reading,
}

impl Reconciling {
    /// All that was said, and what comes of it under the first of the policies.
    ///
    /// # Errors
    /// Where nothing can be read, or there is no such policy.
    pub(super) fn report(&self) -> Result<(Gathered, Report), Error> {
        let gathered = gather(&self.sources)?;
        let report = self.reading.report(&gathered)?;
        Ok((gathered, report))
    }
}

/// How what was said is taken.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Policy")]
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
    /// Take only what had been said by then: a day, to its end, or a time
    #[arg(long, value_name = "DATE", value_parser = super::moment)]
    as_of: Option<String>,
    /// Keep accounts that are older than this before the newest out of best
    #[arg(long, value_name = "HOURS")]
    fresh: Option<u64>,
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
    pub(super) fn policies(&self) -> Result<Vec<Policy>, Error> {
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
    pub(super) fn is_plain(&self) -> Result<bool, Error> {
        let known = self.sources.is_some() || Project::here()?.sources.is_some();
        Ok(self.decisions.is_none() && self.as_of.is_none() && self.fresh.is_none() && !known)
    }

    /// The options, for what was read.
    ///
    /// # Errors
    /// Where a file named is none.
    pub(super) fn options(&self, read: &Gathered) -> Result<Options, Error> {
        let path = self.sources.clone().or(Project::here()?.sources);
        let sources = path.as_deref().map_or_else(|| Ok(source::Sources::default()), known)?;
        let decisions = self.decisions.as_deref().map_or_else(|| Ok(Vec::new()), decided)?;
        let documents = read.documents.iter().map(as_given).collect();
        Ok(Options { as_of: self.as_of.clone(), fresh_hours: self.fresh, sources, decisions, documents })
    }

    /// The first of the policies.
    ///
    /// # Errors
    /// Where there is no such policy.
    pub(super) fn first(&self) -> Result<Policy, Error> {
        self.policies()?.into_iter().next().ok_or_else(|| Error::request("no policy"))
    }

    /// Reconciles what was read as asked, under the first of the policies.
    ///
    /// # Errors
    /// Where there is no such policy, or a file named is none.
    pub(super) fn report(&self, read: &Gathered) -> Result<Report, Error> {
        Ok(reconcile(&read.claims, &self.first()?, &self.options(read)?))
    }
}

/// What is known of a document beside its text.
fn as_given(document: &Document) -> Given {
    Given {
        document: document.id.clone(),
        incident: document.incident.clone(),
        place: document.place.clone(),
        point: document.point,
        event_date: document.event_date.clone(),
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
