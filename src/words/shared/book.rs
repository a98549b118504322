//! The sentences that all books have in common: starting a book, the page about it, and next year’s.

use crate::moment::Timestamp;
use crate::record::RecordKind;
use crate::words::{self, record};

// --- A page that is not there

pub const NO_SUCH_PAGE: &str = "There is no such page here";

pub const GO_TO_OVERVIEW: &str = "Go to the overview";

// --- Starting one

pub const ORGANISATION_OPTIONAL: &str = "The organisation (optional)";

pub const FILLED_IN: &str =
    "Or look at one that is filled in: you can change it freely, and remove it in one step.";

pub const LOOK_AT_EXAMPLE: &str = "Look at an example";

pub const BACK: &str = "Back";

/// The heading of the page that starts a book.
pub fn start_heading(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Team => "Start a team",
        RecordKind::Person => "Start a person’s learning",
        _ => "Start an organisation",
    }
}

/// Below that heading: what a book of this kind is for.
pub fn start_lead(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Team => {
            "Once a year, the team asks itself six questions about the quality of its work, and makes a plan for what it needs to learn."
        }
        RecordKind::Person => {
            "A learning plan for the year, a diary of what was learned, and talks with a learning partner. It is private: others see only what the person chooses to share."
        }
        _ => {
            "Discussion cards for meetings, the characteristics of a learning organisation, achievements to celebrate, and the whole year in one view."
        }
    }
}

/// The button that starts the book.
pub fn start(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Team => "Start the team",
        _ => "Start",
    }
}

/// The field for the name of the team, person or organisation.
pub fn name_of(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Team => "The team’s name",
        RecordKind::Person => "The person’s name",
        _ => "The organisation’s name",
    }
}

// --- The page about it

pub const DELETE: &str = "Delete";

pub const STAYS_IN_BIN: &str = "Anything you delete stays in the bin for at least 30 days.";

pub const NAMES: &str = "Names";

pub const ORGANISATION: &str = "The organisation";

pub const TEAM_LEAD: &str = "Who leads the team (optional)";

pub const ENTITLED: &str = "What people are entitled to here";

pub const NUMBERS_FOR_NEW: &str = "A new person’s pages begin with these numbers.";

pub const INTERVIEWS_A_YEAR: &str = "Learning interviews a year";

pub const DAYS_A_YEAR: &str = "Learning days a year";

pub const AT_LEAST_3: &str = "The policy that Cairn follows says at least 3.";

pub const FILES: &str = "Send it or keep it";

pub const SAVE: &str = "Save everything here as a file";

/// The heading of the page about a book.
pub fn about(kind: RecordKind) -> String {
    ["About this ", record(kind)].concat()
}

/// Below that heading: when the book was started. `last_year` is the book it was started from: its name,
/// and when it was last changed.
pub fn started(at: Timestamp, last_year: Option<(&str, Timestamp)>) -> String {
    let started = format!("Started {}.", words::day_of(at));
    match last_year {
        Some((name, changed)) => {
            let changed = words::day_of(changed);
            format!("{started} It was started from “{name}”, last changed {changed}.")
        }
        None => started,
    }
}

/// Above the button that saves the book: what its file holds, and what it is for.
pub fn what_a_file_holds(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Person => {
            "The file holds everything here, even what you share with nobody. It is also your backup, and you can open it on another device of yours. To give somebody only what you choose, use “Share”."
        }
        _ => {
            "The file holds everything here. A colleague can open it in Cairn on their own device. It is also your backup."
        }
    }
}

// --- Next year’s

pub const NEXT_YEAR: &str = "Start next year’s from this one";

pub const NEXT_TEAM_KEEPS: &str = "Unfinished learning needs carry over. The review starts empty, with this year’s shown beside each question.";

pub const NEXT_PERSON_KEEPS: &str = "Learning standards, unfinished targets and unfinished tasks carry over, and the learning year moves on by one. Diary, interviews and review start empty, with this year’s review and targets beside them. Nothing is ticked to be shared.";

pub const STAYS_AS_IT_IS: &str = "This one stays as it is.";

pub const NEXT_NAME: &str = "A name for it";

pub const NOT_NOW: &str = "Not now";

pub const START_IT: &str = "Start it";
