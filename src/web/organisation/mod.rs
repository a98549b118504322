//! The pages of an organisation's book.

mod achievements;
mod card;
mod card_fields;
mod cards;
mod celebration;
mod characteristics;
mod contribute;
mod hands;
mod held;
mod many;
mod overview;
pub mod part;
mod places;
mod profile;
mod programme;
mod round;
mod session;
mod session_paper;
mod timer;
mod vote;
mod year;

use leptos::prelude::*;

use crate::route::{BookPage, SurveyPage};
use crate::web::chart::steps::steps_patterns;
use crate::web::shared::book::{Pages, book_frame, nothing_there};
use crate::web::state::use_state;
use crate::web::survey::part::survey_page;
use crate::web::ui::element::together;
use crate::words::organisation as say;

const PAGES: Pages = &[
    (BookPage::Overview, say::OVERVIEW),
    (BookPage::Cards, say::CARDS),
    (BookPage::Programme, say::PROGRAMME),
    (BookPage::Characteristics, say::CHARACTERISTICS),
    (BookPage::Contribute, say::CONTRIBUTE),
    (BookPage::Achievements, say::ACHIEVEMENTS),
    (BookPage::Print, say::CELEBRATION),
    (BookPage::Loop, say::YEAR),
    (BookPage::About, say::ABOUT),
];

/// The pages of the open organisation, with the patterns that their bars are drawn in.
pub fn organisation() -> AnyView {
    let open = use_state().open;
    // What is being typed is taken in first, so that it is printed as well.
    let printing = window_event_listener_untyped("beforeprint", move |_| open.end_typing());
    on_cleanup(move || printing.remove());
    together(vec![book_frame(PAGES, page), steps_patterns()])
}

fn page(page: BookPage) -> AnyView {
    use_state().meetings.find_timers(say::title);
    match page {
        BookPage::Loop => year::year(),
        BookPage::Overview => overview::overview(),
        BookPage::Cards => cards::cards(),
        BookPage::Card(id) => card::card(id),
        BookPage::Session(id) => session::session(id),
        BookPage::Programme => programme::programme(),
        BookPage::Characteristics => characteristics::characteristics(),
        BookPage::Round(id) => round::round(id),
        BookPage::Survey => survey_page(SurveyPage::Manage),
        BookPage::SurveySheet => survey_page(SurveyPage::Sheet),
        BookPage::SurveyTally => survey_page(SurveyPage::Tally),
        BookPage::Contribute => contribute::contribute(),
        BookPage::Achievements => achievements::achievements(),
        BookPage::Print => celebration::celebration(),
        _ => nothing_there(use_state()),
    }
}
