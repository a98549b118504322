//! The words in the names of files, and the notices about saving, reading and printing.

use crate::survey::Asked;
use crate::words;
use crate::workspace::StoreError;

// --- names of files

pub const EVERYTHING: &str = "everything";
pub const BIN: &str = "bin";
pub const EARLIER_COPIES: &str = "earlier copies";
pub const NOT_READABLE: &str = "could not be read";

/// The name of the file with what a person shares.
pub fn shared(name: &str) -> String {
    [name, " shared"].concat()
}

/// The name of one of several files.
pub fn one_of(name: &str, number: usize, all: usize) -> String {
    format!("{name} {number} of {all}")
}

// --- saving

/// The browser took a file.
pub fn saved(name: &str) -> String {
    ["The file ", name, " is in your downloads."].concat()
}

/// The browser did not take a file.
pub fn not_saved(reason: &str) -> String {
    ["The browser did not save the file (", reason, "). Nothing was lost."].concat()
}

/// The browser took the file of a record, which leaves out a number of answers that are `waiting` to
/// show.
pub fn saved_without(name: &str, waiting: u32, asked: Asked) -> String {
    let why = match waiting {
        1 => "It cannot show yet, so the file does not hold it. It stays on this device.",
        _ => "They cannot show yet, so the file does not hold them. They stay on this device.",
    };
    let answers = words::answers_to(waiting, asked);
    ["The file ", name, " is in your downloads, without ", &answers, ". ", why].concat()
}

/// The browser took a file of everything, which leaves out a number of answers that are `waiting` to
/// show.
pub fn all_saved_without(name: &str, waiting: usize) -> String {
    let why = match waiting {
        1 => "It cannot show yet: a copy of it could give somebody away. It stays on this device.",
        _ => {
            "They cannot show yet: a copy of them could give somebody away. They stay on this device."
        }
    };
    let answers = words::count(waiting, "answer to a survey", "answers to surveys");
    ["The file ", name, " is in your downloads, without ", &answers, ". ", why].concat()
}

/// The browser took one of several files with everything: the one with this number of `all`.
pub fn saved_part(name: &str, number: usize, all: usize) -> String {
    let then = if number == all {
        "That was the last: together they hold everything."
    } else {
        "There is too much for one file."
    };
    format!("The file {name}, {number} of {all}, is in your downloads. {then}")
}

/// The button in that notice that saves the next file: the one with this number of `all`.
pub fn save_next(number: usize, all: usize) -> String {
    format!("Save file {number} of {all}")
}

/// A stored text that is unreadable could not be read from the storage, so it was not saved as a file.
pub fn not_readable(error: &StoreError) -> String {
    format!("It could not be read: {error}.")
}

// --- reading

/// The name of a pasted text, in place of a file's name.
pub const PASTED: &str = "The pasted text";

/// The name of one of several codes in a file or text; `name` is the name of that.
pub fn code(name: &str, number: usize) -> String {
    format!("{name}, code {number}")
}

// --- printing

pub const NO_PRINT: &str = "If no print window has opened, look for Print in the browser’s own menu, or under Share. If it is not there either, this browser cannot print. Save your work as a file, and open that in Safari, Chrome, Edge or Firefox.";
