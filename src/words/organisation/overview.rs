//! The sentences of the overview of an organisation.

use crate::moment::Date;
use crate::organisation::round::Round;
use crate::organisation::session::Session;
use crate::words::organisation::{day, title};
use crate::words::{beside, count};

// --- The next step

pub const GO_TO_SESSION: &str = "Go to the session";
pub const PREPARE_SESSION: &str = "Prepare the session";
pub const GO_ON_WITH_ROUND: &str = "Go on with the round";
pub const PLAN_FIRST_SESSION: &str = "Choose a discussion card for one of your next meetings.";
pub const LOOK_AT_CARDS: &str = "Go to the discussion cards";
pub const FIRST_ROUND: &str =
    "Look at the characteristics of a learning organisation. How true is each one here?";
pub const GO_TO_CHARACTERISTICS: &str = "Go to the characteristics";
pub const FIRST_ACHIEVEMENT: &str = "Write down something you have achieved, however small.";
pub const GO_TO_ACHIEVEMENTS: &str = "Go to the achievements";
pub const PLAN_ANOTHER_SESSION: &str =
    "No session is planned. Choose a card for one of your next meetings.";
pub const GO_TO_PROGRAMME: &str = "Go to the programme";

/// The next step when a session is planned for today.
pub fn today(session: &Session) -> String {
    ["Today’s session is about ", &title(session.title()), "."].concat()
}

/// The next step when the day of a session has passed, and nobody has marked it as held.
pub fn was_it_held(session: &Session) -> String {
    let (title, day) = (title(session.title()), day(session.date()));
    ["You planned a session about ", &title, " for ", &day, ". Did you hold it?"].concat()
}

/// The next step when a session was held, and nobody has written down what will be done.
pub fn what_will_you_do(session: &Session) -> String {
    ["You talked about ", &title(session.title()), ". Now write down what you will do."].concat()
}

/// The next step when a round is not complete: how many of its statements have no answer.
pub fn still_to_answer(left: usize, of: usize) -> String {
    format!("You have {left} of {of} statements left to answer.")
}

/// The next step when the last round was long ago, with its day.
pub fn look_again(last: Option<Date>) -> String {
    ["You last looked at the characteristics on ", &day(last), ". It is time to look again."]
        .concat()
}

/// The next step when there is nothing to do before the next session.
pub fn next_session(session: &Session) -> String {
    let (title, day) = (title(session.title()), day(session.date()));
    ["Your next session is about ", &title, ", on ", &day, "."].concat()
}

// --- The card sessions

pub const SESSIONS: &str = "Card sessions";
pub const NO_SESSION_YET: &str = "No sessions yet. A card gives a meeting something to talk about: a statement, some questions, and what others have done.";
pub const ALL_SESSIONS: &str = "All cards and sessions";
/// In bold before the link to the next session.
pub const NEXT: &str = "Next: ";
/// In bold before the link to the session that was held last.
pub const LAST: &str = "Last: ";

/// How many sessions were held, and how many are planned.
pub fn held_and_planned(held: usize, planned: usize) -> String {
    beside(&[&count(held, "session held", "sessions held"), &count(planned, "planned", "planned")])
}

// --- The characteristics

pub const CHARACTERISTICS: &str = "Characteristics of a learning organisation";
pub const NO_ROUND_YET: &str = "Twelve characteristics, and seven things it feels like: how true are they here? There is no round yet.";
pub const ALL_STATEMENTS: &str = "All statements";

/// When the last round was, and by whom.
pub fn last_round(round: &Round) -> String {
    ["Last round: ", &beside(&[&day(round.date()), round.by()])].concat()
}

// --- The achievements

pub const ACHIEVEMENTS: &str = "Achievements so far";
pub const NO_ACHIEVEMENT_YET: &str = "Nothing here yet. Write down what went well.";
pub const ALL_ACHIEVEMENTS: &str = "All achievements";
