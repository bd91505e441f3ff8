//! A web page: its main text, and what it says of itself.
//!
//! The text is that of the longest `article`, else of `main`, else of the page; what is no prose (menus, scripts, forms) is
//! left out. It is not a browser: a page that a script fills in is empty here, and said to be.

use super::Reading;
use crate::{document::Document, error::Error};

/// Elements that hold no prose of the page.
const NO_PROSE: &[&str] =
    &["script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "form", "button", "iframe"];

/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "table",
    "tr",
    "blockquote",
    "figure",
    "figcaption",
    "pre",
    "hr",
    "br",
    "td",
    "th",
    "dd",
    "dt",
];

pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Reading, Error> {
    let page = std::str::from_utf8(bytes).map_err(|_| Error::syntax("not UTF-8").in_file(name))?;
    let text = text(main_part(page));
    if text.is_empty() {
        return Err(Error::nothing("no text on the page")
            .in_file(name)
            .advise("a page that a script fills in must be saved as text from the browser"));
    }
    let document = Document {
        id: name.to_owned(),
        title: meta(page, &["og:title", "twitter:title"]).or_else(|| title(page)),
        text,
        outlet: meta(page, &["og:site_name", "application-name"]),
        published: meta(page, &["article:published_time", "date", "dc.date", "datepublished", "pubdate"])
            .or_else(|| tags(page).find(|t| t.name == "time").and_then(|t| t.attribute("datetime"))),
        url: meta(page, &["og:url"]).or_else(|| {
            let canonical = |t: &Tag| t.name == "link" && t.attribute("rel").as_deref() == Some("canonical");
            tags(page).find(canonical).and_then(|t| t.attribute("href"))
        }),
        ..Document::default()
    };
    Ok(Reading { documents: vec![document], ..Reading::default() })
}

/// A tag: its name in lower case, and what stands between its name and its end.
struct Tag<'a> {
    name: String,
    closes: bool,
    inside: &'a str,
    /// Where it starts and ends in the page.
    start: usize,
    end: usize,
}

impl Tag<'_> {
    fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.inside.to_ascii_lowercase();
        let mut from = 0;
        while let Some(at) = lower[from..].find(name).map(|n| n + from) {
            from = at + name.len();
            let alone = lower[..at].ends_with(|c: char| c.is_ascii_whitespace());
            let Some(rest) = self.inside[from..].trim_start().strip_prefix('=').filter(|_| alone) else { continue };
            let rest = rest.trim_start();
            let value = match rest.chars().next()? {
                mark @ ('"' | '\'') => rest[1..].split(mark).next()?,
                _ => rest.split([' ', '\n', '\t', '/']).next()?,
            };
            return Some(unescape(value).trim().to_owned()).filter(|v| !v.is_empty());
        }
        None
    }
}

/// Every tag, in order; a comment is one without a name. What stands in a script is passed over.
fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        // A “<” before anything but a name is a sign of the text.
        let begins = |(n, _): &(usize, &str)| {
            page[at + n + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
        };
        let start = at + page[at..].match_indices('<').find(begins)?.0;
        if page[start..].starts_with("<!--") {
            at = start + page[start..].find("-->").map_or(page.len() - start, |n| n + 3);
            return Some(Tag { name: String::new(), closes: false, inside: "", start, end: at });
        }
        let end = start + page[start..].find('>')? + 1;
        let whole = &page[start + 1..end - 1];
        let (closes, whole) = whole.strip_prefix('/').map_or((false, whole), |rest| (true, rest));
        let length = whole.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(whole.len());
        let name = whole[..length].to_ascii_lowercase();
        at = end;
        if !closes && matches!(name.as_str(), "script" | "style") {
            at = end + close_of(&page[end..], &name);
        }
        Some(Tag { name, closes, inside: &whole[length..], start, end })
    })
}

/// Where the closing tag of this name begins; the end where there is none.
fn close_of(rest: &str, name: &str) -> usize {
    let closes = |at: &usize| rest.get(at + 2..at + 2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name));
    rest.match_indices("</").map(|(at, _)| at).find(closes).unwrap_or(rest.len())
}

/// The longest article, else what `main` or `body` holds, else all.
fn main_part(page: &str) -> &str {
    for name in ["article", "main", "body"] {
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
        if !best.is_empty() {
            return best;
        }
    }
    page
}

