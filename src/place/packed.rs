//! The gazetteer that comes with the program: names stay packed where they lie.
//!
//! `data/gazetteer/make_places.py` writes it and says how it is laid out.

use super::{Kind, Place};
use std::ops::Range;

/// Names in one block: a search goes to a block by halves and through it one by one.
const BLOCK: usize = 16;

/// What a byte adds that says how many letters a name shares with the one before; letters are below it.
const SHARED: u8 = 128;

/// That bit in eight bytes.
const MARKS: u64 = u64::from_ne_bytes([SHARED; 8]);

/// The unpacked bytes, and where their parts begin.
#[derive(Debug)]
pub(super) struct Packed {
    bytes: Vec<u8>,
    places: Vec<Spot>,
    /// How many places bear each name: a byte a name.
    counts: usize,
    bearers: Column,
    blocks: Vec<Block>,
}

/// A [`Place`] in thousandths of degrees.
#[derive(Clone, Copy, Debug)]
struct Spot {
    latitude: i32,
    longitude: i32,
    region: u16,
    kind: u8,
}

/// Where a block begins.
#[derive(Clone, Copy, Debug)]
struct Block {
    /// How its first name begins: most are told apart by this, and the names need not be looked at.
    beginning: u64,
    /// That name, which stands whole there.
    at: u32,
    /// The number of its first bearer.
    bearer: u32,
}

/// Numbers of 24 bits: the low bytes of all, then the middle ones, then the high ones.
#[derive(Clone, Copy, Debug)]
struct Column {
    start: usize,
    count: usize,
}

/// The regions and the names of a packed file.
///
/// # Panics
/// If the file is not what the script writes: it is part of the program, and a test reads it.
pub(super) fn open(packed: &[u8]) -> (Vec<String>, Packed) {
    let bytes = lz4_flex::decompress_size_prepended(packed).expect("the gazetteer is whole");
    assert_eq!(&bytes[..4], b"TBG3");
    let [region_count, place_count, name_count, bearer_count] = [4, 8, 12, 16].map(|at| count_at(&bytes, at));
    let mut at = 20;
    let mut regions = Vec::with_capacity(region_count);
    for _ in 0..region_count {
        let length = bytes[at] as usize;
        regions.push(String::from_utf8_lossy(&bytes[at + 1..at + 1 + length]).into_owned());
        at += 1 + length;
    }
    let places = places(&bytes, at, place_count);
    let counts = at + 8 * place_count;
    let bearers = Column { start: counts + name_count, count: bearer_count };
    let blocks = blocks(&bytes, bearers.end(), &bytes[counts..counts + name_count]);
    (regions, Packed { places, counts, bearers, blocks, bytes })
}

/// The places: each is told by how far it is from the one before.
fn places(bytes: &[u8], start: usize, count: usize) -> Vec<Spot> {
    let latitudes = Column { start: start + count, count };
    let longitudes = Column { start: latitudes.end(), count };
    let regions = &bytes[start..start + count];
    let kinds = &bytes[longitudes.end()..longitudes.end() + count];
    let steps = latitudes.numbers(bytes).map(step).zip(longitudes.numbers(bytes).map(step));
    let (mut region, mut latitude, mut longitude) = (0, 0, 0);
    let place = |((further, kind), (north, east)): ((&u8, &u8), (i32, i32))| {
        region += u16::from(*further);
        latitude += north;
        longitude += east;
        Spot { latitude, longitude, region, kind: *kind }
    };
    regions.iter().zip(kinds).zip(steps).map(place).collect()
}

/// The blocks of names. `start` is where their lengths stand, and the names behind.
fn blocks(bytes: &[u8], start: usize, counts: &[u8]) -> Vec<Block> {
    let (lengths, names) = bytes[start..].split_at(2 * counts.len().div_ceil(BLOCK));
    let (low, high) = lengths.split_at(lengths.len() / 2);
    let (mut at, mut bearer) = ((bytes.len() - names.len()) as u32, 0);
    let block = |((low, high), counts): ((&u8, &u8), &[u8])| {
        let block = Block { beginning: beginning(own(bytes, at as usize)), at, bearer };
        at += u32::from(u16::from_le_bytes([*low, *high]));
        bearer += counts.iter().map(|bearers| u32::from(*bearers)).sum::<u32>();
        block
    };
    low.iter().zip(high).zip(counts.chunks(BLOCK)).map(block).collect()
}

