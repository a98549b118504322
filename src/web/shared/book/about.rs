//! The page about one book: its names, its file, its earlier copies, next year's book, and deleting it.

use leptos::prelude::*;

use crate::form::{Field, Form};
use crate::moment::Date;
use crate::organisation::fields::{DAYS_A_YEAR, INTERVIEWS_A_YEAR};
use crate::person::{self, USUAL_DAYS, USUAL_INTERVIEWS};
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
use crate::words;
use crate::words::shared::book as say;
use crate::words::shared::record::TEAM_CALLED;

/// The page about the open book.
pub fn about() -> AnyView {
    let state = use_state();
    let kind = state.open.kind();
    let form = state.open.book_untracked(|book| book.form);
    let made = state.open.book_untracked(|book| {
        // What another person shares does not name last year's book.
        let last_year = book.last_year.as_ref().filter(|_| !person::is_shared(book));
        let last_year =
            last_year.map(|last| (words::record_name(&last.name, kind), last.changed_at));
        say::started(book.created_at, last_year)
    });
    let id = state.open.id();
    let name = state.open.book_untracked(|book| words::record_name(book.name(), kind).to_owned());
    // What another person shares is theirs: it can be kept or deleted, and not changed.
    let own = !state.open.book_untracked(person::is_shared);
    el("div")
        .child(text_el("h1", say::about(kind)))
        .child(p(made).class("lead"))
        .maybe(own.then(|| names(form)))
        .maybe(own.then(|| files(state, kind, id.clone())))
        .maybe(own.then(|| snapshots(state)))
        .child(
            section("delete", say::DELETE)
                .child(p(say::STAYS_IN_BIN))
                .child(delete_record(state, &id, &name)),
        )
        .into()
}

fn names(form: &'static Form) -> El {
    let names = section("names", say::NAMES);
    match form.kind {
        RecordKind::Organisation => names
            .child(book_line(say::name_of(form.kind), form.name))
            .child(text_el("h3", say::ENTITLED))
            .child(p(say::NUMBERS_FOR_NEW))
            .child(number(say::INTERVIEWS_A_YEAR, &INTERVIEWS_A_YEAR, USUAL_INTERVIEWS, |text| {
                whole_up_to(text, 100)
            }))
            .child(number(say::DAYS_A_YEAR, &DAYS_A_YEAR, USUAL_DAYS, |text| {
                whole_up_to(text, 366)
            })),
        kind => {
            let organisation = book_line(say::ORGANISATION, form.organisation);
            let lead = (kind == RecordKind::Team).then(|| book_line(say::TEAM_LEAD, &team::LEAD));
            names
                .child(book_line(say::name_of(kind), form.name))
                .child(organisation.autocomplete("organization"))
                .maybe(lead)
        }
    }
}

/// A field for a number that holds for everyone in the organisation; it shows `usual` until the book
/// has a number.
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
    .hint(say::AT_LEAST_3)
    .numeric()
}

fn files(state: State, kind: RecordKind, id: String) -> El {
    let hint = say::what_a_file_holds(kind);
    let next = match kind {
        RecordKind::Team => Some(next_year(
            state,
            say::NEXT_TEAM_KEEPS,
            |name, today| next_name(name, today, TEAM_CALLED),
            team::next_year,
        )),
        RecordKind::Person => Some(next_year(
            state,
            say::NEXT_PERSON_KEEPS,
            |name, _| name.to_owned(),
            person::next_year,
        )),
        _ => None,
    };
    section("files", say::FILES).child(p(hint)).child(left_out(state)).child(
        el("div").class("buttons").child(button(say::SAVE, move || state.export(&id))).maybe(next),
    )
}

/// The button that starts next year's book from this one, which `begin` makes. Its dialog says with
/// `hint` what comes along, and proposes the name that `called` makes from this book's name and today.
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
            .child(text_field(say::NEXT_NAME, name, move |text| name.set(text)))
            .child(
                el("div")
                    .class("buttons")
                    .child(button(say::NOT_NOW, move || open.set(false)).class("secondary"))
                    .child(text_el("button", say::START_IT).attr("type", "submit")),
            );
        el("div").child(p(hint)).child(p(say::STAYS_AS_IT_IS)).child(form).into()
    };
    together(vec![
        button(say::NEXT_YEAR, move || open.set(true)).class("secondary").into(),
        dialog(open, || say::NEXT_YEAR.to_owned(), content).into(),
    ])
}
