//! The sentences of the page of learning interviews and learning days.

use crate::moment::Date;
use crate::person::{DiaryEntry, Interview, LearningYear};
use crate::words::{self, person};

// --- The page

pub const LEAD: &str = "Talks with your learning partner about what you learn, and days for learning away from the job.";

/// Below the bars: the first and the last day of the learning year.
pub fn of_year(year: LearningYear) -> String {
    ["Your learning year: ", &person::year(year), "."].concat()
}

/// By when the next interview or learning day is due: the first day in `due`. Empty when none is due.
pub fn next_due(due: &[Date], today: Date) -> String {
    match due.first() {
        None => String::new(),
        Some(by) => {
            let due =
                if *by < today { "The next one was due by " } else { "The next one is due by " };
            [due, &words::day(*by), "."].concat()
        }
    }
}

// --- Learning interviews

pub const ALL_HELD: &str = "You have held all of this year’s interviews.";
pub const ALL_PLANNED: &str = "The rest of this year’s interviews are planned.";
pub const PLAN: &str = "Plan an interview";
pub const WRITE_UP: &str = "Write up an interview";
pub const NO_INTERVIEWS: &str =
    "None yet. Agree a day with someone you trust to ask good questions.";
pub const DATE_PASSED: &str = "The date has passed. Was it held? If not, choose a new date.";
pub const YES_HELD: &str = "Yes, it was held";
pub const WAS_HELD: &str = "It has been held";
pub const NOTES: &str = "What was talked about";
pub const AGREED: &str = "What was agreed";
pub const REMOVE: &str = "Remove this interview";

/// The title of an interview: its day, and with whom it is.
pub fn title(interview: Interview) -> String {
    let day = interview.date().map_or("Interview without a date".to_owned(), words::day);
    match interview.partner().trim() {
        "" => day,
        partner => [&day, ", with ", partner].concat(),
    }
}

/// After “Change”, for screen readers: the interview's title.
pub fn the_interview(title: &str) -> String {
    ["the interview: ", title].concat()
}

/// On a card that is only read: whether the interview was held.
pub fn held(interview: Interview) -> &'static str {
    if interview.held() { person::HELD } else { person::PLANNED }
}

/// Below the title of an interview: whether it was held, and, if it does not count in this learning
/// `year`, why.
pub fn about(interview: Interview, year: LearningYear) -> String {
    let outside = interview.date().is_some_and(|day| !year.contains(day));
    let undated = interview.held() && interview.date().is_none();
    words::beside(&[
        held(interview),
        if outside { "not in this learning year, so it does not count" } else { "" },
        if undated { "it counts when it has a date" } else { "" },
    ])
}

// --- Learning days

pub const LEARNING_DAYS: &str = "Learning days";
pub const ALL_TAKEN: &str = "You have taken all of this year’s learning days.";
/// Ends with the link to the diary.
pub const WHICH_DAYS: &str = "These are diary entries ticked “This was time away from the job”. Half days count as half. Hours count as a share of your working day. ";

/// Below the link to a diary entry: its day, how long it took, and whether it lies outside this learning
/// `year`.
pub fn learning_day(entry: DiaryEntry, year: LearningYear) -> String {
    let counts = entry.date().is_some_and(|day| year.contains(day));
    let day = entry.date().map_or(person::NO_DATE.to_owned(), words::day);
    let not_counted = if counts { "" } else { "not in this learning year" };
    words::beside(&[&day, &person::time(entry.time()), not_counted])
}

// --- The learning year

pub const HOW_SPREAD: &str = "Cairn spreads what is left evenly over the rest of the year. With two interviews left and six months to go, the next is due within three months. Start mid-year and nothing is overdue.";
pub const MY_PARTNER: &str = "My learning partner";
pub const MY_MANAGER: &str = "My manager";
pub const YEAR_STARTS: &str = "The year starts on";
pub const INTERVIEWS_A_YEAR: &str = "Learning interviews a year";
pub const DAYS_A_YEAR: &str = "Learning days a year";
pub const HOURS_A_DAY: &str = "Hours in a working day";
pub const OWN_NUMBERS: &str =
    "Your organisation may have its own numbers. We suggest three of each.";
