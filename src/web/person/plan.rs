//! The learning plan: targets, how they will be learned and how success will show; and last year's.

use leptos::prelude::*;

use crate::learner::target::{LIST, in_turn, of_last_year};
use crate::learner::{LearningYear, PLAN_AGREED_ON, PLAN_AGREED_WITH};
use crate::web::person::take_up::{take_up_contribution, take_up_need};
use crate::web::person::target::{card, texts, title};
use crate::web::person::terms;
use crate::web::shared::fields::{book_date, book_line};
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, adding, el, live_if, p, quiet, section, text_el, together};

/// The page.
pub fn plan() -> AnyView {
    let state = use_state();
    let shown = list::in_turn(&LIST, |book| {
        in_turn(book).into_iter().map(|target| target.0.id.clone()).collect()
    });
    let taken = state.open.taken_from_here();
    let add = adding("Add a target", move || {
        state.open.add_item(&LIST, |_| ());
    });
    let none = || "No target yet. Two or three are plenty: small ones, near to the work, do best.";
    let year = move || {
        ["For ", &state.open.book(|book| terms::year(LearningYear::of(book))), "."].concat()
    };
    let targets = section("targets", "Targets")
        .child(
            el("div")
                .class("buttons")
                .child(add)
                .child(take_up_need())
                .child(take_up_contribution()),
        )
        .child(list::cards(shown, none, move |id| card(id, taken)));
    together(vec![
        text_el("h1", "Learning plan").into(),
        p("What is to be learned this year, on the job and off it. It is agreed once a year and reviewed at its end.")
            .class("lead")
            .into(),
        el("p").class("quiet").live_text(year).into(),
        targets.into(),
        agreed().into(),
        last_year(state),
    ])
}

fn agreed() -> El {
    section("agreed", "When it was agreed").child(
        el("div")
            .class("side-by-side")
            .child(book_date("Agreed on", &PLAN_AGREED_ON))
            .child(book_line("Agreed with", &PLAN_AGREED_WITH)),
    )
}

/// The targets of last year's plan, as they stood in the end.
fn last_year(state: State) -> AnyView {
    live_if(move || {
        state.open.book(|book| {
            let targets: Vec<_> = of_last_year(book).collect();
            let rows = targets.iter().map(|target| {
                el("li")
                    .class("card")
                    .child(text_el("h3", title(*target)).class("written"))
                    .child(quiet(terms::how_far(target.0)))
                    .maybe(texts(*target))
            });
            let folded = el("details")
                .class("more")
                .child(text_el("summary", "Show last year’s targets"))
                .child(el("ul").class("cards").children(rows));
            (!targets.is_empty()).then(|| section("last-year", "Last year’s plan").child(folded))
        })
    })
}
