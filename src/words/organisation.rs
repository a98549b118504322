//! The sentences of the pages of an organisation. This file has those of several pages; each page has a
//! module.

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

// --- The names of the pages, in their list and as headings

pub const OVERVIEW: &str = "Overview";
pub const CARDS: &str = "Discussion cards";
pub const PROGRAMME: &str = "Programme";
pub const CHARACTERISTICS: &str = "Characteristics";
pub const CONTRIBUTE: &str = "Ways to contribute";
pub const ACHIEVEMENTS: &str = "Achievements";
pub const CELEBRATION: &str = "Celebration page";
pub const YEAR: &str = "The year’s loop";
pub const ABOUT: &str = "About this organisation";

// --- Headings, labels and buttons on several pages

pub const THE_DAY: &str = "The day";
pub const QUESTIONS: &str = "Questions";
pub const WHAT_OTHERS_HAVE_DONE: &str = "What others have done";
pub const WHAT_THE_CARD_SAYS: &str = "What the card says";
pub const WHAT_IT_FEELS_LIKE: &str = "What it feels like";
pub const HELD: &str = "Held";
pub const NOT_NOW: &str = "Not now";
pub const PRINT_THIS_PAGE: &str = "Print this page";
/// The summary of the table that says the same as a picture.
pub const SHOW_AS_A_TABLE: &str = "Show as a table";
/// The first choice in a list, until something is chosen.
const CHOOSE_ONE: &str = "Choose one";

/// The choices for whom a session is: the name of each in files, and its name on the screen.
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

/// The name of an audience: the people whom a session is for.
pub const fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::SeniorTeam => "Senior team",
        Audience::CareTeams => "Care teams",
        Audience::Training => "Training",
        Audience::HumanResources => "Human resources",
        Audience::PracticeLearning => "Practice learning",
    }
}

/// The choices when in the programme a session comes: the name of each in files, and its name on the
/// screen.
pub const HORIZONS: &[(&str, &str)] = &[
    ("", CHOOSE_ONE),
    (Horizon::FirstStep.name(), horizon(Horizon::FirstStep)),
    (Horizon::Medium.name(), horizon(Horizon::Medium)),
    (Horizon::Longer.name(), horizon(Horizon::Longer)),
];

/// The name of a horizon: the time in the programme at which a session comes.
pub const fn horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::FirstStep => "First step",
        Horizon::Medium => "Medium term",
        Horizon::Longer => "Longer term",
    }
}

/// The title of a card, or of the session about it; “Card without a title” when it is blank.
pub fn title(title: &str) -> String {
    match title.trim() {
        "" => "Card without a title".to_owned(),
        title => title.to_owned(),
    }
}

/// A day, or “No date yet”.
pub fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "No date yet".to_owned(), words::day)
}

/// Whether a session was held, is planned, or is `today`.
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

/// Above the votes of an earlier session about the same card: its day, whom it was for, and who was
/// there.
pub fn about(session: &Session) -> String {
    let audience = session.audience().map_or("", audience);
    words::beside(&[&day(session.date()), audience, session.present()])
}

/// The name of a round, by its day.
pub fn round_of(day: Option<Date>) -> String {
    match day {
        Some(day) => ["Round of ", &words::day(day)].concat(),
        None => "Round without a date".to_owned(),
    }
}

/// Who filled in a round, or the title of the survey that many people answered; empty when that is not
/// known.
pub fn by(round: &Round) -> String {
    match round.by().trim() {
        "" => String::new(),
        title if round.is_counted() => ["from the survey “", title, "”"].concat(),
        name => ["by ", name].concat(),
    }
}

/// What [`by`] says, as a line of its own.
pub fn by_line(round: &Round) -> String {
    words::capital(&by(round))
}
