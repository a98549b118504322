//! The home page: the records on this device, the ways to begin, and where work is stored. It also
//! reminds of backups, and offers what could not be read.

pub mod new;

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::route::{AuditPage, BookPage, Route};
use crate::web::chart::cairn;
use crate::web::shared::records::with_records;
use crate::web::shared::whole::{delete_record, next_year};
use crate::web::state::jobs::Job;
use crate::web::state::records::{EXAMPLE, is_example};
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, button, details, el, link, live_if, p, quiet, section, text_el, unseen,
};
use crate::words;
use crate::words::home as say;
use crate::workspace::Unreadable;
use crate::workspace::label::Label;

/// The home page.
pub fn home() -> AnyView {
    let state = use_state();
    // The static shell in index.html has the same words in the same place.
    let hero = el("section")
        .class("hero")
        .child(text_el("h1", say::CAIRN))
        .child(p(say::LEAD).class("lead"));
    let audits = live_if(move || {
        let labels = state.library.labels.get();
        let cards = labels.into_iter().map(|label| card(state, label));
        let cards = el("ul").class("cards").children(cards);
        (!state.library.labels.with(Vec::is_empty))
            .then(|| section("audits", say::YOUR_AUDITS).child(cards))
    });
    el("div")
        .class("column home")
        .child(hero)
        .child(live_if(move || reminder(state)))
        .child(live_if(move || unreadable(state)))
        .child(audits)
        .children(BOOKS.map(|(kind, heading)| books(state, kind, heading)))
        .child(ways(state))
        .child(beyond())
        .child(where_kept(state))
        .into()
}

fn ways(state: State) -> El {
    let heading = move || {
        let heading = match (
            state.library.labels.with(Vec::is_empty),
            state.library.others.with(Vec::is_empty),
        ) {
            (true, true) => say::HOW_TO_BEGIN,
            (true, false) => say::START_OR_OPEN,
            _ => say::START_OR_OPEN_ANOTHER,
        };
        heading.to_owned()
    };
    let way = |what: El, about: &'static str| el("li").child(what).child(p(about));
    let example = move || with_records(state, Job::OpenExample(RecordKind::Audit));
    let ways = el("ul").class("ways").children([
        way(link(Route::New, say::START_AUDIT).class("button"), say::ABOUT_START),
        way(link(Route::Open, say::OPEN_FILE).class("button secondary"), say::ABOUT_OPEN),
        way(button(say::LOOK_AT_EXAMPLE, example).class("secondary"), say::ABOUT_EXAMPLE),
    ]);
    // A link to a survey that lost its end on the way leads here. Whoever follows one has no records, as
    // a rule, so only those who have none are told.
    let is_new = move || {
        state.library.labels.with(Vec::is_empty) && state.library.others.with(Vec::is_empty)
    };
    let answering = move || is_new().then(|| quiet(say::CUT_LINK));
    el("section")
        .attr("aria-labelledby", "begin")
        .child(el("h2").attr("id", "begin").live_text(heading))
        .child(ways)
        .child(live_if(answering))
}

/// The kinds of books, each with the heading of its list.
const BOOKS: [(RecordKind, &str); 3] = [
    (RecordKind::Team, say::TEAMS),
    (RecordKind::Person, say::PEOPLE),
    (RecordKind::Organisation, say::THE_ORGANISATION),
];

/// The books of a kind on this device, once there are any.
fn books(state: State, kind: RecordKind, heading: &'static str) -> AnyView {
    live_if(move || {
        let labels = state.library.others.get().into_iter().filter(|label| label.kind == kind);
        let cards: Vec<_> = labels.map(|label| book_card(state, label)).collect();
        let cards = (!cards.is_empty()).then(|| el("ul").class("cards").children(cards));
        Some(section(kind.name(), heading).child(cards?))
    })
}

fn book_card(state: State, label: Label) -> El {
    let (kind, id) = (label.kind, label.id.clone());
    let name = words::record_name(&label.name, kind).to_owned();
    let example = is_example(&id).then(|| p(say::EXAMPLE).class("badge"));
    let shared = label.is_shared().then(|| p(say::SHARED).class("badge"));
    let organisation = if kind == RecordKind::Organisation { "" } else { &label.organisation };
    let about = say::about_book(organisation, label.year, label.changed_at);
    let for_file = id.clone();
    let save_file = move || with_records(state, Job::Export(for_file.clone()));
    let save_file = button(say::SAVE_FILE, save_file).class("secondary");
    let more = details(say::MORE, say::more_about(&name)).child(
        el("div")
            .class("buttons")
            .child(
                link(
                    Route::book(kind, &id, BookPage::About),
                    if label.is_shared() { say::ABOUT_IT } else { say::RENAME },
                )
                .class("button secondary"),
            )
            .child(save_file)
            .child(delete_record(state, &id, &name)),
    );
    el("li").class("card book-card").child(
        el("div")
            .class("what")
            .child(el("h3").child(link(Route::record(kind, &id), name)))
            .maybe(example)
            .maybe(shared)
            .child(quiet(about))
            .child(more),
    )
}

