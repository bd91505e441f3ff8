//! `tollbook init`: a project to start from.

use super::{
    project,
    voice::{Level, say},
};
use crate::error::Error;
use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

const EXAMPLES: &str = "\
Examples:
  tollbook init project                             makes the folder, with a sample in it
  cd project && tollbook reconcile                  needs no flags there";

#[derive(Debug, clap::Args)]
#[command(before_help = EXAMPLES)]
pub(super) struct Args {
    /// Where to make it
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
}

/// What is made, by name.
const FILES: [(&str, &str); 3] = [
    (project::NAME, include_str!("../../data/project/tollbook.toml")),
    ("sources.toml", include_str!("../../data/project/sources.toml")),
    ("reports/example.txt", include_str!("../../data/project/example.txt")),
];

pub(super) fn run(args: &Args) -> Result<(), Error> {
    let refuse = |e, path: &Path| Error::io(e).in_file(&path.display().to_string());
    for (name, text) in FILES {
        let path = args.folder.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|e| refuse(e, folder))?;
        }
        // What is there already is the user's.
        let made = OpenOptions::new().write(true).create_new(true).open(&path);
        let made = made.and_then(|mut file| file.write_all(text.as_bytes()));
        made.map_err(|e| refuse(e, &path).advise("a project is made only where nothing of that name is"))?;
        say(Level::Plain, &format!("made {}", path.display()));
    }
    let there = if args.folder == Path::new(".") { String::new() } else { format!(" in {}", args.folder.display()) };
    say(Level::Plain, &format!("now try `tollbook reconcile`{there}"));
    Ok(())
}
