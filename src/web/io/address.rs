//! The address bar: the fragment, read, written and listened to.

use leptos::prelude::{on_cleanup, window_event_listener_untyped};

use crate::route::Route;
use crate::web::io::window;

/// The page that the address bar names.
pub fn current() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Names another page in the address bar; listeners hear of it.
pub fn go(route: &Route) {
    let _ = window().location().set_hash(&route.to_string());
}

/// Calls `heard` whenever the address bar names another page.
pub fn listen(heard: impl Fn(Route) + 'static) {
    let listener = window_event_listener_untyped("hashchange", move |_| heard(current()));
    on_cleanup(move || listener.remove());
}

/// The whole address of a page, to be opened on another device.
pub fn whole(route: &Route) -> String {
    let here = window().location().href().unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    [page, &route.to_string()].concat()
}
