//! Which chunks of a sentence are of which kind: patterns of chunks are sought where they can stand, and nowhere else.

use super::super::noun_phrase::{NounPhrase, Who};
use super::Chunk;

/// What a chunk is, whatever it holds: in the order of [`Chunk`], so that no choice is made to tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Chunk::Noun`]
    Noun,
    /// [`Chunk::Verb`]
    Verb,
    /// [`Chunk::Preposition`]
    Preposition,
    /// [`Chunk::And`]
    And,
    /// [`Chunk::But`]
    But,
    /// [`Chunk::Comma`]
    Comma,
    /// [`Chunk::Break`]
    Break,
    /// [`Chunk::Where`]
    Where,
    /// [`Chunk::Relative`]
    Relative,
    /// [`Chunk::Including`]
    Including,
    /// [`Chunk::Whom`]
    Whom,
    /// [`Chunk::Owner`]
    Owner,
    /// [`Chunk::Open`]
    Open,
    /// [`Chunk::Close`]
    Close,
    /// [`Chunk::Quote`]
    Quote,
    /// [`Chunk::State`]
    State,
    /// [`Chunk::Other`]
    Other,
    /// A noun phrase without a head, beside what it is as a chunk: "13", "the dead".
    Bare,
}

/// A bit for each chunk of a sentence, by kind.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kinds {
    of: [u64; Kind::Bare as usize + 1],
    /// So many chunks. Those of a sentence that has more bits than fit are not told apart.
    count: usize,
}

impl Chunk {
    fn kind(self) -> Kind {
        match self {
            Chunk::Noun(_) => Kind::Noun,
            Chunk::Verb(_) => Kind::Verb,
            Chunk::Preposition(_) => Kind::Preposition,
            Chunk::And(_) => Kind::And,
            Chunk::But => Kind::But,
            Chunk::Comma => Kind::Comma,
            Chunk::Break => Kind::Break,
            Chunk::Where(_) => Kind::Where,
            Chunk::Relative(_) => Kind::Relative,
            Chunk::Including(_) => Kind::Including,
            Chunk::Whom => Kind::Whom,
            Chunk::Owner => Kind::Owner,
            Chunk::Open => Kind::Open,
            Chunk::Close => Kind::Close,
            Chunk::Quote => Kind::Quote,
            Chunk::State(_) => Kind::State,
            Chunk::Other(_) => Kind::Other,
        }
    }
}

impl Kinds {
    /// The next chunk.
    pub(super) fn add(&mut self, chunk: Chunk) {
        self.of[chunk.kind() as usize] |= bit(self.count);
        self.count += 1;
    }

    /// The noun phrase of a chunk.
    pub(super) fn add_phrase(&mut self, np: &NounPhrase) {
        let bare = np.chunk.filter(|_| np.who == Who::Bare);
        self.of[Kind::Bare as usize] |= bare.map_or(0, |at| bit(at.into()));
    }

    /// The places at which chunks of these kinds stand side by side, one of each set: of a very long sentence all places.
    pub(super) fn runs<const N: usize>(&self, run: [&[Kind]; N]) -> impl Iterator<Item = usize> + use<N> {
        let any = |kinds: &[Kind]| kinds.iter().fold(0, |all, kind| all | self.of[*kind as usize]);
        let (mut starts, mut all) = match self.count > u64::BITS as usize {
            true => (0, 0..(self.count + 1).saturating_sub(N)),
            false => (run.iter().enumerate().fold(u64::MAX, |all, (at, kinds)| all & any(kinds) >> at), 0..0),
        };
        std::iter::from_fn(move || {
            if starts == 0 {
                return all.next();
            }
            let at = starts.trailing_zeros() as usize;
            starts &= starts - 1;
            Some(at)
        })
    }
}

/// The bit of a place; none behind the last that fits.
fn bit(place: usize) -> u64 {
    1_u64.checked_shl(place as u32).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Chunk, Kind, Kinds};

    #[test]
    fn runs_are_found_where_they_stand() {
        let list = [Chunk::Noun(0), Chunk::Comma, Chunk::Noun(1), Chunk::And(3), Chunk::Noun(2)];
        let runs = |list: &[Chunk]| {
            let mut kinds = Kinds::default();
            list.iter().for_each(|chunk| kinds.add(*chunk));
            kinds.runs([&[Kind::Noun], &[Kind::Comma, Kind::And], &[Kind::Noun]]).collect::<Vec<_>>()
        };
        assert_eq!(runs(&list), [0, 2]);
        assert_eq!(runs(&list[1..]), [1]);
        assert!(runs(&list[..2]).is_empty());
        // of more chunks than there are bits every place may be one
        assert_eq!(runs(&[Chunk::Other(0); 70]), (0..68).collect::<Vec<_>>());
    }
}
