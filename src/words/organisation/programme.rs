//! What the programme says.

use crate::organisation::programme::Programme;
use crate::organisation::session::{Audience, Horizon};
use crate::words::count;
use crate::words::organisation::{audience, horizon};

pub const LEAD: &str = "One meeting does not make a learning organisation. Plan which card to talk about with whom: the first steps now, the others in their time.";
pub const ADD: &str = "Add";
pub const WITHOUT_A_PLACE: &str = "Sessions without a place";
pub const HOW_TO_GIVE_A_PLACE: &str = "Open a session to say who it is for and when it comes.";

/// How many sessions there are, and how many of them were held.
pub fn planned_and_held(programme: &Programme) -> String {
    if programme.is_empty() {
        return "Nothing is planned yet.".to_owned();
    }
    let all = count(programme.len(), "session", "sessions");
    format!("{all}, {} of them held.", programme.held())
}

/// What is added where, after “Add”.
pub fn a_session(whom: Audience, when: Horizon) -> String {
    ["a session: ", audience(whom), ", ", horizon(when)].concat()
}

// --- The question which card, and when

pub const THE_CARD: &str = "The card";
pub const SUGGESTED_DAY: &str =
    "This day is a suggestion: choose another one, or clear it if you have none yet.";
pub const PLAN_IT: &str = "Plan it";

/// The place that a session is planned for.
pub fn place(whom: Audience, when: Horizon) -> String {
    [audience(whom), ", ", &horizon(when).to_lowercase()].concat()
}
