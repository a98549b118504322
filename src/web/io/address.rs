//! The address bar: the fragment, read, written and listened to; and for each entry of the browser's
//! history how far down the page was when it was left.
//!
//! The browser would put the window back by itself, but before the page is there. An entry can no
//! longer be written to once it is left, so each has a key, by which it is remembered where its page
//! was left. What outlives a reload is in the entry itself: where the page stood a moment ago.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::{Array, Date};
use leptos::prelude::{on_cleanup, queue_microtask, set_timeout, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventInit, ScrollRestoration};

use crate::route::{Route, page_of, route_of};
use crate::web::io::window;

/// Browsers allow only so many notes in the history: a hundred in ten seconds are too many for some.
const NOTE_AFTER: Duration = Duration::from_millis(300);

thread_local! {
    /// The key of the present entry.
    static HERE: Cell<f64> = const { Cell::new(0.0) };
    /// The key of the entry into which a note is due.
    static DUE: Cell<f64> = const { Cell::new(0.0) };
    /// Whether the page is loaded anew by itself.
    static RELOADING: Cell<bool> = const { Cell::new(false) };
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

/// Names another page in the address bar; listeners hear of it once the present task is done.
///
/// Not by setting `location.hash`: that is a navigation, and WebKit lets go of a download that was
/// begun in the same task. An entry that is pushed is none.
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
        // Browsers push only so many entries in a short time.
        Err(_) => drop(window.location().set_hash(&address)),
    }
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Loads a page anew that shows again out of the browser's memory: others may have come and gone since.
/// Unless something would be lost by it, as all that asks before leaving is asked; false then.
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

/// True while the page is loaded anew by itself, and finds again what is kept in its tab.
pub fn is_loading_anew() -> bool {
    RELOADING.get()
}

/// Shows the page, or nothing of it.
pub fn show_page(shows: bool) {
    let root = window().document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.toggle_attribute_with_force("hidden", !shows);
    }
}

/// True of a page that shows again as it was left, out of the browser's memory.
pub fn was_asleep(shown: &web_sys::Event) -> bool {
    js_sys::Reflect::get(shown, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy())
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

/// The whole address of a page, to be opened on another device; with nothing in it that only concerns
/// this one.
pub fn whole(route: &Route) -> String {
    let here = window().location().href().unwrap_or_default();
    [page_of(&here), route.to_string()].concat()
}

/// Reads where we are, and gives the entry its key if it is new.
fn enter() -> Visit {
    let route = route_of(&window().location().href().unwrap_or_default());
    let state = state();
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
    // A link that was followed has a new entry at once; the page hears of it a moment later.
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
