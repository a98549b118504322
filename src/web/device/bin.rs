//! The bin: what was deleted, for at least 30 days.

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::web::shared::focus::focus_heading_soon;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::confirm_with;
use crate::web::ui::element::{El, button, el, link, live, p, quiet, text_el, unseen};
use crate::web::words;
use crate::workspace::label::Label;

/// The page with what was deleted.
pub fn bin() -> AnyView {
    let state = use_state();
    let list = live(move || {
        let labels = state.library.bin.get();
        if labels.is_empty() {
            return p("The bin is empty.").into();
        }
        let rows = labels.into_iter().map(|label| binned(state, label));
        el("ul").class("cards").children(rows).into()
    });
    let lead = "What was deleted stays here for at least 30 days. Until then you can have it back as it was.";
    el("div")
        .class("column")
        .child(text_el("h1", "The bin").attr("tabindex", "-1"))
        .child(p(lead).class("lead"))
        .child(list)
        .child(el("p").child(link("#/", "Back to the home page")))
        .into()
}

fn binned(state: State, label: Label) -> El {
    let Label { kind, id, name, organisation, binned_at, .. } = label;
    let name = words::record_name(&name, kind).to_owned();
    let what = (kind != RecordKind::Audit).then(|| quiet(words::capital(words::record(kind))));
    let asked = RwSignal::new(false);
    let kept = binned_at.map(|_| {
        let left = words::count(state.library.days_left_in_bin(&id), "more day", "more days");
        quiet(["Kept for at least ", &left].concat())
    });
    let which = [": ", &name].concat();
    let (again, answers_of) = (id.clone(), id.clone());
    let have_back = move || {
        state.take_from_bin(&id);
        focus_heading_soon();
    };
    let delete = move || {
        state.library.delete_for_good(&again);
        focus_heading_soon();
    };
    let buttons = el("div")
        .class("buttons")
        .child(button("Have it back", have_back).child(unseen(which.clone())))
        .child(
            button("Delete for good", move || asked.set(true))
                .class("secondary")
                .child(unseen(which)),
        );
    let question = confirm_with(
        asked,
        ["Delete “", &name, "” for good?"].concat(),
        move || {
            let lacking = state.open.lacking(&answers_of);
            let lost = match lacking {
                0 => String::new(),
                lacking => [
                    " Of its survey, ",
                    &words::count(lacking, "answer is", "answers are"),
                    " in no file: too few wait to be shown without giving somebody away.",
                ]
                .concat(),
            };
            ["It cannot be had back afterwards, unless you have it in a file.", &lost].concat()
        },
        "Delete for good",
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
