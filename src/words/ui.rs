//! The sentences of the small parts that pages are made of.

#![allow(missing_docs, reason = "a sentence says itself what it says")]

/// The button that closes a question and changes nothing.
pub const NOT_NOW: &str = "Not now";

// --- fields

pub const DATE_NOT_KEPT: &str =
    "This date was not kept. It needs a day, a month and a year from 1900 to 2200.";
/// Below a field for a day, in browsers that show it as a plain text field.
pub const DATE_AS_TEXT: &str = "Day, month and year, such as 31/12/2026.";
pub const NONE_LEFT: &str = "You cannot add any more characters.";
pub const LEFT_50: &str = "50 characters left, or fewer.";
pub const LEFT_200: &str = "200 characters left, or fewer.";

/// Below a field that is nearly full: how many more characters it takes.
pub fn left(characters: usize) -> String {
    format!("Characters left: {characters}")
}

// --- bars

/// Above a bar: how many of all things are done. `what` goes on from “3 of 9”: “questions answered”.
pub fn done(done: usize, all: usize, what: &str) -> String {
    format!("{done} of {all} {what}")
}
