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
use crate::web::team::words::{CLARITY, change, clarity, need_title, questions, to};
use crate::web::ui::begun::Begun;
use crate::web::ui::element::{
    El, button, derived, el, link, live, live_if, memo, nothing, p, quiet, section, text_el,
    together, unseen,
};
use crate::web::ui::field::text_field;
use crate::web::ui::meter::meter;
use crate::web::words;

/// Where each question stands on the page, and the name of the button that leads there.
const PLACES: [(&str, &str); 6] = [
    ("q1", "Question 1"),
    ("q2", "Question 2"),
    ("q3", "Question 3"),
    ("q4", "Question 4"),
    ("q5", "Question 5"),
    ("q6", "Question 6"),
];

/// The page.
pub fn review() -> AnyView {
    let state = use_state();
    let answered = move || (state.open.book(|book| Review::of(book).answered()), QUESTIONS.len());
    let lead = "Once a year the team asks itself six questions about the quality of its work. Talk about each, write down what you say, and agree how clear you are on it.";
    let jumps = PLACES.map(|(id, name)| jump_to(id, name));
    let mut parts = vec![
        text_el("h1", "Review").into(),
        p(lead).class("lead").into(),
        el("div").class("meters").child(meter(derived(answered), "questions answered")).into(),
        el("nav").class("on-page").attr("aria-label", "On this page").children(jumps).into(),
        held(state).into(),
    ];
    for (place, question) in PLACES.iter().zip(questions()) {
        parts.push(question_part(state, place.0, question).into());
    }
    parts.push(
        el("p").child(link(to(state, BookPage::Plan), "Go on to the development plan")).into(),
    );
    together(parts)
}

/// When it was held and with whom, and when the next one is.
fn held(state: State) -> El {
    let last_year = state.open.book_untracked(|book| {
        let day = Review::of(book).last_year?.held?;
        Some(quiet(["Last year’s was held on ", &words::day(day), "."].concat()))
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
        let label = ["Set the next review for ", &words::day(day)].concat();
        Some(button(label, set).class("secondary small"))
    });
    section("held", "This year’s review")
        .maybe(last_year)
        .child(
            el("div")
                .class("side-by-side")
                .child(book_date("Held on", &REVIEWED_ON))
                .child(book_date("Next review on", &NEXT_REVIEW)),
        )
        .child(next)
        .child(a_year_later)
        .child(book_area("Who took part", &REVIEWED_BY))
}

fn question_part(state: State, place: &'static str, question: &'static QualityQuestion) -> El {
    let id = question.id.as_str();
    let number = id.trim_start_matches('q');
    let heading = [number, ". ", &question.text].concat();
    section(place, heading)
        .class("quality-question")
        .child(quiet(["It asks for ", &question.clarity, "."].concat()))
        .child(book_area("What we think", Part::Reflection.field(id)))
        .child(book_area("What shows it", Part::Evidence.field(id)))
        .child(el("div").class("judgement").child(book_choice(
            "How clear are we on this?",
            Part::Clarity.field(id),
            CLARITY,
        )))
        .child(last_step(state, id))
        .child(book_area("What would make it clearer", Part::Clearer.field(id)))
        .child(needs_of(state, question))
}

/// The step of last year, and how it has changed since.
fn last_step(state: State, id: &'static str) -> AnyView {
    let last = state
        .open
        .book_untracked(|book| Review::of(book).last_answer(id).and_then(|last| last.clarity));
    let Some(last) = last else { return nothing() };
    let said = ["Last year: ", &clarity(Some(last)).to_lowercase()].concat();
    let changed = memo(move || state.open.book(|book| Review::of(book).change(id)));
    let text = move || match change(changed.get()) {
        "" => [said.as_str(), "."].concat(),
        change => [said.as_str(), ". This year: ", change, "."].concat(),
    };
    el("p").class("last-year-judgement").live_text(text).into()
}

/// The learning needs that came up at a question, and the way to add one.
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
            return quiet("No learning need from this question yet.").into();
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
            state.open.add_begun("It is in the development plan.");
        }
    };
    let field = text_field("What does the team need to learn?", words, write)
        .on_leave(move |_| state.open.end_typing());
    el("div")
        .class("needs-of")
        .child(text_el("h3", "Learning needs from this question"))
        .child(list)
        .child(
            el("form").class("add-line on-screen").on("submit", add).child(field).child(
                text_el("button", "Add to the plan")
                    .attr("type", "submit")
                    .class("secondary")
                    .child(unseen([": from “", &question.text, "”"].concat())),
            ),
        )
}
