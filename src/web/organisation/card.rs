//! One discussion card: what it says and asks, and the sessions about it, then and now.

use leptos::prelude::*;

use crate::framework::{Card, Reference, Text};
use crate::organisation::{card as rules, session};
use crate::records::Value;
use crate::route::BookPage;
use crate::web::chart::steps::steps_legend;
use crate::web::organisation::card_fields::card_fields;
use crate::web::organisation::cards::session_entry;
use crate::web::organisation::places::route;
use crate::web::organisation::vote::votes_bar;
use crate::web::shared::away::link_away;
use crate::web::shared::book::nothing_there;
use crate::web::shared::paper::print_button;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::element::{
    El, adding, button, el, live, live_if, memo, nothing, p, quiet, section, text_el, together,
};
use crate::words::organisation as say;

/// The page of the card with this id.
pub fn card(id: String) -> AnyView {
    let state = use_state();
    let id = StoredValue::new(id);
    let there = memo(move || of_card(state, id, |_| ()).is_some());
    live(
        move || {
            if there.get() {
                untrack(|| whole(state, id))
            } else {
                untrack(|| nothing_there(state))
            }
        },
    )
}

/// Reads the card; `None` if it is gone. What reads it runs again when the book changes.
fn of_card<R>(state: State, id: StoredValue<String>, read: impl FnOnce(&Card) -> R) -> Option<R> {
    let card = state.open.book(|book| id.with_value(|id| rules::find(learning(), book, id)));
    card.as_ref().map(read)
}

fn whole(state: State, id: StoredValue<String>) -> AnyView {
    let own =
        state.open.book_untracked(|book| id.with_value(|id| book.item(&rules::LIST, id).is_some()));
    let heading = move || of_card(state, id, |card| say::title(&card.title)).unwrap_or_default();
    let said = live(move || {
        of_card(state, id, |card| said_and_asked(card).into()).unwrap_or_else(nothing)
    });
    // What changes with the words in the fields stands below the fields. So nothing moves when somebody
    // leaves a field to press a button.
    together(vec![
        el("h1").attr("data-title", say::cards::CARD).live_text(heading).into(),
        doing(state, id, own).into(),
        if own { card_fields(id) } else { nothing() },
        said,
        then_and_now(state, id),
    ])
}

/// What the card says and asks; empty parts are left out.
fn said_and_asked(card: &Card) -> El {
    let filled = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    let list = |tag: &'static str, texts: &[Text]| {
        let texts: Vec<El> = texts.iter().map(|text| text_el("li", &*text.text)).collect();
        el(tag).class("written").children(texts)
    };
    let questions = (!card.questions.is_empty()).then(|| {
        section("questions", say::QUESTIONS)
            .maybe(filled(&card.lead_in).map(|text| p(text).class("quiet")))
            .child(list("ol", &card.questions))
    });
    let examples = (!card.examples.is_empty())
        .then(|| section("examples", say::WHAT_OTHERS_HAVE_DONE).child(list("ul", &card.examples)));
    let references = (!card.references.is_empty()).then(|| {
        let references = card.references.iter().map(reference);
        section("references", say::cards::FURTHER_READING).child(el("ul").children(references))
    });
    el("div")
        .class("discussion-card")
        .maybe(filled(&card.series).map(quiet))
        .maybe(filled(&card.statement).map(|text| p(text).class("statement-of-card written")))
        .maybe(questions)
        .maybe(examples)
        .maybe(references)
        .maybe(filled(&card.purpose).map(|text| quiet(text).class("quiet written")))
}

fn reference(reference: &Reference) -> El {
    match reference.address() {
        Some(address) => el("li").children(link_away(&address, &reference.text)),
        None => {
            let no_address = reference.no_address().map(|text| [" (", text, ")"].concat());
            let no_address = no_address.map(|text| text_el("span", text).class("quiet"));
            text_el("li", &*reference.text).maybe(no_address)
        }
    }
}

/// The buttons of the card: begin or plan a session, print, and save a card of one's own.
fn doing(state: State, id: StoredValue<String>, own: bool) -> El {
    let begin = move |today: bool| {
        let card =
            state.open.book_untracked(|book| id.with_value(|id| rules::find(learning(), book, id)));
        let Some(card) = card else { return };
        let day = today.then(|| state.today());
        let session = state.open.add_item(&session::LIST, |item| {
            item.fields = session::about(&card, String::new()).fields;
            item.set(&session::DATE, day.map_or("".into(), Value::Date));
        });
        state.open.fresh.set(None);
        state.go(&route(state, BookPage::Session(session)));
    };
    let print = print_button(say::cards::PRINT_CARD).class("secondary");
    let save = own.then(|| {
        let save = move || {
            let framework = state
                .open
                .book_untracked(|book| id.with_value(|id| rules::as_framework(book, Some(id), "")));
            state.export_framework(&framework);
        };
        button(say::cards::SAVE_CARD, save).class("secondary")
    });
    let buttons = el("div")
        .class("buttons")
        .child(adding(say::cards::BEGIN_A_SESSION, move || begin(true)))
        .child(adding(say::cards::PLAN_A_SESSION, move || begin(false)).class("secondary"))
        .child(print)
        .maybe(save);
    el("div").child(buttons)
}

/// The sessions about the card. Those with votes show how much was found in place each time.
fn then_and_now(state: State, id: StoredValue<String>) -> AnyView {
    let held = move || {
        state.open.book(|book| {
            let sessions = id.with_value(|id| session::held(book, id));
            let votes = sessions.iter().any(|session| session.votes().is_some());
            let rows: Vec<El> = sessions
                .iter()
                .map(|session| {
                    let votes = session.votes().map(|votes| votes_bar(votes, session));
                    session_entry(state, session).maybe(votes)
                })
                .collect();
            (!rows.is_empty()).then(|| {
                section("sessions", say::cards::SESSIONS_ABOUT_CARD)
                    .class("on-screen")
                    .maybe(votes.then(|| steps_legend(say::IN_PLACE)))
                    .child(el("ul").class("findings").children(rows))
            })
        })
    };
    live_if(held)
}
