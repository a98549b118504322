//! About one book: its names, files, copies, next year's, and the way to the bin.

use leptos::prelude::*;

use crate::form::{Field, Form};
use crate::learner::{self, USUAL_DAYS, USUAL_INTERVIEWS};
use crate::moment::Date;
use crate::organisation::fields::{DAYS_A_YEAR, INTERVIEWS_A_YEAR};
use crate::record::RecordKind;
use crate::records::next_name;
use crate::team;
use crate::web::shared::fields::{book_line, number_field, whole_up_to, written};
use crate::web::shared::whole::{delete_record, left_out, snapshots};
use crate::web::state::book::NextYear;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{El, button, el, p, section, text_el, together};
use crate::web::ui::field::{TextField, text_field};
use crate::web::words;

/// The page about the open book.
pub fn about() -> AnyView {
    let state = use_state();
    let kind = state.open.kind();
    let form = state.open.book_untracked(|book| book.form);
    let made = state.open.book_untracked(|book| {
        let started = format!("Started {}.", words::day_of(book.created_at));
        // What somebody has shared was started from nothing that is named in it.
        match book.last_year.as_ref().filter(|_| !learner::is_shared(book)) {
            Some(last_year) => format!(
                "{started} It was started from “{}”, last changed {}.",
                words::record_name(&last_year.name, kind),
                words::day_of(last_year.changed_at)
            ),
            None => started,
        }
    });
    let id = state.open.id();
    let name = state.open.book_untracked(|book| words::record_name(book.name(), kind).to_owned());
    let what = words::record(kind);
    // What somebody else shared is theirs: it is kept or deleted, not changed.
    let own = !state.open.book_untracked(learner::is_shared);
    el("div")
        .child(text_el("h1", ["About this ", what].concat()))
        .child(p(made).class("lead"))
        .maybe(own.then(|| names(form)))
        .maybe(own.then(|| files(state, kind, id.clone())))
        .maybe(own.then(|| snapshots(state)))
        .child(
            section("delete", "Delete")
                .child(p("What is deleted stays in the bin for at least 30 days."))
                .child(delete_record(state, &id, &name)),
        )
        .into()
}

fn names(form: &'static Form) -> El {
    let names = section("names", "Names");
    match form.kind {
        RecordKind::Organisation => names
            .child(book_line("The organisation’s name", form.name))
            .child(text_el("h3", "What people are entitled to here"))
            .child(p("A new person’s pages begin with these numbers."))
            .child(number(
                "Learning interviews a year",
                &INTERVIEWS_A_YEAR,
                USUAL_INTERVIEWS,
                |text| whole_up_to(text, 100),
            ))
            .child(number("Off-the-job days a year", &DAYS_A_YEAR, USUAL_DAYS, |text| {
                whole_up_to(text, 366)
            })),
        kind => {
            let label =
                if kind == RecordKind::Team { "The team’s name" } else { "The person’s name" };
            let organisation = book_line("The organisation", form.organisation);
            let lead = (kind == RecordKind::Team)
                .then(|| book_line("Who leads the team (optional)", &team::LEAD));
            names
                .child(book_line(label, form.name))
                .child(organisation.autocomplete("organization"))
                .maybe(lead)
        }
    }
}

/// A number that holds for everyone in the organisation; the usual one until it says otherwise.
fn number(
    label: &'static str,
    field: &'static Field,
    usual: u32,
    read: fn(&str) -> Option<u32>,
) -> TextField {
    let open = use_state().open;
    number_field(
        label,
        (read, written),
        move || open.book(|book| book.whole(field).or(Some(usual))),
        move |number| open.enter(field, number),
        move || open.end_typing(),
    )
    .hint("At least 3, says the source.")
    .numeric()
}

fn files(state: State, kind: RecordKind, id: String) -> El {
    let hint = match kind {
        RecordKind::Learner => {
            "The file holds everything that is here, also what you share with nobody. It is your safety copy, and the way to another device of yours. To give somebody only what you choose, use “Share”."
        }
        _ => {
            "The file holds all that is here. A colleague opens it in Cairn on their own device; it is also your safety copy."
        }
    };
    let next = match kind {
        RecordKind::Team => Some(next_year(
            state,
            "Learning needs that are not done come along. The review starts empty, with this year’s shown beside each question.",
            next_name,
            team::next_year,
        )),
        RecordKind::Learner => Some(next_year(
            state,
            "Learning standards, unfinished targets and unfinished tasks come along, and the learning year moves on by one. Diary, interviews and review start empty, with this year’s review and targets beside them. Nothing is ticked to be shared.",
            |name, _| name.to_owned(),
            learner::next_year,
        )),
        _ => None,
    };
    section("files", "Send it or keep it").child(p(hint)).child(left_out(state)).child(
        el("div")
            .class("buttons")
            .child(button("Save everything here as a file", move || state.export(&id)))
            .maybe(next),
    )
}

/// Starting next year's book from this one, which `begin` makes. `hint` says what comes along, and `called`
/// what it may be called, by the name of this one.
fn next_year(
    state: State,
    hint: &'static str,
    called: fn(&str, Date) -> String,
    begin: NextYear,
) -> AnyView {
    let open = RwSignal::new(false);
    let content = move || {
        let name =
            RwSignal::new(state.open.book_untracked(|book| called(book.name(), state.today())));
        let start = move |event: web_sys::Event| {
            event.prevent_default();
            if open.get_untracked() {
                open.set(false);
                state.open.start_next_book(begin, name.get_untracked().trim());
            }
        };
        let form = el("form")
            .on("submit", start)
            .child(text_field("A name for it", name, move |text| name.set(text)))
            .child(
                el("div")
                    .class("buttons")
                    .child(button("Not now", move || open.set(false)).class("secondary"))
                    .child(text_el("button", "Start it").attr("type", "submit")),
            );
        el("div").child(p(hint)).child(p("This one stays as it is.")).child(form).into()
    };
    together(vec![
        button("Start next year’s from this", move || open.set(true)).class("secondary").into(),
        dialog(open, || "Start next year’s from this one".to_owned(), content).into(),
    ])
}
