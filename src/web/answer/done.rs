//! Sending the answers, in whichever way the person prefers; and the page that is left when they are
//! cleared.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use crate::web::answer::form::{Form, Step, heading};
use crate::web::state::answering::{Answering, Shared};
use crate::web::ui::dialog::confirm;
use crate::web::ui::element::{
    El, ElementRef, button, el, live, live_if, nothing, p, quiet, text_el,
};
use crate::words::answer as say;

/// The page on which the answers are sent.
pub fn send(form: Form) -> El {
    let answering = form.answering;
    let said = RwSignal::new(String::new());
    let ways = el("ul")
        .class("sending")
        .maybe(file_to_share(answering, said))
        .child(file_to_save(answering, said))
        .child(code(answering, said));
    el("div")
        .child(heading(say::SEND_ANSWERS))
        .child(el("p").live_text(move || {
            if answering.sent.get() { say::HANDED_OVER } else { say::READY }.to_owned()
        }))
        .child(ways)
        .child(el("p").class("sent").attr("role", "status").live_text(move || said.get()))
        .child(quiet(say::WHO_CAN_OPEN))
        .child(finishing(form))
}

/// The buttons below the ways to send: change the answers, say that they were sent, or clear them
/// unsent.
fn finishing(form: Form) -> El {
    let answering = form.answering;
    let asks = RwSignal::new(false);
    let clear = move || {
        answering.clear();
        form.go(Step::Gone);
    };
    // Answers that were sent cannot be changed any more: a second copy with the same id is not counted.
    let change = live_if(move || {
        let back = button(say::CHANGE_ANSWERS, move || form.go(Step::Review)).class("secondary");
        (!answering.sent.get()).then_some(back)
    });
    let done = live(move || {
        if answering.sent.get() {
            button(say::SENT, clear).into()
        } else {
            let ask = move || asks.set(true);
            button(say::CLEAR_UNSENT, ask).class("secondary").into()
        }
    });
    let question = say::ASK_TO_CLEAR.to_owned();
    el("div").child(el("div").class("buttons").child(change).child(done)).child(confirm(
        asks,
        question,
        say::ABOUT_CLEARING,
        say::CLEAR,
        clear,
    ))
}

fn way(name: &'static str, text: &'static str, press: El) -> El {
    el("li").class("card").child(text_el("h3", name)).child(p(text)).child(press)
}

fn file_to_share(answering: Answering, said: RwSignal<String>) -> Option<El> {
    let pressed = move || {
        spawn_local(async move {
            match answering.share().await {
                Shared::Yes => said.set(say::PASSED_ON.to_owned()),
                Shared::Cancelled => said.set(say::NOT_SENT.to_owned()),
                Shared::Refused => said.set(say::NOT_PASSED_ON.to_owned()),
            }
        });
    };
    answering
        .can_share()
        .then(|| way(say::SEND_FILE, say::ABOUT_SEND_FILE, button(say::SEND_FILE, pressed)))
}

fn file_to_save(answering: Answering, said: RwSignal<String>) -> El {
    let pressed = move || {
        said.set(match answering.save_file() {
            Ok(()) => say::FILE_ASKED_FOR.to_owned(),
            Err(reason) => say::file_not_saved(&reason),
        });
    };
    way(say::SAVE_FILE, say::ABOUT_SAVE_FILE, button(say::SAVE_FILE, pressed))
}

fn code(answering: Answering, said: RwSignal<String>) -> El {
    let shown = RwSignal::new(false);
    let field = ElementRef::new();
    let pressed = move || {
        shown.set(true);
        spawn_local(async move {
            said.set(if answering.copy_code().await {
                say::CODE_COPIED.to_owned()
            } else {
                mark(field);
                say::CODE_NOT_COPIED.to_owned()
            });
        });
    };
    let code = live(move || {
        if !shown.get() {
            return nothing();
        }
        el("div")
            .class("field")
            .child(text_el("label", say::YOUR_CODE).attr("for", "code"))
            .child(
                text_el("textarea", answering.code())
                    .attr("id", "code")
                    .attr("readonly", "")
                    .attr("autocomplete", "off")
                    .attr("spellcheck", "false")
                    .reference(field)
                    .on("focus", move |_| mark(field))
                    .on("copy", move |_| answering.handed_over()),
            )
            .into()
    });
    way(
        say::COPY_A_CODE,
        say::ABOUT_CODE,
        el("div").child(button(say::COPY_CODE, pressed)).child(code),
    )
}

fn mark(field: ElementRef) {
    if let Some(field) = field.get_untracked() {
        let field: &web_sys::HtmlElement = field.as_ref();
        field.unchecked_ref::<HtmlTextAreaElement>().select();
    }
}

/// The last page, once the answers are cleared.
pub fn thanks(answering: Answering) -> El {
    el("div")
        .child(heading(say::THANK_YOU))
        .child(p(say::ANSWERS_GONE))
        .maybe(
            answering
                .copies_stay
                .get_untracked()
                .then(|| p(say::COPIES_STAY).class("note reminder")),
        )
        .child(p(say::FILES_STAY))
}
