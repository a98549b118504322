//! What the workspace asks of a place that keeps texts under keys. The browser's localStorage is
//! one; tests bring another that fails wherever they like.

use crate::json::Json;

/// A place that keeps texts under keys.
pub trait Store {
    /// Reads a line of JSON; `None` when it is not JSON. The browser has a reader of its own, so
    /// Cairn's need not be fetched before the records on a device are listed.
    fn json(line: &str) -> Option<Json>
    where
        Self: Sized;

    /// Every key there is, Cairn's and others', in any order. A key that is no text, because half of a
    /// surrogate pair stands in it, is left out.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The first line of the text under `key`, without its line end; `None` when nothing is there.
    fn head(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// What stands under `key`; `None` when nothing is there.
    fn read(&self, key: &str) -> Result<Option<Stored>, StoreError>;

    /// Puts `text` under `key`. When it fails, what stood there before still does.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// True when reading `key` would give exactly `text`.
    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError>;

    /// Puts what stands under `from` under `to` as well, unit for unit, whether it is a text or not.
    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError>;

    /// True when something stands under both keys, and it is the same, unit for unit.
    fn same(&self, one: &str, other: &str) -> Result<bool, StoreError>;

    /// Takes `key` away; nothing happens when it is not there.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Takes away every key that begins with `prefix`, also those that are no texts.
    fn remove_all(&self, prefix: &str) -> Result<(), StoreError>;
}

/// What stands under a key. Browsers keep UTF-16 units, which need not be a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Stored {
    /// A text.
    Text(String),
    /// Units that are no text, because half of a surrogate pair stands among them.
    Units(Vec<u16>),
}

impl Stored {
    /// The text, if it is one.
    pub fn text(self) -> Option<String> {
        match self {
            Stored::Text(text) => Some(text),
            Stored::Units(_) => None,
        }
    }

    /// How many UTF-16 units it has.
    pub fn units(&self) -> usize {
        match self {
            Stored::Text(text) => text.encode_utf16().count(),
            Stored::Units(units) => units.len(),
        }
    }
}

/// Why a store did not do as it was asked. Its `Display` says what that means for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let this page keep anything.
    Blocked,
    /// There is no room left.
    Full,
    /// The record is longer than Cairn could open again.
    TooLong,
    /// What was written did not read back the same.
    NotKept,
    /// A newer Cairn has saved the record.
    Newer,
    /// What was taken away is still there.
    NotRemoved,
    /// Anything else, in the browser's words.
    Failed(String),
}
