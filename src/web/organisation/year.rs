//! The year's loop: what an audit found, what teams and people took up, and what came back as evidence.

use leptos::prelude::*;

use crate::audit::{Audit, INDICATORS};
use crate::cycle::{Cycle, Reach, Station, Stop};
use crate::organisation::session;
use crate::person::diary;
use crate::record::RecordKind;
use crate::records::Record;
use crate::route::{AuditPage, Route};
use crate::web::shared::carry::end_named;
use crate::web::shared::paper::print_button;
use crate::web::state::records::EXAMPLE;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, adding, derived, el, link, live, p, quiet, section, text_el, together,
};
use crate::web::ui::field::select_field;
use crate::words;
use crate::words::organisation as say;

/// The page of the loop.
pub fn year() -> AnyView {
    let state = use_state();
    let chosen = RwSignal::new(first_audit(state));
    let shown = live(move || {
        // These reads are tracked, so what is carried elsewhere shows here as soon as it is kept.
        let books: Vec<Record> = [RecordKind::Team, RecordKind::Person, RecordKind::Organisation]
            .into_iter()
            .flat_map(|kind| state.open.books(kind))
            .collect();
        let audit = state.open.audit_here(&chosen.get());
        untrack(|| match audit.as_ref().and_then(Audit::of) {
            Some(audit) => around(state, audit.id(), &Cycle::of(audit, &books)),
            None => no_audit(state, chosen),
        })
    });
    el("div")
        .child(text_el("h1", say::YEAR))
        .child(p(say::year::LEAD).class("lead"))
        .child(choose(state, chosen))
        .child(shown)
        .into()
}

/// The id of the audit of this organisation that was worked on last, or else of any; empty without
/// audits.
fn first_audit(state: State) -> String {
    let own = state.open.book_untracked(|book| book.name().trim().to_lowercase());
    state.library.labels.with_untracked(|labels| {
        let of_own = labels.iter().find(|label| label.organisation.trim().to_lowercase() == own);
        of_own.or(labels.first()).map(|label| label.id.clone()).unwrap_or_default()
    })
}

fn choose(state: State, chosen: RwSignal<String>) -> AnyView {
    let audits = derived(move || {
        let labels = state.library.labels.get().into_iter();
        let named = labels.map(|label| {
            let name = words::audit_name(&label.name).to_owned();
            (label.id, words::beside(&[&name, &label.organisation]))
        });
        named.collect::<Vec<_>>()
    });
    live(move || match audits.with(Vec::len) {
        0 | 1 => together(Vec::new()),
        _ => untrack(|| {
            select_field(say::year::WHICH_AUDIT, audits, chosen, move |id| chosen.set(id))
        }),
    })
}

fn no_audit(state: State, chosen: RwSignal<String>) -> AnyView {
    let see = move || {
        chosen.set(EXAMPLE.to_owned());
        state.add_examples();
    };
    el("div")
        .class("note")
        .child(p(say::year::NO_AUDIT))
        .child(
            el("div")
                .class("buttons")
                .child(link(Route::New, say::year::START_AN_AUDIT).class("button"))
                .child(link(Route::Open, say::year::OPEN_A_FILE).class("button secondary"))
                .child(adding(say::year::ADD_EXAMPLES, see).class("secondary")),
        )
        .into()
}

fn around(state: State, audit: &str, cycle: &Cycle) -> AnyView {
    let print = print_button(say::PRINT_THIS_PAGE).class("secondary");
    let nothing = cycle.threads.is_empty().then(|| nothing_carried(audit));
    el("div")
        .child(stations(cycle))
        .child(p(say::year::how_far(cycle)))
        .maybe(nothing)
        .children(PARTS.iter().filter_map(|part| threads(state, cycle, part)))
        .maybe(waiting(state, audit, cycle))
        .child(el("div").class("buttons").child(print))
        .into()
}

/// The stations in their order, each with how many stand there. The list is drawn as a picture, and its
/// words say the same.
fn stations(cycle: &Cycle) -> El {
    let entries = Station::ALL.into_iter().map(|station| {
        let number = cycle.count(station);
        el("li")
            .class(if number == 0 { "station empty" } else { "station" })
            .child(text_el("strong", number.to_string()))
            .text(" ")
            .child(text_el("span", say::year::at_station(station, number)))
    });
    el("ol").class("stations").attr("aria-label", say::year::STEP_BY_STEP).children(entries)
}

fn nothing_carried(audit: &str) -> El {
    el("div").class("note").child(p(say::year::NOTHING_ADDED)).child(way_to_plan(audit))
}

/// The parts of the page: how far round their threads have gone, the id, the heading, and a hint about
/// what can be done, which may be empty.
const PARTS: [(Reach, &str, &str, &str); 4] = [
    (Reach::Whole, "whole", say::year::ALL_THE_WAY, ""),
    (
        Reach::BegunElsewhere,
        "elsewhere",
        say::year::BEGAN_ELSEWHERE,
        say::year::WHAT_BEGAN_ELSEWHERE,
    ),
    (Reach::Done, "done", say::year::DONE, say::year::HOW_TO_GIVE_EVIDENCE),
    (Reach::UnderWay, "under-way", say::year::UNDER_WAY, ""),
];

fn threads(
    state: State,
    cycle: &Cycle,
    (reach, id, heading, hint): &(Reach, &'static str, &'static str, &'static str),
) -> Option<El> {
    let threads = cycle.threads.iter().filter(|thread| thread.reach() == *reach);
    let cards = threads.map(|thread| {
        let stops = thread.stops.iter().map(|stop| stop_line(state, stop));
        el("li").class("card").child(el("ol").class("thread").children(stops))
    });
    let cards: Vec<_> = cards.collect();
    (!cards.is_empty()).then(|| {
        let hint = (!hint.is_empty()).then(|| quiet(*hint));
        section(id, *heading).maybe(hint).child(el("ul").class("cards").children(cards))
    })
}

fn stop_line(state: State, stop: &Stop) -> El {
    let status = stop.status.map(|status| text_el("span", words::status(status)).class("badge"));
    el("li")
        .child(text_el("span", station_name(stop)).class("quiet"))
        .text(" ")
        .child(end_named(state, &stop.link))
        .text(" ")
        .maybe(status)
}

fn station_name(stop: &Stop) -> &'static str {
    match (stop.station, stop.link.list.as_str()) {
        (Station::Found, INDICATORS) => say::year::AREA_FOR_DEVELOPMENT,
        (Station::Found, _) => say::year::ACTION,
        (Station::Team, _) => say::year::LEARNING_NEED,
        (Station::Person, list) if list == diary::LIST.name => say::year::LEARNED,
        (Station::Person, _) => say::year::TARGET,
        (Station::Together, list) if list == session::LIST.name => say::year::CARD_SESSION,
        (Station::Together, _) => say::year::ACHIEVEMENT,
        (Station::Back, _) => say::year::EVIDENCE,
    }
}

/// What the audit found and nobody has taken up; `None` if there is nothing.
fn waiting(state: State, audit: &str, cycle: &Cycle) -> Option<El> {
    let stops = cycle.waiting.iter().map(|stop| stop_line(state, stop));
    (!cycle.waiting.is_empty()).then(|| {
        section("waiting", say::year::NOT_ADDED)
            .child(quiet(say::year::HOW_TO_ADD))
            .child(el("ul").class("plain").children(stops))
            .child(way_to_plan(audit))
    })
}

fn way_to_plan(audit: &str) -> El {
    el("p").child(link(Route::audit(audit, AuditPage::Plan), say::year::GO_TO_PLAN))
}
