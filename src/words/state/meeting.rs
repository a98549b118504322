//! The notices about card sessions that are being held.

use crate::organisation::timer::Call;

pub const VOTE_NOT_SAVED: &str = "The result cannot show yet, because Cairn could not save it. No vote is lost while this page stays open. Make space on this device by deleting what you no longer need, and try again.";

/// The timer of a session is near its end or over; `about` is the session's title.
pub fn time(call: Call, about: &str) -> String {
    let text = match call {
        Call::NearEnd => "Five minutes left in the session: ",
        Call::End => "Time is up for the session: ",
    };
    [text, about, "."].concat()
}
