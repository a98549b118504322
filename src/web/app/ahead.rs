//! Fetches code before the page that needs it is opened.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::route::Route;
use crate::web::audit;
use crate::web::shared::records;
use crate::web::state::State;

/// Long enough for the page to be painted and read first.
const PAUSE: Duration = Duration::from_millis(400);

/// While there is nothing else to do, fetches the pages of an audit and the code for records, which the
/// home page needs for what it offers on an audit: for people who have an audit or are about to begin
/// one.
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
