//! The addresses of the open team's pages.

use crate::route::{BookPage, Route};
use crate::web::state::State;

/// The address of a page of the open team.
pub fn to(state: State, page: BookPage) -> Route {
    Route::book(state.open.kind(), &state.open.id(), page)
}
