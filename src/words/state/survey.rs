//! The notices about what was done with a survey and its answers.

use crate::words;

pub const IS_OPEN: &str = "The survey is open.";
pub const IS_CLOSED: &str = "The survey is closed.";
pub const IS_OPEN_AGAIN: &str = "The survey is open again.";
pub const DETAILS_CHANGED: &str = "The details are changed.";

// --- answers

pub const NOTHING_ON_SHEETS: &str =
    "Nothing was counted, because nothing is answered on these sheets.";

/// A number of answers was counted.
pub fn counted(number: usize) -> String {
    [&words::count(number, "answer is", "answers are"), " counted."].concat()
}

/// Sheets typed in from paper were counted, of which so many were `blank`.
pub fn sheets_counted(blank: u32) -> String {
    match blank {
        0 => "The sheets are counted.".to_owned(),
        1 => "The sheets are counted. One of them is blank and does not count.".to_owned(),
        blank => format!("The sheets are counted. {blank} of them are blank and do not count."),
    }
}

// --- results

pub const RESULTS_NOT_SHOWN: &str = "The results cannot show yet, because Cairn could not save the change. Nothing was lost. See “Not saved” at the top.";
pub const RESULTS_COPIED: &str = "The results are copied. You can paste them into a spreadsheet.";
pub const RESULTS_NOT_COPIED: &str =
    "The browser would not copy the results. Save them as a file instead.";

/// A number of the survey's proposals was accepted.
pub fn accepted(number: usize) -> String {
    match number {
        1 => "The survey’s proposal is accepted.".to_owned(),
        number => format!("{number} of the survey’s proposals are accepted."),
    }
}
