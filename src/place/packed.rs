//! The gazetteer that comes with the program, searched where it lies: nothing is built from it at start.
//!
//! `data/gazetteer/make_places.py` writes it and says how it is laid out.

use super::{Kind, Place};
use std::io::Read;

/// Names in one block: within it a name is written as what it adds to the one before.
const BLOCK: usize = 16;

/// The unpacked bytes, and where their parts begin.
#[derive(Debug)]
pub(super) struct Packed {
    bytes: Vec<u8>,
    places: usize,
    blocks: usize,
    names: usize,
    block_count: usize,
    name_count: usize,
}

/// The regions and the names of a packed file.
///
/// # Panics
/// If the file is not what the script writes: it is part of the program, and a test reads it.
pub(super) fn open(gz: &[u8]) -> (Vec<String>, Packed) {
    let mut bytes = Vec::with_capacity(5 << 20);
    flate2::read::GzDecoder::new(gz).read_to_end(&mut bytes).expect("the gazetteer is whole");
    assert_eq!(&bytes[..4], b"TBG1");
    let count = |i: usize| u32_at(&bytes, 4 + 4 * i) as usize;
    let (region_count, place_count, name_count, block_count) = (count(0), count(1), count(2), count(3));
    let mut at = 20;
    let mut regions = Vec::with_capacity(region_count);
    for _ in 0..region_count {
        let length = bytes[at] as usize;
        regions.push(String::from_utf8_lossy(&bytes[at + 1..at + 1 + length]).into_owned());
        at += 1 + length;
    }
    let (places, blocks) = (at, at + 9 * place_count);
    let names = blocks + 4 * block_count;
    (regions, Packed { bytes, places, blocks, names, block_count, name_count })
}

impl Packed {
    /// The places of a folded name, the most likely first.
    pub(super) fn find(&self, name: &str) -> Vec<Place> {
        let name = name.as_bytes();
        // The last block whose first name is not behind the one looked for.
        let (mut low, mut high) = (0, self.block_count);
        while low < high {
            let middle = low.midpoint(high);
            if self.first(middle) <= name { low = middle + 1 } else { high = middle }
        }
        let Some(block) = low.checked_sub(1) else { return Vec::new() };
        let mut at = self.block(block);
        let mut current = Vec::new();
        for _ in 0..BLOCK.min(self.name_count - block * BLOCK) {
            let (shared, own) = (self.bytes[at] as usize, self.bytes[at + 1] as usize);
            current.truncate(shared);
            current.extend_from_slice(&self.bytes[at + 2..at + 2 + own]);
            at += 2 + own;
            let bearers = self.bytes[at] as usize;
            if current == name {
                return (0..bearers).map(|i| self.place(at + 1 + 3 * i)).collect();
            }
            at += 1 + 3 * bearers;
        }
        Vec::new()
    }

    fn block(&self, block: usize) -> usize {
        self.names + u32_at(&self.bytes, self.blocks + 4 * block) as usize
    }

    fn first(&self, block: usize) -> &[u8] {
        let at = self.block(block);
        &self.bytes[at + 2..at + 2 + self.bytes[at + 1] as usize]
    }

    fn place(&self, number_at: usize) -> Place {
        let b = &self.bytes;
        let number = u32::from_le_bytes([b[number_at], b[number_at + 1], b[number_at + 2], 0]) as usize;
        let at = self.places + 9 * number;
        // 24 bits with a sign, in 1/10,000 degree.
        let degrees = |i: usize| f64::from(i32::from_le_bytes([0, b[i], b[i + 1], b[i + 2]]) >> 8) / 10_000.0;
        let kind = match b[at + 8] {
            20 => Kind::Division,
            21 => Kind::Country,
            digits => Kind::Town(digits),
        };
        let region = u16::from_le_bytes([b[at + 6], b[at + 7]]);
        Place { latitude: degrees(at), longitude: degrees(at + 3), kind, region }
    }
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}
