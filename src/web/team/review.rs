//! The annual review: six quality questions, each with a reflection, what shows it, how clear the team
//! is, what would make it clearer, and the learning needs that come out of it.

use leptos::prelude::*;

use crate::framework::QualityQuestion;
use crate::route::{BookList, BookPage};
use crate::team::need::{TEXT, at_question, needs};
use crate::team::review::{NextReview, Part, Review};
use crate::team::{NEEDS, NEXT_REVIEW, QUESTIONS, REVIEWED_BY, REVIEWED_ON};
use crate::web::shared::fields::{book_area, book_choice, book_date};
use crate::web::shared::jump::jump_to;
use crate::web::state::{State, use_state};
use crate::web::team::overview::next_review;
use crate::web::team::questions::questions;
use crate::web::team::way::to;
use crate::web::ui::begun::Begun;
use crate::web::ui::element::{
    El, button, derived, el, link, live, live_if, memo, nothing, p, quiet, section, text_el,
    together, unseen,
};
use crate::web::ui::field::text_field;
use crate::web::ui::meter::meter;
use crate::words;
use crate::words::team::{
    ADD_TO_PLAN, ON_THIS_PAGE, QUESTIONS_ANSWERED, REVIEW, need_title, review as say,
};

/// The id of each question's section.
const PLACES: [&str; 6] = ["q1", "q2", "q3", "q4", "q5", "q6"];

/// The page of the annual review.
pub fn review() -> AnyView {
    let state = use_state();
    let answered = move || (state.open.book(|book| Review::of(book).answered()), QUESTIONS.len());
    let jumps = PLACES.iter().zip(say::QUESTIONS).map(|(id, name)| jump_to(id, name));
    let mut parts = vec![
        text_el("h1", REVIEW).into(),
        p(say::ABOUT_REVIEW).class("lead").into(),
        el("div").class("meters").child(meter(derived(answered), QUESTIONS_ANSWERED)).into(),
        el("nav").class("on-page").attr("aria-label", ON_THIS_PAGE).children(jumps).into(),
        held(state).into(),
    ];
    for (place, question) in PLACES.iter().zip(questions()) {
        parts.push(question_part(state, place, question).into());
    }
    parts.push(el("p").child(link(to(state, BookPage::Plan), say::GO_ON_TO_PLAN)).into());
    together(parts)
}

/// When the review was held and who took part, and when the next one is.
fn held(state: State) -> El {
    let last_year = state.open.book_untracked(|book| {
        let day = Review::of(book).last_year?.held?;
        Some(quiet(say::held_last_year(day)))
    });
    let next = live_if(move || {
        state.open.book(|book| {
            let review = Review::of(book);
            let next = review.next(state.today());
            let near = matches!(next, NextReview::Overdue(_) | NextReview::Soon(_));
            near.then(|| next_review(&review, state.today())).flatten()
        })
    });
    let a_year_later = live_if(move || {
        let day = state.open.book(|book| {
            let review = Review::of(book);
            if review.next_set().is_some() { None } else { review.next_day() }
        })?;
        let set = move || state.open.fill(&NEXT_REVIEW, Some(day));
        Some(button(say::set_next(day), set).class("secondary small"))
    });
    section("held", say::THIS_YEAR)
        .maybe(last_year)
        .child(
            el("div")
                .class("side-by-side")
                .child(book_date(say::HELD_ON, &REVIEWED_ON))
                .child(book_date(say::NEXT_ON, &NEXT_REVIEW)),
        )
        .child(next)
        .child(a_year_later)
        .child(book_area(say::WHO_TOOK_PART, &REVIEWED_BY))
}

fn question_part(state: State, place: &'static str, question: &'static QualityQuestion) -> El {
    let id = question.id.as_str();
    let number = id.trim_start_matches('q');
    let heading = [number, ". ", &question.text].concat();
    section(place, heading)
        .class("quality-question")
        .child(quiet(say::asks_for(&question.clarity)))
        .child(book_area(say::WHAT_WE_THINK, Part::Reflection.field(id)))
        .child(book_area(say::WHAT_SHOWS_IT, Part::Evidence.field(id)))
        .child(el("div").class("judgement").child(book_choice(
            say::HOW_CLEAR,
            Part::Clarity.field(id),
            say::CLARITY,
        )))
        .child(last_step(state, id))
        .child(book_area(say::WHAT_MAKES_CLEARER, Part::Clearer.field(id)))
        .child(needs_of(state, question))
}

/// Last year's step on a question, and how it has changed since; empty if there was none.
fn last_step(state: State, id: &'static str) -> AnyView {
    let last = state
        .open
        .book_untracked(|book| Review::of(book).last_answer(id).and_then(|last| last.clarity));
    let Some(last) = last else { return nothing() };
    let changed = memo(move || state.open.book(|book| Review::of(book).change(id)));
    let text = move || say::since_last_year(last, changed.get());
    el("p").class("last-year-judgement").live_text(text).into()
}

/// The learning needs that came up at a question, and the field that adds one.
fn needs_of(state: State, question: &'static QualityQuestion) -> El {
    let id = question.id.as_str();
    let begun = Begun::default();
    let list = live(move || {
        let found = state.open.book(|book| {
            let found = needs(book).into_iter();
            let found = found.filter(|need| need.came_up_at(id) && !begun.is(need.id()));
            let found = found.map(|need| {
                let page = BookPage::Item(BookList::Plan, need.id().to_owned());
                let about = words::beside(&[words::status(need.status), need.owner]);
                el("li").child(link(to(state, page), need_title(need.text))).child(quiet(about))
            });
            found.collect::<Vec<_>>()
        });
        if found.is_empty() {
            return quiet(say::NO_NEEDS_FROM_THIS).into();
        }
        el("ul").class("findings").children(found).into()
    });
    let words = state.open.record_text(move |book| {
        let need =
            begun.id().and_then(|begun| book.item(&NEEDS, &begun).map(|need| need.text(&TEXT)));
        need.unwrap_or_default().to_owned()
    });
    let write = move |words: String| {
        let need = begun.id_or(|| state.device.made_now().0);
        let need = at_question(need, id, &question.text, &words);
        state.open.begin_item(&NEEDS, need, !words.trim().is_empty());
    };
    let add = move |event: web_sys::Event| {
        event.prevent_default();
        if !words.get_untracked().trim().is_empty() {
            begun.add();
            state.open.add_begun(say::ADDED_TO_PLAN);
        }
    };
    let field =
        text_field(say::WHAT_TO_LEARN, words, write).on_leave(move |_| state.open.end_typing());
    el("div").class("needs-of").child(text_el("h3", say::NEEDS_FROM_THIS)).child(list).child(
        el("form").class("add-line on-screen").on("submit", add).child(field).child(
            text_el("button", ADD_TO_PLAN)
                .attr("type", "submit")
                .class("secondary")
                .child(unseen(say::from_question(&question.text))),
        ),
    )
}
