//! The sentences of the review of a team, and of the picture of how clear the team is.

use crate::moment::Date;
use crate::team::Clarity;
use crate::words::{capital, day};

pub const ABOUT_REVIEW: &str = "Once a year, the team asks itself six questions about the quality of its work. Talk about each one, write down what you say, and agree how clear you are on it.";
pub const GO_ON_TO_PLAN: &str = "Go on to the development plan";

/// The links at the top of the page that lead down to each question.
pub const QUESTIONS: [&str; 6] =
    ["Question 1", "Question 2", "Question 3", "Question 4", "Question 5", "Question 6"];

// The part about when the review is held, and with whom.
pub const THIS_YEAR: &str = "This year’s review";
pub const HELD_ON: &str = "Held on";
pub const NEXT_ON: &str = "Next review on";
pub const WHO_TOOK_PART: &str = "Who took part";

// The fields of each question.
pub const WHAT_WE_THINK: &str = "What we think";
pub const WHAT_SHOWS_IT: &str = "What shows it";
pub const HOW_CLEAR: &str = "How clear are we on this?";
pub const WHAT_MAKES_CLEARER: &str = "What would make it clearer";
pub const NEEDS_FROM_THIS: &str = "Learning needs from this question";
pub const NO_NEEDS_FROM_THIS: &str = "No learning needs from this question yet.";
pub const WHAT_TO_LEARN: &str = "What does the team need to learn?";
pub const ADDED_TO_PLAN: &str = "It is in the development plan.";

/// The choices of how clear a team is: the name of each in files, and its name on the screen.
pub const CLARITY: &[(&str, &str)] = &[
    (Clarity::NotClear.word(), "Not clear yet"),
    (Clarity::PartlyClear.word(), "Partly clear"),
    (Clarity::MostlyClear.word(), "Mostly clear"),
    (Clarity::Clear.word(), "Clear"),
];

/// The words for how clear a team is.
pub fn clarity(clarity: Option<Clarity>) -> &'static str {
    match clarity {
        Some(clarity) => CLARITY[clarity.step() - 1].1,
        None => "Not answered yet",
    }
}

/// By how many steps a team has become clearer or less clear since last year; empty when that is not
/// known.
pub fn change(steps: Option<i8>) -> &'static str {
    match steps {
        None => "",
        Some(..=-3) => "three steps down",
        Some(-2) => "two steps down",
        Some(-1) => "one step down",
        Some(0) => "same as last year",
        Some(1) => "one step up",
        Some(2) => "two steps up",
        Some(_) => "three steps up",
    }
}

/// When last year's review was held.
pub fn held_last_year(on: Date) -> String {
    ["Last year’s was held on ", &day(on), "."].concat()
}

/// The button that sets the next review for a year after this one.
pub fn set_next(on: Date) -> String {
    ["Set the next review for ", &day(on)].concat()
}

/// Below a question: what it asks the team to be clear about.
pub fn asks_for(clarity: &str) -> String {
    ["It asks for ", clarity, "."].concat()
}

/// On paper, in front of how clear the team is: what the question asks the team to be clear about.
pub fn asked_for(clarity: &str) -> String {
    [&capital(clarity), ": "].concat()
}

/// Below the choice of how clear the team is: how clear it was last year, and the change in steps since.
pub fn since_last_year(last: Clarity, steps: Option<i8>) -> String {
    let last = clarity(Some(last)).to_lowercase();
    match change(steps) {
        "" => ["Last year: ", &last, "."].concat(),
        change => ["Last year: ", &last, ". This year: ", change, "."].concat(),
    }
}

/// After the button that adds a need, for screen readers: the question that it stands below.
pub fn from_question(question: &str) -> String {
    [": from “", question, "”"].concat()
}

// --- The picture of how clear the team is, and the table that says the same

pub const HOW_CLEAR_WE_ARE: &str = "How clear we are";
pub const STEPS: &str =
    "How clear we are, from “not clear yet” on the left to “clear” on the right";
pub const LAST_YEAR_MARK: &str = "▲ marks last year’s step.";
pub const CLEAR_BY_QUESTION: &str = "How clear we are, by question";
pub const COLUMNS: [&str; 3] = ["Question", "It asks for", HOW_CLEAR_WE_ARE];
pub const LAST_YEAR: &str = "Last year";

/// The description of a question's stepping stones, for screen readers: how clear the team is, and how
/// clear it was last year.
pub fn steps(now: Option<Clarity>, last: Option<Clarity>) -> String {
    match last {
        Some(last) => ["This year: ", clarity(now), ". Last year: ", clarity(Some(last))].concat(),
        None => ["This year: ", clarity(now)].concat(),
    }
}
