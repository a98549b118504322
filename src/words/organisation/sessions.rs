//! The sentences of the page of a card session, of its timer, and of the session on paper.

use crate::organisation::session::Session;
use crate::words;
use crate::words::organisation::title;

/// The title of the browser's tab, in place of the session's own: the browser's history keeps titles.
pub const SESSION: &str = "Session";
pub const PRINT_SESSION: &str = "Print this session";

/// The heading of the page: the card's title, and the day if there is one.
pub fn heading(session: &Session) -> String {
    let day = session.date().map(|day| [", ", &words::day(day)].concat());
    ["Session: ", &title(session.title()), &day.unwrap_or_default()].concat()
}

// --- The meeting

pub const THE_MEETING: &str = "The meeting";
pub const MINUTES: &str = "Minutes";
pub const WHO_IS_THERE: &str = "Who is there";
pub const WHO_IT_IS_FOR: &str = "Who it is for";
pub const PLACE_IN_PROGRAMME: &str = "Place in the programme";

// --- The timer

pub const TIME: &str = "Time";
pub const START_TIMER: &str = "Start the timer";
pub const PAUSE: &str = "Pause";
pub const GO_ON: &str = "Go on";
pub const RESET: &str = "Reset";
pub const HOW_THE_TIMER_RUNS: &str = "The timer keeps running when you go to another page of Cairn or reload this one. It tells you when five minutes are left, and when the time is up.";

/// After the minutes and seconds of the timer: whether they are left, or over. `left` is in seconds.
pub fn left_or_over(left: i64) -> &'static str {
    if left < 0 { " over" } else { " left" }
}

// --- The card and its questions

pub const SEE_WHOLE_CARD: &str = "See the whole card";
pub const NO_QUESTIONS: &str = "This card has no questions. You can still write down what was said, below under “What we will do”.";

/// A question of the session, or words in its place when it is no longer on the card and its text is
/// gone.
pub fn question(text: &str) -> &str {
    if text.is_empty() { "A question that is no longer on the card" } else { text }
}

/// The label of the field for notes below a question.
pub fn notes_on(number: &str) -> String {
    ["Notes on question ", number].concat()
}

// --- What comes of it

pub const WHAT_WE_WILL_DO: &str = "What we will do";
pub const WHAT_YOU_AGREED: &str = "What you agreed to do";
pub const ADD_TO_TEAM_PLAN: &str = "Add to a team’s plan…";
pub const WHAT_TEAM_PLAN_SAYS: &str = "What you will do becomes a learning need in the plan of the team you choose. There you can say who will see to it, and by when.";

// --- After the meeting

pub const AFTER_THE_MEETING: &str = "After the meeting";
pub const WHAT_HELD_MEANS: &str =
    "Once held, a session keeps its questions as they were asked, and counts in the programme.";
pub const MARK_AS_HELD: &str = "Mark as held";
pub const MARK_AS_NOT_HELD: &str = "Mark as not held yet";
pub const REMOVE_SESSION: &str = "Remove this session";
pub const ASK_TO_REMOVE: &str = "Remove this session?";
pub const WHAT_REMOVING_TAKES: &str = "The result of its votes goes with it, and its notes. You can undo this only until you reload or close this page.";
pub const REMOVE: &str = "Remove it";

// --- On paper

pub const DAY_ON_PAPER: &str = "The day: ";
pub const FOR_WHOM_ON_PAPER: &str = "Who it is for: ";
pub const WHO_IS_THERE_ON_PAPER: &str = "Who is there: ";
pub const WHO_WAS_THERE_ON_PAPER: &str = "Who was there: ";
pub const QUESTIONS_ON_PAPER: &str = "Questions and what was said";
pub const VOTE_ON_PAPER: &str = "How much of this is in place here";
