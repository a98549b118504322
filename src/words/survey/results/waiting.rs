//! The sentences that say why no results of a survey show yet, or not all of them.

/// How many people have answered while nothing shows.
pub fn so_far(counted: u32) -> String {
    match counted {
        0 => "Nobody has answered yet.".to_owned(),
        1 => "1 person has answered so far.".to_owned(),
        number => format!("{number} people have answered so far."),
    }
}

/// Too few people have answered. `when_closed` is true when results show only once the survey is closed.
pub fn when_enough(threshold: u32, when_closed: bool) -> String {
    let closed = if when_closed { " and the survey is closed" } else { "" };
    format!("Results show when at least {threshold} have answered{closed}.")
}

pub const SHOWN_ELSEWHERE: &str = "Results of this survey were shown before: on another device, or here before you asked again or deleted them. Answers that wait now cannot be shown beside those: the difference could tell what single people said.";

pub const WHEN_CLOSED: &str = "Results show when the survey is closed.";
pub const WHEN_OPENED_AGAIN: &str =
    "Enough people have answered. Open this page again to see the results.";

/// Nothing shows yet: a batch takes at least `threshold` answers, and `needed` more must come.
pub fn first_batch(threshold: u32, needed: u32) -> String {
    format!(
        "Results update in batches of at least {threshold} answers. They show after {needed} more."
    )
}

/// The survey is closed, and the answers that came after the results first showed are too few to show.
/// `waiting` is how many they are, and `needed` how many more would have to come.
pub fn too_late(waiting: u32, needed: u32) -> String {
    let (came, count, people, they) = match waiting {
        1 => ("1 answer came".to_owned(), "It counts", "this person", "It"),
        number => (format!("{number} answers came"), "They count", "these people", "They"),
    };
    format!(
        "{came} after the results were first shown. {count} in the response rate, but cannot be shown: the difference would tell what {people} said. {they} can only show together with {needed} more."
    )
}

/// The answers that came after those that show are enough for the next batch. `waiting` is how many they
/// are.
pub fn next_batch(waiting: u32, when_closed: bool) -> String {
    let when = if when_closed { "the survey is closed" } else { "you open this page again" };
    format!("{} The next batch shows when {when}.", since(waiting))
}

/// The answers that came after those that show are too few for the next batch, which takes at least
/// `threshold`. `waiting` is how many they are, and `needed` how many more must come.
pub fn too_few_since(waiting: u32, threshold: u32, needed: u32, when_closed: bool) -> String {
    let closed = if when_closed { ", and when the survey is closed" } else { "" };
    format!(
        "{} Results update in batches of at least {threshold}, so that nobody’s answers can be worked out by subtraction. The next batch shows after {needed} more{closed}.",
        since(waiting)
    )
}

fn since(waiting: u32) -> String {
    let have = if waiting == 1 { "has" } else { "have" };
    format!("{waiting} more {have} answered since.")
}
