//! The sentences of the page “You said, we did”: what staff said, and what the organisation does about
//! it.

use crate::audit::Action;
use crate::words;
use crate::words::survey::results::figures::percent;

pub const YOU_SAID: &str = "You said, we did";
pub const LEAD: &str = "A page for your staff: what they said, and what you do about it. Add your own words. They are saved as you type, and printed without the boxes.";
pub const PRINT: &str = "Print or save as PDF";

pub const INTRODUCTION: &str = "Introduction";
pub const INTRODUCTION_HELP: &str = "For example: Thank you to everyone who took part. This is what you told us, and what we are doing about it.";
pub const CLOSING: &str = "Closing words";
pub const CLOSING_HELP: &str = "For example: We will come back to this in the spring. Until then, tell your line manager what you think of it.";

/// At the foot of the page: how to read the figures.
pub fn about_figures(cut_off: u32) -> String {
    format!(
        "Each figure is the share of people with a view who agree or strongly agree. We look more closely at anything below {}. Answers are counted together: what one person answered is never shown.",
        percent(cut_off),
    )
}

// --- The statements with most agreement

pub const STRONG: &str = "What you said is going well";

/// In place of their list, when no statement reaches the cut-off.
pub fn none_strong(cut_off: u32) -> String {
    ["No statement reaches the cut-off of ", &percent(cut_off), " yet."].concat()
}

// --- The statements below the cut-off

pub const WEAK: &str = "What you said is going less well, and what we do about it";
pub const NONE_WEAK: &str = "Every statement with enough answers reaches the cut-off.";
pub const PLANNED_HELP: &str = "If you like, say more about it. For example: We are starting with the night shift, as several of you asked.";
pub const UNPLANNED_HELP: &str = "No action is planned for this. Say why not, or what happens instead. For example: We have looked at this, and cannot change it this year, because…";
pub const NOT_ANSWERED: &str = "Nothing on this page answers this yet.";
pub const PLAN_ACTION: &str = "Plan an action";

/// After [`PLAN_ACTION`], for screen readers: the statement.
pub fn action_about(statement: &str) -> String {
    [" about: ", statement].concat()
}

/// The label of the field below the statement with this number.
pub fn your_words(number: usize) -> String {
    format!("Your words on statement {number}")
}

/// Below the list: the numbers of the statements that are not printed; `None` when all are.
pub fn not_printed(numbers: &[String]) -> Option<String> {
    Some(match numbers {
        [] => return None,
        [one] => format!(
            "Statement {one} is not printed: it is not among the five weakest, and nothing answers it yet."
        ),
        [first @ .., last] => format!(
            "Statements {} and {last} are not printed: they are not among the five weakest, and nothing answers them yet.",
            first.join(", ")
        ),
    })
}

/// Below a statement: an action about it, its status, and its date while it is open.
pub fn planned(action: Action<'_>) -> String {
    let by = match action.due.filter(|_| action.status.open()) {
        Some(due) => [", by ", &words::day(due)].concat(),
        None => String::new(),
    };
    let status = words::status(action.status).to_lowercase();
    [action.text.trim(), " (", &status, &by, ")"].concat()
}
