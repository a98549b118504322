//! The ways to contribute, which people can add to their own learning plans.

use leptos::prelude::*;

use crate::framework::Text;
use crate::organisation::contribution::link_to;
use crate::person::target;
use crate::record::{Link, RecordKind};
use crate::web::shared::carry::{carry_to_book, ends, known_ends};
use crate::web::shared::paper::print_button;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::element::{El, el, p, section, text_el, together};
use crate::words::organisation as say;

/// The page of the ways to contribute.
pub fn contribute() -> AnyView {
    let state = use_state();
    let taken = state.open.taken_from_here();
    let ways = learning().contributions.iter().map(|text| way(state, text, taken));
    let print = print_button(say::contribute::PRINT_LIST).class("secondary");
    together(vec![
        text_el("h1", say::CONTRIBUTE).into(),
        p(say::contribute::LEAD).class("lead").into(),
        el("ol").class("contributions numbered").children(ways).into(),
        el("div").class("buttons").child(print).into(),
        section("elsewhere", say::contribute::PLAN_ELSEWHERE)
            .class("on-screen")
            .child(p(say::contribute::WHAT_TO_DO_ELSEWHERE))
            .into(),
    ])
}

fn way(state: State, text: &'static Text, taken: Memo<Vec<(String, Link)>>) -> El {
    let carry = carry_to_book(
        say::contribute::ADD_TO_LEARNING_PLAN,
        &*text.text,
        RecordKind::Person,
        say::contribute::WHAT_IT_BECOMES,
        move || state.open.book_untracked(|book| link_to(book, text)),
        move |person| {
            let from = state.open.book_untracked(|book| link_to(book, text));
            state.open.carry_link_to_book(from, person, &target::LIST, |item, _| {
                target::contribute(item, text);
            });
        },
    );
    let to = move || taken.with(|taken| known_ends(&[], taken, &text.id));
    el("li")
        .child(p(&*text.text))
        .child(ends(Vec::new, to))
        .child(el("div").class("buttons").child(carry))
}
