//! Dialogs: boxes over the page that the person closes before doing anything else, and questions in
//! them.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use crate::web::ui::element::{El, ElementRef, button, effect, el, live, nothing, p};
use crate::web::ui::element_id;
use crate::words::ui as say;

/// A dialog with a heading, open while `open` is true. `content` is made each time it opens. Escape
/// closes it. The browser moves the focus into it, and back afterwards.
pub fn dialog(
    open: RwSignal<bool>,
    heading: impl Fn() -> String + Send + 'static,
    content: impl Fn() -> AnyView + Send + 'static,
) -> El {
    boxed(open, Box::new(heading), Box::new(content))
}

fn boxed(
    open: RwSignal<bool>,
    heading: Box<dyn Fn() -> String + Send>,
    content: Box<dyn Fn() -> AnyView + Send>,
) -> El {
    let reference = ElementRef::new();
    let heading_id = element_id("dialog");
    effect(move || {
        let open = open.get();
        let Some(element) = reference.get() else { return };
        let element: &HtmlElement = element.as_ref();
        let dialog: &HtmlDialogElement = element.unchecked_ref();
        if open && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    el("dialog")
        .attr("aria-labelledby", heading_id.clone())
        .reference(reference)
        .on("close", move |_| open.set(false))
        .child(el("h2").attr("id", heading_id).live_text(heading))
        .child(live(move || if open.get() { untrack(&content) } else { nothing() }))
}

/// A question with two buttons: “Not now”, and one called `yes`, which calls `on_yes`.
pub fn confirm(
    open: RwSignal<bool>,
    heading: String,
    text: &'static str,
    yes: &'static str,
    on_yes: impl Fn() + 'static,
) -> El {
    asked(open, heading, Rc::new(move || text.to_owned()), yes, Rc::new(on_yes))
}

/// A question as in [`confirm`], with a text that is worked out when the dialog opens.
pub fn confirm_with(
    open: RwSignal<bool>,
    heading: String,
    text: impl Fn() -> String + 'static,
    yes: &'static str,
    on_yes: impl Fn() + 'static,
) -> El {
    asked(open, heading, Rc::new(text), yes, Rc::new(on_yes))
}

fn asked(
    open: RwSignal<bool>,
    heading: String,
    text: Rc<dyn Fn() -> String>,
    yes: &'static str,
    on_yes: Rc<dyn Fn()>,
) -> El {
    let (text, on_yes) = (StoredValue::new_local(text), StoredValue::new_local(on_yes));
    dialog(
        open,
        move || heading.clone(),
        move || {
            let confirmed = move || {
                let on_yes = on_yes.get_value();
                open.set(false);
                on_yes();
            };
            el("div")
                .child(p(text.with_value(|text| text())))
                .child(
                    el("div")
                        .class("buttons")
                        .child(button(say::NOT_NOW, move || open.set(false)).class("secondary"))
                        .child(button(yes, confirmed).class("danger")),
                )
                .into()
        },
    )
}
