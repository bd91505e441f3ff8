//! `tollbook statistics`: for those who ask, each with what it assumes.

use super::{Sources, gather::gather, output, reconcile::Reading};
use crate::{
    claim::{Outcome, Victims},
    error::Error,
    range::Range,
    report::{Incident, Report},
    statistics::{Counts, alpha, likelihood, mixture, pairs, support},
};
use std::fmt::Write;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    reading: Reading,
    /// Of this outcome
    #[arg(long, value_name = "OUTCOME", default_value = "killed")]
    outcome: Outcome,
    /// The chance that an account is wrong, for the mixture
    #[arg(long, value_name = "P", default_value_t = 0.1)]
    epsilon: f64,
    /// The largest count thought possible, for the mixture; ten times the highest figure named where it is not given
    #[arg(long, value_name = "N")]
    most: Option<u64>,
    /// Show pairs of sources with at least this many incidents in common
    #[arg(long, value_name = "N", default_value_t = 5)]
    least: usize,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    if !(args.epsilon > 0.0 && args.epsilon < 1.0) {
        return Err(Error::request(format!("--epsilon {} is no chance between 0 and 1", args.epsilon)));
    }
    let report = args.reading.report(&gather(&args.sources)?.claims)?;
    let mut out = String::new();
    for incident in &report.incidents {
        one(&mut out, incident, args);
    }
    set(&mut out, &report, args);
    output::print(out.as_bytes())
}

fn one(out: &mut String, incident: &Incident, args: &Args) {
    let ranges = ranges(incident, args.outcome);
    let Some(found) = support(&ranges).filter(|_| ranges.len() >= 2) else { return };
    let named = ranges.iter().map(|r| r.high().unwrap_or(r.low())).max().unwrap_or(0);
    let most = args.most.unwrap_or(named.saturating_mul(10).max(10));
    line(out, &format!("{}, {}: {} accounts", incident.id, args.outcome, ranges.len()));
    let bands: Vec<String> = found.bands.iter().map(|(band, share)| format!("{band} {share:.3}")).collect();
    line(out, &format!("  support by band (Turnbull, accounts err independently): {}", bands.join(", ")));
    if let Some(m) = mixture(&ranges, args.epsilon, most) {
        let [low, middle, high] = m.quantiles;
        line(
            out,
            &format!(
                "  mixture (each account wrong with {}, counts up to {most}, prior 1/(T+1)): mode {}, 5/50/95 % below {low}/{middle}/{high}",
                args.epsilon, m.mode
            ),
        );
    }
    match likelihood(&ranges, Counts::Poisson) {
        Some(fit) => line(
            out,
            &format!(
                "  Poisson mean, accounts independent: {:.2} (log-likelihood {:.3})",
                fit.mean, fit.log_likelihood
            ),
        ),
        None => line(out, "  Poisson mean: no finite estimate, every account is open"),
    }
}

fn set(out: &mut String, report: &Report, args: &Args) {
    let figures = |i: &Incident| {
        let cells = i.accounts.iter().flat_map(|a| &a.cells);
        cells
            .filter(|c| c.outcome == args.outcome && c.victims == Victims::All)
            .filter_map(|c| c.range?.point())
            .collect()
    };
    let tolls: Vec<Vec<u64>> = report.incidents.iter().map(figures).collect();
    match alpha(&tolls) {
        Some(alpha) => line(out, &format!("Krippendorff's alpha over exact figures: {alpha:.4}")),
        None => line(out, "Krippendorff's alpha: no two exact figures to compare"),
    }
    for p in pairs(report, args.outcome, args.least) {
        let interval = p.interval.map_or(String::new(), |(low, high)| format!(", Wilson 95 % {:.2}–{:.2}", low, high));
        line(
            out,
            &format!(
                "{} over {}: factor {:.2} (median of {}), more in {} of {}{interval}",
                p.first,
                p.second,
                p.median_log_ratio.exp(),
                p.incidents,
                p.more,
                p.differ
            ),
        );
    }
}

fn ranges(incident: &Incident, outcome: Outcome) -> Vec<Range> {
    let cells = incident.accounts.iter().flat_map(|a| &a.cells);
    cells.filter(|c| c.outcome == outcome && c.victims == Victims::All).filter_map(|c| c.range).collect()
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "{text}").expect("memory does not fail");
}
