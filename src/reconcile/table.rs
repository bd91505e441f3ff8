//! Large tables of plain claims: one figure of one source on one incident a row. The rows are kept in 20 bytes each and go
//! through the same sweep and the same rules as claims of every other kind; only the tally, which has nothing to do
//! where a row is a total, is left out.

use super::{
    intern::{Names, hash},
    judge::judge,
    sweep::{BLANK, Entry, OPEN, Sweep},
};
use crate::{
    claim::fields,
    error::Error,
    figure::Figure,
    policy::{Policy, Rule},
    report::Flat,
};
use std::{
    io::Read,
    ops::Range,
    sync::mpsc::{Receiver, SyncSender, sync_channel},
};

/// Where the fields of a row stand, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The incident.
    pub incident: usize,
    /// Who says it.
    pub source: usize,
    /// The lowest number; blank is 0.
    pub low: usize,
    /// The highest number; blank is open.
    pub high: usize,
    /// The number that the source takes as best within them.
    pub best: Option<usize>,
}

/// A table of claims in little memory.
#[derive(Debug, Default)]
pub struct Table {
    incidents: Names,
    sources: Names,
    /// In blocks, so that no block is copied when the next is added.
    blocks: Vec<Vec<Row>>,
    /// Rows by incident, once all are read.
    rows: Vec<Cell>,
    /// Where the rows of each incident begin.
    begins: Vec<u32>,
    /// The incidents in the order of their names.
    order: Vec<u32>,
    /// Rows that could not be read.
    pub rejects: Vec<Error>,
}

/// What one source says of one incident. The highest `u32` stands for open and for blank.
#[derive(Clone, Copy, Debug)]
struct Cell {
    source: u32,
    low: u32,
    high: u32,
    best: u32,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    incident: u32,
    cell: Cell,
}

const NONE: u32 = u32::MAX;
const BLOCK: usize = 1 << 18;
const BATCH: usize = 4096;
const AHEAD: usize = 64;

/// Rows as read: names one after the other, and where each ends.
#[derive(Default)]
struct Batch {
    names: Vec<u8>,
    /// End of the incident, end of the source, their hashes, and the figure.
    rows: Vec<(u32, u32, u64, u64, Cell)>,
    rejects: Vec<Error>,
}

impl Table {
    /// Reads a table whose header has been read; `line` is the line of the first row. A row that cannot be read is named and
    /// the rest goes on.
    pub fn read(input: impl Read + Send, line: usize, delimiter: u8, columns: Columns, policy: &Policy) -> Table {
        let (send, receive) = sync_channel::<Batch>(8);
        std::thread::scope(|scope| {
            scope.spawn(move || parse(input, line, delimiter, columns, policy, &send));
            Table::collect(&receive)
        })
    }

    fn collect(receive: &Receiver<Batch>) -> Table {
        let mut table = Table::default();
        while let Ok(batch) = receive.recv() {
            let mut start = 0;
            for (at, &(middle, end, first, second, cell)) in batch.rows.iter().enumerate() {
                if at % AHEAD == 0 {
                    let ahead = batch.rows.iter().skip(at).take(AHEAD);
                    std::hint::black_box(ahead.fold(0, |all, row| all ^ table.incidents.near(row.2)));
                }
                let (middle, end) = (middle as usize, end as usize);
                let incident = table.incidents.number(&batch.names[start..middle], first);
                let source = table.sources.number(&batch.names[middle..end], second);
                start = end;
                let Some((incident, source)) = incident.zip(source) else {
                    table.rejects.push(Error::value("more names than can be held"));
                    continue;
                };
                if table.blocks.last().is_none_or(|b| b.len() == BLOCK) {
                    table.blocks.push(Vec::with_capacity(BLOCK));
                }
                let row = Row { incident, cell: Cell { source, ..cell } };
                table.blocks.last_mut().expect("one was just added").push(row);
            }
            table.rejects.extend(batch.rejects);
        }
        table.group();
        table
    }

