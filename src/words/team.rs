//! The sentences of the pages of a team. This file has those of the overview, the print page and several
//! pages; the review and the development plan have modules.

pub mod plan;
pub mod review;

use crate::moment::Date;
use crate::team::step::NextStep;
use crate::team::{Need, Place};
use crate::words::team::review::clarity;
use crate::words::{count, day};

// The pages.
pub const OVERVIEW: &str = "Overview";
pub const REVIEW: &str = "Review";
pub const PLAN: &str = "Development plan";
pub const COMMON: &str = "In common with other teams";
pub const PRINT: &str = "Print";
pub const ABOUT: &str = "About this team";

// Links, headings and labels on several pages.
pub const OPEN_FILE: &str = "Open a file";
pub const GO_TO_REVIEW: &str = "Go to the review";
pub const GO_TO_PLAN: &str = "Go to the plan";
pub const ON_THIS_PAGE: &str = "On this page";
pub const THE_REVIEW: &str = "The review";
pub const THE_PLAN: &str = "The development plan";
pub const ADD_TO_PLAN: &str = "Add to the plan";
pub const NO_THEME: &str = "No theme yet";
pub const OVERDUE: &str = "Overdue";
pub const QUESTIONS_ANSWERED: &str = "questions answered";

/// The name of a place that needs come from, within a sentence.
pub fn place(place: Place) -> &'static str {
    match place {
        Place::Organisation => "the organisation’s plan",
        Place::Review => "the review",
        Place::Members => "members’ learning plans",
        Place::Own => "the team itself",
    }
}

/// The title of a need: its text, or “New learning need” when that is blank.
pub fn need_title(text: &str) -> &str {
    match text.trim() {
        "" => "New learning need",
        text => text,
    }
}

/// Below a need: how the needs that were joined with it were worded. `None` when none was worded
/// differently.
pub fn also(need: &Need) -> Option<String> {
    let texts: Vec<String> =
        need.also().into_iter().map(|text| ["“", text.trim(), "”"].concat()).collect();
    (!texts.is_empty()).then(|| ["Also worded as ", &texts.join("; ")].concat())
}

/// Below a need: the places that it comes from, and the questions of the review at which it came up.
/// `asked` gives a question's text by its id.
pub fn comes_from(need: &Need, asked: fn(&str) -> &str) -> String {
    let places = need.places().into_iter().map(|each| {
        let questions: Vec<String> = match each {
            Place::Review => {
                need.questions().map(|(id, _)| ["“", asked(id), "”"].concat()).collect()
            }
            _ => Vec::new(),
        };
        match questions.is_empty() {
            true => place(each).to_owned(),
            false => [place(each), " (", &questions.join(", "), ")"].concat(),
        }
    });
    ["Comes from ", &places.collect::<Vec<_>>().join(", and from ")].concat()
}

/// By when something is to be done; empty when it has no date.
pub fn by(due: Option<Date>) -> String {
    due.map(|due| ["by ", &day(due)].concat()).unwrap_or_default()
}

/// Who took part in the review.
pub fn took_part(present: &str) -> String {
    ["Took part: ", present].concat()
}

// --- Overview

pub const HOW_FAR: &str = "Your progress";
pub const SHOW_AS_TABLE: &str = "Show as a table";
/// After [`SHOW_AS_TABLE`], for screen readers: of which picture.
pub const OF_CLARITY: &str = ", how clear we are";
pub const SOON: &str = "Soon";
pub const NEEDS_BY_STATUS: &str = "Learning needs by status";

/// Beside a bar: how many of all learning needs are met.
pub fn needs_met(done: usize, all: usize) -> String {
    [&done.to_string(), " of ", &count(all, "learning need", "learning needs"), " met"].concat()
}

/// The next step, in a sentence or two. `asked` gives a review question's text by its id.
pub fn next_step(step: &NextStep, asked: fn(&str) -> &str) -> String {
    let others = |number: usize, one: &str, many: &str| match number {
        1 => String::new(),
        number => [" ", &count(number - 1, one, many)].concat(),
    };
    match step {
        NextStep::BeginReview => "Hold the team’s review: six questions to talk through together. An hour or two is enough, and you can do it in parts.".to_owned(),
        NextStep::Answer(question, left) => [
            &count(*left, "review question is", "review questions are"),
            " left to answer. Next: “",
            asked(question),
            "”",
        ]
        .concat(),
        NextStep::SayWhenHeld => {
            "You have answered every question. Now say when you held the review, so that you can plan the next one.".to_owned()
        }
        NextStep::BeginNextYear(planned) => [
            "The next review was planned for ",
            &day(*planned),
            ". Start next year’s from this one. What is not done carries over.",
        ]
        .concat(),
        NextStep::SeeToOverdue(need, number) => [
            "“",
            need_title(need.text),
            "” is overdue. Say how it is going, or set a new date.",
            &others(*number, "more is overdue.", "more are overdue."),
        ]
        .concat(),
        NextStep::AddNeed(question, found) => [
            "On “",
            asked(question),
            "” you said “",
            clarity(Some(*found)),
            "”. What does the team need to learn? Add it to the plan.",
        ]
        .concat(),
        NextStep::PlanNeed(need, number) => [
            "Make a plan for “",
            need_title(need.text),
            "”: what you will do, who will see to it, and by when.",
            &others(*number, "more needs a plan.", "more need a plan."),
        ]
        .concat(),
        NextStep::AddFirstNeed => "The review is done. Now collect what the team needs to learn: from the organisation’s plan, from the review, and from its members.".to_owned(),
        NextStep::SetNextReview(later) => [
            "Set a date for the next review. A year after this one is ",
            &day(*later),
            ".",
        ]
        .concat(),
        NextStep::Wait(next) => [
            "Everything is planned. The next review is on ",
            &day(*next),
            ". Until then, keep the plan up to date.",
        ]
        .concat(),
    }
}

