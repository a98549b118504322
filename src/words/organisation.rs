//! What the pages of an organisation say: here what several of them say, and in a file for each what it
//! alone says.

pub mod achievements;
pub mod card_fields;
pub mod cards;
pub mod contribute;
pub mod overview;
pub mod programme;
pub mod rounds;
pub mod sessions;
pub mod votes;
pub mod year;

use crate::moment::Date;
use crate::organisation::round::Round;
use crate::organisation::session::{Audience, Horizon, Session, Timing};
use crate::words;
pub use crate::words::organisation::votes::{IN_PLACE, so_far, why_not_shown};

// --- The pages in their list, and the headings of some

pub const OVERVIEW: &str = "Overview";
pub const CARDS: &str = "Discussion cards";
pub const PROGRAMME: &str = "Programme";
pub const CHARACTERISTICS: &str = "Characteristics";
pub const CONTRIBUTE: &str = "Ways to contribute";
pub const ACHIEVEMENTS: &str = "Achievements";
pub const CELEBRATION: &str = "Celebration page";
pub const YEAR: &str = "The year’s loop";
pub const ABOUT: &str = "About this organisation";

// --- Parts, fields and buttons of several pages

pub const THE_DAY: &str = "The day";
pub const QUESTIONS: &str = "Questions";
pub const WHAT_OTHERS_HAVE_DONE: &str = "What others have done";
pub const WHAT_THE_CARD_SAYS: &str = "What the card says";
pub const WHAT_IT_FEELS_LIKE: &str = "What it feels like";
pub const HELD: &str = "Held";
pub const NOT_NOW: &str = "Not now";
pub const PRINT_THIS_PAGE: &str = "Print this page";
/// Unfolds the table that says the same as a picture.
pub const SHOW_AS_A_TABLE: &str = "Show as a table";
/// Stands in a list until something is chosen.
const CHOOSE_ONE: &str = "Choose one";

/// For whom a session is.
pub const AUDIENCES: &[(&str, &str)] = &[
    ("", CHOOSE_ONE),
    named(Audience::SeniorTeam),
    named(Audience::CareTeams),
    named(Audience::Training),
    named(Audience::HumanResources),
    named(Audience::PracticeLearning),
];

const fn named(each: Audience) -> (&'static str, &'static str) {
    (each.name(), audience(each))
}

/// What an audience is called.
pub const fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::SeniorTeam => "Senior team",
        Audience::CareTeams => "Care teams",
        Audience::Training => "Training",
        Audience::HumanResources => "Human resources",
        Audience::PracticeLearning => "Practice learning",
    }
}

/// When in the programme a session comes.
pub const HORIZONS: &[(&str, &str)] = &[
    ("", CHOOSE_ONE),
    (Horizon::FirstStep.name(), horizon(Horizon::FirstStep)),
    (Horizon::Medium.name(), horizon(Horizon::Medium)),
    (Horizon::Longer.name(), horizon(Horizon::Longer)),
];

/// What a horizon is called.
pub const fn horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::FirstStep => "First step",
        Horizon::Medium => "Medium term",
        Horizon::Longer => "Longer term",
    }
}

/// What a session or a card is called.
pub fn title(title: &str) -> String {
    match title.trim() {
        "" => "Card without a title".to_owned(),
        title => title.to_owned(),
    }
}

/// A day, or that there is none.
pub fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "No date yet".to_owned(), words::day)
}

/// How the day of a session stands to another.
pub fn standing(session: &Session, today: Date) -> &'static str {
    match session.timing(today) {
        Timing::Held => HELD,
        Timing::Today => "Today",
        Timing::Ahead | Timing::Undated => "Planned",
        Timing::Past => "Planned, but the day has passed",
    }
}

/// A session in a list: its card and its day.
pub fn session_on(session: &Session) -> String {
    [&title(session.title()), ", ", &day(session.date())].concat()
}

/// When a session is, for whom, and who is there.
pub fn about(session: &Session) -> String {
    let audience = session.audience().map_or("", audience);
    words::beside(&[&day(session.date()), audience, session.present()])
}

/// What a round is called.
pub fn round_of(day: Option<Date>) -> String {
    match day {
        Some(day) => ["Round of ", &words::day(day)].concat(),
        None => "Round without a date".to_owned(),
    }
}

/// By whom a round is, or which survey many have answered; nothing where that is not said.
pub fn by(round: &Round) -> String {
    match round.by().trim() {
        "" => String::new(),
        title if round.is_counted() => ["from the survey “", title, "”"].concat(),
        name => ["by ", name].concat(),
    }
}

/// The same as a line of its own.
pub fn by_line(round: &Round) -> String {
    words::capital(&by(round))
}
