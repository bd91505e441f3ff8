//! The names of the gazetteer: a search goes to a block by halves and through it one by one.

use super::{BLOCK, Rest, before};
use std::{cmp::Ordering, ops::Range};

/// Blocks in a group. How the groups begin is looked at first: it is little, and the processor keeps it at hand.
const GROUP: usize = 4;

/// The longest name, and as many letters as a symbol has behind it.
const LONGEST: usize = 40 + 8;

/// The names as the symbols they are written in.
#[derive(Debug)]
pub(super) struct Names {
    bytes: &'static [u8],
    symbols: Vec<Symbol>,
    heads: &'static [[u8; 3]],
    count: usize,
    /// Where each block begins, and the number of its first bearer.
    blocks: Vec<(u32, u32)>,
    /// The first eight letters of the first name of each group.
    groups: &'static [[u8; 8]],
}

/// A run of letters.
#[derive(Clone, Copy, Debug)]
struct Symbol {
    /// In the order of names, with zeros behind.
    letters: u64,
    /// The bits of the letters.
    mask: u64,
    length: u8,
}

/// A name as it is written.
struct Written {
    /// The letters it shares with the one before.
    shared: usize,
    /// The symbols of the others.
    symbols: &'static [u8],
    bearers: usize,
}

impl Names {
    pub(super) fn of(count: usize, mut rest: Rest) -> Names {
        let symbols = rest.take(256 * 8).as_chunks().0.iter().map(|letters| Symbol::of(*letters)).collect();
        let heads = rest.take(256 * 3).as_chunks().0;
        let blocks = count.div_ceil(BLOCK);
        let groups = rest.take(8 * blocks.div_ceil(GROUP)).as_chunks().0;
        let lengths = rest.take(blocks).iter().zip(rest.take(blocks));
        let starts = before(lengths.map(|(low, high)| u32::from(u16::from_le_bytes([*low, *high]))));
        let bearers = before(rest.take(blocks).iter().map(|bearers| u32::from(*bearers)));
        let blocks = starts.zip(bearers).collect();
        Names { bytes: rest.0, symbols, heads, count, blocks, groups }
    }

    /// The numbers of those who bear a name.
    pub(super) fn bearers_of(&self, name: &[u8]) -> Option<Range<usize>> {
        let mut sought = [0; LONGEST];
        sought.get_mut(..name.len()).filter(|_| name.len() <= LONGEST - 8)?.copy_from_slice(name);
        let block = self.block_of(&sought)?;
        let (mut at, mut bearer) = (self.blocks[block].0 as usize, self.blocks[block].1 as usize);
        // how many letters the name before, which comes first in order, has in common with the one that is sought
        let mut same = 0;
        for _ in 0..BLOCK.min(self.count - BLOCK * block) {
            let written = self.written(&mut at);
            let bearers = bearer..bearer + written.bearers;
            if written.shared <= same {
                let order;
                (same, order) = self.order(&written, &sought);
                match order {
                    Ordering::Less => {}
                    Ordering::Equal => return Some(bearers),
                    Ordering::Greater => return None,
                }
            }
            bearer = bearers.end;
        }
        None
    }

    /// The block that a name stands in, if in any.
    fn block_of(&self, sought: &[u8; LONGEST]) -> Option<usize> {
        let beginning = eight(sought, 0);
        let order = |group: &[u8; 8]| u64::from_be_bytes(*group).cmp(&beginning);
        let from = self.groups.partition_point(|group| order(group).is_lt()).saturating_sub(1);
        let groups = self.groups[from..].iter().take_while(|group| order(group).is_le()).count();
        let blocks = &self.blocks[from * GROUP..self.blocks.len().min((from + groups) * GROUP)];
        let up_to = |start: u32| self.order(&self.written(&mut (start as usize)), sought).1.is_le();
        (from * GROUP + blocks.partition_point(|block| up_to(block.0))).checked_sub(1)
    }

    /// The name at a byte, which goes on to the next.
    #[inline]
    fn written(&self, at: &mut usize) -> Written {
        let usual = self.bytes[*at];
        let [shared, symbols, bearers] = match usual {
            0 => [1, 2, 3].map(|further| self.bytes[*at + further]),
            usual => self.heads[usize::from(usual)],
        };
        let start = *at + if usual == 0 { 4 } else { 1 };
        *at = start + usize::from(symbols);
        Written { shared: shared.into(), symbols: &self.bytes[start..*at], bearers: bearers.into() }
    }

    /// How many letters a name has in common with the one that is sought, and which comes first. What it shares with the name
    /// before they have in common.
    fn order(&self, written: &Written, sought: &[u8; LONGEST]) -> (usize, Ordering) {
        let mut same = written.shared;
        for symbol in written.symbols {
            let symbol = self.symbols[usize::from(*symbol)];
            let theirs = eight(sought, same) & symbol.mask;
            if symbol.letters != theirs {
                let more = (symbol.letters ^ theirs).leading_zeros() as usize / 8;
                return (same + more, symbol.letters.cmp(&theirs));
            }
            same += usize::from(symbol.length);
        }
        (same, if eight(sought, same) == 0 { Ordering::Equal } else { Ordering::Less })
    }
}

impl Symbol {
    fn of(letters: [u8; 8]) -> Symbol {
        let length = letters.iter().take_while(|letter| **letter != 0).count();
        let mask = u64::MAX.checked_shl(64 - 8 * length as u32).unwrap_or(0);
        Symbol { letters: u64::from_be_bytes(letters), mask, length: length as u8 }
    }
}

/// Eight letters in the order of names.
#[inline]
fn eight(name: &[u8; LONGEST], from: usize) -> u64 {
    name[from..].first_chunk().map_or(0, |eight| u64::from_be_bytes(*eight))
}
