//! Reads files that are picked or dropped and texts that are pasted, and holds them until they are
//! opened.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, FileList};

use crate::exchange::arrived::{Arrived, Refusal, arrived};
use crate::route::Route;
use crate::web::io::files;
use crate::web::state::State;
use crate::web::state::incoming::{Incoming, check, named};
use crate::words::state::files as say;

impl State {
    /// Reads files, in place of what was read before. Nothing on the device changes.
    pub fn read_files(self, list: FileList) {
        if list.length() == 0 {
            return;
        }
        self.reading.set(true);
        spawn_local(async move {
            let picked = files::read_all(list).await;
            self.incoming.set(picked.into_iter().flat_map(check).collect());
            self.reading.set(false);
        });
    }

    /// Reads a text that was pasted, in place of what was read before.
    pub fn read_pasted(self, text: &str) {
        let found = match text.trim() {
            "" => vec![(None, Arrived::Refused(Refusal::Blank))],
            text => arrived(say::PASTED, text.as_bytes()),
        };
        self.incoming.set(named(say::PASTED, found));
    }

    /// Shows what was brought to another page on the page that opens files.
    pub fn open_instead(self, incoming: Vec<Incoming>) {
        self.incoming.set(incoming);
        self.go(&Route::Open);
    }

    /// While the page that calls this is shown, `take` gets the files that are dropped on it.
    pub fn take_drops(self, take: impl Fn(FileList) + 'static) {
        self.drops.set_value(Some(Rc::new(take)));
        on_cleanup(move || self.drops.set_value(None));
    }

    /// Reads the files that were dropped on another page. Dropping them has brought the person to this
    /// one.
    pub fn read_dropped(self) {
        if let Some(files) = self.dropped.try_update_value(Option::take).flatten() {
            self.read_files(files);
        }
    }

    /// Discards dropped files unless the page that reads them is opened.
    pub(super) fn let_files_go(self, route: &Route) {
        if *route != Route::Open {
            self.dropped.set_value(None);
        }
    }

    /// Opens files that are dropped anywhere on a page. Without this, the browser would leave the page
    /// for a dropped file, or for a dropped link. Words that are dropped into a field are left to the
    /// browser.
    pub(super) fn listen_for_drops(self) {
        let over = window_event_listener(ev::dragover, |event| stay(&event));
        let dropped = window_event_listener(ev::drop, move |event| {
            stay(&event);
            let files = event.data_transfer().and_then(|transfer| transfer.files());
            let Some(files) = files.filter(|files| files.length() > 0) else { return };
            if let Some(take) = self.drops.get_value() {
                take(files);
            } else if !matches!(*self.route.read_untracked(), Route::Answer(_)) {
                self.dropped.set_value(Some(files));
                self.go(&Route::Open);
            }
        });
        on_cleanup(move || {
            over.remove();
            dropped.remove();
        });
    }
}

/// Keeps the browser from leaving the page for what is dragged over it.
fn stay(event: &DragEvent) {
    if has_files(event) || !is_over_field(event) {
        event.prevent_default();
    }
}

/// True while files are dragged. The browser tells which files only once they are dropped.
fn has_files(event: &DragEvent) -> bool {
    let kinds = event.data_transfer().map(|transfer| transfer.types());
    kinds.is_some_and(|kinds| kinds.includes(&"Files".into(), 0))
}

/// True over a field into which words can be typed.
fn is_over_field(event: &DragEvent) -> bool {
    const FIELDS: &str = "textarea:not([readonly]), input[type=text]:not([readonly])";
    let place: Option<Element> = event.target().and_then(|place| place.dyn_into().ok());
    place.is_some_and(|place| place.matches(FIELDS).unwrap_or_default())
}
