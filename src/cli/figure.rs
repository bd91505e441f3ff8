//! `tollbook figure`: the figures of a phrase, and what the words alone make of each.

use super::{
    Format, Sources, Target, input, output,
    voice::{Level, say},
};
use crate::{
    document::Document,
    error::Error,
    figure::{self, Amount, Figure, Qualifier},
    lexicon::Lexicon,
    write,
};
use rayon::prelude::*;
use serde::Serialize;

const EXAMPLES: &str = "\
Examples:
  tollbook figure \"more than 40\"                   how a phrase reads
  tollbook figure report.txt                        every figure of a text, whatever it counts
  tollbook figure - < phrases.txt                   from a pipe";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// A phrase such as "more than 40"; or files of texts, - for standard input
    #[arg(value_name = "PHRASE|FILE|-", required = true)]
    phrases: Vec<String>,
    #[command(flatten)]
    target: Target,
}

/// A figure as a row. Low and high are the literal reading: blank where only a policy can say.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    phrase: &'a str,
    qualifier: Qualifier,
    value: Option<u64>,
    value_high: Option<u64>,
    vague: Option<&'a str>,
    low: Option<u64>,
    high: Option<u64>,
}

const COLUMNS: &[&str] = &["id", "phrase", "qualifier", "value", "value_high", "vague", "low", "high"];

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let lexicon = Lexicon::english();
    let documents = documents(&args.phrases)?;
    let format = output::format(&args.target);
    let parts: Vec<(usize, Vec<u8>)> = documents
        .par_iter()
        .with_min_len(64)
        .map(|document| {
            let tokens = lexicon.scan(&document.text);
            let found = figure::scan(&document.text, &tokens, lexicon);
            let mut out = Vec::new();
            for f in &found {
                let phrase = &document.text[tokens[f.first].start as usize..tokens[f.end - 1].end as usize];
                add(&mut out, format, &row(&document.id, phrase, &f.figure));
            }
            (found.len(), out)
        })
        .collect();
    let mut out = output::open(&args.target)?;
    if !matches!(format, Format::Table | Format::Jsonl) {
        let mut header = Vec::new();
        write::csv::header(&mut header, COLUMNS);
        out.write(&header)?;
    }
    parts.iter().try_for_each(|(_, part)| out.write(part))?;
    out.finish()?;
    if parts.iter().all(|(n, _)| *n == 0) {
        say(Level::Plain, "no figure found");
    }
    Ok(())
}

/// The texts to look at: an argument that is no file is the text itself.
fn documents(phrases: &[String]) -> Result<Vec<Document>, Error> {
    let mut documents = Vec::new();
    for phrase in phrases {
        if phrase == "-" || std::path::Path::new(phrase).exists() {
            documents.extend(input::all(&Sources::of(phrase))?.documents);
        } else {
            documents.push(Document { id: phrase.clone(), text: phrase.clone(), ..Document::default() });
        }
    }
    Ok(documents)
}

fn row<'a>(id: &'a str, phrase: &'a str, figure: &'a Figure) -> Row<'a> {
    let literal = figure.literal();
    Row {
        id,
        phrase,
        qualifier: figure.qualifier,
        value: figure.value(),
        value_high: match figure.amount {
            Amount::Span(_, high) => Some(high),
            _ => None,
        },
        vague: figure.vague_word(),
        low: literal.map(|r| r.low()),
        high: literal.and_then(|r| r.high()),
    }
}

fn add(out: &mut Vec<u8>, format: Format, row: &Row) {
    match format {
        Format::Jsonl => write::jsonl::line(out, row),
        Format::Table => {
            let reading = match (row.low, row.high) {
                (Some(low), Some(high)) => format!("{low} to {high}"),
                (Some(low), None) => format!("{low} and up"),
                _ => "no number of its own: a policy says".to_owned(),
            };
            let amount = row.vague.map(str::to_owned).or(row.value.map(|n| n.to_string())).unwrap_or_default();
            let amount = row.value_high.map_or(amount.clone(), |high| format!("{amount}–{high}"));
            out.extend(format!("{}: {} {amount}, reads {reading}\n", row.phrase, row.qualifier).into_bytes());
        }
        _ => write::csv::rows(out, std::iter::once(row)),
    }
}
