//! The part with the pages of an organisation.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::record::RecordKind;
use crate::route::Route;
use crate::web::organisation;
use crate::web::shared::book::new::new_book;
use crate::web::shared::fetching::{Fetched, fetched};
use crate::web::state::use_state;

#[wasm_split(organisation, preload(fetch_organisation), fallible)]
fn organisation_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::NewBook(_) => new_book(RecordKind::Organisation),
        _ => organisation::organisation(),
    })
}

/// The form for a new organisation, or the pages of the open one. They need the style sheets of
/// answering and of the survey as well: meetings vote, and what they said is drawn as results are.
pub fn organisation_frame(route: Route) -> AnyView {
    fetched(
        &["pages", "answer", "survey", "organisation"],
        || Box::pin(fetch_organisation()),
        move || Box::pin(organisation_part(route.clone())),
    )
}
