//! Starting a book: a team, a person or an organisation.

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, el, link, p, text_el};
use crate::web::ui::field::text_field;

/// The words of the page for each kind: its heading, what it is for, the label of the name, and that of
/// the button that starts it.
struct Words {
    heading: &'static str,
    lead: &'static str,
    name: &'static str,
    start: &'static str,
}

fn words(kind: RecordKind) -> Words {
    match kind {
        RecordKind::Team => Words {
            heading: "Start a team",
            lead: "Once a year, the team asks itself six questions about the quality of its work, and makes a plan for what it needs to learn.",
            name: "The team’s name",
            start: "Start the team",
        },
        RecordKind::Learner => Words {
            heading: "Start a person’s learning",
            lead: "A learning plan for the year, a diary of what was learned, and talks with a learning partner. It is private: others see only what the person chooses to share.",
            name: "The person’s name",
            start: "Start",
        },
        _ => Words {
            heading: "Start an organisation’s pages",
            lead: "Discussion cards for meetings, the characteristics of a learning organisation, achievements to celebrate, and the whole year in one view.",
            name: "The organisation’s name",
            start: "Start",
        },
    }
}

/// The page on which a new book gets its names.
pub fn new_book(kind: RecordKind) -> AnyView {
    let state = use_state();
    let Words { heading, lead, name: label, start } = words(kind);
    // An organisation belongs to no other: what is known of one is its name.
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
        text_field("The organisation (optional)", organisation, move |text| organisation.set(text))
            .autocomplete("organization")
    });
    let form = el("form")
        .on("submit", submitted)
        .child(text_field(label, name, move |text| name.set(text)))
        .maybe(of)
        .child(buttons(start));
    let example = button("Look at an example", move || state.open_example(kind)).class("secondary");
    el("div")
        .class("column")
        .child(text_el("h1", heading))
        .child(p(lead).class("lead"))
        .child(form)
        .child(p("Or see how one looks that is filled in: you can change it freely, and remove it in one step."))
        .child(example)
        .into()
}

fn buttons(start: &'static str) -> El {
    el("div")
        .class("buttons")
        .child(text_el("button", start).attr("type", "submit"))
        .child(link("#/", "Back").class("button secondary"))
}

/// The organisation of what was last worked on here.
fn known_organisation(state: State) -> String {
    let labels =
        [state.library.labels.get_untracked(), state.library.others.get_untracked()].concat();
    let own = labels.iter().filter(|label| !label.organisation.trim().is_empty());
    let last = own.max_by_key(|label| label.changed_at);
    last.map(|label| label.organisation.clone()).unwrap_or_default()
}
