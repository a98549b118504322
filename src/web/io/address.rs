//! The address bar: reads, writes and follows the fragment. For each entry of the browser's history, it
//! also keeps how far down the page was scrolled when it was left.
//!
//! The browser would scroll by itself, but before the page is there. An entry cannot be written to once
//! it is left, so each entry has a key, and the scroll position is kept in memory under that key. For a
//! reload, the entry itself holds where the page stood a moment ago.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::{Array, Date};
use leptos::prelude::{on_cleanup, queue_microtask, set_timeout, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventInit, ScrollRestoration};

use crate::route::{Route, page_of, route_of};
use crate::web::io::window;

/// How long after a scroll its position is noted in the history. Browsers limit these notes: a hundred
/// in ten seconds are too many for some.
const NOTE_AFTER: Duration = Duration::from_millis(300);

thread_local! {
    /// The key of the present entry.
    static HERE: Cell<f64> = const { Cell::new(0.0) };
    /// The key of the entry for which a note is due.
    static DUE: Cell<f64> = const { Cell::new(0.0) };
    /// True while Cairn itself loads the page anew.
    static RELOADING: Cell<bool> = const { Cell::new(false) };
    /// How far down pages were when they were left, each with the key of its entry in front.
    static LEFT: RefCell<Vec<(f64, f64)>> = const { RefCell::new(Vec::new()) };
}

/// A page that the address bar names.
pub struct Visit {
    /// The page.
    pub route: Route,
    /// How far down it was left, in pixels; `None` for a new entry of the history.
    pub left_at: Option<f64>,
}

/// The page that the address bar names when Cairn starts. From now on Cairn, not the browser, restores
/// the scroll position.
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

/// Names another page in the address bar; listeners hear of it after the current task.
///
/// It pushes a history entry. Setting `location.hash` would be a navigation, and WebKit drops a
/// download that was begun in the same task as one.
pub fn go(route: &Route) {
    let window = window();
    let address = route.to_string();
    let here = window.location().hash().unwrap_or_default();
    if here == address || (here.is_empty() && address == "#/") {
        return;
    }
    let pushed = window
        .history()
        .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&address)));
    match pushed {
        Ok(()) => queue_microtask(|| {
            if let Ok(event) = Event::new("hashchange") {
                let _ = self::window().dispatch_event(&event);
            }
        }),
        // Browsers limit how many entries can be pushed in a short time.
        Err(_) => drop(window.location().set_hash(&address)),
    }
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Loads a page anew that the browser has shown again out of its memory: other people may have used the
/// device since. Before that, asks with a `beforeunload` event whether anything would be lost; if so,
/// does not load it, and gives false.
pub fn load_anew() -> bool {
    RELOADING.set(true);
    let asks = EventInit::new();
    asks.set_cancelable(true);
    let asked = Event::new_with_event_init_dict("beforeunload", &asks);
    let may = asked.and_then(|event| window().dispatch_event(&event)) == Ok(true);
    if may {
        reload();
    } else {
        RELOADING.set(false);
    }
    may
}

/// True while Cairn itself loads the page anew; what is kept in the tab is found again then.
pub fn is_own_reload() -> bool {
    RELOADING.get()
}

/// Shows the page, or nothing of it.
pub fn show_page(shows: bool) {
    let root = window().document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.toggle_attribute_with_force("hidden", !shows);
    }
}

/// True for a `pageshow` event of a page that the browser shows again out of its memory, and for a
/// `pagehide` event of a page that it may keep there.
pub fn is_from_page_cache(shown: &web_sys::Event) -> bool {
    js_sys::Reflect::get(shown, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy())
}

/// Calls `heard` whenever the address bar names another page.
pub fn listen(heard: impl Fn(Visit) + 'static) {
    let listener = window_event_listener_untyped("hashchange", move |_| {
        // The page that is left is still there, so its position can be read.
        let left = (HERE.get(), place());
        LEFT.with_borrow_mut(|places| {
            places.retain(|(key, _)| *key != left.0);
            places.push(left);
        });
        heard(enter());
    });
    on_cleanup(move || listener.remove());
}

/// The whole address of a page, for opening it on another device, without anything that concerns only
/// this device.
pub fn whole(route: &Route) -> String {
    let here = window().location().href().unwrap_or_default();
    [page_of(&here), route.to_string()].concat()
}

/// Reads where we are, and gives the entry its key if it is new.
fn enter() -> Visit {
    let route = route_of(&window().location().href().unwrap_or_default());
    let state = state();
    let Some(key) = state.get(0).as_f64() else {
        // Keys outlive a reload, so they come from the clock and not from a counter.
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
    // A followed link has a new entry at once, and the page hears of it a moment later.
    if HERE.get() == key && state().get(0).as_f64() == Some(key) {
        write(&[key, place()]);
    }
}

/// What the present entry has been given; empty when it is new.
fn state() -> Array {
    let state = window().history().and_then(|history| history.state()?.dyn_into::<Array>());
    state.unwrap_or_default()
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