/// The first eight letters of a name, in the order of names.
fn beginning(name: &[u8]) -> u64 {
    let mut letters = [0; 8];
    let length = name.len().min(letters.len());
    letters[..length].copy_from_slice(&name[..length]);
    u64::from_be_bytes(letters)
}

/// The letters of its own that the name at a byte has.
fn own(bytes: &[u8], at: usize) -> &[u8] {
    let own = &bytes[at + 1..];
    let length = match own.first_chunk().map(|eight| u64::from_le_bytes(*eight) & MARKS) {
        Some(marks) if marks != 0 => marks.trailing_zeros() as usize / 8,
        _ => own.iter().position(|b| *b >= SHARED).unwrap_or(own.len()),
    };
    &own[..length]
}

impl Packed {
    /// The places of a folded name, the most likely first.
    pub(super) fn find(&self, name: &str) -> Vec<Place> {
        let bearers = self.bearers_of(name.as_bytes()).into_iter().flatten();
        bearers.map(|n| self.places[self.bearers.number(&self.bytes, n) as usize].place()).collect()
    }

    /// The numbers of those who bear a name.
    fn bearers_of(&self, name: &[u8]) -> Option<Range<usize>> {
        let first = beginning(name);
        let before = self.blocks.partition_point(|block| block.beginning < first);
        let alike = |block: &&Block| block.beginning == first && own(&self.bytes, block.at as usize) <= name;
        let last = (before + self.blocks[before..].iter().take_while(alike).count()).checked_sub(1)?;
        let Block { at, bearer, .. } = self.blocks[last];
        let (mut at, mut bearer) = (at as usize, bearer as usize);
        // how many letters the name before, which comes first in order, has in common with the one that is sought
        let mut same = 0;
        for count in self.bytes[self.counts..self.bearers.start].iter().skip(last * BLOCK).take(BLOCK) {
            let (shared, letters) = (usize::from(self.bytes[at] - SHARED), own(&self.bytes, at));
            let bearers = bearer..bearer + usize::from(*count);
            if shared < same {
                return None;
            }
            if shared == same {
                let sought = &name[same..];
                let more = letters.iter().zip(sought).take_while(|(a, b)| a == b).count();
                same += more;
                match (letters.get(more), sought.get(more)) {
                    (None, None) => return Some(bearers),
                    (Some(_), None) => return None,
                    (Some(its), Some(sought)) if its > sought => return None,
                    _ => {}
                }
            }
            (at, bearer) = (at + 1 + letters.len(), bearers.end);
        }
        None
    }
}

impl Spot {
    fn place(self) -> Place {
        let kind = match self.kind {
            20 => Kind::Division,
            21 => Kind::Country,
            digits => Kind::Town(digits),
        };
        let degrees = |thousandths| f64::from(thousandths) / 1_000.0;
        Place { latitude: degrees(self.latitude), longitude: degrees(self.longitude), kind, region: self.region }
    }
}

impl Column {
    fn numbers(self, bytes: &[u8]) -> impl Iterator<Item = u32> {
        let column = |n: usize| &bytes[self.start + n * self.count..][..self.count];
        let all = column(0).iter().zip(column(1)).zip(column(2));
        all.map(|((low, middle), high)| u32::from_le_bytes([*low, *middle, *high, 0]))
    }

    fn number(self, bytes: &[u8], n: usize) -> u32 {
        let byte = |column: usize| bytes[self.start + column * self.count + n];
        u32::from_le_bytes([byte(0), byte(1), byte(2), 0])
    }

    fn end(self) -> usize {
        self.start + 3 * self.count
    }
}

/// A number with its sign in the lowest bit.
fn step(number: u32) -> i32 {
    let half = (number >> 1) as i32;
    if number & 1 == 0 { half } else { -half - 1 }
}

fn count_at(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize
}
