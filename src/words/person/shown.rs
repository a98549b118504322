//! The sentences of a person's book where it is only read: what was shared, what is about to be shared,
//! and what is printed.

use crate::moment::Date;
use crate::person::LearningYear;
use crate::record::RecordKind;
use crate::words::{self, person};

// --- The page of what a person has shared

/// The title of the browser's tab, in place of the heading: the browser's history keeps titles.
pub const PAGE: &str = "What a person shared";
pub const LEAD: &str = "You see only what the person chose. You can read it but not change it. When they share again, open the new file and let it replace this one.";
pub const ONLY_THE_NAME: &str = "This file holds only the name.";

/// The heading of the page: who shared it, and on which day.
pub fn shared_by(name: &str, on: Option<Date>) -> String {
    let name = words::record_name(name, RecordKind::Person);
    match on {
        Some(day) => ["What ", name, " shared on ", &words::day(day)].concat(),
        None => ["What ", name, " shared"].concat(),
    }
}

// --- The parts

pub const POST: &str = "The person and the post";
pub const COUNTS: &str = "Interviews and learning days";
pub const PROFILE: &str = "Learning profile";
pub const LAST_YEAR: &str = "Last year";

pub const THE_POST: &str = "Post";
pub const TEAM: &str = "Team";
pub const PARTNER: &str = "Learning partner";
pub const MANAGER: &str = "Manager";
pub const BY_WAY: &str = "Entries by way of learning";

/// Above the counts of a learning year.
pub fn in_year(year: LearningYear) -> String {
    ["In the learning year ", &person::year(year), ":"].concat()
}

// --- Last year

pub const PLAN_AGREED_ON: &str = "Plan agreed on";
pub const PLAN_AGREED_WITH: &str = "Plan agreed with";
pub const REVIEW_HELD_ON: &str = "Review held on";
pub const REVIEW_WITH: &str = "Review with";
pub const NEXT_PLAN: &str = "What the next plan should include";
