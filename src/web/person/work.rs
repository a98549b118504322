//! The work programme, apart from the learning plan.

use leptos::prelude::*;

use crate::learner::task::{DUE, LIST, NOTE, STATUS, SUCCESS, TEXT, in_turn};
use crate::learner::{MEETINGS, Task, WORK_AGREED_ON, WORK_AGREED_WITH};
use crate::web::person::terms::{how_far, or_without, overdue, said};
use crate::web::shared::change::changeable;
use crate::web::shared::fields::{
    book_area, book_date, book_line, item_area, item_date, item_select, of_item,
};
use crate::web::shared::focus::focus_heading;
use crate::web::shared::kept::earlier_words;
use crate::web::shared::list;
use crate::web::state::use_state;
use crate::web::ui::element::{El, adding, button, el, live_if, p, section, text_el, together};
use crate::web::words;

/// The page.
pub fn work() -> AnyView {
    let open = use_state().open;
    let shown = list::in_turn(&LIST, |book| {
        in_turn(book).into_iter().map(|task| task.0.id.clone()).collect()
    });
    let add = adding("Add a task", move || {
        open.add_item(&LIST, |_| ());
    });
    together(vec![
        text_el("h1", "Work programme").into(),
        p("What you are expected to achieve at work: tasks, and how to tell that they are done well.")
            .class("lead")
            .into(),
        el("div")
            .class("note")
            .child(p("Why it stands apart: doing the work and learning from it are closely tied, and still two things. A task may be done without anything having been learned, and a target may be well on its way while a task waits. So each has a place of its own, and nothing here counts in the learning plan."))
            .into(),
        section("tasks", "Tasks")
            .child(el("div").class("buttons").child(add))
            .child(list::cards(shown, || "No task yet.", card))
            .into(),
        section("agreed", "When it was agreed, and how you meet")
            .child(
                el("div")
                    .class("side-by-side")
                    .child(book_date("Agreed on", &WORK_AGREED_ON))
                    .child(book_line("Agreed with", &WORK_AGREED_WITH)),
            )
            .child(p("How often you meet about the work and about the learning, and who is there. Each section of an organisation can settle that for itself."))
            .child(book_area("Our pattern of meetings (optional)", &MEETINGS))
            .into(),
    ])
}

/// What a task is called.
pub fn title(task: Task) -> String {
    or_without(task.text(), "Task without words yet")
}

/// What else is said of it.
pub fn texts(task: Task) -> Option<El> {
    said(&[("Success criteria", task.success()), ("What has happened so far", task.note())])
}

fn card(id: String) -> AnyView {
    let state = use_state();
    let kept = StoredValue::new(id.clone());
    let is_empty = of_item(&LIST, kept, |item| item.text(&TEXT).is_empty()).unwrap_or_default();
    let called = move || of_item(&LIST, kept, |item| title(Task(item))).unwrap_or_default();
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
    changeable(
        card,
        &id,
        is_empty,
        move || ["the task: ", &called()].concat(),
        move || fields(kept),
    )
}

fn fields(id: StoredValue<String>) -> AnyView {
    let open = use_state().open;
    let remove = button("Remove this task", move || {
        open.remove_item(&LIST, &id.get_value());
        focus_heading();
    });
    together(vec![
        item_area("What is to be done", &LIST, id, &TEXT),
        item_area("Success criteria", &LIST, id, &SUCCESS),
        el("div")
            .class("side-by-side")
            .child(item_date("By when", &LIST, id, &DUE))
            .child(item_select("Status", &LIST, id, &STATUS, words::STATUSES))
            .into(),
        item_area("What has happened so far (optional)", &LIST, id, &NOTE),
        earlier_words(id.get_value()),
        remove.class("secondary").into(),
    ])
}
