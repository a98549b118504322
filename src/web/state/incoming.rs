//! What is about to be opened: files picked, dropped or pasted, read and checked but not yet on
//! this device.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::FileList;

use crate::exchange::{File, ImportError, MAX_BYTES, from_bytes, from_text};
use crate::route::Route;
use crate::web::io::files::{self, Picked};
use crate::web::state::State;

/// One file or pasted text that is about to be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// The file's name, or what stands for one.
    pub name: String,
    /// What is in it, or why it cannot be opened.
    pub found: Result<File, String>,
}

/// What a page does with files that are dropped on it.
pub(super) type Taker = Rc<dyn Fn(FileList)>;

impl State {
    /// Reads files, in place of what was read before. Nothing on the device changes.
    pub fn read_files(self, list: FileList) {
        if list.length() == 0 {
            return;
        }
        self.reading.set(true);
        spawn_local(async move {
            let picked = files::read_all(list).await;
            self.incoming.set(picked.into_iter().map(check).collect());
            self.reading.set(false);
        });
    }

    /// Reads a text that was pasted, in place of what was read before.
    pub fn read_pasted(self, text: &str) {
        let found = from_text(text).map_err(|error| error.to_string());
        self.incoming.set(vec![Incoming { name: "The pasted text".to_owned(), found }]);
    }

    /// While the page that calls this stands, `take` gets the files that are dropped on it.
    pub fn take_drops(self, take: impl Fn(FileList) + 'static) {
        self.drops.set_value(Some(Rc::new(take)));
        on_cleanup(move || self.drops.set_value(None));
    }

    /// Reads the files that were dropped on another page and brought the person to this one.
    pub fn read_dropped(self) {
        if let Some(files) = self.dropped.try_update_value(Option::take).flatten() {
            self.read_files(files);
        }
    }

    /// Files that were dropped wait only for the page that reads them.
    pub(super) fn let_files_go(self, route: &Route) {
        if *route != Route::Open {
            self.dropped.set_value(None);
        }
    }

    /// Files dropped anywhere on the page are opened; without this, the browser would leave the page
    /// for the file.
    pub(super) fn listen_for_drops(self) {
        let over = window_event_listener(ev::dragover, |event| event.prevent_default());
        let dropped = window_event_listener(ev::drop, move |event| {
            event.prevent_default();
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

fn check(picked: Picked) -> Incoming {
    let Picked { name, size, bytes } = picked;
    let found = if size > MAX_BYTES {
        Err(ImportError::TooLarge { found: size }.to_string())
    } else {
        match bytes {
            Ok(bytes) => from_bytes(&bytes).map_err(|error| error.to_string()),
            Err(reason) => Err(format!("The browser could not read it ({reason}).")),
        }
    };
    Incoming { name, found }
}