    /// Puts the rows of each incident together.
    fn group(&mut self) {
        self.begins = vec![0; self.incidents.len() + 1];
        for row in self.blocks.iter().flatten() {
            self.begins[row.incident as usize + 1] += 1;
        }
        for at in 1..self.begins.len() {
            self.begins[at] += self.begins[at - 1];
        }
        let mut next = self.begins.clone();
        let all = self.blocks.iter().map(Vec::len).sum();
        self.rows = vec![Cell { source: 0, low: 0, high: 0, best: 0 }; all];
        for block in self.blocks.drain(..) {
            for row in block {
                let at = &mut next[row.incident as usize];
                self.rows[*at as usize] = row.cell;
                *at += 1;
            }
        }
        self.order = self.incidents.order();
    }

    /// How many incidents there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// How many claims there are.
    pub fn claims(&self) -> usize {
        self.rows.len()
    }

    /// Reconciles the incidents in this stretch of the order of their names.
    pub fn findings<'a>(&'a self, stretch: Range<usize>, policy: &Policy) -> Vec<Flat<'a>> {
        let (mut cells, mut entries, mut sweep) = (Vec::new(), Vec::new(), Sweep::default());
        let by_report = matches!(policy.rule.is, Rule::Reports { .. });
        self.order[stretch]
            .iter()
            .map(|&incident| {
                let at = incident as usize;
                cells.clear();
                cells.extend_from_slice(&self.rows[self.begins[at] as usize..self.begins[at + 1] as usize]);
                entries.clear();
                if by_report {
                    entries.extend(cells.iter().map(entry));
                } else {
                    accounts(&mut cells, &mut entries);
                }
                sweep.run(&entries);
                let verdict = sweep.verdict();
                let judged = judge(&policy.rule, &entries, &[], &mut sweep);
                let incident = std::str::from_utf8(self.incidents.get(incident)).unwrap_or_default();
                let (low, best, high) = (judged.low, judged.best, judged.high);
                Flat { incident, low, best, high, verdict, accounts: entries.len() }
            })
            .collect()
    }
}

/// One entry a source. Without a time, of several figures of one source the narrowest stands; of several as narrow, the
/// stretch that they span.
fn accounts(cells: &mut [Cell], entries: &mut Vec<Entry>) {
    cells.sort_unstable_by_key(|c| (c.source, c.high - c.low.min(c.high), c.low, c.best));
    let mut narrowest = 0;
    for cell in cells.iter() {
        let width = cell.high - cell.low.min(cell.high);
        match entries.last_mut().filter(|e| e.account == cell.source) {
            Some(_) if width > narrowest => {}
            Some(last) => {
                let other = entry(cell);
                last.low = last.low.min(other.low);
                last.high = last.high.max(other.high);
                if last.point != other.point {
                    last.point = BLANK;
                }
            }
            None => {
                narrowest = width;
                entries.push(entry(cell));
            }
        }
    }
}

fn entry(cell: &Cell) -> Entry {
    let wide = |n: u32| if n == NONE { OPEN } else { u64::from(n) };
    let exact = cell.low == cell.high;
    Entry {
        low: u64::from(cell.low),
        high: wide(cell.high),
        point: wide(cell.best),
        account: cell.source,
        flags: if exact { 0 } else { Entry::ROUNDED },
    }
}

fn parse(input: impl Read, line: usize, delimiter: u8, columns: Columns, policy: &Policy, send: &SyncSender<Batch>) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(1 << 18)
        .from_reader(input);
    let (mut record, mut batch) = (csv::ByteRecord::new(), Batch::default());
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                if let Err(error) = batch.add(&record, columns, policy) {
                    let at = line + record.position().map_or(0, |p| p.line() as usize - 1);
                    batch.rejects.push(error.at_line(at));
                }
            }
            Err(error) => {
                batch.rejects.push(Error::syntax(format!("not CSV: {error}")));
                break;
            }
        }
        // The receiver goes only when it has failed; then there is nothing left to do here.
        if batch.rows.len() == BATCH && send.send(std::mem::take(&mut batch)).is_err() {
            return;
        }
    }
    let _ = send.send(batch);
}

