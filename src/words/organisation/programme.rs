//! The sentences of the programme of sessions.

use crate::organisation::programme::Programme;
use crate::organisation::session::{Audience, Horizon};
use crate::words::count;
use crate::words::organisation::{audience, horizon};

pub const LEAD: &str = "One meeting does not make a learning organisation. Plan which card to talk about with whom: the first steps now, the others in their time.";
pub const ADD: &str = "Add";
pub const WITHOUT_A_PLACE: &str = "Sessions without a place";
pub const HOW_TO_GIVE_A_PLACE: &str = "Open a session to say who it is for and when it comes.";

/// Above the programme: how many sessions it has, and how many of them were held.
pub fn planned_and_held(programme: &Programme) -> String {
    if programme.is_empty() {
        return "Nothing is planned yet.".to_owned();
    }
    let all = count(programme.len(), "session", "sessions");
    format!("{all}, {} of them held.", programme.held())
}

/// After “Add”, for screen readers: for whom the session will be, and when.
pub fn a_session(whom: Audience, when: Horizon) -> String {
    ["a session: ", audience(whom), ", ", horizon(when)].concat()
}

// --- The dialog that plans a session

pub const THE_CARD: &str = "The card";
pub const SUGGESTED_DAY: &str =
    "This day is a suggestion: choose another one, or clear it if you have none yet.";
pub const PLAN_IT: &str = "Plan it";

/// The heading of that dialog: for whom the session will be, and when.
pub fn place(whom: Audience, when: Horizon) -> String {
    [audience(whom), ", ", &horizon(when).to_lowercase()].concat()
}
