//! The words for what has steps and places in an organisation's book.

use crate::moment::Date;
use crate::organisation::ballot::{Ballot, FEWEST};
use crate::organisation::round::{Round, Said, Truth};
use crate::organisation::session::{Audience, Horizon, Session, Standing};
use crate::organisation::votes::InPlace;
use crate::web::shared::fields::{Words, read_word};
use crate::web::words;

/// For whom a session is.
pub const AUDIENCES: Words = &[
    ("", "Not said"),
    (Audience::SeniorTeam.name(), "Senior team"),
    (Audience::CareTeams.name(), "Care teams"),
    (Audience::Training.name(), "Training"),
    (Audience::HumanResources.name(), "Human resources"),
    (Audience::PracticeLearning.name(), "Practice learning"),
];

/// When in the programme a session comes.
pub const HORIZONS: Words = &[
    ("", "Not said"),
    (Horizon::FirstStep.name(), "First step"),
    (Horizon::Medium.name(), "Medium term"),
    (Horizon::Longer.name(), "Longer term"),
];

/// How much is in place, from the lowest step.
pub const IN_PLACE: [&str; 4] =
    ["Not in place", "A little in place", "Mostly in place", "Fully in place"];

/// How true something is, from the lowest step.
pub const TRUTH: Words = &[
    (Truth::Not.name(), "Not true"),
    (Truth::Little.name(), "A little true"),
    (Truth::Mostly.name(), "Mostly true"),
    (Truth::Fully.name(), "Fully true"),
];

/// The same without the words of the form.
pub const TRUE: [&str; 4] = ["Not true", "A little true", "Mostly true", "Fully true"];

/// What an audience is called.
pub fn audience(audience: Audience) -> &'static str {
    read_word(AUDIENCES, audience.name())
}

/// What a horizon is called.
pub fn horizon(horizon: Horizon) -> &'static str {
    read_word(HORIZONS, horizon.name())
}

/// What a step of how much is in place is called.
pub fn in_place(step: InPlace) -> &'static str {
    IN_PLACE[step as usize]
}

/// What a step of how true something is is called.
pub fn truth(step: Truth) -> &'static str {
    TRUE[step as usize]
}

/// What a round says of a statement; `of_many` where it was counted from the answers of many.
pub fn said(said: Option<Said>, of_many: bool) -> String {
    match said {
        None if of_many => "Too few answered this one".to_owned(),
        None => "Not said yet".to_owned(),
        Some(Said::Step(step)) => truth(step).to_owned(),
        Some(Said::Counted(counted)) => {
            let high = counted.count(Truth::Mostly).saturating_add(counted.count(Truth::Fully));
            let chose = counted.chose();
            format!("{high} of {chose}: mostly or fully true")
        }
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

/// What a session or a card is called.
pub fn title(title: &str) -> String {
    match title.trim() {
        "" => "Card without a title".to_owned(),
        title => title.to_owned(),
    }
}

/// The words of a question of a session, or what stands for one that came and went.
pub fn question(text: &str) -> &str {
    if text.is_empty() { "A question that is no longer on the card" } else { text }
}

/// A day, or that there is none.
pub fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "No date yet".to_owned(), words::day)
}

/// Where a session stands on a day.
pub fn standing(session: &Session, today: Date) -> &'static str {
    match session.standing(today) {
        Standing::Held => "Held",
        Standing::Today => "Today",
        Standing::Ahead | Standing::Undated => "Planned",
        Standing::Past => "Planned, its day is over",
    }
}

/// When a session is, for whom, and who is there.
pub fn about(session: &Session) -> String {
    let audience = session.audience().map_or("", audience);
    words::beside(&[&day(session.date()), audience, session.present()])
}

/// How many have voted so far.
pub fn so_far(voted: u32) -> String {
    match voted {
        0 => "Nobody has voted yet.".to_owned(),
        voted => [&words::count(voted as usize, "person has", "people have"), " voted."].concat(),
    }
}

/// Why a show of so many hands does not show beside a result of so many votes.
pub fn hands_too_near(hands: u32, shown: u32) -> String {
    let hands = words::count(hands as usize, "hand", "hands");
    let shown = words::count(shown as usize, "person", "people");
    format!(
        "{shown} had voted in a result that was shown before. Beside it, {hands} could show what one or two people said, so this result does not show."
    )
}

/// Why the result of a vote cannot be shown yet; `None` when it can.
pub fn why_not_shown(ballot: &Ballot) -> Option<String> {
    let missing = ballot.missing();
    let more = words::count(missing as usize, "more vote", "more votes");
    Some(match ballot.too_near_to() {
        _ if missing == 0 => return None,
        Some(before) => {
            let before = words::count(before as usize, "person", "people");
            format!(
                "Not yet: {before} had voted in a result that was shown before. Whoever lays the two side by side could see what one or two people said. This one can be shown after {more}."
            )
        }
        None => format!(
            "The result can be shown when at least {FEWEST} people have voted: of two, each would know the other’s vote."
        ),
    })
}
