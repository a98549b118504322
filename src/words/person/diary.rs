//! The sentences of the diary: its search, its entries, and what the person is asked to do after a
//! course.

use crate::person::diary::{AccountTo, Unit};
use crate::person::{DiaryEntry, Prompt, Time, Way};
use crate::words::{self, person};

// --- The page

pub const LEAD: &str = "This diary is your learning profile. Most learning happens on the job, in small pieces. It belongs here as much as any course.";
pub const ENTRIES: &str = "Entries";
pub const WRITE: &str = "Write an entry";
pub const ADD_COURSE: &str = "Add a course or conference";
pub const NO_ENTRIES: &str =
    "Nothing here yet. Three lines today are worth more than a page next month.";
pub const HOW_I_LEARN_LEAD: &str =
    "What helps you learn, what gets in the way, and what you have found out about it.";
pub const HOW_I_LEARN_BEST: &str = "How I learn best (optional)";

// --- The search

pub const SHOW: &str = "Show";
pub const ANY_WAY: &str = "Any way";
pub const TARGET: &str = "Target";
pub const ANY_TARGET: &str = "Any target";
pub const NO_TARGET: &str = "No target";
pub const SEARCH_FOR: &str = "Search for";
pub const NO_ENTRIES_MATCH: &str = "No entries match what you chose.";

// --- The sums of entries

pub const WAY_OF_LEARNING: &str = "Way of learning";
pub const TIME: &str = "Time";
pub const ENTRIES_SHOWN: &str = "Entries shown, by way of learning";

/// How many entries there are, and how long they took together.
pub fn come_to(entries: usize, time: Time) -> String {
    let (entries, time) = (words::count(entries, "entry", "entries"), person::time(time));
    if time.is_empty() { entries } else { [&entries, ", ", &time].concat() }
}

/// The summary of the folded table of sums: how many entries are shown, and how long they took together.
pub fn total(entries: usize, time: Time) -> String {
    ["Total: ", &come_to(entries, time)].concat()
}

// --- An entry

pub const TITLE: &str = "Title";
pub const HOW_LEARNED: &str = "How you learned";
pub const HOW_LONG: &str = "How long it took";
pub const HOW_LONG_HINT: &str = "For example 1.5 or ½.";
pub const HOURS_OR_DAYS: &str = "Hours or days";
pub const AWAY: &str = "This was time away from the job";
pub const LEARNED: &str = "What was learned";
pub const CHANGED: &str = "What changed in practice";
pub const WHO_DID_YOU_TELL: &str = "Who did you tell?";
pub const HOW_DID_YOU_TELL: &str = "How did you tell them? (optional)";
pub const TOLD: &str = "Who was told";
pub const HOW_SHARED: &str = "Who did you share it with, and how? (optional)";
pub const SHARED_WITH: &str = "Shared with";
pub const COUNTS_TOWARDS: &str = "Counts towards";
pub const ACCREDITED: &str = "What it counts towards, such as an award (optional)";
pub const WHICH_TARGET: &str = "Target it helps with";
pub const WHICH_STANDARD: &str = "Learning standard it shows";
/// The choice of no target, or of no standard.
pub const NONE: &str = "None";
pub const HELPS_WITH: &str = "Helps with the target";
pub const SHOWS: &str = "Shows the standard";
/// On the card of an entry, before the link to the target.
pub const HELPS_WITH_TARGET: &str = "Helps with the target: ";
pub const REMOVE: &str = "Remove this entry";

/// The choices of a way of learning: the name of each in files, and its name on the screen.
pub const WAYS: &[(&str, &str)] = &[
    by(Way::OnTheJob),
    by(Way::Formal),
    by(Way::Reading),
    by(Way::Shadowing),
    by(Way::Mentoring),
    by(Way::Research),
    by(Way::Meeting),
    by(Way::Other),
];

const fn by(each: Way) -> (&'static str, &'static str) {
    (each.name(), way(each))
}

/// The name of a way of learning.
pub const fn way(way: Way) -> &'static str {
    match way {
        Way::OnTheJob => "On the job",
        Way::Formal => "Course or conference",
        Way::Reading => "Reading",
        Way::Shadowing => "Shadowing",
        Way::Mentoring => "Mentoring",
        Way::Research => "Research",
        Way::Meeting => "Meeting",
        Way::Other => "Another way",
    }
}

/// The units of a length of time: the name of each in files, and its name on the screen.
pub const UNITS: &[(&str, &str)] = &[(Unit::Hours.name(), "Hours"), (Unit::Days.name(), "Days")];

/// The choices for whom the person told what they learned: the name of each in files, and on the screen.
pub const ACCOUNT_TO: &[(&str, &str)] =
    &[("", "Nobody yet"), to(AccountTo::Partner), to(AccountTo::Manager), to(AccountTo::Other)];

const fn to(each: AccountTo) -> (&'static str, &'static str) {
    (each.name(), told(each))
}

/// The words for whom the person told what they learned.
pub const fn told(to: AccountTo) -> &'static str {
    match to {
        AccountTo::Partner => "The learning partner",
        AccountTo::Manager => "The manager",
        AccountTo::Other => "Somebody else",
    }
}

/// The title of an entry, or “Entry without a title” when it is blank.
pub fn title(entry: DiaryEntry) -> String {
    person::or_new(entry.title(), "Entry without a title")
}

/// After “Change”, for screen readers: the entry's title.
pub fn the_entry(title: &str) -> String {
    ["the entry: ", title].concat()
}

/// Below the title of an entry: its day, the way of learning, how long it took, and whether that was
/// away from the job.
pub fn about(entry: DiaryEntry) -> String {
    let day = entry.date().map_or(person::NO_DATE.to_owned(), words::day);
    let away = if entry.off_the_job() { "away from the job" } else { "" };
    words::beside(&[&day, way(entry.way()), &person::time(entry.time()), away])
}

/// On the card of an entry: the learning standard that it shows.
pub fn shows_standard(standard: &str) -> String {
    ["Shows the standard: ", standard].concat()
}

// --- After a course

pub const AFTER_THE_COURSE: &str = "After the course";
pub const AFTER_A_COURSE: &str = "After a course";
pub const SKIP: &str = "Skip this";
pub const ASK_AGAIN: &str = "Ask again";

/// After “Skip this”, for screen readers: what the person is asked to do, and after which course.
pub fn skip_about(prompt: Prompt, title: &str) -> String {
    [": ", person::prompt(prompt), " ", title].concat()
}

/// After “Ask again”, for screen readers: what the person will be asked to do.
pub fn ask_again_about(prompt: Prompt) -> String {
    [": ", person::prompt(prompt)].concat()
}

/// In the list of what the person is asked to do after a course: something that they skipped.
pub fn skipped(prompt: Prompt) -> String {
    ["Skipped: ", person::prompt(prompt)].concat()
}
