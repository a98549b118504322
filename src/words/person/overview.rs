//! The sentences of the overview of a person's learning.

use crate::audit::Status;
use crate::moment::Date;
use crate::person::Prompt;
use crate::person::step::What;
use crate::words;

// --- The next step

pub const FIRST_TARGET: &str = "Write your first target: what would you like to learn this year?";
pub const REVIEW_YEAR: &str = "Your learning year is over. Look back on it in your annual review.";
pub const BEGIN_NEXT_YEAR: &str =
    "Your learning year is over and reviewed. Start next year’s from this one.";
pub const FIRST_STANDARD: &str =
    "Write down what your post asks for. These learning standards help you see what you learn.";
pub const FIRST_ENTRY: &str =
    "Write your first diary entry: something small that you learned this week.";
pub const NOTHING_DUE: &str = "Nothing is due. Write down what you learn as it comes.";

pub const GO_TO_ENTRY: &str = "Go to the entry";
pub const GO_TO_INTERVIEW: &str = "Go to the interview";
pub const GO_TO_REVIEW: &str = "Go to the annual review";
pub const GO_TO_STANDARDS: &str = "Go to the learning standards";

/// The next step after the course of this name.
pub fn after_course(name: &str, prompt: Prompt) -> String {
    let what = match prompt {
        Prompt::Reflect => "”: write down what you learned, before it fades.",
        Prompt::Account => "”: tell your learning partner or your manager what you got out of it.",
        Prompt::Share => "”: share it with others, in a meeting, on paper or on screen.",
    };
    ["“", name, what].concat()
}

/// The next step when the day of an interview has passed: asks whether it was held. `name` is its title.
pub fn was_it_held(name: &str) -> String {
    ["Was this interview held: ", name, "?"].concat()
}

/// The next step when something is late. `name` is a target's text or an interview's partner, if any.
pub fn was_due(what: &What, name: &str, by: Date) -> String {
    [&words::capital(&subject(what, name)), " was due by ", &words::day(by), "."].concat()
}

/// The next step when something is due next. `name` is a target's text or an interview's partner, if
/// any.
pub fn is_due(what: &What, name: &str, by: Date) -> String {
    ["Next: ", &subject(what, name), " is due by ", &words::day(by), "."].concat()
}

fn subject(what: &What, name: &str) -> String {
    match (what, name) {
        (What::Target(_), "") => "a target".to_owned(),
        (What::Target(_), name) => ["the target “", name, "”"].concat(),
        (What::Interview(_), "") => "a learning interview".to_owned(),
        (What::Interview(_), name) => ["your learning interview with ", name].concat(),
        (What::InterviewToPlan, _) => "your next learning interview".to_owned(),
        (What::Day, _) => "your next learning day".to_owned(),
        (What::Review, _) => "your annual review".to_owned(),
    }
}

/// The link to what is late or due next.
pub fn go_to(what: &What) -> &'static str {
    match what {
        What::Target(_) => "Go to the target",
        What::Interview(_) => GO_TO_INTERVIEW,
        What::InterviewToPlan | What::Day => "Go to interviews and days",
        What::Review => GO_TO_REVIEW,
    }
}

// --- The targets

pub const NO_TARGETS: &str = "No targets yet.";

/// How many targets are overdue.
pub fn overdue(number: usize) -> String {
    words::count(number, "target is overdue", "targets are overdue")
}

/// After the number of targets with this status: the status.
pub fn with_status(status: Status) -> String {
    [" ", &words::status(status).to_lowercase()].concat()
}

// --- What is due

pub const DUE_NEXT: &str = "Due next";

/// In the list of what is due: one thing. `name` is a target's text or an interview's partner, if any.
pub fn due(what: &What, name: &str) -> String {
    match (what, name) {
        (What::Target(_), "") => "A target".to_owned(),
        (What::Target(_), name) => ["The target “", name, "”"].concat(),
        (What::Interview(_), "") => "A learning interview".to_owned(),
        (What::Interview(_), name) => ["Learning interview with ", name].concat(),
        (What::InterviewToPlan, _) => "Next learning interview due".to_owned(),
        (What::Day, _) => "Next learning day due".to_owned(),
        (What::Review, _) => "Your annual review".to_owned(),
    }
}

/// Below that: by when it is due.
pub fn by(day: Date) -> String {
    ["By ", &words::day(day)].concat()
}
