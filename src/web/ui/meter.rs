//! How much of something is done, as a bar with its words.

use leptos::prelude::*;

use crate::web::ui::element::{El, el};

/// A bar filled to how many are done of how many there are, with the words: “3 of 9 questions
/// reflected on”.
pub fn meter(value: Signal<(usize, usize)>, words: &'static str) -> El {
    let said = move || {
        let (done, all) = value.get();
        format!("{done} of {all} {words}")
    };
    let bar = el("progress")
        .attr("aria-hidden", "true")
        .live_attr("max", move || Some(value.get().1.max(1).to_string()))
        .live_attr("value", move || Some(value.get().0.to_string()));
    el("p").class("meter").child(el("span").class("words").live_text(said)).child(bar)
}
