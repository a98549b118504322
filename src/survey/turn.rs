//! One person's turn at a device that is handed round: how long nothing may happen before it is
//! somebody else's. Time is told by the clock on the wall, as timers stand still while a device sleeps.

use crate::moment::Timestamp;

/// After this long without a touch, someone has probably walked away. In milliseconds.
pub const QUIET: u32 = 180_000;

/// The time to say that one has not. In milliseconds.
pub const WARNING: u32 = 30_000;

/// What becomes of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Someone is there.
    GoesOn,
    /// The person is asked whether they are still there.
    Asked,
    /// Nobody said so: whoever comes now is the next.
    Over,
}

/// What becomes of a turn of which the last touch was at one moment, now that it is another. A clock
/// that was put back tells as little about the time between as one that was put forward, so it ends
/// the turn just as well.
pub fn turn(last: Timestamp, now: Timestamp) -> Turn {
    match now.millis().abs_diff(last.millis()) {
        gap if gap >= u64::from(QUIET + WARNING) => Turn::Over,
        gap if gap >= u64::from(QUIET) => Turn::Asked,
        _ => Turn::GoesOn,
    }
}
