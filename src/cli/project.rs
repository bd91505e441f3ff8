//! `tollbook.toml`: what the user would otherwise say with flags, for the folder it stands in.

use crate::{error::Error, read::column};
use serde::Deserialize;
use std::{collections::BTreeMap, fs, io, path::PathBuf};

/// The name of a project file.
pub(super) const NAME: &str = "tollbook.toml";

/// A project file. What is said on the command line wins.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Project {
    /// What is read where no input is named.
    #[serde(default)]
    pub(super) inputs: Vec<PathBuf>,
    /// The policy.
    pub(super) policy: Option<String>,
    /// The words of another policy.
    pub(super) words: Option<String>,
    /// What is known of the sources.
    pub(super) sources: Option<PathBuf>,
    /// Who published the documents that do not say so.
    pub(super) outlet: Option<String>,
    /// What the columns of tables are: our name, their name.
    #[serde(default)]
    map: BTreeMap<String, String>,
}

impl Project {
    /// That of this folder; an empty one where there is none.
    ///
    /// # Errors
    /// Where there is one that cannot be read.
    pub(super) fn here() -> Result<Project, Error> {
        let text = match fs::read_to_string(NAME) {
            Ok(text) => text,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Project::default()),
            Err(e) => return Err(Error::io(e).in_file(NAME)),
        };
        let project: Project = toml::from_str(&text).map_err(|e| {
            let before = e.span().map_or("", |span| &text[..span.start]);
            Error::syntax(e.message().to_owned())
                .in_file(NAME)
                .at_line(before.matches('\n').count() + 1)
                .advise("`tollbook init` in an empty folder writes one to look at")
        })?;
        match project.map.keys().find(|ours| column(ours).is_none()) {
            Some(ours) => Err(Error::value(format!("“{ours}” is no column"))
                .in_file(NAME)
                .advise("killed, killed_low, children_injured, source, outlet, incident, text are some")),
            None => Ok(project),
        }
    }

    /// What the columns of tables are.
    pub(super) fn columns(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.map.iter().filter_map(|(ours, theirs)| Some((column(ours)?, theirs.clone())))
    }
}
