//! Home: the audits on this device, and the three ways to begin.

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
use crate::web::words;
use crate::workspace::Aside;
use crate::workspace::label::Label;

/// The home page.
pub fn home() -> AnyView {
    let state = use_state();
    // The static shell in index.html has the same words in the same place.
    let hero = el("section").class("hero").child(text_el("h1", "Cairn")).child(
        p("How well does your organisation learn? Work through the audit at your own pace, see where you stand, and plan what to do next. What you write stays on this device until you choose to share it.")
            .class("lead"),
    );
    let audits = live_if(move || {
        let labels = state.library.labels.get();
        let cards = labels.into_iter().map(|label| card(state, label));
        let cards = el("ul").class("cards").children(cards);
        (!state.library.labels.with(Vec::is_empty))
            .then(|| section("audits", "Your audits").child(cards))
    });
    el("div")
        .class("column home")
        .child(hero)
        .child(live_if(move || reminder(state)))
        .child(live_if(move || asides(state)))
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
            (true, true) => "How would you like to begin?",
            (true, false) => "Start an audit, or open a file",
            _ => "Start or open another",
        };
        heading.to_owned()
    };
    let way = |what: El, about: &'static str| el("li").child(what).child(p(about));
    let example = move || with_records(state, Job::OpenExample(RecordKind::Audit));
    let ways = el("ul").class("ways").children([
        way(
            link(Route::New, "Start an audit").class("button"),
            "40 questions and 60 indicators in six areas. Do a little at a time: everything is saved as you go.",
        ),
        way(
            link(Route::Open, "Open a file").class("button secondary"),
            "A file that a colleague has sent you, or one that you saved yourself.",
        ),
        way(
            button("Look at an example", example).class("secondary"),
            "A made-up organisation’s audit, filled in. You can change it freely and remove it in one step.",
        ),
    ]);
    // Whose link to a survey lost its end on the way arrives here, and has nothing on the device.
    let is_new = move || {
        state.library.labels.with(Vec::is_empty) && state.library.others.with(Vec::is_empty)
    };
    let answering = move || is_new().then(|| quiet(CUT_LINK));
    el("section")
        .attr("aria-labelledby", "begin")
        .child(el("h2").attr("id", "begin").live_text(heading))
        .child(ways)
        .child(live_if(answering))
}

/// For those who came to answer a survey.
const CUT_LINK: &str = "Did you follow a link to answer a survey? Then the link was cut short on its way to you. Go back to the message and copy the whole link, to its very end. Paste it into the address bar of your browser.";

