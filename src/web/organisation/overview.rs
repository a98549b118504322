//! The overview of an organisation's book: what there is, and one next step.

use leptos::prelude::*;

use crate::moment::Date;
use crate::organisation::next::{Next, next};
use crate::organisation::{achievement, round, session};
use crate::records::Record;
use crate::route::BookPage;
use crate::web::organisation::places::route;
use crate::web::organisation::profile::summary;
use crate::web::organisation::words as said;
use crate::web::shared::next_step::next_step;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::element::{El, el, link, live, p, section, text_el, together};
use crate::web::words;

/// How many achievements are shown.
const LATEST: usize = 3;

/// The page that an organisation opens on.
pub fn overview() -> AnyView {
    let state = use_state();
    let parts = live(move || {
        let today = state.today();
        state.open.book(|book| {
            together(vec![
                sessions(state, book, today).into(),
                characteristics(state, book).into(),
                achievements(state, book).into(),
            ])
        })
    });
    let step = next_step(move || {
        let (text, page, to) = state.open.book(|book| said_next(book, state.today()));
        (text, route(state, page), to.to_owned())
    });
    together(vec![text_el("h1", "Overview").into(), step.into(), parts])
}

/// The next step in a sentence, the page for it, and the words of the link.
fn said_next(book: &Record, today: Date) -> (String, BookPage, &'static str) {
    match next(learning(), book, today) {
        Next::HoldToday(session) => (
            ["Today is the session about ", &said::title(session.title()), "."].concat(),
            BookPage::Session(session.id().to_owned()),
            "Go to the session",
        ),
        Next::WasItHeld(session) => (
            [
                "The session about ",
                &said::title(session.title()),
                " was planned for ",
                &said::day(session.date()),
                ". Has it been held?",
            ]
            .concat(),
            BookPage::Session(session.id().to_owned()),
            "Go to the session",
        ),
        Next::SayWhatToDo(session) => (
            [
                "You talked about ",
                &said::title(session.title()),
                ". Write down what you will do, so that something comes of it.",
            ]
            .concat(),
            BookPage::Session(session.id().to_owned()),
            "Go to the session",
        ),
        Next::FinishRound(round) => {
            let (answered, of) = round.answered(learning());
            (
                format!("{} of {of} statements are still to be looked at.", of - answered),
                BookPage::Round(round.id().to_owned()),
                "Go on with the round",
            )
        }
        Next::PlanFirstSession => (
            "Choose a discussion card for one of your next meetings.".to_owned(),
            BookPage::Cards,
            "Look at the cards",
        ),
        Next::FirstRound => (
            "Look at the characteristics of a learning organisation: how true is each of them here?"
                .to_owned(),
            BookPage::Characteristics,
            "Go to the characteristics",
        ),
        Next::FirstAchievement => (
            "Write down something that you have achieved, however small.".to_owned(),
            BookPage::Achievements,
            "Go to the achievements",
        ),
        Next::AnotherRound(round) => (
            [
                "You last looked at the characteristics on ",
                &said::day(round.date()),
                ". It is time to look again.",
            ]
            .concat(),
            BookPage::Characteristics,
            "Go to the characteristics",
        ),
        Next::PlanAnotherSession => (
            "No session is planned. Choose a card for one of your next meetings.".to_owned(),
            BookPage::Programme,
            "Go to the programme",
        ),
        Next::WaitFor(session) => (
            [
                "Next is the session about ",
                &said::title(session.title()),
                ", on ",
                &said::day(session.date()),
                ".",
            ]
            .concat(),
            BookPage::Session(session.id().to_owned()),
            "Prepare the session",
        ),
    }
}

fn sessions(state: State, book: &Record, today: Date) -> El {
    let all = session::all(book);
    let part = section("sessions", "Card sessions");
    let cards = el("p").child(link(route(state, BookPage::Cards), "All cards and sessions"));
    if all.is_empty() {
        return part
            .child(p("No session yet. A card gives a meeting something to talk about: a statement, some questions, and what others have done."))
            .child(cards);
    }
    let held = all.iter().filter(|session| session.is_held()).count();
    let planned = all.len() - held;
    let line = |what: &'static str, session: &session::Session| {
        let to = route(state, BookPage::Session(session.id().to_owned()));
        let when = said::day(session.date());
        el("p")
            .child(text_el("strong", what))
            .child(link(to, said::title(session.title())))
            .text([", ", &when].concat())
    };
    let next = session::next(book, today).map(|session| line("Next: ", &session));
    let last = all.iter().rfind(|session| session.is_held());
    part.child(p(words::beside(&[
        &words::count(held, "session held", "sessions held"),
        &words::count(planned, "planned", "planned"),
    ])))
    .maybe(next)
    .maybe(last.map(|session| line("Last: ", session)))
    .child(cards)
}

fn characteristics(state: State, book: &Record) -> El {
    let part = section("characteristics", "Characteristics of a learning organisation");
    let page =
        |text: &'static str| el("p").child(link(route(state, BookPage::Characteristics), text));
    match round::all(book).first() {
        None => part
            .child(p("Twelve characteristics, and seven things that it feels like: how true are they here? Nobody has said yet."))
            .child(page("Go to the characteristics")),
        Some(round) => {
            let by = words::beside(&[&said::day(round.date()), round.by()]);
            part.child(p(["Last round: ", &by].concat()))
                .child(summary(round))
                .child(page("All statements"))
        }
    }
}

fn achievements(state: State, book: &Record) -> El {
    let part = section("achievements", "Achievements so far");
    let all = achievement::all(book);
    let page = el("p").child(link(route(state, BookPage::Achievements), "All achievements"));
    if all.is_empty() {
        return part
            .child(p("Nothing here yet. What went well is worth writing down."))
            .child(page);
    }
    let latest = all.iter().take(LATEST).map(|achievement| {
        let day = said::day(achievement.date());
        el("li").text([achievement.text(), " "].concat()).child(text_el("span", day).class("quiet"))
    });
    part.child(el("ul").class("plain").children(latest)).child(page)
}
