//! The overview of an organisation's book: what there is, and one next step.

use leptos::prelude::*;

use crate::moment::Date;
use crate::organisation::next::{Next, next};
use crate::organisation::{achievement, round, session};
use crate::records::Record;
use crate::route::BookPage;
use crate::web::organisation::places::route;
use crate::web::organisation::profile::summary;
use crate::web::shared::next_step::next_step;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::element::{El, el, link, live, p, section, text_el, together};
use crate::words::organisation as say;

/// How many of the latest achievements are shown.
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
    together(vec![text_el("h1", say::OVERVIEW).into(), step.into(), parts])
}

/// The next step as a sentence, the page for it, and the words of the link.
fn said_next(book: &Record, today: Date) -> (String, BookPage, &'static str) {
    let of = |session: &session::Session| BookPage::Session(session.id().to_owned());
    match next(learning(), book, today) {
        Next::HoldToday(session) => {
            (say::overview::today(&session), of(&session), say::overview::GO_TO_SESSION)
        }
        Next::WasItHeld(session) => {
            (say::overview::was_it_held(&session), of(&session), say::overview::GO_TO_SESSION)
        }
        Next::SayWhatToDo(session) => {
            (say::overview::what_will_you_do(&session), of(&session), say::overview::GO_TO_SESSION)
        }
        Next::FinishRound(round) => {
            let (answered, of) = round.answered(learning());
            let page = BookPage::Round(round.id().to_owned());
            (
                say::overview::still_to_answer(of - answered, of),
                page,
                say::overview::GO_ON_WITH_ROUND,
            )
        }
        Next::PlanFirstSession => (
            say::overview::PLAN_FIRST_SESSION.to_owned(),
            BookPage::Cards,
            say::overview::LOOK_AT_CARDS,
        ),
        Next::FirstRound => {
            let page = BookPage::Characteristics;
            (say::overview::FIRST_ROUND.to_owned(), page, say::overview::GO_TO_CHARACTERISTICS)
        }
        Next::FirstAchievement => {
            let page = BookPage::Achievements;
            (say::overview::FIRST_ACHIEVEMENT.to_owned(), page, say::overview::GO_TO_ACHIEVEMENTS)
        }
        Next::AnotherRound(round) => {
            let page = BookPage::Characteristics;
            (say::overview::look_again(round.date()), page, say::overview::GO_TO_CHARACTERISTICS)
        }
        Next::PlanAnotherSession => (
            say::overview::PLAN_ANOTHER_SESSION.to_owned(),
            BookPage::Programme,
            say::overview::GO_TO_PROGRAMME,
        ),
        Next::WaitFor(session) => {
            (say::overview::next_session(&session), of(&session), say::overview::PREPARE_SESSION)
        }
    }
}

fn sessions(state: State, book: &Record, today: Date) -> El {
    let all = session::all(book);
    let part = section("sessions", say::overview::SESSIONS);
    let cards = el("p").child(link(route(state, BookPage::Cards), say::overview::ALL_SESSIONS));
    if all.is_empty() {
        return part.child(p(say::overview::NO_SESSION_YET)).child(cards);
    }
    let held = all.iter().filter(|session| session.is_held()).count();
    let planned = all.len() - held;
    let line = |what: &'static str, session: &session::Session| {
        let to = route(state, BookPage::Session(session.id().to_owned()));
        el("p").child(text_el("strong", what)).child(link(to, say::session_on(session)))
    };
    let next = session::next(book, today).map(|session| line(say::overview::NEXT, &session));
    let last = all.iter().rfind(|session| session.is_held());
    part.child(p(say::overview::held_and_planned(held, planned)))
        .maybe(next)
        .maybe(last.map(|session| line(say::overview::LAST, session)))
        .child(cards)
}

fn characteristics(state: State, book: &Record) -> El {
    let part = section("characteristics", say::overview::CHARACTERISTICS);
    let page =
        |text: &'static str| el("p").child(link(route(state, BookPage::Characteristics), text));
    match round::all(book).first() {
        None => part
            .child(p(say::overview::NO_ROUND_YET))
            .child(page(say::overview::GO_TO_CHARACTERISTICS)),
        Some(round) => part
            .child(p(say::overview::last_round(round)))
            .child(summary(round))
            .child(page(say::overview::ALL_STATEMENTS)),
    }
}

fn achievements(state: State, book: &Record) -> El {
    let part = section("achievements", say::overview::ACHIEVEMENTS);
    let all = achievement::all(book);
    let page =
        el("p").child(link(route(state, BookPage::Achievements), say::overview::ALL_ACHIEVEMENTS));
    if all.is_empty() {
        return part.child(p(say::overview::NO_ACHIEVEMENT_YET)).child(page);
    }
    let latest = all.iter().take(LATEST).map(|achievement| {
        let day = say::day(achievement.date());
        el("li").text([achievement.text(), " "].concat()).child(text_el("span", day).class("quiet"))
    });
    part.child(el("ul").class("plain").children(latest)).child(page)
}
