//! The clauses that say why something is not saved. They begin in small letters and have no full stop,
//! since each ends a longer sentence or begins one after “Not saved: ”.

use std::fmt;

use crate::workspace::StoreError;

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Blocked => {
                f.write_str("this browser does not let Cairn keep anything on this device")
            }
            StoreError::Full => f.write_str("this browser’s storage for Cairn is full"),
            StoreError::TooLong => f.write_str(
                "this has grown too long for Cairn to open again (20 MB). Please shorten its longest text",
            ),
            StoreError::NotKept => f.write_str("the browser did not keep what was written"),
            StoreError::Newer => f.write_str("a newer Cairn has saved this; reload this page"),
            StoreError::NotRemoved => f.write_str("the browser did not delete it"),
            StoreError::Failed(reason) => write!(f, "the browser’s storage failed ({reason})"),
        }
    }
}
