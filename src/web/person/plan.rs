//! The learning plan: targets, how they will be learned and how success will show; and last year's
//! plan.

use leptos::prelude::*;

use crate::person::target::{LIST, in_turn, of_last_year};
use crate::person::{LearningYear, PLAN_AGREED_ON, PLAN_AGREED_WITH};
use crate::web::person::take_up::{take_up_contribution, take_up_need};
use crate::web::person::target::{card, texts};
use crate::web::person::terms;
use crate::web::shared::fields::{book_date, book_line};
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, adding, el, live_if, p, quiet, section, text_el, together};
use crate::words::person as say;

/// The page of the learning plan.
pub fn plan() -> AnyView {
    let state = use_state();
    let shown = list::in_turn(&LIST, |book| {
        in_turn(book).into_iter().map(|target| target.0.id.clone()).collect()
    });
    let taken = state.open.taken_from_here();
    let add = adding(say::plan::ADD, move || {
        state.open.add_item(&LIST, |_| ());
    });
    let year = move || say::plan::for_year(state.open.book(LearningYear::of));
    let targets = section("targets", say::TARGETS)
        .child(
            el("div")
                .class("buttons")
                .child(add)
                .child(take_up_need())
                .child(take_up_contribution()),
        )
        .child(list::cards(shown, || say::plan::NO_TARGETS, move |id| card(id, taken)));
    together(vec![
        text_el("h1", say::PLAN).into(),
        p(say::plan::LEAD).class("lead").into(),
        el("p").class("quiet").live_text(year).into(),
        targets.into(),
        agreed().into(),
        last_year(state),
    ])
}

fn agreed() -> El {
    section("agreed", say::plan::WHEN_AGREED).child(
        el("div")
            .class("side-by-side")
            .child(book_date(say::AGREED_ON, &PLAN_AGREED_ON))
            .child(book_line(say::AGREED_WITH, &PLAN_AGREED_WITH)),
    )
}

/// The targets of last year's plan, as they stood at its end; empty if there are none.
fn last_year(state: State) -> AnyView {
    live_if(move || {
        state.open.book(|book| {
            let targets: Vec<_> = of_last_year(book).collect();
            let rows = targets.iter().map(|target| {
                el("li")
                    .class("card")
                    .child(text_el("h3", say::plan::title_last_year(*target)).class("written"))
                    .child(quiet(terms::how_far(target.0)))
                    .maybe(texts(*target))
            });
            let folded = el("details")
                .class("more")
                .child(text_el("summary", say::plan::SHOW_LAST_YEAR))
                .child(el("ul").class("cards").children(rows));
            (!targets.is_empty()).then(|| section("last-year", say::plan::LAST_YEAR).child(folded))
        })
    })
}
