//! The annual review: what was achieved, learned and changed, target by target and as a whole, and what
//! comes next.

use leptos::prelude::*;

use crate::person::target::{LIST, REVIEW, in_turn};
use crate::person::{
    Counts, REVIEW_ACHIEVED, REVIEW_CHANGED, REVIEW_LEARNED, REVIEW_NEXT, REVIEW_ON, REVIEW_WITH,
    Target,
};
use crate::route::{BookPage, Route};
use crate::web::person::counts::meters;
use crate::web::shared::fields::{
    book_area, book_date, book_line, item_area, item_select, of_item,
};
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, el, link, live_if, p, quiet, section, text_el, together};
use crate::words;
use crate::words::person as say;

/// The page of the annual review.
pub fn review() -> AnyView {
    let state = use_state();
    let about =
        state.open.book_untracked(|book| Route::book(book.kind(), &book.id, BookPage::About));
    together(vec![
        text_el("h1", say::REVIEW).into(),
        p(say::review::LEAD).class("lead").into(),
        el("div")
            .class("side-by-side")
            .child(book_date(say::review::HELD_ON, &REVIEW_ON))
            .child(book_line(say::WHO_WITH, &REVIEW_WITH))
            .into(),
        section("year", say::review::IN_NUMBERS)
            .child(meters(state))
            .child(last_years(state))
            .into(),
        targets().into(),
        section("whole", say::review::AS_A_WHOLE)
            .child(book_area(say::review::ACHIEVED, &REVIEW_ACHIEVED))
            .child(book_area(say::review::LEARNED, &REVIEW_LEARNED))
            .child(book_area(say::review::CHANGED, &REVIEW_CHANGED))
            .child(book_area(say::review::NEXT, &REVIEW_NEXT))
            .into(),
        section("next", say::review::NEXT_YEAR)
            .child(p(say::review::THEN_NEXT_YEAR))
            .child(el("p").child(link(about, say::START_NEXT_YEAR).class("button secondary")))
            .into(),
    ])
}

/// Last year's counts, beside this year's; empty if none were kept.
fn last_years(state: State) -> AnyView {
    live_if(move || {
        state.open.book(|book| {
            let counts = Counts::of_last_year(book.last_year.as_ref()?)?;
            Some(quiet(say::review::last_year(&counts)))
        })
    })
}

/// Each target, with what the review says of it.
fn targets() -> El {
    let shown = list::in_turn(&LIST, |book| {
        in_turn(book).into_iter().map(|target| target.0.id.clone()).collect()
    });
    section("targets", say::review::BY_TARGET).child(list::cards(
        shown,
        || say::review::NO_TARGETS,
        target,
    ))
}

fn target(id: String) -> AnyView {
    let kept = StoredValue::new(id);
    let called = of_item(&LIST, kept, |item| say::plan::title(Target(item))).unwrap_or_default();
    el("li")
        .class("card")
        .child(text_el("h3", called).class("written"))
        .child(item_select(
            say::STATUS,
            &LIST,
            kept,
            &crate::person::target::STATUS,
            words::STATUSES,
        ))
        .child(item_area(say::plan::REVIEW_SAYS, &LIST, kept, &REVIEW))
        .into()
}
