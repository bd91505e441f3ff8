//! Text in lines of a width, counted in columns of the screen: a letter of East Asia takes two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Parts joined into lines of at most `width` columns. A part that is wider is broken where it must be: scripts without spaces
/// have no other place.
pub(super) fn folded<'a>(parts: impl Iterator<Item = &'a str>, between: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts.flat_map(|part| broken(part, between, width)) {
        match lines.last_mut().filter(|line| line.width() + between.width() + part.width() <= width) {
            Some(line) => line.extend([between, part]),
            None => lines.push(part.to_owned()),
        }
    }
    lines
}

/// Words in lines of at most `width` columns, those behind the first set in by `indent`, each with its end.
pub(super) fn wrapped(text: &str, width: usize, indent: usize) -> String {
    let lines = folded(text.split(' '), " ", width.saturating_sub(indent).max(8));
    let line = |(n, line): (usize, &String)| format!("{}{line}\n", " ".repeat(if n == 0 { 0 } else { indent }));
    lines.iter().enumerate().map(line).collect()
}

/// A part in pieces that fit; whole where it fits, or where it has spaces to be folded at.
fn broken<'a>(part: &'a str, between: &str, width: usize) -> Vec<&'a str> {
    if part.width() <= width || width < 2 || (between != " " && part.contains(' ')) {
        return vec![part];
    }
    let (mut pieces, mut from, mut columns) = (Vec::new(), 0, 0);
    for (at, c) in part.char_indices() {
        let wide = c.width().unwrap_or(0);
        if columns + wide > width {
            pieces.push(&part[from..at]);
            (from, columns) = (at, 0);
        }
        columns += wide;
    }
    pieces.push(&part[from..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::{folded, wrapped};

    #[test]
    fn words_are_broken_only_where_they_are_wider_than_a_line() {
        assert_eq!(wrapped("one account from 1 document", 14, 2), "one account\n  from 1\n  document\n");
        assert_eq!(folded("新华社驻当地记者站 x".split(' '), " ", 8), ["新华社驻", "当地记者", "站 x"]);
        assert_eq!(folded(["a b c d", "e"].into_iter(), " · ", 4), ["a b c d", "e"]);
    }
}
