//! The pages of a team.

mod common;
mod overview;
pub mod part;
mod plan;
mod print;
mod questions;
mod review;
mod stepping;
mod way;

use leptos::prelude::*;

use crate::route::BookPage;
use crate::web::shared::book::{Pages, book_frame, nothing_there};
use crate::web::state::use_state;
use crate::words::team as say;

const PAGES: Pages = &[
    (BookPage::Overview, say::OVERVIEW),
    (BookPage::Review, say::REVIEW),
    (BookPage::Plan, say::PLAN),
    (BookPage::Common, say::COMMON),
    (BookPage::Print, say::PRINT),
    (BookPage::About, say::ABOUT),
];

/// The pages of the open team.
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
