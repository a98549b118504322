//! A vote one by one on a tablet that is handed round. What has been chosen cannot be seen before all
//! is revealed together, and never by person.

use crate::organisation::votes::{InPlace, Votes};

/// The fewest votes that are revealed: of two, each would know the other's.
pub const FEWEST: u32 = 3;

/// Votes that are being cast. It gives away how many there are and nothing else, until
/// [`Ballot::reveal`] ends it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ballot {
    votes: Votes,
}

impl Ballot {
    /// Counts a vote. It can be neither seen nor taken back.
    pub fn cast(&mut self, step: InPlace) {
        self.votes = self.votes.with(step, self.votes.count(step).saturating_add(1));
    }

    /// How many have voted.
    pub fn cast_so_far(&self) -> u32 {
        self.votes.total()
    }

    /// True when enough have voted.
    pub fn can_be_revealed(&self) -> bool {
        self.cast_so_far() >= FEWEST
    }

    /// The counts as a text, by which a page that is loaded anew finds the vote again. Like the vote
    /// itself it knows neither who nor in which order.
    pub fn kept(&self) -> String {
        InPlace::ALL.map(|step| self.votes.count(step).to_string()).join(" ")
    }

    /// The vote that was kept as a text; none of anything else.
    pub fn of_kept(text: &str) -> Option<Ballot> {
        let counts: Result<Vec<u32>, _> = text.split(' ').map(str::parse).collect();
        let counts = counts.ok().filter(|counts| counts.len() == InPlace::ALL.len())?;
        Some(Ballot { votes: Votes::of(&counts) })
    }

    /// Ends the vote and gives what was chosen; gives the ballot back when too few have voted.
    pub fn reveal(self) -> Result<Votes, Ballot> {
        if self.can_be_revealed() { Ok(self.votes) } else { Err(self) }
    }
}
