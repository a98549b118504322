//! The ways to contribute, from which people put some into their own learning plans.

use leptos::prelude::*;

use crate::framework::Text;
use crate::learner::target;
use crate::organisation::contribution::link_to;
use crate::record::{Link, RecordKind};
use crate::web::shared::carry::{carry_to_book, ends, known_ends};
use crate::web::shared::paper::print_button;
use crate::web::state::{State, learning, use_state};
use crate::web::ui::element::{El, el, p, section, text_el, together};

/// The page.
pub fn contribute() -> AnyView {
    let state = use_state();
    let taken = state.open.taken_from_here();
    let ways = learning().contributions.iter().map(|text| way(state, text, taken));
    let print = print_button("Print this list").class("secondary");
    together(vec![
        text_el("h1", "Ways to contribute").into(),
        p("A learning organisation is made by everyone in it. Here are twelve ways to contribute. Choose one or two, and put them in your learning plan.")
            .class("lead")
            .into(),
        el("ol").class("contributions numbered").children(ways).into(),
        el("div").class("buttons").child(print).into(),
        section("elsewhere", "When your learning plan is on another device")
            .class("on-screen")
            .child(p("A learning plan is private, so yours is probably on your own device. Open Cairn there: the plan’s page offers the same twelve ways. Or print this list, mark the ones that you choose, and take it along to your next learning interview."))
            .into(),
    ])
}

fn way(state: State, text: &'static Text, taken: Memo<Vec<(String, Link)>>) -> El {
    let carry = carry_to_book(
        "Put in a learning plan…",
        &*text.text,
        RecordKind::Learner,
        "It becomes a target in the learning plan of the person that you choose.",
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
