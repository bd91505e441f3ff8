//! A claim as a flat row: the same names in CSV, JSONL, Parquet and Python.

use super::{Claim, Outcome, Role, Status, Victims};
use crate::{
    figure::{Amount, Figure, Qualifier},
    place::Point,
};
use serde::Serialize;

macro_rules! row {
    ($($field:ident: $kind:ty),+ $(,)?) => {
        /// A claim with its figure laid out in columns, in the order of the row format. Blank is not stated, never zero.
        #[derive(Clone, Debug, Serialize)]
        pub struct Row<'a> { $($field: $kind),+ }

        impl Row<'_> {
            /// Adds the row as a JSON object: as serde would, but the name of a column, of which nothing needs escaping, is not
            /// looked at letter by letter for every claim.
            ///
            /// # Errors
            /// Those of the writer.
            pub fn write_json(&self, out: &mut Vec<u8>) -> serde_json::Result<()> {
                let start = out.len();
                $(
                    out.extend_from_slice(concat!(",\"", stringify!($field), "\":").as_bytes());
                    self.$field.serialize(&mut serde_json::Serializer::new(&mut *out))?;
                )+
                out[start] = b'{';
                out.push(b'}');
                Ok(())
            }
        }
    };
}

row! {
    claim: &'a str,
    incident: Option<&'a str>,
    place: Option<&'a str>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    event_date: Option<&'a str>,
    outcome: Outcome,
    victims: Victims,
    role: Role,
    status: Status,
    phrase: &'a str,
    qualifier: Qualifier,
    value: Option<u64>,
    value_high: Option<u64>,
    vague: Option<&'a str>,
    low: Option<u64>,
    high: Option<u64>,
    best: Option<u64>,
    implied: bool,
    origin: Option<&'a str>,
    via: Option<&'a str>,
    outlet: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<&'a str>,
    as_of: Option<&'a str>,
    document: &'a str,
    start: usize,
    end: usize,
    within: Option<&'a str>,
    repeats: Option<&'a str>,
    sentence: &'a str,
}

impl<'a> From<&'a Claim> for Row<'a> {
    fn from(claim: &'a Claim) -> Row<'a> {
        let literal = claim.figure.literal();
        Row {
            claim: &claim.claim,
            incident: claim.incident.as_deref(),
            place: claim.place.as_deref(),
            latitude: claim.point.map(Point::latitude),
            longitude: claim.point.map(Point::longitude),
            event_date: claim.event_date.as_deref(),
            outcome: claim.outcome,
            victims: claim.victims,
            role: claim.role,
            status: claim.status,
            phrase: &claim.phrase,
            qualifier: claim.figure.qualifier,
            value: claim.figure.value(),
            value_high: value_high(&claim.figure),
            vague: claim.figure.vague_word(),
            low: literal.map(|r| r.low()),
            high: literal.and_then(|r| r.high()),
            best: claim.best,
            implied: claim.implied,
            origin: claim.origin.as_deref(),
            via: claim.via.as_deref(),
            outlet: claim.outlet.as_deref(),
            url: claim.url.as_deref(),
            published: claim.published.as_deref(),
            as_of: claim.as_of.as_deref(),
            document: &claim.document,
            start: claim.start,
            end: claim.end,
            within: claim.within.as_deref(),
            repeats: claim.repeats.as_deref(),
            sentence: &claim.sentence,
        }
    }
}

/// The upper end said, where two were.
fn value_high(figure: &Figure) -> Option<u64> {
    match figure.amount {
        Amount::Span(_, high) => Some(high),
        _ => None,
    }
}
