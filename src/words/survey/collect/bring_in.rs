//! The sentences for bringing answers in, and of the summary of what became of them.

use crate::exchange::File;
use crate::exchange::arrived::Arrived;
use crate::words;

pub const HEADING: &str = "Bring answers in";
pub const LEAD: &str = "Save the files that people send you, then choose all of them here. Count them on one device only: two devices could show results that differ by one person. Each answer counts once, however often it arrives.";
pub const CHOOSE_FILES: &str = "Choose files with answers, or drop them anywhere on this page";
pub const PASTE: &str = "Or paste the messages: Cairn finds the codes";
pub const COUNT_THESE: &str = "Count these answers";

/// While files are read: how many of all are read.
pub fn reading(read: usize, all: usize) -> String {
    format!("Reading {read} of {all}…")
}

// --- the summary

pub const WHAT_CAME_IN: &str = "What came in";

/// How many answers were counted.
pub fn counted(new: usize) -> String {
    match new {
        0 => "No new answer was counted.".to_owned(),
        new => [&words::count(new, "new answer", "new answers"), " counted."].concat(),
    }
}

/// How many answers had been counted before.
pub fn known(number: usize) -> String {
    words::count(
        number,
        "answer was counted before. It still counts once.",
        "answers were counted before. Each still counts once.",
    )
}

/// Above a list: how many things could not be counted.
pub fn not_counted(number: usize) -> String {
    [&words::count(number, "thing", "things"), " could not be counted:"].concat()
}

/// In such a list: the `name` of a thing, and the `reason` why it was not counted.
pub fn because(name: &str, reason: &str) -> String {
    [name, ": ", reason].concat()
}

/// At the end of such a list: how many more things there are.
pub fn and_more(number: usize) -> String {
    format!("and {number} more")
}

// --- answers of people who were promised a higher threshold

/// Above a list: a `number` of people were promised this `threshold`, and the one `here` is lower.
pub fn promised_more(number: usize, threshold: u32, here: u32) -> String {
    let (who, these) = match number {
        1 => ("1 person who answered was".to_owned(), "this answer"),
        number => (format!("{number} people who answered were"), "these answers"),
    };
    format!(
        "{who} promised that results show only when at least {threshold} people have answered. The threshold here is {here}: perhaps it was raised in another copy of this file. To count {these}, raise it to {threshold}. You cannot lower it again:"
    )
}

/// The button that raises the threshold to the promised one and counts a `number` of answers.
pub fn raise(threshold: u32, number: usize) -> String {
    let these = if number == 1 { "it" } else { "them" };
    format!("Raise the threshold to {threshold} and count {these}")
}

/// Below that button: how many answers would still not count.
pub fn need_more(number: usize) -> String {
    [&words::count(number, "answer needs", "answers need"), " an even higher threshold."].concat()
}

// --- what belongs elsewhere

/// Above a list: how many answers are for another survey.
pub fn for_another(number: usize) -> String {
    words::count(
        number,
        "answer is for another survey and was left out:",
        "answers are for another survey and were left out:",
    )
}

/// The button that shows where these answers belong.
pub fn see_where(number: usize) -> &'static str {
    match number {
        1 => "See where it belongs",
        _ => "See where they belong",
    }
}

/// Above a list: how many things are not answers.
pub fn no_answers(number: usize) -> String {
    words::count(
        number,
        "thing is not an answer. Use “Open a file” for it:",
        "things are not answers. Use “Open a file” for them:",
    )
}

/// The button that takes these things to the page that opens files.
pub fn open(number: usize) -> &'static str {
    match number {
        1 => "Open it",
        _ => "Open them",
    }
}

/// In that list: what a thing is.
pub fn found(found: &Arrived) -> String {
    let said = match found {
        Arrived::File(File::Record(record)) => words::record(record.kind()),
        Arrived::File(File::Backup(_)) => "a backup",
        Arrived::File(File::Wording(_)) => "a wording pack",
        Arrived::File(File::Framework(_)) => "discussion cards",
        Arrived::File(File::Response(_)) => "an answer",
        Arrived::Link(_) => {
            "This is the link that people use to answer, not an answer. They send you back a file, or a code that begins with CAIRN-."
        }
        Arrived::Refused(reason) => return reason.to_string(),
    };
    said.to_owned()
}
