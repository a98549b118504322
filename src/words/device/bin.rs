//! The sentences of the bin.

use crate::words;

pub const HEADING: &str = "The bin";

pub const LEAD: &str = "Anything you delete stays here for at least 30 days. Until then, you can have it back as it was.";

pub const EMPTY: &str = "The bin is empty.";

pub const GO_HOME: &str = "Go to the home page";

pub const HAVE_BACK: &str = "Have it back";

pub const DELETE_FOR_GOOD: &str = "Delete for good";

/// On the card of a record in the bin: for how many more days it stays there at least.
pub fn kept_for(days: usize) -> String {
    ["Kept for at least ", &words::count(days, "more day", "more days")].concat()
}

/// Asks whether to delete a record for good.
pub fn delete_for_good(name: &str) -> String {
    ["Delete “", name, "” for good?"].concat()
}

/// Below that question: what deleting the record does, and how many answers to its survey are in no
/// file. Of people whose other answers are in a file, answers to `statements` statements are in none.
pub fn gone_for_good(answers: usize, statements: usize) -> String {
    let gone = "You cannot get it back afterwards, unless you have it in a file.";
    let whole = words::count(answers, "answer to its survey", "answers to its survey");
    let single = words::count(statements, "statement of its survey", "statements of its survey");
    let what = match (answers, statements) {
        (0, 0) => return gone.to_owned(),
        (1, 0) => [&whole, " is"].concat(),
        (_, 0) => [&whole, " are"].concat(),
        (0, _) => ["Answers to ", &single, " are"].concat(),
        _ => [&whole, ", and single answers to ", &single, ", are"].concat(),
    };
    [gone, " ", &what, " in no file: too few are waiting to be shown without giving somebody away."]
        .concat()
}
