//! About one audit: its names, what is in it, files, copies, and the way to the bin.

use leptos::prelude::*;

use crate::audit;
use crate::audit::answer::{self, JUDGEMENT, TEXT};
use crate::records::Record;
use crate::route::Route;
use crate::web::page::parts::records::with_records;
use crate::web::state::jobs::Job;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::{confirm, dialog};
use crate::web::ui::element::{
    El, button, el, link, live_if, memo, p, quiet, section, text_el, together, unseen,
};
use crate::web::ui::field::{text_field, tick};
use crate::web::words;
use crate::workspace::Snapshot;

/// The page about an audit.
pub fn about() -> AnyView {
    let state = use_state();
    let made = state.with_untracked(|audit| {
        let started = format!("Started {}.", words::day_of(audit.record.created_at));
        match audit.last_year() {
            Some(last_year) => format!(
                "{started} It was started from “{}”, last changed {}.",
                words::audit_name(&last_year.name),
                words::day_of(last_year.changed_at)
            ),
            None => started,
        }
    });
    let (id, name) = state.with_untracked(|audit| (audit.id().to_owned(), audit.name().to_owned()));
    let for_file = id.clone();
    el("div")
        .child(text_el("h1", "About this audit"))
        .child(p(made).class("lead"))
        .child(names(state))
        .child(scope(state))
        .child(
            section("files", "Send it or keep it")
                .child(p("The file holds the whole audit. A colleague opens it in Cairn on their own device; it is also your safety copy."))
                .child(left_out(state))
                .child(
                    el("div")
                        .class("buttons")
                        .child(button("Save as a file", move || state.export(&for_file)))
                        .child(next_year(state, &id, &name)),
                ),
        )
        .child(snapshots(state))
        .maybe(set_aside(state))
        .child(
            section("delete", "Delete")
                .child(p("A deleted audit stays in the bin for at least 30 days."))
                .child(delete_record(state, &id, words::audit_name(&name))),
        )
        .into()
}

fn names(state: State) -> El {
    let name =
        text_field("The audit’s name", state.text(|audit| audit.name().to_owned()), move |text| {
            state.type_in(&audit::NAME, text)
        });
    let organisation = text_field(
        "The organisation",
        state.text(|audit| audit.organisation().to_owned()),
        move |text| state.type_in(&audit::ORGANISATION, text),
    );
    section("names", "Names")
        .child(name.on_leave(move |_| state.end_typing()))
        .child(organisation.autocomplete("organization").on_leave(move |_| state.end_typing()))
}

fn scope(state: State) -> El {
    let capabilities = state.framework().capabilities.iter().map(|capability| {
        let id = capability.id.as_str();
        tick(
            format!("Capability {}: {}", capability.id, capability.title),
            move || state.with(|audit| !audit.leaves_out(id)),
            move |ticked| state.leave_out(id, !ticked),
        )
    });
    section("scope", "What is in the audit")
        .child(
            el("fieldset")
                .class("plain")
                .child(text_el("legend", "Capabilities in this audit"))
                .children(capabilities),
        )
        .child(quiet("What you have written in a capability that is left out is kept, and comes back with it."))
}

/// Starting next year's audit from this one, with a word on what that keeps.
pub fn next_year(state: State, id: &str, name: &str) -> AnyView {
    let open = RwSignal::new(false);
    let next_name = RwSignal::new(next_name(name));
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

/// “Audit 2026” becomes “Audit 2027”; other names get a year behind.
pub fn next_name(name: &str) -> String {
    let year: u16 = use_state().today().to_string()[..4].parse().unwrap_or(2026);
    let mut years = (year.saturating_sub(5)..=year + 5).rev();
    match years.find(|year| name.contains(&year.to_string())) {
        Some(found) => name.replace(&found.to_string(), &(found + 1).to_string()),
        None if name.trim().is_empty() => format!("Learning audit {}", year + 1),
        None => format!("{name} {}", year + 1),
    }
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
    let waiting = memo(move || state.record(Record::waiting));
    live_if(move || {
        let number = waiting.get();
        let answers = words::answers_to(number, state.asked());
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
        state.save_state.track();
        state.snapshots()
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
        move || state.go_back_to(&snapshot),
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

/// What came with ids that the framework does not have.
fn set_aside(state: State) -> Option<El> {
    let rows = state.with_untracked(|audit| {
        let rows = audit.record.set_aside.iter().map(|(id, aside)| {
            let words: Vec<&str> = aside.values().map(|item| item.text(&TEXT)).collect();
            let words: Vec<&str> = words.into_iter().filter(|text| !text.is_empty()).collect();
            let judged = aside.values().find(|item| item.value(&JUDGEMENT).is_some());
            let judgement = judged.map_or("", |item| words::judgement(answer::judgement(item)));
            el("li")
                .child(el("p").child(text_el("strong", id)).text(" ").text(judgement))
                .child(p(words.join("\n")).class("written"))
        });
        rows.collect::<Vec<_>>()
    });
    (!rows.is_empty()).then(|| {
        section("aside", "Kept aside")
            .child(p("These answers came in a file, for questions or indicators that this framework does not have. They are kept, and go along when you save the audit as a file."))
            .child(el("ul").class("plain").children(rows))
    })
}
