//! Where the words of a text begin. All of most texts is looked at here and nowhere else: so nothing is asked of which a
//! processor cannot foresee the answer.

/// So many bytes are looked at before what begins among them is told.
const STRETCH: usize = 512;

/// Bytes that are looked at in one step.
const BLOCK: usize = 64;

/// The first byte of every run of ASCII letters that has at least `shortest`, up to three, and of which `may` is 1 and not 0. Of one
/// that goes to the end of a block it is not asked how long it is.
pub(super) fn each(text: &[u8], shortest: usize, may: impl Fn(usize) -> usize, mut each: impl FnMut(usize)) {
    let mut found = [0u16; STRETCH / 2 + BLOCK];
    let mut goes_on = 0;
    for (n, stretch) in text.chunks(STRETCH).enumerate() {
        let mut count = 0;
        let (blocks, rest) = stretch.as_chunks::<BLOCK>();
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        for (m, block) in blocks.iter().chain((!rest.is_empty()).then_some(&last)).enumerate() {
            let letters = letters(block);
            let starts = starts(letters, goes_on, shortest);
            goes_on = letters >> 63;
            put(starts, BLOCK * m, &mut found[count..]);
            count += starts.count_ones() as usize;
        }
        let mut kept = 0;
        for at in 0..count {
            let start = found[at];
            found[kept] = start;
            kept += may(STRETCH * n + usize::from(start));
        }
        found[..kept].iter().for_each(|start| each(STRETCH * n + usize::from(*start)));
    }
}

/// A bit for each byte that is an ASCII letter.
fn letters(block: &[u8; BLOCK]) -> u64 {
    let mut flags = [0; BLOCK];
    for (flag, byte) in flags.iter_mut().zip(block) {
        *flag = u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
    }
    flags.as_chunks::<8>().0.iter().rev().fold(0, |all, eight| all << 8 | side_by_side(u64::from_le_bytes(*eight)))
}

/// The lowest bits of eight bytes that have no other.
fn side_by_side(eight: u64) -> u64 {
    eight.wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The bits at which a run of letters begins; a run may go on behind the last bit.
fn starts(letters: u64, goes_on: u64, shortest: usize) -> u64 {
    let second = if shortest > 1 { letters >> 1 | 1 << 63 } else { u64::MAX };
    let third = if shortest > 2 { letters >> 2 | 3 << 62 } else { u64::MAX };
    letters & !(letters << 1 | goes_on) & second & third
}

/// Puts the places of bits one behind the other. Those of eight are put whether there are so many or not: what is too much the
/// next block writes over.
fn put(mut bits: u64, from: usize, places: &mut [u16]) {
    const EIGHT: usize = 8;
    for some in places.chunks_exact_mut(EIGHT) {
        for place in some {
            *place = from as u16 + (bits | 1 << 63).trailing_zeros() as u16;
            bits &= bits.wrapping_sub(1);
        }
        if bits == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{STRETCH, each};

    fn found(text: &str, shortest: usize) -> Vec<usize> {
        let mut found = Vec::new();
        each(text.as_bytes(), shortest, |_| 1, |start| found.push(start));
        found
    }

    #[test]
    fn words_begin_where_letters_do() {
        let text = "It's 3 men-of-war, Élan 99z";
        assert_eq!(found(text, 1), [0, 3, 7, 11, 14, 21, 27]);
        assert_eq!(found(text, 2), [0, 7, 11, 14, 21]);
        assert_eq!(found(text, 3), [7, 14, 21]);
    }

    #[test]
    fn no_word_is_lost_where_one_step_ends() {
        for before in STRETCH - 70..STRETCH + 70 {
            let text = [&" ".repeat(before), "abc ", &"ab ".repeat(300), "abcd"].concat();
            let long = found(&text, 3);
            assert!(long.contains(&before) && long.ends_with(&[text.len() - 4]), "{long:?}");
            assert_eq!(found(&text, 1).len(), 302);
        }
    }
}
