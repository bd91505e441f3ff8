//! `tollbook extract`: documents to claims.

use super::{
    Format, Sources, Target,
    binary::{self, Answer},
    input, output,
};
use crate::{
    claim::Claim,
    document::Document,
    error::Error,
    extract::{Read, batches, read},
    lexicon::Lexicon,
    link::mark,
    write,
};
use rayon::prelude::*;

const EXAMPLES: &str = "\
Examples:
  tollbook extract reports/ -o claims.csv           every claim with its words, to be checked by hand
  tollbook extract article.html                     from a page saved from the browser
  tollbook extract reports.jsonl --format jsonl     a claim a line";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    sources: Sources,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let lexicon = Lexicon::english();
    let format = format(&args.target)?;
    if binary::is_binary(format) {
        let mut all = Vec::new();
        input::each(&args.sources, |reading| {
            let read = batches(&reading.documents).into_iter().flat_map(|some| marked(some, lexicon));
            all.extend(read.flat_map(|read| read.claims));
            all.extend(reading.claims);
            Ok(())
        })?;
        let table = || [header(Format::Csv), rows(Format::Csv, &mut all.iter())].concat();
        let bytes = binary::answer(format, &Answer { reports: &[], claims: &all, rows: &table })?.unwrap_or_default();
        return output::whole(&args.target, &bytes);
    }
    let mut out = output::open(&args.target)?;
    let mut above = header(format);
    input::each(&args.sources, |reading| {
        out.write(&std::mem::take(&mut above))?;
        // Each thread writes the rows of its documents; only the finished bytes are put in order.
        let of_some = |documents| rows(format, &mut marked(documents, lexicon).iter().flat_map(|read| &read.claims));
        let parts: Vec<Vec<u8>> = batches(&reading.documents).into_par_iter().map(of_some).collect();
        parts.iter().try_for_each(|part| out.write(part))?;
        out.write(&rows(format, &mut reading.claims.iter()))
    })?;
    out.finish()
}

/// The format asked for.
///
/// # Errors
/// Where claims are not written so.
pub(super) fn format(target: &Target) -> Result<Format, Error> {
    match output::format(target) {
        format @ (Format::Table | Format::Csv | Format::Jsonl) => Ok(format),
        format if binary::is_binary(format) => Ok(format),
        _ => Err(Error::request("claims are not written so").advise(
            "write them as table, csv, jsonl, xlsx, sqlite, parquet or arrow; `tollbook reconcile` writes the rest",
        )),
    }
}

/// Some documents with their claims, each with the scene it belongs to.
fn marked<'a>(documents: &'a [Document], lexicon: &Lexicon) -> Vec<Read<'a>> {
    let mut read = read(documents, lexicon);
    mark(&mut read);
    read
}

/// What stands above rows of claims.
pub(super) fn header(format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    if !matches!(format, Format::Table | Format::Jsonl) {
        write::csv::claims_header(&mut out);
    }
    out
}

/// Claims as rows of the format asked for.
pub(super) fn rows(format: Format, claims: &mut dyn Iterator<Item = &Claim>) -> Vec<u8> {
    let mut out = Vec::new();
    match format {
        Format::Table => write::table::claims(&mut out, claims),
        Format::Jsonl => write::jsonl::claims(&mut out, claims),
        _ => write::csv::claims(&mut out, claims),
    }
    out
}
