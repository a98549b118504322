//! The geometry of four steps: a bar with a piece for those who chose each step, and a row of stepping
//! stones for one step.

/// The width of the box in which the bar lies.
pub const WIDTH: u32 = 1_000;

/// How far apart the middles of the stepping stones are, and where the first is.
pub const STONES: (u32, u32) = (34, 18);

/// Where a piece of the bar begins, and how wide it is; 0 where nobody chose the step.
pub type Piece = (u32, u32);

/// The pieces of the bar, from the lowest step on the left. `None` when nobody chose any.
pub fn pieces(counts: [u32; 4]) -> Option<[Piece; 4]> {
    let all: u64 = counts.into_iter().map(u64::from).sum();
    if all == 0 {
        return None;
    }
    // Edges are rounded, not widths: so pieces touch, and add up.
    let mut so_far = 0;
    let mut edge = 0;
    Some(counts.map(|count| {
        let from = edge;
        so_far += u64::from(count);
        edge = ((so_far * u64::from(WIDTH) * 2 + all) / (all * 2)) as u32;
        (from, edge - from)
    }))
}

/// The middle of the stepping stone of a step, counted from 0.
pub fn stone(step: usize) -> u32 {
    STONES.1 + STONES.0 * step as u32
}
