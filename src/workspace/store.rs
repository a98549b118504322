//! What the workspace asks of a place that keeps texts under keys. The browser's localStorage is
//! one; tests bring another that fails wherever they like.

use std::fmt;

/// A place that keeps texts under keys.
pub trait Store {
    /// Every key there is, Cairn's and others', in any order.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The first line of the text under `key`, without its line end; `None` when nothing is there.
    fn head(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// The text under `key`; `None` when nothing is there.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts `text` under `key`. When it fails, what stood there before still does.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// True when reading `key` would give exactly `text`.
    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError>;

    /// Takes `key` away; nothing happens when it is not there.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}

/// Why a store did not do as it was asked. Its `Display` says what that means for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let this page keep anything.
    Blocked,
    /// There is no room left.
    Full,
    /// What was written did not read back the same.
    NotKept,
    /// Anything else, in the browser's words.
    Failed(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Blocked => {
                f.write_str("this browser does not allow the page to keep anything on this device")
            }
            StoreError::Full => f.write_str("this browser’s storage for the page is full"),
            StoreError::NotKept => f.write_str("the browser did not keep what was written"),
            StoreError::Failed(reason) => write!(f, "the browser’s storage failed ({reason})"),
        }
    }
}

impl std::error::Error for StoreError {}
