//! The notices about this device as a whole, and about deleting from the bin.

use crate::record::RecordKind;
use crate::words::{the, verb_for};
use crate::workspace::StoreError;

pub const NOT_PROMISED: &str = "Your browser has not promised it. Many do so only after a few visits, or once the page is on the home screen.";
pub const DEVICE_CLEAR: &str = "This device is clear: Cairn keeps nothing of yours in this browser any more. It cannot reach two things: files in your downloads, and the browser’s history, which lists pages of Cairn without what you wrote.";

/// The device was cleared, and some of what Cairn keeps on it is still there.
pub fn not_all_cleared(error: &StoreError) -> String {
    format!("Not everything could be cleared: {error}.")
}

/// A wording pack could not be saved, or could not be removed.
pub fn wording_not_saved(error: &StoreError) -> String {
    format!("The wording pack is not saved: {error}.")
}

/// A record is deleted for good.
pub fn deleted(kind: RecordKind) -> String {
    [the(kind), verb_for(kind, " was", " were"), " deleted for good."].concat()
}

/// A record could not be deleted for good.
pub fn not_deleted(error: &StoreError) -> String {
    format!("It could not be deleted: {error}.")
}
