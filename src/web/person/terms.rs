//! The words of these pages for what can stand in a person's book.

use crate::learner::aim;
use crate::learner::diary::{AccountTo, Unit};
use crate::learner::standard::{About, Level};
use crate::learner::step::What;
use crate::learner::time::{hundredths, number};
use crate::learner::{DiaryEntry, LearningYear, Prompt, Time, Way};
use crate::moment::Date;
use crate::records::Item;
use crate::route::{BookList, BookPage};
use crate::web::shared::fields::Words;
use crate::web::ui::element::{El, el, p, text_el};
use crate::web::words;

/// The ways of learning.
pub const WAYS: Words = &[
    (Way::OnTheJob.name(), "On the job"),
    (Way::Formal.name(), "Course or conference"),
    (Way::Reading.name(), "Reading"),
    (Way::Shadowing.name(), "Shadowing"),
    (Way::Mentoring.name(), "Mentoring"),
    (Way::Research.name(), "Research"),
    (Way::Meeting.name(), "Meeting"),
    (Way::Other.name(), "Another way"),
];

/// What a length of time is counted in.
pub const UNITS: Words = &[(Unit::Hours.name(), "Hours"), (Unit::Days.name(), "Days")];

/// To whom a person accounts for what they learned.
pub const ACCOUNT_TO: Words = &[
    ("", "Nobody yet"),
    (AccountTo::Partner.name(), "The learning partner"),
    (AccountTo::Manager.name(), "The manager"),
    (AccountTo::Other.name(), "Somebody else"),
];

/// What a learning standard is about.
pub const ABOUT: Words = &[
    (About::Competency.name(), "Something to be able to do"),
    (About::Knowledge.name(), "Something to know"),
];

/// How far along a person is with a standard.
pub const LEVELS: Words = &[
    (Level::Beginning.name(), "At the beginning"),
    (Level::Growing.name(), "Growing"),
    (Level::Secure.name(), "Secure"),
    (Level::Leading.name(), "Can show others"),
];

/// What is asked after a course.
pub fn prompt(prompt: Prompt) -> &'static str {
    match prompt {
        Prompt::Reflect => "Reflect: what did you learn?",
        Prompt::Account => "Account: tell your learning partner or your manager.",
        Prompt::Share => "Share: pass it on, in a meeting, on paper or on screen.",
    }
}

/// A length of time: “2 days and 1.5 hours”, “half a day”, “45 minutes”.
pub fn time(time: Time) -> String {
    let days = match time.quarter_days {
        0 => String::new(),
        1 => "a quarter of a day".to_owned(),
        2 => "half a day".to_owned(),
        3 => "three quarters of a day".to_owned(),
        4 => "1 day".to_owned(),
        quarters => [&number(quarters), " days"].concat(),
    };
    let hours = match time.quarter_hours {
        0 => String::new(),
        quarters @ 1..4 => [&(quarters * 15).to_string(), " minutes"].concat(),
        4 => "1 hour".to_owned(),
        quarters => [&number(quarters), " hours"].concat(),
    };
    let both = if days.is_empty() || hours.is_empty() { "" } else { " and " };
    [days.as_str(), both, &hours].concat()
}

/// Hundredths of a day as days: “2.7 days”.
pub fn days(number: u32) -> String {
    let unit = if number == 100 { " day" } else { " days" };
    [&hundredths(number), unit].concat()
}

/// A learning year: “1 April 2026 to 31 March 2027”.
pub fn year(year: LearningYear) -> String {
    [&words::day(year.first), " to ", &words::day(year.last)].concat()
}

/// What an entry of the diary is called.
pub fn title(entry: DiaryEntry) -> String {
    match entry.title().trim() {
        "" => "Entry without a title".to_owned(),
        title => title.to_owned(),
    }
}

/// What a text is called that nobody has written yet.
pub fn or_without(text: &str, without: &str) -> String {
    if text.trim().is_empty() { without } else { text.trim() }.to_owned()
}

/// How far a target or a task is, and by when.
pub fn how_far(item: &Item) -> String {
    let by = match aim::due(item) {
        Some(due) => ["by ", &words::day(due)].concat(),
        None => "no date".to_owned(),
    };
    words::beside(&[words::status(aim::status(item)), &by])
}

/// A word about a target or a task that is late.
pub fn overdue(item: &Item, today: Date) -> Option<El> {
    aim::is_overdue(item, today).then(|| p("Overdue").class("badge due"))
}

/// The page on which something that is due stands.
pub fn page_of(what: &What) -> BookPage {
    match what {
        What::Target(id) => BookPage::Item(BookList::Plan, id.clone()),
        What::Interview(id) => BookPage::Item(BookList::Interviews, id.clone()),
        What::InterviewToPlan | What::Day => BookPage::Interviews,
        What::Review => BookPage::Review,
    }
}

/// What was said, each under the name of its field; `None` when nothing was.
pub fn said(texts: &[(&'static str, &str)]) -> Option<El> {
    let texts = texts.iter().filter(|(_, text)| !text.trim().is_empty());
    let mut list = el("dl").class("said");
    let mut any = false;
    for (name, text) in texts {
        any = true;
        list = list.child(text_el("dt", *name)).child(text_el("dd", *text).class("written"));
    }
    any.then_some(list)
}
