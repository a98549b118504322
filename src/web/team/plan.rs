//! The development plan: where learning needs come from, and what will be done about them.

mod card;
mod filters;
mod join;
mod sources;

use leptos::prelude::*;

use crate::team::NEEDS;
use crate::web::shared::jump::jump_to;
use crate::web::state::use_state;
use crate::web::team::plan::card::card;
use crate::web::team::plan::filters::{Filters, heading};
use crate::web::team::plan::sources::sources;
use crate::web::ui::element::{adding, el, keyed, live_if, memo, p, section, text_el, together};
use crate::words::team::{ON_THIS_PAGE, PLAN, plan as say};

/// The page of the development plan.
pub fn plan() -> AnyView {
    let state = use_state();
    let filters = Filters::new();
    let own = move || {
        filters.clear();
        state.open.add_item(&NEEDS, |_| ());
    };
    together(vec![
        text_el("h1", PLAN).into(),
        p(say::ABOUT_PLAN).class("lead").into(),
        el("nav")
            .class("on-page")
            .attr("aria-label", ON_THIS_PAGE)
            .child(jump_to("sources", say::WHERE_NEEDS_COME_FROM))
            .child(jump_to("needs", say::LEARNING_NEEDS))
            .into(),
        sources(state, filters).into(),
        section("needs", say::LEARNING_NEEDS)
            .child(el("div").class("tools").child(adding(say::ADD_OWN, own)))
            .children(needs(filters))
            .into(),
    ])
}

fn needs(filters: Filters) -> Vec<AnyView> {
    let state = use_state();
    let all = memo(move || {
        let ids = |item: &crate::records::Item| item.id.clone();
        state.open.book(|book| book.items(&NEEDS).iter().map(ids).collect::<Vec<_>>())
    });
    // Typing into a need changes neither the order nor which needs are shown while the page is open, so
    // nothing jumps away under a person's hands. Only a new theme moves its need.
    let shown = memo(move || {
        all.track();
        filters.regrouped();
        state.open.book_untracked(|book| filters.apply(book, state.today()))
    });
    let taken = state.open.taken_from_here();
    let none = move || {
        shown.with(Vec::is_empty).then(|| {
            let none = all.with(Vec::is_empty);
            p(if none { say::NO_NEEDS_YET } else { say::NO_NEEDS_MATCH }).class("empty")
        })
    };
    // A keyed list with one item or none, so that the filters stay as they are when a need is added.
    let filters_shown = move || match all.with(Vec::is_empty) {
        true => Vec::new(),
        false => vec!["filters".to_owned()],
    };
    let entries = keyed(
        move || shown.get(),
        move |entry| match heading(&entry) {
            Some(words) => el("li").class("theme").child(text_el("h3", words)).into(),
            None => card(filters, taken, entry),
        },
    );
    vec![
        keyed(filters_shown, move |_| filters.fields(state)),
        live_if(none),
        el("ul").class("cards needs").child(entries).into(),
    ]
}
