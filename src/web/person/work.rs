//! The work programme, kept apart from the learning plan.

use leptos::prelude::*;

use crate::person::task::{DUE, LIST, NOTE, STATUS, SUCCESS, TEXT, in_turn};
use crate::person::{MEETINGS, Task, WORK_AGREED_ON, WORK_AGREED_WITH};
use crate::web::person::terms::{how_far, overdue, said};
use crate::web::shared::beside::earlier_words;
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{
    book_area, book_date, book_line, item_area, item_date, item_select, of_item,
};
use crate::web::shared::focus::focus_heading;
use crate::web::shared::list;
use crate::web::state::use_state;
use crate::web::ui::element::{El, adding, button, el, live_if, p, section, text_el, together};
use crate::words;
use crate::words::person as say;

/// The page of the work programme.
pub fn work() -> AnyView {
    let open = use_state().open;
    let shown = list::in_turn(&LIST, |book| {
        in_turn(book).into_iter().map(|task| task.0.id.clone()).collect()
    });
    let add = adding(say::work::ADD, move || {
        open.add_item(&LIST, |_| ());
    });
    together(vec![
        text_el("h1", say::WORK).into(),
        p(say::work::LEAD).class("lead").into(),
        el("div").class("note").child(p(say::work::WHY_SEPARATE)).into(),
        section("tasks", say::work::TASKS)
            .child(el("div").class("buttons").child(add))
            .child(list::cards(shown, || say::work::NO_TASKS, card))
            .into(),
        section("agreed", say::work::WHEN_AGREED)
            .child(
                el("div")
                    .class("side-by-side")
                    .child(book_date(say::AGREED_ON, &WORK_AGREED_ON))
                    .child(book_line(say::AGREED_WITH, &WORK_AGREED_WITH)),
            )
            .child(p(say::work::MEETINGS_LEAD))
            .child(book_area(say::work::MEETINGS, &MEETINGS))
            .into(),
    ])
}

/// When a task is a success and how it goes, each under its name; `None` if neither is said.
pub fn texts(task: Task) -> Option<El> {
    said(&[(say::work::SUCCESS, task.success()), (say::work::HOW_IT_GOES, task.note())])
}

fn card(id: String) -> AnyView {
    let state = use_state();
    let kept = StoredValue::new(id.clone());
    let is_empty = of_item(&LIST, kept, |item| item.text(&TEXT).is_empty()).unwrap_or_default();
    let called =
        move || of_item(&LIST, kept, |item| say::work::title(Task(item))).unwrap_or_default();
    let today = state.today();
    let card = el("li")
        .class("card")
        .child(el("h3").class("written").live_text(called))
        .child(live_if(move || of_item(&LIST, kept, |item| overdue(item, today)).flatten()))
        .child(
            el("p")
                .class("quiet")
                .live_text(move || of_item(&LIST, kept, how_far).unwrap_or_default()),
        )
        .child(live_if(move || of_item(&LIST, kept, |item| texts(Task(item))).flatten()));
    changeable(card, &id, is_empty, move || say::work::the_task(&called()), move || fields(kept))
}

fn fields(id: StoredValue<String>) -> AnyView {
    let open = use_state().open;
    let remove = button(say::work::REMOVE, move || {
        open.remove_item(&LIST, &id.get_value());
        focus_heading();
    });
    together(vec![
        item_area(say::work::TEXT, &LIST, id, &TEXT),
        item_area(say::work::SUCCESS, &LIST, id, &SUCCESS),
        el("div")
            .class("side-by-side")
            .child(item_date(say::BY_WHEN, &LIST, id, &DUE))
            .child(item_select(say::STATUS, &LIST, id, &STATUS, words::STATUSES))
            .into(),
        item_area(say::work::NOTE, &LIST, id, &NOTE),
        earlier_words(id.get_value()),
        remove.class("secondary").into(),
    ])
}
