//! The command line: the only place that opens files by argument and talks to the terminal. One file a verb.

mod binary;
mod check;
mod diff;
mod explain;
mod extract;
mod figure;
mod gather;
mod history;
mod init;
mod input;
mod inspect;
mod large;
mod link;
mod linking;
mod mapping;
mod output;
mod paint;
mod period;
mod policies;
mod project;
mod reconcile;
mod reconciling;
mod report;
mod review;
mod shell;
mod spelling;
mod statistics;
mod voice;

use crate::{claim::seconds, date::Edtf, error::Error, read::Hints};
use clap::{ColorChoice, Parser, Subcommand, ValueEnum};
use std::{ffi::OsString, path::PathBuf, process::ExitCode};
use voice::{Level, tell};

/// What most people want, first.
const EXAMPLES: &str = "\
Examples:
  tollbook reconcile reports/                  compare what sources say, incident by incident
  tollbook reconcile reports/ -o tolls.csv     the same, for a spreadsheet
  tollbook extract reports/ -o claims.csv      every claim with its words, to be checked by hand
  tollbook reconcile claims.csv                the table again, from the claims as corrected
  tollbook explain killed reports/             why a figure is what it is
  tollbook report reports/ -o report.html      a page to look at";

/// Reads reported tolls with their source and qualifier, keeps them as ranges, and shows where sources disagree.
#[derive(Debug, Parser)]
#[command(name = "tollbook", version, arg_required_else_help = true, before_help = EXAMPLES)]
struct Args {
    #[command(subcommand)]
    verb: Verb,
    /// Say nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say how every input is taken
    #[arg(short, long, global = true)]
    verbose: bool,
    /// Colours on the screen; nothing is told by colour alone
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Compare what sources say, incident by incident
    Reconcile(reconcile::Args),
    /// Make a page to look at, with plots and the words behind every figure
    Report(report::Args),
    /// Show why a figure is what it is: the words, how they read, whose they are, what came out
    Explain(explain::Args),
    /// Find the claims in documents
    Extract(extract::Args),
    /// Find the claims and the incident each is about
    Link(link::Args),
    /// Show what appeared, vanished, rose and fell between two runs; exit code 1 where anything did
    Diff(diff::Args),
    /// List conflicts, contradictions and broken rows; exit code 1 where there are any
    Check(check::Args),
    /// Show how the figures of each source went over time: 11, then 13, then 12
    History(history::Args),
    /// Set the toll of a longer period against the incidents in it: what it adds, or the share of each
    Period(period::Args),
    /// List the policies, or show one with its citations
    Policies(policies::Args),
    /// Support by band, mixtures, likelihoods, agreement over a set: each with what it assumes
    Statistics(statistics::Args),
    /// Show how each input and each column is understood
    Inspect(inspect::Args),
    /// Make a project with a sample to start from
    Init(init::Args),
    /// Show the figures in a phrase and how they read
    Figure(figure::Args),
    /// Print completions for a shell
    Completions(shell::Completions),
    /// Write pages for man
    Man(shell::Man),
}

/// How the answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table to look at
    Table,
    /// The ranges, drawn in letters
    Plot,
    /// A row a line, for spreadsheets
    Csv,
    /// A row an incident, for spreadsheets
    Wide,
    /// A JSON object a line
    Jsonl,
    /// A table in Markdown
    Markdown,
    /// A table in wiki text
    Wiki,
    /// A map: a feature an incident, where it lies
    Geojson,
    /// A workbook: findings, accounts, claims, columns
    Xlsx,
    /// A database: incidents, sources, claims, findings
    Sqlite,
    /// Typed columns for Polars, DuckDB and R
    Parquet,
    /// The same as an Arrow IPC (Feather) file
    Arrow,
}

/// A day or a time, as a date of publication is written.
fn date(text: &str) -> Result<String, String> {
    let known = seconds(text).is_some() || text.parse::<Edtf>().is_ok();
    known
        .then(|| text.to_owned())
        .ok_or_else(|| "write a day as 2031-05-03, or a time as 2031-05-03T18:00:00Z".to_owned())
}

/// The same, where no part of the day may be left open.
fn moment(text: &str) -> Result<String, String> {
    date(text).and_then(|text| match seconds(&text) {
        Some(_) => Ok(text),
        None => Err("write the whole day, 2031-05-03, or a time as 2031-05-03T18:00:00Z".to_owned()),
    })
}

