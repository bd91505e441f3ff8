//! Completions for shells and pages for `man`, made from the arguments themselves.

use super::{Args as Whole, output};
use crate::error::Error;
use clap::CommandFactory;
use clap_complete::Shell;
use std::path::PathBuf;

const COMPLETIONS: &str = "\
Examples:
  tollbook completions bash > ~/.local/share/bash-completion/completions/tollbook
  tollbook completions zsh > ~/.zfunc/_tollbook     a folder of your $fpath
  tollbook completions fish > ~/.config/fish/completions/tollbook.fish";

const MAN: &str = "\
Examples:
  tollbook man ~/.local/share/man/man1              then: man tollbook-reconcile";

#[derive(Debug, clap::Args)]
#[command(before_help = COMPLETIONS)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Debug, clap::Args)]
#[command(before_help = MAN)]
pub(super) struct Man {
    /// Write the pages into this folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Prints the completions of a shell.
///
/// # Errors
/// Where they cannot be written.
pub(super) fn completions(args: &Completions) -> Result<(), Error> {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut Whole::command(), "tollbook", &mut bytes);
    output::print(&bytes)
}

/// Writes a page for the program and one for each verb.
///
/// # Errors
/// Where they cannot be written.
pub(super) fn man(args: &Man) -> Result<(), Error> {
    let refuse = |e| Error::io(e).in_file(&args.folder.display().to_string());
    std::fs::create_dir_all(&args.folder).map_err(refuse)?;
    clap_mangen::generate_to(Whole::command(), &args.folder).map_err(refuse)
}
