//! The geometry of the answers to one statement: a bar that reaches left from the centre as far as
//! people disagree, and right as far as they agree. Those who neither agree nor disagree are half on
//! either side. Those who do not know have a short bar of their own.
//!
//! The bars lie in a box that is [`WIDTH`] units wide. The main bar is 1,000 units long, so that it has
//! room on either side of its [`CENTRE`]. Whole units are enough: finer ones cannot be seen.

use crate::survey::{Answer, Counts, answered};

/// The width of the box.
pub const WIDTH: u32 = 2_440;

/// The place of the line between disagreeing and agreeing, from the left.
pub const CENTRE: u32 = 1_000;

/// The length of the main bar, which is all who have a view.
const ALL: u32 = 1_000;

/// Where the bar of those who do not know begins, and its length when everybody answered so.
const APART: (u32, u32) = (2_040, 400);

/// One piece of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The answer that it stands for.
    pub answer: Answer,
    /// How many gave it.
    pub count: u32,
    /// Where it begins, from the left.
    pub x: u32,
    /// How wide it is; 0 when nobody gave the answer.
    pub width: u32,
}

/// The pieces from the left: strongly disagree, disagree, neither, agree, strongly agree, and apart
/// don't know. `None` when nobody answered.
pub fn diverging(counts: &Counts) -> Option<[Piece; 6]> {
    const FROM_LEFT: [Answer; 5] = [
        Answer::StronglyDisagree,
        Answer::Disagree,
        Answer::Neither,
        Answer::Agree,
        Answer::StronglyAgree,
    ];
    let count = |answer: Answer| u64::from(counts[answer.index()]);
    let all = u64::from(answered(counts));
    let views: u64 = FROM_LEFT.into_iter().map(count).sum();
    if all == 0 {
        return None;
    }
    // Edges are rounded, not widths, so that pieces touch and add up. Halves of people are counted,
    // because those in the middle are on both sides.
    let left_of_centre =
        count(Answer::StronglyDisagree) * 2 + count(Answer::Disagree) * 2 + count(Answer::Neither);
    let edge = |halves: u64| {
        let from_centre = i64::from(ALL) * (halves as i64 - left_of_centre as i64);
        (i64::from(CENTRE) + rounded(from_centre, 2 * views.max(1) as i64)) as u32
    };
    let mut halves = 0;
    let mut piece = |answer| {
        let x = edge(halves);
        halves += count(answer) * 2;
        Piece { answer, count: counts[answer.index()], x, width: edge(halves) - x }
    };
    let [a, b, c, d, e] = FROM_LEFT.map(&mut piece);
    let unknown = count(Answer::DontKnow);
    let width = rounded(i64::from(APART.1) * unknown as i64, all as i64) as u32;
    let count = counts[Answer::DontKnow.index()];
    let apart = Piece { answer: Answer::DontKnow, count, x: APART.0, width };
    Some([a, b, c, d, e, apart])
}

/// The quotient rounded, a half away from zero: so a bar and its mirror image are alike.
fn rounded(number: i64, by: i64) -> i64 {
    (number * 2 + by * number.signum()) / (by * 2)
}
