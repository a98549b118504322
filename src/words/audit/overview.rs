//! The sentences of the overview of an audit.

use crate::audit::next_step::NextStep;
use crate::framework::Area;
use crate::words::{self, audit};

pub const YOUR_PROGRESS: &str = "Your progress";
pub const LEFT_OUT: &str =
    "This capability is left out of this audit. Anything written in it is kept.";
pub const INCLUDE: &str = "Include it in the audit";
pub const AS_A_TABLE: &str = "Show as a table";

/// The next step, in a sentence or two.
pub fn next_step(step: &NextStep<'_>) -> String {
    match *step {
        NextStep::TakeIn => {
            "Both capabilities are left out of this audit. Include one to begin.".to_owned()
        }
        NextStep::Begin(area) => {
            let to_do = ": reflect on its questions, then judge its indicators.";
            ["Begin with ", &called(area), to_do].concat()
        }
        NextStep::Reflect(area, left) => {
            let left = words::count(left, "question", "questions");
            ["You have ", &left, " left to reflect on in ", &called(area), "."].concat()
        }
        NextStep::Judge { area, left, survey_helps } => {
            let survey = match (survey_helps, left) {
                (false, _) => "",
                (true, 1) => {
                    " It is about staff: if you like, a staff survey can propose a judgement for it."
                }
                (true, _) => {
                    " They are about staff: if you like, a staff survey can propose judgements for them."
                }
            };
            let left = words::count(left, "indicator", "indicators");
            ["You have ", &left, " left to judge in ", &called(area), ".", survey].concat()
        }
        NextStep::Accept(1) => {
            "The staff survey proposes a judgement for 1 staff indicator that you have not judged yet. Accept it, or choose your own.".to_owned()
        }
        NextStep::Accept(number) => format!(
            "The staff survey proposes judgements for {number} staff indicators that you have not judged yet. Accept them, or choose your own."
        ),
        NextStep::Plan(capability, without) => {
            let areas = words::count(
                without,
                "area for development has no action yet.",
                "areas for development have no action yet.",
            );
            let look = "Everything is answered. Look at the review of capability ";
            [look, &capability.id, ": ", &areas].concat()
        }
        NextStep::Read => {
            "Everything is answered and planned. Read the report, print it, or send it to a colleague."
                .to_owned()
        }
    }
}

fn called(area: &Area) -> String {
    [&area.id, ", ", &area.title].concat()
}

/// The link below that, to the page on which the step is done.
pub fn next_step_link(step: &NextStep<'_>) -> String {
    match *step {
        NextStep::TakeIn => "Choose capabilities".to_owned(),
        NextStep::Begin(area) | NextStep::Reflect(area, _) | NextStep::Judge { area, .. } => {
            ["Go to ", &area.id].concat()
        }
        NextStep::Accept(_) => "Go to the survey’s results".to_owned(),
        NextStep::Plan(capability, _) => audit::review_capability(&capability.id),
        NextStep::Read => "Go to the report".to_owned(),
    }
}

/// The button that leaves the capability with this number out of the audit.
pub fn leave_out(id: &str) -> String {
    ["Leave capability ", id, " out of this audit"].concat()
}

/// The caption of an area's table of how many indicators each stage has.
pub fn indicators_of_area(id: &str) -> String {
    ["Indicators of ", id, ", by stage"].concat()
}

/// After “Show as a table”, for screen readers: the capability's number.
pub fn tables_of(id: &str) -> String {
    [", capability ", id].concat()
}

/// Below the name of an area: how many of its questions and of its indicators are done.
pub fn area_progress(
    (reflected, questions): (usize, usize),
    (judged, indicators): (usize, usize),
) -> String {
    format!("{reflected} of {questions} questions · {judged} of {indicators} indicators")
}
