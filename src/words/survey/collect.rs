//! The sentences for opening a survey, collecting its answers, and closing it.

#![allow(missing_docs, reason = "a sentence says itself what it says")]

pub mod bring_in;
pub mod open;
pub mod tally;
pub mod ways;

use crate::moment::Date;
use crate::survey::Asked;
use crate::words;

// --- the pages of a survey

/// The heading of a survey's pages.
pub fn heading(asked: Asked) -> &'static str {
    match asked {
        Asked::Indicators => "Staff survey",
        Asked::Characteristics => "Ask everyone",
    }
}

pub const SURVEY: &str = "Survey";
pub const RESULTS: &str = "Results";
pub const YOU_SAID: &str = "You said, we did";
pub const CHARACTERISTICS: &str = "Characteristics";

pub const NO_SURVEY_YET: &str = "There is no survey yet.";
pub const OPEN_A_SURVEY: &str = "Open a survey";

// --- before it is opened

/// Below that heading, before there is a survey: what it is for.
pub fn lead(asked: Asked) -> &'static str {
    match asked {
        Asked::Indicators => {
            "Some indicators are about what staff experience. A staff survey asks everyone the same 24 statements. It proposes a judgement for each of those indicators; you decide."
        }
        Asked::Characteristics => {
            "How true are the characteristics here? What does it feel like to be part of this organisation? A survey asks everyone the same 19 statements. You can compare what many people say with what one person says, and keep it as a round."
        }
    }
}

pub const ANONYMITY: &str = "Nobody is asked for a name. Cairn keeps how many people gave each answer, and comments in no order. It never keeps one person’s answers together. Nothing shows until enough people have answered.";

// --- where it stands

pub const WHERE_IT_STANDS: &str = "Where it stands";
pub const OPEN: &str = "Open";
pub const CLOSED: &str = "Closed";
pub const SEE_RESULTS: &str = "See the results";
pub const CLOSE: &str = "Close the survey";
pub const OPEN_AGAIN: &str = "Open it again";
pub const CHANGE_DETAILS: &str = "Change the details";
pub const IS_CLOSED: &str = "The survey is closed. Open it again to see the link, the kiosk and the sheets. You can still bring in answers below.";
pub const ENOUGH: &str = "Enough people have answered for results to show.";
pub const SHOWS_ALL: &str = "The results show what everyone who answered has said.";
pub const SHOWS_ALL_BUT_FEW: &str = "The results show what everyone who answered has said, except about statements that too few people have answered.";

/// How many people have answered, of those who were `invited` if their number is known.
pub fn answered(answered: usize, invited: Option<usize>) -> String {
    match (answered, invited) {
        (0, None) => "Nobody has answered yet.".to_owned(),
        (1, None) => "1 has answered.".to_owned(),
        (answered, None) => format!("{answered} have answered."),
        (answered, Some(invited)) if answered > invited => {
            format!("{answered} have answered, more than the {invited} who were invited.")
        }
        (1, Some(invited)) => format!("1 of {invited} has answered."),
        (answered, Some(invited)) => format!("{answered} of {invited} have answered."),
    }
}

/// The closing date of a survey. `is_over` is true when that day has passed.
pub fn closing(day: Date, is_open: bool, is_over: bool) -> String {
    let day = words::day(day);
    match (is_open, is_over) {
        (true, false) => format!("It is due to close on {day}."),
        (true, true) => format!(
            "The closing date, {day}, has passed. Close the survey when you expect no more answers."
        ),
        (false, _) => format!("Its closing date was {day}."),
    }
}

// --- comments

pub const COMMENTS: &str = "Comments";

/// Above the comments: how many people wrote one, and how to share them.
pub fn comments(number: usize) -> String {
    let wrote = words::count(number, "person added a comment", "people added comments");
    [&wrote, ". The order of comments says nothing about who wrote them. When you share them, leave out names and anything that shows who is meant."].concat()
}

// --- asking again

pub const ASK_AGAIN: &str = "Ask again";
pub const START_AGAIN: &str = "Ask again with a new survey";
pub const ALL_KEPT: &str =
    "What people have said is kept as a round, so you can ask again whenever you like.";
pub const SOME_WAITS: &str = "Everything that can be shown is kept as a round. The answers that wait are in no round: a new survey replaces this one and deletes them for good.";
pub const KEEP_FIRST: &str = "A new survey replaces this one. Results that show by then are kept as a round, on the page “Characteristics”.";
pub const LOSE_ANSWERS: &str = "Ask again now?";
pub const LOSE_ANSWERS_TEXT: &str = "When you open the new survey, the results that show are kept as a round. If answers still wait to be shown, they are deleted for good. Answers that still arrive cannot be counted.";
pub const LOSE_THEM: &str = "Ask again anyway";
