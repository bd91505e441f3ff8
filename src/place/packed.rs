//! The gazetteer that comes with the program: names stay packed where they lie, and every sixteenth is known by heart.
//!
//! `data/gazetteer/make_places.py` writes it and says how it is laid out.

use super::{Kind, Place};
use std::{io::Read, ops::Range};

/// Names in one block: a search goes to a block by halves and through it one by one.
const BLOCK: usize = 16;

/// What a byte adds that says how many letters a name shares with the one before; letters are below it.
const SHARED: u8 = 128;

/// The unpacked bytes, and where their parts begin.
#[derive(Debug)]
pub(super) struct Packed {
    bytes: Vec<u8>,
    places: Vec<Place>,
    /// How many places bear each name: a byte a name.
    counts: usize,
    bearers: Column,
    blocks: Vec<Block>,
}

/// Where a block begins.
#[derive(Debug)]
struct Block {
    /// Its first name, whole.
    first: Vec<u8>,
    /// Where that name begins among the bytes.
    at: usize,
    /// The number of its first bearer.
    bearer: usize,
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
pub(super) fn open(deflated: &[u8]) -> (Vec<String>, Packed) {
    let mut bytes = Vec::with_capacity(4 << 20);
    flate2::bufread::DeflateDecoder::new(deflated).read_to_end(&mut bytes).expect("the gazetteer is whole");
    assert_eq!(&bytes[..4], b"TBG2");
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
fn places(bytes: &[u8], start: usize, count: usize) -> Vec<Place> {
    let latitudes = Column { start: start + count, count };
    let longitudes = Column { start: latitudes.end(), count };
    let (mut region, mut latitude, mut longitude) = (0, 0, 0);
    let place = |n: usize| {
        region += u16::from(bytes[start + n]);
        latitude += step(latitudes.number(bytes, n));
        longitude += step(longitudes.number(bytes, n));
        let kind = match bytes[longitudes.end() + n] {
            20 => Kind::Division,
            21 => Kind::Country,
            digits => Kind::Town(digits),
        };
        Place { latitude: f64::from(latitude) / 1_000.0, longitude: f64::from(longitude) / 1_000.0, kind, region }
    };
    (0..count).map(place).collect()
}

/// Every sixteenth name with where it and its bearers are.
fn blocks(bytes: &[u8], start: usize, counts: &[u8]) -> Vec<Block> {
    let (mut blocks, mut at, mut bearer, mut name) = (Vec::new(), start, 0, Vec::new());
    for (n, bearers) in counts.iter().enumerate() {
        let whole = next(bytes, at, &mut name);
        if n % BLOCK == 0 {
            blocks.push(Block { first: name.clone(), at, bearer });
        }
        at = whole.end;
        bearer += usize::from(*bearers);
    }
    blocks
}

/// Turns the name before into the one at `at`, and says where that one stands.
fn next(bytes: &[u8], at: usize, name: &mut Vec<u8>) -> Range<usize> {
    let own = &bytes[at + 1..];
    let length = own.iter().position(|b| *b >= SHARED).unwrap_or(own.len());
    name.truncate(usize::from(bytes[at] - SHARED));
    name.extend_from_slice(&own[..length]);
    at..at + 1 + length
}

impl Packed {
    /// The places of a folded name, the most likely first.
    pub(super) fn find(&self, name: &str) -> Vec<Place> {
        let name = name.as_bytes();
        let Some(last) = self.blocks.partition_point(|b| b.first.as_slice() <= name).checked_sub(1) else {
            return Vec::new();
        };
        let block = &self.blocks[last];
        let (mut current, mut at, mut bearer) = (block.first.clone(), block.at, block.bearer);
        for count in self.bytes[self.counts..self.bearers.start].iter().skip(last * BLOCK).take(BLOCK) {
            // The first name of a block is whole already, and shares all its letters with itself.
            at = next(&self.bytes, at, &mut current).end;
            let bearers = bearer..bearer + usize::from(*count);
            if current == name {
                return bearers.map(|n| self.places[self.bearers.number(&self.bytes, n) as usize]).collect();
            }
            bearer = bearers.end;
        }
        Vec::new()
    }
}

impl Column {
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
