//! The geometry of stepping stones: one step out of four, shown as four flat stones in a row from left
//! to right. They stand in a box of 216 by 46 units; the y axis points down, as in SVG.

/// The width and height of the box, in units.
pub const BOX: (usize, usize) = (216, 46);

/// One of the stones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SteppingStone {
    /// Its middle, in units from the left.
    pub x: usize,
    /// How it looks.
    pub state: StoneState,
    /// True for the stone of last year's step.
    pub last_year: bool,
}

/// How a stone looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoneState {
    /// It comes before the present step.
    Passed,
    /// It is the present step.
    Here,
    /// It comes after the present step.
    Ahead,
}

/// The stones for the present step and for last year's, each from 1 to 4 or none.
pub fn stepping_stones(now: Option<usize>, last_year: Option<usize>) -> [SteppingStone; 4] {
    let now = now.unwrap_or_default();
    [1, 2, 3, 4].map(|step| SteppingStone {
        x: 54 * step - 27,
        state: match step {
            step if step < now => StoneState::Passed,
            step if step == now => StoneState::Here,
            _ => StoneState::Ahead,
        },
        last_year: last_year == Some(step),
    })
}
