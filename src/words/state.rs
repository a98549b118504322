//! The sentences of notices, which say what has happened. This file has those of the first load. Those
//! that only later parts need are in modules.

#![allow(missing_docs, reason = "a sentence says itself what it says")]

pub mod device;
pub mod files;
pub mod meeting;
pub mod records;
pub mod survey;

use crate::words::record_name;
use crate::workspace::StoreError;
use crate::workspace::label::Label;

pub const UNDO: &str = "Undo";

// --- what is kept on this device

pub const COPIES_DELETED: &str =
    "To make space, Cairn deleted earlier copies that it kept on this device.";
pub const OPEN_ELSEWHERE: &str = "Nothing was undone: this is open in another tab or window too, where these answers are counted as well. Check how many are counted now.";

/// A stored text that could not be read could not be removed either.
pub fn not_removed(error: &StoreError) -> String {
    format!("It could not be removed: {error}.")
}

/// The settings of this device could not be saved.
pub fn settings_not_saved(error: &StoreError) -> String {
    format!("Your settings are not saved: {error}.")
}

// --- what has vanished from the storage

const EMPTIED: &str =
    "Something other than Cairn has removed your work from this browser’s storage.";
const OPEN_A_BACKUP: &str = " If you have a backup file, open it to get that back.";

/// Something other than Cairn has removed records from the storage while no record was open, so that
/// nothing could be put back. The sentence names no record.
pub fn emptied_of_work() -> String {
    [EMPTIED, OPEN_A_BACKUP].concat()
}

/// Something other than Cairn has removed records from the storage: which are `gone`, and which Cairn
/// has put `back`.
pub fn emptied(gone: &[Label], back: &[Label]) -> String {
    let mut text = EMPTIED.to_owned();
    if !back.is_empty() {
        text.push_str(&[" Cairn has put back: ", &names(back), "."].concat());
    }
    if gone.is_empty() {
        text.push_str(" Earlier copies of it may be gone.");
    } else {
        text.push_str(&[" This is gone: ", &names(gone), "."].concat());
        text.push_str(OPEN_A_BACKUP);
    }
    text
}

fn names(labels: &[Label]) -> String {
    let name = |label: &Label| ["“", record_name(&label.name, label.kind), "”"].concat();
    labels.iter().map(name).collect::<Vec<_>>().join(", ")
}