/// What every verb that reads takes.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Inputs")]
struct Sources {
    /// Files and folders to read, - for standard input; without any, those of tollbook.toml
    #[arg(value_name = "FILE|DIR|-", help_heading = None)]
    inputs: Vec<PathBuf>,
    /// Who published the documents that do not say so themselves
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// When the documents that do not say so were published
    #[arg(long, value_name = "DATE", value_parser = date)]
    published: Option<String>,
    /// The encoding of the files, where it is not recognised: windows-1252, utf-16le, …
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// What the columns of a table are: killed=Deaths,source="Media outlet"; or a file saved by `inspect --save-map`
    #[arg(long, value_name = "OURS=THEIRS|FILE")]
    map: Vec<mapping::Mapping>,
    /// Keep the rows that could not be read in this file, each with the reason
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    #[command(flatten)]
    linking: linking::Linking,
}

/// What every verb that writes takes.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Output")]
struct Target {
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How to write it
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write over a file that is there, even one that is not ours
    #[arg(long)]
    force: bool,
    /// Begin CSV with the mark by which Excel knows UTF-8
    #[arg(long)]
    bom: bool,
    /// Put an apostrophe before cells that a spreadsheet would take for formulas
    #[arg(long)]
    safe_cells: bool,
    /// Write datapackage.json beside a file of CSV or JSON lines, which says what every column is
    #[arg(long, requires = "output")]
    datapackage: bool,
}

impl Sources {
    /// One input, nothing known of it.
    fn of(path: &str) -> Sources {
        Sources { inputs: vec![path.into()], ..Sources::default() }
    }

    /// What is not said here, as the project of this folder has it.
    ///
    /// # Errors
    /// Where the project file cannot be read, and where neither names an input.
    fn or_project(&self) -> Result<Sources, Error> {
        let project = project::Project::here()?;
        let mut sources = self.clone();
        sources.outlet = sources.outlet.or_else(|| project.outlet.clone());
        let said = |ours: &str| self.map.iter().any(|m| m.0.iter().any(|(name, _)| name == ours));
        let more = project.columns().filter(|(ours, _)| !said(ours)).collect();
        sources.map.push(mapping::Mapping(more));
        if sources.inputs.is_empty() {
            sources.inputs = project.inputs;
        }
        if sources.inputs.is_empty() {
            return Err(Error::request("nothing to read")
                .advise("name files or folders, - for standard input, or make a project with `tollbook init`"));
        }
        Ok(sources)
    }

    fn hints(&self) -> Hints {
        let incident = self.linking.field().map(|name| ("incident".to_owned(), name.to_owned()));
        Hints {
            outlet: self.outlet.clone(),
            published: self.published.clone(),
            columns: self.map.iter().flat_map(|m| m.0.clone()).chain(incident).collect(),
        }
    }
}

/// Runs the program: 0 done, 1 only where a check found something, 2 error.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(answer) => {
            // Help and version come this way too; the code tells them from errors.
            let _ = answer.print();
            return ExitCode::from(answer.exit_code() as u8);
        }
    };
    paint::choose(args.color);
    voice::set(match (args.quiet, args.verbose) {
        (true, _) => Level::Quiet,
        (_, true) => Level::Verbose,
        _ => Level::Plain,
    });
    let clean = |()| Done::Clean;
    let done = match &args.verb {
        Verb::Reconcile(args) => reconcile::run(args).map(clean),
        Verb::Report(args) => report::run(args).map(clean),
        Verb::Explain(args) => explain::run(args).map(clean),
        Verb::Link(args) => link::run(args).map(clean),
        Verb::Extract(args) => extract::run(args).map(clean),
        Verb::Diff(args) => diff::run(args),
        Verb::Check(args) => check::run(args),
        Verb::History(args) => history::run(args).map(clean),
        Verb::Period(args) => period::run(args).map(clean),
        Verb::Policies(args) => policies::run(args).map(clean),
        Verb::Statistics(args) => statistics::run(args).map(clean),
        Verb::Inspect(args) => inspect::run(args).map(clean),
        Verb::Init(args) => init::run(args).map(clean),
        Verb::Completions(args) => shell::completions(args).map(clean),
        Verb::Man(args) => shell::man(args).map(clean),
        Verb::Figure(args) => figure::run(args).map(clean),
    };
    match done {
        Ok(Done::Clean) => ExitCode::SUCCESS,
        Ok(Done::Found) => ExitCode::from(1),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            tell(&error);
            ExitCode::from(2)
        }
    }
}

/// How a verb that looks for something ended.
enum Done {
    /// There was nothing.
    Clean,
    /// There was something, and it was shown.
    Found,
}
