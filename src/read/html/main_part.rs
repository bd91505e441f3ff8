//! Where the text of a page stands among all that is around it.

use super::{furniture::NO_PROSE, tag::tags};

/// Elements that a text may be laid out in.
const LAID_OUT: &[&str] = &["div", "section", "td"];

/// Elements that never close.
const EMPTY: &[&str] = &["br", "img", "hr", "input", "meta", "link", "source", "wbr", "area", "col", "embed", "track"];

/// No page is laid out deeper than this; one that is has lost its closing tags.
const DEEPEST: usize = 512;

/// The longest article, else what `main` holds; where a page has neither, the innermost part that holds most of what stands in
/// paragraphs; failing that, what `body` holds, else all.
pub(super) fn main_part(page: &str) -> &str {
    let named = |name| longest(page, name);
    named("article")
        .or_else(|| named("main"))
        .or_else(|| with_paragraphs(page))
        .or_else(|| named("body"))
        .unwrap_or(page)
}

/// What the longest element of this name holds.
fn longest<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (mut open, mut best): (Vec<usize>, &str) = (Vec::new(), "");
    for tag in tags(page).filter(|t| t.name == name) {
        match (tag.closes, open.pop()) {
            (false, above) => {
                open.extend(above);
                open.push(tag.end);
            }
            (true, Some(from)) if tag.start - from > best.len() => best = &page[from..tag.start],
            (true, _) => {}
        }
    }
    Some(best).filter(|best| !best.is_empty())
}

/// What the innermost part holds that has at least two thirds of the letters in paragraphs.
fn with_paragraphs(page: &str) -> Option<&str> {
    // Open elements: the name, where what it holds begins, the letters of paragraphs before it.
    let mut open: Vec<(String, usize, usize)> = Vec::new();
    let (mut parts, mut letters, mut at) = (Vec::new(), 0, 0);
    for tag in tags(page) {
        if open.len() > DEEPEST {
            return None;
        }
        let is = |names: &[&str]| open.iter().any(|(name, ..)| names.contains(&name.as_str()));
        if is(&["p"]) && !is(NO_PROSE) {
            letters += page[at..tag.start.max(at)].trim().chars().count();
        }
        at = tag.end;
        if !tag.closes {
            // A paragraph that is not closed ends where the next begins.
            if tag.name == "p" && open.last().is_some_and(|(name, ..)| name == "p") {
                open.pop();
            }
            if !tag.name.is_empty() && !tag.inside.ends_with('/') && !EMPTY.contains(&tag.name.as_str()) {
                open.push((tag.name, tag.end, letters));
            }
        } else if let Some(from) = open.iter().rposition(|(name, ..)| *name == tag.name) {
            let (name, start, before) = open.swap_remove(from);
            open.truncate(from);
            if LAID_OUT.contains(&name.as_str()) {
                parts.push((letters - before, &page[start..tag.start]));
            }
        }
    }
    // A part that lies within another closes before it.
    parts.into_iter().find(|(held, _)| letters > 0 && held * 3 >= letters * 2).map(|(_, part)| part)
}
