//! The sentences about the characteristics of a learning organisation: their rounds, the picture of a
//! round, and their survey.

use crate::moment::Date;
use crate::organisation::round::{Change, Counted, Line, Round, Said, Truth};
use crate::words;
use crate::words::organisation::{by, day};
use crate::words::{beside, count};

/// The four steps of how true a statement is, from the lowest.
pub const TRUE: [&str; 4] = ["Not true", "A little true", "Mostly true", "Fully true"];

/// The choices of how true a statement is: the name of each step in files, and its name on the screen.
pub const TRUTH: &[(&str, &str)] = &[
    (Truth::Not.name(), TRUE[0]),
    (Truth::Little.name(), TRUE[1]),
    (Truth::Mostly.name(), TRUE[2]),
    (Truth::Fully.name(), TRUE[3]),
];

/// The name of one of these steps.
pub fn truth(step: Truth) -> &'static str {
    TRUE[step as usize]
}

// --- All rounds

pub const LEAD: &str = "How you recognise a learning organisation, and what it feels like to be part of one. How true is each of these here? Look again after some months: what changes is what counts.";
pub const BEGIN_A_ROUND: &str = "Begin a round";
pub const ALL_ROUNDS: &str = "All rounds";

/// The heading above the last round.
pub fn last_round(date: Option<Date>) -> String {
    ["Last round: ", &day(date)].concat()
}

/// In the list of rounds: who filled in a round, how many people it comes from if it was counted, and
/// how many of its statements have an answer.
pub fn about(round: &Round, answered: usize, of: usize) -> String {
    let people = round.people().filter(|_| round.is_counted());
    let people = people.map(|people| count(people as usize, "person", "people"));
    let answered = format!("{answered} of {of} statements");
    beside(&[round.by(), &people.unwrap_or_default(), &answered])
}

// --- The survey that asks everyone

pub const ASK_EVERYONE: &str = "Ask everyone";
pub const HOW_TO_ASK: &str = "Ask everyone how true each of these is here: by link, on a tablet that you hand round, or on paper. Nobody is asked for a name.";
pub const GO_TO_SURVEY: &str = "Go to the survey";
pub const KEPT_ALREADY: &str = "You have kept the answers as a round.";
pub const WHAT_PEOPLE_SAID: &str = "What people said";
pub const WHY_KEEP: &str = "This is what the survey can show now. Keep it as a round, and you can compare a later one with it.";
pub const KEEP_AS_A_ROUND: &str = "Keep as a round";
/// The notice after a press of [`KEEP_AS_A_ROUND`].
pub const KEPT: &str = "The answers are kept as a round.";

/// The link to the round in which the answers are kept.
pub fn see_round_of(date: Option<Date>) -> String {
    match date {
        Some(date) => ["See the round of ", &words::day(date)].concat(),
        None => "See the round".to_owned(),
    }
}

// --- One round

pub const PRINT_ROUND: &str = "Print this round";
pub const WHO_FILLED_THIS_IN: &str = "Who filled this in?";
/// Beside a bar, after its numbers: “3 of 19 statements answered”.
pub const STATEMENTS_ANSWERED: &str = "statements answered";
pub const CHARACTERISTICS_ASKED: &str = "Characteristics: how true is this here?";
pub const FEELS_LIKE_ASKED: &str = "What it feels like: how true is this here?";
pub const GIVE_AN_EXAMPLE: &str = "Give an example";
pub const WHOLE_PICTURE: &str = "The whole picture";
pub const A_NOTE: &str = "A note";
pub const WORTH_REMEMBERING: &str = "What to remember about this round";
pub const REMOVE_ROUND: &str = "Remove this round";
pub const ASK_TO_REMOVE: &str = "Remove this round?";
pub const WHAT_REMOVING_TAKES: &str = "It holds what people answered in the survey. The counts and the comments go with it. You can undo this only until you reload or close this page.";
pub const REMOVE: &str = "Remove it";
pub const ROUND_STAYS: &str = "You cannot remove this round while its survey is here. It tells Cairn what was shown before, so that no results show beside it that differ by a few people.";

