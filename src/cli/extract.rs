//! `tollbook extract`: documents to claims.

use super::{Format, Sources, Target, input, output};
use crate::{claim::Claim, error::Error, extract::extract, lexicon::Lexicon, write};
use rayon::prelude::*;
use std::io::Write;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let lexicon = Lexicon::english();
    let format = args.target.format.unwrap_or(Format::Csv);
    let mut out = output::open(&args.target)?;
    if format == Format::Csv {
        let mut header = Vec::new();
        write::csv::claims_header(&mut header);
        out.write_all(&header)?;
    }
    input::each(&args.sources, |reading| {
        // Each thread writes the rows of its documents; only the finished bytes are put in order.
        let parts: Vec<Vec<u8>> = reading
            .documents
            .par_chunks(64)
            .map(|documents| {
                let mut part = Vec::new();
                for document in documents {
                    rows(&mut part, format, &extract(document, lexicon));
                }
                part
            })
            .collect();
        for part in parts {
            out.write_all(&part)?;
        }
        let mut given = Vec::new();
        rows(&mut given, format, &reading.claims);
        Ok(out.write_all(&given)?)
    })?;
    Ok(out.flush()?)
}

/// Adds claims to `out` as rows of the format asked for.
pub(super) fn rows(out: &mut Vec<u8>, format: Format, claims: &[Claim]) {
    match format {
        Format::Csv => write::csv::claims(out, claims),
        Format::Jsonl => write::jsonl::claims(out, claims),
    }
}
