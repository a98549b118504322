//! The pages of a person.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::record::RecordKind;
use crate::route::Route;
use crate::web::person;
use crate::web::shared::book::new::new_book;
use crate::web::shared::fetching::{Fetched, fetched};
use crate::web::state::use_state;

#[wasm_split(learner, preload(fetch_learner), fallible)]
fn learner_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::NewBook(_) => new_book(RecordKind::Learner),
        _ => person::person(),
    })
}

/// Everything about a person: starting one, or the one that is open.
pub fn person_frame(route: Route) -> AnyView {
    fetched(
        &["pages", "learner"],
        || Box::pin(fetch_learner()),
        move || Box::pin(learner_part(route.clone())),
    )
}
