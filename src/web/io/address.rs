//! The address bar: the fragment, read, written and listened to; and for each entry of the browser's
//! history how far down the page was when it was left.
//!
//! The browser would put the window back by itself, but before the page is there. An entry can no
//! longer be written to once it is left, so each has a key, by which it is remembered where its page
//! was left. What outlives a reload is in the entry itself: where the page stood a moment ago.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::{Array, Date};
use leptos::prelude::{on_cleanup, set_timeout, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::ScrollRestoration;

use crate::route::Route;
use crate::web::io::window;

/// Browsers allow only so many notes in the history: a hundred in ten seconds are too many for some.
const NOTE_AFTER: Duration = Duration::from_millis(300);

thread_local! {
    /// The key of the present entry.
    static HERE: Cell<f64> = const { Cell::new(0.0) };
    /// The key of the entry into which a note is due.
    static DUE: Cell<f64> = const { Cell::new(0.0) };
    /// Where pages were left, each with the key of its entry.
    static LEFT: RefCell<Vec<(f64, f64)>> = const { RefCell::new(Vec::new()) };
}

/// A page that the address bar names.
pub struct Visit {
    /// The page.
    pub route: Route,
    /// How far down it was left, where the person comes back to it.
    pub left_at: Option<f64>,
}

/// The page that the address bar names when Cairn starts.
pub fn first() -> Visit {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    let scrolled = window_event_listener_untyped("scroll", |_| {
        let here = HERE.get();
        if DUE.replace(here) != here {
            set_timeout(move || note(here), NOTE_AFTER);
        }
    });
    on_cleanup(move || scrolled.remove());
    enter()
}

/// Names another page in the address bar; listeners hear of it.
pub fn go(route: &Route) {
    let _ = window().location().set_hash(&route.to_string());
}

/// Calls `heard` whenever the address bar names another page.
pub fn listen(heard: impl Fn(Visit) + 'static) {
    let listener = window_event_listener_untyped("hashchange", move |_| {
        // The page that is left still stands.
        let left = (HERE.get(), place());
        LEFT.with_borrow_mut(|places| {
            places.retain(|(key, _)| *key != left.0);
            places.push(left);
        });
        heard(enter());
    });
    on_cleanup(move || listener.remove());
}

/// The whole address of a page, to be opened on another device.
pub fn whole(route: &Route) -> String {
    let here = window().location().href().unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    [page, &route.to_string()].concat()
}

/// Reads where we are, and gives the entry its key if it is new.
fn enter() -> Visit {
    let route = Route::parse(&window().location().hash().unwrap_or_default());
    let state = window().history().and_then(|history| history.state()?.dyn_into::<Array>());
    let state = state.unwrap_or_default();
    let Some(key) = state.get(0).as_f64() else {
        // Keys outlive a reload, so they are made of the time and not counted.
        HERE.set(Date::now().max(HERE.get() + 1.0));
        write(&[HERE.get()]);
        return Visit { route, left_at: None };
    };
    HERE.set(key);
    let left_at = LEFT.with_borrow(|places| {
        places.iter().find(|(other, _)| *other == key).map(|(_, place)| *place)
    });
    Visit { route, left_at: left_at.or_else(|| state.get(1).as_f64()) }
}

/// Notes how far down the page is, unless its entry has been left meanwhile.
fn note(key: f64) {
    if DUE.get() == key {
        DUE.set(0.0);
    }
    if HERE.get() == key {
        write(&[key, place()]);
    }
}

/// Puts what is known of the present entry into it.
fn write(state: &[f64]) {
    if let Ok(history) = window().history() {
        let state: Array = state.iter().map(|number| js_sys::Number::from(*number)).collect();
        let _ = history.replace_state(&state, "");
    }
}

/// How far down the window is.
fn place() -> f64 {
    window().scroll_y().unwrap_or_default()
}
