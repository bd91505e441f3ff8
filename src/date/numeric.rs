//! Dates in figures, whose order of day and month is not the same everywhere: 03/04/2020.

use super::{Edtf, Part};
use jiff::civil::Date;

/// Which comes first where the year comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 17/10/2020
    DayFirst,
    /// 10/17/2020
    MonthFirst,
}

/// Reads a date in figures. Without an order, one that can be read both ways stays one of two days.
///
/// ```
/// use tollbook::date::numeric::{Order, order, parse};
///
/// assert_eq!(parse("03/04/2020", None).unwrap().to_string(), "[2020-03-04,2020-04-03]");
/// assert_eq!(order(["03/04/2020", "25/04/2020"]), Some(Order::DayFirst));
/// assert_eq!(order(["03.04.2020"]), Some(Order::DayFirst));
/// assert_eq!(parse("03/04/2020", Some(Order::DayFirst)).unwrap().to_string(), "2020-04-03");
/// ```
pub fn parse(text: &str, order: Option<Order>) -> Option<Edtf> {
    let (a, b, year) = fields(text)?;
    let day = |month, day| Date::new(year, month, day).ok().map(Part::from);
    let (month_first, day_first) = (day(a, b), day(b, a));
    match (month_first, day_first, order) {
        (Some(one), Some(other), None) if one != other => Some(Edtf::Either(one, other)),
        (Some(one), None, _) | (Some(one), _, None | Some(Order::MonthFirst)) => Some(Edtf::One(one)),
        (_, Some(one), _) => Some(Edtf::One(one)),
        (None, None, _) => None,
    }
}

/// The order that the dates of one column agree on: some can be read one way only, and none the other way only. Where all
/// are parted by points, the day is first: who writes the month first writes other marks.
pub fn order<'a>(dates: impl IntoIterator<Item = &'a str>) -> Option<Order> {
    let (mut day_first, mut month_first, mut points) = (false, false, true);
    for text in dates {
        let Some((a, b, _)) = fields(text) else { continue };
        day_first |= a > 12;
        month_first |= b > 12;
        points &= text.matches('.').count() == 2;
    }
    match (day_first || (points && !month_first), month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// Two numbers of one or two digits, and a year of four.
fn fields(text: &str) -> Option<(i8, i8, i16)> {
    let mut fields = text.trim().split(['/', '.', '-']);
    let (a, b, year) = (fields.next()?, fields.next()?, fields.next()?);
    let small = |f: &str| (f.len() <= 2).then(|| f.parse::<i8>().ok()).flatten().filter(|n| *n > 0);
    if fields.next().is_some() || year.len() != 4 {
        return None;
    }
    Some((small(a)?, small(b)?, year.parse().ok()?))
}