impl Batch {
    fn add(&mut self, record: &csv::ByteRecord, columns: Columns, policy: &Policy) -> Result<(), Error> {
        let field = |at: usize, name: &'static str| -> Result<&[u8], Error> {
            record.get(at).map(<[u8]>::trim_ascii).ok_or_else(|| Error::syntax(format!("no field “{name}”")))
        };
        let incident = field(columns.incident, "incident")?;
        let source = field(columns.source, "source")?;
        if incident.is_empty() {
            return Err(Error::value("no incident").in_column("incident"));
        }
        std::str::from_utf8(incident).map_err(|_| Error::value("not UTF-8").in_column("incident"))?;
        let (low, high) = (count(field(columns.low, "low")?, "low")?, count(field(columns.high, "high")?, "high")?);
        let best = match columns.best {
            Some(at) => count(field(at, "best")?, "best")?,
            None => None,
        };
        let figure = match (low, high, best) {
            (None, None, Some(best)) => Figure::exact(best),
            _ => fields::bounds(low, high)?,
        };
        let reading = policy.words.read(&figure);
        let Some(range) = reading.range else { return Ok(()) };
        let point = best.filter(|&b| range.contains(b) && range.high().is_some()).or(reading.point);
        // `count` lets nothing pass that does not fit.
        let short = |n: Option<u64>| n.and_then(|n| u32::try_from(n).ok()).unwrap_or(NONE);
        let cell = Cell { source: 0, low: short(Some(range.low())), high: short(range.high()), best: short(point) };
        self.names.extend_from_slice(incident);
        let middle = self.names.len() as u32;
        self.names.extend_from_slice(source);
        self.rows.push((middle, self.names.len() as u32, hash(incident), hash(source), cell));
        Ok(())
    }
}

/// A whole number in digits, or nothing.
fn count(text: &[u8], column: &str) -> Result<Option<u64>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let digits = text.strip_suffix(b".0").unwrap_or(text);
    let number = digits.iter().try_fold(0u64, |n, b| match b {
        b'0'..=b'9' if n < u64::from(NONE) => Some(n * 10 + u64::from(b - b'0')),
        _ => None,
    });
    match number.filter(|&n| n < u64::from(NONE) && !digits.is_empty()) {
        Some(n) => Ok(Some(n)),
        None => Err(Error::value(format!("“{}” is no number of people", String::from_utf8_lossy(text)))
            .in_column(column)
            .advise("write a whole number in digits, or leave it blank")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Verdict;

    const COLUMNS: Columns = Columns { incident: 0, source: 1, low: 2, high: 3, best: None };

    fn table(text: &str) -> Table {
        Table::read(text.as_bytes(), 2, b',', COLUMNS, &Policy::default())
    }

    #[test]
    fn rows_become_findings() {
        let table = table("b,police,15,15\nb,Red Crescent,14,18\nb,hospital,15,\na,police,3,3\nb,radio,41,\n");
        let found = table.findings(0..2, &Policy::default());
        assert_eq!(
            found[0],
            Flat { incident: "a", low: Some(3), best: Some(3), high: Some(3), verdict: Verdict::Single, accounts: 1 }
        );
        assert_eq!(
            found[1],
            Flat { incident: "b", low: Some(14), best: Some(15), high: None, verdict: Verdict::Majority, accounts: 4 }
        );
    }

    #[test]
    fn bad_rows_are_named_and_the_rest_goes_on() {
        let table = table("a,police,x,3\na,police,3,3\na,police,5,4\n\u{e9},p,1,1\n");
        assert_eq!((table.claims(), table.len(), table.rejects.len()), (2, 2, 2));
        assert!(table.rejects[0].to_string().contains('2'), "{}", table.rejects[0]);
    }
}
