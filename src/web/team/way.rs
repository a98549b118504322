//! From page to page of the open team.

use crate::route::{BookPage, Route};
use crate::web::state::State;

/// The way to a page of the open team.
pub fn to(state: State, page: BookPage) -> Route {
    Route::book(state.open.kind(), &state.open.id(), page)
}
