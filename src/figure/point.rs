//! The point in `1.500`, which parts thousands in some countries and decimals in others. The other cells of a column tell
//! which, or nobody does.

use std::borrow::Cow;

/// What a point between digits parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// 1.500 is a thousand and five hundred.
    Thousands,
    /// 1.500 is one and a half.
    Decimals,
}

/// What the points in the cells of one column part; `None` where nothing shows it, or the cells speak against each other.
///
/// ```
/// use tollbook::figure::point::{Point, shown};
///
/// assert_eq!(shown(["1.500", "12.000.000"]), Some(Point::Thousands));
/// assert_eq!(shown(["1.500", "850"]), Some(Point::Thousands));
/// assert_eq!(shown(["1.500", "13.0"]), Some(Point::Decimals));
/// assert_eq!(shown(["1.500", "2.250"]), None);
/// ```
pub fn shown<'a>(cells: impl IntoIterator<Item = &'a str>) -> Option<Point> {
    let mut seen = Seen::default();
    cells.into_iter().flat_map(numbers).for_each(|number| seen.add(number));
    match (seen.thousands, seen.decimals) {
        (true, false) => Some(Point::Thousands),
        (false, true) => Some(Point::Decimals),
        // A program that writes decimals gives every number as many, or none that are 0 at the end.
        (false, false) if seen.padded && seen.plain && !seen.ungrouped => Some(Point::Thousands),
        _ => None,
    }
}

/// The cell with the digits and marks of other scripts, and long dashes, as this program reads them.
pub fn western(cell: &str) -> Cow<'_, str> {
    const ZEROS: [char; 3] = ['٠', '۰', '０'];
    let digit = |c: char| ZEROS.iter().find_map(|&zero| char::from_digit((c as u32).checked_sub(zero as u32)?, 10));
    let same = |c: char| {
        digit(c).unwrap_or(match c {
            '٬' => ',',
            // In prose a long dash parts clauses, in a cell it can only part numbers.
            '—' => '–',
            '٫' => '.',
            other => other,
        })
    };
    if cell.is_ascii() { Cow::Borrowed(cell) } else { cell.chars().map(same).collect() }
}

/// The cell with its numbers as they are written where a comma parts thousands; `None` where a point may part either and
/// it is not given which.
///
/// ```
/// use tollbook::figure::point::{Point, plain};
///
/// assert_eq!(plain("about 1.500", Some(Point::Thousands)).unwrap(), "about 1500");
/// assert_eq!(plain("13.000", Some(Point::Decimals)).unwrap(), "13");
/// assert_eq!(plain("12.000.000 or 13,0", None).unwrap(), "12000000 or 13");
/// assert_eq!(plain("1.500", None), None);
/// ```
pub fn plain(cell: &str, point: Option<Point>) -> Option<Cow<'_, str>> {
    let mut text = Cow::Borrowed(cell);
    if !cell.contains(['.', ',']) {
        return Some(text);
    }
    // From the last, so that what stands before keeps its place.
    for number in numbers(cell).collect::<Vec<_>>().into_iter().rev() {
        let told = match parts(number) {
            Parts::Told(told) => told,
            Parts::Open(_) => point?,
            Parts::Plain | Parts::Other => continue,
        };
        let (whole, decimals) =
            number.split_once(if told == Point::Thousands { ',' } else { '.' }).unwrap_or((number, ""));
        if decimals.bytes().all(|b| b == b'0') {
            let start = number.as_ptr() as usize - cell.as_ptr() as usize;
            let digits = if told == Point::Thousands { whole.replace('.', "") } else { whole.to_owned() };
            text.to_mut().replace_range(start..start + number.len(), &digits);
        }
    }
    Some(text)
}

/// What the numbers of a column look like.
#[derive(Default)]
struct Seen {
    thousands: bool,
    decimals: bool,
    /// A number that may be either ends in 0.
    padded: bool,
    /// A number has no mark, and needs none.
    plain: bool,
    /// A number has no mark where thousands would be parted.
    ungrouped: bool,
}

impl Seen {
    fn add(&mut self, number: &str) {
        match parts(number) {
            Parts::Plain if number.len() > 3 => self.ungrouped = true,
            Parts::Plain => self.plain = true,
            Parts::Told(Point::Thousands) => self.thousands = true,
            Parts::Told(Point::Decimals) => self.decimals = true,
            Parts::Open(decimals) => self.padded |= decimals.ends_with('0'),
            Parts::Other => {}
        }
    }
}

/// What one number tells of the point.
enum Parts<'a> {
    /// It has no mark.
    Plain,
    Told(Point),
    /// It has one point, before three digits, which are these.
    Open(&'a str),
    Other,
}

fn parts(number: &str) -> Parts<'_> {
    let grouped = |text: &str, mark: char| {
        let mut groups = text.split(mark);
        groups.next().is_some_and(|first| first.len() <= 3) && groups.all(|group| group.len() == 3)
    };
    let (points, commas) = (number.matches('.').count(), number.matches(',').count());
    let (before, after) = number.rsplit_once(['.', ',']).unwrap_or((number, ""));
    match (points, commas) {
        (0, 0) => Parts::Plain,
        (1, 0) if grouped(number, '.') && !number.starts_with('0') => Parts::Open(after),
        (1, 0) => Parts::Told(Point::Decimals),
        (0, 1) if after.len() != 3 => Parts::Told(Point::Thousands),
        (_, 0) if grouped(number, '.') => Parts::Told(Point::Thousands),
        (0, _) if grouped(number, ',') => Parts::Told(Point::Decimals),
        // Both marks: the last one parts decimals.
        (_, 1) if grouped(before, '.') => Parts::Told(Point::Thousands),
        (1, _) if grouped(before, ',') => Parts::Told(Point::Decimals),
        _ => Parts::Other,
    }
}

/// The runs of digits and marks in a cell, each beginning and ending with a digit.
fn numbers(cell: &str) -> impl Iterator<Item = &str> {
    let runs = cell.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    runs.map(|run| run.trim_matches(['.', ','])).filter(|run| !run.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Point, plain, shown};

    #[test]
    fn what_decides() {
        for cells in [&["1.234,0"][..], &["13,5"], &["2.000.000"], &["1.200", "17+"], &["1.200-1.500", "7"]] {
            assert_eq!(shown(cells.iter().copied()), Some(Point::Thousands), "{cells:?}");
        }
        for cells in [&["12.5"][..], &["1,234.0"], &["1,200"], &["0.500"], &["1234.000"]] {
            assert_eq!(shown(cells.iter().copied()), Some(Point::Decimals), "{cells:?}");
        }
        for cells in [&["1.500"][..], &["1.500", "2000", "12"], &["1.234", "12"], &["1.500.000", "13.5"], &["", "–"]]
        {
            assert_eq!(shown(cells.iter().copied()), None, "{cells:?}");
        }
    }

    #[test]
    fn what_can_be_read_both_ways() {
        for open in ["1.500", "über 12.000", "1.200-1.500", "13.000."] {
            assert_eq!(plain(open, None), None, "{open}");
        }
        for told in ["13.5", "0.500", "1,500", "17.10.2020", "10,15", "., 7"] {
            assert_eq!(plain(told, None).as_deref(), Some(told));
        }
        assert_eq!(plain("1.234,00", None).as_deref(), Some("1234"));
        assert_eq!(plain("1,234.0", None).as_deref(), Some("1,234"));
    }
}
