//! ASCII letters, eight bytes looked at in one step: nearly every byte of a text is looked at so, and most of them only so.

use crate::token::Case;

/// The highest bit of each byte, and the one that makes a letter small.
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
const SMALL: u64 = u64::from_ne_bytes([0x20; 8]);

/// The highest bit of each byte that is an ASCII letter.
#[inline]
pub(super) fn of(bytes: u64) -> u64 {
    let small = (bytes | SMALL) & !HIGH;
    let from_a = small + (HIGH - u64::from_ne_bytes([b'a'; 8]));
    let behind_z = small + (HIGH - u64::from_ne_bytes([b'z' + 1; 8]));
    from_a & !behind_z & !bytes & HIGH
}

/// The letters at the beginning of eight bytes.
#[derive(Clone, Copy, Default)]
pub(super) struct Run {
    /// As a number, small and with zeros behind the last.
    pub(super) key: u64,
    /// The bits that made them small already.
    small: u64,
    /// How many there are.
    length: usize,
}

impl Run {
    #[inline]
    pub(super) fn at(bytes: u64) -> Run {
        let others = !of(bytes) & HIGH;
        // all bits of the bytes before the first other; all bits where there is none
        let run = ((others & others.wrapping_neg()) >> 7).wrapping_sub(1);
        Run { key: (bytes | SMALL) & run, small: bytes & SMALL & run, length: others.trailing_zeros() as usize / 8 }
    }
}

/// A short word of ASCII letters, as nearly all are.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShortWord {
    /// The letters as a number, small, the first in the lowest byte, and with zeros behind the last.
    pub(super) key: u128,
    /// How it is written.
    pub(super) case: Case,
    /// How many letters it has.
    pub(super) length: usize,
}

impl ShortWord {
    /// The one at the beginning of a text. `None` where none is, where more may belong to it (a letter that is not ASCII, an
    /// apostrophe), and near the end of the text.
    #[inline]
    pub(super) fn at(text: &[u8]) -> Option<ShortWord> {
        let sixteen: &[u8; 16] = text.first_chunk()?;
        let low = Run::at(half(sixteen, 0));
        let high = if low.length == 8 { Run::at(half(sixteen, 8)) } else { Run::default() };
        let length = low.length + high.length;
        let next = *sixteen.get(length)?;
        if length == 0 || !next.is_ascii() || next == b'\'' {
            return None;
        }
        let case = match (low.small as u8, low.small | high.small) {
            (0, 0) if length > 1 => Case::Upper,
            (0, _) => Case::Title,
            _ => Case::Lower,
        };
        Some(ShortWord { key: u128::from(low.key) | u128::from(high.key) << 64, case, length })
    }
}

#[inline]
fn half(sixteen: &[u8; 16], from: usize) -> u64 {
    u64::from_le_bytes(*sixteen[from..].first_chunk().expect("eight of sixteen"))
}

#[cfg(test)]
mod tests {
    use super::ShortWord;
    use crate::token::Case;

    #[test]
    fn a_word_is_read_at_once_or_left_to_those_who_look_closer() {
        let read = |text: &str| {
            let word = ShortWord::at(text.as_bytes())?;
            let bytes = word.key.to_le_bytes();
            Some((String::from_utf8_lossy(&bytes[..word.length]).into_owned(), word.case))
        };
        let told = |word: &str, case| Some((word.to_owned(), case));
        assert_eq!(read("Thirteen, who were there"), told("thirteen", Case::Title));
        assert_eq!(read("casualties-to-be, they say"), told("casualties", Case::Lower));
        assert_eq!(read("DEAD of the storm in Hull"), told("dead", Case::Upper));
        assert_eq!(read("A storm that killed nobody"), told("a", Case::Title));
        for other in [
            "didn't know who had died",
            "Düsseldorf and Cologne",
            "three",
            "13 people in the street",
            "counterinsurgency in Peru",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
