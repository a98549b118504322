//! The bin, where deleted records stay for at least 30 days.

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::web::shared::focus::focus_heading_soon;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::confirm_with;
use crate::web::ui::element::{El, button, el, link, live, p, quiet, text_el, unseen};
use crate::words;
use crate::words::device::bin as say;
use crate::workspace::label::Label;

/// The page with the deleted records.
pub fn bin() -> AnyView {
    let state = use_state();
    let list = live(move || {
        let labels = state.library.bin.get();
        if labels.is_empty() {
            return p(say::EMPTY).into();
        }
        let rows = labels.into_iter().map(|label| binned(state, label));
        el("ul").class("cards").children(rows).into()
    });
    el("div")
        .class("column")
        .child(text_el("h1", say::HEADING).attr("tabindex", "-1"))
        .child(p(say::LEAD).class("lead"))
        .child(list)
        .child(el("p").child(link("#/", say::GO_HOME)))
        .into()
}

fn binned(state: State, label: Label) -> El {
    let Label { kind, id, name, organisation, binned_at, .. } = label;
    let name = words::record_name(&name, kind).to_owned();
    let what = (kind != RecordKind::Audit).then(|| quiet(words::capital(words::record(kind))));
    let asked = RwSignal::new(false);
    let kept = binned_at.map(|_| quiet(say::kept_for(state.library.days_left_in_bin(&id))));
    let which = [": ", &name].concat();
    let (again, answers_of) = (id.clone(), id.clone());
    let have_back = move || {
        state.take_from_bin(&id);
        focus_heading_soon();
    };
    let delete = move || {
        state.delete_for_good(&again);
        focus_heading_soon();
    };
    let buttons = el("div")
        .class("buttons")
        .child(button(say::HAVE_BACK, have_back).child(unseen(which.clone())))
        .child(
            button(say::DELETE_FOR_GOOD, move || asked.set(true))
                .class("secondary")
                .child(unseen(which)),
        );
    let question = confirm_with(
        asked,
        say::delete_for_good(&name),
        move || {
            let (answers, statements) = state.open.lacking(&answers_of);
            say::gone_for_good(answers, statements)
        },
        say::DELETE_FOR_GOOD,
        delete,
    );
    el("li")
        .class("card")
        .child(text_el("h2", name))
        .maybe(what)
        .maybe((!organisation.trim().is_empty()).then(|| p(organisation)))
        .maybe(kept)
        .child(buttons)
        .child(question)
}
