//! The sentences of the results of a staff survey, and of its proposals for judgements.

pub mod audit;
pub mod figures;
pub mod summary;
pub mod waiting;

use crate::exchange::csv::Headings;
use crate::progression::Judgement;
use crate::survey::Answer;
use crate::words;
use crate::words::survey::results::figures::percent;

// --- The table that is saved or copied for a spreadsheet

pub const TABLE: Headings = Headings {
    statement: ["Statement", "Words"],
    answers: [
        Answer::StronglyAgree.label(),
        Answer::Agree.label(),
        Answer::Neither.label(),
        Answer::Disagree.label(),
        Answer::StronglyDisagree.label(),
        Answer::DontKnow.label(),
    ],
    after: ["Answered", "Agreement %", "Last year %", "Change"],
    too_few: "too few",
    typed: "Typed in from paper",
    comments: "Comments",
};

// --- The page of results

pub const RESULTS: &str = "Staff survey: results";
pub const NO_SURVEY_YET: &str = "There is no staff survey in this audit yet.";
pub const WHY_NO_RESULTS: &str = "Why there are no results yet";
pub const GO_TO_SURVEY: &str = "Go to the staff survey";
pub const ON_THIS_PAGE: &str = "On this page";
pub const BY_AREA: &str = "By area";
pub const STATEMENTS: &str = "Statements";
pub const TWO_VIEWS: &str = "Two views";
pub const PROPOSALS: &str = "Proposals";
pub const WHO_ANSWERED: &str = "Who answered";
pub const CUT_OFF: &str = "Cut-off in percent";
pub const CUT_OFF_HINT: &str = "Your organisation chooses it. If at least this many of those with a view agree, the survey proposes Yes.";
pub const NO_CUT_OFF: &str = "Type a whole number from 1 to 100.";
pub const PRINT: &str = "Print";
pub const COPY_AS_TABLE: &str = "Copy as a table";
pub const SAVE_FOR_SPREADSHEET: &str = "Save for a spreadsheet (.csv)";
pub const COMMENTS_IN_TABLE: &str = "The table includes the comments.";

// --- By area

pub const ABOUT_AREAS: &str = "How many people with a view agree, across all the statements of an area. The line marks the cut-off.";
pub const TOO_FEW_FOR_FIGURE: &str = "Too few answered to show a figure";

// --- Statement by statement

pub const BY_STATEMENT: &str = "Statement by statement";
pub const ABOUT_BARS: &str = "Disagreement is to the left of the middle, agreement to the right, and “neither” lies across it. “Don’t know” stands apart at the end and counts neither for nor against. All bars have the same scale.";
pub const ORDER: &str = "Order";
pub const AS_ASKED: &str = "As they were asked";
pub const MOST_FIRST: &str = "Most agreement first";
pub const LEAST_FIRST: &str = "Least agreement first";
pub const SHOW_AS_TABLE: &str = "Show as a table";
/// After [`SHOW_AS_TABLE`], for screen readers.
pub const TABLE_OF_ANSWERS: &str = ": how people answered";
pub const ANSWERS: &str = "How many gave each answer";
pub const STATEMENT: &str = "Statement";
pub const ANSWERED: &str = "Answered";
pub const AGREE: &str = "Agree";
pub const TOO_FEW_TO_SHOW: &str = "Too few answered this one to show its figures.";

/// Below the bar of a statement: how many people answered it.
pub fn answered(number: u32) -> String {
    [&number.to_string(), " answered"].concat()
}

/// Below the bar of a statement: the change in percentage points since last year's survey.
pub fn since_last_year(points: i32) -> String {
    [&figures::change(points), " since last year"].concat()
}

// --- Since last year

pub const SINCE_LAST_YEAR: &str = "Since last year’s survey";
pub const ABOUT_CHANGES: &str = "How many agree, and the change in percentage points. When few people answer, one person more or less moves a figure by many points.";
pub const BOTH_YEARS: &str = "Agreement last year and this year";
pub const LAST_YEAR: &str = "Last year";
pub const THIS_YEAR: &str = "This year";
pub const CHANGE: &str = "Change";

// --- Two views of the same area

