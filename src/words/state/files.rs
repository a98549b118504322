//! What is said of files that are saved or read, and of printing; and the words in their names.

use crate::survey::Asked;
use crate::words;
use crate::workspace::StoreError;

// --- names of files

pub const EVERYTHING: &str = "everything";
pub const BIN: &str = "bin";
pub const EARLIER_COPIES: &str = "earlier copies";
pub const NOT_READABLE: &str = "could not be read";

/// The file of what a person shares.
pub fn shared(name: &str) -> String {
    [name, " shared"].concat()
}

/// One of several files.
pub fn one_of(name: &str, number: usize, all: usize) -> String {
    format!("{name} {number} of {all}")
}

// --- saving

/// A file is saved.
pub fn saved(name: &str) -> String {
    ["The file ", name, " is in your downloads."].concat()
}

/// The browser did not take a file.
pub fn not_saved(reason: &str) -> String {
    ["The browser did not save the file (", reason, "). Nothing was lost."].concat()
}

/// A record is saved, without answers that cannot show yet.
pub fn saved_without(name: &str, waiting: u32, asked: Asked) -> String {
    let why = match waiting {
        1 => "It cannot show yet, so the file does not hold it. It stays on this device.",
        _ => "They cannot show yet, so the file does not hold them. They stay on this device.",
    };
    let answers = words::answers_to(waiting, asked);
    ["The file ", name, " is in your downloads, without ", &answers, ". ", why].concat()
}

/// Everything is saved, without answers to surveys that cannot show yet.
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

/// One of several files with everything is saved.
pub fn saved_part(name: &str, number: usize, all: usize) -> String {
    let then = if number == all {
        "That was the last: together they hold everything."
    } else {
        "There is too much for one file."
    };
    format!("The file {name}, {number} of {all}, is in your downloads. {then}")
}

/// The button that saves the next of several files.
pub fn save_next(number: usize, all: usize) -> String {
    format!("Save file {number} of {all}")
}

/// What was set aside could not be read from the storage.
pub fn not_readable(error: &StoreError) -> String {
    format!("It could not be read: {error}.")
}

// --- reading

/// What a pasted text is called where a file has a name.
pub const PASTED: &str = "The pasted text";

/// What one of several codes is called that were found in a file or a text.
pub fn code(name: &str, number: usize) -> String {
    format!("{name}, code {number}")
}

// --- printing

pub const NO_PRINT: &str = "If no print window has opened, look for Print in the browser’s own menu, or under Share. If it is not there either, this browser cannot print. Save your work as a file, and open that in Safari, Chrome, Edge or Firefox.";