/// What there is beside audits, each with the heading of its list.
const BOOKS: [(RecordKind, &str); 3] = [
    (RecordKind::Team, "Teams"),
    (RecordKind::Learner, "People"),
    (RecordKind::Organisation, "The organisation"),
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
    let example = is_example(&id).then(|| p("Example").class("badge"));
    let shared = label.is_shared().then(|| p("What this person shares").class("badge"));
    let organisation = if kind == RecordKind::Organisation { "" } else { &label.organisation };
    let changed = ["changed ", &words::day_of(label.changed_at)].concat();
    let year = match label.year {
        Some(first) => ["learning year from ", &words::day(first)].concat(),
        None => String::new(),
    };
    let about = words::beside(&[organisation, &year, &changed]);
    let for_file = id.clone();
    let save_file = move || with_records(state, Job::Export(for_file.clone()));
    let save_file = button("Save as a file", save_file).class("secondary");
    let more = details("More", [" about ", &name].concat()).child(
        el("div")
            .class("buttons")
            .child(
                link(
                    Route::book(kind, &id, BookPage::About),
                    if label.is_shared() { "About it" } else { "Rename" },
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
            .child(quiet(words::capital(&about)))
            .child(more),
    )
}

/// The way to all that goes beyond the audit. A newcomer who only wants the audit can leave it folded.
fn beyond() -> El {
    let entry = |kind: RecordKind, name: &'static str, about: &'static str| {
        let way = link(Route::NewBook(kind), name);
        el("li").child(way).child(text_el("span", about).class("quiet"))
    };
    section("beyond", "Beyond the audit")
        .class("beyond")
        .child(p("An organisation learns as a whole, in its teams and through its people. What one finds feeds the next."))
        .child(el("ul").class("plain").children([
            entry(
                RecordKind::Team,
                "A team",
                ": a review by six questions each year, and a plan for what the team needs to learn.",
            ),
            entry(
                RecordKind::Learner,
                "A person",
                ": a learning plan, a diary, and talks with a learning partner. Private.",
            ),
            entry(
                RecordKind::Organisation,
                "The organisation",
                ": discussion cards, what a learning organisation is like, achievements, and the whole year in one view.",
            ),
        ]))
}

fn card(state: State, label: Label) -> El {
    let id = label.id.clone();
    let name = words::audit_name(&label.name).to_owned();
    let standing = label.standing();
    let about = format!(
        "{}% answered · {} · changed {}",
        label.progress().percent(),
        words::reached(&standing),
        words::day_of(label.changed_at),
    );
    let for_file = id.clone();
    let save_file = move || with_records(state, Job::Export(for_file.clone()));
    let more = details("More", format!(" about {name}")).child(
        el("div")
            .class("buttons")
            .child(link(Route::audit(&id, AuditPage::About), "Rename").class("button secondary"))
            .child(button("Save as a file", save_file).class("secondary"))
            .child(next_year(state, &id, &label.name))
            .child(delete_record(state, &id, &name)),
    );
    let heading = link(Route::audit(&id, AuditPage::Overview), name.clone());
    let example = (id == EXAMPLE).then(|| p("Example").class("badge"));
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

/// A gentle word when there is something to lose and no file of it.
fn reminder(state: State) -> Option<El> {
    let own = |label: &Label| !is_example(&label.id) && !label.is_shared();
    let audits = state
        .library
        .labels
        .with(|all| all.iter().any(|it| own(it) && it.progress().percent() > 0));
    let own = audits || state.library.others.with(|all| all.iter().any(own));
    let text = match state.device.backup_is_due().filter(|_| own)? {
        None => "You have not saved a backup file yet.".to_owned(),
        Some(days) => format!("Your last backup file is {days} days old."),
    };
    let back_up = move || with_records(state, Job::ExportEverything);
    Some(
        el("section")
            .class("note reminder")
            .attr("aria-label", "Backup")
            .child(p(text).text(" A browser can lose what it keeps; a file in a safe place cannot be lost that way."))
            .child(button("Save a backup file", back_up).class("secondary")),
    )
}

/// What could not be read, offered back.
fn asides(state: State) -> Option<El> {
    let asides = state.library.asides.get();
    if asides.is_empty() {
        return None;
    }
    let items = asides.into_iter().map(|Aside { key, name }| {
        let again = key.clone();
        let name = name.unwrap_or_else(|| "A record whose name cannot be read".to_owned());
        let save_file = move || with_records(state, Job::ExportAside(key.clone()));
        let save =
            button("Save what is there as a file", save_file).child(unseen(format!(": {name}")));
        let drop = button("I have it: take it away", move || state.library.drop_aside(&again))
            .class("secondary")
            .child(unseen(format!(": {name}")));
        el("li").child(p(name)).child(el("div").class("buttons").child(save).child(drop))
    });
    Some(
        section("asides", "Something on this device could not be read")
            .class("note problem")
            .child(p("It has been put aside exactly as it was, and everything else works. Save it as a file: someone may be able to mend it, or you may have a backup file to open instead."))
            .child(el("ul").class("plain").children(items)),
    )
}

/// What is kept where.
fn where_kept(state: State) -> El {
    let bin = live_if(move || {
        state.library.bin.with(|bin| {
            let text = (!bin.is_empty()).then(|| [&words::count_of(bin), " in the bin"].concat());
            text.map(|text| el("p").child(link(Route::Bin, text)))
        })
    });
    let backup = text_el(
        "li",
        "Clearing the browser’s data removes them from this device. So save a backup file now and then, under ",
    )
    .child(link(Route::Settings, "Settings"))
    .text(".");
    section("kept", "Where your words are")
        .class("kept")
        .child(
            el("ul")
                .child(text_el("li", "In this browser, on this device. There is no account and no server: nobody else can see them, and no other browser has them."))
                .child(text_el("li", "In the files that you save. A file opens in Cairn on any device, today and in years to come."))
                .child(backup),
        )
        .child(bin)
}
