//! Learning interviews and learning days: how many there are to be in a year, which there were, and
//! what is due.

use leptos::prelude::*;

use crate::form::Field;
use crate::person::diary::{self, DiaryEntry};
use crate::person::interview::{AGREED, DATE, HELD, LIST, NOTES, PARTNER, in_time};
use crate::person::time::{hours, minutes};
use crate::person::{
    Counts, DAYS_A_YEAR, INTERVIEWS_A_YEAR, Interview, LearningYear, MANAGER, MINUTES_A_DAY,
    PARTNER as MY_PARTNER, YEAR_STARTS,
};
use crate::route::{BookList, BookPage, Route};
use crate::web::person::counts::meters;
use crate::web::person::terms::said;
use crate::web::shared::beside::earlier_words;
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{
    book_date, book_line, item_area, item_date, item_line, item_tick, number_field, of_item,
    whole_up_to, written,
};
use crate::web::shared::focus::focus_heading;
use crate::web::shared::list;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, adding, button, el, link, live_if, p, quiet, section, text_el, together,
};
use crate::words::person as say;

/// The page of the interviews and learning days.
pub fn interviews() -> AnyView {
    let state = use_state();
    let of = move || say::interviews::of_year(state.open.book(LearningYear::of));
    together(vec![
        text_el("h1", say::INTERVIEWS).into(),
        p(say::interviews::LEAD).class("lead").into(),
        meters(state).into(),
        el("p").class("quiet").live_text(of).into(),
        talks(state).into(),
        days(state).into(),
        settings(state).into(),
    ])
}

fn talks(state: State) -> El {
    let shown =
        list::in_turn(&LIST, |book| in_time(book).iter().map(|each| each.0.id.clone()).collect());
    let add = move |held: bool| {
        let partner = state.open.book_untracked(|book| book.text(&MY_PARTNER).to_owned());
        let today = state.today();
        state.open.add_item(&LIST, |item| {
            item.set(&DATE, held.then_some(today));
            item.set(&PARTNER, partner);
            item.set(&HELD, held);
        });
    };
    let today = state.today();
    let due = move || {
        let interviews = state.open.book(Counts::of).interviews;
        match interviews.to_plan() {
            _ if interviews.left() == 0 => say::interviews::ALL_HELD.to_owned(),
            [] => say::interviews::ALL_PLANNED.to_owned(),
            due => say::interviews::next_due(due, today),
        }
    };
    section("talks", say::LEARNING_INTERVIEWS)
        .child(el("p").live_text(due))
        .child(
            el("div")
                .class("buttons")
                .child(adding(say::interviews::PLAN, move || add(false)))
                .child(adding(say::interviews::WRITE_UP, move || add(true)).class("secondary")),
        )
        .child(list::cards(shown, || say::interviews::NO_INTERVIEWS, card))
}

/// The notes of an interview and what was agreed, each under its name; `None` if there are neither.
pub fn texts(interview: Interview) -> Option<El> {
    said(&[
        (say::interviews::NOTES, interview.notes()),
        (say::interviews::AGREED, interview.agreed()),
    ])
}

fn card(id: String) -> AnyView {
    let state = use_state();
    let kept = StoredValue::new(id.clone());
    let today = state.today();
    let name = move || {
        of_item(&LIST, kept, |item| say::interviews::title(Interview(item))).unwrap_or_default()
    };
    let about = move || {
        let year = state.open.book(LearningYear::of);
        let about = |item: &_| say::interviews::about(Interview(item), year);
        of_item(&LIST, kept, about).unwrap_or_default()
    };
    let ask = move || {
        let to_confirm = of_item(&LIST, kept, |item| Interview(item).to_confirm(today));
        to_confirm.unwrap_or_default().then(|| {
            let held = button(say::interviews::YES_HELD, move || {
                state.open.change_item(&LIST, &kept.get_value(), |item| item.set(&HELD, true));
                focus_heading();
            });
            el("div")
                .class("note reminder")
                .child(p(say::interviews::DATE_PASSED))
                .child(el("div").class("buttons").child(held.class("small")))
        })
    };
    let card = el("li")
        .class("card")
        .child(el("h3").live_text(name))
        .child(el("p").class("quiet").live_text(about))
        .child(live_if(move || of_item(&LIST, kept, |item| texts(Interview(item))).flatten()))
        .child(live_if(ask));
    changeable(
        card,
        &id,
        false,
        move || say::interviews::the_interview(&name()),
        move || fields(kept),
    )
}

