//! `tollbook period`: the toll of a longer period, spread over the incidents in it or set against what they record.

use super::{Format, Target, gather::Gathered, output, reconciling::Reconciling};
use crate::{
    error::Error,
    figure::{Cell, read_cell},
    lexicon::Lexicon,
    period::{Absorbed, Covered, absorb, covered, spread},
    place::Gazetteer,
    policy::Cumulative,
    range::Range,
    write::{csv, period},
};

const EXAMPLES: &str = "Examples:
  tollbook period claims.csv                          what each toll of a longer period adds to its incidents
  tollbook period claims.csv --policy acled           each spread over them, as ACLED does
  tollbook period --total 14 --over 4                 by hand: 4, 4, 3, 3
  tollbook period --total 500 --fighters 0.02-0.04 --background 60 --recorded 120

An incident is in a period where the column “within” of one of its claims names the toll or the toll's incident;
where none does, by place and time. What comes out is derived: it is no claim, and read again it is set aside.";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// Spread each toll over its incidents, whatever the policy does
    #[arg(long)]
    spread: bool,
    /// A toll by hand, and no claims: 500, "at least 500", 480-520
    #[arg(long, value_name = "TOLL", conflicts_with = "inputs")]
    total: Option<String>,
    /// Spread the toll by hand over so many incidents, the rest one by one from the first
    #[arg(long, value_name = "N", requires = "total", conflicts_with_all = ["fighters", "background", "recorded"])]
    over: Option<usize>,
    /// Take away the share who were fighters: 0.02, or 0.02-0.04
    #[arg(long, value_name = "SHARE", default_value = "0")]
    fighters: String,
    /// Take away those who died of other causes
    #[arg(long, value_name = "N", default_value_t = 0)]
    background: u64,
    /// Take away those recorded already, of a toll by hand
    #[arg(long, value_name = "N", requires = "total", default_value_t = 0)]
    recorded: u64,
    #[command(flatten)]
    of: Reconciling,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    match &args.total {
        Some(total) => by_hand(total, args),
        None => of_claims(args),
    }
}

fn of_claims(args: &Args) -> Result<(), Error> {
    let policy = args.of.reading.first()?;
    let (Gathered { claims, .. }, report) = args.of.report()?;
    let found = covered(&claims, &report, &policy.words, Gazetteer::shipped());
    if found.is_empty() {
        return Err(Error::nothing("no claim is of a longer period").advise("in a table, its “role” is cumulative"));
    }
    let table = output::format(&args.target) == Format::Table;
    let bytes = if args.spread || policy.events.cumulative == Cumulative::Spread {
        let shares = |c: &Covered<'_>| spread(c.range, c.incidents.len());
        period::spread(&found.iter().map(|c| (c, shares(c))).collect::<Vec<_>>(), table)
    } else {
        let adds = found
            .iter()
            .map(|c| Ok((c, absorb(c.range, &had(args, c.recorded().sum)?).ok_or_else(|| no_share(args))?)));
        period::adds(&adds.collect::<Result<Vec<_>, Error>>()?, table)
    };
    let mut out = output::open(&args.target)?;
    out.write(&bytes)?;
    out.finish()
}

fn by_hand(total: &str, args: &Args) -> Result<(), Error> {
    let none = || Error::request(format!("“{total}” is no total")).advise("write 500, \"at least 500\" or 480-520");
    let Ok(Cell::Figure(figure)) = read_cell(total, Lexicon::english()) else { return Err(none()) };
    let range = figure.literal().ok_or_else(none)?;
    let parts = match args.over {
        Some(0) => return Err(Error::request("nothing can be spread over no incidents")),
        Some(parts) => spread(range, parts),
        None => vec![absorb(range, &had(args, Range::exact(args.recorded))?).ok_or_else(|| no_share(args))?],
    };
    let mut bytes = Vec::new();
    csv::header(&mut bytes, &["part", "low", "high", "derived_from"]);
    csv::rows(&mut bytes, parts.iter().enumerate().map(|(n, r)| (n + 1, r.low(), r.high(), total)));
    output::print(&bytes)
}

/// What is in a toll and not to be added.
fn had(args: &Args, recorded: Range) -> Result<Absorbed, Error> {
    let (least, most) = args.fighters.split_once('-').unwrap_or((&args.fighters, &args.fighters));
    let share = |text: &str| text.trim().parse::<f64>().map_err(|_| no_share(args));
    Ok(Absorbed { fighters: (share(least)?, share(most)?), background: args.background, recorded })
}

fn no_share(args: &Args) -> Error {
    Error::request(format!("--fighters {} is no share", args.fighters))
        .advise("write a number from 0 to 1, or two with - between, the lower first")
}
