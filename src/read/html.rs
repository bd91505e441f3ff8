//! A web page: its main text, and what it says of itself.
//!
//! What is no prose (menus, scripts, forms, captions) is left out. It is not a browser: a page that a script fills in is empty here, and said to be.

mod archive;
mod furniture;
mod main_part;
mod tag;

use super::Reading;
use crate::{document::Document, error::Error};
use furniture::{is_called_furniture, is_no_prose};
use main_part::main_part;
use serde_json::Value;
use tag::{Tag, tags, unescape};

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

/// Whether a text without a name is a page, by what it begins with.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    ["<!doctype html", "<html"]
        .iter()
        .any(|mark| start.get(..mark.len()).is_some_and(|first| first.eq_ignore_ascii_case(mark.as_bytes())))
}

pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Reading, Error> {
    let archived = archive::page(bytes).map_err(|e| e.in_file(name))?;
    let page = std::str::from_utf8(archived.as_deref().unwrap_or(bytes))
        .map_err(|_| Error::syntax("not UTF-8").in_file(name))?;
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

/// The prose of a part. Where what is called furniture is most of it, the names mislead: then it is kept.
fn text(part: &str) -> String {
    let (all, prose) = (prose(part, false), prose(part, true));
    if prose.len() * 2 < all.len() { all } else { prose }
}

/// The prose between the tags: a line a paragraph, white space folded, without lines that lead elsewhere as a whole.
fn prose(part: &str, strict: bool) -> String {
    let (mut lines, mut at) = (Lines::default(), 0);
    // The element that is left out, and how many of its kind are open within it.
    let mut hidden: Option<(String, usize)> = None;
    for tag in tags(part) {
        if hidden.is_none() {
            lines.add(&part[at..tag.start.max(at)]);
            lines.pass(&tag);
        }
        at = tag.end;
        let inline = tag.inside.ends_with('/');
        match &mut hidden {
            None if tag.closes || inline => {}
            None if is_no_prose(&tag) || (strict && is_called_furniture(&tag)) => hidden = Some((tag.name, 1)),
            Some((name, depth)) if *name == tag.name && !inline => {
                *depth = if tag.closes { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    hidden = None;
                    lines.end();
                }
            }
            _ => {}
        }
    }
    if hidden.is_none() {
        lines.add(&part[at..]);
    }
    lines.end();
    lines.out
}

/// Lines of prose, as they are found.
#[derive(Default)]
struct Lines {
    out: String,
    /// Where the last line begins.
    start: usize,
    /// Whether something of it stands outside links.
    own: bool,
    link: bool,
    /// Whether it stands in a cell: what is a link as a whole is a name there.
    cell: bool,
}

impl Lines {
    fn add(&mut self, piece: &str) {
        let (plain, out) = (unescape(piece), &mut self.out);
        let glued = plain.starts_with(|c: char| !c.is_whitespace());
        for (n, word) in plain.split_whitespace().enumerate() {
            let starts = out.is_empty() || out.ends_with(['\n', ' ']) || (n == 0 && glued);
            if !starts {
                out.push(' ');
            }
            out.push_str(word);
            self.own |= !self.link;
        }
        if plain.ends_with(char::is_whitespace) && !out.is_empty() && !out.ends_with(['\n', ' ']) {
            out.push(' ');
        }
    }

    fn pass(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "a" => self.link = !tag.closes,
            name if BLOCKS.contains(&name) => {
                self.end();
                self.cell = matches!(name, "td" | "th") && !tag.closes;
            }
            _ => {}
        }
    }

    fn end(&mut self) {
        if !self.own && !self.cell {
            self.out.truncate(self.start);
        }
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.truncate(self.out.trim_end().len());
            self.out.push('\n');
        }
        (self.start, self.own) = (self.out.len(), false);
    }
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
    fn what_stands_around_the_text_is_left_out() {
        let page = "<body><div id=main class=with-ads><div class=share-bar>Share</div><p>Nine people died.</p>\
            <div class=\"related-stories\"><div>x</div><p>A bus plunge killed 17.</p></div><p>See <a href=x>our report</a> of 1999.</p>\
            <ul><li><a href=y>Mine collapse: six bodies found</a></ul><table><tr><td><a href=z>Oldtown</a><td>13</table>\
            <div role=dialog><p>We value 14 partners.</p></div><section id=comments><p>I heard 50 died!</p></section></div>";
        let text = |page: &str| read("a.html", page.as_bytes()).unwrap().documents.remove(0).text;
        assert_eq!(text(page), "Nine people died.\nSee our report of 1999.\nOldtown\n13\n");
        // A name that would leave out nearly all misleads.
        assert_eq!(
            text("<body><div class=ad><p>Nine people died in the fire.</p></div>"),
            "Nine people died in the fire.\n"
        );
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
