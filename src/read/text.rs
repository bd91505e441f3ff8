//! A plain text, one document a file, with what is known of it in front matter where it has some.
//!
//! ```text
//! ---
//! outlet: The Daily
//! published: 2020-10-17
//! ---
//! At least 13 people …
//! ```
//!
//! The text starts after the second line of dashes, and spans count from there.

use super::{Reading, Reject};
use crate::{claim::fields::coordinates, document::Document, error::Error};

/// The keys of front matter.
const KEYS: &str = "id, title, outlet, published, url, incident, place, latitude, longitude, event_date";

pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Reading, Error> {
    let whole = std::str::from_utf8(bytes).map_err(|_| Error::syntax("not UTF-8").in_file(name))?;
    let mut reading = Reading::default();
    let mut document = Document { id: name.to_owned(), ..Document::default() };
    let (front, text) = split(whole);
    let (mut degrees, mut at) = ((String::new(), String::new()), 0);
    for (n, line) in front.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match line.split_once(':').map(|(key, value)| (key.trim(), unquoted(value))) {
            Some(("latitude", value)) => (degrees.0, at) = (value.to_owned(), n + 2),
            Some(("longitude", value)) => (degrees.1, at) = (value.to_owned(), n + 2),
            _ => {
                if let Err(error) = enter(&mut document, line) {
                    let error = error.in_file(name).at_line(n + 2);
                    reading.rejects.push(Reject { error, raw: line.to_owned() });
                }
            }
        }
    }
    match coordinates(Some(&degrees.0), Some(&degrees.1)) {
        Ok(point) => document.point = point,
        Err(error) => reading.rejects.push(Reject {
            error: error.in_file(name).at_line(at),
            raw: format!("latitude: {}, longitude: {}", degrees.0, degrees.1),
        }),
    }
    if text.trim().is_empty() && document.title.is_none() {
        return Err(Error::nothing("empty").in_file(name).advise("leave it out, or check that it was saved"));
    }
    document.text = text.to_owned();
    reading.documents.push(document);
    Ok(reading)
}

/// The lines between two lines of dashes at the very top, and the rest; no such lines, no front matter.
fn split(whole: &str) -> (&str, &str) {
    let Some(rest) = whole.strip_prefix("---").and_then(line_end) else { return ("", whole) };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return (&rest[..at], &rest[at + line.len()..]);
        }
        at += line.len();
    }
    ("", whole)
}

/// What follows a line end.
fn line_end(text: &str) -> Option<&str> {
    text.strip_prefix('\n').or_else(|| text.strip_prefix("\r\n"))
}

fn enter(document: &mut Document, line: &str) -> Result<(), Error> {
    let advice = || format!("write “key: value” with one of the keys {KEYS}");
    let Some((key, value)) = line.split_once(':') else {
        return Err(Error::syntax(format!("“{line}” is no front matter")).advise(advice()));
    };
    let field = match key.trim() {
        "id" => {
            document.id = unquoted(value).to_owned();
            return Ok(());
        }
        "title" => &mut document.title,
        "outlet" => &mut document.outlet,
        "published" => &mut document.published,
        "url" => &mut document.url,
        "incident" => &mut document.incident,
        "place" => &mut document.place,
        "event_date" => &mut document.event_date,
        other => return Err(Error::syntax(format!("“{other}” is no key of front matter")).advise(advice())),
    };
    *field = Some(unquoted(value).to_owned()).filter(|v| !v.is_empty());
    Ok(())
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let inside = |mark| value.strip_prefix(mark).and_then(|v| v.strip_suffix(mark));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn front_matter_is_not_text() {
        let bytes = "---\r\noutlet: \"The Daily\"\r\npublished: 2020-10-17\r\nsorce: x\r\n---\r\nThirteen died.\r\n";
        let reading = read("a.txt", bytes.as_bytes()).unwrap();
        let document = &reading.documents[0];
        assert_eq!(document.outlet.as_deref(), Some("The Daily"));
        assert_eq!(document.published.as_deref(), Some("2020-10-17"));
        assert_eq!(document.text, "Thirteen died.\r\n");
        assert!(reading.rejects[0].error.to_string().starts_with("a.txt:4: “sorce” is no key of front matter"));
    }

    #[test]
    fn dashes_without_an_end_are_text() {
        assert_eq!(read("a.txt", b"---\nThirteen died.\n").unwrap().documents[0].text, "---\nThirteen died.\n");
    }
}
