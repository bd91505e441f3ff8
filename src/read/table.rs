//! Tables of claims and of documents, in CSV of any dialect.

use super::{
    Hints, Reading, Reject,
    names::Names,
    points::Points,
    shape::{Columns, DocumentColumns, Figures, Shape},
    sniff::{Dialect, line_at, sniff},
    tongues::Tongues,
};
use crate::{
    claim::{
        Claim,
        fields::{COLUMNS, Fields, bounds, coordinates},
    },
    document::Document,
    error::Error,
    figure::{Amount, Cell, Figure, Qualifier, point::western},
};
use csv::StringRecord;
use std::borrow::Cow;

pub(super) fn read(name: &str, bytes: &[u8], hints: &Hints) -> Result<Reading, Error> {
    read_lines(name, bytes, &[], hints)
}

/// The same for a table made of something else: `lines` says where each row below the header stands in that, if it is not empty.
pub(super) fn read_lines(name: &str, bytes: &[u8], lines: &[usize], hints: &Hints) -> Result<Reading, Error> {
    let dialect = sniff(bytes, hints).map_err(|e| e.in_file(name))?;
    let mut reading = rows(name, bytes, lines, hints, &dialect);
    let plain = (!dialect.is_plain()).then(|| format!("{name}: {}", dialect.told()));
    let layout = dialect.layout.map(|l| format!("{name}: read as {} ({}); {}", l.title, l.citation, l.note));
    reading.notes.splice(..0, plain.into_iter().chain(layout));
    Ok(reading)
}

/// What the rows below the header hold; with what the cells themselves have told of how they are written.
pub(super) fn rows(name: &str, bytes: &[u8], lines: &[usize], hints: &Hints, dialect: &Dialect) -> Reading {
    let (mut reader, points) = (dialect.reader(bytes), Points::new(bytes, dialect, hints));
    let tongues = Tongues::new(dialect);
    let (mut reading, mut record) = (Reading::default(), StringRecord::new());
    let (last, mut ended, mut below) = (dialect.last_read(), false, Vec::new());
    for at in 0usize.. {
        let more = reader.read_record(&mut record);
        let told = at.checked_sub(dialect.above + 1).and_then(|row| lines.get(row)).copied();
        let line = told.unwrap_or_else(|| record.position().map_or(0, |p| line_at(bytes, p)));
        if at <= dialect.above && matches!(more, Ok(true)) {
            continue;
        }
        let raw = |record: &StringRecord| record.iter().collect::<Vec<_>>().join(",");
        match more {
            Ok(false) => break,
            // A row of nothing but delimiters is how spreadsheets end a table.
            Ok(true) if record.iter().all(|f| f.trim().is_empty()) => ended = true,
            Ok(true) if ended && record.len() > 2 && stated(&record).count() == 1 => {
                below.extend(stated(&record).map(str::to_owned));
            }
            Ok(true) => {
                // Spreadsheets leave out delimiters behind the last cell of a row: what is not read may be missing.
                while record.len() > last && record.len() < dialect.header.len() {
                    record.push_field("");
                }
                let row = Row { name, line, record: &record, dialect, points: &points, tongues: &tongues };
                for error in row.enter(&mut reading) {
                    reading.rejects.push(Reject { error: error.in_file(name).at_line(line), raw: raw(&record) });
                }
            }
            Err(error) => {
                let line = error.position().map_or(line, |p| line_at(bytes, p));
                reading.rejects.push(Reject { error: syntax(&error).in_file(name).at_line(line), raw: String::new() });
                // The reader goes on after bytes that are no UTF-8; any other error would come again for ever.
                if !matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) {
                    break;
                }
            }
        }
    }
    reading.notes.extend(points.notes(name).into_iter().chain(tongues.notes(name)));
    if let Some(first) = below.first() {
        let rows = if below.len() == 1 { "1 row".to_owned() } else { format!("{} rows", below.len()) };
        reading.notes.push(format!("{name}: {rows} below the table, after a blank one, left out as notes: “{first}”"));
    }
    if reading.claims.is_empty() && reading.documents.is_empty() && reading.rejects.is_empty() {
        reading.notes.push(format!("{name}: a header, and no row below it"));
    }
    reading
}

/// The fields of a row that hold anything.
fn stated(record: &StringRecord) -> impl Iterator<Item = &str> {
    record.iter().map(str::trim).filter(|field| !field.is_empty())
}

/// A day from one field that begins with it, or from year, month and day, of which the narrower may be blank or 0.
fn day(parts: &[&str]) -> Option<String> {
    match parts {
        [] => None,
        [whole] => {
            let day = whole.get(..10).filter(|d| {
                d.bytes().enumerate().all(|(at, b)| match at {
                    4 | 7 => b == b'-',
                    _ => b.is_ascii_digit(),
                })
            });
            Some(day.unwrap_or(whole.trim()).to_owned())
        }
        numbers => {
            let numbers: Vec<u32> =
                numbers.iter().map_while(|n| n.trim().trim_end_matches(".0").parse().ok().filter(|n| *n > 0)).collect();
            let text: Vec<String> = numbers.iter().map(|n| format!("{n:02}")).collect();
            Some(text.join("-")).filter(|text| !text.is_empty())
        }
    }
}

