//! The sentences of the form that opens a survey and changes its details.

use crate::survey::LEAST_THRESHOLD;
use crate::survey::invitation::LONGEST_NAME;

pub const OPEN_SURVEY: &str = "Open the survey";
pub const SAVE_DETAILS: &str = "Save the details";

// --- when results show

pub const SHOW_WHILE_OPEN: &str = "Show results while the survey is open";
pub const SHOW_LATER: &str = "Otherwise they show once you close it. You cannot change this once the survey is open, so everyone who answers can rely on it.";
pub const SHOW_EARLY: &str = "Early results update in batches; a few late answers may never show.";
pub const SHOWS_WHILE_OPEN: &str =
    "Results show while the survey is open. This was chosen when the survey was opened.";
pub const SHOWS_ONCE_CLOSED: &str =
    "Results show once the survey is closed. This was chosen when the survey was opened.";

// --- the fields

pub const TITLE: &str = "Title";
pub const TITLE_HINT: &str = "Everyone who answers sees it.";
pub const TITLE_TOO_LARGE: &str = "Please shorten the title: it is part of the link.";
pub const CLOSING_DATE: &str = "Closing date (optional)";
pub const DAY_HAS_PASSED: &str = "That day has passed. You can still open the survey.";
pub const INVITED: &str = "How many people are invited (optional)";
pub const INVITED_HINT: &str = "So that you can see how many of them have answered.";
pub const NOBODY_INVITED: &str = "Type 1 or more, or leave it empty if you do not know.";
pub const THRESHOLD: &str = "Threshold";
pub const THRESHOLD_HINT: &str =
    "Nothing shows until this many people have answered. 5 is usual, and 3 is the lowest.";
pub const TOO_FEW_INVITED: &str =
    "Fewer people are invited than that, so results would never show.";
pub const CUT_OFF: &str = "Cut-off in percent";
pub const CUT_OFF_HINT: &str =
    "If at least this many of those with a view agree, the survey proposes Yes.";
pub const NO_CUT_OFF: &str = "Type a whole number from 1 to 100.";

/// At the field for the title: it has more characters than the link may carry.
pub fn title_too_long() -> String {
    format!("Please keep the title to {LONGEST_NAME} characters: it is part of the link.")
}

/// At the field for the threshold: it is lower than any may be.
pub fn threshold_too_low() -> String {
    format!("At least {LEAST_THRESHOLD}: with two, each would know what the other has said.")
}

/// At the field for the threshold: it is lower than `least`, which people may have been promised.
pub fn threshold_lowered(least: u32) -> String {
    format!("It cannot go below {least}: people may have answered who were promised that.")
}
