//! The pages of a team.

mod common;
mod overview;
mod plan;
mod print;
mod review;
mod stepping;

use leptos::prelude::*;

use crate::framework::QualityQuestion;
use crate::route::{BookPage, Route};
use crate::team::{Clarity, Need, Place};
use crate::web::page::book::fields::Words;
use crate::web::page::book::{Pages, book_frame, nothing_there};
use crate::web::state::{State, learning, use_state};

const PAGES: Pages = &[
    (BookPage::Overview, "Overview"),
    (BookPage::Review, "Review"),
    (BookPage::Plan, "Development plan"),
    (BookPage::Common, "In common with other teams"),
    (BookPage::Print, "Print"),
    (BookPage::About, "About this team"),
];

/// How clear a team can be, in words.
const CLARITY: Words = &[
    ("not_clear", "Not clear yet"),
    ("partly_clear", "Partly clear"),
    ("mostly_clear", "Mostly clear"),
    ("clear", "Clear"),
];

/// The open team.
pub fn team() -> AnyView {
    book_frame(PAGES, page)
}

fn page(page: BookPage) -> AnyView {
    match page {
        BookPage::Overview => overview::overview(),
        BookPage::Review => review::review(),
        BookPage::Plan => plan::plan(),
        BookPage::Common => common::common(),
        BookPage::Print => print::print(),
        _ => nothing_there(use_state()),
    }
}

/// The six quality questions, in order.
fn questions() -> &'static [QualityQuestion] {
    &learning().quality_questions
}

/// The words of a quality question; its id where it has none.
fn asked(id: &str) -> &str {
    questions().iter().find(|question| question.id == id).map_or(id, |question| &question.text)
}

fn clarity(clarity: Option<Clarity>) -> &'static str {
    match clarity {
        Some(clarity) => CLARITY[clarity.step() - 1].1,
        None => "Not said yet",
    }
}

/// How the clarity has changed since last year.
fn change(steps: Option<i8>) -> &'static str {
    match steps {
        None => "",
        Some(..=-2) => "some steps down",
        Some(-1) => "one step down",
        Some(0) => "as last year",
        Some(1) => "one step up",
        Some(_) => "some steps up",
    }
}

/// A place that needs come from, in words.
fn place(place: Place) -> &'static str {
    match place {
        Place::Organisation => "the organisation’s plan",
        Place::Review => "the review",
        Place::Members => "members’ learning plans",
        Place::Own => "the team itself",
    }
}

/// The way to a page of the open team.
fn to(state: State, page: BookPage) -> Route {
    Route::book(state.kind(), &state.id(), page)
}

/// What a need is called, also while it has no words.
fn need_title(text: &str) -> &str {
    match text.trim() {
        "" => "Learning need without words yet",
        text => text,
    }
}

/// How else a need was put, by those who said the same; `None` where nobody has put it otherwise.
fn also(need: &Need) -> Option<String> {
    let texts: Vec<String> =
        need.also().into_iter().map(|text| ["“", text.trim(), "”"].concat()).collect();
    (!texts.is_empty()).then(|| ["Also put as ", &texts.join("; ")].concat())
}
