//! The year's loop: what an audit found, what teams and people took up, what came back as evidence.

use leptos::prelude::*;

use crate::audit::{Audit, INDICATORS};
use crate::cycle::{Cycle, Reach, Station, Stop};
use crate::learner::diary;
use crate::organisation::session;
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
use crate::web::words;

/// The page of the loop.
pub fn year() -> AnyView {
    let state = use_state();
    let chosen = RwSignal::new(first_audit(state));
    let shown = live(move || {
        // What is carried elsewhere shows here as soon as it is kept.
        let books: Vec<Record> = [RecordKind::Team, RecordKind::Learner, RecordKind::Organisation]
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
        .child(text_el("h1", "The year’s loop"))
        .child(p("What the audit found, what teams and people took up of it, and what came back as evidence.").class("lead"))
        .child(choose(state, chosen))
        .child(shown)
        .into()
}

/// The audit that was worked on last, one of this organisation where there is one.
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
        _ => {
            untrack(|| select_field("Around which audit", audits, chosen, move |id| chosen.set(id)))
        }
    })
}

fn no_audit(state: State, chosen: RwSignal<String>) -> AnyView {
    let see = move || {
        chosen.set(EXAMPLE.to_owned());
        state.add_examples();
    };
    el("div")
        .class("note")
        .child(p("The loop begins with an audit, and there is none on this device yet. Start one, or open the file of the one that you are working on. Or look at the loop of an organisation that we have made up."))
        .child(
            el("div")
                .class("buttons")
                .child(link(Route::New, "Start an audit").class("button"))
                .child(link(Route::Open, "Open a file").class("button secondary"))
                .child(adding("Add the examples", see).class("secondary")),
        )
        .into()
}

fn around(state: State, audit: &str, cycle: &Cycle) -> AnyView {
    let print = print_button("Print this page").class("secondary");
    let nothing = cycle.threads.is_empty().then(|| nothing_carried(audit));
    el("div")
        .child(stations(cycle))
        .child(p(in_words(cycle)))
        .maybe(nothing)
        .children(PARTS.iter().filter_map(|part| threads(state, cycle, part)))
        .maybe(waiting(state, audit, cycle))
        .child(el("div").class("buttons").child(print))
        .into()
}

/// The stations in their order, each with how many stand there. The order is the picture, and the
/// words in it say the same.
fn stations(cycle: &Cycle) -> El {
    let entries = Station::ALL.into_iter().map(|station| {
        let number = cycle.count(station);
        el("li")
            .class(if number == 0 { "station empty" } else { "station" })
            .child(text_el("strong", number.to_string()))
            .text(" ")
            .child(text_el("span", at_station(station, number)))
    });
    el("ol").class("stations").attr("aria-label", "The loop, station by station").children(entries)
}

fn at_station(station: Station, number: usize) -> &'static str {
    match (station, number) {
        (Station::Found, 1) => "action or area from the audit",
        (Station::Found, _) => "actions and areas from the audit",
        (Station::Team, 1) => "learning need of a team",
        (Station::Team, _) => "learning needs of teams",
        (Station::Person, 1) => "target or diary entry of a person",
        (Station::Person, _) => "targets and diary entries of people",
        (Station::Together, 1) => "card session or achievement",
        (Station::Together, _) => "card sessions and achievements",
        (Station::Back, 1) => "item of evidence that came back",
        (Station::Back, _) => "items of evidence that came back",
    }
}

fn in_words(cycle: &Cycle) -> String {
    let (found, taken_up, closed) = cycle.actions();
    let actions = words::count(found, "action", "actions");
    match (found, taken_up) {
        (0, _) => "The audit’s plan has no actions yet.".to_owned(),
        (_, 0) => ["Of ", &actions, " in the audit’s plan, none has been taken up yet."].concat(),
        _ => format!(
            "Of {actions} in the audit’s plan, {taken_up} {} been taken up, and {closed} {} come back as evidence.",
            if taken_up == 1 { "has" } else { "have" },
            if closed == 1 { "has" } else { "have" },
        ),
    }
}

fn nothing_carried(audit: &str) -> El {
    let plan = link(Route::audit(audit, AuditPage::Plan), "action plan");
    el("div").class("note").child(
        p("Nothing has been carried yet. Open an action in the ")
            .child(plan)
            .text(" and carry it to a team’s plan; from there it goes on to people, and what they learn comes back as evidence. Files of teams and people that you open here join the loop by themselves."),
    )
}

/// The parts of the page: how far round the threads in them have gone, the id, the heading, and what
/// can be done about them.
const PARTS: [(Reach, &str, &str, &str); 4] = [
    (Reach::Whole, "whole", "All the way round", ""),
    (
        Reach::BegunElsewhere,
        "elsewhere",
        "Evidence that began elsewhere",
        "No action of the audit asked for it, and it shows something all the same.",
    ),
    (
        Reach::Done,
        "done",
        "Done, and no evidence of it yet",
        "What was learned can be carried to the audit’s evidence: from a diary entry, a card session or an achievement.",
    ),
    (Reach::UnderWay, "under-way", "Under way", ""),
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
        (Station::Found, INDICATORS) => "Area for development",
        (Station::Found, _) => "Action",
        (Station::Team, _) => "Learning need",
        (Station::Person, list) if list == diary::LIST.name => "Learned",
        (Station::Person, _) => "Target",
        (Station::Together, list) if list == session::LIST.name => "Card session",
        (Station::Together, _) => "Achievement",
        (Station::Back, _) => "Evidence",
    }
}

/// What the audit found and nobody has taken up.
fn waiting(state: State, audit: &str, cycle: &Cycle) -> Option<El> {
    let stops = cycle.waiting.iter().map(|stop| stop_line(state, stop));
    let plan = link(Route::audit(audit, AuditPage::Plan), "Go to the action plan");
    (!cycle.waiting.is_empty()).then(|| {
        section("waiting", "Not taken up yet")
            .child(quiet(
                "Not every action needs learning. Those that do can be carried to a team’s plan.",
            ))
            .child(el("ul").class("plain").children(stops))
            .child(el("p").child(plan))
    })
}
