//! What is asked of the code that reads, writes, merges and saves records. It is fetched with the
//! first page that needs it: the first page of all lists labels, and does without.
//!
//! Until that code is here, no record is open, so there is nothing to save and nothing to undo. Once
//! it is, it is called at once and not by way of a future: a page that is left has no later.

use crate::record::RecordKind;
use crate::route::Route;
use crate::web::state::notices::Reversal;

/// Something to be done with records.
pub enum Job {
    /// Start a new audit, and open it.
    StartAudit {
        /// What it is called.
        name: String,
        /// The organisation.
        organisation: String,
    },
    /// Start next year's audit, and open it.
    StartNextYear {
        /// The id of this year's.
        id: String,
        /// What next year's is called.
        name: String,
    },
    /// Put the filled-in example of a kind on this device, and open it.
    OpenExample(RecordKind),
    /// Save the record with this id as a file.
    Export(String),
    /// Save everything as a file.
    ExportEverything,
    /// Save what could not be read, under this key, as a file.
    ExportUnreadable(String),
    /// Put the record with this id into the bin.
    PutInBin(String),
    /// Save what could not be saved.
    TryAgain,
    /// Take the last edit back.
    Undo,
    /// Make the last edit that was taken back again.
    Redo,
    /// Do what a notice offers to undo.
    Reverse(Reversal),
    /// Save the open record, as the page may be gone in a moment.
    Save,
    /// The address names another page: save the open record, and open the one that the page is of.
    Arrive(Route),
    /// Take in what another tab has written of a record, or that it takes it away.
    TakeIn(RecordKind, String, String),
    /// Take in what another tab keeps of paper sheets under this key, or that it lets go of them.
    TakeInPaper(String),
    /// Let go of what is half typed or half done, since another tab has cleared this device.
    ClearToo,
    /// Take in that another tab has changed the settings.
    ReadSettings,
    /// Take in that another tab has put other words on this device, or taken them away.
    ReadWording,
}
