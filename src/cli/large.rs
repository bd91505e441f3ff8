//! Large plain tables take a way of their own: one figure of one source on one incident a row, and nothing else in it.

use super::{
    Format, Sources, Target, output,
    voice::{Level, say, tell},
};
use crate::{
    claim::Outcome,
    error::Error,
    policy::Policy,
    reconcile::table::{Columns, Table},
    write,
};
use rayon::prelude::*;
use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

/// What such a table may hold, by the names of its columns.
const INCIDENT: &[&str] = &["incident"];
const SOURCE: &[&str] = &["origin", "source"];
const BEST: &[&str] = &["best", "value"];

/// How many bad rows are told one by one.
const TOLD: usize = 10;
/// How many incidents are worked on at once.
const STRETCH: usize = 2048;

/// Reconciles the one input where it is such a table and a row an incident is asked for; `false` where it is not.
///
/// # Errors
/// Where the file cannot be read or the answer not be written.
pub(super) fn wide(sources: &Sources, target: &Target, policy: &Policy) -> Result<bool, Error> {
    let ([path], Format::Wide, None, None) =
        (sources.inputs.as_slice(), output::format(target), &sources.rejects, &sources.encoding)
    else {
        return Ok(false);
    };
    // Attackers and missing are added from rows that such a table does not have.
    let Some((reader, delimiter, columns, outcome)) = open(path, sources)? else { return Ok(false) };
    let mut table = Table::read(reader, 2, delimiter, columns, policy);
    let name = path.display().to_string();
    let rejected = table.rejects.len();
    table.rejects.drain(..).take(TOLD).for_each(|error| tell(&error.in_file(&name)));
    if rejected > 0 {
        say(Level::Quiet, &format!("{} read, {rejected} rejected", table.claims()));
    }
    if table.is_empty() {
        return Err(Error::nothing("nothing could be read").in_file(&name));
    }
    let mut out = output::open(target)?;
    let mut bytes = Vec::new();
    write::wide::flat_header(&mut bytes, outcome);
    out.write(&bytes)?;
    let stretches: Vec<usize> = (0..table.len()).step_by(STRETCH).collect();
    for some in stretches.chunks(16) {
        let parts: Vec<Vec<u8>> = some
            .par_iter()
            .map(|&from| {
                let found = table.findings(from..(from + STRETCH).min(table.len()), policy);
                let mut part = Vec::with_capacity(64 * found.len());
                write::wide::flat(&mut part, &found, outcome, &policy.id);
                part
            })
            .collect();
        parts.iter().try_for_each(|part| out.write(part))?;
    }
    out.finish()?;
    Ok(true)
}

/// A reader behind the header, its delimiter, where the fields stand, and what happened to the people.
type Opened = (BufReader<File>, u8, Columns, Outcome);

/// The file, opened; `None` where it is no such table.
fn open(path: &Path, sources: &Sources) -> Result<Option<Opened>, Error> {
    if !path.is_file() {
        return Ok(None);
    }
    let file = File::open(path).map_err(|e| Error::io(e).in_file(&path.display().to_string()))?;
    let mut reader = BufReader::with_capacity(1 << 18, file);
    let top = reader.fill_buf()?;
    let Some(end) = top.iter().position(|b| *b == b'\n') else { return Ok(None) };
    let Ok(header) = std::str::from_utf8(&top[..end]) else { return Ok(None) };
    let header = header.trim_start_matches('\u{feff}').trim_end();
    let found = [',', ';', '\t'].into_iter().find_map(|d| {
        let names: Vec<&str> = header.split(d).map(|n| n.trim().trim_matches('"')).collect();
        place(&names, sources).map(|(columns, outcome)| (d as u8, columns, outcome))
    });
    let Some((delimiter, columns, outcome)) = found else { return Ok(None) };
    if outcome.is_none() {
        say(
            Level::Plain,
            &format!(
                "{}: no column says what happened to the people: read as killed; --map injured_low=low,injured_high=high says otherwise",
                path.display()
            ),
        );
    }
    reader.consume(end + 1);
    Ok(Some((reader, delimiter, columns, outcome.unwrap_or(Outcome::Killed))))
}

/// Where the fields stand, and the outcome that the names of the columns tell; `None` where a column is none of ours.
fn place(header: &[&str], sources: &Sources) -> Option<(Columns, Option<Outcome>)> {
    let ours = |theirs: &str| {
        let mapped = sources.map.iter().flat_map(|m| &m.0).find(|(_, name)| name == theirs);
        mapped.map_or_else(|| theirs.to_lowercase(), |(ours, _)| ours.clone())
    };
    let names: Vec<String> = header.iter().map(|h| ours(h)).collect();
    let prefix = |end: &str| {
        let whole = names.iter().find_map(|n| n.strip_suffix(end))?;
        if whole.is_empty() { Some(None) } else { whole.strip_suffix('_')?.parse::<Outcome>().ok().map(Some) }
    };
    let outcome = prefix("low")?;
    if prefix("high")? != outcome {
        return None;
    }
    let ends = |end: &str| outcome.map_or_else(|| end.to_owned(), |o| format!("{o}_{end}"));
    let (low, high) = (ends("low"), ends("high"));
    let at = |wanted: &dyn Fn(&str) -> bool| names.iter().position(|n| wanted(n));
    let one_of = |list: &'static [&'static str]| at(&|n| list.contains(&n));
    let best = one_of(BEST).or_else(|| outcome.and_then(|o| at(&|n| n == o.name() || n == format!("{o}_best"))));
    let columns = Columns {
        incident: one_of(INCIDENT)?,
        source: one_of(SOURCE)?,
        low: at(&|n| n == low)?,
        high: at(&|n| n == high)?,
        best,
    };
    // Any further column says more than this way can hear.
    (names.len() == 4 + usize::from(best.is_some())).then_some((columns, outcome))
}
