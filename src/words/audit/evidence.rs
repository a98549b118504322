//! The sentences of the page of all evidence.

use crate::audit::Evidence;
use crate::framework::Area;
use crate::words::{self, supported};

// --- The page and its filter

pub const LEAD: &str = "Everything that shows how your organisation learns, in one list. Add it once, then link it wherever it counts.";
pub const ADD_EVIDENCE: &str = "Add evidence";
pub const SHOW: &str = "Show";
pub const ALL_EVIDENCE: &str = "All evidence";
pub const DUE_FOR_REVIEW: &str = "Due for review";
pub const NOT_LINKED: &str = "Not linked to anything";
pub const NOTHING_YET: &str =
    "No evidence yet. Add what you have, or tap it under “Possible evidence” on an area’s page.";
pub const NONE_MATCHES: &str = "No evidence matches what you chose.";

// --- An item

pub const WHAT_IT_IS: &str = "What it is";
pub const WHERE_IT_IS_KEPT: &str = "Where it is kept";
pub const WHERE_FOR_EXAMPLE: &str =
    "A place, such as “blue folder in the office”, or a web address.";
pub const WHO_LOOKS_AFTER_IT: &str = "Who looks after it";
pub const ITS_DATE: &str = "Its date";
pub const CHOOSE_SUPPORTS: &str = "Choose what it supports";
pub const REMOVE: &str = "Remove this evidence";
pub const DONE: &str = "Done";

/// On the card of an item, after its date and its owner: what it supports.
pub fn supports(item: Evidence<'_>) -> String {
    match item.supports.is_empty() {
        true => "not linked yet".to_owned(),
        false => ["supports ", &supported(item)].concat(),
    }
}

/// The heading of the dialog in which a person ticks what the item with this title supports.
pub fn what_does_it_support(title: &str) -> String {
    match title.trim() {
        "" => "What does this evidence support?".to_owned(),
        title => ["What does “", title, "” support?"].concat(),
    }
}

/// In that dialog: the box that links the item to the area itself.
pub fn area_as_a_whole(area: &Area) -> String {
    [&area.id, " as a whole"].concat()
}

// --- Indicators without evidence

pub const WITHOUT_EVIDENCE: &str = "Indicators without evidence";
pub const ALL_HAVE_EVIDENCE: &str = "Every indicator that is judged Yes has evidence.";
pub const YES_WITHOUT_EVIDENCE: &str =
    "You judged these Yes, and no evidence is linked to them yet. What could you point to?";

/// The summary of the folded list of indicators that are not judged Yes and have no evidence.
pub fn others_without(number: usize) -> String {
    words::count(number, "other indicator has no evidence", "other indicators have no evidence")
}
