//! About one audit: its names, what is in it, files, copies, and the way to the bin.

use leptos::prelude::*;

use crate::audit;
use crate::audit::answer::{self, JUDGEMENT, TEXT};
use crate::web::shared::whole::{delete_record, left_out, next_year, snapshots};
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, el, p, quiet, section, text_el};
use crate::web::ui::field::{text_field, tick};
use crate::web::words;

/// The page about an audit.
pub fn about() -> AnyView {
    let state = use_state();
    let made = state.open.with_untracked(|audit| {
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
    let (id, name) =
        state.open.with_untracked(|audit| (audit.id().to_owned(), audit.name().to_owned()));
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
    let name = text_field(
        "The audit’s name",
        state.open.text(|audit| audit.name().to_owned()),
        move |text| state.open.type_in(&audit::NAME, text),
    );
    let organisation = text_field(
        "The organisation",
        state.open.text(|audit| audit.organisation().to_owned()),
        move |text| state.open.type_in(&audit::ORGANISATION, text),
    );
    section("names", "Names")
        .child(name.on_leave(move |_| state.open.end_typing()))
        .child(organisation.autocomplete("organization").on_leave(move |_| state.open.end_typing()))
}

fn scope(state: State) -> El {
    let capabilities = state.device.framework().capabilities.iter().map(|capability| {
        let id = capability.id.as_str();
        tick(
            format!("Capability {}: {}", capability.id, capability.title),
            move || state.open.with(|audit| !audit.leaves_out(id)),
            move |ticked| state.open.leave_out(id, !ticked),
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

/// What came with ids that the framework does not have.
fn set_aside(state: State) -> Option<El> {
    let rows = state.open.with_untracked(|audit| {
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
