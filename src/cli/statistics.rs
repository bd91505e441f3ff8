//! `tollbook statistics`: for those who ask, each with what it assumes.

use super::{Format, Target, output, reconciling::Reconciling};
use crate::{
    claim::{Outcome, Victims},
    error::Error,
    range::Range,
    report::{Incident, Report},
    statistics::{Counts, Mixture, Pair, alpha, influence, likelihood, mixture, pairs, sums, support},
    write::csv,
};
use std::fmt::Write;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
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
    /// The size of the negative binomial: the larger, the nearer to Poisson
    #[arg(long, value_name = "K", default_value_t = 10.0)]
    size: f64,
    /// How many sums are drawn
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    draws: usize,
    /// Where the drawing begins: the same seed gives the same answer
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    seed: u64,
    /// Write only the matrix of sources, as CSV: how each pair stands to each other
    #[arg(long)]
    matrix: bool,
    #[command(flatten)]
    of: Reconciling,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    if !(args.epsilon > 0.0 && args.epsilon < 1.0) {
        return Err(Error::request(format!("--epsilon {} is no chance between 0 and 1", args.epsilon)));
    }
    if args.size.is_nan() || args.size <= 0.0 {
        return Err(Error::request(format!("--size {} is not above 0", args.size)));
    }
    let (_, report) = args.of.report()?;
    if args.matrix {
        return matrix(&report, args);
    }
    let mut out = String::new();
    for incident in &report.incidents {
        one(&mut out, incident, args);
    }
    set(&mut out, &report, args);
    output::whole(&args.target, out.as_bytes())
}

/// Every pair of sources; a ratio above 0 says that the first gives more.
fn matrix(report: &Report, args: &Args) -> Result<(), Error> {
    let mut bytes = Vec::new();
    csv::header(
        &mut bytes,
        &["first", "second", "incidents", "median_log_ratio", "more", "differ", "wilson_low", "wilson_high"],
    );
    let four = |x: f64| (x * 1e4).round() / 1e4;
    let row = |p: Pair| {
        let interval = p.interval.map(|(low, high)| (four(low), four(high)));
        let (low, high) = (interval.map(|i| i.0), interval.map(|i| i.1));
        (p.first, p.second, p.incidents, four(p.median_log_ratio), p.more, p.differ, low, high)
    };
    csv::rows(&mut bytes, pairs(report, args.outcome, args.least).into_iter().map(row));
    let target = Target { format: Some(Format::Csv), ..args.target.clone() };
    let mut out = output::open(&target)?;
    out.write(&bytes)?;
    out.finish()
}

fn one(out: &mut String, incident: &Incident, args: &Args) {
    let ranges = ranges(incident, args.outcome);
    let Some(found) = support(&ranges).filter(|_| ranges.len() >= 2) else { return };
    line(out, &format!("{}, {}: {} accounts", incident.id, args.outcome, ranges.len()));
    let bands: Vec<String> = found.bands.iter().map(|(band, share)| format!("{band} {share:.3}")).collect();
    line(out, &format!("  support by band (Turnbull, accounts err independently): {}", bands.join(", ")));
    if let Some(m) = mixed(&ranges, args) {
        let [low, middle, high] = m.quantiles;
        line(
            out,
            &format!(
                "  mixture (each account wrong with {}, counts up to {}, prior 1/(T+1)): mode {}, 5/50/95 % below {low}/{middle}/{high}",
                m.epsilon, m.most, m.mode
            ),
        );
    }
    let binomial = format!("negative binomial of size {}", args.size);
    for (name, counts) in [("Poisson", Counts::Poisson), (&binomial, Counts::NegativeBinomial(args.size))] {
        let told = match likelihood(&ranges, counts) {
            Some(fit) => format!(", accounts independent: {:.2} (log-likelihood {:.3})", fit.mean, fit.log_likelihood),
            None => ": no finite estimate, every account is open".to_owned(),
        };
        line(out, &format!("  mean, {name}{told}"));
    }
}

/// The mixture of one incident under the parameters asked for; `None` where nothing was said.
fn mixed(ranges: &[Range], args: &Args) -> Option<Mixture> {
    let named = ranges.iter().map(|r| r.high().unwrap_or(r.low())).max()?;
    mixture(ranges, args.epsilon, args.most.unwrap_or(named.saturating_mul(10).max(10)))
}

/// The sum over incidents, as worst cases and by drawing.
fn sum(out: &mut String, report: &Report, args: &Args) {
    let totals = report.totals();
    let Some(total) = totals.iter().find(|t| t.outcome == args.outcome) else { return };
    let above = if total.open_above > 0 { format!("+ ({} open above)", total.open_above) } else { String::new() };
    let stands = format!("{} of {} incidents, {} without a figure", total.stated, total.incidents, total.no_figure);
    let documents = format!("{} documents, {} without a figure", total.documents, total.documents_no_figure);
    line(out, &format!("sum over {stands}; {documents}"));
    line(
        out,
        &format!(
            "  all lows {}, all highs {}{above}: worst cases, no range of the sum",
            total.all_lows, total.all_highs
        ),
    );
    let mixtures: Vec<Mixture> =
        report.incidents.iter().filter_map(|i| mixed(&ranges(i, args.outcome), args)).collect();
    if let Some([low, middle, high]) = sums(&mixtures, args.draws, args.seed) {
        line(
            out,
            &format!(
                "  drawn (incidents independent, each count from its mixture, {} draws, seed {}): 5/50/95 % below {low}/{middle}/{high}",
                args.draws, args.seed
            ),
        );
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
    sum(out, report, args);
    for i in influence(report, args.outcome).into_iter().filter(|i| i.sets_low + i.sets_high > 0) {
        line(
            out,
            &format!(
                "{} alone sets low in {} of {} (without it the lows rise by {}) and high in {} ({} left open, the others fall by {})",
                i.name, i.sets_low, i.incidents, i.low_rises, i.sets_high, i.opens, i.high_falls
            ),
        );
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
