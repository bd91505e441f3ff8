//! What stands around the text of a page: menus, advertisements, comments, other stories.

use super::tag::Tag;
use serde::Deserialize;
use std::sync::OnceLock;

/// Elements that hold no prose of the page.
pub(super) const NO_PROSE: &[&str] = &[
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "button",
    "iframe",
    "dialog",
    "figcaption",
];

/// Elements that are boxes and nothing more, so that only what they are called says what they hold.
const BOXES: &[&str] = &["div", "section", "ul", "ol"];

/// What pages call it, as `data/layout/furniture.toml` has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    words: Vec<String>,
    roles: Vec<String>,
}

/// Whether an element holds none, by its kind or by what it says it is for.
pub(super) fn is_no_prose(tag: &Tag) -> bool {
    NO_PROSE.contains(&tag.name.as_str())
        || (BOXES.contains(&tag.name.as_str())
            && tag.attribute("role").is_some_and(|role| known().roles.contains(&role)))
}

/// Whether a box is called by what stands around texts.
pub(super) fn is_called_furniture(tag: &Tag) -> bool {
    let called = |name: &str| {
        let name = name.to_lowercase();
        let mut parts = name.split(['-', '_']).filter(|part| !part.is_empty());
        let (first, last) = (parts.next(), parts.next_back());
        [first, last].into_iter().flatten().any(|part| known().words.iter().any(|word| word == part))
    };
    BOXES.contains(&tag.name.as_str())
        && ["class", "id"].iter().filter_map(|key| tag.attribute(key)).any(|names| names.split_whitespace().any(called))
}

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| crate::read::shipped(include_str!("../../../data/layout/furniture.toml")))
}
