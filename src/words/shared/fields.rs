//! The sentences of filters, of the actions about an indicator, and of cards with fields.

use crate::words::count;

// --- Filters of plans

pub const ANY_STATUS: &str = "Any status";

pub const STILL_TO_DO: &str = "Still to do";

pub const ANY_DATE: &str = "Any date";

pub const OVERDUE: &str = "Overdue";

pub const NEXT_30_DAYS: &str = "In the next 30 days";

pub const NEXT_90_DAYS: &str = "In the next 90 days";

pub const NO_DATE: &str = "No date";

// --- Actions about an indicator

pub const ADD_ACTION: &str = "Add an action";

/// After “Add an action”, for screen readers: the indicator's text.
pub fn for_indicator(text: &str) -> String {
    [" for: ", text].concat()
}

/// Below an indicator in a list: how many actions there are about it.
pub fn actions(number: usize) -> String {
    match number {
        0 => "No action yet".to_owned(),
        number => count(number, "action", "actions"),
    }
}

// --- Fields and cards

pub const CHANGE: &str = "Change";

pub const NOT_A_NUMBER: &str = "This was not kept: it is not a number, or it is too large.";

pub const LAST_YEAR: &str = "What you wrote last year";

pub const WRITTEN_ELSEWHERE: &str = "Another version, written at the same time";
