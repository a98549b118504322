//! The one next step that the overview of a record names.

use leptos::prelude::*;

use crate::route::Route;
use crate::web::ui::element::{El, el, memo, section};
use crate::words::shared::frame as say;

/// A step: what is said of it, the page that it leads to, and the words of the link there.
pub type Step = (String, Route, String);

/// The next step, with the link that leads to it.
pub fn next_step(step: impl Fn() -> Step + Send + Sync + 'static) -> El {
    let step = memo(move || {
        let (text, to, link) = step();
        vec![text, to.to_string(), link]
    });
    let part = move |index: usize| step.get().swap_remove(index);
    let link =
        el("a").class("button").live_attr("href", move || Some(part(1))).live_text(move || part(2));
    section("next-step", say::NEXT_STEP)
        .class("note next-step")
        .child(el("p").live_text(move || part(0)))
        .child(el("p").child(link))
}
