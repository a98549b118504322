//! The sentences of the pages of an audit. This file has those of several pages; each page has a module.

pub mod about;
pub mod area;
pub mod evidence;
pub mod overview;
pub mod plan;
pub mod report;
pub mod review;

use crate::audit::standing::Standing;
use crate::framework::{Capability, Indicator};
use crate::progression::Judgement;
use crate::words::{self, lead_in};

// --- The names of the pages, and labels on several of them

pub const OVERVIEW: &str = "Overview";
pub const EVIDENCE: &str = "Evidence";
pub const ACTION_PLAN: &str = "Action plan";
pub const STAFF_SURVEY: &str = "Staff survey";
pub const REPORT: &str = "Report";
pub const ABOUT_THIS_AUDIT: &str = "About this audit";

/// In the list of pages, above those that are about the whole audit.
pub const WHOLE_AUDIT: &str = "Whole audit";

pub const ON_THIS_PAGE: &str = "On this page";
pub const SEE_ALL_EVIDENCE: &str = "See all evidence";
pub const NO_EVIDENCE: &str = "No evidence yet.";
pub const OVERDUE: &str = "Overdue";
pub const WHAT_WE_WILL_DO: &str = "What we will do";
pub const WHO: &str = "Who";
pub const BY_WHEN: &str = "By when";
/// [`OWNER`] and [`DUE`] are the filters of the plan. The fields of an action say “Who” and “By when”.
pub const OWNER: &str = "Owner";
pub const DUE: &str = "Due";
pub const REVIEW_BY: &str = "Review by";
pub const STATUS: &str = "Status";
pub const STRENGTHS: &str = "Strengths";
pub const NOTHING_JUDGED_YES: &str = "Nothing is judged Yes yet.";
pub const IN_PLACE: &str = "Already in place for later stages";

// --- A page that is not there

pub const NO_SUCH_PAGE: &str = "There is no such page in this audit";
pub const GO_TO_OVERVIEW: &str = "Go to the audit’s overview";

/// A capability by its number: in the list of pages, and as the name of its cairn.
pub fn capability(id: &str) -> String {
    ["Capability ", id].concat()
}

/// A capability by its number and its title, in headings and to tick.
pub fn capability_called(capability: &Capability) -> String {
    ["Capability ", &capability.id, ": ", &capability.title].concat()
}

/// The name of the page that reviews the capability with this number.
pub fn review_of(id: &str) -> String {
    ["Review of capability ", id].concat()
}

/// On a link to the review of the capability with this number.
pub fn review_capability(id: &str) -> String {
    ["Review capability ", id].concat()
}

/// The caption of a capability's table of how many indicators each stage has.
pub fn indicators_of_capability(id: &str) -> String {
    ["Indicators of capability ", id, ", by stage"].concat()
}

/// The stage reached and the one being worked at, of an area or a capability.
pub fn standing(standing: &Standing) -> String {
    [words::reached(standing), words::working_at(standing)].join(", ")
}

/// Beside a bar and in the report: how many questions of an area or of the audit have a reflection.
pub fn reflected_on((done, all): (usize, usize)) -> String {
    format!("{done} of {all} questions reflected on")
}

/// Beside a bar and in the report: how many indicators of an area or of the audit have a judgement.
pub fn judged((done, all): (usize, usize)) -> String {
    format!("{done} of {all} indicators judged")
}

/// Beside an indicator: its judgement in last year's audit, from which this one was started.
pub fn last_year(judgement: Judgement) -> String {
    ["Last year: ", words::judgement(judgement)].concat()
}

/// On the card of an item: who changed it last. Empty for an empty `name`.
pub fn last_changed_by(name: &str) -> String {
    if name.is_empty() { String::new() } else { ["last changed by ", name].concat() }
}

/// How many items of evidence there are.
pub fn items_of_evidence(number: usize) -> String {
    words::count(number, "item of evidence", "items of evidence")
}

/// The title of an item of evidence, or “Evidence without a title” when it is blank.
pub fn evidence_title(title: &str) -> &str {
    match title.trim() {
        "" => "Evidence without a title",
        title => title,
    }
}

/// The whole sentence of an indicator, with the words that say whom it is about.
pub fn indicator(indicator: &Indicator) -> String {
    [lead_in(indicator.subject), " ", &indicator.text].concat()
}

/// The stage of an indicator and its whole sentence, in lists of indicators.
pub fn indicator_at_stage(indicator: &Indicator) -> String {
    let (stage, lead_in) = (words::stage(indicator.stage), lead_in(indicator.subject));
    [stage, ": ", lead_in, " ", &indicator.text].concat()
}
