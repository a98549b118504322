//! The annual review: what was achieved, learned and changed, target by target and as a whole, and what
//! comes next.

use leptos::prelude::*;

use crate::learner::target::{LIST, REVIEW, in_turn};
use crate::learner::{
    Counts, REVIEW_ACHIEVED, REVIEW_CHANGED, REVIEW_LEARNED, REVIEW_NEXT, REVIEW_ON, REVIEW_WITH,
    Target,
};
use crate::route::{BookPage, Route};
use crate::web::person::counts::{interviews, meters, off_the_job};
use crate::web::person::target::title;
use crate::web::shared::fields::{
    book_area, book_date, book_line, item_area, item_select, of_item,
};
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, el, link, live_if, p, quiet, section, text_el, together};
use crate::web::words;

/// The page.
pub fn review() -> AnyView {
    let state = use_state();
    let about =
        state.open.book_untracked(|book| Route::book(book.kind(), &book.id, BookPage::About));
    together(vec![
        text_el("h1", "Annual review").into(),
        p("Once a year, look back on the plan together: with your manager, in your appraisal.")
            .class("lead")
            .into(),
        el("div")
            .class("side-by-side")
            .child(book_date("Held on", &REVIEW_ON))
            .child(book_line("With whom", &REVIEW_WITH))
            .into(),
        section("year", "The year in numbers").child(meters(state)).child(last_years(state)).into(),
        targets().into(),
        section("whole", "The year as a whole")
            .child(book_area("What was achieved", &REVIEW_ACHIEVED))
            .child(book_area("What was learned", &REVIEW_LEARNED))
            .child(book_area("What changed in practice", &REVIEW_CHANGED))
            .child(book_area("What next year’s plan should hold", &REVIEW_NEXT))
            .into(),
        section("next", "And then")
            .child(p("When the review is done, next year’s book can begin. Standards and unfinished targets come along, and this year’s review stays beside them."))
            .child(el("p").child(link(about, "Start next year’s").class("button secondary")))
            .into(),
    ])
}

/// Last year's counts, beside this year's.
fn last_years(state: State) -> AnyView {
    live_if(move || {
        state.open.book(|book| {
            let counts = Counts::of_last_year(book.last_year.as_ref()?)?;
            let text = ["Last year: ", &interviews(&counts), ", ", &off_the_job(&counts), "."];
            Some(quiet(text.concat()))
        })
    })
}

/// Each target, with what the review says of it.
fn targets() -> El {
    let shown = list::in_turn(&LIST, |book| {
        in_turn(book).into_iter().map(|target| target.0.id.clone()).collect()
    });
    section("targets", "Target by target").child(list::cards(
        shown,
        || "There is no target in the plan.",
        target,
    ))
}

fn target(id: String) -> AnyView {
    let kept = StoredValue::new(id);
    let called = of_item(&LIST, kept, |item| title(Target(item))).unwrap_or_default();
    el("li")
        .class("card")
        .child(text_el("h3", called).class("written"))
        .child(item_select("Status", &LIST, kept, &crate::learner::target::STATUS, words::STATUSES))
        .child(item_area("What the review says of it", &LIST, kept, &REVIEW))
        .into()
}
