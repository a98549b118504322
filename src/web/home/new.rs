//! Starting a new audit.

use leptos::prelude::*;

use crate::web::shared::records::with_records_or;
use crate::web::state::jobs::Job;
use crate::web::state::use_state;
use crate::web::ui::element::{el, link, p, text_el};
use crate::web::ui::field::text_field;
use crate::words::home as say;

/// The page on which a new audit gets its names.
pub fn new() -> AnyView {
    let state = use_state();
    let year = state.today().to_string();
    let name = RwSignal::new(say::learning_audit(&year[..4]));
    let organisation = RwSignal::new(String::new());
    let started = StoredValue::new(false);
    let start = move |event: web_sys::Event| {
        event.prevent_default();
        if started.get_value() {
            return;
        }
        started.set_value(true);
        let name = name.get_untracked();
        let name =
            if name.trim().is_empty() { say::LEARNING_AUDIT } else { name.trim() }.to_owned();
        let organisation = organisation.get_untracked().trim().to_owned();
        let job = Job::StartAudit { name, organisation };
        with_records_or(state, job, move || {
            started.try_set_value(false);
        });
    };
    let form = el("form")
        .on("submit", start)
        .child(
            text_field(say::YOUR_ORGANISATION, organisation, move |text| organisation.set(text))
                .autocomplete("organization"),
        )
        .child(
            text_field(say::AUDIT_NAME, name, move |text| name.set(text))
                .hint(say::AUDIT_NAME_HINT),
        )
        .child(
            el("div")
                .class("buttons")
                .child(text_el("button", say::START_THE_AUDIT).attr("type", "submit"))
                .child(link("#/", say::BACK).class("button secondary")),
        );
    el("div")
        .class("column")
        .child(text_el("h1", say::START_AUDIT))
        .child(p(say::NEW_LEAD).class("lead"))
        .child(form)
        .into()
}
