//! An item that is being written in the line that adds it.

use leptos::prelude::*;

/// The id of an item that is in the record from its first letter on, so that no word of it can be lost,
/// but stands in the line that adds it and not yet among the others. When the page is opened anew, it
/// is one of them.
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

    /// The id of the item that is being written, for what shows its words.
    pub fn id(self) -> Option<String> {
        self.0.get()
    }

    /// The id to write it under; a new one is made for the first letter.
    pub fn id_or(self, new_id: impl FnOnce() -> String) -> String {
        let begun = self.0.get_untracked();
        begun.unwrap_or_else(|| {
            let id = new_id();
            self.0.set(Some(id.clone()));
            id
        })
    }

    /// The item is added: it stands among the others, and the line is free for another.
    pub fn add(self) {
        self.0.set(None);
    }
}
