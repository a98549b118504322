//! The pages of a team.

mod common;
mod overview;
pub mod part;
mod plan;
mod print;
mod review;
mod stepping;
mod words;

use leptos::prelude::*;

use crate::route::BookPage;
use crate::web::shared::book::{Pages, book_frame, nothing_there};
use crate::web::state::use_state;

const PAGES: Pages = &[
    (BookPage::Overview, "Overview"),
    (BookPage::Review, "Review"),
    (BookPage::Plan, "Development plan"),
    (BookPage::Common, "In common with other teams"),
    (BookPage::Print, "Print"),
    (BookPage::About, "About this team"),
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