/// The prose between the tags: a line a paragraph, white space folded.
fn text(part: &str) -> String {
    let (mut out, mut at, mut hidden) = (String::new(), 0, Vec::new());
    let mut add = |piece: &str, hidden: bool, breaks: bool| {
        if !hidden {
            let plain = unescape(piece);
            let glued = plain.starts_with(|c: char| !c.is_whitespace());
            for (n, word) in plain.split_whitespace().enumerate() {
                let starts = out.is_empty() || out.ends_with(['\n', ' ']) || (n == 0 && glued);
                if !starts {
                    out.push(' ');
                }
                out.push_str(word);
            }
            if plain.ends_with(char::is_whitespace) && !out.is_empty() && !out.ends_with(['\n', ' ']) {
                out.push(' ');
            }
        }
        if breaks && !out.is_empty() && !out.ends_with('\n') {
            out.truncate(out.trim_end().len());
            out.push('\n');
        }
    };
    for tag in tags(part) {
        add(&part[at..tag.start.max(at)], !hidden.is_empty(), BLOCKS.contains(&tag.name.as_str()));
        at = tag.end;
        if NO_PROSE.contains(&tag.name.as_str()) {
            match tag.closes {
                false if !tag.inside.ends_with('/') => hidden.push(tag.name),
                false => {}
                true => {
                    if let Some(from) = hidden.iter().rposition(|name| *name == tag.name) {
                        hidden.truncate(from);
                    }
                }
            }
        }
    }
    add(&part[at..], !hidden.is_empty(), true);
    out
}

fn title(page: &str) -> Option<String> {
    let mut tags = tags(page);
    let open = tags.find(|t| t.name == "title" && !t.closes)?;
    let close = tags.next()?;
    Some(unescape(&page[open.end..close.start]).trim().to_owned()).filter(|t| !t.is_empty())
}

/// What a `meta` of one of these names says, the first name first.
fn meta(page: &str, names: &[&str]) -> Option<String> {
    let of = |tag: &Tag, name: &str| {
        let keys = ["property", "name", "itemprop"].map(|key| tag.attribute(key));
        keys.into_iter().flatten().any(|key| key.eq_ignore_ascii_case(name))
    };
    names
        .iter()
        .find_map(|name| tags(page).find(|t| t.name == "meta" && of(t, name)).and_then(|t| t.attribute("content")))
}

/// Signs that are written as names or numbers.
fn unescape(text: &str) -> String {
    const NAMES: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("rdquo", '”'),
        ("ldquo", '“'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
    ];
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let sign = part.split_once(';').and_then(|(name, rest)| {
            let number = name.strip_prefix("#x").or(name.strip_prefix("#X")).map(|hex| u32::from_str_radix(hex, 16));
            let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
            let sign = match number {
                Some(n) => char::from_u32(n.ok()?)?,
                None => NAMES.iter().find(|(n, _)| *n == name)?.1,
            };
            Some((sign, rest))
        });
        match sign {
            Some((sign, rest)) => {
                out.push(sign);
                out.push_str(rest);
            }
            None => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::read;

    const PAGE: &str = "<!doctype html><html><head><title>x</title><meta property=\"og:title\" content=\"Blast &amp; fire\">\
        <meta content='The Daily' property='og:site_name'><META name=date content=2021-05-03>\
        <link rel=canonical href=\"https://example.org/a\"><style>p > a {}</style></head><body><nav>5 killed elsewhere</nav>\
        <article><header><h1>Blast</h1></header><p>At least <b>13</b> people\n were killed, police said.</p><!-- 99 dead -->\
        <script>if (a < b) { kill(7) }</script><p>It&rsquo;s &#8220;over&#x201d;,<br>he said.</p>\
        <aside>Read on: 40 dead</aside></article><footer>1 hurt</footer></body></html>";

    #[test]
    fn the_article_alone_is_text() {
        let document = read("a.html", PAGE.as_bytes()).unwrap().documents.remove(0);
        assert_eq!(document.text, "At least 13 people were killed, police said.\nIt’s “over”,\nhe said.\n");
        assert_eq!(document.title.as_deref(), Some("Blast & fire"));
        assert_eq!(document.outlet.as_deref(), Some("The Daily"));
        assert_eq!(document.published.as_deref(), Some("2021-05-03"));
        assert_eq!(document.url.as_deref(), Some("https://example.org/a"));
    }

    #[test]
    fn broken_pages_are_read_as_far_as_they_go() {
        assert_eq!(read("a.html", b"<p>1 < 2 and 3 > 2").unwrap().documents[0].text, "1 < 2 and 3 > 2\n");
        for page in ["<p>a", "a < b", "<article><p>x", "<p>x</p></div></nav>", "&;&#;&#xzz;", "<", "<!--", "<script>x"]
        {
            let _ = read("a.html", page.as_bytes());
        }
        let error = read("a.html", b"<html><body><script>x()</script></body></html>").unwrap_err().to_string();
        assert!(error.starts_with("a.html: no text on the page"), "{error}");
    }
}
