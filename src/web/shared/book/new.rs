//! Starting a book: a team, a person or an organisation.

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, el, link, p, text_el};
use crate::web::ui::field::text_field;
use crate::words::shared::book as say;

/// The page on which a new book gets its names.
pub fn new_book(kind: RecordKind) -> AnyView {
    let state = use_state();
    // The known organisation is the name of an organisation's own book, which belongs to no other.
    let (name, organisation) = match (kind, known_organisation(state)) {
        (RecordKind::Organisation, known) => (known, String::new()),
        (_, known) => (String::new(), known),
    };
    let (name, organisation) = (RwSignal::new(name), RwSignal::new(organisation));
    let mut started = false;
    let submitted = move |event: web_sys::Event| {
        event.prevent_default();
        if !std::mem::replace(&mut started, true) {
            let (name, organisation) = (name.get_untracked(), organisation.get_untracked());
            state.open.begin_book(kind, name.trim(), organisation.trim());
        }
    };
    let of = (kind != RecordKind::Organisation).then(|| {
        text_field(say::ORGANISATION_OPTIONAL, organisation, move |text| organisation.set(text))
            .autocomplete("organization")
    });
    let form = el("form")
        .on("submit", submitted)
        .child(text_field(say::name_of(kind), name, move |text| name.set(text)))
        .maybe(of)
        .child(buttons(say::start(kind)));
    let example = button(say::LOOK_AT_EXAMPLE, move || state.open_example(kind)).class("secondary");
    el("div")
        .class("column")
        .child(text_el("h1", say::start_heading(kind)))
        .child(p(say::start_lead(kind)).class("lead"))
        .child(form)
        .child(p(say::FILLED_IN))
        .child(example)
        .into()
}

fn buttons(start: &'static str) -> El {
    el("div")
        .class("buttons")
        .child(text_el("button", start).attr("type", "submit"))
        .child(link("#/", say::BACK).class("button secondary"))
}

/// The organisation of the record on this device that was changed last; empty when none names one.
fn known_organisation(state: State) -> String {
    let labels =
        [state.library.labels.get_untracked(), state.library.others.get_untracked()].concat();
    let own = labels.iter().filter(|label| !label.organisation.trim().is_empty());
    let last = own.max_by_key(|label| label.changed_at);
    last.map(|label| label.organisation.clone()).unwrap_or_default()
}
