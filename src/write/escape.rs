//! Text as pages and pictures hold it.

/// Text as it may stand in HTML, in attributes too.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether what stands last goes from right to left, as far as the reader of the page knows.
    let mut leftward = false;
    for c in text.chars() {
        if leftward && !(c.is_whitespace() || c.is_numeric()) && !goes_left(c) {
            out.push(LEFT_TO_RIGHT);
            leftward = false;
        }
        leftward |= goes_left(c);
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // No control sign is allowed in a page.
            c if c.is_control() && c != '\n' && c != '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    if leftward {
        out.push(LEFT_TO_RIGHT);
    }
    out
}

/// Without it, a date behind a name in Arabic or Hebrew would be drawn before it.
const LEFT_TO_RIGHT: char = '\u{200e}';

/// Whether a letter is of a script that goes from right to left.
fn goes_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
