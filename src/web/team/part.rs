//! The part with the pages of a team.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::record::RecordKind;
use crate::route::Route;
use crate::web::shared::book::new::new_book;
use crate::web::shared::fetching::{Fetched, fetched};
use crate::web::state::use_state;
use crate::web::team;

#[wasm_split(team, preload(fetch_team), fallible)]
fn team_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::NewBook(_) => new_book(RecordKind::Team),
        _ => team::team(),
    })
}

/// The form for a new team, or the pages of the open one.
pub fn team_frame(route: Route) -> AnyView {
    fetched(
        &["pages", "team"],
        || Box::pin(fetch_team()),
        move || Box::pin(team_part(route.clone())),
    )
}
