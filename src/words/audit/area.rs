//! The sentences of the page of an area: its questions, its suggestions of evidence, and its indicators.

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
/// On the link to the area before this one, in front of its name.
pub const PREVIOUS: &str = "Previous: ";
/// On the link to the area after this one, in front of its name.
pub const NEXT: &str = "Next: ";

/// Below a reflection: who changed it last. Empty for an empty `name`.
pub fn reflection_changed_by(name: &str) -> String {
    words::capital(&audit::last_changed_by(name))
}

/// Below the suggestions of evidence: how many items the area has.
pub fn evidence_for_area(number: usize) -> String {
    [&audit::items_of_evidence(number), " for this area"].concat()
}

/// The heading above the indicators about the organisation, or about its staff.
pub fn heading(subject: Subject) -> &'static str {
    match subject {
        Subject::Organisation => "What the organisation can show",
        Subject::Staff => "Staff perceptions",
    }
}

/// Below that heading: how to judge these indicators.
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

/// Beside the name of a stage: the words with which every indicator below it begins.
pub fn reads_on_from(subject: Subject) -> String {
    [lead_in(subject), "…"].concat()
}

// --- An indicator

pub const CLEAR_ANSWER: &str = "Clear answer";
pub const EVIDENCE_FOR_THIS: &str = "Evidence for this";
pub const OTHER_EVIDENCE: &str = "Other evidence";
pub const ADD: &str = "Add";

/// The summary of the folded part below an indicator: whether it has a note, and how many items of
/// `evidence`. Asks for a note when there is none and the judgement is `otherwise` than the survey
/// proposes.
pub fn note_and_evidence(otherwise: bool, has_note: bool, evidence: usize) -> String {
    match (has_note, evidence) {
        (false, _) if otherwise => "Say why in a note".to_owned(),
        (false, 0) => "Note and evidence".to_owned(),
        (true, 0) => "1 note".to_owned(),
        (false, _) => audit::items_of_evidence(evidence),
        (true, _) => ["1 note, ", &audit::items_of_evidence(evidence)].concat(),
    }
}

/// After that summary, for screen readers: the indicator's text.
pub fn for_indicator(text: &str) -> String {
    [" for: ", text].concat()
}

/// The label of the field for a note. `otherwise` is true when the judgement differs from what the
/// survey proposes.
pub fn note_label(otherwise: bool) -> &'static str {
    match otherwise {
        true => "Note: why is your judgement different from the survey’s?",
        false => "Note (optional)",
    }
}
