//! The geometry of a year as a path from left to right: where its days lie, and pebbles piled up by
//! month. Numbers are tenths of a unit, in a box that is [`WIDTH`] wide. Heights are counted upwards
//! from the path.

use crate::moment::Date;

/// The width of the box.
pub const WIDTH: u32 = 3_600;

/// How many pebbles lie on one another before the next pile begins beside them.
const PILE: u32 = 4;

/// How many pebbles a month has room for; more are not drawn.
pub const MOST_PEBBLES: usize = 8;

/// How wide and how high a pebble is.
pub const PEBBLE: (u32, u32) = (120, 84);

/// How far a day lies from the left, in a year from `first` to `last`; at an edge when it lies outside.
pub fn across(day: Date, first: Date, last: Date) -> u32 {
    let days = last.days_since(first).max(0) + 1;
    // The middle of the day, so that the first and the last day do not lie on the edges.
    let halves = (day.days_since(first) * 2 + 1).clamp(0, days * 2);
    (i64::from(WIDTH) * halves / (days * 2)) as u32
}

/// The centres of `number` pebbles, at most [`MOST_PEBBLES`], in a month that reaches from `from` to
/// `to`: how far from the left, and how far above the path.
pub fn pebbles(number: usize, from: u32, to: u32) -> Vec<(u32, u32)> {
    let number = number.min(MOST_PEBBLES) as u32;
    let piles = number.div_ceil(PILE).max(1);
    let left = from.midpoint(to).saturating_sub((piles - 1) * PEBBLE.0 / 2);
    let centre = |place: u32| {
        let (pile, height) = (place / PILE, place % PILE);
        (left + pile * PEBBLE.0, height * PEBBLE.1 + PEBBLE.1 / 2)
    };
    (0..number).map(centre).collect()
}
