//! The discussion cards, and the sessions about them.

use leptos::prelude::*;

use crate::framework::Card;
use crate::organisation::card;
use crate::organisation::session::{self, Session};
use crate::records::Record;
use crate::route::{BookPage, Route};
use crate::web::organisation::places::route;
use crate::web::organisation::words as said;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::element::{
    El, adding, button, el, link, live, live_if, p, quiet, section, text_el, together,
};
use crate::web::words;

/// The page.
pub fn cards() -> AnyView {
    let state = use_state();
    let add = move || {
        let id = state.open.add_item(&card::LIST, |_| ());
        state.open.fresh.set(None);
        state.go(&route(state, BookPage::Card(id)));
    };
    let own = move || state.open.book(|book| !book.items(&card::LIST).is_empty());
    let save = move || {
        own().then(|| {
            let save = move || {
                state.export_framework(
                    &state.open.book_untracked(|book| card::as_framework(book, None)),
                );
            };
            button("Save your own cards as a file", save).class("secondary")
        })
    };
    let cards = live(move || {
        state.open.book(|book| {
            let cards = card::all(learning(), book);
            let cards = cards.iter().map(|card| card_entry(state, book, card));
            el("ul").class("cards").children(cards).into()
        })
    });
    together(vec![
        text_el("h1", "Discussion cards").into(),
        p("Each card gives a meeting something to talk about: a statement, some questions, and what others have done.")
            .class("lead")
            .into(),
        cards,
        el("div")
            .class("buttons")
            .child(adding("Add a card of your own", add))
            .child(link(Route::Open, "Open a file with cards").class("button secondary"))
            .child(live_if(save))
            .into(),
        sessions(state),
    ])
}

fn card_entry(state: State, book: &Record, card: &Card) -> El {
    let held = session::held(book, &card.id);
    let last = held.first().map(|last| ["last on ", &said::day(last.date())].concat());
    let sessions = words::count(held.len(), "session held", "sessions held");
    let about = words::beside(&[
        &words::count(card.questions.len(), "question", "questions"),
        if held.is_empty() { "" } else { &sessions },
        &last.unwrap_or_default(),
    ]);
    let own = book.item(&card::LIST, &card.id).is_some();
    let own = own.then(|| p("Your own").class("badge"));
    let to = route(state, BookPage::Card(card.id.clone()));
    el("li")
        .class("card")
        .child(el("h2").child(link(to, said::title(&card.title))))
        .maybe(own)
        .maybe((!card.series.trim().is_empty()).then(|| quiet(&*card.series)))
        .child(p(about))
}

/// The sessions: those that are planned, then those that were held, the last one first.
fn sessions(state: State) -> AnyView {
    live(move || {
        state.open.book(|book| {
            let all = session::all(book);
            let list = |heading: &'static str, id: &'static str, sessions: Vec<&Session>| {
                let rows = sessions.iter().map(|session| session_entry(state, session));
                let rows = el("ul").class("findings").children(rows);
                (!sessions.is_empty()).then(|| AnyView::from(section(id, heading).child(rows)))
            };
            let planned = all.iter().filter(|session| !session.is_held()).collect();
            let held = all.iter().rev().filter(|session| session.is_held()).collect();
            let lists =
                [list("Planned", "planned", planned), list("Held", "held", held)].into_iter();
            together(lists.flatten().collect())
        })
    })
}

/// A session in a list: its day, its card, and where it stands.
pub fn session_entry(state: State, session: &Session) -> El {
    let to = route(state, BookPage::Session(session.id().to_owned()));
    let standing = said::standing(session, state.today());
    let when = said::day(session.date());
    let audience = session.audience().map_or("", said::audience);
    el("li")
        .child(el("p").child(link(to, [&said::title(session.title()), ", ", &when].concat())))
        .child(quiet(words::beside(&[standing, audience, session.present()])))
}
