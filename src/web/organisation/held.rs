//! Reads the session that a page is about, for the files that make up the page.

use leptos::prelude::*;

use crate::organisation::session::{self, Session};
use crate::web::shared::fields::of_item;

/// Reads the session with this id; `None` if the book has none. What reads it runs again when the book
/// changes.
pub fn of<R>(id: StoredValue<String>, read: impl FnOnce(&Session) -> R) -> Option<R> {
    of_item(&session::LIST, id, |item| read(&Session::of(item)))
}

pub fn held(id: StoredValue<String>) -> bool {
    of(id, |session| session.is_held()).unwrap_or_default()
}
