//! Bytes to UTF-8. What was taken for what is always said: an encoding is recognised, never guessed in silence.

use crate::error::Error;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The same text in UTF-8, with the name of the encoding it came in; `None` where it is UTF-8 already.
///
/// An encoding that was told (by its name, as web pages name it) is taken; failing that, a mark of byte order decides; failing that valid UTF-8 is UTF-8; a zero in every other byte is UTF-16; what remains
/// is taken for the old code page that its letters speak for.
///
/// # Errors
/// Where the bytes are no text, or are UTF-8 with broken places: those would come out as wrong letters.
pub(super) fn decode(bytes: &[u8], told: Option<&str>) -> Result<Option<(Vec<u8>, &'static str)>, Error> {
    let told = told.map(by_name).transpose()?;
    let by_mark = || Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let Some(encoding) = told.or_else(by_mark).or_else(|| without_mark(bytes)).filter(|e| *e != UTF_8) else {
        return match std::str::from_utf8(bytes) {
            Ok(_) => Ok(None),
            Err(e) => Err(not_text(bytes, e.valid_up_to())),
        };
    };
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        return Err(Error::syntax(format!("neither UTF-8 nor {}", encoding.name())).advise("save the file as UTF-8"));
    }
    Ok(Some((text.into_owned().into_bytes(), encoding.name())))
}

fn by_name(name: &str) -> Result<&'static Encoding, Error> {
    Encoding::for_label(name.as_bytes()).ok_or_else(|| {
        Error::request(format!("no encoding “{name}”"))
            .advise("name one such as utf-8, windows-1252, utf-16le, shift_jis")
    })
}

/// The encoding of bytes that are not UTF-8 and carry no mark; `None` where they are UTF-8, or nothing we know.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let broken = std::str::from_utf8(bytes).err()?;
    let zeros = |from: usize| bytes.iter().take(4096).skip(from).step_by(2).filter(|&&b| b == 0).count();
    let quarter = bytes.len().min(4096) / 4;
    match (zeros(0), zeros(1)) {
        (0, odd) if odd > quarter => return Some(UTF_16LE),
        (even, 0) if even > quarter => return Some(UTF_16BE),
        _ => {}
    }
    if bytes.contains(&0) || mostly_utf8(bytes, broken.valid_up_to()) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Some(detector.guess(None, Utf8Detection::Deny))
}

/// Whether letters beyond ASCII stand in UTF-8 before the first broken place: then the file is damaged, not old.
fn mostly_utf8(bytes: &[u8], valid: usize) -> bool {
    bytes[..valid].iter().any(|b| *b >= 0x80)
}

/// The error for bytes that are no text from byte `at` on.
fn not_text(bytes: &[u8], at: usize) -> Error {
    let before = &bytes[..at];
    let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
    let start = before.iter().rposition(|&b| b == b'\n').map_or(0, |n| n + 1);
    let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
    let error = Error::syntax(format!("not UTF-8: byte {:#04x} is no part of a character", bytes[at]));
    // A zero stands in no text.
    let advice =
        if bytes.contains(&0) { "this looks like no text at all; leave it out" } else { "save the file as UTF-8" };
    error.at_line(line).at_column(column).advise(advice)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[track_caller]
    fn taken(bytes: &[u8], text: &str, name: &str) {
        let (read, encoding) = decode(bytes, None).unwrap().unwrap();
        assert_eq!((String::from_utf8(read).unwrap().as_str(), encoding), (text, name));
    }

    #[test]
    fn old_code_pages_and_wide_characters() {
        taken(
            b"Le pr\xe9fet a parl\xe9 de 13 bless\xe9s \x96 au moins",
            "Le préfet a parlé de 13 blessés – au moins",
            "windows-1252",
        );
        taken(b"\xff\xfe1\x003\x00", "13", "UTF-16LE");
        taken(b"1\x003\x00 \x00d\x00e\x00a\x00d\x00\xe9\x00", "13 deadé", "UTF-16LE");
        taken(b"\xfe\xff\x001\x003", "13", "UTF-16BE");
    }

    #[test]
    fn utf8_is_left_alone() {
        assert_eq!(decode("Gəncə".as_bytes(), None).unwrap(), None);
        assert_eq!(decode(b"\xef\xbb\xbf13", None).unwrap(), None);
    }

    #[test]
    fn damage_is_placed() {
        let error = decode(b"ab\nc\xc3\xa9\xff", None).unwrap_err().to_string();
        assert!(error.starts_with("input:2:3: not UTF-8: byte 0xff"), "{error}");
        assert!(decode(b"PK\x03\x04\x00\x00\xff\x00\x01", None).is_err());
    }
}
