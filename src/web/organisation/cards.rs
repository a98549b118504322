//! The discussion cards, and the sessions about them.

use leptos::prelude::*;

use crate::framework::Card;
use crate::organisation::card;
use crate::organisation::session::{self, Session};
use crate::records::Record;
use crate::route::{BookPage, Route};
use crate::web::organisation::places::route;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::element::{
    El, adding, button, el, link, live, live_if, p, quiet, section, text_el, together,
};
use crate::words;
use crate::words::organisation as say;
use crate::words::organisation::cards::cards_of;

/// The page of the cards and sessions.
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
            let save =
                move || {
                    state.export_framework(&state.open.book_untracked(|book| {
                        card::as_framework(book, None, &cards_of(book.name()))
                    }));
                };
            button(say::cards::SAVE_OWN_CARDS, save).class("secondary")
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
        text_el("h1", say::CARDS).into(),
        p(say::cards::LEAD).class("lead").into(),
        cards,
        el("div")
            .class("buttons")
            .child(adding(say::cards::ADD_A_CARD, add))
            .child(link(Route::Open, say::cards::OPEN_CARDS).class("button secondary"))
            .child(live_if(save))
            .into(),
        sessions(state),
    ])
}

fn card_entry(state: State, book: &Record, card: &Card) -> El {
    let held = session::held(book, &card.id);
    let last = held.first().and_then(Session::date);
    let about = say::cards::questions_and_sessions(card.questions.len(), held.len(), last);
    let own = book.item(&card::LIST, &card.id).is_some();
    let own = own.then(|| p(say::cards::YOUR_OWN).class("badge"));
    let to = route(state, BookPage::Card(card.id.clone()));
    el("li")
        .class("card")
        .child(el("h2").child(link(to, say::title(&card.title))))
        .maybe(own)
        .maybe((!card.series.trim().is_empty()).then(|| quiet(&*card.series)))
        .child(p(about))
}

/// The sessions: first the planned ones, then those that were held, the latest first.
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
            let planned = list(say::cards::SESSIONS_PLANNED, "planned", planned);
            let held = list(say::cards::SESSIONS_HELD, "held", held);
            together([planned, held].into_iter().flatten().collect())
        })
    })
}

/// A session in a list: its day, its card, and where it stands.
pub fn session_entry(state: State, session: &Session) -> El {
    let to = route(state, BookPage::Session(session.id().to_owned()));
    let standing = say::standing(session, state.today());
    let audience = session.audience().map_or("", say::audience);
    el("li")
        .child(el("p").child(link(to, say::session_on(session))))
        .child(quiet(words::beside(&[standing, audience, session.present()])))
}
