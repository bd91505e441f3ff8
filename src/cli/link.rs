//! `tollbook link`: claims with the incident each is about.

use super::{
    Format, Sources, Target,
    binary::{self, Answer},
    extract,
    gather::{Joined, join},
    linking, output,
};
use crate::{error::Error, link::Incident, write};

/// How many rows are laid out at once.
const AT_ONCE: usize = 1 << 14;

/// What most people want, first.
const EXAMPLES: &str = "\
Examples:
  tollbook link reports/                            the incidents, in a table
  tollbook link reports/ -o claims.csv              every claim with its incident, to be checked by hand
  tollbook link reports/ --review review.csv        the doubtful pairs: mark them yes, no or unsure, run the same again
  tollbook reconcile reports/ --review review.csv   the table of tolls, as you decided
  tollbook link reports/ --link xsub-loose          other windows and weights; --presets lists them";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// List the windows and weights that ship, each with its source, and a file to start your own from
    #[arg(long)]
    presets: bool,
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    if args.presets {
        return output::print(linking::presets().as_bytes());
    }
    let format = extract::format(&args.target)?;
    let review = args.sources.linking.review()?;
    let Joined { gathered, linked, rule } = join(&args.sources, review.as_ref())?;
    if let Some(review) = &review {
        review.write(&linked, &rule)?;
    }
    let claims = gathered.claims;
    let rows = || [extract::header(Format::Csv), extract::rows(Format::Csv, &mut claims.iter())].concat();
    if let Some(bytes) = binary::answer(format, &Answer { reports: &[], claims: &claims, rows: &rows })? {
        return output::whole(&args.target, &bytes);
    }
    let mut out = output::open(&args.target)?;
    if format == Format::Table {
        out.write(table(&linked.incidents).as_bytes())?;
        return out.finish();
    }
    out.write(&extract::header(format))?;
    // Written piece by piece: all rows at once would take as much room again as the claims.
    claims.chunks(AT_ONCE).try_for_each(|some| out.write(&extract::rows(format, &mut some.iter())))?;
    out.finish()
}

/// The incidents that texts report, to look at, and at the foot how many longer times and mere mentions there are besides.
fn table(incidents: &[Incident]) -> String {
    let text = |t: &Option<String>| t.clone().unwrap_or_else(|| "–".to_owned());
    let place = |i: &Incident| match i.countries.as_slice() {
        [] => text(&i.place),
        open => format!("{} ({}?)", text(&i.place), open.join(" or ")),
    };
    let head = ["incident", "place", "date", "documents", "claims", "joined by"].map(str::to_owned).to_vec();
    let (reported, besides): (Vec<&Incident>, Vec<&Incident>) = incidents.iter().partition(|i| i.reported);
    let rows = reported.into_iter().map(|i| {
        let (documents, claims) = (i.documents.len().to_string(), i.claims.to_string());
        vec![i.id.clone(), place(i), text(&i.event_date), documents, claims, i.joined_by.clone()]
    });
    let table = write::table::plain(std::iter::once(head).chain(rows), output::width());
    match besides.len() {
        0 => table,
        n => format!("{table}\n  besides {n} only mentioned or of a longer time; --format csv has their claims\n"),
    }
}