fn fields(id: StoredValue<String>) -> AnyView {
    let open = use_state().open;
    let remove = button(say::interviews::REMOVE, move || {
        open.remove_item(&LIST, &id.get_value());
        focus_heading();
    });
    together(vec![
        el("div")
            .class("side-by-side")
            .child(item_date(say::DATE, &LIST, id, &DATE))
            .child(item_line(say::WHO_WITH, &LIST, id, &PARTNER))
            .into(),
        item_tick(say::interviews::WAS_HELD, &LIST, id, &HELD),
        item_area(say::interviews::NOTES, &LIST, id, &NOTES),
        item_area(say::interviews::AGREED, &LIST, id, &AGREED),
        earlier_words(id.get_value()),
        remove.class("secondary").into(),
    ])
}

/// The learning days, which are entries of the diary.
fn days(state: State) -> El {
    let today = state.today();
    let due = move || {
        let days = state.open.book(Counts::of).days;
        match days.left() {
            0 => say::interviews::ALL_TAKEN.to_owned(),
            _ => say::interviews::next_due(&days.due, today),
        }
    };
    let list = move || {
        state.open.book(|book| {
            let mut entries = diary::latest_first(book);
            entries.retain(|entry| entry.off_the_job());
            let rows = entries.iter().map(|entry| day_row(state, *entry));
            (!entries.is_empty()).then(|| el("ul").class("findings").children(rows))
        })
    };
    let to_diary =
        state.open.book_untracked(|book| Route::book(book.kind(), &book.id, BookPage::Diary));
    section("days", say::interviews::LEARNING_DAYS)
        .child(el("p").live_text(due))
        .child(live_if(list))
        .child(el("p").text(say::interviews::WHICH_DAYS).child(link(to_diary, say::GO_TO_DIARY)))
}

fn day_row(state: State, entry: DiaryEntry) -> El {
    let (year, route) = state.open.book_untracked(|book| {
        let page = BookPage::Item(BookList::Diary, entry.0.id.clone());
        (LearningYear::of(book), Route::book(book.kind(), &book.id, page))
    });
    el("li")
        .child(el("p").child(link(route, say::diary::title(entry))))
        .child(quiet(say::interviews::learning_day(entry, year)))
}

fn settings(state: State) -> El {
    let whole = move |label, field: &'static Field, read: fn(&str) -> Option<u32>| {
        number_field(
            label,
            (read, written),
            move || state.open.book(|book| book.whole(field)),
            move |number| state.open.enter(field, number),
            move || state.open.end_typing(),
        )
        .numeric()
    };
    let day = number_field(
        say::interviews::HOURS_A_DAY,
        (minutes, hours),
        move || state.open.book(|book| book.whole(&MINUTES_A_DAY)),
        move |minutes| state.open.enter(&MINUTES_A_DAY, minutes),
        move || state.open.end_typing(),
    );
    let interviews = whole(say::interviews::INTERVIEWS_A_YEAR, &INTERVIEWS_A_YEAR, |text| {
        whole_up_to(text, 100)
    });
    let days = whole(say::interviews::DAYS_A_YEAR, &DAYS_A_YEAR, |text| whole_up_to(text, 366));
    section("year", say::YOUR_LEARNING_YEAR)
        .child(p(say::interviews::HOW_SPREAD))
        .child(
            el("div")
                .class("side-by-side")
                .child(book_line(say::interviews::MY_PARTNER, &MY_PARTNER))
                .child(book_line(say::interviews::MY_MANAGER, &MANAGER))
                .child(book_date(say::interviews::YEAR_STARTS, &YEAR_STARTS))
                .child(interviews)
                .child(days)
                .child(day),
        )
        .child(quiet(say::interviews::OWN_NUMBERS))
}