fn syntax(error: &csv::Error) -> Error {
    match error.kind() {
        csv::ErrorKind::Utf8 { err, .. } => {
            Error::syntax(format!("not UTF-8 in field {}", err.field() + 1)).advise("save the file as UTF-8")
        }
        _ => Error::syntax(format!("not CSV: {error}")),
    }
}

/// A row with its place.
struct Row<'a> {
    name: &'a str,
    line: usize,
    record: &'a StringRecord,
    dialect: &'a Dialect,
    points: &'a Points<'a>,
    tongues: &'a Tongues<'a>,
}

impl<'a> Row<'a> {
    /// Adds what the row holds; what cannot be read of it comes back.
    fn enter(&self, reading: &mut Reading) -> Vec<Error> {
        if self.record.len() != self.dialect.header.len() {
            let (here, all) = (self.record.len(), self.dialect.header.len());
            let advice = if here > all {
                "put fields that hold the delimiter in double quotes"
            } else {
                "add the delimiters that are missing; put fields that hold a line end in double quotes"
            };
            return vec![Error::syntax(format!("{here} fields, but the header has {all}")).advise(advice)];
        }
        let first = self.record.iter().find(|cell| !cell.trim().is_empty()).unwrap_or_default();
        if matches!(self.dialect.shape, Shape::Wide(..)) && Names::shipped().is_total(first) {
            let error = Error::value(format!("a row of sums (“{}”), which would be counted twice", first.trim()));
            return vec![error.advise("leave such rows out")];
        }
        let mut errors = Vec::new();
        match &self.dialect.shape {
            Shape::Claims(columns) => {
                errors.extend(self.fields(columns).point().err());
                match self.claim(columns) {
                    Ok(Some(claim)) => reading.claims.push(claim),
                    Ok(None) => reading.documents.push(self.fields(columns).silent(|| self.id())),
                    Err(error) => errors.push(error),
                }
            }
            Shape::Wide(columns, figures) => {
                errors.extend(self.fields(columns).point().err());
                let known = reading.claims.len();
                for f in figures {
                    match self.figures(columns, f) {
                        Ok(claim) => reading.claims.extend(claim),
                        Err(error) => errors.push(error),
                    }
                }
                if reading.claims.len() == known && errors.is_empty() {
                    reading.documents.push(self.fields(columns).silent(|| self.id()));
                }
            }
            Shape::Documents(columns) => {
                let point = coordinates(self.stated(columns.latitude), self.stated(columns.longitude));
                match self.document(columns) {
                    Ok(document) => {
                        reading.documents.push(Document { point: *point.as_ref().unwrap_or(&None), ..document });
                    }
                    Err(error) => errors.push(error),
                }
                errors.extend(point.err());
            }
        }
        errors
    }

    fn id(&self) -> String {
        format!("{}:{}", self.name, self.line)
    }

