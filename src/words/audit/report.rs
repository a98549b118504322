//! The sentences of the report of an audit.

use crate::framework::{Indicator, Subject};
use crate::progression::Stage;
use crate::words::{self, audit, lead_in};

// --- Above the report, on the screen only

pub const PRINT: &str = "Print or save as PDF";
pub const SAVE_FILE: &str = "Save the audit as a file";
pub const LEAD: &str =
    "This is what will be printed. In the print window you can also save it as a PDF.";
pub const THE_REST_IS_COMING: &str = "Loading the rest of the report…";

// --- The report

pub const SUMMARY: &str = "Summary";
pub const INDICATORS_BY_STAGE: &str = "Indicators by stage";
pub const REFLECTIONS: &str = "Reflections";
pub const NO_REFLECTION: &str = "No reflection yet.";
pub const JUDGEMENTS: &str = "Judgements";
pub const NO_ACTIONS: &str = "No actions yet.";

/// The heads of the columns of the table of judgements.
pub const JUDGEMENTS_HEAD: &[&str] = &["Stage", "Indicator", "Judgement"];
/// The heads of the columns of the table of evidence.
pub const EVIDENCE_HEAD: &[&str] =
    &["What", "Where", audit::WHO, "Date", audit::REVIEW_BY, "Supports"];
/// The heads of the columns of the table of actions.
pub const PLAN_HEAD: &[&str] = &[audit::WHAT_WE_WILL_DO, audit::WHO, audit::BY_WHEN, audit::STATUS];

/// Below the title: the day on which the report is made, and the day on which the audit was last
/// changed.
pub fn dated(date: &str, changed: &str) -> String {
    ["Report made ", date, ". Audit last changed ", changed, "."].concat()
}

/// In the summary: the capability with this number is not in the report.
pub fn left_out(id: &str) -> String {
    ["Capability ", id, " is left out of this audit."].concat()
}

/// In the summary: how many `questions` and `indicators` are done, each as (done, all), and how many
/// actions there are, as (open, all).
pub fn progress(
    questions: (usize, usize),
    indicators: (usize, usize),
    (open, actions): (usize, usize),
) -> String {
    format!(
        "{}, {}. {}, {open} still to do.",
        audit::reflected_on(questions),
        audit::judged(indicators),
        words::count(actions, "action", "actions"),
    )
}

/// The heading above the areas for development of a capability, with the stage it is working at.
pub fn areas_for_development(stage: Option<Stage>) -> String {
    ["Areas for development at ", stage.map(words::stage).unwrap_or_default()].concat()
}

/// Below that heading: an indicator that has no judgement yet.
pub fn still_to_answer(indicator: &Indicator) -> String {
    [&audit::indicator(indicator), " (still to answer)"].concat()
}

/// The caption of a table of judgements: the area's id, and whom its indicators are about.
pub fn judgements_of(area: &str, subject: Subject) -> String {
    [area, ": ", lead_in(subject), "…"].concat()
}

/// Below an indicator in that table: the titles of its evidence.
pub fn evidence(titles: &str) -> String {
    ["Evidence: ", titles].concat()
}
