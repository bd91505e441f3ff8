//! `tollbook policies`: the ways to read what was said, each with where it stands.

use super::output;
use crate::{error::Error, policy::Policy};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Show one whole, by its name
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let text = match &args.name {
        None => Policy::ids().filter_map(Policy::shipped).map(|p| line(&p)).collect(),
        Some(name) => whole(&load(name)?),
    };
    output::print(text.as_bytes())
}

/// A policy by its name, or from a file.
///
/// # Errors
/// Where there is none, or the file is no policy.
pub(super) fn load(name: &str) -> Result<Policy, Error> {
    if let Some(policy) = Policy::shipped(name) {
        return Ok(policy);
    }
    if name.ends_with(".toml") {
        let text = std::fs::read_to_string(name).map_err(|e| Error::io(e).in_file(name))?;
        return Policy::load(&text).map_err(|e| Error::syntax(e).in_file(name));
    }
    Err(Error::request(format!("no policy “{name}”"))
        .advise("`tollbook policies` lists those there are; a name that ends in .toml is a file of your own"))
}

fn line(policy: &Policy) -> String {
    format!("{:<16}{} ({})\n", policy.id, policy.title, policy.mark())
}

fn whole(policy: &Policy) -> String {
    let counted = |yes| if yes { "counted" } else { "not counted" };
    let mut out = format!("{}\n\n{}\n\n", policy.title, policy.about);
    let rule = &policy.rule;
    let (events, counting) = (&policy.events, &policy.counting);
    out.push_str(&format!("rule       {} ({})\n", rule.citation, rule.mark));
    out.push_str(&format!("events     {}\n           {} ({})\n", events.text, events.citation, events.mark));
    out.push_str(&format!(
        "counting   perpetrators {}, missing presumed dead {}\n           {} ({})\n",
        counted(counting.perpetrators),
        counted(counting.missing),
        counting.citation,
        counting.mark
    ));
    if let Some(example) = &policy.example {
        out.push_str(&format!("\n{example}\n"));
    }
    out
}
