//! The layout of a table to look at: columns that fit a width, rules between rows, nothing told by colour.

use super::fold::wrapped;
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};
use unicode_width::UnicodeWidthStr;

/// Rows of texts; the first column is the label, the others are aligned to the left as figures in words need it.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    lines: Vec<Line>,
}

#[derive(Debug)]
enum Line {
    /// The names of the columns, for the rows below.
    Head(Vec<String>),
    Row(Vec<String>),
    Rule,
}

/// What a row that stands for a rule holds until the widths are known.
const RULE: &str = "\u{1}";

/// How far a figure is set in under its label, where they stand below each other.
const UNDER: usize = 6;

impl Sheet {
    pub(super) fn head(&mut self, cells: Vec<String>) {
        self.lines.push(Line::Head(cells));
    }

    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.lines.push(Line::Row(cells));
    }

    /// A line across.
    pub(super) fn rule(&mut self) {
        self.lines.push(Line::Rule);
    }

    /// The table in lines of at most `width` columns, each set in by two. Where not even the longest words fit beside each
    /// other, the figures stand below their labels.
    pub(super) fn render(&self, width: usize) -> String {
        let words = self.longest_words();
        if words.iter().map(|w| w + 2).sum::<usize>() > width {
            return self.below_each_other(width);
        }
        let mut table = Table::new();
        table
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width.saturating_sub(2).clamp(20, u16::MAX as usize) as u16);
        for line in &self.lines {
            match line {
                Line::Head(cells) | Line::Row(cells) => {
                    table.add_row(cells.iter().map(|c| Cell::new(c).set_alignment(CellAlignment::Left)))
                }
                Line::Rule => table.add_row([RULE]),
            };
        }
        for (column, word) in table.column_iter_mut().zip(&words) {
            column.set_padding((0, 2));
            // No word is broken.
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(*word as u16 + 2)));
        }
        // The label is folded with its indent already: where room is short, the other columns give way.
        if let Some(label) = table.column_mut(0) {
            label.set_constraint(ColumnConstraint::ContentWidth);
        }
        let lines: Vec<String> = table.lines().map(|l| l.trim_end().to_owned()).collect();
        let wide = lines.iter().map(|l| l.width()).max().unwrap_or(0);
        let mut out = String::new();
        for line in lines {
            if line == RULE {
                out.push_str(&format!("  {}\n", "─".repeat(wide)));
            } else if line.is_empty() {
                out.push('\n');
            } else {
                out.push_str(&format!("  {line}\n"));
            }
        }
        out
    }

    /// The columns that each column needs at the least: a line of a label, a word of a figure.
    fn longest_words(&self) -> Vec<usize> {
        let mut widest = Vec::new();
        for line in &self.lines {
            let (Line::Head(cells) | Line::Row(cells)) = line else { continue };
            widest.resize(widest.len().max(cells.len()), 0);
            for (n, cell) in cells.iter().enumerate() {
                let part = |c: char| if n == 0 { c == '\n' } else { c.is_whitespace() };
                widest[n] = cell.split(part).map(UnicodeWidthStr::width).fold(widest[n], usize::max);
            }
        }
        widest
    }

    fn below_each_other(&self, width: usize) -> String {
        let (mut out, mut head): (String, &[String]) = (String::new(), &[]);
        for line in &self.lines {
            let (label, cells) = match line {
                Line::Rule => {
                    out.push_str(&format!("  {}\n", "─".repeat(width.saturating_sub(2))));
                    continue;
                }
                Line::Head(cells) => {
                    head = cells;
                    (cells.first(), &[][..])
                }
                Line::Row(cells) => (cells.first(), &cells[1..]),
            };
            label.into_iter().flat_map(|l| l.lines()).for_each(|line| out.push_str(&format!("  {line}\n")));
            for (n, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let text = match head.get(n + 1).filter(|name| !name.is_empty()) {
                    Some(name) => format!("{name}: {cell}"),
                    None => cell.clone(),
                };
                let lines = wrapped(&text, width.saturating_sub(UNDER), 2);
                lines.lines().for_each(|line| out.push_str(&format!("{}{line}\n", " ".repeat(UNDER))));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    fn sheet() -> Sheet {
        let mut sheet = Sheet::default();
        sheet.head(vec![String::new(), "killed".into(), "injured".into()]);
        sheet.row(vec!["the prosecutor general's office, through a wire".into(), "13+".into(), "41+".into()]);
        sheet.rule();
        sheet.row(vec!["best".into(), "13".into(), "–".into()]);
        sheet
    }

    #[test]
    fn a_wide_screen_takes_a_row_a_line() {
        let lines = "
                                                   killed  injured
  the prosecutor general's office, through a wire  13+     41+
  ────────────────────────────────────────────────────────────────
  best                                             13      –
";
        assert_eq!(format!("\n{}", sheet().render(80)), lines);
    }

    #[test]
    fn a_narrow_one_folds_the_figures() {
        let mut sheet = Sheet::default();
        sheet.row(vec!["the police".into(), "15 (was 5, 13)".into(), "dozens of them".into()]);
        assert!(
            sheet.render(30).lines().all(|l| l.starts_with("  ") && l.chars().count() <= 30),
            "{}",
            sheet.render(30)
        );
    }

    #[test]
    fn where_nothing_fits_figures_stand_below_their_label() {
        let lines = "
  the prosecutor general's office, through a wire
      killed: 13+
      injured: 41+
  ──────────────────────────────────────
  best
      killed: 13
      injured: –
";
        assert_eq!(format!("\n{}", sheet().render(40)), lines);
    }
}
