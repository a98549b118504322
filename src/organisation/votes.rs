//! Votes on how much of a card's topic is in place: only counts, never who chose what.

use crate::records::Value;

/// How much of a card's topic is in place, from the lowest step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InPlace {
    /// Not in place.
    Not,
    /// A little in place.
    Little,
    /// Mostly in place.
    Mostly,
    /// Fully in place.
    Fully,
}

/// How many people chose each step; who chose what is never kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Votes([u32; 4]);

impl InPlace {
    /// Every step, from the lowest.
    pub const ALL: [InPlace; 4] = [InPlace::Not, InPlace::Little, InPlace::Mostly, InPlace::Fully];
}

impl Votes {
    /// The votes with these counts, from the lowest step; no votes at all unless there are four counts.
    pub fn of(counts: &[u32]) -> Votes {
        Votes(counts.try_into().unwrap_or_default())
    }

    /// How many chose a step.
    pub fn count(self, step: InPlace) -> u32 {
        self.0[step as usize]
    }

    /// The same votes with another count for a step.
    pub fn with(mut self, step: InPlace, count: u32) -> Votes {
        self.0[step as usize] = count;
        self
    }

    /// How many voted.
    pub fn total(self) -> u32 {
        self.0.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The share that chose a step, in whole per cent; `None` when nobody voted.
    pub fn share(self, step: InPlace) -> Option<u32> {
        percent(self.count(step), self.total())
    }
}

/// A part of a whole in whole per cent, a half rounded up; `None` when the whole is 0.
pub(crate) fn percent(part: u32, whole: u32) -> Option<u32> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    let share = (part * 200 + whole).checked_div(whole * 2)?;
    u32::try_from(share).ok()
}

impl From<Votes> for Value {
    fn from(votes: Votes) -> Value {
        Value::Wholes(votes.0.to_vec())
    }
}
