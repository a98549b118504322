//! Bringing in the answers that were sent back: as files, or as codes in the text of messages.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::survey::Collected;
use crate::web::state::State;
use crate::web::state::survey::BroughtIn;
use crate::web::ui::element::{El, ElementRef, button, effect, el, live_if, p, section, text_el};
use crate::web::ui::field::text_area;
use crate::web::words;

/// The most names that are listed of what could not be counted; the rest is a number.
const NAMED: usize = 20;

/// The section.
pub fn bring_in(state: State) -> El {
    let pasted = RwSignal::new(String::new());
    on_cleanup(move || state.brought_in.set(None));
    state.take_drops(move |files| state.count_files(files));
    forget_what_was_undone(state);
    let count = move || {
        state.count_pasted(&pasted.get_untracked());
        let all_read = state.brought_in.with_untracked(|it| {
            it.as_ref().is_some_and(|it| it.unread.is_empty() && it.others.is_empty())
        });
        if all_read {
            pasted.set(String::new());
        }
    };
    section("bring-in", "Bring answers in")
        .class("on-screen")
        .child(p("Save the files that people send you, then choose all of them here. Each answer counts once, however often it arrives."))
        .child(picker(state))
        .child(text_area(
            "Or paste codes; the words of the messages around them do no harm",
            pasted.into(),
            move |text| pasted.set(text),
            || (),
        ))
        .child(el("div").class("buttons").child(button("Count these answers", count)))
        .child(
            el("div")
                .attr("role", "status")
                .child(live_if(move || state.counting.get().map(progress)))
                .child(live_if(move || state.brought_in.get().map(summary))),
        )
}

/// What was said of the last answers is over once they are taken out again.
fn forget_what_was_undone(state: State) {
    let before = StoredValue::new(0);
    effect(move || {
        let now = state.collected(|collected| collected.map_or(0, Collected::responses));
        if now < before.get_value() {
            state.brought_in.set(None);
        }
        before.set_value(now);
    });
}

/// The field to choose files with. It is emptied once they are counted, so that the same can be chosen
/// again.
fn picker(state: State) -> El {
    let field = ElementRef::new();
    effect(move || {
        let counting = state.counting.get().is_some();
        if let (false, Some(field)) = (counting, field.get()) {
            let field: &HtmlElement = field.as_ref();
            field.unchecked_ref::<HtmlInputElement>().set_value("");
        }
    });
    let picked = move |event: web_sys::Event| {
        if let Some(files) = event_target::<HtmlInputElement>(&event).files() {
            state.count_files(files);
        }
    };
    let label = "Choose files with answers, or drop them anywhere on this page";
    let input = el("input")
        .attr("id", "answers")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", ".json,.txt,application/json,text/plain")
        .reference(field)
        .on("change", picked);
    el("div").class("field drop").child(text_el("label", label).attr("for", "answers")).child(input)
}

fn progress((read, all): (usize, usize)) -> El {
    p(format!("Reading {read} of {all}…"))
}

/// What became of the answers.
fn summary(brought_in: BroughtIn) -> El {
    let BroughtIn { new, known, others, unread } = brought_in;
    let counted = match new {
        0 => "No new answer was counted.".to_owned(),
        new => [&words::count(new, "new answer", "new answers"), " counted."].concat(),
    };
    let known = (known > 0).then(|| {
        p(words::count(
            known,
            "answer was counted before, and still counts once.",
            "answers were counted before, and still count once each.",
        ))
    });
    let trouble = !others.is_empty() || !unread.is_empty();
    let others = list(
        words::count(others.len(), "answer is for", "answers are for"),
        " another survey, and left out:",
        others,
    );
    let unread_number = words::count(unread.len(), "thing", "things");
    let unread = list(
        unread_number,
        " could not be counted:",
        unread.into_iter().map(|(name, reason)| [&name, ": ", &reason].concat()).collect(),
    );
    el("div")
        .class(if trouble { "note reminder" } else { "note" })
        .child(text_el("h3", "What came of it"))
        .child(p(counted))
        .maybe(known)
        .maybe(others)
        .maybe(unread)
}

/// A sentence and the names that it is about.
fn list(number: String, rest: &str, names: Vec<String>) -> Option<El> {
    let more = names.len().saturating_sub(NAMED);
    let and_more = (more > 0).then(|| text_el("li", format!("and {more} more")));
    (!names.is_empty()).then(|| {
        let named = names.into_iter().take(NAMED).map(|name| text_el("li", name));
        el("div").child(p([&number, rest].concat())).child(el("ul").children(named).maybe(and_more))
    })
}
