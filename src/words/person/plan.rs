//! The sentences of the learning plan: its targets, and what can be added to it.

use crate::person::{LearningYear, Target};
use crate::words::person;

// --- The page

pub const LEAD: &str = "What you will learn this year, on the job and off it. Agree it once a year, and review it at the end.";
pub const ADD: &str = "Add a target";
pub const NO_TARGETS: &str =
    "No targets yet. Two or three are plenty. Small ones, close to the work, do best.";
pub const WHEN_AGREED: &str = "When it was agreed";
pub const LAST_YEAR: &str = "Last year’s plan";
pub const SHOW_LAST_YEAR: &str = "Show last year’s targets";

/// Below the heading: the first and the last day of the learning year that the plan is for.
pub fn for_year(year: LearningYear) -> String {
    ["For ", &person::year(year), "."].concat()
}

// --- A target

pub const TEXT: &str = "What you want to learn";
pub const STRATEGIES: &str = "Ways to learn it";
pub const SUCCESS: &str = "Signs of success";
pub const REVIEW: &str = "What the annual review says (optional)";
pub const REVIEW_SAYS: &str = "What the review says";
pub const IN_PRACTICE: &str = "Puts into practice";
pub const WAY_TO_CONTRIBUTE: &str = "A way to contribute";
pub const LAST_YEARS_TARGET: &str = "How it stood last year";
pub const REMOVE: &str = "Remove this target";

/// The title of a target: its text, or “New target” when that is blank.
pub fn title(target: Target) -> String {
    person::or_new(target.text(), "New target")
}

/// The title of a target in last year's plan: its text, or “Target” when that is blank.
pub fn title_last_year(target: Target) -> String {
    person::or_new(target.text(), "Target")
}

/// After “Change”, for screen readers: the target's title.
pub fn the_target(title: &str) -> String {
    ["the target: ", title].concat()
}

/// The link on a target's card to the diary: how many entries are for this target.
pub fn entries(number: usize) -> String {
    crate::words::count(number, "diary entry for this target", "diary entries for this target")
}

// --- Adding a team's need, or a way to contribute

pub const ADD_NEED: &str = "Add a team’s need…";
pub const ADD_NEED_HEADING: &str = "Add a team’s need";
pub const NEED_BECOMES_TARGET: &str = "What you choose becomes one of your targets, linked to the team’s need. The team’s plan will say, in the team’s words, that you added it. What you then say in your own words stays yours.";
pub const NO_OPEN_NEED: &str = "No team on this device has an open need. If your team keeps its plan elsewhere, ask for it as a file and open that here.";

pub const ADD_WAY: &str = "Add a way to contribute…";
pub const ADD_WAY_HEADING: &str = "Add a way to contribute";
pub const WAY_BECOMES_TARGET: &str = "Twelve ways each of us can help the organisation to learn. What you choose becomes one of your targets.";
pub const IN_PLAN_ALREADY: &str = "It is in this plan already.";
