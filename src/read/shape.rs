//! What a table holds, by its header.

use super::names::{End, Names, folded};
use crate::claim::{Outcome, Role, Victims, fields::COLUMNS};
use std::collections::BTreeMap;

/// What the rows of a table are.
#[derive(Debug)]
pub(super) enum Shape {
    /// A claim each.
    Claims(Columns),
    /// Several claims each: a column an outcome, beside the columns that all of them share.
    Wide(Columns, Vec<Figures>),
    /// A document each.
    Documents(DocumentColumns),
}

/// Where each of [`COLUMNS`] stands in the table.
pub(super) type Columns = Vec<Option<usize>>;

/// Where the figures of one outcome and one group stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figures {
    pub(super) outcome: Outcome,
    pub(super) victims: Victims,
    pub(super) role: Role,
    pub(super) whole: Option<usize>,
    pub(super) low: Option<usize>,
    pub(super) high: Option<usize>,
}

/// Where the fields of a document stand.
#[derive(Debug, Default)]
pub(super) struct DocumentColumns {
    pub(super) id: Option<usize>,
    pub(super) text: usize,
    pub(super) title: Option<usize>,
    pub(super) outlet: Option<usize>,
    pub(super) published: Option<usize>,
    pub(super) url: Option<usize>,
    pub(super) incident: Option<usize>,
    pub(super) place: Option<usize>,
    pub(super) latitude: Option<usize>,
    pub(super) longitude: Option<usize>,
    pub(super) event_date: Option<usize>,
}

impl Shape {
    /// Every column that is read.
    pub(super) fn places(&self) -> Box<dyn Iterator<Item = usize> + '_> {
        match self {
            Shape::Claims(columns) => Box::new(columns.iter().flatten().copied()),
            Shape::Wide(columns, figures) => {
                let ends = figures.iter().flat_map(|f| [f.whole, f.low, f.high]).flatten();
                Box::new(columns.iter().flatten().copied().chain(ends))
            }
            Shape::Documents(columns) => Box::new(columns.named().into_iter().filter_map(|(_, at)| at)),
        }
    }
}

impl Figures {
    /// Our name of a column of these people, with `_low` or `_high` for an end.
    pub(super) fn name(&self, end: &str) -> String {
        let group = if self.victims == Victims::All { String::new() } else { format!("{}_", self.victims) };
        let role = if self.role == Role::Total { String::new() } else { format!("_{}", self.role) };
        format!("{group}{}{end}{role}", self.outcome)
    }
}

impl DocumentColumns {
    /// The places by our names.
    pub(super) fn named(&self) -> [(&'static str, Option<usize>); 11] {
        [
            ("id", self.id),
            ("text", Some(self.text)),
            ("title", self.title),
            ("outlet", self.outlet),
            ("published", self.published),
            ("url", self.url),
            ("incident", self.incident),
            ("place", self.place),
            ("latitude", self.latitude),
            ("longitude", self.longitude),
            ("event_date", self.event_date),
        ]
    }
}

/// The shape of a table with this header; `None` where it holds neither claims, nor figures, nor texts.
pub(super) fn recognise(header: &[String]) -> Option<Shape> {
    let names = Names::shipped();
    let columns = columns(header, names);
    let has = |name: &str| COLUMNS.iter().zip(&columns).any(|(c, p)| *c == name && p.is_some());
    if has("outcome") && ["value", "vague", "low", "high", "phrase"].iter().any(|c| has(c)) {
        return Some(Shape::Claims(columns));
    }
    let figures = figures(header, names);
    if !figures.is_empty() {
        return Some(Shape::Wide(columns, figures));
    }
    documents(header, names).map(Shape::Documents)
}

/// Our own name wins over another name for the same; the first of several other names is taken.
fn columns(header: &[String], names: &Names) -> Columns {
    let own = |column: &str| header.iter().position(|h| folded(h) == column);
    let other = |column: &str| header.iter().position(|h| names.column(h) == Some(column));
    COLUMNS.iter().map(|column| own(column).or_else(|| other(column))).collect()
}

fn figures(header: &[String], names: &Names) -> Vec<Figures> {
    let mut found: BTreeMap<(Outcome, Victims, Role), Figures> = BTreeMap::new();
    for (at, name) in header.iter().enumerate() {
        let Some(f) = names.figures(name) else { continue };
        let entry = found.entry((f.outcome, f.victims, f.role)).or_insert(Figures {
            outcome: f.outcome,
            victims: f.victims,
            role: f.role,
            whole: None,
            low: None,
            high: None,
        });
        let place = match f.end {
            End::Whole => &mut entry.whole,
            End::Low => &mut entry.low,
            End::High => &mut entry.high,
        };
        place.get_or_insert(at);
    }
    found.into_values().collect()
}

fn documents(header: &[String], names: &Names) -> Option<DocumentColumns> {
    let place = |column: &str| {
        let own = header.iter().position(|h| folded(h) == column);
        own.or_else(|| header.iter().position(|h| names.document(h) == Some(column)))
    };
    Some(DocumentColumns {
        text: place("text")?,
        id: place("id"),
        title: place("title"),
        outlet: place("outlet").or_else(|| place("origin")),
        published: place("published"),
        url: place("url"),
        incident: place("incident"),
        place: place("place"),
        latitude: place("latitude"),
        longitude: place("longitude"),
        event_date: place("event_date"),
    })
}
