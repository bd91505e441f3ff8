//! `tollbook inspect`: how each input and each column is understood, before anything is computed.

use super::{Sources, input, output};
use crate::{error::Error, read::inspect::inspect};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let sources = args.sources.or_project()?;
    let hints = sources.hints();
    let mut text = String::new();
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
    }
    output::print(text.as_bytes())
}
