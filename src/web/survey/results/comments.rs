//! The comments, in the order in which the counts keep them: one that tells nothing of who wrote
//! which, or when.

use leptos::prelude::*;

use crate::web::state::State;
use crate::web::survey::pages::written;
use crate::web::ui::element::live;

/// What was written besides the answers, where something was.
pub fn comments(state: State) -> AnyView {
    let comments = Memo::new(move |_| {
        state
            .open
            .with(|audit| audit.shown().map(|shown| shown.comments.clone()).unwrap_or_default())
    });
    live(move || written(comments.get()))
}
