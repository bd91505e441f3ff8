//! A page saved in one file (MHTML): its first part in HTML, out of the letters of mail that it is written in.

use crate::error::Error;

/// The page in an archive; `None` where the bytes are none.
///
/// # Errors
/// Where they are one without a page.
pub(super) fn page(bytes: &[u8]) -> Result<Option<Vec<u8>>, Error> {
    let (head, body) = split(bytes);
    let Some(boundary) = field(&head, "content-type").and_then(|kind| boundary(&kind)) else { return Ok(None) };
    let mark = format!("--{boundary}").into_bytes();
    let pages = parts(body, &mark).map(split).find(|(head, _)| {
        field(head, "content-type").is_some_and(|kind| kind.to_ascii_lowercase().starts_with("text/html"))
    });
    let none = || Error::nothing("no page in the archive").advise("save the page as HTML from the browser");
    let (head, body) = pages.ok_or_else(none)?;
    let url =
        field(&head, "content-location").map(|url| format!("<!-- saved from url=(0){url} -->\n")).unwrap_or_default();
    let page = match field(&head, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase().as_str() {
        "quoted-printable" => quoted_printable(body),
        "base64" => base64(body),
        _ => body.to_vec(),
    };
    Ok(Some([url.into_bytes(), page].concat()))
}

/// The head, in which a line that begins with a space goes on with the one before, and the body.
fn split(part: &[u8]) -> (String, &[u8]) {
    let part = part.strip_prefix(b"\r\n").or_else(|| part.strip_prefix(b"\n")).unwrap_or(part);
    let end = part.windows(4).position(|w| w == b"\r\n\r\n").map(|at| (at, 4));
    let end = end.or_else(|| part.windows(2).position(|w| w == b"\n\n").map(|at| (at, 2)));
    let (at, length) = end.unwrap_or((part.len(), 0));
    let head = String::from_utf8_lossy(&part[..at]).replace('\r', "");
    (head.replace("\n ", " ").replace("\n\t", " "), &part[at + length..])
}

fn field(head: &str, name: &str) -> Option<String> {
    let mut fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.find(|(key, _)| key.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
}

fn boundary(kind: &str) -> Option<String> {
    let (_, rest) = kind.split_once("boundary=")?;
    let plain = rest.split(';').next().unwrap_or_default().trim().trim_matches('"');
    Some(plain.to_owned()).filter(|mark| !mark.is_empty() && kind.to_ascii_lowercase().starts_with("multipart/"))
}

/// What stands between the marks.
fn parts<'a>(body: &'a [u8], mark: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    let starts: Vec<usize> =
        (0..body.len()).filter(|&at| body[at..].starts_with(mark) && (at == 0 || body[at - 1] == b'\n')).collect();
    let ends = starts.clone().into_iter().skip(1).chain([body.len()]);
    starts.into_iter().zip(ends).map(|(start, end)| &body[start + mark.len()..end])
}

/// `=` and two digits stand for a byte, `=` at the end of a line for nothing.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let (mut out, mut at) = (Vec::with_capacity(body.len()), 0);
    while let Some(&byte) = body.get(at) {
        let hex =
            || std::str::from_utf8(body.get(at + 1..at + 3)?).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
        at += match byte {
            b'=' if body[at + 1..].starts_with(b"\r\n") => 3,
            b'=' if body[at + 1..].starts_with(b"\n") => 2,
            b'=' => match hex() {
                Some(byte) => {
                    out.push(byte);
                    3
                }
                None => {
                    out.push(byte);
                    1
                }
            },
            _ => {
                out.push(byte);
                1
            }
        };
    }
    out
}

fn base64(body: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u32> = body.iter().take_while(|b| **b != b'=').filter_map(digit).map(u32::from).collect();
    let bytes = digits.chunks(4).flat_map(|four| {
        let word = four.iter().fold(0, |word, digit| word << 6 | digit) << (6 * (4 - four.len()));
        word.to_be_bytes()[1..four.len()].to_vec()
    });
    bytes.collect()
}

#[cfg(test)]
mod tests {
    use super::{base64, page};

    #[test]
    fn the_page_of_an_archive() {
        let archive = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nMIME-Version: 1.0\r\n\
            Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x--\"\r\n\r\n\r\n----x--\r\n\
            Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/a\r\n\r\n\
            <p>At least 13 people died in K=C3=B6ln, police s=\r\naid.</p>\r\n----x--\r\nContent-Type: image/png\r\n\r\nabc\r\n----x----\r\n";
        let found = String::from_utf8(page(archive.as_bytes()).unwrap().unwrap()).unwrap();
        assert!(found.starts_with("<!-- saved from url=(0)https://example.org/a -->"), "{found}");
        assert!(found.contains("13 people died in Köln, police said.</p>"), "{found}");
        assert_eq!(page(b"<p>boundary=x</p>").unwrap(), None);
        assert!(
            page(b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nabc\n--x--\n")
                .is_err()
        );
    }

    #[test]
    fn in_base64() {
        assert_eq!(base64(b"PHA+MTM8\r\n L3A+"), b"<p>13</p>");
        assert_eq!((base64(b"YQ=="), base64(b"YWI="), base64(b"")), (b"a".to_vec(), b"ab".to_vec(), Vec::new()));
    }
}
