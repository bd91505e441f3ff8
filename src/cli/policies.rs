//! `tollbook policies`: the ways of reading what was said that ship with the program.

use super::{output, spelling};
use crate::{
    error::Error,
    policy::{Cumulative, Mark, Policy},
};

const EXAMPLES: &str = "\
Examples:
  tollbook policies                                 all that ship
  tollbook policies show gtd                        one, with its citations
  tollbook policies print gtd > mine.toml           to change it, for --policy mine.toml";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// `show` explains one, `print` gives its file to change and hand to --policy; without either, it is explained
    #[arg(value_name = "show|print|NAME")]
    what: Option<String>,
    /// Its name
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let text = match (args.what.as_deref(), args.name.as_deref()) {
        (None, _) => Policy::ids().filter_map(Policy::shipped).map(|p| line(&p)).collect(),
        (Some("show"), Some(name)) | (Some(name), None) => show(&load(name)?),
        (Some("print"), Some(name)) => match Policy::text(name) {
            Some(text) => text.to_owned(),
            None => return load(name).and(Err(Error::request(format!("“{name}” is a file already")))),
        },
        (Some(what), Some(_)) => return Err(Error::request(format!("“{what}” is neither show nor print"))),
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
    let otherwise = "`tollbook policies` lists those there are; a name that ends in .toml is a file of your own";
    Err(Error::request(format!("no policy “{name}”")).advise(spelling::advice(name, Policy::ids(), otherwise)))
}

fn line(policy: &Policy) -> String {
    let mark = if policy.mark() > Mark::Own { format!(" [{}]", policy.mark()) } else { String::new() };
    format!("{:<15}{}{mark}\n", policy.id, policy.about)
}

fn show(policy: &Policy) -> String {
    let parts = [
        ("words", &policy.words.citation, policy.words.mark),
        ("rule", &policy.rule.citation, policy.rule.mark),
        ("events", &policy.events.citation, policy.events.mark),
        ("counting", &policy.counting.citation, policy.counting.mark),
    ];
    let mut out = format!("{}: {}\n{}\n\n", policy.id, policy.title, policy.about);
    for (part, citation, mark) in parts {
        out.push_str(&format!("{part:<12}{citation} ({mark})\n"));
    }
    let perpetrators = if policy.counting.perpetrators { "attackers are counted" } else { "attackers are kept apart" };
    let missing = if policy.counting.missing { "missing are counted as killed" } else { "missing are kept apart" };
    out.push_str(&format!("\nCounting: {perpetrators}; {missing}.\nEvents: {}\n", policy.events.text));
    out.push_str(match policy.events.cumulative {
        Cumulative::Aside => "",
        Cumulative::Spread => "A toll of a longer period is spread over the incidents in it: `tollbook period`.\n",
        Cumulative::Absorb => {
            "A toll of a longer period adds what its incidents do not have: `tollbook period --fighters F --background N`.\n"
        }
    });
    if let Some(example) = &policy.example {
        out.push_str(&format!("Example: {example}\n"));
    }
    out
}