    fn stated(&self, at: Option<usize>) -> Option<&'a str> {
        at.and_then(|at| self.record.get(at)).filter(|text| !text.trim().is_empty())
    }

    fn fields(&self, columns: &Columns) -> Fields<'a> {
        Fields::gather(|column| {
            let whole = self.composed(COLUMNS[column]).map(Cow::Owned);
            let names = Names::shipped();
            whole.or_else(|| self.stated(columns[column]).map(|text| names.ours(COLUMNS[column], text).into()))
        })
    }

    /// The claim of a row that is one; `None` where its cell says that nothing is known.
    fn claim(&self, columns: &Columns) -> Result<Option<Claim>, Error> {
        let place = |name: &str| COLUMNS.iter().position(|column| *column == name).and_then(|at| columns[at]);
        let stated = |name: &str| self.stated(place(name));
        let parted = ["qualifier", "value_high", "vague", "low", "high"].iter().any(|name| stated(name).is_some());
        match stated("value").filter(|text| !parted && text.parse::<u64>().is_err()) {
            // The whole figure in one cell, as people write it: 13+, more than 40.
            Some(text) => {
                let figure = self.cell(place("value"))?;
                let claim = |figure| self.fields(columns).in_words(figure, text.trim(), || self.id());
                figure.map(claim).transpose()
            }
            None => self.fields(columns).claim(|| self.id()).map(Some),
        }
    }

    /// A place or a date that the layout spreads over several columns.
    fn composed(&self, column: &str) -> Option<String> {
        let conventions = &self.dialect.conventions;
        let parts = |places: &[usize]| places.iter().filter_map(|at| self.stated(Some(*at))).collect::<Vec<_>>();
        match column {
            "place" => Some(parts(&conventions.place).join(", ")).filter(|place| !place.is_empty()),
            "event_date" => {
                let first = day(&parts(&conventions.date))?;
                match day(&parts(&conventions.date_end)) {
                    Some(last) if last != first => Some(format!("{first}/{last}")),
                    _ => Some(first),
                }
            }
            _ => None,
        }
    }

    /// The claim of one outcome and one group; `None` where the cells say nothing.
    fn figures(&self, columns: &Columns, places: &Figures) -> Result<Option<Claim>, Error> {
        let (whole, low, high) = (self.cell(places.whole)?, self.cell(places.low)?, self.cell(places.high)?);
        // Beside one end, the other is open: what stands between them does not close it.
        let best = whole.as_ref().filter(|_| low.is_some() || high.is_some()).and_then(|f| f.literal()?.point());
        let low = low.and_then(|f| f.literal()).map(|r| r.low());
        let high = high.and_then(|f| f.literal()).and_then(|r| r.high());
        let figure = match whole {
            Some(figure) if low.is_none() && high.is_none() => figure,
            None if low.is_none() && high.is_none() => return Ok(None),
            _ => bounds(low, high).map_err(|e| e.in_column(places.low.map_or("low", |at| &self.dialect.header[at])))?,
        };
        // The words the figure came from, as a reader of the table sees them.
        let shown = [places.whole, places.low, places.high].into_iter().flatten();
        let shown = shown.filter_map(|at| self.stated(Some(at)).map(|cell| (&self.dialect.header[at], cell.trim())));
        let shown: Vec<(&String, &str)> = shown.collect();
        let sentence = shown.iter().map(|(name, cell)| format!("{name}: {cell}")).collect::<Vec<_>>().join(", ");
        let phrase = shown.iter().map(|(_, cell)| *cell).collect::<Vec<_>>().join(", ");
        let people = (places.outcome, places.victims, places.role);
        self.fields(columns).wide(people, (figure, best), (phrase, sentence), || self.id()).map(Some)
    }

    fn cell(&self, place: Option<usize>) -> Result<Option<Figure>, Error> {
        let Some((at, text)) = place.and_then(|at| self.stated(Some(at)).map(|text| (at, text))) else {
            return Ok(None);
        };
        let none = Figure::exact(0);
        match self.tongues.read(at, &self.points.plain(at, &western(text))?)? {
            Cell::Figure(figure) if figure == none && self.dialect.conventions.none_reported.contains(&at) => Ok(None),
            Cell::Figure(figure) if figure == none => Ok(self.flagged(at).unwrap_or(Some(figure))),
            Cell::Figure(figure) => self.less(at, figure).map(Some),
            Cell::Blank | Cell::Unknown => Ok(None),
        }
    }

    /// What a 0 beside a flag says: some, or nothing where the flag is not set; `None` where the column has no flag.
    fn flagged(&self, at: usize) -> Option<Option<Figure>> {
        let (_, flag) = self.dialect.conventions.flag.iter().find(|(of, _)| *of == at)?;
        let set = self.stated(Some(*flag)).is_some_and(|text| text.trim() != "0");
        Some(set.then_some(Figure { qualifier: Qualifier::AtLeast, amount: Amount::Number(1) }))
    }

    /// What remains of a figure that holds the people of another column too.
    fn less(&self, at: usize, figure: Figure) -> Result<Figure, Error> {
        let Some((_, some)) = self.dialect.conventions.less.iter().find(|(all, _)| *all == at) else {
            return Ok(figure);
        };
        let exact = |f: &Figure| f.literal().and_then(|r| r.point());
        let part = self.cell(Some(*some))?;
        match exact(&figure).zip(part.as_ref().and_then(exact)) {
            Some((all, part)) => all.checked_sub(part).map(Figure::exact).ok_or_else(|| {
                Error::value(format!("{part} is more than the {all} it lies inside"))
                    .in_column(&self.dialect.header[*some])
            }),
            None => Ok(figure),
        }
    }

    fn document(&self, columns: &DocumentColumns) -> Result<Document, Error> {
        let owned = |at: Option<usize>| self.stated(at).map(str::to_owned);
        let title = owned(columns.title);
        // A headline alone is a text too.
        let text = self
            .stated(Some(columns.text))
            .or(title.is_some().then_some(""))
            .ok_or_else(|| Error::value("no text").in_column(&self.dialect.header[columns.text]))?;
        Ok(Document {
            id: owned(columns.id).unwrap_or_else(|| self.id()),
            title,
            text: text.to_owned(),
            outlet: owned(columns.outlet),
            published: owned(columns.published),
            url: owned(columns.url),
            incident: owned(columns.incident),
            place: owned(columns.place),
            point: None,
            event_date: owned(columns.event_date),
        })
    }
}
