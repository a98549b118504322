//! The page about an audit: its names and capabilities, its file, earlier copies, answers that are set
//! aside, and deleting it.

use leptos::prelude::*;

use crate::audit;
use crate::audit::answer::{self, JUDGEMENT, TEXT};
use crate::web::shared::whole::{delete_record, left_out, next_year, snapshots};
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, el, p, quiet, section, text_el};
use crate::web::ui::field::{text_field, tick};
use crate::words;
use crate::words::audit as say;

/// The page about an audit.
pub fn about() -> AnyView {
    let state = use_state();
    let made = state.open.with_untracked(|audit| {
        let from = audit.last_year().map(|from| (&from.name, words::day_of(from.changed_at)));
        let from = from.as_ref().map(|(name, day)| (words::audit_name(name), day.as_str()));
        say::about::started(&words::day_of(audit.record.created_at), from)
    });
    let (id, name) =
        state.open.with_untracked(|audit| (audit.id().to_owned(), audit.name().to_owned()));
    let for_file = id.clone();
    el("div")
        .child(text_el("h1", say::ABOUT_THIS_AUDIT))
        .child(p(made).class("lead"))
        .child(names(state))
        .child(scope(state))
        .child(
            section("files", say::about::FILES)
                .child(p(say::about::WHAT_FILE_HOLDS))
                .child(left_out(state))
                .child(
                    el("div")
                        .class("buttons")
                        .child(button(say::about::SAVE_FILE, move || state.export(&for_file)))
                        .child(next_year(state, &id, &name)),
                ),
        )
        .child(snapshots(state))
        .maybe(set_aside(state))
        .child(
            section("delete", say::about::DELETE)
                .child(p(say::about::DELETED_STAYS))
                .child(delete_record(state, &id, words::audit_name(&name))),
        )
        .into()
}

fn names(state: State) -> El {
    let name = text_field(
        say::about::AUDIT_NAME,
        state.open.text(|audit| audit.name().to_owned()),
        move |text| state.open.type_in(&audit::NAME, text),
    );
    let organisation = text_field(
        say::about::ORGANISATION,
        state.open.text(|audit| audit.organisation().to_owned()),
        move |text| state.open.type_in(&audit::ORGANISATION, text),
    );
    section("names", say::about::NAMES)
        .child(name.on_leave(move |_| state.open.end_typing()))
        .child(organisation.autocomplete("organization").on_leave(move |_| state.open.end_typing()))
}

fn scope(state: State) -> El {
    let capabilities = state.device.framework().capabilities.iter().map(|capability| {
        let id = capability.id.as_str();
        tick(
            say::capability_called(capability),
            move || state.open.with(|audit| !audit.leaves_out(id)),
            move |ticked| state.open.leave_out(id, !ticked),
        )
    });
    section("scope", say::about::CAPABILITIES)
        .child(
            el("fieldset")
                .class("plain")
                .child(text_el("legend", say::about::CAPABILITIES_IN_AUDIT))
                .children(capabilities),
        )
        .child(quiet(say::about::LEFT_OUT_IS_KEPT))
}

/// The answers that are set aside, because the framework does not have their ids; `None` when there are
/// none.
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
        section("aside", say::about::KEPT_ASIDE)
            .child(p(say::about::WHY_KEPT_ASIDE))
            .child(el("ul").class("plain").children(rows))
    })
}
