//! `tollbook inspect`: how each input and each column is understood, before anything is computed.

use super::{Sources, input, output};
use crate::{error::Error, read::inspect::inspect};
use std::{collections::BTreeMap, path::PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
    /// Save what the columns are taken for in this file, to be changed and given to --map
    #[arg(long, value_name = "FILE")]
    save_map: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let sources = args.sources.or_project()?;
    let hints = sources.hints();
    let (mut text, mut mapping) = (String::new(), BTreeMap::new());
    for input in input::inputs(&sources)? {
        let input = input?;
        let understood = inspect(&input, &hints)?;
        text.push_str(&format!("{}: {}\n", input.name, understood.what));
        text.extend(understood.note.map(|note| format!("  {note}\n")));
        let widest = understood.columns.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (name, meaning) in &understood.columns {
            let fill = " ".repeat(widest - name.chars().count());
            text.push_str(&format!("  {name}{fill}  {}\n", meaning.as_deref().unwrap_or("– left alone")));
        }
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
