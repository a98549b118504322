//! What is done with a record as a whole: starting next year's from it, deleting it, going back to an
//! earlier copy of it.

use leptos::prelude::*;

use crate::records::{Record, next_name};
use crate::route::Route;
use crate::web::shared::records::with_records;
use crate::web::state::State;
use crate::web::state::jobs::Job;
use crate::web::ui::dialog::{confirm, dialog};
use crate::web::ui::element::{
    El, button, el, link, live_if, memo, p, section, text_el, together, unseen,
};
use crate::web::ui::field::text_field;
use crate::web::words;
use crate::workspace::Snapshot;

/// Starting next year's audit from this one, with a word on what that keeps.
pub fn next_year(state: State, id: &str, name: &str) -> AnyView {
    let open = RwSignal::new(false);
    let next_name = RwSignal::new(next_name(name, state.today()));
    let id = StoredValue::new(id.to_owned());
    let content = move || {
        let start = move |event: web_sys::Event| {
            event.prevent_default();
            if !open.get_untracked() {
                return;
            }
            let (id, name) = (id.get_value(), next_name.get_untracked());
            let name = if name.trim().is_empty() { "Learning audit" } else { name.trim() };
            open.set(false);
            with_records(state, Job::StartNextYear { id, name: name.to_owned() });
        };
        let not_now = button("Not now", move || open.set(false)).class("secondary");
        let form = el("form")
            .on("submit", start)
            .child(text_field("A name for the new audit", next_name, move |text| {
                next_name.set(text)
            }))
            .child(
                el("div")
                    .class("buttons")
                    .child(not_now)
                    .child(text_el("button", "Start it").attr("type", "submit")),
            );
        el("div")
            .child(p("Evidence and unfinished actions come along. Reflections and judgements start empty, with this year’s shown beside each. This audit stays as it is."))
            .child(form)
            .into()
    };
    together(vec![
        button("Start next year’s from this", move || open.set(true)).class("secondary").into(),
        dialog(open, || "Start next year’s audit from this one".to_owned(), content).into(),
    ])
}

/// Deleting a record that is called `name`, which puts it into the bin.
pub fn delete_record(state: State, id: &str, name: &str) -> AnyView {
    let asked = RwSignal::new(false);
    let id = id.to_owned();
    let question = confirm(
        asked,
        ["Delete “", name, "”?"].concat(),
        "It goes into the bin, where you can have it back for at least 30 days.",
        "Delete",
        move || with_records(state, Job::PutInBin(id.clone())),
    );
    together(vec![
        button("Delete", move || asked.set(true)).class("secondary").into(),
        question.into(),
    ])
}

/// What a file of the open record does not hold, while answers to its survey wait to be shown.
pub fn left_out(state: State) -> AnyView {
    let waiting = memo(move || state.open.record(Record::waiting));
    live_if(move || {
        let number = waiting.get();
        let answers = words::answers_to(number, state.survey.asked());
        let (are, them) = if number == 1 { ("is", "it") } else { ("are", "them") };
        let why = [
            &answers,
            " may not show yet, and ",
            are,
            " not in this file, so that nobody can read ",
            them,
            " there. To keep ",
            them,
            " safe as well, use “Save everything as a file” in the ",
        ]
        .concat();
        (number > 0).then(|| p(why).child(link(Route::Settings, "settings")).text("."))
    })
}

/// Copies that were kept from before something changed a lot at once.
pub fn snapshots(state: State) -> AnyView {
    let snapshots = memo(move || {
        state.open.save_state.track();
        state.open.snapshots()
    });
    live_if(move || {
        let snapshots = snapshots.get();
        (!snapshots.is_empty()).then(|| {
            section("copies", "Earlier copies")
                .child(p("Kept from just before something changed a lot at once. Only the newest few are kept."))
                .child(
                    el("ul")
                        .class("plain")
                        .children(snapshots.into_iter().map(|snapshot| copy(state, snapshot))),
                )
        })
    })
}

fn copy(state: State, snapshot: Snapshot) -> El {
    let asked = RwSignal::new(false);
    let taken =
        format!("{}, {}", words::day_of(snapshot.taken_at), words::time_of(snapshot.taken_at));
    let about = p(format!("{taken}, before {}", snapshot.before));
    let question = confirm(
        asked,
        "Go back to this copy?".to_owned(),
        "Everything becomes as it was then. A copy of how it is now is kept first, and you can undo this.",
        "Go back to it",
        move || state.open.go_back_to(&snapshot),
    );
    el("li")
        .child(about)
        .child(
            button("Go back to it", move || asked.set(true))
                .class("secondary small")
                .child(unseen(format!(": {taken}"))),
        )
        .child(question)
}
