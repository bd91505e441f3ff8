//! Words underlined in the sentence they stand in.

use unicode_width::UnicodeWidthChar;

/// The sentence in lines of at most `width` columns, each that holds a piece of the phrase followed by a line that
/// underlines it. Where the phrase is not in the sentence, the sentence alone.
///
/// ```
/// use tollbook::write::underline::underline;
///
/// assert_eq!(underline("At least 13 people died.", "13 people", 18), "At least 13 people\n         ‾‾‾‾‾‾‾‾‾\ndied.\n");
/// ```
pub fn underline(sentence: &str, phrase: &str, width: usize) -> String {
    let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
    let marked = match sentence.find(&phrase) {
        Some(at) if !phrase.is_empty() => at..at + phrase.len(),
        _ => 0..0,
    };
    let mut out = String::new();
    for (start, end) in lines(sentence, width.max(10)) {
        let line = sentence[start..end].trim_end();
        out.push_str(line);
        out.push('\n');
        if marked.start < start + line.len() && start < marked.end {
            for (at, c) in line.char_indices().take_while(|(at, _)| start + at < marked.end) {
                let mark = if start + at >= marked.start { '‾' } else { ' ' };
                out.extend(std::iter::repeat_n(mark, c.width().unwrap_or(0)));
            }
            out.push('\n');
        }
    }
    out
}

/// Where the lines start and end, in bytes: broken after spaces, and within a word only where it fills a line.
fn lines(text: &str, width: usize) -> Vec<(usize, usize)> {
    let (mut lines, mut start, mut space, mut used) = (Vec::new(), 0, None, 0);
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > width && c != ' ' {
            let end = space.unwrap_or(at);
            lines.push((start, end));
            (start, space) = (end, None);
            used = text[end..at].chars().chain([c]).filter_map(char::width).sum();
        }
        if c == ' ' {
            space = Some(at + 1);
        }
    }
    lines.push((start, text.len()));
    lines
}

#[cfg(test)]
mod tests {
    use super::underline;

    #[test]
    fn a_phrase_over_two_lines_is_underlined_in_both() {
        assert_eq!(underline("there were ten dead", "ten\ndead", 14), "there were ten\n           ‾‾‾\ndead\n‾‾‾‾\n");
    }

    #[test]
    fn what_is_not_there_is_not_underlined() {
        assert_eq!(underline("ten dead", "eleven", 80), "ten dead\n");
        assert_eq!(underline("", "", 80), "\n");
    }

    #[test]
    fn wide_signs_are_counted_as_they_show() {
        assert_eq!(underline("死者 13人", "13人", 80), "死者 13人\n     ‾‾‾‾\n");
    }
}
