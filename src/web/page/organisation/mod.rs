//! The pages of an organisation beside its audits.

mod year;

use leptos::prelude::*;

use crate::route::BookPage;
use crate::web::page::book::{Pages, book_frame, nothing_there};
use crate::web::state::use_state;

const PAGES: Pages = &[
    (BookPage::Overview, "Overview"),
    (BookPage::Cards, "Discussion cards"),
    (BookPage::Loop, "The year’s loop"),
    (BookPage::Print, "Print"),
    (BookPage::About, "About this organisation"),
];

/// The open organisation.
pub fn organisation() -> AnyView {
    book_frame(PAGES, page)
}

fn page(page: BookPage) -> AnyView {
    match page {
        BookPage::Loop => year::year(),
        _ => nothing_there(use_state()),
    }
}
