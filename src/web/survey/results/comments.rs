//! The comments, in the order in which the counts keep them. That order does not tell who wrote which
//! comment, or when.

use leptos::prelude::*;

use crate::web::state::State;
use crate::web::survey::pages::written;
use crate::web::ui::element::live;

/// The section with the comments; empty without any.
pub fn comments(state: State) -> AnyView {
    let comments = Memo::new(move |_| {
        state
            .open
            .with(|audit| audit.shown().map(|shown| shown.comments.clone()).unwrap_or_default())
    });
    live(move || written(comments.get()))
}
