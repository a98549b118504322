//! The sentences of the page on which a person chooses what others may see.

use crate::person::extract::Part;

pub const LEAD: &str = "All of this is yours, and private. Here you choose what someone else may see, such as your manager before your appraisal. Nothing is ticked unless you tick it. What you write later is not ticked either.";

// --- The choices

pub const CHOOSE: &str = "Choose what to share";
pub const ABOUT_ME: &str = "About me and my year";
pub const TARGETS: &str = "Learning plan targets";
pub const ENTRIES: &str = "Diary entries";
pub const TASKS: &str = "Work programme tasks";
pub const ALL_OF_THEM: &str = "All of them";

/// The box that shares a part of the book itself, in place of items of a list.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Post => "My post, team, learning partner and manager",
        Part::HowILearn => "How I learn",
        Part::Agreed => {
            "When the plan and the work programme were agreed, who with, and how we meet"
        }
        Part::Counts => "How many interviews and learning days I have had, and should have",
        Part::Review => "The annual review",
        Part::LastYear => "Last year’s review, numbers and targets",
    }
}

/// The summary of a folded list: how many of its items are ticked.
pub fn one_by_one(ticked: usize, all: usize) -> String {
    ["One by one: ", &ticked.to_string(), " of ", &all.to_string(), " ticked"].concat()
}

// --- The file

pub const IN_THE_FILE: &str = "What the file will hold";
pub const ONLY_TICKED: &str = "Only what you ticked, with its dates, and your name and organisation. Whoever opens the file in Cairn can read it but not change it. When you share again, the new file replaces the one before.";
pub const NOTHING_TICKED: &str =
    "Nothing is ticked yet. The file would hold only your name, your organisation and the date.";
pub const SAVE: &str = "Save what is ticked as a file";
pub const TO_KEEP_EVERYTHING: &str = "To keep everything for yourself, or to move to another device, use “Save everything here as a file” under “About this person” instead.";
