//! The layout of a table to look at: columns that fit a width, rules between rows, nothing told by colour.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, presets};
use unicode_width::UnicodeWidthStr;

/// Rows of texts; the first column is the label, the others are aligned to the left as figures in words need it.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    lines: Vec<Option<Vec<String>>>,
}

/// What a row that stands for a rule holds until the widths are known.
const RULE: &str = "\u{1}";

impl Sheet {
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.lines.push(Some(cells));
    }

    /// A line across.
    pub(super) fn rule(&mut self) {
        self.lines.push(None);
    }

    /// The table in lines of at most `width` columns, each set in by two.
    pub(super) fn render(&self, width: usize) -> String {
        let mut table = Table::new();
        table
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(width.saturating_sub(2).clamp(20, u16::MAX as usize) as u16);
        for line in &self.lines {
            match line {
                Some(cells) => table.add_row(cells.iter().map(|c| Cell::new(c).set_alignment(CellAlignment::Left))),
                None => table.add_row([RULE]),
            };
        }
        for column in table.column_iter_mut() {
            column.set_padding((0, 2));
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
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    fn sheet() -> Sheet {
        let mut sheet = Sheet::default();
        sheet.row(vec![String::new(), "killed".into(), "injured".into()]);
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
}
