//! A web page: its main text, and what it says of itself.
//!
//! What is no prose (menus, scripts, forms, captions) is left out. It is not a browser: a page that a script fills in is empty here, and said to be.

mod main_part;
mod tag;

use super::Reading;
use crate::{document::Document, error::Error};
use main_part::main_part;
use serde_json::Value;
use tag::{Tag, tags, unescape};

/// Elements that hold no prose of the page.
const NO_PROSE: &[&str] = &[
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
    let of = described(page).unwrap_or_default();
    let said =
        |value: &Value| value.as_str().map(|text| unescape(text).trim().to_owned()).filter(|text| !text.is_empty());
    let document = Document {
        id: name.to_owned(),
        title: meta(page, &["og:title", "twitter:title"]).or_else(|| said(&of["headline"])).or_else(|| title(page)),
        text,
        outlet: meta(page, &["og:site_name", "application-name"]).or_else(|| said(&of["publisher"]["name"])),
        published: meta(page, &["article:published_time", "date", "dc.date", "datepublished", "pubdate"])
            .or_else(|| said(&of["datePublished"]))
            .or_else(|| tags(page).find(|t| t.name == "time").and_then(|t| t.attribute("datetime"))),
        url: meta(page, &["og:url"])
            .or_else(|| {
                let canonical = |t: &Tag| t.name == "link" && t.attribute("rel").as_deref() == Some("canonical");
                tags(page).find(canonical).and_then(|t| t.attribute("href"))
            })
            .or_else(|| saved_from(page)),
        ..Document::default()
    };
    Ok(Reading { documents: vec![document], ..Reading::default() })
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

/// What the page says of itself in the words of schema.org: the first object with a day of publication or a headline.
fn described(page: &str) -> Option<Value> {
    let scripts = tags(page).filter(|t| {
        t.name == "script" && !t.closes && t.attribute("type").is_some_and(|kind| kind == "application/ld+json")
    });
    let mut values = scripts.filter_map(|script| {
        let rest = &page[script.end..];
        serde_json::from_str(&rest[..rest.find("</").unwrap_or(rest.len())]).ok()
    });
    values.find_map(article)
}

fn article(value: Value) -> Option<Value> {
    match value {
        Value::Object(of) if of.contains_key("datePublished") || of.contains_key("headline") => Some(Value::Object(of)),
        Value::Object(mut of) => of.remove("@graph").and_then(article),
        Value::Array(list) => list.into_iter().find_map(article),
        _ => None,
    }
}

/// Where a browser that saved the page says it took it from.
fn saved_from(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("<!-- saved from url=(")?;
    let (_, url) = rest.split_once(')')?;
    url.split_whitespace().next().map(str::to_owned)
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
    fn a_page_without_an_article_is_read_where_its_paragraphs_are() {
        let page = "<!-- saved from url=(0030)https://example.org/2021/fire -->\n<html><head><title>x | Gazette</title>\
            <script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebSite\"},{\"headline\":\"Fire\",\
            \"datePublished\":\"2021-05-04\",\"publisher\":{\"name\":\"Gazette\"}}]}</script></head><body>\
            <div class=cookies><p>20 partners, all dead serious.</div><div><div id=story><p>At least nine people were killed and more \
            than thirty hurt, the fire brigade said.<p>The ministry spoke of eleven dead.<img src=x><figcaption>9 died</figcaption>\
            </div><div><ul><li>Train crash kills 40</ul></div></div></body></html>";
        let document = read("a.html", page.as_bytes()).unwrap().documents.remove(0);
        assert!(
            document.text.starts_with("At least nine") && document.text.ends_with("eleven dead.\n"),
            "{}",
            document.text
        );
        let said = [document.title, document.outlet, document.published, document.url];
        let said: Vec<&str> = said.iter().flatten().map(String::as_str).collect();
        assert_eq!(said, ["Fire", "Gazette", "2021-05-04", "https://example.org/2021/fire"]);
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
