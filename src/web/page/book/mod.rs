//! What the pages of every book share: the frame around them, the page about it, fields that are bound
//! to it, and what is carried from one record to another.

pub mod about;
pub mod fields;
pub mod new;

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::route::{BookPage, Route};
use crate::web::state::records::{could_not_open, is_example};
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, button, effect, el, link, live, live_if, memo, p, text_el, unseen,
};
use crate::web::words;
use crate::workspace::OpenError;

/// A page of a book and what it is called in the list of pages.
pub type Pages = &'static [(BookPage, &'static str)];

/// The open book, or why it is not open. `show` gives each page of `pages` but the one about the book,
/// and of what stands below them.
pub fn book_frame(pages: Pages, show: fn(BookPage) -> AnyView) -> AnyView {
    let state = use_state();
    let not_open = memo(move || state.not_open.get());
    live(move || match not_open.get() {
        Some(error) => why_not_open(state, &error),
        None => untrack(|| open_book(state, pages, show)),
    })
}

fn why_not_open(state: State, error: &OpenError) -> AnyView {
    let (kind, id) = match state.route.get_untracked() {
        Route::Book { kind, id, .. } => (kind, id),
        _ => (RecordKind::Audit, String::new()),
    };
    let have_back = (*error == OpenError::InBin)
        .then(|| button("Have it back", move || state.take_from_bin(&id)));
    el("div")
        .class("column")
        .child(text_el("h1", ["This ", words::record(kind), " is not open"].concat()))
        .child(p(could_not_open(error, kind)))
        .child(
            el("div")
                .class("buttons")
                .maybe(have_back)
                .child(link(Route::Home, "Go to the home page").class("button secondary")),
        )
        .into()
}

fn open_book(state: State, pages: Pages, show: fn(BookPage) -> AnyView) -> AnyView {
    let page = Memo::new(move |earlier: Option<&BookPage>| match state.route.get() {
        Route::Book { page, .. } => page.whole(),
        _ => earlier.cloned().unwrap_or(BookPage::Overview),
    });
    let shown = live(move || {
        let page = page.get();
        state.framework();
        untrack(|| match page {
            BookPage::About => about::about(),
            page => show(page),
        })
    });
    let columns = el("div")
        .class("columns")
        .child(list_of_pages(state, pages, page))
        .child(el("div").class("audit-page").child(shown));
    el("div").class("audit-frame").child(bar(state)).child(columns).into()
}

/// The book's name, and undo and redo.
fn bar(state: State) -> El {
    let name = move || state.book(|book| words::record_name(book.name(), book.kind).to_owned());
    let organisation = move || {
        state.book(|book| match book.kind {
            RecordKind::Organisation => String::new(),
            _ => book.organisation().to_owned(),
        })
    };
    let example = move || {
        let example = state.book(|book| is_example(&book.id));
        example.then(|| text_el("span", "Example").class("badge"))
    };
    let undo = button("Undo", move || state.undo())
        .class("secondary small")
        .live_flag("disabled", move || !state.undoable.get().0);
    let redo = button("Redo", move || state.redo())
        .class("secondary small")
        .live_flag("disabled", move || !state.undoable.get().1);
    el("div")
        .class("audit-bar")
        .child(
            el("p")
                .class("name")
                .live_attr("title", move || Some(words::beside(&[&name(), &organisation()])))
                .child(el("strong").live_text(name))
                .child(el("span").class("quiet").live_text(organisation))
                .child(live_if(example)),
        )
        .child(
            el("div")
                .class("buttons")
                .attr("role", "group")
                .attr("aria-label", "Undo and redo")
                .child(undo)
                .child(redo),
        )
}

/// The way to every page of the book. On a narrow screen it folds away.
fn list_of_pages(state: State, pages: Pages, page: Memo<BookPage>) -> El {
    let folded = RwSignal::new(true);
    effect(move || {
        page.track();
        folded.set(true);
    });
    let (kind, id) = state.book_untracked(|book| (book.kind, book.id.clone()));
    let entries = pages.iter().map(|(to, name)| {
        let here = move || page.with(|page| is_at(page, to));
        let link = link(Route::book(kind, &id, to.clone()), *name).live_attr("aria-current", here);
        el("li").child(link)
    });
    let called = ["Pages of this ", words::record(kind)].concat();
    let fold = button("All pages", move || folded.update(|folded| *folded = !*folded))
        .child(unseen([" of this ", words::record(kind)].concat()))
        .class("secondary fold")
        .live_attr("aria-expanded", move || Some((!folded.get()).to_string()));
    el("nav").class("pages").attr("aria-label", called).child(fold).child(
        el("ul")
            .live_attr("class", move || folded.get().then(|| "folded".to_owned()))
            .children(entries.collect::<Vec<_>>()),
    )
}

/// The page itself, or one that stands below it.
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

/// What stands in place of a page that is not there.
pub fn nothing_there(state: State) -> AnyView {
    let (kind, id) = state.book_untracked(|book| (book.kind, book.id.clone()));
    let overview = Route::book(kind, &id, BookPage::Overview);
    el("div")
        .child(text_el("h1", "There is no such page here"))
        .child(el("p").child(link(overview, "Go to the overview")))
        .into()
}
