//! The sentences about the survey on other pages of its audit: the overview, the page of an area, the
//! report.

use crate::progression::Judgement;
use crate::survey::SurveyState;
use crate::survey::results::{Proposal, Share};
use crate::words;
use crate::words::survey::results::figures::{behind, percent};

// --- On the overview

pub const STAFF_SURVEY: &str = "Staff survey";
pub const NO_SURVEY: &str = "No survey yet. A short, anonymous survey asks staff themselves, and proposes a judgement for each staff indicator.";
pub const LOOK_AT_SURVEY: &str = "Look at the staff survey";
pub const SEE_RESULTS: &str = "See the results";
pub const TELL_STAFF: &str = "Tell staff what you do about it: “You said, we did”";
pub const READY: &str = "You can see the results now.";

/// Whether the survey is open, before the sentences in `further`.
pub fn stands(survey: SurveyState, further: &str) -> String {
    let open = match survey {
        SurveyState::Open => "The survey is open. ",
        SurveyState::Closed => "The survey is closed. ",
    };
    [open, further].concat()
}

// --- On the page of an area

pub const RESULTS: &str = "Results of the staff survey";
pub const TOO_FEW: &str = "Staff survey: too few answered this one to propose a judgement.";
pub const DIFFERENT: &str =
    "You judged differently from what the survey proposes. You can say why in the note.";

/// Above the staff indicators: why no results show. `why` is a sentence.
pub fn nothing_shows(why: &str) -> String {
    ["Staff survey: ", why].concat()
}

/// Below an indicator: the figures of the survey, and the judgement that it proposes.
pub fn proposes(proposal: &Proposal, cut_off: u32) -> String {
    let proposed = words::judgement(proposal.proposed);
    ["Staff survey: ", &behind(proposal, cut_off), ". It proposes ", proposed, "."].concat()
}

/// The button that judges the indicator as the survey proposes.
pub fn accept(proposed: Judgement) -> String {
    ["Accept ", words::judgement(proposed)].concat()
}

/// After that button, for screen readers: the indicator's text.
pub fn accept_about(indicator: &str) -> String {
    [" for: ", indicator].concat()
}

// --- In the report

pub const TABLE_BY_AREA: &str = "Staff survey by area";
pub const AGAINST_CUT_OFF: &str = "Compared with the cut-off";
pub const TABLE_BY_STATEMENT: &str = "Staff survey by statement";
pub const TOO_FEW_CELL: &str = "too few";
pub const DIFFERENTLY: &str = "Judged differently from what the survey proposes";
pub const INDICATOR: &str = "Indicator";
pub const SURVEY_PROPOSES: &str = "Survey proposes";
pub const JUDGED: &str = "Judged";
pub const NOTE: &str = "Note";

/// Below the heading: the survey's title, and what its cut-off means.
pub fn about_survey(title: &str, cut_off: u32) -> String {
    format!(
        "“{}”. The cut-off is {} of those with a view. If it is reached, the survey proposes that an indicator is achieved.",
        title.trim(),
        percent(cut_off),
    )
}

/// In a cell of a table: how the agreement in an area compares with the cut-off.
pub fn compared(agreement: Option<Share>) -> &'static str {
    match agreement {
        Some(share) if share.reaches_cut_off() => "at or above",
        Some(_) => "below",
        None => "too few answered",
    }
}
