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
use crate::words::shared::record::{self as say, AUDIT_CALLED};
use crate::workspace::Snapshot;

/// A button that starts next year's audit from this one; its dialog says what that keeps.
pub fn next_year(state: State, id: &str, name: &str) -> AnyView {
    let open = RwSignal::new(false);
    let next_name = RwSignal::new(next_name(name, state.today(), AUDIT_CALLED));
    let id = StoredValue::new(id.to_owned());
    let content = move || {
        let start = move |event: web_sys::Event| {
            event.prevent_default();
            if !open.get_untracked() {
                return;
            }
            let (id, name) = (id.get_value(), next_name.get_untracked());
            let name = if name.trim().is_empty() { AUDIT_CALLED } else { name.trim() };
            open.set(false);
            with_records(state, Job::StartNextYear { id, name: name.to_owned() });
        };
        let not_now = button(say::NOT_NOW, move || open.set(false)).class("secondary");
        let form = el("form")
            .on("submit", start)
            .child(text_field(say::NEXT_AUDIT_NAME, next_name, move |text| next_name.set(text)))
            .child(
                el("div")
                    .class("buttons")
                    .child(not_now)
                    .child(text_el("button", say::START).attr("type", "submit")),
            );
        el("div").child(p(say::NEXT_AUDIT_KEEPS)).child(form).into()
    };
    together(vec![
        button(say::NEXT_YEAR, move || open.set(true)).class("secondary").into(),
        dialog(open, || say::NEXT_AUDIT.to_owned(), content).into(),
    ])
}

/// A button that deletes the record called `name`: after a question, it goes into the bin.
pub fn delete_record(state: State, id: &str, name: &str) -> AnyView {
    let asked = RwSignal::new(false);
    let id = id.to_owned();
    let question = confirm(asked, say::delete(name), say::INTO_BIN, say::DELETE, move || {
        with_records(state, Job::PutInBin(id.clone()))
    });
    together(vec![
        button(say::DELETE, move || asked.set(true)).class("secondary").into(),
        question.into(),
    ])
}

/// Says how many answers a file of the open record does not hold, while answers to its survey wait to
/// be shown.
pub fn left_out(state: State) -> AnyView {
    let waiting = memo(move || state.open.record(Record::waiting));
    live_if(move || {
        let number = waiting.get();
        (number > 0).then(|| {
            let settings = link(Route::Settings, say::GO_TO_SETTINGS);
            p(say::left_out(number, state.survey.asked())).text(" ").child(settings)
        })
    })
}

/// The copies of the open record that were kept before something changed a lot at once, each with a
/// button that goes back to it.
pub fn snapshots(state: State) -> AnyView {
    let snapshots = memo(move || {
        state.open.save_state.track();
        state.open.snapshots()
    });
    live_if(move || {
        let snapshots = snapshots.get();
        (!snapshots.is_empty()).then(|| {
            section("copies", say::EARLIER_COPIES).child(p(say::WHY_COPIES)).child(
                el("ul")
                    .class("plain")
                    .children(snapshots.into_iter().map(|snapshot| copy(state, snapshot))),
            )
        })
    })
}

fn copy(state: State, snapshot: Snapshot) -> El {
    let asked = RwSignal::new(false);
    let which = [": ", &say::taken(snapshot.taken_at)].concat();
    let about = p(say::copy(snapshot.taken_at, &snapshot.before));
    let question = confirm(
        asked,
        say::GO_BACK.to_owned(),
        say::WHAT_GOING_BACK_DOES,
        say::GO_BACK_TO_IT,
        move || state.open.go_back_to(&snapshot),
    );
    el("li")
        .child(about)
        .child(
            button(say::GO_BACK_TO_IT, move || asked.set(true))
                .class("secondary small")
                .child(unseen(which)),
        )
        .child(question)
}
