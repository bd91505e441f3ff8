//! `tollbook period`: the toll of a longer period, spread over its incidents or set against what is recorded.

use super::output;
use crate::{
    error::Error,
    figure::{Cell, read_cell},
    lexicon::Lexicon,
    period::{Absorbed, absorb, spread},
    range::Range,
    write::csv,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The total: 500, "at least 500", 480-520
    total: String,
    /// Spread it evenly over so many incidents, the rest one by one from the first
    #[arg(long, value_name = "N", conflicts_with_all = ["fighters", "background", "recorded"])]
    over: Option<usize>,
    /// Take away the share who were fighters: 0.02, or 0.02-0.04
    #[arg(long, value_name = "SHARE", default_value = "0")]
    fighters: String,
    /// Take away those who died of other causes
    #[arg(long, value_name = "N", default_value_t = 0)]
    background: u64,
    /// Take away those recorded already
    #[arg(long, value_name = "N", default_value_t = 0)]
    recorded: u64,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let none =
        || Error::request(format!("“{}” is no total", args.total)).advise("write 500, \"at least 500\" or 480-520");
    let Ok(Cell::Figure(figure)) = read_cell(&args.total, Lexicon::english()) else { return Err(none()) };
    let total = figure.literal().ok_or_else(none)?;
    let parts = match args.over {
        Some(0) => return Err(Error::request("nothing can be spread over no incidents")),
        Some(parts) => spread(total, parts),
        None => vec![rest(total, args)?],
    };
    let mut bytes = Vec::new();
    csv::header(&mut bytes, &["part", "low", "high", "derived_from"]);
    csv::rows(&mut bytes, parts.iter().enumerate().map(|(n, r)| (n + 1, r.low(), r.high(), args.total.as_str())));
    output::print(&bytes)
}

fn rest(total: Range, args: &Args) -> Result<Range, Error> {
    let wrong = || {
        let error = Error::request(format!("--fighters {} is no share", args.fighters));
        error.advise("write a number from 0 to 1, or two with - between, the lower first")
    };
    let (least, most) = args.fighters.split_once('-').unwrap_or((&args.fighters, &args.fighters));
    let share = |text: &str| text.trim().parse::<f64>().map_err(|_| wrong());
    let had =
        Absorbed { fighters: (share(least)?, share(most)?), background: args.background, recorded: args.recorded };
    absorb(total, &had).ok_or_else(wrong)
}
