//! `tollbook inspect`: how each input and each column is understood, before anything is computed.

use super::{Sources, input, output};
use crate::{
    error::Error,
    read::inspect::{Understood, inspect},
};
use std::{collections::BTreeMap, path::PathBuf};

const EXAMPLES: &str = "\
Examples:
  tollbook inspect table.csv                        what every column is taken for
  tollbook inspect table.csv --map killed=Tote --save-map map.toml
  tollbook reconcile table.csv --map map.toml";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// Save what the columns are taken for in this file, to be changed and given to --map
    #[arg(long, value_name = "FILE")]
    save_map: Option<PathBuf>,
    #[command(flatten)]
    sources: Sources,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let sources = args.sources.or_project()?;
    let hints = sources.hints();
    let (mut text, mut mapping) = (String::new(), BTreeMap::new());
    for input in input::inputs(&sources)? {
        let input = input?;
        let understood = inspect(&input, &hints)?;
        text.push_str(&format!("{}: {}\n", input.name, understood.what));
        text.extend(understood.notes.iter().map(|note| format!("  {note}\n")));
        let widest = understood.columns.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (name, meaning) in &understood.columns {
            let fill = " ".repeat(widest - name.chars().count());
            text.push_str(&format!("  {name}{fill}  {}\n", meaning.as_deref().unwrap_or("– left alone")));
        }
        text.extend(missing(&understood).map(|hint| format!("  {hint}\n")));
        mapping.extend(understood.mapping);
    }
    if let Some(path) = &args.save_map {
        let pairs = toml::to_string(&mapping).map_err(|e| Error::request(e.to_string()))?;
        output::save(
            path,
            format!("# What the columns are, for tollbook --map: our name = \"their name\".\n{pairs}").as_bytes(),
        )?;
    }
    output::print(text.as_bytes())
}

/// What a table of figures does not say that a reader of reports would want, and how to say which column does.
fn missing(understood: &Understood) -> impl Iterator<Item = String> + '_ {
    let has = |ours: &[&str]| understood.mapping.iter().any(|(name, _)| ours.contains(&name.as_str()));
    let is_table = !understood.columns.is_empty() && !has(&["text"]);
    let told = [
        (&["incident"][..], "no column names the incident: rows are told apart by place and date, or row by row"),
        (&["origin", "outlet"][..], "no column says who speaks: each row is a source of its own"),
    ];
    let missing = told.into_iter().filter(move |(ours, _)| is_table && !has(ours));
    missing.map(|(ours, what)| format!("{what}; --map {}=COLUMN says which does", ours[0]))
}
