//! Reads the session of a page, for the files that the page is made of.

use leptos::prelude::*;

use crate::organisation::session::{self, Session};
use crate::web::shared::fields::of_item;

/// Reads the session; what reads it runs again when the book changes.
pub fn of<R>(id: StoredValue<String>, read: impl FnOnce(&Session) -> R) -> Option<R> {
    of_item(&session::LIST, id, |item| read(&Session::of(item)))
}

pub fn held(id: StoredValue<String>) -> bool {
    of(id, |session| session.is_held()).unwrap_or_default()
}
