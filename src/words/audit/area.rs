//! What the page of an area says: its questions, its suggestions of evidence, and its indicators.

use crate::framework::Subject;
use crate::words::{self, audit, lead_in};

// --- The page

pub const QUESTIONS: &str = "Questions";
pub const ORGANISATION: &str = "Organisation";
pub const STAFF: &str = "Staff";

pub const QUESTIONS_TO_CONSIDER: &str = "Questions to consider";
pub const NOTES_ARE_FINE: &str =
    "Write what comes to mind: notes are fine. Leave out what you cannot answer yet.";
pub const LAST_YEARS_WORDS: &str = "What you wrote last year";

pub const POSSIBLE_EVIDENCE: &str = "Possible evidence";
pub const TAP_WHAT_YOU_HAVE: &str = "Tap what you have to add it to your evidence. Under Evidence you can say where it is kept. Further down this page you can link it to indicators.";

pub const NEIGHBOURS: &str = "Next and previous area";
/// Before the name of the area before this one.
pub const PREVIOUS: &str = "Previous: ";
/// Before the name of the area after this one.
pub const NEXT: &str = "Next: ";

/// Who else changed a reflection last, below it; empty for nobody.
pub fn reflection_changed_by(name: &str) -> String {
    words::capital(&audit::last_changed_by(name))
}

/// How many items of evidence an area has.
pub fn evidence_for_area(number: usize) -> String {
    [&audit::items_of_evidence(number), " for this area"].concat()
}

/// Above the indicators about the organisation, or about its staff.
pub fn heading(subject: Subject) -> &'static str {
    match subject {
        Subject::Organisation => "What the organisation can show",
        Subject::Staff => "Staff perceptions",
    }
}

/// How to judge the indicators about the organisation, or about its staff.
pub fn how_to_judge(subject: Subject) -> &'static str {
    match subject {
        Subject::Organisation => {
            "Say Yes if you could show evidence today. No is not a failure: it tells you what to work on."
        }
        Subject::Staff => {
            "Judge these from what staff have told you: a survey, supervision, a staff meeting."
        }
    }
}

/// The words that every indicator below a heading reads on from.
pub fn reads_on_from(subject: Subject) -> String {
    [lead_in(subject), "…"].concat()
}

// --- An indicator

pub const CLEAR_ANSWER: &str = "Clear answer";
pub const EVIDENCE_FOR_THIS: &str = "Evidence for this";
pub const OTHER_EVIDENCE: &str = "Other evidence";
pub const ADD: &str = "Add";

/// What stands folded below an indicator: a note, or that one is wanted where the judgement is
/// `otherwise` than the survey proposes, and how many items of evidence.
pub fn note_and_evidence(otherwise: bool, has_note: bool, evidence: usize) -> String {
    match (has_note, evidence) {
        (false, _) if otherwise => "Say why in a note".to_owned(),
        (false, 0) => "Note and evidence".to_owned(),
        (true, 0) => "1 note".to_owned(),
        (false, _) => audit::items_of_evidence(evidence),
        (true, _) => ["1 note, ", &audit::items_of_evidence(evidence)].concat(),
    }
}

/// Which indicator that is about, for those who cannot see what it stands below.
pub fn for_indicator(text: &str) -> String {
    [" for: ", text].concat()
}

/// Above the note beside a judgement, which may be `otherwise` than the survey proposes.
pub fn note_label(otherwise: bool) -> &'static str {
    match otherwise {
        true => "Note: why is your judgement different from the survey’s?",
        false => "Note (optional)",
    }
}
