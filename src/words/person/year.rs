//! The sentences of the picture of a learning year, and of the table beside it.

use crate::person::{Counts, LearningYear};
use crate::words::{self, person};

/// The description of the picture for screen readers. `entries` is how many diary entries it shows.
pub fn picture(counts: &Counts, entries: usize) -> String {
    [
        "Your learning year, ",
        &person::year(counts.year),
        ": ",
        &person::interviews_held(counts),
        "; ",
        &person::days_taken(counts),
        "; ",
        &words::count(entries, "diary entry", "diary entries"),
        ".",
    ]
    .concat()
}

// --- The legend

pub const INTERVIEW_HELD: &str = "interview held";
pub const INTERVIEW_PLANNED: &str = "interview planned";
pub const INTERVIEW_DUE: &str = "interview due by then";
pub const ENTRY: &str = "diary entry";
pub const AWAY: &str = "away from the job";
pub const TARGET_DUE: &str = "target due";
pub const TARGET_DONE: &str = "target done or dropped";
pub const TODAY: &str = "today";

// --- The table

pub const SHOW_TABLE: &str = "Show as a table";
pub const MONTH: &str = "Month";
pub const INTERVIEWS: &str = "Interviews";
pub const ENTRIES: &str = "Diary entries";

/// The caption of the table.
pub fn caption(year: LearningYear) -> String {
    ["Your learning year, ", &person::year(year)].concat()
}

/// In the table: the name of the present month.
pub fn this_month(month: &str) -> String {
    [month, " (now)"].concat()
}

/// In the table, the interviews of a month: “1 held, 1 planned”.
pub fn interviews(held: usize, planned: usize, due: usize) -> String {
    listed(&[number(held, " held"), number(planned, " planned"), number(due, " due")])
}

/// In the table: how many entries a month has, and how long those away from the job took together, in
/// hundredths of a day.
pub fn entries(entries: usize, hundredths: u32) -> String {
    let away = match hundredths {
        0 => String::new(),
        hundredths => person::learning_days(hundredths),
    };
    listed(&[number(entries, ""), away])
}

/// In the table, the targets due in a month: “1 due, 2 done or dropped”.
pub fn targets(due: usize, done: usize) -> String {
    listed(&[number(due, " due"), number(done, " done or dropped")])
}

fn number(number: usize, what: &str) -> String {
    match number {
        0 => String::new(),
        number => [&number.to_string(), what].concat(),
    }
}

fn listed(parts: &[String]) -> String {
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
