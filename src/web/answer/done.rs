//! Sending the answers, by whatever way the person likes best; and a page on which nothing of them is
//! left.

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

const READY: &str = "Your answers are ready, and nobody has them yet. Choose one of these ways to get them to the person who asked you. If you use two, they are counted once.";
const SENT: &str = "Send the file, or the message with the code. Your answers stay here until you say that you have: if the file or the code has not arrived where you want it, take it again. They can no longer be changed here.";
const WHO: &str = "Whoever gets the file or the code by mail sees that it came from you, and could open it. Cairn itself keeps only the counts. Your name is not in it.";
const UNSENT: &str =
    "None of your answers has been sent yet. Once they are cleared, they are gone.";

const COPIES: &str = "This device had no room to note that. If you duplicated this tab, close the other one too: it may still have your answers.";

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
        .child(heading("Send your answers"))
        .child(
            el("p").live_text(move || if answering.sent.get() { SENT } else { READY }.to_owned()),
        )
        .child(ways)
        .child(el("p").class("sent").attr("role", "status").live_text(move || said.get()))
        .child(quiet(WHO))
        .child(finishing(form))
}

/// What can be done when they are sent, or instead.
fn finishing(form: Form) -> El {
    let answering = form.answering;
    let asks = RwSignal::new(false);
    let clear = move || {
        answering.clear();
        form.go(Step::Gone);
    };
    // What has been sent is on its way as it is; another would not be counted beside it.
    let change = live_if(move || {
        let back = button("Change my answers", move || form.go(Step::Review)).class("secondary");
        (!answering.sent.get()).then_some(back)
    });
    let done = live(move || {
        if answering.sent.get() {
            button("I have sent them: clear my answers", clear).into()
        } else {
            let ask = move || asks.set(true);
            button("Clear my answers without sending", ask).class("secondary").into()
        }
    });
    let question = "Clear your answers without sending them?".to_owned();
    el("div").child(el("div").class("buttons").child(change).child(done)).child(confirm(
        asks,
        question,
        UNSENT,
        "Clear them",
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
                Shared::Yes => said.set("Your answers have been handed to the program that you chose.".to_owned()),
                Shared::Cancelled => said.set("Nothing was sent.".to_owned()),
                Shared::Refused => said.set("This device could not hand the file over. Please save the file, or copy the code.".to_owned()),
            }
        });
    };
    answering.can_share().then(|| {
        way(
            "Send the file",
            "By mail or by any program on this device.",
            button("Send the file", pressed),
        )
    })
}

fn file_to_save(answering: Answering, said: RwSignal<String>) -> El {
    let pressed = move || {
        said.set(match answering.save_file() {
            Ok(()) => "The browser was asked to save the file. Look for it among your downloads, attach it to a message, then delete it. If it is not there, try again, or copy the code."
                .to_owned(),
            Err(reason) => format!(
                "The browser did not save the file ({reason}). Please copy the code instead."
            ),
        });
    };
    way(
        "Save the file",
        "Then attach it to a message, or put it where you were asked to.",
        button("Save the file", pressed),
    )
}

fn code(answering: Answering, said: RwSignal<String>) -> El {
    let shown = RwSignal::new(false);
    let field = ElementRef::new();
    let pressed = move || {
        shown.set(true);
        spawn_local(async move {
            said.set(if answering.copy_code().await {
                "The code is copied. Paste it into a message.".to_owned()
            } else {
                mark(field);
                "The browser did not let Cairn copy the code. It is marked now: copy it yourself, then paste it into a message.".to_owned()
            });
        });
    };
    let code = live(move || {
        if !shown.get() {
            return nothing();
        }
        el("div")
            .class("field")
            .child(text_el("label", "Your code").attr("for", "code"))
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
        "Copy a code",
        "Letters and digits that hold your answers. Paste them into any message, all of them.",
        el("div").child(button("Copy the code", pressed)).child(code),
    )
}

fn mark(field: ElementRef) {
    if let Some(field) = field.get_untracked() {
        let field: &web_sys::HtmlElement = field.as_ref();
        field.unchecked_ref::<HtmlTextAreaElement>().select();
    }
}

/// What is left when the answers are gone.
pub fn thanks(answering: Answering) -> El {
    el("div")
        .child(heading("Thank you"))
        .child(p("Your answers are no longer on this page, and Cairn keeps no copy of them in this browser."))
        .maybe(answering.copies_stay.get_untracked().then(|| p(COPIES).class("note reminder")))
        .child(p("If you saved a file, it is among your downloads: delete it once you have sent it. If you copied a code, it stays in the clipboard until you copy something else."))
}
