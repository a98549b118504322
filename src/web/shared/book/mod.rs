//! What the pages of every book share: the frame around them, the page about it, and the page on which
//! a new one is started.

pub mod about;
pub mod new;

use leptos::prelude::*;

use crate::route::{BookPage, Route};
use crate::web::shared::frame::{frame, list_of_pages};
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, effect, el, link, live, text_el};
use crate::words::shared::book as say;

/// The pages of a book, each with its name in the list of pages.
pub type Pages = &'static [(BookPage, &'static str)];

/// The open book, or why it is not open. `show` makes every page but the one about the book: those in
/// `pages`, and those below them.
pub fn book_frame(pages: Pages, show: fn(BookPage) -> AnyView) -> AnyView {
    let state = use_state();
    frame(state, move || open_book(state, pages, show))
}

/// The list of the book's pages, and the page shown.
fn open_book(state: State, pages: Pages, show: fn(BookPage) -> AnyView) -> (El, AnyView) {
    let page = Memo::new(move |earlier: Option<&BookPage>| match state.route.get() {
        Route::Book { page, .. } => page.whole(),
        _ => earlier.cloned().unwrap_or(BookPage::Overview),
    });
    let shown = live(move || {
        let page = page.get();
        state.device.framework();
        untrack(|| match page {
            BookPage::About => about::about(),
            page => show(page),
        })
    });
    (pages_of_book(state, pages, page), shown)
}

/// The list of links to every page of the book.
fn pages_of_book(state: State, pages: Pages, page: Memo<BookPage>) -> El {
    let folded = RwSignal::new(true);
    effect(move || {
        page.track();
        folded.set(true);
    });
    let (kind, id) = state.open.book_untracked(|book| (book.kind(), book.id.clone()));
    let entries = pages.iter().map(|(to, name)| {
        let here = move || page.with(|page| is_at(page, to));
        let link = link(Route::book(kind, &id, to.clone()), *name).live_attr("aria-current", here);
        el("li").child(link)
    });
    let entries: Vec<_> = entries.collect();
    list_of_pages(kind, folded, |list| list.children(entries))
}

/// What `aria-current` says of an entry in the list: “page” for the page shown, “true” when the page
/// shown is below it, and nothing otherwise.
fn is_at(page: &BookPage, entry: &BookPage) -> Option<String> {
    let below = matches!(
        (page, entry),
        (BookPage::Card(_) | BookPage::Session(_), BookPage::Cards)
            | (BookPage::Round(_), BookPage::Characteristics)
            | (
                BookPage::Survey | BookPage::SurveySheet | BookPage::SurveyTally,
                BookPage::Characteristics
            )
    );
    match page == entry {
        true => Some("page".to_owned()),
        false => below.then(|| "true".to_owned()),
    }
}

/// What is shown in place of a page that does not exist.
pub fn nothing_there(state: State) -> AnyView {
    let (kind, id) = state.open.book_untracked(|book| (book.kind(), book.id.clone()));
    let overview = Route::book(kind, &id, BookPage::Overview);
    el("div")
        .child(text_el("h1", say::NO_SUCH_PAGE))
        .child(el("p").child(link(overview, say::GO_TO_OVERVIEW)))
        .into()
}
