//! How much of something is done or used, as a bar with its words.

use leptos::prelude::*;

use crate::web::ui::element::{El, derived, el};
use crate::words::ui as say;

/// A bar of how many things are done, with a sentence such as “3 of 9 questions answered”. `value` is
/// how many are done, and how many there are. `words` goes on from “3 of 9”.
pub fn meter(value: Signal<(usize, usize)>, words: &'static str) -> El {
    let said = derived(move || {
        let (done, all) = value.get();
        say::done(done, all, words)
    });
    bar(value, said)
}

/// A bar that shows a part of a whole, with `words` that say the same. `value` is the part, and the
/// whole.
pub fn bar(value: Signal<(usize, usize)>, words: Signal<String>) -> El {
    let filled = el("progress")
        .attr("aria-hidden", "true")
        .live_attr("max", move || Some(value.get().1.max(1).to_string()))
        .live_attr("value", move || Some(value.get().0.to_string()));
    el("p")
        .class("meter")
        .child(el("span").class("words").live_text(move || words.get()))
        .child(filled)
}
