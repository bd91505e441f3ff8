//! Lines of JSON from a stream, piece by piece: a file of them may be larger than the memory.

use super::{Format, PIECE, Piece, format_of, unmarked};
use crate::error::Error;
use std::io::{self, BufRead, Read};

/// A stream of lines with its name.
#[derive(Debug)]
pub struct Lines<R> {
    name: String,
    stream: R,
    /// The piece that was read last, the line it starts at, and the one behind it.
    bytes: Vec<u8>,
    line: usize,
    next: usize,
}

impl<R: BufRead> Lines<R> {
    /// A stream of lines; `None` where its name says that it holds something else, and then it is not opened, and where it must
    /// be unpacked or decoded first.
    ///
    /// # Errors
    /// Where the stream cannot be opened or read.
    ///
    /// ```
    /// use tollbook::read::{Hints, Lines};
    ///
    /// let stream = &b"{\"text\": \"Three died.\"}\n{\"text\": \"Two died.\"}\n"[..];
    /// let mut lines = Lines::of("reports.jsonl", || Ok(stream)).unwrap().unwrap();
    /// let piece = lines.next().unwrap().unwrap();
    /// assert_eq!(piece.read(&Hints::default()).unwrap().documents.len(), 2);
    /// assert!(Lines::of("reports.csv", || Ok(stream)).unwrap().is_none());
    /// ```
    pub fn of(name: &str, open: impl FnOnce() -> io::Result<R>) -> Result<Option<Lines<R>>, Error> {
        const PACKED: [&[u8]; 3] = [b"\x1f\x8b", b"\xff\xfe", b"\xfe\xff"];
        if format_of(name, &[]) != Format::Jsonl {
            return Ok(None);
        }
        let refuse = |e: io::Error| Error::io(e).in_file(name);
        let mut stream = open().map_err(refuse)?;
        let start = stream.fill_buf().map_err(refuse)?;
        // the last line of a piece goes on behind it
        let room = PIECE + PIECE / 8;
        let plain = !PACKED.iter().any(|mark| start.starts_with(mark));
        Ok(plain.then(|| Lines { name: name.to_owned(), stream, bytes: Vec::with_capacity(room), line: 1, next: 1 }))
    }

    /// The next piece: whole lines. `None` at the end.
    ///
    /// # Errors
    /// Where the stream cannot be read any further.
    #[expect(clippy::should_implement_trait, reason = "a piece is borrowed until the next one is read")]
    pub fn next(&mut self) -> Result<Option<Piece<'_>>, Error> {
        self.bytes.clear();
        self.fill().map_err(|e| Error::io(e).in_file(&self.name))?;
        self.line = self.next;
        self.next += memchr::memchr_iter(b'\n', &self.bytes).count();
        let bytes = if self.line == 1 { unmarked(&self.bytes) } else { &self.bytes };
        let piece = Piece { name: &self.name, format: Format::Jsonl, first_line: self.line, bytes };
        Ok((!bytes.is_empty()).then_some(piece))
    }

    fn fill(&mut self) -> io::Result<()> {
        self.stream.by_ref().take(PIECE as u64).read_to_end(&mut self.bytes)?;
        if !self.bytes.is_empty() {
            self.stream.read_until(b'\n', &mut self.bytes)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, PIECE};
    use crate::read::Hints;

    #[test]
    fn a_stream_is_read_as_the_same_lines_at_once() {
        let long = format!("{{\"text\": \"{}\"}}\n", "a".repeat(PIECE / 3));
        let all = ["\u{feff}", &long, "no JSON\n", &long, &long, "{\"text\": \"b\"}"].concat();
        let mut lines = Lines::of("x.jsonl", || Ok(all.as_bytes())).unwrap().expect("lines");
        let (mut pieces, mut ids, mut bad) = (0, Vec::new(), Vec::new());
        while let Some(piece) = lines.next().unwrap() {
            let reading = piece.read(&Hints::default()).unwrap();
            pieces += 1;
            ids.extend(reading.documents.into_iter().map(|d| d.id));
            bad.extend(reading.rejects.into_iter().map(|r| r.error.place().line));
        }
        assert_eq!(ids, ["x.jsonl:1", "x.jsonl:3", "x.jsonl:4", "x.jsonl:5"]);
        assert_eq!((pieces, bad), (2, vec![Some(2)]));
    }

    #[test]
    fn what_must_be_unpacked_or_decoded_is_none() {
        for (name, bytes) in [("x.jsonl", &b"\x1f\x8b..."[..]), ("x.ndjson", b"\xff\xfe{\0"), ("x.txt", b"{}")] {
            assert!(Lines::of(name, || Ok(bytes)).unwrap().is_none(), "{name}");
        }
    }
}
