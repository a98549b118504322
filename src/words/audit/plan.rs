//! The sentences of the action plan of an audit.

use crate::moment::Date;
use crate::words;

// --- The page

pub const LEAD: &str =
    "What you will do about the areas for development, and anything else you have decided on.";
pub const ADD_OWN: &str = "Add an action of your own";

/// The link at the top that leads down to the potential areas for development.
pub const POTENTIAL: &str = "Potential areas";
pub const ACTIONS: &str = "Actions";

pub const POTENTIAL_AREAS: &str = "Potential areas for development";
pub const ABOUT_POTENTIAL: &str = "These come from the reviews: indicators not achieved yet, at the stage each capability is working at. Later stages come in their turn.";
pub const NONE_POTENTIAL: &str = "No areas for development: every stage is complete.";

pub const NO_ACTIONS: &str =
    "No actions yet. Add one beside an area for development, or one of your own.";
pub const NONE_MATCHES: &str = "No action matches what you chose.";

/// The summary of the folded list of potential areas: how many there are, and how many of them are
/// `without` an action.
pub fn potential_areas(number: usize, without: usize) -> String {
    let number = words::count(number, "potential area", "potential areas");
    [&number, ", ", &without.to_string(), " without an action"].concat()
}

// --- Which actions are shown

pub const SHOW_AND_SORT: &str = "Show and sort";
pub const AREA: &str = "Area";
pub const SORTED_BY: &str = "Sorted by";
pub const DATE: &str = "Date";
pub const ANY_AREA: &str = "Any area";
pub const NO_AREA: &str = "None (your own)";
pub const ANYONE: &str = "Anyone";

// --- An action

pub const HOW_IT_IS_GOING: &str = "How it is going (optional)";
pub const REMOVE: &str = "Remove this action";
pub const ADD_TO_TEAM: &str = "Add to a team’s plan…";
pub const WHAT_TEAM_GETS: &str = "It becomes a learning need in the team’s development plan. The action and the need link to each other.";

/// The heading of an action's card: its text, or “New action” when that is blank.
pub fn title(text: &str) -> &str {
    match text.trim() {
        "" => "New action",
        text => text,
    }
}

/// After “Change”, for screen readers: the action's heading.
pub fn the_action(title: &str) -> String {
    ["the action: ", title].concat()
}

/// On the card of an action, after its status and its owner: its date.
pub fn by_when(due: Option<Date>) -> String {
    match due {
        Some(due) => ["by ", &words::day(due)].concat(),
        None => "no date".to_owned(),
    }
}
