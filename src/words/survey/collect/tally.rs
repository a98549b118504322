//! The sentences of the page on which paper sheets are typed in.

use crate::survey::response::LONGEST_COMMENT;
use crate::words;

pub const LEAD: &str = "Nothing counts until you add it to the survey.";
pub const KEPT: &str = "What you type is kept on this device until you add it, even if you close Cairn. Anyone who opens this page here can see it.";
pub const WHICH_WAY: &str = "How would you like to type them in?";
pub const BY_COUNTS: &str = "Count each statement first, then type the counts";
pub const BY_SHEET: &str = "Go through the sheets one by one, with a key for each answer";
pub const NO_ANSWER: &str = "No answer";
pub const ADD_SHEETS: &str = "Add the sheets to the survey";

// --- the counts of each statement

pub const HOW_MANY: &str = "How many sheets are there?";
pub const HOW_MANY_FIRST: &str = "Please say first how many sheets there are.";
pub const LEAVE_OUT_BLANK: &str =
    "Leave out sheets with nothing ticked and nothing written: they do not count.";
pub const STATEMENT: &str = "Statement";
pub const SUM: &str = "Sum";
pub const CAPTION: &str = "How many sheets have each answer";
pub const CAPTION_HINT: &str = " An empty cell is 0. Enter goes down, Shift and Enter up.";
/// After the sum of a complete row, for screen readers.
pub const ROW_COMPLETE: &str = ", complete";
pub const COMMENTS: &str = "Comments on these sheets, one paragraph each";
pub const ADD_THESE: &str = "Add these sheets to the survey";

/// At the end of a row: how many of `all` sheets its counts add up to.
pub fn sum(sum: u32, all: u32) -> String {
    format!("{sum} of {all}")
}

/// The label of the field for the count of an answer; sheet by sheet, the answer typed for a statement.
pub fn cell(statement: usize, answer: &str) -> String {
    format!("Statement {statement}: {answer}")
}

/// Below a statement: what is wrong with the count of an answer.
pub fn wrong_count(answer: &str, problem: &str) -> String {
    [answer, ": ", problem].concat()
}

/// The button that adds a number of sheets to the survey.
pub fn add(number: u32) -> String {
    match number {
        1 => "Add this sheet to the survey".to_owned(),
        number => format!("Add these {number} sheets to the survey"),
    }
}

/// Why the counts were not added: the number of sheets is missing, the statements with these numbers are
/// wrong, or, if neither, a comment is too long.
pub fn counts_not_added(has_number: bool, statements: &[String]) -> String {
    match (has_number, statements) {
        (false, _) => "Nothing is added yet. Please say how many sheets there are.".to_owned(),
        (_, []) => {
            format!("Nothing is added yet. A comment is longer than {LONGEST_COMMENT} characters.")
        }
        (_, [one]) => ["Nothing is added yet. Please check statement ", one, "."].concat(),
        (_, many) => {
            ["Nothing is added yet. Please check statements ", &many.join(", "), "."].concat()
        }
    }
}

// --- sheet by sheet

pub const KEYS: &str = "Press a key: 0 or D for don’t know, N or the space bar for no answer, Backspace to go back one.";
pub const ONE_BACK: &str = "Go back one";
pub const PRESSED: &str = "Answers typed so far";
pub const BLANK: &str = "Nothing is answered on it. Without a comment it does not count.";
pub const COMMENT: &str = "Comment on this sheet (optional)";
pub const COMMENT_HINT: &str = "As it was written, but without names.";
pub const NEXT_SHEET: &str = "Next sheet";
pub const DISCARD_THIS: &str = "Discard this sheet";
pub const DISCARD: &str = "Discard this sheet?";
pub const DISCARD_TEXT: &str =
    "What you have typed from this sheet will be gone. The sheets before it stay.";
pub const DISCARD_IT: &str = "Discard it";
pub const NOT_COMPLETE: &str =
    "Nothing is added yet. This sheet is not complete: type the rest of it, or discard it.";
pub const NONE_TYPED: &str = "Nothing is added yet. No sheet is typed yet.";

/// The heading above a sheet.
pub fn sheet(number: u32) -> String {
    format!("Sheet {number}")
}

/// Which statement is to be typed next.
pub fn statement_of(number: usize, all: usize) -> String {
    format!("Statement {number} of {all}")
}

/// For screen readers: the answer that was typed for a statement, and the `next` statement's text.
pub fn pressed(statement: usize, answer: &str, next: Option<&str>) -> String {
    match next {
        Some(next) => format!("{statement}: {answer}. Statement {}: {next}", statement + 1),
        None => format!("{statement}: {answer}."),
    }
}

/// For screen readers: the way back to the statement before was pressed.
pub fn back_to(statement: usize) -> String {
    format!("Back to statement {statement}.")
}

/// For screen readers, in the list of answers typed so far: this statement has none.
pub fn not_typed(statement: usize) -> String {
    format!("Statement {statement}: not typed yet")
}

/// In place of the next statement, once all of the sheet's statements are typed.
pub fn all_typed(statements: usize) -> String {
    format!("All {statements} statements of this sheet are typed.")
}

/// Above the button that adds the sheets: how many are complete.
pub fn complete(number: u32) -> String {
    match number {
        0 => "No sheet is complete yet.".to_owned(),
        number => [&words::count(number as usize, "sheet is", "sheets are"), " complete."].concat(),
    }
}
