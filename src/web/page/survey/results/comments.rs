//! The comments, in the order in which the counts keep them: one that tells nothing of who wrote
//! which, or when.

use leptos::prelude::*;

use crate::web::state::State;
use crate::web::ui::element::{el, live, nothing, p, section, text_el};
use crate::web::words;

/// What was written besides the answers, where something was.
pub fn comments(state: State) -> AnyView {
    let comments = Memo::new(move |_| {
        state.with(|audit| audit.shown().map(|shown| shown.comments.clone()).unwrap_or_default())
    });
    live(move || {
        let comments = comments.get();
        if comments.is_empty() {
            return nothing();
        }
        let number = words::count(comments.len(), "person wrote", "people wrote");
        let about = " something besides. The comments stand in an order that says nothing about who wrote them. Leave out names, and whatever tells who is meant, when you share them.";
        let comments = comments
            .into_iter()
            .map(|comment| el("li").child(text_el("blockquote", comment).class("written")));
        section("comments", "Comments")
            .child(p([&number, about].concat()))
            .child(el("ul").class("plain comments").children(comments))
            .into()
    })
}