/// The link below that, to the page on which the step is done.
pub fn next_step_link(step: &NextStep) -> &'static str {
    match step {
        NextStep::BeginReview => "Begin the review",
        NextStep::Answer(..)
        | NextStep::SayWhenHeld
        | NextStep::AddNeed(..)
        | NextStep::SetNextReview(_) => GO_TO_REVIEW,
        NextStep::BeginNextYear(_) => "Go to “About this team”",
        NextStep::SeeToOverdue(..) | NextStep::PlanNeed(..) => "Go to the need",
        NextStep::AddFirstNeed | NextStep::Wait(_) => GO_TO_PLAN,
    }
}

/// When this year's review was held.
pub fn held(on: Option<Date>) -> String {
    match on {
        Some(on) => ["Held on ", &day(on), "."].concat(),
        None => "Not held yet this year.".to_owned(),
    }
}

/// When the next review is. `is_set` is true when somebody has set the day; otherwise it is a year after
/// this review.
pub fn next_review(on: Date, is_set: bool) -> String {
    let why = if is_set { "." } else { ", a year after this one." };
    ["Next review: ", &day(on), why].concat()
}

/// The link to the page of what teams have in common: how many needs this team shares with others.
pub fn needs_in_common(number: usize) -> String {
    match number {
        0 => "See what you have in common with other teams".to_owned(),
        _ => [&count(number, "need is", "needs are"), " in common with other teams"].concat(),
    }
}

/// Beside a need that is overdue: when it was due.
pub fn was_due(due: Option<Date>) -> String {
    ["was due ", &due.map(day).unwrap_or_default()].concat()
}

// --- In common with other teams

pub const ABOUT_COMMON: &str = "When several teams need to learn the same thing, they can learn it together, in a seminar or an internal course. Cairn lists open needs that have the same theme, or come from the same action or target.";
pub const NOTHING_COMMON: &str = "The teams on this device have no open needs in common yet. If needs in different teams belong together, give them the same theme.";
pub const ONLY_TEAM: &str =
    "This is the only team on this device. Open other teams’ files to see what you have in common.";
pub const START_TEAM: &str = "Start a team";
pub const THIS_TEAM: &str = "This team";

/// Below a theme: how many teams have needs of it, and what they could do about that.
pub fn same_theme(teams: usize) -> String {
    [&count(teams, "team has", "teams have"), " this theme", TOGETHER].concat()
}

/// Below an action or a target: how many teams took it into their plans, and what they could do about
/// that.
pub fn same_origin(teams: usize) -> String {
    [&count(teams, "team has this in its plan", "teams have this in their plans"), TOGETHER]
        .concat()
}

const TOGETHER: &str = ". One seminar or internal course could serve them all.";

// --- Print

pub const PRINT_OR_PDF: &str = "Print or save as PDF";
pub const ABOUT_PRINT: &str =
    "This is what will be printed. In the print window you can also save it as a PDF.";
pub const NOTHING_PLANNED: &str = "No learning needs yet.";
pub const COLUMNS: [&str; 4] =
    ["What needs to be learned, and what we will do", "Who", "By when", "Status"];
// In bold, before the team's own words on a question.
pub const SHOWN_BY: &str = "What shows it: ";
pub const CLEARER_BY: &str = "What would make it clearer: ";

/// Below the title: the day `on` which it is printed, the day of the last change, and who leads the
/// team, if `lead` is not blank.
pub fn printed(on: &str, changed: &str, lead: &str) -> String {
    let lead = match lead.trim() {
        "" => String::new(),
        lead => [" Led by ", lead, "."].concat(),
    };
    ["Review and development plan, ", on, ". Last changed ", changed, ".", &lead].concat()
}

/// Above the review: when it was held, and when the next one is, if that is known.
pub fn held_and_next(on: Option<Date>, next: Option<Date>) -> String {
    let next = next.map(|next| [" ", &next_review(next, true)].concat()).unwrap_or_default();
    [held(on), next].concat()
}

/// In the table of needs: what a need costs; empty when nobody has said.
pub fn costs(cost: &str) -> String {
    match cost.trim() {
        "" => String::new(),
        cost => ["Cost: ", cost].concat(),
    }
}

/// For screen readers: the name of the table of the needs of a theme.
pub fn needs_of(theme: &str) -> String {
    ["Learning needs: ", theme].concat()
}
