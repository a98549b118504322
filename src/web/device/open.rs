//! Opening files. The person picks, drops or pastes them, sees what is in them, and chooses what to do.
//! Only then does anything change, and it can be undone.

mod cards;
mod found;
mod gathered;

use leptos::prelude::*;

use crate::exchange::Backup;
use crate::record::RecordKind;
use crate::route::Route;
use crate::web::device::open::found::card;
use crate::web::device::open::gathered::Gathered;
use crate::web::shared::focus::focus;
use crate::web::state::bring_in::Choice;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{El, button, derived, el, live_if, p, section, text_el};
use crate::web::ui::field::text_area;
use crate::web::ui::files::files_field;
use crate::words::device::opening as say;

/// The page on which files are opened.
pub fn open() -> AnyView {
    let state = use_state();
    on_cleanup(move || state.incoming.set(Vec::new()));
    state.take_drops(move |files| state.read_files(files));
    state.read_dropped();
    let pasted = RwSignal::new(String::new());
    el("div")
        .class("column")
        .child(text_el("h1", say::HEADING))
        .child(p(say::LEAD).class("lead"))
        .child(picker(state))
        .child(paste(state, pasted))
        .child(said(state))
        .child(preview(state, pasted))
        .into()
}

fn picker(state: State) -> El {
    let label = say::CHOOSE_FILES;
    files_field("pick", label, move || state.reading.get(), move |files| state.read_files(files))
}

fn paste(state: State, pasted: RwSignal<String>) -> El {
    let look = move || state.read_pasted(&pasted.get_untracked());
    let typed = move |text| pasted.set(text);
    el("details")
        .class("more")
        .child(text_el("summary", say::PASTE))
        .child(text_area(say::PASTED, pasted.into(), typed, || ()))
        .child(button(say::LOOK_AT_PASTED, look))
}

/// What screen readers are told while files are read, and after.
fn said(state: State) -> El {
    let read = move || {
        let number = state.incoming.with(Vec::len);
        (number > 0).then(|| p(say::read(number)).class("unseen"))
    };
    el("div")
        .attr("role", "status")
        .child(live_if(move || state.reading.get().then(|| p(say::READING))))
        .child(live_if(read))
}

fn preview(state: State, pasted: RwSignal<String>) -> AnyView {
    live_if(move || {
        let incoming = state.incoming.get();
        if incoming.is_empty() {
            return None;
        }
        let mut gathered = Gathered::default();
        let mut cards = Vec::new();
        for incoming in incoming {
            cards.push(card(state, incoming, &mut gathered));
        }
        let any = !gathered.records.is_empty() || !gathered.backups.is_empty();
        let found = section("found", say::FOUND);
        let found = found.child(el("ul").class("cards").children(cards));
        Some(found.maybe(any.then(|| ways_on(state, gathered, pasted))))
    })
}

/// The button that brings in what was chosen, and the one that closes the files without opening them.
fn ways_on(state: State, gathered: Gathered, pasted: RwSignal<String>) -> El {
    let records: Vec<_> =
        gathered.records.iter().map(|(record, wanted)| (record.kind(), *wanted)).collect();
    let backups: Vec<_> = gathered.backups.iter().map(|(_, wanted)| *wanted).collect();
    let label = derived(move || {
        let mut records: Vec<_> =
            records.iter().map(|(kind, wanted)| (*kind, wanted.get())).collect();
        records.retain(|(_, wanted)| *wanted != "skip");
        what_it_does(&records, backups.iter().any(|wanted| wanted.get()))
    });
    let leave = move || {
        state.incoming.set(Vec::new());
        pasted.set(String::new());
        focus("#pick");
    };
    let bring_in = el("button")
        .attr("type", "button")
        .on_click(move || bring_in(state, &gathered))
        .live_flag("disabled", move || label.get().is_none())
        .live_text(move || label.get().unwrap_or_else(|| say::NOTHING_CHOSEN.to_owned()));
    el("div").class("buttons").child(bring_in).child(button(say::CLOSE, leave).class("secondary"))
}

/// The label of the button that brings in these records, each with what was chosen for it, and the
/// settings of a backup if `settings`. `None` when nothing was chosen.
fn what_it_does(records: &[(RecordKind, &str)], settings: bool) -> Option<String> {
    Some(match records {
        [] if !settings => return None,
        [] => say::USE_SETTINGS.to_owned(),
        [(_, "copy")] => say::OPEN_COPY.to_owned(),
        [(_, "replace")] => say::REPLACE.to_owned(),
        [(kind, _)] => say::open_one(*kind).to_owned(),
        [(first, _), others @ ..] => {
            let replaced = records.iter().filter(|(_, wanted)| *wanted == "replace").count();
            let alike = others.iter().all(|(kind, _)| kind == first);
            say::open_several(records.len(), alike.then_some(*first), replaced)
        }
    })
}

/// Brings in the records that were chosen, then uses the settings that were chosen. When none of the
/// chosen records can be brought in, the settings are not used either.
fn bring_in(state: State, gathered: &Gathered) {
    let mut records = Vec::new();
    for (record, wanted) in &gathered.records {
        match meant(wanted.get_untracked()) {
            Choice::Skip => {}
            choice => records.push((record.clone(), choice)),
        }
    }
    let next = match &records[..] {
        // When a record of another kind has its id here, it gets a new id, which is not known here.
        [(record, Choice::Add | Choice::Replace)]
            if gathered.records.len() == 1
                && state
                    .library
                    .label_of(&record.id)
                    .is_none_or(|same| same.kind == record.kind()) =>
        {
            Route::record(record.kind(), &record.id)
        }
        [] => Route::Settings,
        _ => Route::Home,
    };
    if !gathered.backups.iter().all(|(backup, _)| state.hear_of_shown(backup)) {
        return;
    }
    if !records.is_empty() && state.bring_in(records) == 0 {
        return;
    }
    use_settings(state, gathered);
    state.incoming.set(Vec::new());
    state.go(&next);
}

fn meant(wanted: &str) -> Choice {
    match wanted {
        "add" => Choice::Add,
        "copy" => Choice::AddCopy,
        "replace" => Choice::Replace,
        _ => Choice::Skip,
    }
}

/// Uses the settings and the wording of each backup for which that was ticked. Says so in the notice
/// about the records, or in a notice of its own when no records were chosen.
fn use_settings(state: State, gathered: &Gathered) {
    for (backup, _) in gathered.backups.iter().filter(|(_, wanted)| wanted.get_untracked()) {
        if gathered.records.iter().all(|(_, wanted)| wanted.get_untracked() == "skip") {
            state.notices.tell(say::SETTINGS_IN_USE);
        } else {
            state.notices.notice.update(|notice| {
                if let Some(notice) = notice {
                    notice.text.push(' ');
                    notice.text.push_str(say::SETTINGS_IN_USE);
                }
            });
        }
        take_over(state, backup);
    }
}

fn take_over(state: State, backup: &Backup) {
    state.device.take_over_settings(backup.settings.clone());
    if backup.wording.is_some() {
        state.device.set_wording(backup.wording.clone());
    }
    state.device.switch_wording(!backup.settings.wording_off);
}
