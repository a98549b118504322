//! The pages of a person’s learning.

use leptos::prelude::*;

use crate::route::BookPage;
use crate::web::page::book::{Pages, book_frame, nothing_there};
use crate::web::state::use_state;

const PAGES: Pages = &[
    (BookPage::Overview, "Overview"),
    (BookPage::Review, "Review"),
    (BookPage::Plan, "Learning plan"),
    (BookPage::Print, "Print"),
    (BookPage::About, "About this person"),
];

/// The open person.
pub fn learner() -> AnyView {
    book_frame(PAGES, page)
}

fn page(page: BookPage) -> AnyView {
    match page {
        _ => nothing_there(use_state()),
    }
}
