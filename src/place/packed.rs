//! The gazetteer that comes with the program: all of it stays packed where it lies.
//!
//! `data/gazetteer/make_places.py` writes it and says how it is laid out.

mod names;

use super::{Kind, Place, Regions, running};
use names::Names;
use std::ops::Range;

/// Names or towns in one block.
const BLOCK: usize = 32;

/// The bytes of the file, and where their parts begin.
#[derive(Debug)]
pub(super) struct Packed {
    names: Names,
    /// How many countries and divisions there are, which have no coordinates.
    lone: usize,
    towns: Towns,
    bearers: Numbers,
}

/// The towns, by region.
#[derive(Debug)]
struct Towns {
    /// How many there are in all regions up to one.
    up_to: Vec<u32>,
    /// How many digits their populations have.
    sizes: &'static [u8],
    blocks: &'static [[u8; 6]],
    /// At which bit each block begins.
    starts: Vec<u32>,
    bits: &'static [u8],
}

/// Numbers of so many bits each.
#[derive(Debug)]
struct Numbers {
    bits: &'static [u8],
    wide: usize,
}

/// What is not yet read of the file.
struct Rest(&'static [u8]);

/// The regions and the names of a packed file.
///
/// # Panics
/// If the file is not what the script writes: it is part of the program, and a test reads it.
pub(super) fn open(packed: &'static [u8]) -> (Regions, Packed) {
    let mut rest = Rest(packed);
    assert_eq!(rest.take(4), b"TBG5");
    let [regions, lone, towns, bearers, names, wide, town_bytes] = std::array::from_fn(|_| rest.count());
    let lengths = rest.take(regions);
    let inside = rest.take(regions).iter().zip(rest.take(regions));
    let up_to = running(inside.map(|(low, high)| u32::from(u16::from_le_bytes([*low, *high])))).collect();
    let ends: Vec<u32> = running(lengths.iter().map(|length| u32::from(*length))).collect();
    let codes = rest.take(ends.last().map_or(0, |end| *end as usize));
    let codes = std::str::from_utf8(codes).expect("codes are of ASCII letters");
    let towns = Towns::of(up_to, towns.div_ceil(BLOCK), Rest(rest.0));
    rest.take(town_bytes);
    let numbers = Numbers { bits: rest.0, wide };
    rest.take((bearers * wide).div_ceil(8));
    (Regions { codes: codes.into(), ends }, Packed { names: Names::of(names, rest), lone, towns, bearers: numbers })
}

impl Packed {
    /// The places of a folded name, the most likely first.
    pub(super) fn find(&self, name: &str) -> Vec<Place> {
        let bearers = self.names.bearers_of(name.as_bytes()).into_iter().flatten();
        bearers.map(|bearer| self.place(self.bearers.get(bearer))).collect()
    }

    fn place(&self, number: usize) -> Place {
        if let Some(town) = number.checked_sub(self.lone) {
            return self.towns.get(town);
        }
        // a country has no towns of its own: they are in its divisions
        let kind = if self.towns.inside(number).is_empty() { Kind::Country } else { Kind::Division };
        Place { latitude: 0.0, longitude: 0.0, kind, region: number as u16 }
    }
}

impl Towns {
    fn of(up_to: Vec<u32>, blocks: usize, mut rest: Rest) -> Towns {
        let sizes = rest.take(8);
        let blocks = rest.take(6 * blocks).as_chunks().0;
        let starts =
            before(blocks.iter().map(|block| (BLOCK * fields(block).2.iter().sum::<usize>()) as u32)).collect();
        Towns { up_to, sizes, blocks, starts, bits: rest.0 }
    }

    /// The numbers of those in a region.
    fn inside(&self, region: usize) -> Range<u32> {
        let before = region.checked_sub(1).map_or(0, |before| self.up_to[before]);
        before..self.up_to[region]
    }

    fn get(&self, town: usize) -> Place {
        let (south, west, wide) = fields(&self.blocks[town / BLOCK]);
        let all: usize = wide.iter().sum();
        let mut told = bits(self.bits, self.starts[town / BLOCK] as usize + town % BLOCK * all, all);
        let [size, north, east] = wide.map(|wide| {
            let field = told & ((1 << wide) - 1);
            told >>= wide;
            field
        });
        let degrees = |thousandths: u64, least: i32| f64::from(thousandths as i32 + least) / 1_000.0;
        Place {
            latitude: degrees(south + north, -90_000),
            longitude: degrees(west + east, -180_000),
            kind: Kind::Town(self.sizes[size as usize]),
            region: self.up_to.partition_point(|up_to| *up_to as usize <= town) as u16,
        }
    }
}

/// Of a block of towns the least latitude and longitude, and how many bits tell the size, latitude and longitude of each.
fn fields(block: &[u8; 6]) -> (u64, u64, [usize; 3]) {
    let [a, b, c, d, e, f] = *block;
    let all = u64::from_le_bytes([a, b, c, d, e, f, 0, 0]);
    let field = |from: u32, wide: u32| all >> from & ((1 << wide) - 1);
    (field(0, 18), field(18, 19), [3, field(37, 5) as usize, field(42, 5) as usize])
}

impl Numbers {
    fn get(&self, n: usize) -> usize {
        bits(self.bits, n * self.wide, self.wide) as usize
    }
}

/// The number of so many bits, up to 57, from a bit on; other parts of the file are behind.
fn bits(bytes: &[u8], at: usize, wide: usize) -> u64 {
    let eight = bytes[at / 8..].first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
    eight >> (at % 8) & ((1 << wide) - 1)
}

/// The sums of all numbers before each.
fn before(numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    numbers.scan(0, |sum, number| Some(std::mem::replace(sum, *sum + number)))
}

impl Rest {
    fn take(&mut self, bytes: usize) -> &'static [u8] {
        let (taken, rest) = self.0.split_at(bytes);
        self.0 = rest;
        taken
    }

    fn count(&mut self) -> usize {
        self.take(4).iter().rev().fold(0, |all, byte| all << 8 | usize::from(*byte))
    }
}
