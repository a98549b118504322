//! The part with the pages of a person.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::record::RecordKind;
use crate::route::Route;
use crate::web::person;
use crate::web::shared::book::new::new_book;
use crate::web::shared::fetching::{Fetched, fetched};
use crate::web::state::use_state;

#[wasm_split(person, preload(fetch_person), fallible)]
fn person_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::NewBook(_) => new_book(RecordKind::Person),
        _ => person::person(),
    })
}

/// The form for a new person, or the pages of the open one.
pub fn person_frame(route: Route) -> AnyView {
    fetched(
        &["pages", "person"],
        || Box::pin(fetch_person()),
        move || Box::pin(person_part(route.clone())),
    )
}
