//! How claims are linked: presets and files of windows and weights, own places, and the file in which people decide.

use super::{review::Review, spelling};
use crate::{
    error::Error,
    link::{By, Options, Rule},
    place::Gazetteer,
    read::Input,
};
use std::{
    fs,
    path::{Path, PathBuf},
    str::FromStr,
};

/// What every verb that links takes.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Incidents")]
pub(super) struct Linking {
    /// What an incident is, where the input does not say: what texts tell of place, time and names, one a document, one a folder, or one
    /// for each value of a field or column of yours
    #[arg(long, value_name = "text|document|folder|field=NAME")]
    incident_by: Option<IncidentBy>,
    /// Windows and weights by which tellings are joined: a name that `tollbook link --presets` lists, or your own file
    #[arg(long, value_name = "PRESET|FILE.toml")]
    link: Option<String>,
    /// Your own list of places instead of the one that comes with the program, as CSV: name, other_names (with | between), country, division, latitude, longitude, population
    #[arg(long, value_name = "FILE")]
    places: Option<PathBuf>,
    /// Pairs that may or may not be one incident, as CSV: mark them yes, no or unsure. `link` writes the file and adds to it; your marks win
    #[arg(long, value_name = "FILE")]
    review: Option<PathBuf>,
}

/// What an incident is, as the user says it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum IncidentBy {
    /// For the program to say.
    Linking(By),
    /// The value of a field of the input.
    Field(String),
}

impl FromStr for IncidentBy {
    type Err = String;

    fn from_str(text: &str) -> Result<IncidentBy, String> {
        Ok(match text {
            "text" => IncidentBy::Linking(By::Text),
            "document" => IncidentBy::Linking(By::Document),
            "folder" => IncidentBy::Linking(By::Folder),
            _ => match text.strip_prefix("field=").map(str::trim).filter(|name| !name.is_empty()) {
                Some(name) => IncidentBy::Field(name.to_owned()),
                None => return Err(format!("“{text}” is none of text, document, folder and field=NAME")),
            },
        })
    }
}

impl Linking {
    /// What decides where the input does not say.
    pub(super) fn by(&self) -> By {
        if let Some(IncidentBy::Linking(by)) = &self.incident_by { *by } else { By::Text }
    }

    /// The field of the input that names incidents, where the user says one.
    pub(super) fn field(&self) -> Option<&str> {
        if let Some(IncidentBy::Field(name)) = &self.incident_by { Some(name) } else { None }
    }

    /// The windows and weights.
    ///
    /// # Errors
    /// Where there are none of that name, or the file is none.
    pub(super) fn rule(&self) -> Result<Rule, Error> {
        let Some(name) = self.link.as_deref() else { return Ok(Rule::default()) };
        if let Some(rule) = Rule::shipped(name) {
            return Ok(rule);
        }
        if !name.ends_with(".toml") {
            let otherwise =
                "`tollbook link --presets` lists those there are; a name that ends in .toml is a file of your own";
            let advice = spelling::advice(name, Rule::ids(), otherwise);
            return Err(Error::request(format!("no preset “{name}” for linking")).advise(advice));
        }
        let text = fs::read_to_string(name).map_err(|e| Error::io(e).in_file(name))?;
        Rule::load(&text).map_err(|e| Error::syntax(e).in_file(name))
    }

    /// The user's own places.
    ///
    /// # Errors
    /// Where the file is no list of places; the line is named.
    pub(super) fn places(&self) -> Result<Option<Gazetteer>, Error> {
        let Some(path) = &self.places else { return Ok(None) };
        let input = open(path)?;
        let places = Gazetteer::own(&input.bytes).map_err(|(line, what)| {
            let advice = "the columns are name, other_names, country, division, latitude, longitude, population; only the first is needed";
            Error::value(what).in_file(&input.name).at_line(line).advise(advice)
        });
        places.map(Some)
    }

    /// What people have marked so far.
    ///
    /// # Errors
    /// Where the file is not there, or is none of pairs.
    pub(super) fn old_review(&self) -> Result<Option<Review>, Error> {
        let Some(path) = &self.review else { return Ok(None) };
        if !path.exists() {
            let error = Error::nothing("no such file of pairs").in_file(&path.display().to_string());
            return Err(error.advise("`tollbook link --review FILE` with the same inputs writes one"));
        }
        Review::read(&open(path)?).map(Some)
    }

    /// The same; the file need not be there yet.
    ///
    /// # Errors
    /// Where the file is none of pairs.
    pub(super) fn review(&self) -> Result<Option<Review>, Error> {
        match &self.review {
            Some(path) if !path.exists() => Ok(Some(Review::new(&path.display().to_string()))),
            _ => self.old_review(),
        }
    }

    /// The options for linking.
    pub(super) fn options<'a>(
        &self,
        rule: Rule,
        places: Option<&'a Gazetteer>,
        review: Option<&Review>,
    ) -> Options<'a> {
        let decisions = review.map(Review::decisions).unwrap_or_default();
        Options { by: self.by(), rule, places, decisions }
    }
}

/// The presets, each with what it does and where its numbers are from.
pub(super) fn presets() -> String {
    let line = |r: Rule| format!("{:<13}{}\n{:13}{}\n{:13}{}\n", r.id, r.title, "", r.about, "", r.citation);
    let list: String = Rule::ids().filter_map(Rule::shipped).map(line).collect();
    let text = Rule::text("default").unwrap_or_default();
    format!("{list}\nYour own file is like this one, default.toml; --link mine.toml takes it:\n\n{text}")
}

pub(super) fn open(path: &Path) -> Result<Input, Error> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|e| Error::io(e).in_file(&name))?;
    let mut input = Input { bytes, name: format!("{name}.csv") };
    input.decode(None)?;
    let bytes = input.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&input.bytes).to_vec();
    Ok(Input { name, bytes })
}
