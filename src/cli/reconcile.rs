//! `tollbook reconcile`: documents and claims to findings, the main job.

use super::{
    Format, Target,
    binary::{self, Answer},
    gather::gather,
    large, output, paint,
    reconciling::Reconciling,
};
use crate::{error::Error, reconcile::reconcile, report::Report, write};
use clap::ValueEnum;

const EXAMPLES: &str = "\
Examples:
  tollbook reconcile reports/                       a table to look at
  tollbook reconcile reports/ --plot                the ranges, drawn
  tollbook reconcile claims.csv -o tolls.csv        a row for each outcome of each incident
  tollbook reconcile a.csv --format wide            a row an incident
  tollbook reconcile a.csv --policy acled,gtd       policies side by side
  tollbook reconcile a.csv --map killed=Tote        a table with names of its own
  cat report.txt | tollbook reconcile -             from a pipe";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// In which order incidents are written
    #[arg(long, value_enum, default_value_t = Order::Name)]
    sort: Order,
    /// Write only the sums over incidents, each with what it stands on
    #[arg(long)]
    totals: bool,
    /// Draw the ranges: the same as --format plot
    #[arg(long, conflicts_with = "format")]
    plot: bool,
    #[command(flatten)]
    of: Reconciling,
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

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let drawn = || Target { format: Some(Format::Plot), ..args.target.clone() };
    let target = if args.plot { &drawn() } else { &args.target };
    let policies = args.of.reading.policies()?;
    if let [policy] = policies.as_slice()
        && !args.totals
        && args.sort == Order::Name
        && args.of.reading.is_plain()?
        && large::wide(&args.of.sources, target, policy)?
    {
        return Ok(());
    }
    let read = gather(&args.of.sources)?;
    let (claims, options) = (&read.claims, args.of.reading.options(&read)?);
    let mut reports: Vec<Report> = policies.iter().map(|p| reconcile(claims, p, &options)).collect();
    if args.sort == Order::Dispute {
        reports.iter_mut().for_each(|r| r.incidents.sort_by(|a, b| b.dispute().total_cmp(&a.dispute())));
    }
    let format = output::format(target);
    if args.totals {
        return totals(&reports, format, target);
    }
    let rows = || {
        let mut bytes = Vec::new();
        write::csv::reports(&mut bytes, &reports);
        bytes
    };
    if let Some(bytes) = binary::answer(format, &Answer { reports: &reports, claims, rows: &rows })? {
        return output::whole(target, &bytes);
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
    let mut out = output::open(target)?;
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
