//! The sentences of the home page, and of the page that starts an audit.

use crate::audit::standing::Standing;
use crate::moment::{Date, Timestamp};
use crate::words::{beside, capital, count_of, day, day_of, reached};
use crate::workspace::label::Label;

// --- The top of the page: index.html has the same words

pub const CAIRN: &str = "Cairn";
pub const LEAD: &str = "How well does your organisation learn? Work through the audit at your own pace, see where you stand, and plan what to do next. What you write stays on this device until you choose to share it.";

// --- Ways to begin

pub const HOW_TO_BEGIN: &str = "How would you like to begin?";
pub const START_OR_OPEN: &str = "Start an audit, or open a file";
pub const START_OR_OPEN_ANOTHER: &str = "Start or open another";
pub const START_AUDIT: &str = "Start an audit";
pub const ABOUT_START: &str = "40 questions and 60 indicators in six areas. Do a little at a time: everything is saved as you go.";
pub const OPEN_FILE: &str = "Open a file";
pub const ABOUT_OPEN: &str =
    "A file that a colleague has sent you, or one that you saved yourself.";
pub const LOOK_AT_EXAMPLE: &str = "Look at an example";
pub const ABOUT_EXAMPLE: &str = "A made-up organisation’s audit, filled in. You can change it freely and remove it in one step.";
/// For people whose link to a survey was cut short, so that it led here.
pub const CUT_LINK: &str = "Did you follow a link to answer a survey? Then the link was cut short on its way to you. Go back to the message and copy the whole link, to its very end. Paste it into the address bar of your browser.";

// --- What is on this device

pub const YOUR_AUDITS: &str = "Your audits";
pub const TEAMS: &str = "Teams";
pub const PEOPLE: &str = "People";
pub const THE_ORGANISATION: &str = "The organisation";
pub const EXAMPLE: &str = "Example";
pub const SHARED: &str = "What this person shares";
pub const MORE: &str = "More";
pub const RENAME: &str = "Rename";
pub const ABOUT_IT: &str = "About it";
pub const SAVE_FILE: &str = "Save as a file";

/// After [`MORE`], for screen readers: the record's name.
pub fn more_about(name: &str) -> String {
    [" about ", name].concat()
}

/// On an audit's card: how much is answered, the stage reached, and the day of the last change.
pub fn about_audit(percent: usize, standing: &Standing, changed: Timestamp) -> String {
    let percent = percent.to_string();
    [&percent, "% answered · ", &reached(standing), " · changed ", &day_of(changed)].concat()
}

/// On a book's card: its organisation, the first day of its learning `year`, and the day of the last
/// change.
pub fn about_book(organisation: &str, year: Option<Date>, changed: Timestamp) -> String {
    let year = match year {
        Some(first) => ["learning year from ", &day(first)].concat(),
        None => String::new(),
    };
    capital(&beside(&[organisation, &year, &["changed ", &day_of(changed)].concat()]))
}

// --- Beyond the audit

pub const BEYOND: &str = "Beyond the audit";
pub const ABOUT_BEYOND: &str = "An organisation learns as a whole, in its teams and through its people. What one finds out helps the others.";
pub const TEAM: &str = "A team";
pub const ABOUT_TEAM: &str =
    ": a review of six questions each year, and a plan for what the team needs to learn.";
pub const PERSON: &str = "A person";
pub const ABOUT_PERSON: &str =
    ": a learning plan, a diary, and talks with a learning partner. Private.";
pub const ABOUT_ORGANISATION: &str = ": discussion cards, what a learning organisation is like, achievements, and the whole year in one view.";

// --- Backups

pub const BACKUP: &str = "Backup";
pub const NO_BACKUP: &str = "You have not saved a backup file yet.";
pub const WHY_BACKUP: &str =
    " A browser can lose what it stores. A file in a safe place cannot be lost that way.";
pub const SAVE_BACKUP: &str = "Save a backup file";

/// In the reminder to save a backup: how old the last backup file is.
pub fn backup_age(days: i64) -> String {
    format!("Your last backup file is {days} days old.")
}

// --- What could not be read

pub const UNREAD: &str = "Something on this device could not be read";
pub const ABOUT_UNREAD: &str = "Cairn has put it aside exactly as it was, and everything else works. Save it as a file: someone may be able to repair it. Or open a backup file instead, if you have one.";
pub const UNREAD_NAME: &str = "A record whose name cannot be read";
pub const SAVE_UNREAD: &str = "Save it as a file";
pub const REMOVE_UNREAD: &str = "I have saved it: remove it";

/// After a button, for screen readers: the name of what it saves or removes.
pub fn button_about(name: &str) -> String {
    [": ", name].concat()
}

// --- What is kept where

pub const WHERE_STORED: &str = "Where your work is stored";
pub const IN_BROWSER: &str = "In this browser, on this device. There is no account and no server: nobody else can see it, and no other browser has it.";
pub const IN_FILES: &str =
    "In the files that you save. A file opens in Cairn on any device, today and in years to come.";
/// Ends with the link to [`SETTINGS`].
pub const CLEARING: &str = "Clearing the browser’s data deletes your work from this device. So save a backup file now and then, under ";
pub const SETTINGS: &str = "Settings";

/// The link to the bin, with how many records are in it.
pub fn in_bin(labels: &[Label]) -> String {
    [&count_of(labels), " in the bin"].concat()
}

// --- A new audit

pub const NEW_LEAD: &str = "Give two names, and you can begin. You can change both at any time.";
pub const YOUR_ORGANISATION: &str = "Your organisation";
pub const AUDIT_NAME: &str = "A name for this audit";
pub const AUDIT_NAME_HINT: &str =
    "You will see it in the list, on the report and in the names of files.";
pub const LEARNING_AUDIT: &str = "Learning audit";
pub const START_THE_AUDIT: &str = "Start the audit";
pub const BACK: &str = "Back";

/// The name that is proposed for a new audit.
pub fn learning_audit(year: &str) -> String {
    [LEARNING_AUDIT, " ", year].concat()
}
