//! The part with the pages for those who answer a survey or vote.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::route::{BookPage, Route};
use crate::web::answer;
use crate::web::shared::fetching::{Fetched, fetched};
use crate::web::state::use_state;

#[wasm_split(answer, preload(fetch_answer), fallible)]
fn answer_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::Answer(token) => answer::answer(&token),
        Route::Book { page: BookPage::Vote(session), .. } => answer::ballot(session),
        _ => answer::kiosk(),
    })
}

/// The page at `route` for those who answer or vote: a survey on their own device, the kiosk, or a
/// ballot.
pub fn answer_page(route: Route) -> AnyView {
    fetched(&["answer"], || Box::pin(fetch_answer()), move || Box::pin(answer_part(route.clone())))
}
