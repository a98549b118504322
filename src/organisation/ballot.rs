//! A vote one by one on a tablet that is handed round. Nobody can see what has been chosen before all of
//! it is revealed together, and nobody can ever see who chose what.
//!
//! A session has one ballot on a device, whichever tab shows it. If each tab had a copy, the vote could
//! go on in both, and the two results could differ by one person. Results also keep a distance from each
//! other: people who vote again mostly vote alike, so a result with one or two people more or fewer than
//! an earlier one would tell what those people chose.

use crate::organisation::votes::{InPlace, Votes};
use crate::survey::symbols::{checked, crc32, decode_text, encode, with_checksum};

/// The fewest votes that are revealed: with two, each person would know the other's vote. Two results of
/// one session also differ by this many people at least, or by none.
pub const FEWEST: u32 = 3;

/// The version of the text in which a ballot is kept.
const VERSION: u8 = 1;

/// The most results of one session that are remembered; nobody votes that often.
pub const MOST_SHOWN: usize = 50;

/// The ballot of one session. It tells how many have voted and nothing else, until [`Ballot::reveal`]
/// ends the vote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ballot {
    /// What has been chosen; `None` while no vote is under way.
    cast: Option<Votes>,
    /// How many had voted in each result that was shown of this session.
    shown: Vec<u32>,
}

impl Ballot {
    /// Begins a vote, unless one is under way. `standing` is the result that can be seen now; `shown`
    /// says how many had voted in each result that was shown before, here or on another device.
    pub fn begin(&mut self, standing: Option<Votes>, shown: &[u32]) {
        standing.into_iter().for_each(|standing| self.note(standing.total()));
        self.remember(shown);
        self.cast.get_or_insert_default();
    }

    /// Remembers how many had voted in results that were shown.
    pub fn remember(&mut self, shown: &[u32]) {
        shown.iter().for_each(|number| self.note(*number));
    }

    /// How many had voted in each result that was shown, as far as this device knows.
    pub fn shown(&self) -> &[u32] {
        &self.shown
    }

    /// Counts a vote. It can be neither seen nor taken back. Gives false, and counts nothing, while no
    /// vote is under way.
    pub fn cast(&mut self, step: InPlace) -> bool {
        let Some(votes) = &mut self.cast else { return false };
        *votes = votes.with(step, votes.count(step).saturating_add(1));
        true
    }

    /// How many have voted; `None` while no vote is under way.
    pub fn cast_so_far(&self) -> Option<u32> {
        self.cast.map(Votes::total)
    }

    /// How many more must vote before the result can be shown.
    pub fn missing(&self) -> u32 {
        let now = self.cast_so_far().unwrap_or(0);
        let mut enough = now.max(FEWEST);
        // Each turn raises the number past a result that it is too near to, so this ends.
        while let Some(near) = self.shown.iter().copied().filter(|shown| near(*shown, enough)).max()
        {
            enough = if near > enough { near } else { near.saturating_add(FEWEST) };
        }
        enough - now
    }

    /// How many had voted in a shown result that the present number of votes is too near to; `None` when
    /// there is no such result, or fewer than [`FEWEST`] have voted.
    pub fn too_near_to(&self) -> Option<u32> {
        let now = self.cast_so_far()?;
        near_to(&self.shown, now).filter(|_| now >= FEWEST)
    }

    /// True when the result can be shown.
    pub fn can_be_revealed(&self) -> bool {
        self.cast.is_some() && self.missing() == 0
    }

    /// Ends the vote and gives what was chosen. While that cannot be shown, gives `None` and the vote
    /// goes on.
    pub fn reveal(&mut self) -> Option<Votes> {
        if !self.can_be_revealed() {
            return None;
        }
        let votes = self.cast.take()?;
        self.note(votes.total());
        Some(votes)
    }

    /// Cancels the vote: what was chosen is deleted, and nobody has seen it.
    pub fn give_up(&mut self) {
        self.cast = None;
    }

    fn note(&mut self, number: u32) {
        if number > 0 && !self.shown.contains(&number) {
            self.shown.push(number);
            self.shown.truncate(MOST_SHOWN);
        }
    }

    /// The ballot of a session as a text, from which a page that is reloaded restores it; `None` when
    /// the ballot is empty.
    ///
    /// The text can be read for this session alone: if another could read it, the vote could go on in
    /// both. Like the ballot, it says neither who voted nor in which order. It is packed, each time with
    /// another `salt` (letters and digits), so that a person who looks at it can neither read it nor see
    /// what has changed between two votes. It is no secret to a programmer.
    pub fn stored(&self, salt: &str, session: &str) -> Option<String> {
        if *self == Ballot::default() {
            return None;
        }
        let votes = self.cast.unwrap_or_default();
        let mut bytes = vec![VERSION, u8::from(self.cast.is_some())];
        let numbers = InPlace::ALL.into_iter().map(|step| votes.count(step));
        for number in numbers.chain(self.shown.iter().copied()) {
            bytes.extend(number.to_be_bytes());
        }
        // The checksum is mixed too, so it does not fit when another session is given.
        let packed = encode(&mixed(with_checksum(bytes), salt, session)).to_ascii_lowercase();
        Some([salt, "-", &packed].concat())
    }

    /// Reads the ballot of a session from such a text; `None` for any other text, or one of another
    /// session.
    pub fn of_stored(text: &str, session: &str) -> Option<Ballot> {
        let (salt, packed) = text.split_once('-')?;
        let bytes = checked(mixed(decode_text(packed)?, salt, session))?;
        let [VERSION, under_way @ 0..=1, numbers @ ..] = &bytes[..] else { return None };
        let (numbers, []) = numbers.as_chunks::<4>() else { return None };
        let numbers: Vec<u32> = numbers.iter().map(|bytes| u32::from_be_bytes(*bytes)).collect();
        let (votes, shown) = numbers.split_at_checked(InPlace::ALL.len())?;
        let cast = (*under_way == 1).then(|| Votes::of(votes));
        (shown.len() <= MOST_SHOWN).then(|| Ballot { cast, shown: shown.to_vec() })
    }
}

/// The first of the numbers in `shown` that a result of `number` votes is too near to; `None` when there
/// is none. Each number says how many had voted in a result that was shown.
pub fn near_to(shown: &[u32], number: u32) -> Option<u32> {
    shown.iter().copied().find(|shown| near(*shown, number))
}

/// True when two numbers of voters differ, but by fewer than [`FEWEST`].
fn near(one: u32, other: u32) -> bool {
    (1..FEWEST).contains(&one.abs_diff(other))
}

/// Mixes the bytes with a key made from the salt and the session. Mixed again with the same key, they
/// are as before.
fn mixed(mut bytes: Vec<u8>, salt: &str, session: &str) -> Vec<u8> {
    for (place, chunk) in bytes.chunks_mut(4).enumerate() {
        let key = crc32(format!("{place}{salt}{place}{session}").as_bytes()).to_be_bytes();
        for (byte, key) in chunk.iter_mut().zip(key) {
            *byte ^= key;
        }
    }
    bytes
}
