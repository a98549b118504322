//! The programme: which sessions there are, for whom and when.

use leptos::prelude::*;

use crate::organisation::card;
use crate::organisation::programme::Programme;
use crate::organisation::session::{self, Audience, Horizon, Session};
use crate::records::Value;
use crate::route::BookPage;
use crate::web::organisation::cards::session_entry;
use crate::web::organisation::places::route;
use crate::web::shared::focus::focus_soon;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::day::date_field;
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{
    El, adding, button, effect, el, link, live, nothing, p, quiet, section, text_el, together,
    unseen,
};
use crate::web::ui::field::select_field;
use crate::words;
use crate::words::organisation as say;

/// A place in the programme: for whom, and when.
type Place = (Audience, Horizon);

/// The page of the programme.
pub fn programme() -> AnyView {
    let state = use_state();
    let asked = RwSignal::new(None::<Place>);
    let grid = live(move || {
        state.open.book(|book| {
            let programme = Programme::of(book);
            let rows = Audience::ALL.map(|audience| row(state, &programme, audience, asked));
            together(vec![
                p(say::programme::planned_and_held(&programme)).into(),
                head().into(),
                el("div").children(rows).into(),
                elsewhere(state, &programme),
            ])
        })
    });
    together(vec![
        text_el("h1", say::PROGRAMME).into(),
        p(say::programme::LEAD).class("lead").into(),
        grid,
        planning(state, asked).into(),
    ])
}

/// The names of the columns, for the eye alone: for screen readers each place has its own heading.
fn head() -> El {
    let names = Horizon::ALL.map(|horizon| text_el("span", say::horizon(horizon)));
    el("div").class("programme-head").attr("aria-hidden", "true").children(names)
}

fn row(
    state: State,
    programme: &Programme,
    audience: Audience,
    asked: RwSignal<Option<Place>>,
) -> El {
    let places = Horizon::ALL.map(|horizon| {
        let sessions: Vec<El> =
            programme.at(audience, horizon).iter().map(|session| entry(state, session)).collect();
        let sessions = (!sessions.is_empty()).then(|| el("ul").class("plain").children(sessions));
        el("div").class("place").child(text_el("h3", say::horizon(horizon))).maybe(sessions).child(
            button(say::programme::ADD, move || asked.set(Some((audience, horizon))))
                .class("quiet-button")
                .attr("id", place_id((audience, horizon)))
                .child(unseen(say::programme::a_session(audience, horizon))),
        )
    });
    el("section")
        .class("programme-row")
        .attr("aria-labelledby", audience.name())
        .child(text_el("h2", say::audience(audience)).attr("id", audience.name()))
        .children(places)
}

fn place_id((audience, horizon): Place) -> String {
    ["add-", audience.name(), "-", horizon.name()].concat()
}

fn entry(state: State, session: &Session) -> El {
    let to = route(state, BookPage::Session(session.id().to_owned()));
    let standing = say::standing(session, state.today());
    let badge = session.is_held().then(|| text_el("span", say::HELD).class("badge"));
    let day = say::day(session.date());
    let about = if session.is_held() { day } else { words::beside(&[&day, standing]) };
    el("li").child(link(to, say::title(session.title()))).child(quiet(about)).maybe(badge)
}

fn elsewhere(state: State, programme: &Programme) -> AnyView {
    let sessions = programme.elsewhere();
    if sessions.is_empty() {
        return nothing();
    }
    let rows = sessions.iter().map(|session| session_entry(state, session));
    section("elsewhere", say::programme::WITHOUT_A_PLACE)
        .child(p(say::programme::HOW_TO_GIVE_A_PLACE))
        .child(el("ul").class("findings").children(rows))
        .into()
}

/// The dialog that plans a session for the place `asked`: about which card, and on which day.
fn planning(state: State, asked: RwSignal<Option<Place>>) -> El {
    let open = RwSignal::new(false);
    effect(move || {
        if asked.get().is_some() {
            open.set(true);
        }
    });
    let heading = move || match asked.get() {
        Some((audience, horizon)) => say::programme::place(audience, horizon),
        None => String::new(),
    };
    let content = move || {
        let cards = state.open.book_untracked(|book| card::all(learning(), book));
        let options: Vec<_> =
            cards.iter().map(|card| (card.id.clone(), say::title(&card.title))).collect();
        let chosen = RwSignal::new(options[0].0.clone());
        let proposed = asked.get_untracked().map(|(audience, horizon)| {
            let today = state.today();
            state
                .open
                .book_untracked(|book| Programme::of(book).proposed_day(audience, horizon, today))
        });
        let day = RwSignal::new(proposed);
        let add = move || {
            let Some((audience, horizon)) = asked.get_untracked() else { return };
            let card = cards.iter().find(|card| card.id == chosen.get_untracked());
            let Some(card) = card else { return };
            state.open.add_item(&session::LIST, |item| {
                item.fields = session::about(card, String::new()).fields;
                item.set(&session::DATE, day.get_untracked());
                item.set(&session::AUDIENCE, Value::Word(audience.name()));
                item.set(&session::HORIZON, Value::Word(horizon.name()));
            });
            state.open.fresh.set(None);
            open.set(false);
            focus_soon(["#", &place_id((audience, horizon))].concat());
        };
        el("div")
            .child(select_field(say::programme::THE_CARD, options, chosen, move |card| {
                chosen.set(card)
            }))
            .child(date_field(say::THE_DAY, move || day.get(), move |date| day.set(date), || ()))
            .child(quiet(say::programme::SUGGESTED_DAY))
            .child(
                el("div")
                    .class("buttons")
                    .child(button(say::NOT_NOW, move || open.set(false)).class("secondary"))
                    .child(adding(say::programme::PLAN_IT, add)),
            )
            .into()
    };
    dialog(open, heading, content)
}
