//! The sentences of the page of the year's loop, which follows an audit through books back to its
//! evidence.

use crate::cycle::{Cycle, Station};
use crate::words::count;

pub const LEAD: &str =
    "What the audit found, what teams and people do about it, and what came back as evidence.";
pub const WHICH_AUDIT: &str = "Which audit?";

// --- When there is no audit

pub const NO_AUDIT: &str = "The loop begins with an audit, and there is none on this device yet. Start one, or open the file of yours. Or look at the loop of an organisation that we made up.";
pub const START_AN_AUDIT: &str = "Start an audit";
pub const OPEN_A_FILE: &str = "Open a file";
pub const ADD_EXAMPLES: &str = "Add the examples";

// --- The loop

pub const STEP_BY_STEP: &str = "The loop, step by step";
pub const GO_TO_PLAN: &str = "Go to the action plan";
pub const NOTHING_ADDED: &str = "Nothing has gone further than the audit yet. Open an action in the action plan, and add it to a team’s plan. From there it goes on to people, and what they learn comes back as evidence. Open files of teams and people here, and they join the loop by themselves.";

/// After the `number` of things at a station of the loop: what they are.
pub fn at_station(station: Station, number: usize) -> &'static str {
    match (station, number) {
        (Station::Found, 1) => "action or area from the audit",
        (Station::Found, _) => "actions and areas from the audit",
        (Station::Team, 1) => "learning need of a team",
        (Station::Team, _) => "learning needs of teams",
        (Station::Person, 1) => "target or diary entry of a person",
        (Station::Person, _) => "targets and diary entries of people",
        (Station::Together, 1) => "card session or achievement",
        (Station::Together, _) => "card sessions and achievements",
        (Station::Back, 1) => "item of evidence that came back",
        (Station::Back, _) => "items of evidence that came back",
    }
}

/// Below the stations: how many actions of the audit are in another plan too, and how many came back as
/// evidence.
pub fn how_far(cycle: &Cycle) -> String {
    let (found, taken_up, closed) = cycle.actions();
    let actions = count(found, "action", "actions");
    match (found, taken_up) {
        (0, _) => "The audit’s plan has no actions yet.".to_owned(),
        (1, 0) => "The audit’s plan has 1 action. It is not in any other plan yet.".to_owned(),
        (_, 0) => ["The audit’s plan has ", &actions, ". None is in any other plan yet."].concat(),
        _ => format!(
            "The audit’s plan has {actions}. {taken_up} {} also in another plan, and {closed} {} come back as evidence.",
            if taken_up == 1 { "is" } else { "are" },
            if closed == 1 { "has" } else { "have" },
        ),
    }
}

// --- The parts of the page, by how far things have come, and what can be done about each

pub const ALL_THE_WAY: &str = "All the way round";
pub const BEGAN_ELSEWHERE: &str = "Evidence that began elsewhere";
pub const WHAT_BEGAN_ELSEWHERE: &str =
    "No action in the audit asked for it, but it still shows something.";
pub const DONE: &str = "Done, but no evidence yet";
pub const HOW_TO_GIVE_EVIDENCE: &str = "You can add what was learned to the audit’s evidence: from a diary entry, a card session or an achievement.";
pub const UNDER_WAY: &str = "Under way";
pub const NOT_ADDED: &str = "Not in another plan yet";
pub const HOW_TO_ADD: &str =
    "Not every action needs learning. You can add those that do to a team’s plan.";

// --- The names of the kinds of things in the loop

pub const AREA_FOR_DEVELOPMENT: &str = "Area for development";
pub const ACTION: &str = "Action";
pub const LEARNING_NEED: &str = "Learning need";
pub const LEARNED: &str = "Learned";
pub const TARGET: &str = "Target";
pub const CARD_SESSION: &str = "Card session";
pub const ACHIEVEMENT: &str = "Achievement";
pub const EVIDENCE: &str = "Evidence";
