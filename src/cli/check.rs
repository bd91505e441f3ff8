//! `tollbook check`: for the tests of a data set. What is wrong is listed, and the exit code says whether anything is.

use super::{
    Done, output,
    reconciling::Reconciling,
    voice::{Level, say},
};
use crate::{
    error::Error,
    lint::{
        Rule,
        Rule::{BestOutside, DatesOutside, Falls, LikeAge, LikeYear, MayBeCopies, PartAboveWhole, QuotesItself},
        lint,
    },
    report::{Finding, Report, Verdict},
};
use clap::{ValueEnum, builder::PossibleValue};

const EXAMPLES: &str = "\
Examples:
  tollbook check claims.csv                         what looks wrong, by rule and row
  tollbook check claims.csv --on rejected,conflict  only these
  tollbook check claims.csv --apart 2 --allow 10    for the tests of a data set";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// What counts as wrong; without it all but split, majority and may-be-copies
    #[arg(long, value_enum, value_delimiter = ',', value_name = "RULE,…")]
    on: Vec<Fault>,
    /// Of accounts that differ, take only those that are at least this many times apart
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0)]
    apart: f64,
    /// Exit with 1 only where there are more faults than this
    #[arg(long, value_name = "N", default_value_t = 0)]
    allow: usize,
    #[command(flatten)]
    of: Reconciling,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Rejected,
    Conflict,
    Split,
    Majority,
    Contradiction,
    Claims(Rule),
}

impl ValueEnum for Fault {
    fn value_variants<'a>() -> &'a [Fault] {
        &[
            Fault::Rejected,
            Fault::Conflict,
            Fault::Split,
            Fault::Majority,
            Fault::Contradiction,
            Fault::Claims(BestOutside),
            Fault::Claims(PartAboveWhole),
            Fault::Claims(DatesOutside),
            Fault::Claims(Falls),
            Fault::Claims(LikeYear),
            Fault::Claims(LikeAge),
            Fault::Claims(QuotesItself),
            Fault::Claims(MayBeCopies),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(match self {
            Fault::Rejected => "A row that cannot be read: a low above its high, a best outside them, no figure",
            Fault::Conflict => "Accounts of which no two meet",
            Fault::Split => "Accounts that fall apart into camps",
            Fault::Majority => "Accounts apart from the majority",
            Fault::Contradiction => "A source that contradicts itself",
            Fault::Claims(BestOutside) => "A best outside its low and high",
            Fault::Claims(PartAboveWhole) => "A part larger than its whole",
            Fault::Claims(DatesOutside) => "A part outside the dates of its whole; a toll told before it happened",
            Fault::Claims(Falls) => "A source that gives less than before",
            Fault::Claims(LikeYear) => "A bare number that could be a year",
            Fault::Claims(LikeAge) => "A figure that stands as ages do",
            Fault::Claims(QuotesItself) => {
                "A source quoted through itself, or outlets that quote each other in a circle"
            }
            Fault::Claims(MayBeCopies) => "One odd figure in several outlets within two days, none naming its origin",
        }))
    }
}

impl Fault {
    const fn name(self) -> &'static str {
        match self {
            Fault::Rejected => "rejected",
            Fault::Conflict => "conflict",
            Fault::Split => "split",
            Fault::Majority => "majority",
            Fault::Contradiction => "contradiction",
            Fault::Claims(rule) => rule.name(),
        }
    }

    /// Disagreement short of a conflict is ordinary, and a hint proves nothing.
    fn by_default(self) -> bool {
        !matches!(self, Fault::Split | Fault::Majority | Fault::Claims(MayBeCopies))
    }
}

pub(super) fn run(args: &Args) -> Result<Done, Error> {
    let (gathered, report) = args.of.report()?;
    let asked = |fault: Fault| if args.on.is_empty() { fault.by_default() } else { args.on.contains(&fault) };
    // A line a fault: what to do about a row was told while it was read.
    let line = |error: &Error| error.to_string().lines().next().unwrap_or_default().to_owned();
    let rejects = gathered.rejects.iter().map(|r| (Fault::Rejected, line(&r.error)));
    let told = lint(&gathered.claims, &report).into_iter();
    let told = told.map(|f| (Fault::Claims(f.rule), format!("{}: {}", f.place, f.what)));
    let lines: Vec<String> = rejects
        .chain(disagreements(&report, args.apart))
        .chain(told)
        .filter(|(fault, _)| asked(*fault))
        .map(|(fault, what)| format!("{}: {what}\n", fault.name()))
        .collect();
    output::print(lines.concat().as_bytes())?;
    if lines.is_empty() {
        say(Level::Plain, &format!("nothing looks wrong in {} claims", gathered.claims.len()));
    }
    Ok(if lines.len() <= args.allow { Done::Clean } else { Done::Found })
}

/// Where accounts differ, and where one contradicts itself.
fn disagreements(report: &Report, apart: f64) -> Vec<(Fault, String)> {
    let mut faults = Vec::new();
    for incident in &report.incidents {
        for finding in &incident.findings {
            let fault = match finding.verdict {
                Verdict::Conflict => Fault::Conflict,
                Verdict::Split => Fault::Split,
                Verdict::Majority => Fault::Majority,
                _ => continue,
            };
            if factor(finding) >= apart {
                let (outcome, victims) = (finding.outcome, finding.victims);
                faults.push((fault, format!("{}: {outcome} {victims}: {}", incident.id, finding.display)));
            }
        }
        let told = incident.accounts.iter().flat_map(|a| a.contradictions.iter().map(move |c| (&a.name, c)));
        faults.extend(told.map(|(name, c)| (Fault::Contradiction, format!("{}: {name}: {c}", incident.id))));
    }
    faults
}

/// How many times the farthest two are apart; without end where one of them says nobody.
fn factor(finding: &Finding) -> f64 {
    finding.measures.gap_factor.unwrap_or(if finding.measures.gap > 0 { f64::INFINITY } else { 1.0 })
}
