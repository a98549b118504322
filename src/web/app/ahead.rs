//! Fetches what will be wanted next.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::route::Route;
use crate::web::audit;
use crate::web::shared::records;
use crate::web::state::State;

/// Long enough for the page to be painted and read first.
const PAUSE: Duration = Duration::from_millis(400);

/// Fetches what will be wanted next while there is nothing else to do: the pages of an audit, and what
/// the home page offers for one, for those who have an audit or are about to begin.
pub fn fetch_ahead(state: State) {
    let wanted = Memo::new(move |_| match state.route.get() {
        Route::Home => !state.library.labels.with(Vec::is_empty),
        Route::New => true,
        _ => false,
    });
    Effect::new(move || {
        if wanted.get() {
            set_timeout(
                || {
                    spawn_local(records::fetch_ahead());
                    spawn_local(audit::part::fetch_ahead());
                },
                PAUSE,
            );
        }
    });
}
