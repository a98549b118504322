//! The item that is being written in a field that adds items to a list.

use leptos::prelude::*;

/// The id of the item that is being written in such a field, if any. The item is in the record from its
/// first letter on, so that no word is lost. The list leaves it out until the person adds it, or opens
/// the page again.
#[derive(Clone, Copy)]
pub struct Begun(RwSignal<Option<String>>);

/// No item has been begun.
impl Default for Begun {
    fn default() -> Begun {
        Begun(RwSignal::new(None))
    }
}

impl Begun {
    /// True for the item that is being written.
    pub fn is(self, id: &str) -> bool {
        self.0.with(|begun| begun.as_deref() == Some(id))
    }

    /// The id of the item that is being written; `None` when there is none. What reads it runs again
    /// when it changes.
    pub fn id(self) -> Option<String> {
        self.0.get()
    }

    /// The id of the item that is being written. At its first letter there is none, and `new_id` gives
    /// one.
    pub fn id_or(self, new_id: impl FnOnce() -> String) -> String {
        let begun = self.0.get_untracked();
        begun.unwrap_or_else(|| {
            let id = new_id();
            self.0.set(Some(id.clone()));
            id
        })
    }

    /// Adds the item: the list may show it, and the field is free for another.
    pub fn add(self) {
        self.0.set(None);
    }
}
