//! What small parts of every page say.

#![allow(missing_docs, reason = "a sentence says itself what it says")]

/// The button of a question that leaves all as it is.
pub const NOT_NOW: &str = "Not now";

// --- fields

pub const DATE_NOT_KEPT: &str =
    "This date was not kept. It needs a day, a month and a year from 1900 to 2200.";
/// Where the browser has a plain text field for a day.
pub const DATE_AS_TEXT: &str = "Day, month and year, such as 31/12/2026.";
pub const NONE_LEFT: &str = "You cannot add any more characters.";
pub const LEFT_50: &str = "50 characters left, or fewer.";
pub const LEFT_200: &str = "200 characters left, or fewer.";

/// How many more characters a field takes.
pub fn left(characters: usize) -> String {
    format!("Characters left: {characters}")
}

// --- bars

/// How much of something is done; `what` goes on from “3 of 9”, such as “questions reflected on”.
pub fn done(done: usize, all: usize, what: &str) -> String {
    format!("{done} of {all} {what}")
}
