//! The words that the pages of a team share.

use crate::framework::QualityQuestion;
use crate::route::{BookPage, Route};
use crate::team::{Clarity, Need, Place};
use crate::web::shared::fields::Words;
use crate::web::state::{State, learning};

/// How clear a team can be, in words.
pub const CLARITY: Words = &[
    (Clarity::NotClear.word(), "Not clear yet"),
    (Clarity::PartlyClear.word(), "Partly clear"),
    (Clarity::MostlyClear.word(), "Mostly clear"),
    (Clarity::Clear.word(), "Clear"),
];

/// The six quality questions, in order.
pub fn questions() -> &'static [QualityQuestion] {
    &learning().quality_questions
}

/// The words of a quality question; its id where it has none.
pub fn asked(id: &str) -> &str {
    questions().iter().find(|question| question.id == id).map_or(id, |question| &question.text)
}

pub fn clarity(clarity: Option<Clarity>) -> &'static str {
    match clarity {
        Some(clarity) => CLARITY[clarity.step() - 1].1,
        None => "Not said yet",
    }
}

/// How the clarity has changed since last year.
pub fn change(steps: Option<i8>) -> &'static str {
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
pub fn place(place: Place) -> &'static str {
    match place {
        Place::Organisation => "the organisation’s plan",
        Place::Review => "the review",
        Place::Members => "members’ learning plans",
        Place::Own => "the team itself",
    }
}

/// The way to a page of the open team.
pub fn to(state: State, page: BookPage) -> Route {
    Route::book(state.open.kind(), &state.open.id(), page)
}

/// What a need is called, also while it has no words.
pub fn need_title(text: &str) -> &str {
    match text.trim() {
        "" => "Learning need without words yet",
        text => text,
    }
}

/// How else a need was put, by those who said the same; `None` where nobody has put it otherwise.
pub fn also(need: &Need) -> Option<String> {
    let texts: Vec<String> =
        need.also().into_iter().map(|text| ["“", text.trim(), "”"].concat()).collect();
    (!texts.is_empty()).then(|| ["Also put as ", &texts.join("; ")].concat())
}
