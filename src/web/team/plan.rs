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

/// The page.
pub fn plan() -> AnyView {
    let state = use_state();
    let filters = Filters::new();
    let own = move || {
        filters.clear();
        state.open.add_item(&NEEDS, |_| ());
    };
    let lead = "What the team needs to learn, and what will be done about it. Needs come from three places: the organisation’s plan, the team’s review, and the learning plans of its members.";
    together(vec![
        text_el("h1", "Development plan").into(),
        p(lead).class("lead").into(),
        el("nav")
            .class("on-page")
            .attr("aria-label", "On this page")
            .child(jump_to("sources", "Where needs come from"))
            .child(jump_to("needs", "Learning needs"))
            .into(),
        sources(state, filters).into(),
        section("needs", "Learning needs")
            .child(el("div").class("tools").child(adding("Add a need of the team’s own", own)))
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
    // What a need says changes neither the order nor what is shown while the page is open, so that
    // nothing jumps away under a person's hands; only a theme takes its need along.
    let shown = memo(move || {
        all.track();
        filters.regrouped();
        state.open.book_untracked(|book| filters.apply(book, state.today()))
    });
    let taken = state.open.taken_from_here();
    let none = move || {
        shown.with(Vec::is_empty).then(|| {
            p(if all.with(Vec::is_empty) {
                "No learning needs yet. Take some up from the places above, or add one of the team’s own."
            } else {
                "No learning need is like that."
            })
            .class("empty")
        })
    };
    // A list of one that comes and goes, so that adding a need leaves the filters as they are.
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