/// The links that start a team, a person or an organisation.
fn beyond() -> El {
    let entry = |kind: RecordKind, name: &'static str, about: &'static str| {
        let way = link(Route::NewBook(kind), name);
        el("li").child(way).child(text_el("span", about).class("quiet"))
    };
    section("beyond", say::BEYOND).class("beyond").child(p(say::ABOUT_BEYOND)).child(
        el("ul").class("plain").children([
            entry(RecordKind::Team, say::TEAM, say::ABOUT_TEAM),
            entry(RecordKind::Person, say::PERSON, say::ABOUT_PERSON),
            entry(RecordKind::Organisation, say::THE_ORGANISATION, say::ABOUT_ORGANISATION),
        ]),
    )
}

fn card(state: State, label: Label) -> El {
    let id = label.id.clone();
    let name = words::audit_name(&label.name).to_owned();
    let standing = label.standing();
    let about = say::about_audit(label.progress().percent(), &standing, label.changed_at);
    let for_file = id.clone();
    let save_file = move || with_records(state, Job::Export(for_file.clone()));
    let more = details(say::MORE, say::more_about(&name)).child(
        el("div")
            .class("buttons")
            .child(link(Route::audit(&id, AuditPage::About), say::RENAME).class("button secondary"))
            .child(button(say::SAVE_FILE, save_file).class("secondary"))
            .child(next_year(state, &id, &label.name))
            .child(delete_record(state, &id, &name)),
    );
    let heading = link(Route::audit(&id, AuditPage::Overview), name.clone());
    let example = (id == EXAMPLE).then(|| p(say::EXAMPLE).class("badge"));
    el("li").class("card audit-card").child(cairn(move || standing, name)).child(
        el("div")
            .class("what")
            .child(el("h3").child(heading))
            .maybe(example)
            .maybe((!label.organisation.trim().is_empty()).then(|| p(label.organisation)))
            .child(quiet(about))
            .child(more),
    )
}

/// A reminder to save a backup file, when one is due and the device has work of the person's own.
/// Examples, audits without an answer and what others shared do not count.
fn reminder(state: State) -> Option<El> {
    let own = |label: &Label| !is_example(&label.id) && !label.is_shared();
    let audits = state
        .library
        .labels
        .with(|all| all.iter().any(|it| own(it) && it.progress().percent() > 0));
    let own = audits || state.library.others.with(|all| all.iter().any(own));
    let text = match state.device.backup_is_due().filter(|_| own)? {
        None => say::NO_BACKUP.to_owned(),
        Some(days) => say::backup_age(days),
    };
    let back_up = move || with_records(state, Job::ExportEverything);
    Some(
        el("section")
            .class("note reminder")
            .attr("aria-label", say::BACKUP)
            .child(p(text).text(say::WHY_BACKUP))
            .child(button(say::SAVE_BACKUP, back_up).class("secondary")),
    )
}

/// What could not be read on this device, with buttons to save each as a file or remove it.
fn unreadable(state: State) -> Option<El> {
    let found = state.library.unreadable.get();
    if found.is_empty() {
        return None;
    }
    let items = found.into_iter().map(|Unreadable { key, name }| {
        let again = key.clone();
        let name = name.unwrap_or_else(|| say::UNREAD_NAME.to_owned());
        let save_file = move || with_records(state, Job::ExportUnreadable(key.clone()));
        let save = button(say::SAVE_UNREAD, save_file).child(unseen(say::button_about(&name)));
        let drop = button(say::REMOVE_UNREAD, move || state.library.drop_unreadable(&again))
            .class("secondary")
            .child(unseen(say::button_about(&name)));
        el("li").child(p(name)).child(el("div").class("buttons").child(save).child(drop))
    });
    Some(
        section("asides", say::UNREAD)
            .class("note problem")
            .child(p(say::ABOUT_UNREAD))
            .child(el("ul").class("plain").children(items)),
    )
}

/// Where work is stored, and the link to the bin when something is in it.
fn where_kept(state: State) -> El {
    let bin = live_if(move || {
        state.library.bin.with(|bin| {
            let text = (!bin.is_empty()).then(|| say::in_bin(bin));
            text.map(|text| el("p").child(link(Route::Bin, text)))
        })
    });
    let backup = text_el("li", say::CLEARING).child(link(Route::Settings, say::SETTINGS)).text(".");
    section("kept", say::WHERE_STORED)
        .class("kept")
        .child(
            el("ul")
                .child(text_el("li", say::IN_BROWSER))
                .child(text_el("li", say::IN_FILES))
                .child(backup),
        )
        .child(bin)
}
