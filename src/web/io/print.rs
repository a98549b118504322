//! Printing, by the browser's own window for that.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Function, Reflect};
use leptos::prelude::{set_timeout, window_event_listener_untyped};
use wasm_bindgen::JsCast;

use crate::web::io::window;

/// How long a browser may take to begin.
const BEGINS_WITHIN: Duration = Duration::from_millis(1_500);

/// Asks the browser to print the page. Calls `nothing_came` when it has no such thing, or does nothing: the
/// windows that other programs have for web pages often don't print, and say nothing of it.
pub fn print(nothing_came: impl FnOnce() + 'static) {
    let began = Rc::new(Cell::new(false));
    let listener = window_event_listener_untyped("beforeprint", {
        let began = began.clone();
        move |_| began.set(true)
    });
    let print = Reflect::get(&window(), &"print".into()).ok();
    let print = print.and_then(|print| print.dyn_into::<Function>().ok());
    let asked = print.is_some_and(|print| print.call0(&window()).is_ok());
    let after = if asked { BEGINS_WITHIN } else { Duration::ZERO };
    set_timeout(
        move || {
            listener.remove();
            if !began.get() {
                nothing_came();
            }
        },
        after,
    );
}
