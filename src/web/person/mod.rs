//! The pages of a person's learning. A book that somebody has shared has one page to read, and nothing
//! to change.

mod contributions;
mod counts;
mod diary;
mod entry;
mod interviews;
mod overview;
pub mod part;
mod plan;
mod print;
mod prompts;
mod review;
mod share;
mod shown;
mod standards;
mod take_up;
mod target;
mod terms;
mod work;
mod year;

use leptos::prelude::*;

use crate::person::is_shared;
use crate::route::BookPage;
use crate::web::shared::book::{Pages, book_frame, nothing_there};
use crate::web::state::use_state;
use crate::web::ui::element::{live, memo};
use crate::words::person as say;

const PAGES: Pages = &[
    (BookPage::Overview, say::OVERVIEW),
    (BookPage::Plan, say::PLAN),
    (BookPage::Standards, say::STANDARDS),
    (BookPage::Diary, say::DIARY),
    (BookPage::Interviews, say::INTERVIEWS),
    (BookPage::Review, say::REVIEW),
    (BookPage::Work, say::WORK),
    (BookPage::Share, say::SHARE),
    (BookPage::Print, say::PRINT),
    (BookPage::About, say::ABOUT),
];

/// The pages of a book that a person has shared.
const SHARED: Pages = &[(BookPage::Overview, say::SHARED), (BookPage::About, say::ABOUT)];

/// The pages of the open person.
pub fn person() -> AnyView {
    let open = use_state().open;
    let shared = memo(move || open.book(is_shared));
    live(move || {
        let shared = shared.get();
        untrack(|| if shared { book_frame(SHARED, shared_page) } else { book_frame(PAGES, page) })
    })
}

fn page(page: BookPage) -> AnyView {
    match page {
        BookPage::Overview => overview::overview(),
        BookPage::Plan => plan::plan(),
        BookPage::Standards => standards::standards(),
        BookPage::Diary => diary::diary(),
        BookPage::Interviews => interviews::interviews(),
        BookPage::Review => review::review(),
        BookPage::Work => work::work(),
        BookPage::Share => share::share(),
        BookPage::Print => print::print(),
        _ => nothing_there(use_state()),
    }
}

/// Whatever a link leads to is on the one page.
fn shared_page(_: BookPage) -> AnyView {
    shown::what_was_shared()
}
