//! Printing, through the browser's own print window.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Function, Reflect};
use leptos::prelude::{set_timeout, window_event_listener_untyped};
use wasm_bindgen::JsCast;

use crate::web::io::window;

/// How long a browser may take to begin printing.
const BEGINS_WITHIN: Duration = Duration::from_millis(1_500);

/// Asks the browser to print the page. Calls `nothing_came` when the browser cannot print, or has not
/// begun after a second and a half: the windows that other programs open for web pages often neither
/// print nor report it.
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
