//! The sentences for what is done with a whole record: next year's, deleting it, and its earlier copies.

use crate::moment::Timestamp;
use crate::survey::Asked;
use crate::words;

// --- Next year’s

pub const NEXT_YEAR: &str = "Start next year’s from this one";

pub const NEXT_AUDIT: &str = "Start next year’s audit from this one";

pub const NEXT_AUDIT_KEEPS: &str = "Evidence and unfinished actions carry over. Reflections and judgements start empty, with this year’s shown beside each. This audit stays as it is.";

pub const NEXT_AUDIT_NAME: &str = "A name for the new audit";

/// The name of the new audit when the field is left blank. The proposed name begins with it when the old
/// record has none.
pub const AUDIT_CALLED: &str = "Learning audit";

/// What the proposed name of next year's team begins with when the old one has no name.
pub const TEAM_CALLED: &str = "Team";

pub const START: &str = "Start it";

pub const NOT_NOW: &str = "Not now";

// --- Deleting it

pub const DELETE: &str = "Delete";

pub const INTO_BIN: &str = "It goes into the bin, where you can have it back for at least 30 days.";

/// Asks whether to delete a record.
pub fn delete(name: &str) -> String {
    ["Delete “", name, "”?"].concat()
}

// --- What its file leaves out

pub const GO_TO_SETTINGS: &str = "Go to the settings";

/// Above the button that saves the record: a `number` of answers to its survey cannot show yet, so its
/// file leaves them out.
pub fn left_out(number: u32, asked: Asked) -> String {
    let why = match number {
        1 => {
            " cannot show yet. It is in no file, so that nobody can read it there: it stays on this device. Moving to another one? “Clear this device” in the settings takes along what it can."
        }
        _ => {
            " cannot show yet. They are in no file, so that nobody can read them there: they stay on this device. Moving to another one? “Clear this device” in the settings takes along what it can."
        }
    };
    [&words::answers_to(number, asked), why].concat()
}

// --- Earlier copies

pub const EARLIER_COPIES: &str = "Earlier copies";

pub const WHY_COPIES: &str =
    "Cairn keeps a copy just before a lot changes at once. Only the newest few are kept.";

pub const GO_BACK_TO_IT: &str = "Go back to it";

pub const GO_BACK: &str = "Go back to this copy?";

pub const WHAT_GOING_BACK_DOES: &str = "Everything becomes as it was then. Cairn first keeps a copy of how it is now, and you can undo this.";

/// The day and the time at which a copy was taken; for screen readers also after “Go back to it”.
pub fn taken(at: Timestamp) -> String {
    format!("{}, {}", words::day_of(at), words::time_of(at))
}

/// A copy in the list: when it was taken, and `before` what, such as “opening a file”.
pub fn copy(at: Timestamp, before: &str) -> String {
    format!("{}, before {before}", taken(at))
}
