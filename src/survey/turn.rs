//! One person's turn at a device that is handed round: after how long without a touch it ends. The
//! device's clock tells the time, because timers stand still while a device sleeps.

use crate::moment::Timestamp;

/// After this long without a touch, the person has probably walked away, and is asked whether they are
/// still there. In milliseconds.
pub const QUIET: u32 = 180_000;

/// How long the person then has to answer. In milliseconds.
pub const WARNING: u32 = 30_000;

/// The state of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The person is there.
    GoesOn,
    /// The person is asked whether they are still there.
    Asked,
    /// Nobody answered: whoever comes now is the next person.
    Over,
}

/// The state of a turn at `now`, when the last touch was at `last`. A clock that was put back tells as
/// little about the time between as one that was put forward, so it ends the turn just as well.
pub fn turn(last: Timestamp, now: Timestamp) -> Turn {
    match now.millis().abs_diff(last.millis()) {
        gap if gap >= u64::from(QUIET + WARNING) => Turn::Over,
        gap if gap >= u64::from(QUIET) => Turn::Asked,
        _ => Turn::GoesOn,
    }
}
