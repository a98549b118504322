//! The sentences of the review of a capability.

use crate::progression::Stage;
use crate::words;

pub const HOW_STAGES_BUILD: &str = "The stages build on one another. You reach a stage when every indicator of it, and of the stages below it, is achieved in all three areas.";

pub const NO_STRENGTHS: &str = "Nothing is judged Yes yet. What you achieve shows up here first.";
pub const ABOUT_IN_PLACE: &str =
    "These belong to later stages. They count as soon as you get there.";

pub const ALL_COMPLETE: &str = "Every stage is complete";
pub const WHAT_NOW: &str = "You have achieved every indicator of this capability. Keep the evidence fresh, and share what you have learned.";
pub const AREAS_FOR_DEVELOPMENT: &str = "Areas for development";
pub const STILL_TO_ANSWER: &str = "Still to answer";
pub const GO_TO_PLAN: &str = "Go to the action plan";

pub const FOR_LATER: &str = "For later";
pub const ABOUT_LATER: &str =
    "Not achieved yet, and not due yet. First complete the stage you are working at.";

/// The heading above what is still needed for the stage that the capability is working at.
pub fn next_stage(stage: Stage) -> String {
    ["Next stage: ", words::stage(stage)].concat()
}

/// Below that heading: how many more indicators the stage needs.
pub fn needed(number: usize, stage: Stage) -> String {
    let indicators = words::count(number, "more indicator", "more indicators");
    let each = if number == 1 { "It" } else { "Each" };
    format!(
        "You need {indicators} to reach {}. {each} is a potential area for development: decide what you could do about it.",
        words::stage(stage),
    )
}

/// The heading above the indicators not achieved yet that belong to a later stage.
pub fn you_will_come_to(stage: Stage) -> String {
    ["You will come to these at ", words::stage(stage)].concat()
}