pub const SAME_AREA: &str = "Two views of the same area";
pub const ABOUT_VIEWS: &str = "One side is what the organisation says of itself: how many of its own indicators are judged achieved, of those judged so far. The other side is what staff say. Where they differ, look again together. Neither side is the right one.";
pub const BOTH_VIEWS: &str = "What the organisation says and what staff say";
/// After [`SHOW_AS_TABLE`], for screen readers.
pub const TABLE_OF_VIEWS: &str = ": two views of the same area";
pub const AREA: &str = "Area";
pub const OWN_JUDGEMENT: &str = "The organisation’s own judgement";
pub const STAFF_WHO_AGREE: &str = "Staff who agree";
pub const ORGANISATION: &str = "Organisation";
pub const STAFF: &str = "Staff";
pub const NONE_JUDGED: &str = "None judged yet";
pub const TOO_FEW_ANSWERED: &str = "Too few answered";
pub const NOTHING_TO_COMPARE: &str =
    "There is nothing to compare yet: judge the organisation’s own indicators first.";

/// The organisation's view of an area: how many of its own indicators are `achieved`, of those `judged`
/// (`share`, in percent), and how many of `all` are still to judge.
pub fn own_view(share: u32, achieved: usize, judged: usize, all: usize) -> String {
    let rest = match all - judged {
        0 => String::new(),
        rest => format!(", {rest} still to judge"),
    };
    format!("{}: {achieved} of {judged} achieved{rest}", percent(share))
}

/// Below the pairs of views: in no area are the two so many percentage points apart.
pub fn views_are_close(points: u32) -> String {
    format!("The two views are close: less than {points} points apart everywhere.")
}

/// Below the pairs of views: in which area they are furthest apart, both views in percent, and a
/// question to begin with.
pub fn widest_gap(area: &str, own: u32, staff: u32) -> String {
    let question = if own > staff {
        "What would staff need to see to say the same?"
    } else {
        "What do staff see that the organisation could show evidence of?"
    };
    format!(
        "The widest gap is in {area}: the organisation has judged {} of its own indicators achieved, and {} of staff agree. {question}",
        percent(own),
        percent(staff),
    )
}

// --- What the survey proposes

pub const WHAT_SURVEY_PROPOSES: &str = "What the survey proposes";
pub const ABOUT_PROPOSALS: &str = "You judge the staff indicators. The survey proposes Yes if agreement reaches the cut-off, and No if it does not. Accept a proposal, or judge differently and add a note saying why. Later answers can change proposals, never judgements.";
pub const ALL_JUDGED: &str = "You have judged every indicator that the survey has a proposal for.";
pub const ACCEPT_ALL: &str = "Accept all for indicators not judged yet";
pub const ACCEPT: &str = "Accept";
pub const GO_TO_INDICATOR: &str = "Go to this indicator";
pub const NOT_JUDGED: &str = "Not judged yet";

/// Above the proposals, and on the audit's overview: how many wait for a judgement.
pub fn to_judge(number: usize) -> String {
    match number {
        1 => "There is 1 proposal for an indicator that you have not judged yet.".to_owned(),
        _ => format!("There are {number} proposals for indicators that you have not judged yet."),
    }
}

/// Below an indicator: what the survey proposes for it.
pub fn proposes(proposed: Judgement) -> String {
    ["Proposes ", words::judgement(proposed)].concat()
}

/// After [`ACCEPT`], for screen readers: the proposal, and the indicator's text.
pub fn accept_about(proposed: Judgement, indicator: &str) -> String {
    [" ", words::judgement(proposed), " for: ", indicator].concat()
}

/// Beside a proposal: the indicator is judged as the survey proposes.
pub fn as_proposed(judgement: Judgement) -> String {
    ["You said ", words::judgement(judgement), ", as proposed"].concat()
}

/// Beside a proposal: the indicator is judged differently, and the note that says why, if there is one.
pub fn differently(judgement: Judgement, note: &str) -> String {
    let said = ["You said ", words::judgement(judgement)].concat();
    match note.trim() {
        "" => [&said, ". Add a note saying why."].concat(),
        note => [&said, ". Your note: ", note].concat(),
    }
}

/// Below a proposal that later answers have changed: what it was when the indicator was judged.
pub fn proposed_then(proposed: Judgement) -> String {
    ["When you judged it, the survey proposed ", words::judgement(proposed), "."].concat()
}
