//! The sentences of the pages of a person. This file has those of several pages; each page has a module.

pub mod diary;
pub mod interviews;
pub mod overview;
pub mod plan;
pub mod print;
pub mod review;
pub mod share;
pub mod shown;
pub mod standards;
pub mod work;
pub mod year;

use crate::audit::Status;
use crate::moment::Date;
use crate::person::standard::Level;
use crate::person::time::{hundredths, number};
use crate::person::{Counts, LearningYear, Prompt, Time};
use crate::words;

// --- The pages

pub const OVERVIEW: &str = "Overview";
pub const PLAN: &str = "Learning plan";
pub const STANDARDS: &str = "Learning standards";
pub const DIARY: &str = "Diary";
pub const INTERVIEWS: &str = "Interviews and days";
pub const REVIEW: &str = "Annual review";
pub const WORK: &str = "Work programme";
pub const SHARE: &str = "Share";
pub const PRINT: &str = "Print";
pub const ABOUT: &str = "About this person";
/// The page of a file in which a person has shared a part of their book.
pub const SHARED: &str = "What was shared";

// --- Labels on several pages

pub const AGREED_ON: &str = "Agreed on";
pub const AGREED_WITH: &str = "Agreed with";
pub const BY_WHEN: &str = "By when";
pub const DATE: &str = "Date";
pub const GO_TO_DIARY: &str = "Go to the diary";
pub const GO_TO_PLAN: &str = "Go to the learning plan";
pub const HELD: &str = "Held";
pub const HOW_I_LEARN: &str = "How I learn";
pub const LEARNING_INTERVIEWS: &str = "Learning interviews";
pub const NOT_NOW: &str = "Not now";
pub const NO_DATE: &str = "no date";
pub const OVERDUE: &str = "Overdue";
pub const PLANNED: &str = "Planned";
pub const SAVE_AS_PDF: &str = "Print or save as PDF";
pub const START_NEXT_YEAR: &str = "Start next year’s from this one";
pub const STATUS: &str = "Status";
pub const TARGETS: &str = "Targets";
pub const WHO_WITH: &str = "Who with";
pub const YOUR_LEARNING_YEAR: &str = "Your learning year";

/// The choices of how far along a person is with a standard: the name of each in files, and on the
/// screen.
pub const LEVELS: &[(&str, &str)] = &[
    leveled(Level::Beginning),
    leveled(Level::Growing),
    leveled(Level::Secure),
    leveled(Level::Leading),
];

const fn leveled(each: Level) -> (&'static str, &'static str) {
    (each.name(), level(each))
}

/// The name of a level: how far along a person is with a standard.
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::Beginning => "At the beginning",
        Level::Growing => "Growing",
        Level::Secure => "Secure",
        Level::Leading => "Can show others",
    }
}

/// What the person is asked to do after a course.
pub fn prompt(prompt: Prompt) -> &'static str {
    match prompt {
        Prompt::Reflect => "Reflect: what did you learn?",
        Prompt::Account => "Account: tell your learning partner or your manager.",
        Prompt::Share => "Share: pass it on, in a meeting, on paper or on screen.",
    }
}

/// A length of time: “2 days and 1.5 hours”, “half a day”, “45 minutes”.
pub fn time(time: Time) -> String {
    let days = match time.quarter_days {
        0 => String::new(),
        1 => "a quarter of a day".to_owned(),
        2 => "half a day".to_owned(),
        3 => "three quarters of a day".to_owned(),
        4 => "1 day".to_owned(),
        quarters => [&number(quarters), " days"].concat(),
    };
    let hours = match time.quarter_hours {
        0 => String::new(),
        quarters @ 1..4 => [&(quarters * 15).to_string(), " minutes"].concat(),
        4 => "1 hour".to_owned(),
        quarters => [&number(quarters), " hours"].concat(),
    };
    let both = if days.is_empty() || hours.is_empty() { "" } else { " and " };
    [days.as_str(), both, &hours].concat()
}

/// Hundredths of a day as learning days: “2.7 learning days”.
fn learning_days(number: u32) -> String {
    let unit = if number == 100 { " learning day" } else { " learning days" };
    [&hundredths(number), unit].concat()
}

/// Beside a bar and in sentences: “2 of 3 learning interviews held”.
pub fn interviews_held(counts: &Counts) -> String {
    let held = counts.interviews.held;
    match counts.interviews.a_year {
        0 => {
            let interviews =
                words::count(held as usize, "learning interview", "learning interviews");
            [&interviews, " held"].concat()
        }
        a_year => {
            [&held.to_string(), " of ", &a_year.to_string(), " learning interviews held"].concat()
        }
    }
}

/// Beside a bar and in sentences: “2.7 of 3 learning days taken”.
pub fn days_taken(counts: &Counts) -> String {
    match counts.days.a_year {
        0 => [&learning_days(counts.days.hundredths), " taken"].concat(),
        a_year => {
            let taken = hundredths(counts.days.hundredths);
            [&taken, " of ", &learning_days(a_year * 100), " taken"].concat()
        }
    }
}

/// What [`interviews_held`] and [`days_taken`] say, each as a sentence, where a book is only read.
pub fn counted(counts: &Counts) -> [String; 2] {
    [interviews_held(counts), days_taken(counts)].map(|text| [&text, "."].concat())
}

/// A learning year: “1 April 2026 to 31 March 2027”.
pub fn year(year: LearningYear) -> String {
    [&words::day(year.first), " to ", &words::day(year.last)].concat()
}

/// On the card of a target or a task, how far it is, and by when: “Under way · by 3 May 2026”.
pub fn how_far(status: Status, due: Option<Date>) -> String {
    let by = due.map_or(NO_DATE.to_owned(), |due| ["by ", &words::day(due)].concat());
    words::beside(&[words::status(status), &by])
}

/// A text as a title, or `new` when nobody has written it yet.
fn or_new(text: &str, new: &str) -> String {
    if text.trim().is_empty() { new } else { text.trim() }.to_owned()
}
