//! The geometry of the cairn: from a standing to four stones, as numbers and states.
//!
//! The y axis points down, as in SVG; the cairn stands in a box of 120 by 116 units with its ground at
//! the bottom. Stones are listed from the ground up, Engaged first. Heights are whole tenths of a unit:
//! finer ones cannot be seen, and writing out other fractions takes a lot of code.

use crate::audit::standing::Standing;
use crate::progression::Stage;

/// One stone of the cairn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stone {
    /// The stage that it stands for.
    pub stage: Stage,
    /// How it looks.
    pub state: StoneState,
    /// The top of its filled part; the fill reaches from here to the stone's foot. In
    /// tenths of a unit.
    pub fill_top: usize,
}

/// How a stone looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoneState {
    /// The stage has no indicators here: an empty place, not a stone.
    NoIndicators,
    /// Nothing is achieved yet.
    Empty,
    /// Some of it is achieved.
    Partly,
    /// All of it is achieved, but a stone below is not finished: in place, not yet resting.
    Waiting,
    /// All of it is achieved, and so is every stone below.
    Finished,
}

/// The width and height of the box that the cairn stands in, in units.
pub const BOX: (usize, usize) = (120, 116);

/// The top and the foot of each stone, from the ground up, in tenths of a unit.
pub const SPANS: [(usize, usize); 4] = [(840, 1120), (570, 840), (320, 570), (90, 320)];

/// The stones of a cairn, from the ground up.
pub fn stones(standing: &Standing) -> [Stone; 4] {
    let mut resting = true;
    Stage::ALL.map(|stage| {
        let tally = standing.tallies[stage.index()];
        let state = match (tally.total(), tally.achieved) {
            (0, _) => StoneState::NoIndicators,
            (total, achieved) if achieved == total && resting => StoneState::Finished,
            (total, achieved) if achieved == total => StoneState::Waiting,
            (_, 0) => StoneState::Empty,
            _ => StoneState::Partly,
        };
        resting &= matches!(state, StoneState::Finished | StoneState::NoIndicators);
        let (top, foot) = SPANS[stage.index()];
        let total = tally.total().max(1);
        let filled = ((foot - top) * tally.achieved + total / 2) / total;
        Stone { stage, state, fill_top: foot - filled }
    })
}