/// After “Give an example”, for screen readers: the number of the statement.
pub fn for_statement(number: &str) -> String {
    [" for statement ", number].concat()
}

/// The label of the field for an example.
pub fn example_for(number: &str) -> String {
    ["Example for statement ", number].concat()
}

// --- The picture of a round

pub const STATEMENT: &str = "Statement";
pub const THIS_ROUND: &str = "This round";
pub const ROUND_BEFORE: &str = "The round before";
pub const HOW_TRUE_ARE_THEY: &str = "How many of the 19 statements are at each step";
/// After “Show as a table”, for screen readers: of which picture.
pub const OF_CHARACTERISTICS: &str = ", characteristics";

/// After “Show as a table”, for screen readers: the heading of the list of statements.
pub fn of_list(heading: &str) -> String {
    [", ", heading].concat()
}

/// Above the picture: how to read it, and how it shows the round `before`.
pub fn shown(round: Round, before: Option<Round>) -> String {
    let now = if round.is_counted() {
        "Each bar shows how many chose each step."
    } else {
        "Each statement has four stones. The more are filled, the truer it is here."
    };
    let Some(before) = before else { return now.to_owned() };
    let below = match (round.is_counted(), before.is_counted()) {
        (true, true) => " The bar below it shows the round before: ",
        (true, false) => {
            " The stones below it show the round before (the more are filled, the truer it was): "
        }
        (false, true) => " The mark below shows the middle answer of the round before: ",
        (false, false) => " The mark below shows the round before: ",
    };
    let by = by(&before);
    let by = if by.is_empty() { by } else { [", ", &by].concat() };
    [now, below, &day(before.date()), &by, "."].concat()
}

/// Above a list of statements: how many are truer than in the round before, and how many less true.
/// `None` when no statement has an answer in both rounds.
pub fn changes(lines: &[Line]) -> Option<String> {
    let number = |change| lines.iter().filter(|line| line.change() == Some(change)).count();
    let (up, same, down) = (number(Change::Up), number(Change::Same), number(Change::Down));
    (up + same + down > 0)
        .then(|| format!("Since the round before: {up} truer, {same} the same, {down} less true."))
}

/// Beside a statement: the step chosen in the round, or how many people chose the upper two. `of_many`
/// is true for a round that was counted from a survey: there, `None` means that too few people answered.
pub fn said(said: Option<Said>, of_many: bool) -> String {
    match said {
        None if of_many => "Too few answered this one".to_owned(),
        None => "Not answered yet".to_owned(),
        Some(Said::Step(step)) => truth(step).to_owned(),
        Some(Said::Counted(counted)) => {
            let high = counted.count(Truth::Mostly).saturating_add(counted.count(Truth::Fully));
            let chose = counted.chose();
            format!("{high} of {chose}: mostly or fully true")
        }
    }
}

/// Below that: what the round before says of the statement, and whether it is truer now.
pub fn before(change: Option<Change>, before: Said) -> String {
    let change = match change {
        Some(Change::Up) => "Truer. ",
        Some(Change::Down) => "Less true. ",
        Some(Change::Same) | None => "",
    };
    [change, "Before: ", &said(Some(before), false).to_lowercase()].concat()
}

/// In the table: the step chosen in the round, or how many people chose each step. `of_many` as in
/// [`said`].
pub fn in_numbers(what: Option<Said>, of_many: bool) -> String {
    match what {
        Some(Said::Counted(counted)) => each_number(counted),
        what => said(what, of_many),
    }
}

fn each_number(counted: Counted) -> String {
    let mut parts: Vec<String> = Truth::ALL
        .into_iter()
        .map(|step| [truth(step), ": ", &counted.count(step).to_string()].concat())
        .collect();
    parts.push(["Don’t know: ", &counted.dont_know().to_string()].concat());
    parts.join("; ")
}

/// On the overview: how many people a counted round comes from.
pub fn have_answered(people: u32) -> String {
    count(people as usize, "person has answered.", "people have answered.")
}
