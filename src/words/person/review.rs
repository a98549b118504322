//! The sentences of the annual review.

use crate::person::Counts;
use crate::words::person;

pub const LEAD: &str =
    "Once a year, look back on the plan together with your manager, in your appraisal.";
pub const HELD_ON: &str = "Held on";
pub const IN_NUMBERS: &str = "The year in numbers";

/// Below this year's counts: last year's.
pub fn last_year(counts: &Counts) -> String {
    let (interviews, days) = (person::interviews_held(counts), person::days_taken(counts));
    ["Last year: ", &interviews, ", ", &days, "."].concat()
}

// --- Target by target

pub const BY_TARGET: &str = "Target by target";
pub const NO_TARGETS: &str = "There are no targets in the plan.";

// --- The year as a whole

pub const AS_A_WHOLE: &str = "The year as a whole";
pub const ACHIEVED: &str = "What was achieved";
pub const LEARNED: &str = "What was learned";
pub const CHANGED: &str = "What changed in practice";
pub const NEXT: &str = "What next year’s plan should include";

// --- Next year

pub const NEXT_YEAR: &str = "Next year";
pub const THEN_NEXT_YEAR: &str = "When the review is done, you can start next year’s from this one. Standards and unfinished targets carry over. This year’s review stays beside them.";
