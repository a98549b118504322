//! The field to choose files with.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlElement, HtmlInputElement};

use crate::web::ui::element::{El, ElementRef, effect, el, text_el};

/// A field to choose one or more files, which `take` gets. The field is emptied once `being_read` gives
/// false, so that the same files can be chosen again.
pub fn files_field(
    id: &'static str,
    label: &str,
    being_read: impl Fn() -> bool + Send + Sync + 'static,
    take: impl Fn(FileList) + Send + 'static,
) -> El {
    let field = ElementRef::new();
    effect(move || {
        if let (false, Some(field)) = (being_read(), field.get()) {
            let field: &HtmlElement = field.as_ref();
            field.unchecked_ref::<HtmlInputElement>().set_value("");
        }
    });
    let chosen = move |event: web_sys::Event| {
        if let Some(files) = event_target::<HtmlInputElement>(&event).files() {
            take(files);
        }
    };
    // Without `accept`, because some file pickers would then grey out the right files.
    let input = el("input")
        .attr("id", id)
        .attr("type", "file")
        .attr("multiple", "")
        .reference(field)
        .on("change", chosen);
    el("div").class("field drop").child(text_el("label", label).attr("for", id)).child(input)
}
