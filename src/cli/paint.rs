//! Colour on a screen: it helps the eye, and tells nothing that the words and signs do not.

use clap::ColorChoice;
use std::{
    io::{self, IsTerminal},
    sync::atomic::{AtomicBool, Ordering},
};

static PAINTED: AtomicBool = AtomicBool::new(false);

/// Decides for the whole run. Of itself it paints only a terminal, and never where `NO_COLOR` is set.
pub(super) fn choose(choice: ColorChoice) {
    let asked_not = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    let painted = match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => io::stdout().is_terminal() && !asked_not,
    };
    PAINTED.store(painted, Ordering::Relaxed);
}

/// A table for the screen: its headings bold, and what stands behind a ≠ red.
pub(super) fn table(text: String) -> String {
    if !PAINTED.load(Ordering::Relaxed) {
        return text;
    }
    text.split_inclusive('\n').map(line).collect()
}

fn line(line: &str) -> String {
    let body = line.trim_end_matches('\n');
    let end = &line[body.len()..];
    if !body.is_empty() && !body.starts_with(' ') {
        return format!("\u{1b}[1m{body}\u{1b}[0m{end}");
    }
    let mut out = String::new();
    let mut parts = body.split("≠ ");
    out.extend(parts.next());
    for part in parts {
        let (figure, rest) = part.split_at(part.find(' ').unwrap_or(part.len()));
        out.push_str(&format!("\u{1b}[31m≠ {figure}\u{1b}[0m{rest}"));
    }
    out + end
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_words_stay_as_they_are() {
        let plain = "  radio  ≠ 41+  ≠ 3 derived\n";
        let painted = line(plain);
        assert!(painted.contains("\u{1b}[31m≠ 41+\u{1b}[0m  "), "{painted}");
        assert_eq!(painted.replace("\u{1b}[31m", "").replace("\u{1b}[0m", ""), plain);
    }
}
