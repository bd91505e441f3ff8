//! Who speaks: names folded so that one source has one account, and what the user knows of a source.

use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

/// What is known of sources: aliases, kind, side, reliability, and who copies whom. Empty where the user gave none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    by_key: BTreeMap<String, Source>,
}

/// One source as a sources file has it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Other names of the same source.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// `official`, `agency`, `press`, `hospital`, `ngo`, `witness`, `belligerent`, or a word of the user's.
    #[serde(default)]
    pub kind: Option<String>,
    /// The side it is on.
    #[serde(default)]
    pub side: Option<String>,
    /// 0 (not usable) to 4.
    #[serde(default)]
    pub reliability: Option<u8>,
    /// Takes its figures from this source where it names none.
    #[serde(default)]
    pub copies: Option<String>,
    /// Speaks of what it did itself.
    #[serde(default)]
    pub perpetrator: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    source: Vec<Source>,
}

impl Sources {
    /// Reads a sources file: `[[source]]` tables with `name`, and any of `aliases`, `kind`, `side`, `reliability`,
    /// `copies`, `perpetrator`.
    ///
    /// # Errors
    /// Where the text is no such file, a name stands twice, or sources copy each other in a circle; the message says which.
    ///
    /// ```
    /// use tollbook::source::Sources;
    ///
    /// let sources = Sources::load("[[source]]\nname = 'Civil Defence'\naliases = ['the White Helmets']\n").unwrap();
    /// assert_eq!(sources.key("White Helmets"), sources.key("civil defence"));
    /// assert_ne!(sources.key("police"), sources.key("civil defence"));
    /// ```
    pub fn load(text: &str) -> Result<Sources, String> {
        let file: File = toml::from_str(text).map_err(|e| e.to_string())?;
        let mut by_key = BTreeMap::new();
        for source in file.source {
            for name in std::iter::once(&source.name).chain(&source.aliases) {
                if by_key.insert(fold(name), source.clone()).is_some_and(|other| other.name != source.name) {
                    return Err(format!("“{name}” is the name of two sources: give it to one"));
                }
            }
        }
        let sources = Sources { by_key };
        for source in sources.by_key.values() {
            sources.root(&source.name)?;
        }
        Ok(sources)
    }

    /// What is known of a source.
    pub fn get(&self, name: &str) -> Option<&Source> {
        self.by_key.get(&fold(name))
    }

    /// The key of the account of a source: the folded name, aliases and declared copies followed to the end.
    pub fn key(&self, name: &str) -> String {
        self.root(name).unwrap_or_else(|_| fold(name))
    }

    /// Follows who copies whom to the one who does not.
    fn root(&self, name: &str) -> Result<String, String> {
        let (mut name, mut seen) = (name, BTreeSet::new());
        loop {
            let Some(source) = self.get(name) else { return Ok(fold(name)) };
            if !seen.insert(source.name.as_str()) {
                return Err(format!("{} copy each other in a circle", seen.into_iter().collect::<Vec<_>>().join(", ")));
            }
            match &source.copies {
                Some(next) => name = next,
                None => return Ok(fold(&source.name)),
            }
        }
    }
}

#[derive(Deserialize)]
struct Words {
    small: BTreeSet<String>,
    speakers: BTreeSet<String>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let table = include_str!("../data/source/en.toml").parse::<toml::Table>();
        table.and_then(toml::Table::try_into).expect("checked by a test")
    })
}

/// A name without case, punctuation, articles and words for one who speaks for others, as long as something remains.
///
/// ```
/// use tollbook::source::fold;
///
/// assert_eq!(fold("a police spokesman"), fold("The police"));
/// assert_ne!(fold("a hospital official"), fold("officials"));
/// ```
pub fn fold(name: &str) -> String {
    let lower = name.to_lowercase().replace(['’', 'ʼ'], "'").replace("'s", "");
    let all: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let full: Vec<&str> = all.iter().copied().filter(|w| !words().small.contains(*w)).collect();
    let short: Vec<&str> = full.iter().copied().filter(|w| !words().speakers.contains(*w)).collect();
    [short, full, all].into_iter().find(|w| !w.is_empty()).map_or_else(|| lower.clone(), |w| w.join(" "))
}

/// For folded names that are others cut short, the full ones: "prosecutor general" is the "azerbaijan prosecutor general"
/// where no other is spoken of. A name of one word alone ("police") is never taken for a longer one: it may be anybody's.
pub(crate) fn full_names<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<String, String> {
    let names: BTreeSet<&str> = names.collect();
    let mut full = BTreeMap::new();
    for &short in &names {
        let mut longer = names.iter().filter(|long| **long != short && shortens(short, long));
        if let (Some(&long), None) = (longer.next(), longer.next()) {
            full.insert(short.to_owned(), long.to_owned());
        }
    }
    full
}

/// Whether every word of a name stands in a longer one, which may bear an ending more: "azerbaijan", "azerbaijani".
fn shortens(short: &str, long: &str) -> bool {
    const ENDING: usize = 2;
    let same = |a: &str, b: &str| a == b || b.strip_prefix(a).is_some_and(|rest| a.len() > 3 && rest.len() <= ENDING);
    let (short, long): (Vec<&str>, Vec<&str>) = (short.split(' ').collect(), long.split(' ').collect());
    short.len() > 1 && short.len() <= long.len() && short.iter().all(|a| long.iter().any(|b| same(a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_of_copies_is_refused() {
        let text = "[[source]]\nname='A'\ncopies='B'\n[[source]]\nname='B'\ncopies='A'\n";
        assert!(Sources::load(text).unwrap_err().contains("circle"));
    }

    #[test]
    fn a_name_cut_short_is_the_only_one_it_can_be() {
        let full = |names: &[&str]| full_names(names.iter().copied());
        assert_eq!(full(&["chief coroner", "riga chief coroner"])["chief coroner"], "riga chief coroner");
        assert_eq!(
            full(&["ruritania army staff", "ruritanian army staff"])["ruritania army staff"],
            "ruritanian army staff"
        );
        assert!(full(&["chief coroner", "riga chief coroner", "oslo chief coroner"]).is_empty());
        assert!(full(&["police", "riga police"]).is_empty());
    }

    #[test]
    fn chains_are_followed() {
        let text = "[[source]]\nname='Gazette'\ncopies='Wire'\n[[source]]\nname='Wire'\ncopies='police'\n";
        assert_eq!(Sources::load(text).unwrap().key("The Gazette"), fold("police"));
    }
}
