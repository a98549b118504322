//! The characteristics of a learning organisation, and what it feels like to be part of one: the last
//! round beside the one before, and every round.

use leptos::prelude::*;

use crate::framework::Text;
use crate::organisation::round::{self, Round};
use crate::records::Record;
use crate::route::BookPage;
use crate::web::organisation::many::{asking, not_kept};
use crate::web::organisation::places::route;
use crate::web::organisation::profile::profiles;
use crate::web::shared::paper::print_button;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::element::{El, adding, el, link, live, p, quiet, section, text_el, together};
use crate::words::organisation as say;

/// The page of the characteristics.
pub fn characteristics() -> AnyView {
    let state = use_state();
    let begin = move || {
        let by = state.device.settings.with_untracked(|settings| settings.name.trim().to_owned());
        let round = state.open.add_item(&round::LIST, |item| {
            item.set(&round::DATE, Some(state.today()));
            item.set(&round::BY, by);
        });
        state.open.fresh.set(None);
        state.go(&route(state, BookPage::Round(round)));
    };
    state.survey.release_results();
    let rounds = live(move || {
        state.open.book(|book| {
            let all = round::all(book);
            let mut parts = vec![asking(state, book).into()];
            match (not_kept(state, book), all.first()) {
                (Some(many), _) => parts.extend(many),
                (None, Some(last)) => parts.extend(last_round(book, *last)),
                (None, None) => parts.push(statements()),
            }
            if !all.is_empty() {
                let rows = all.iter().map(|round| entry(state, round));
                let every = section("rounds", say::rounds::ALL_ROUNDS);
                parts.push(every.child(el("ul").class("findings rounds").children(rows)).into());
            }
            together(parts)
        })
    });
    together(vec![
        text_el("h1", say::CHARACTERISTICS).into(),
        p(say::rounds::LEAD).class("lead").into(),
        el("div")
            .class("buttons")
            .child(adding(say::rounds::BEGIN_A_ROUND, begin))
            .child(print_button(say::PRINT_THIS_PAGE).class("secondary"))
            .into(),
        rounds,
    ])
}

fn last_round(book: &Record, last: Round) -> [AnyView; 2] {
    let heading = say::rounds::last_round(last.date());
    let by = say::by_line(&last);
    let by = (!by.is_empty()).then(|| p(by).class("by"));
    let beside = round::before(book, last.id());
    [section("last", heading).maybe(by).into(), profiles(last, beside)]
}

fn entry(state: State, round: &Round) -> El {
    let (answered, of) = round.answered(learning());
    let to = route(state, BookPage::Round(round.id().to_owned()));
    el("li")
        .child(el("p").child(link(to, say::round_of(round.date()))))
        .child(quiet(say::rounds::about(round, answered, of)))
}

/// The statements alone, before anyone has said how true they are.
fn statements() -> AnyView {
    let list = |id: &'static str, heading: &'static str, texts: &'static [Text]| {
        let texts = texts.iter().map(|text| text_el("li", &*text.text));
        section(id, heading).child(el("ol").class("numbered").children(texts)).into()
    };
    let learning = learning();
    together(vec![
        list("characteristics-now", say::CHARACTERISTICS, &learning.characteristics),
        list("feels-like-now", say::WHAT_IT_FEELS_LIKE, &learning.feels_like),
    ])
}
